"""The rule that a statement takes a position on each claim."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find claims that no statement takes a position on.

    The page of a claim shows who asserts it and who denies it. The page of such a claim shows nobody. A
    position that follows from one on another claim, by `implies` or `excludes`, counts as well.

    Add the claim to the `positions` of the statements that are about it, or remove it.
    """
    for identifier in context.dossier.claims:
        if not context.findings.positions[identifier]:
            yield Finding(
                context.place("claims", identifier),
                f"No statement takes a position on the claim `{identifier}`.",
                "Add it to the `positions` of a statement, or remove it.",
            )


RULE = Rule(
    "claim-without-position",
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
        claims:
          told: {text: Iraq was told before the strikes.}
        """,
        line=2,
    ),
    looks_for_absence=True,
    spares_drafts=True,
)
