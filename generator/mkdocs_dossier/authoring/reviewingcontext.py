"""The words around those of a draft in its source, with the spans to mark in them."""

import re
from collections.abc import Iterator, Sequence

from mkdocs_dossier.authoring.reviewingitems import Context, Kind, Span
from mkdocs_dossier.findings.found import Checked, Fragment
from mkdocs_dossier.quotes.sourcetext import SourceText

_AROUND = 240
"""The most characters that are shown before the first of the words, and behind the last."""

_BACK = 700
"""The most characters before the words in which those that name the speaker are looked for."""

_WORD = 40
"""The most characters of a word that is not cut."""

_MOST = 6_000
"""The most characters of a context; where the words themselves are longer, their end is left out."""


def context(text: SourceText, checked: Checked, speaker: str, names: Sequence[str]) -> Context | None:
    """Return the words around a quotation that was looked up; None where nothing of it was found.

    `speaker` are the words of the source that its speaker rests on; "" where there are none. If these do not
    name the speaker, as "she" does not, `names` are what the speaker is called: the last of them before the
    words is shown too.
    """
    words = [*_spans(checked.quote, Kind.QUOTE), *_spans(checked.passage, Kind.PASSAGE)]
    if not words:
        return None
    if named := _nearest(text.text, speaker, words):
        words.append(named)
    if before := _last_before(text.text, names, min(one.start for one in words)):
        words.append(before)
    return _around(text, checked.source, words)


def named_in(text: SourceText, source: str, names: Sequence[str]) -> Context | None:
    """Return the words around the first of some names that stands in a source's text, if any does."""
    for name in names:
        if found := _pattern(name).search(text.text):
            return _around(text, source, [Span(*found.span(), Kind.NAMED)])
    return None


def _around(text: SourceText, source: str, words: Sequence[Span]) -> Context:
    first, last = min(one.start for one in words), max(one.end for one in words)
    start = _begun(text.text, max(text.paragraph(first)[0], first - _AROUND))
    end = _ended(text.text, min(text.paragraph(last - 1)[1], last + _AROUND, start + _MOST))
    spans = (Span(one.start - start, min(one.end, end) - start, one.kind) for one in words if one.start < end)
    ordered = tuple(sorted(spans, key=lambda one: (one.start, one.end, one.kind)))
    is_start, is_end = (not part.strip() for part in (text.text[:start], text.text[end:]))
    return Context(source, _in_paragraphs(text, start, end), ordered, is_start, is_end)


def _in_paragraphs(text: SourceText, start: int, end: int) -> str:
    """Return a part of a text, of the same length, in which lines end only where paragraphs do."""
    pieces: list[str] = []
    at = start
    for first, last in text.paragraphs:
        if first < end and start < last:
            inside = text.text[max(first, at) : min(last, end)]
            pieces += (text.text[at : max(first, at)], inside.replace("\n", " ").replace("\r", " "))
            at = min(last, end)
    return "".join([*pieces, text.text[at:end]])


def _spans(fragments: Sequence[Fragment], kind: Kind) -> Iterator[Span]:
    for fragment in fragments:
        if fragment.match:
            yield from (Span(start, end, kind) for start, end in fragment.match.parts)


def _nearest(text: str, speaker: str, words: Sequence[Span]) -> Span | None:
    """Find the words that name the speaker nearest to those of the draft, outside of the quotation."""
    if not speaker.strip():
        return None
    first, last = min(one.start for one in words), max(one.end for one in words)
    found = [
        Span(*one.span(), Kind.NAMED)
        for one in _pattern(speaker).finditer(text, max(0, first - _BACK), min(len(text), last + _AROUND))
    ]
    quoted = [one for one in words if one.kind is Kind.QUOTE]
    free = [one for one in found if not any(q.start < one.end and one.start < q.end for q in quoted)]
    return min(free, key=lambda one: (_distance(one, quoted or words), one.start), default=None)


def _last_before(text: str, names: Sequence[str], end: int) -> Span | None:
    """Find the last of some names that stands not too far before an index."""
    found = [
        Span(*one.span(), Kind.NAMED)
        for name in names
        for one in _pattern(name).finditer(text, max(0, end - _BACK), end)
    ]
    return max(found, key=lambda one: (one.end, -one.start), default=None)


def _pattern(words: str) -> re.Pattern[str]:
    # A reason has an apostrophe for a double quotation mark in the words.
    joined = r"\s+".join(re.escape(word).replace("'", "[\"']") for word in words.split())
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


def _distance(one: Span, others: Sequence[Span]) -> int:
    """Count the characters between a span and the nearest of others; 0 where it is inside of one."""
    return min(max(other.start - one.end, one.start - other.end, 0) for other in others)


def _begun(text: str, start: int) -> int:
    """Return where the word begins that an index is inside of, if it is not too long."""
    return next((at for at in range(start, max(-1, start - _WORD), -1) if _is_bound(text, at - 1)), start)


def _ended(text: str, end: int) -> int:
    """Return where the word ends that an index is inside of, if it is not too long."""
    return next((at for at in range(end, min(len(text), end + _WORD)) if _is_bound(text, at)), end)


def _is_bound(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at].isspace()
