"""The rule that a quotation is not a question that its speaker was asked."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.lexicon.questions import asked, is_asked
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.called import NameReader
from mkdocs_dossier.rules.slips.introduced import Introduced, introduced
from mkdocs_dossier.rules.slips.spoken import Spoken, spoken
from mkdocs_dossier.text.folding import split

_OBJECT_AT_MOST, _REST_AT_MOST = 3, 8
"""Within how many words behind "asked" the one who is asked is named, and how many may follow it in all."""


def _find(context: Context) -> Iterator[Finding]:
    """Find quotations that are a question put to the speaker.

    In "Asked “Did you tell them?”, Orm said nothing", the words are not Orm's, though Orm is named beside
    them. The same goes for "Asked whether …", "a reporter asked him", "in response to the question".

    The rule reads the words of the sentence right before the quotation marks, and right after them. It knows
    such words of English, German, French and Arabic. Who asks in the active voice ("Orm asked: “…”") does say
    it.

    Quote the answer. The question may stand in the `passage`.
    """
    reader = NameReader(context.dossier)
    for report in spoken(context):
        language = context.dossier.source_language(report.source).partition("-")[0]
        for quoted in report.quoted(context):
            around = introduced(report.text, quoted.match)
            if is_asked(around.before, around.after, language) or _asked_by_other(
                reader, report, around, language
            ):
                yield Finding(
                    quoted.place,
                    "These words are a question that the speaker was asked, not what the speaker says.",
                    "Quote the answer; the question may stand in the `passage`.",
                )


def _asked_by_other(reader: NameReader, report: Spoken, around: Introduced, language: str) -> bool:
    """Tell whether somebody asks the speaker, who is named right after the verb, and not before it."""
    for words in (around.before, around.after):
        parts = asked(words, language)
        if parts is None:
            continue
        subject, rest = split(parts[0]), split(parts[1])
        named = [
            any(reader.calls(one, set(part)) for one in report.speakers)
            for part in (subject, rest[:_OBJECT_AT_MOST])
        ]
        if subject and len(rest) <= _REST_AT_MOST and named == [False, True]:
            return True
    return False


RULE = Rule(
    "quote-is-question",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
        claims:
          told: {text: Sudland was told of the raid before it.}
        statements:
          orm-denies:
            speaker: orm
            source: news
            quote: We told nobody
            positions: {told: denies}
        """,
        text="Asked “Did you tell them of the raid?”, Jon Orm said: “We told nobody.”",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
        claims:
          told: {text: Sudland was told of the raid before it.}
        statements:
          orm-told:
            speaker: orm
            source: news
            quote: You told them of the raid
            positions: {told: asserts}
        """,
        text="Asked whether “You told them of the raid” was right, Jon Orm said: “We told nobody.”",
        line=11,
    ),
)
