"""The rule that readers of the dossier's language can read each statement."""

from collections.abc import Iterator

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.recordparts import Reported
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find statements in another language than the dossier's, without a translation.

    Those who read the dossier may not know the language: they would have to take the summary for what was
    said. A report in the dossier's language is as good as a translation.

    Add a `translation`, and in `translated_by` who made it: `dossier` if it is yours, `source` where the
    source printed the words translated.
    """
    dossier = context.dossier
    own = _primary(dossier.settings.language)
    for identifier, statement in dossier.statements.items():
        languages = [_language(dossier, report) for report in statement.reports]
        if own in languages or any(report.translation for report in statement.reports):
            continue
        yield Finding(
            context.place("statements", identifier, "quote" if statement.quote else "passage"),
            f"These words are in another language ({languages[0]}) than the dossier ({own}), and have no "
            "translation.",
            "Add a `translation`, and in `translated_by` who made it.",
        )


def _language(dossier: Dossier, report: Reported) -> str:
    """Return the language of the words that a report shows, without region and script."""
    quoted = dossier.language_of(report)
    return _primary(quoted if report.quote else dossier.source_language(report.source))


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


RULE = Rule(
    "no-translation",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: Nachrichten, text: news.txt, language: de}
        actors:
          weber: {name: Ada Weber, kind: person}
        claims:
          told: {text: The city was told before the works.}
        statements:
          weber-denies:
            speaker: weber
            source: news
            quote: Niemand hat uns informiert
            positions: {told: denies}
            translation: Nobody informed us
            translated_by: dossier
        """,
        text="„Niemand hat uns informiert“, sagte Ada Weber.",
    ),
    failing=Example(
        """
        sources:
          news: {title: Nachrichten, text: news.txt, language: de}
        actors:
          weber: {name: Ada Weber, kind: person}
        claims:
          told: {text: The city was told before the works.}
        statements:
          weber-denies:
            speaker: weber
            source: news
            quote: Niemand hat uns informiert
            positions: {told: denies}
        """,
        text="„Niemand hat uns informiert“, sagte Ada Weber.",
        line=11,
    ),
    spares_drafts=True,
)
