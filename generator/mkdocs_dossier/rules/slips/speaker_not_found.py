"""The rule that somebody is known to have said what is approved."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find approved statements whose speaker is `not-found`.

    A program that drafts statements keeps a quotation that it finds no speaker for, and says so. That is a
    question to who reviews the draft, and no answer: words that nobody is known to have said are no
    statement.

    Name who says it in the source. If the source does not say, drop the statement; the words may be the
    `evidence` of an event.
    """
    for statement in context.dossier.statements.values():
        if not statement.speakers and not statement.is_draft:
            yield Finding(
                context.place("statements", statement.id, "speaker"),
                f"Nobody is known to have said the words of the statement `{statement.id}`.",
                "Write the id of the speaker, or remove the statement.",
            )


RULE = Rule(
    "speaker-not-found",
    Level.ERROR,
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
            speaker: not-found
            source: news
            quote: We told Iraq
            positions: {told: asserts}
            review: draft
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: not-found
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
        line=9,
    ),
)
