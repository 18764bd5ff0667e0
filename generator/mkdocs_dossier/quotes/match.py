"""Looking a fragment up in a source's text, tier by tier."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from mkdocs_dossier.quotes.chain import Hit, chains
from mkdocs_dossier.quotes.edges import may_end, may_start, splits_character, trimmed
from mkdocs_dossier.quotes.quotations import MARKS
from mkdocs_dossier.quotes.text import SourceText, fold

_CONTEXT = 32
_FOUND_AT_MOST = 200
_CANDIDATES = 1000
_CHAINED_AT_MOST = 64
_EFFORT = 1 << 24
"""How many characters are compared, about, for one fragment before the search of it ends."""

_SPACES = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_RECASED = re.compile(r"(?<![^\W_])\[([^\W\d_])\](?=[^\W\d_])")
_ASCII_LETTERS = re.compile("[A-Za-z]*")


class Tier(StrEnum):
    """How a fragment stands in its source, the strictest first; `unverified` where the source has no text."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    ELIDED = "elided"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Match:
    """A fragment found in a source's text.

    `start` and `end` (exclusive) count code points in the decoded text, `exact` is the source's own
    characters between them, `prefix` and `suffix` are about 32 characters around: the members of the W3C Web
    Annotation model's TextPositionSelector and TextQuoteSelector. `parts` are the spans of what the author
    quoted: several where something is left out.
    """

    tier: Tier
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    parts: tuple[tuple[int, int], ...]


def find(source: SourceText, fragment: str, *, start: int = 0, end: int | None = None) -> list[Match]:
    """Find a fragment between two offsets: its occurrences by the best tier that holds, 200 at most.

    In the order of the text; elided ones with the tightest first.
    """
    found: dict[Tier, list[Hit]] = {Tier.EXACT: [], Tier.TYPOGRAPHIC: []}
    for hit in occurrences(source, fragment, start, end):
        hits = found[tier_of(source, fragment, hit)]
        if len(hits) < _FOUND_AT_MOST:
            hits.append(hit)
    for tier, hits in found.items():
        if hits:
            return [match_of(source, tier, hit) for hit in hits]
    elided = sorted(_elided(source, fragment, start, end), key=lambda hit: (hit.end - hit.start, hit.start))
    return [match_of(source, Tier.ELIDED, hit) for hit in elided[:_FOUND_AT_MOST]]


def is_direct(source: SourceText, match: Match) -> bool:
    """Tell whether all parts of a match stand inside quotation marks in the source.

    White space, punctuation and marks at a part's edges may stand outside.
    """
    return is_quoted(source, match.parts)


def is_quoted(source: SourceText, parts: Sequence[tuple[int, int]]) -> bool:
    """Tell whether all of these spans stand inside quotation marks, or bring their own."""
    text = source.text
    return all(
        source.is_quoted(*trimmed(text, start, end))
        or (end - start > 1 and text[start] in MARKS and text[end - 1] in MARKS)
        for start, end in parts
    )


def candidates(source: SourceText, fragment: str, start: int, end: int | None) -> list[Hit]:
    """Find a fragment's occurrences by any tier, in the order in which they begin; a thousand at most."""
    hits = list(islice(occurrences(source, fragment, start, end), _CANDIDATES))
    return sorted([*hits, *_elided(source, fragment, start, end)])[:_CANDIDATES]


def first(source: SourceText, fragment: str, start: int, end: int | None) -> Hit | None:
    """Find the occurrence, by any tier, that ends first."""
    verbatim = next(occurrences(source, fragment, start, end), None)
    parts = elided_parts(fragment)
    chain = first_chain(source, parts, start, end) if parts else ()
    elided = _joined(chain) if parts and len(chain) == len(parts) else None
    return min((hit for hit in (verbatim, elided) if hit), key=lambda hit: hit.end, default=None)


def first_chain(source: SourceText, parts: Sequence[str], start: int, end: int | None) -> list[Hit]:
    """Find parts one after the other, each as early as can be; short where one is not found."""
    chain: list[Hit] = []
    for part in parts:
        hit = next(occurrences(source, part, start, end), None)
        if hit is None:
            break
        chain.append(hit)
        start = hit.end
    return chain


def occurrences(source: SourceText, fragment: str, start: int, end: int | None) -> Iterator[Hit]:
    """Find the places where the very words of a fragment stand, white space and typography aside."""
    needle = fold(fragment.strip()).text
    folded, text = source.folded, source.text
    at = folded.fold_start(start)
    limit = folded.fold_end(len(text) if end is None else end)
    effort = 0
    while needle and effort < _EFFORT and (at := folded.text.find(needle, at, limit)) >= 0:
        span = folded.span(at, at + len(needle))
        effort += len(needle) + _CONTEXT
        if span and may_start(text, span[0]) and may_end(text, span[1]):
            yield Hit(*span, (span,))
            at += 1
        else:
            at = _next_start(folded.text, at)


def _next_start(text: str, at: int) -> int:
    """Skip the rest of a run of letters: no fragment begins between two of them."""
    run = _ASCII_LETTERS.match(text, at)
    return max(at + 1, run.end() if run else 0)


def elided_parts(fragment: str) -> list[str]:
    """Take a fragment apart at what its author put in brackets; empty where there is nothing, or no word.

    A bracketed first letter, `[W]e`, stands for the same letter in the other case: it stays in its part.
    """
    recased = _RECASED.sub(lambda letter: letter[1].swapcase(), fragment)
    parts = [part.strip() for part in _BRACKETED.split(recased)]
    if recased == fragment and len(parts) == 1:
        return []
    return [part for part in parts if part] if any(map(_has_letter, parts)) else []


def _has_letter(part: str) -> bool:
    return any(map(str.isalpha, part))


def _elided(source: SourceText, fragment: str, start: int, end: int | None) -> list[Hit]:
    """Find the tightest places where the parts of a fragment stand in their order, with words between."""
    parts = elided_parts(fragment)
    chain = first_chain(source, parts, start, end)
    if not parts or len(chain) < len(parts):
        return []
    if len(parts) > _CHAINED_AT_MOST:
        return [_joined(chain)]
    layers = [list(islice(occurrences(source, part, start, end), _CANDIDATES)) for part in parts]
    tightest: dict[int, Hit] = {}
    for found in sorted(chains(layers, lambda *_: 0), key=lambda found: found.hit.end):
        tightest.setdefault(found.start, _joined(found.hits()))
    return list(tightest.values()) or [_joined(chain)]


def _joined(chain: Sequence[Hit]) -> Hit:
    return Hit(chain[0].start, chain[-1].end, tuple(part for hit in chain for part in hit.parts), elided=True)


def tier_of(source: SourceText, fragment: str, hit: Hit) -> Tier:
    """Tell by which tier a fragment stands at an occurrence of it."""
    if hit.elided:
        return Tier.ELIDED
    words = source.text[hit.start : hit.end]
    return Tier.EXACT if _SPACES.sub(" ", words) == _SPACES.sub(" ", fragment.strip()) else Tier.TYPOGRAPHIC


def match_of(source: SourceText, tier: Tier, hit: Hit) -> Match:
    """Make the match of an occurrence, with the words around it."""
    text, start, end = source.text, hit.start, hit.end
    before, after = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    while before < start and splits_character(text, before):
        before += 1
    while after > end and splits_character(text, after):
        after -= 1
    return Match(tier, start, end, text[start:end], text[before:start], text[end:after], hit.parts)
