"""Cut a stretch of a source's text into what stands outside quotation marks and what stands inside."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from mkdocs_dossier.quotes.edges import trimmed
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.text.folding import word_set

Span = tuple[int, int]
"""Where a stretch of a text begins and ends (exclusive), in characters."""

_SENTENCE_ENDS = re.compile(r"(?P<word>\b\w{1,12})?[.!?؟۔](?=\s)|\n")
# With a stop behind them, these end no sentence.
_TITLES = word_set(
    "Mr Mrs Ms Dr Sen Rep Gov Gen Col Capt Lt Sgt Maj Adm Prof Rev Hon St Jr Sr Hr Fr M Mme Mlle Dipl Ing"
)

_READ_AT_ENDS = 1000
"""Of a very long stretch, so many characters at either end are read."""


def inside(text: SourceText, span: Span) -> list[Span]:
    """List the parts of a stretch that stand inside quotation marks, marks included, in order."""
    start, end = span
    return [(max(start, one), min(end, other)) for one, other in _quotations(text, span)]


def outside(text: SourceText, span: Span) -> list[Span]:
    """List the parts of a stretch that stand outside quotation marks and are not empty, in order."""
    parts, at = [], span[0]
    for start, end in inside(text, span):
        parts.append((at, start))
        at = end
    return [(start, end) for start, end in (*parts, (at, span[1])) if start < end]


def _quotation_at(text: SourceText, offset: int) -> Span | None:
    """Return the quotation that a character stands in, marks included; None where it stands in none."""
    return next(_quotations(text, (offset, offset + 1)), None)


def around_marks(text: SourceText, match: Match) -> Span:
    """Return the stretch of a quotation with the marks around it; its own where it stands in none."""
    first, last = trimmed(text.text, match.start, match.end)
    opening = _quotation_at(text, first) or (match.start, match.end)
    closing = _quotation_at(text, last - 1) or (match.start, match.end)
    return min(opening[0], match.start), max(closing[1], match.end)


def sentences(text: SourceText, span: Span) -> Iterator[Span]:
    """List the sentences of a stretch, about: each ends with a mark before a blank, or with its line."""
    at = span[0]
    for found in _SENTENCE_ENDS.finditer(text.text, *span):
        if found["word"] not in _TITLES:
            yield at, found.end()
            at = found.end()
    if at < span[1]:
        yield at, span[1]


def shortened(span: Span) -> list[Span]:
    """Return a stretch as it is, or the two ends of a very long one: the work stays the same."""
    start, end = span
    if end - start <= 2 * _READ_AT_ENDS:
        return [span]
    return [(start, start + _READ_AT_ENDS), (end - _READ_AT_ENDS, end)]


def _quotations(text: SourceText, span: Span) -> Iterator[Span]:
    """List the quotations that reach into a stretch; a text may have a great many more."""
    all_of_them = text.quotations
    # They do not overlap, so that the first to end behind the start of the stretch is the first in it.
    first = bisect_left(all_of_them, span[0] + 1, key=lambda one: one[1])
    later = (all_of_them[index] for index in range(first, len(all_of_them)))
    return takewhile(lambda one: one[0] < span[1], later)
