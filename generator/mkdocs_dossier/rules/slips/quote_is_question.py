"""The rule that a quotation is not a question that its speaker was asked."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.lexicon.questions import asked, is_asked
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.called import NameReader
from mkdocs_dossier.rules.slips.introduced import Introduced, introduced, plain
from mkdocs_dossier.rules.slips.spoken import Spoken, spoken
from mkdocs_dossier.text.folding import folded, split


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
            before, after = plain(report.text, around.before), plain(report.text, around.after)
            if is_asked(before, after, language) or _asked_by_other(reader, report, around, language):
                yield Finding(
                    quoted.place,
                    "These words are a question that the speaker was asked, not what the speaker says.",
                    "Quote the answer; the question may stand in the `passage`.",
                )


def _asked_by_other(reader: NameReader, report: Spoken, around: Introduced, language: str) -> bool:
    """Tell whether somebody asks the speaker: the speaker is named right after the verb, and not before it."""
    for span in (around.before, around.after):
        parts = asked(plain(report.text, span), language)
        if parts and parts[0].strip(" |,") and len(split(parts[1])) <= _OBJECT_AT_MOST:
            words = [set(split(part)) for part in parts]
            named = [any(reader.calls(one, part) for one in report.speakers) for part in words]
            if named == [False, True]:
                return True
    return False


_OBJECT_AT_MOST = 6
"""Of how many words the end of a sentence is that only says who is asked."""


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
