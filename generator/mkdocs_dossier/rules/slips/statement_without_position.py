"""The rule that a statement takes a position on a claim."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find statements that take a position on no claim.

    Such a statement stands on no claim's page: those who read about the dispute do not find it, and nothing
    can contradict it.

    Not reported are one that only takes back another (without a position, it takes back all of it) and one
    with `during`: it stands on the page of its event, where a comment or an opinion belongs.

    Say in `positions` what it asserts or denies; if nothing is disputed there yet, write a claim of its own.
    A statement that is kept for its words alone is a case for an allowance.
    """
    for identifier, statement in context.dossier.statements.items():
        elsewhere = statement.corrects or statement.during
        if not statement.positions and not elsewhere:
            yield Finding(
                context.place("statements", identifier),
                f"The statement `{identifier}` takes a position on no claim.",
                "Add `positions`: a claim, and `asserts`, `denies`, `qualifies`, `declines`, `unaware` or "
                "`no-reply`. If its words bear none, allow it.",
            )


RULE = Rule(
    "statement-without-position",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
        line=6,
    ),
    spares_drafts=True,
)
