"""Matches: where a fragment stands in a source's text, with the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_dossier.quotes.edges import splits_character, trimmed
from mkdocs_dossier.quotes.hits import Hit, Tier
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.quotes.search import elided, occurrences
from mkdocs_dossier.quotes.sourcetext import SourceText

_CONTEXT = 32
_FOUND_AT_MOST = 200


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
        if len(found[hit.tier]) < _FOUND_AT_MOST:
            found[hit.tier].append(hit)
    hits = found[Tier.EXACT] or found[Tier.TYPOGRAPHIC]
    if not hits:
        hits = sorted(elided(source, fragment, start, end), key=lambda hit: (hit.end - hit.start, hit.start))
    return [match_of(source, hit) for hit in hits[:_FOUND_AT_MOST]]


def is_direct(source: SourceText, match: Match) -> bool:
    """Tell whether all parts of a match stand inside quotation marks in the source.

    White space, punctuation and marks at a part's edges may stand outside. A part that begins and ends with
    a quotation mark of its own is direct too.
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


def match_of(source: SourceText, hit: Hit) -> Match:
    """Make the match of an occurrence, with the words around it."""
    text, start, end = source.text, hit.start, hit.end
    before, after = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    while before < start and splits_character(text, before):
        before += 1
    while after > end and splits_character(text, after):
        after -= 1
    return Match(hit.tier, start, end, text[start:end], text[before:start], text[end:after], hit.parts)
