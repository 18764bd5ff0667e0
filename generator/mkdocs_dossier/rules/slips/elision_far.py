"""The rule that an elision leaves out no more than a reader would think."""

from collections.abc import Container, Iterator

from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.leftout import left_out
from mkdocs_dossier.rules.slips.others import OtherReader
from mkdocs_dossier.rules.slips.outside import Span, outside, sentences
from mkdocs_dossier.rules.slips.spoken import Spoken, spoken

_FAR = 400
"""From how many characters on too much is left out; of real interruptions 99 in 100 are under 181."""


def _find(context: Context) -> Iterator[Finding]:
    """Find quotations whose `[…]` leaves out very much, or goes across what another speaker says.

    Readers take `[…]` for a few words that do not matter. Where it spans more than 400 characters of the
    source, the two parts may belong to different thoughts; where another speaker is named in between, the
    second part may be the other's words.

    The rule reads what is left out between two parts, sentence by sentence, without what stands in quotation
    marks. It reports a sentence there that names another person of the dossier, or a body that speaks in it,
    unless something in the sentence could be the speaker: a name, a pronoun, a post.

    Write two fragments as a list, or two statements, each with its speaker.
    """
    reader = OtherReader(context.dossier)
    reports = list(spoken(context))
    speakers = {speaker for report in reports for speaker in report.speakers}
    speakers |= {one.id for one in context.dossier.actors.values() if one.kind is ActorKind.PERSON}
    for report in reports:
        for quoted in report.told(context):
            for gap in left_out(quoted):
                if message := _wrong(reader, report, gap.span, speakers):
                    hint = "Quote the parts as fragments of a list, or in a statement each, with its speaker."
                    yield Finding(quoted.place, message, hint)
                    break


def _wrong(reader: OtherReader, report: Spoken, gap: Span, speakers: Container[str]) -> str:
    """Return what is wrong with an elision; empty if nothing is."""
    length = gap[1] - gap[0]
    if length > _FAR:
        return f"What `[…]` leaves out here is {length} characters long in the source."
    if other := _other(reader, report, gap, speakers):
        return f"What `[…]` leaves out here names {other.name}: the words after it may be of that speaker."
    return ""


def _other(reader: OtherReader, report: Spoken, gap: Span, speakers: Container[str]) -> Actor | None:
    """Return another speaker whom a sentence of what is left out names, if nothing there is this speaker."""
    found = (
        reader.only_other(report, [sentence], speakers)
        for part in outside(report.text, gap)
        for sentence in sentences(report.text, part)
    )
    return next((other for other in found if other), None)


RULE = Rule(
    "elision-far",
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
          orm-told:
            speaker: orm
            source: news
            quote: We told them before the raid […] and did not ask
            positions: {told: asserts}
        """,
        text="“We told them before the raid,” Orm said, “and did not ask.”",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
          adel: {name: Basma Adel, kind: person}
        claims:
          told: {text: Sudland was told of the raid before it.}
        statements:
          orm-told:
            speaker: orm
            source: news
            quote: We told them before the raid […] They lie
            positions: {told: asserts}
          adel-denies:
            speaker: adel
            source: news
            quote: They lie
            positions: {told: denies}
        """,
        text="“We told them before the raid,” Orm said. Basma Adel said: “They lie.”",
        line=12,
    ),
)
