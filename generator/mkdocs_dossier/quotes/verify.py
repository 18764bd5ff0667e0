"""Verifying a statement's quotation and passage: each fragment, in its order, at the occurrence meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_dossier.quotes.chain import Hit, chains
from mkdocs_dossier.quotes.match import Match, Tier, candidates, first, is_quoted, match_of, tier_of
from mkdocs_dossier.quotes.text import SourceText

_CHOSEN_AMONG = 64
"""More fragments than that are taken each at its first place."""

_PASSAGES_AT_MOST = 50
_VERBATIM, _EXACT, _QUOTED = 1 << 90, 1 << 70, 1 << 50
"""What weighs most in the choice between occurrences: the better tier, then quotation marks around."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found of a quotation and of a passage: a match for each fragment, None where there is none."""

    quote: tuple[Match | None, ...]
    passage: tuple[Match | None, ...]


def verify(source: SourceText, quote: Sequence[str], passage: Sequence[str]) -> Verification:
    """Find the fragments of a quotation and of the passage that reports it, each list in its order.

    If there is an assignment in order and without overlap, one is found. Of several, the passage's is the
    first; the quotation's is inside the passage, if all of it can be, and prefers the better tier, then
    quotation marks around, then what ends first. A fragment is missing (None) from where the order cannot be
    kept on; later ones are still looked up after the last one found.
    """
    reporting = _arranged(source, passage, 0, None, prefer_quoted=False)
    within = _both(source, quote, passage, reporting)
    reporting, said = within or (reporting, _arranged(source, quote, 0, None, prefer_quoted=True))
    return Verification(_matches(source, quote, said), _matches(source, passage, reporting))


_Hits = tuple[Hit | None, ...]


def _both(
    source: SourceText, quote: Sequence[str], passage: Sequence[str], reporting: _Hits
) -> tuple[_Hits, _Hits] | None:
    """Find the first place of the passage that holds all of the quotation, with both arrangements."""
    for _ in range(_PASSAGES_AT_MOST if quote else 0):
        hits = [hit for hit in reporting if hit]
        if not hits or len(hits) < len(reporting):
            return None
        said = _arranged(source, quote, hits[0].start, hits[-1].end, prefer_quoted=True)
        if all(said):
            return reporting, said
        reporting = _arranged(source, passage, hits[0].start + 1, None, prefer_quoted=False)
    return None


def _arranged(
    source: SourceText, fragments: Sequence[str], start: int, end: int | None, *, prefer_quoted: bool
) -> _Hits:
    """Choose an occurrence for each fragment, between two offsets."""
    reached = _first_in_order(source, fragments, start, end)
    places = [place for place, hit in enumerate(reached) if hit]
    if len(places) > _CHOSEN_AMONG:
        return reached
    layers = [candidates(source, fragments[place], start, end) for place in places]

    def weigh(number: int, hit: Hit) -> int:
        tier = tier_of(source, fragments[places[number]], hit)
        verbatim = _VERBATIM + _EXACT * (tier is Tier.EXACT)
        quoted = _QUOTED * (prefer_quoted and is_quoted(source, hit.parts))
        return quoted + (hit.start - hit.end if tier is Tier.ELIDED else verbatim)

    found = chains(layers, weigh)
    if not found:
        return reached
    best = max(found, key=lambda chain: (chain.score, -chain.hit.end))
    chosen: list[Hit | None] = [None] * len(fragments)
    for place, hit in zip(places, best.hits(), strict=True):
        chosen[place] = hit
    return tuple(chosen)


def _first_in_order(source: SourceText, fragments: Sequence[str], start: int, end: int | None) -> _Hits:
    """Find each fragment where it ends first after the one before: this finds an order if there is one."""
    hits: list[Hit | None] = []
    for fragment in fragments:
        hit = first(source, fragment, start, end)
        hits.append(hit)
        start = hit.end if hit else start
    return tuple(hits)


def _matches(source: SourceText, fragments: Sequence[str], hits: _Hits) -> tuple[Match | None, ...]:
    return tuple(
        match_of(source, tier_of(source, fragment, hit), hit) if hit else None
        for fragment, hit in zip(fragments, hits, strict=True)
    )
