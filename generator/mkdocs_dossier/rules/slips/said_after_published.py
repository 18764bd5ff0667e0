"""The rule that nothing is said after it was published."""

from collections.abc import Iterator

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.values.dates import EdtfDate


def _find(context: Context) -> Iterator[Finding]:
    """Find statements with a `said` that is after the day on which a source of theirs was published.

    A source cannot report what has not been said yet. A wrong day is more than a blemish: what was said after
    another statement was taken back is not set against it, so a contradiction may be missing.

    Compare the two dates. If the source was changed later, as a live report is, give it `updated`. Where it
    was another day already at the place of the speaker, an allowance says so.
    """
    for statement in context.dossier.statements.values():
        if found := _too_early(context.dossier, statement):
            source, published = found
            yield Finding(
                context.place("statements", statement.id, "said"),
                f"The source `{source}` is of {published.text}, before this was said.",
                "Compare the two dates. If the source was changed later, give it `updated`.",
            )


def _too_early(dossier: Dossier, statement: Statement) -> tuple[str, EdtfDate] | None:
    """Return the first source that was published, and changed, before a statement was made."""
    for report in statement.reports:
        source = dossier.sources.get(report.source)
        known = source and (source.updated or source.published)
        if known and statement.said and statement.said.is_after(known):
            return report.source, known
    return None


RULE = Rule(
    "said-after-published",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt, published: 2024-02-05}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            said: 2024-02-02
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt, published: 2024-02-05}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            said: 2024-02-12
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
        line=10,
    ),
)
