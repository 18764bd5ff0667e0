"""Rules on quotations: that they are direct speech, and one speaker's."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.voices import bodies_above, held
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.problems import Location, Problem, warning
from mkdocs_dossier.quotes.match import is_direct
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.rule import Context, Rule, example
from mkdocs_dossier.values.dates import EdtfDate

REPORTING_KINDS = ("article", "report")
"""The kinds of source in which words that somebody said stand beside words of those who report them."""

ENOUGH_WORDS = 3

_BODIES = ("organisation", "government", "armed-group", "state")
"""The kinds of actors whose words are those of what they are part of too; what a paper prints is its own."""


def quote_not_direct(context: Context) -> Iterator[Problem]:
    """Find quotes that do not stand inside quotation marks in their source.

    `quote` is for the speaker's own words. Where the source sets no quotation marks, the words may be the
    reporter's, who sums up what was said: to show them as the speaker's own would put them into a mouth.

    Put the words into `passage` instead, or take as `quote` only the part that the source quotes. The rule
    looks at sources of the kinds `article` and `report` only: in a transcript, post, video or document the
    words stand for themselves. It leaves out a source of the speaker's own, all of which is the speaker's
    words: one that the speaker published or wrote, or that somebody did who speaks for the speaker, as a
    ministry does for its government. Of media that holds for the medium alone, not for what it belongs to.
    An article that sets quotations off in another way, as an interview with a name before each answer, is a
    case for an allowance.
    """
    for statement in context.dossier.statements.values():
        text = context.dossier.texts.get(statement.source)
        if text is None or context.dossier.sources[statement.source].kind not in REPORTING_KINDS:
            continue
        if is_in_own_words(context.dossier, statement):
            continue
        for index, fragment in enumerate(context.findings.words_of(statement.id).quote):
            if fragment.match and not is_direct(text, fragment.match):
                yield warning(
                    context.place("statements", statement.id, "quote", index),
                    "quote-not-direct",
                    "This `quote` does not stand inside quotation marks in its source.",
                    "Write it as `passage`, or quote only the words that the source quotes.",
                )


def is_in_own_words(dossier: Dossier, statement: Statement) -> bool:
    """Tell whether all of the source is the speaker's own words, by who published or wrote it."""
    source = dossier.sources[statement.source]
    behind = [one for one in (source.publisher, *source.authors) if one and one in dossier.actors]
    return any(statement.speaker in _speaks_for(dossier, actor, source.published) for actor in behind)


def _speaks_for(dossier: Dossier, actor: str, date: EdtfDate | None) -> Iterator[str]:
    """List those whose words are what an actor publishes or writes: itself, and the bodies it speaks for."""
    held_at = [role.at for role in dossier.actors[actor].roles if role.speaks_for and held(role, date)]
    for one in (actor, *held_at):
        yield one
        if one in dossier.actors and dossier.actors[one].kind in _BODIES:
            yield from bodies_above(dossier, one, date)


@dataclass(frozen=True, slots=True, order=True)
class _Quoted:
    """A stretch of a source that a statement quotes."""

    source: str
    start: int
    end: int
    place: Location = field(compare=False)
    statement: str = ""
    speaker: str = ""


def same_quote_two_speakers(context: Context) -> Iterator[Problem]:
    """Find words of one source that are quoted under two speakers.

    One of the two is a slip, most often a record that was copied and not changed to the end: it gives
    somebody another one's words.

    Correct the speaker or the quote. Where both did say it, as in a joint statement, say so in an
    allowance. Fewer than three words in common are not reported.
    """
    for source, group in groupby(_quoted(context), key=lambda quoted: quoted.source):
        text = context.dossier.texts[source]
        for first, second in _shared(text, list(group)):
            earlier, later = sorted((first, second), key=lambda quoted: quoted.place)
            speaker = context.dossier.actors[earlier.speaker].name
            yield warning(
                later.place,
                "same-quote-two-speakers",
                f"The statement `{earlier.statement}` quotes the same words of the source `{source}` "
                f"under another speaker, {speaker}.",
                f"Look up who says it there; the other quote stands at {earlier.place}.",
            )


def _quoted(context: Context) -> list[_Quoted]:
    """List the stretches that statements quote, in the order of the sources."""
    return sorted(
        _Quoted(
            statement.source,
            start,
            end,
            context.place("statements", statement.id, "quote", index),
            statement.id,
            statement.speaker,
        )
        for statement in context.dossier.statements.values()
        for index, fragment in enumerate(context.findings.words_of(statement.id).quote)
        if fragment.match
        for start, end in fragment.match.parts
    )


def _shared(text: SourceText, quoted: list[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Pair each stretch with one before it, of another speaker, that has enough words in common with it.

    Of the stretches so far, only two can matter: the one that reaches furthest, and the one of other
    speakers that does.
    """
    furthest: dict[str, _Quoted] = {}
    for current in quoted:
        other = next((one for one in furthest.values() if one.speaker != current.speaker), None)
        if other and len(text.text[current.start : min(current.end, other.end)].split()) >= ENOUGH_WORDS:
            yield other, current
        same = furthest.get(current.speaker)
        if same is None or current.end > same.end:
            furthest[current.speaker] = current
        reaching = sorted(furthest.values(), key=lambda one: -one.end)[:2]
        furthest = {one.speaker: one for one in reaching}


RULES = (
    Rule(
        "quote-not-direct",
        quote_not_direct,
        passing=example(
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
        failing=example(
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
                quote: Washington told Iraq
                positions: {told: asserts}
            """,
            text="Kirby said that Washington told Iraq before the strikes.",
            line=11,
        ),
    ),
    Rule(
        "same-quote-two-speakers",
        same_quote_two_speakers,
        passing=example(
            """
            sources:
              news: {title: News, text: news.txt}
            actors:
              kirby: {name: John Kirby, kind: person}
              awadi: {name: Basim al-Awadi, kind: person}
            claims:
              told: {text: Iraq was told before the strikes.}
            statements:
              kirby-told:
                speaker: kirby
                source: news
                quote: We told Iraq before
                positions: {told: asserts}
              awadi-denies:
                speaker: awadi
                source: news
                quote: Nobody told us
                positions: {told: denies}
            """,
            text="“We told Iraq before,” Kirby said. “Nobody told us,” Awadi said.",
        ),
        failing=example(
            """
            sources:
              news: {title: News, text: news.txt}
            actors:
              kirby: {name: John Kirby, kind: person}
              awadi: {name: Basim al-Awadi, kind: person}
            claims:
              told: {text: Iraq was told before the strikes.}
            statements:
              kirby-told:
                speaker: kirby
                source: news
                quote: We told Iraq before
                positions: {told: asserts}
              awadi-denies:
                speaker: awadi
                source: news
                quote: We told Iraq before
                positions: {told: denies}
            """,
            text="“We told Iraq before,” Kirby said. “Nobody told us,” Awadi said.",
            line=17,
        ),
    ),
)
