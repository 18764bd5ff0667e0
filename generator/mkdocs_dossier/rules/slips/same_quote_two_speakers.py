"""The rule that words of a source are quoted under one speaker."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from mkdocs_dossier.problems import Level, Location
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.reporting import ENOUGH_WORDS

_KEPT = 8
"""How many stretches of different speakers are kept at once."""


@dataclass(frozen=True, slots=True, order=True)
class _Quoted:
    """A stretch of a source that a statement quotes; they sort by source, version and offsets."""

    source: str
    version: int
    start: int
    end: int
    place: Location = field(compare=False)
    statement: str = ""
    speakers: tuple[str, ...] = ()

    def is_of_others(self, other: "_Quoted") -> bool:
        """Tell whether two have no speaker in common."""
        return set(self.speakers).isdisjoint(other.speakers)


def _find(context: Context) -> Iterator[Finding]:
    """Find words of one source that are quoted under two speakers.

    One of the two is a slip, most often a record that was copied and not changed throughout: it gives
    somebody the words of another.

    Correct the speaker or the quote. If both did say it, as in a joint statement, say so in an allowance.
    Fewer than three words in common are not reported.
    """
    # They are sorted by source and version, as `groupby` needs it.
    for (source, version), group in groupby(_quoted(context), key=lambda one: (one.source, one.version)):
        text = context.dossier.text_in(source, version)
        for first, second in _shared(text, list(group)) if text else ():
            earlier, later = sorted((first, second), key=lambda quoted: quoted.place)
            speaker = ", ".join(context.dossier.actors[key].name for key in earlier.speakers)
            yield Finding(
                later.place,
                f"The statement `{earlier.statement}` quotes the same words of the source `{source}` "
                f"under another speaker, {speaker}.",
                f"Look up who says it there; the other quote stands at {earlier.place}.",
            )


def _quoted(context: Context) -> list[_Quoted]:
    """List the stretches that statements quote, by source and then by offset."""
    return sorted(
        _Quoted(
            known.checked.source,
            known.checked.version or 0,
            start,
            end,
            context.place("statements", statement.id, *known.checked.path, "quote", index),
            statement.id,
            statement.speakers,
        )
        for statement in context.dossier.statements.values()
        if statement.speakers
        for known in context.findings.reports[statement.id]
        for index, fragment in enumerate(known.checked.quote)
        if fragment.match
        for start, end in fragment.match.parts
    )


def _shared(text: SourceText, quoted: list[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Pair each stretch with one of another speaker before it that has enough words in common with it.

    Of the stretches so far only those can matter that reach furthest; of joint statements, whose speakers may
    be among those of others, a few more.
    """
    furthest: dict[tuple[str, ...], _Quoted] = {}
    for current in quoted:
        other = next((one for one in furthest.values() if one.is_of_others(current)), None)
        if other and len(text.text[current.start : min(current.end, other.end)].split()) >= ENOUGH_WORDS:
            yield other, current
        same = furthest.get(current.speakers)
        if same is None or current.end > same.end:
            furthest[current.speakers] = current
        reaching = sorted(furthest.values(), key=lambda one: -one.end)[:_KEPT]
        furthest = {one.speakers: one for one in reaching}


RULE = Rule(
    "same-quote-two-speakers",
    Level.WARNING,
    _find,
    passing=Example(
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
    failing=Example(
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
)
