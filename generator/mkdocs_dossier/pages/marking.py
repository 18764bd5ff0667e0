"""Marks, in a part of a source's text, the words that the dossier takes from it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from mkdocs_dossier.document.compose import element, join, run, text
from mkdocs_dossier.document.nodes import Inline
from mkdocs_dossier.quotes.excerpts import LEFT_OUT, LONGEST, Span, excerpts, merged_parts
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText


def marked(archived: SourceText, start: int, end: int, spans: Sequence[Span]) -> Inline:
    """Write the text between two offsets, with those of `spans` in it marked; they are sorted and apart."""
    written, at = [], start
    # All before the first span that ends behind `start` is before this part.
    reached = bisect_right(spans, start, key=lambda span: span[1])
    for span_start, span_end in (spans[index] for index in range(reached, len(spans))):
        if span_start >= end:
            break
        first, last = max(span_start, start), min(span_end, end)
        if first < last:
            written += [run(archived.text[at:first]), element("mark", text(archived.text[first:last]))]
            at = last
    written.append(run(archived.text[at:end]))
    return join(written, "")


_REACH = 2 * LONGEST
"""How many characters around quoted words may be shown, and more."""


def _near(hidden: Sequence[Span], quoted: Sequence[Span]) -> Sequence[Span]:
    """Leave out what is far from all quoted words; the spans are sorted and apart."""
    if not quoted:
        return hidden
    first = bisect_left(hidden, quoted[0][0] - _REACH, key=lambda span: span[1])
    return hidden[first : bisect_right(hidden, quoted[-1][1] + _REACH, key=lambda span: span[0])]


def marked_excerpts(archived: SourceText, matches: Sequence[Match], hidden: Sequence[Span]) -> Inline:
    """Write the stretches of a text that show matches in their sentences, with the matches marked.

    Nothing is shown of what is `hidden`.
    """
    quoted = merged_parts(matches)
    hidden = _near(hidden, quoted)
    written = (marked(archived, start, end, quoted) for start, end in excerpts(archived, matches, hidden))
    return join(written, f" {LEFT_OUT} ")
