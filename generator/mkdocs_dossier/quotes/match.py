"""Verify a quotation and the passage that reports it: find each fragment, in order, where it is meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_dossier.quotes.edges import trimmed
from mkdocs_dossier.quotes.letters import splits_character
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.quotes.search import Hit, Tier, candidates, chains, first
from mkdocs_dossier.quotes.sourcetext import SourceText

_CONTEXT = 32
"""How many characters around a match are kept, as `prefix` and `suffix`."""

_CHOSEN_AMONG = 64
"""More fragments than these are not weighed: each is taken at its first place."""

_PASSAGES_AT_MOST = 50
"""How many ways to find a passage are tried for one that holds the quotation."""

_VERBATIM, _EXACT, _QUOTED, _REPORTED, _BESIDE = 1 << 90, 1 << 70, 1 << 50, 1 << 40, 1 << 38
"""What weighs in the choice between occurrences, each more than the sum of all that comes after it.

Words that are not elided; the exact tier; quotation marks around; standing in the passage; standing in a
paragraph of the passage. The reach of an elision, in characters, is less than all these.
"""

_Hits = tuple[Hit | None, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A fragment found in a source's text.

    `start` and `end` (exclusive) count code points in the decoded text, `exact` is the source's own
    characters between them, `prefix` and `suffix` are up to 32 characters before and after: the members of
    the W3C Web Annotation Data Model's TextPositionSelector and TextQuoteSelector. `parts` are the spans that
    the author quoted, several where something is left out.
    """

    tier: Tier
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found of a quotation and of a passage: a match for each fragment, None where there is none."""

    quote: tuple[Match | None, ...]
    passage: tuple[Match | None, ...]


def verify(source: SourceText, quote: Sequence[str], passage: Sequence[str]) -> Verification:
    """Find the fragments of a quotation and of the passage that reports it, each list in its order.

    Wherever the fragments stand in order and without overlap, they are found. Of several places, the passage
    takes the first. The quotation takes those inside the passage, if all of it can stand there; else it
    prefers the better tier, then words in quotation marks, then words in the passage, then words in the
    passage's paragraphs, then what ends first.

    A fragment that does not stand after the one before it is missing (None); those after it are still looked
    up behind the last one found. If all fragments stand in the passage but in another order, they are not
    looked for elsewhere.
    """
    reports = _arrangements(source, passage, _by_tier)
    # The first way to find the passage that holds all of the quotation.
    for report in reports:
        said = _inside(source, quote, report)
        if said:
            return Verification(_matches(source, said), _matches(source, report))
    said = _out_of_order(source, quote, reports[0])
    said = said or _arrangements(source, quote, _by_place(source, reports[0]))[0]
    return Verification(_matches(source, said), _matches(source, reports[0]))


def _inside(source: SourceText, quote: Sequence[str], report: _Hits) -> _Hits:
    """Find all of a quotation inside a passage; empty unless all of both is found."""
    hits = [hit for hit in report if hit]
    if not hits or len(hits) < len(report):
        return ()
    said = _arrangements(source, quote, _by_place(source, report), hits[0].start, hits[-1].end)[0]
    return said if all(said) else ()


def _out_of_order(source: SourceText, quote: Sequence[str], report: _Hits) -> _Hits:
    """Find what stands in order, if each fragment is in the passage by itself; empty if one is not.

    The same words elsewhere in the text are then likely somebody else's, as short fragments often are. The
    fragments must differ: of equal ones, each would be found at the same place.
    """
    hits = [hit for hit in report if hit]
    if not hits or len(set(quote)) < len(quote):
        return ()
    start, end = hits[0].start, hits[-1].end
    stands = all(first(source, fragment, start, end) for fragment in quote)
    return _first_in_order(source, quote, start, end) if stands else ()


def _by_tier(hit: Hit) -> int:
    """Return the weight of an occurrence by its tier; an elided one weighs less the further it reaches."""
    return hit.start - hit.end if hit.tier is Tier.ELIDED else _VERBATIM + _EXACT * (hit.tier is Tier.EXACT)


def _by_place(source: SourceText, report: _Hits) -> Callable[[Hit], int]:
    """Return the function that weighs an occurrence by its tier, quotation marks around, and the passage."""
    hits = [hit for hit in report if hit]
    start, end = (hits[0].start, hits[-1].end) if hits else (0, 0)
    # The paragraphs of the passage: words there are more likely meant than the same words elsewhere.
    first_, last = (source.paragraph(start)[0], source.paragraph(end - 1)[1]) if hits else (0, 0)

    def weigh(hit: Hit) -> int:
        reported = start <= hit.start and hit.end <= end
        beside = hit.start < last and first_ < hit.end
        quoted = _is_quoted(source, hit.parts)
        return _by_tier(hit) + _QUOTED * quoted + _REPORTED * reported + _BESIDE * beside

    return weigh


def _arrangements(
    source: SourceText,
    fragments: Sequence[str],
    weigh: Callable[[Hit], int],
    start: int = 0,
    end: int | None = None,
) -> list[_Hits]:
    """List the ways to find the fragments in order between two offsets, the best first, then by their end."""
    if len(fragments) == 1:
        # Most quotations: where one fragment is found, nothing else has to stand in order with it.
        single = candidates(source, fragments[0], start, end)
        return _best([single], weigh, [0], 1) if single else [(None,)]
    reached = _first_in_order(source, fragments, start, end)
    places = [place for place, hit in enumerate(reached) if hit]
    if len(places) > _CHOSEN_AMONG:
        return [reached]
    layers = [candidates(source, fragments[place], start, end) for place in places]
    return _best(layers, weigh, places, len(fragments)) or [reached]


def _best(
    layers: Sequence[Sequence[Hit]], weigh: Callable[[Hit], int], places: Sequence[int], count: int
) -> list[_Hits]:
    """List the best ways to choose one occurrence of each layer, in order, put in their places of so many."""
    found = chains(layers, weigh)
    found.sort(key=lambda chain: (-chain.score, chain.hit.end))
    return [_placed(places, chain.hits(), count) for chain in found[:_PASSAGES_AT_MOST]]


def _placed(places: Sequence[int], hits: Sequence[Hit], count: int) -> _Hits:
    """Return `count` places, with the occurrences at `places` and None at all others."""
    placed: list[Hit | None] = [None] * count
    for place, hit in zip(places, hits, strict=True):
        placed[place] = hit
    return tuple(placed)


def _first_in_order(source: SourceText, fragments: Sequence[str], start: int, end: int | None) -> _Hits:
    """Find each fragment where it ends first after the one before: if any way works, this one does."""
    hits: list[Hit | None] = []
    for fragment in fragments:
        hit = first(source, fragment, start, end)
        hits.append(hit)
        start = hit.end if hit else start
    return tuple(hits)


def is_direct(source: SourceText, match: Match) -> bool:
    """Tell whether all parts of a match stand inside quotation marks in the source.

    White space, punctuation and marks at the edges of a part may stand outside. A part that begins and ends
    with a quotation mark itself counts too.
    """
    return _is_quoted(source, match.parts)


def is_said(source: SourceText, match: Match) -> bool:
    """Tell whether all parts of a match are direct, or set as speech in another way (`speech`)."""
    return all(
        _is_quoted(source, [part]) or source.is_spoken(*trimmed(source.text, *part)) for part in match.parts
    )


def _is_quoted(source: SourceText, parts: Sequence[tuple[int, int]]) -> bool:
    """Tell whether all of these spans stand inside quotation marks, or bring their own."""
    text = source.text
    return all(
        source.is_quoted(*trimmed(text, start, end))
        or (end - start > 1 and text[start] in MARKS and text[end - 1] in MARKS)
        for start, end in parts
    )


def _matches(source: SourceText, hits: _Hits) -> tuple[Match | None, ...]:
    return tuple(_match_of(source, hit) if hit else None for hit in hits)


def _match_of(source: SourceText, hit: Hit) -> Match:
    """Make the match of an occurrence, with the words around it."""
    text, start, end = source.text, hit.start, hit.end
    before, after = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    while before < start and splits_character(text, before):
        before += 1
    while after > end and splits_character(text, after):
        after -= 1
    return Match(hit.tier, start, end, text[start:end], text[before:start], text[end:after], hit.parts)
