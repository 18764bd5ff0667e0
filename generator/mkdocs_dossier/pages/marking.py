"""Marks, in a part of a source's text, the words that the dossier takes from it."""

from collections.abc import Iterable, Sequence

from mkdocs_dossier.document.compose import element, join, run, text
from mkdocs_dossier.document.nodes import Inline
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText

Span = tuple[int, int]
"""From where to where in a source's text, in characters (code points); the end is not included."""


def merged(spans: Iterable[Span]) -> list[Span]:
    """Sort spans, and join those that touch or overlap."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def merged_parts(matches: Iterable[Match]) -> list[Span]:
    """Return the spans of what is quoted, without what an elision leaves out, sorted and joined."""
    return merged(part for match in matches for part in match.parts)


def marked(archived: SourceText, start: int, end: int, spans: Sequence[Span]) -> Inline:
    """Write the text between two offsets, with the spans in it marked; `spans` as `merged` returns them."""
    written, at = [], start
    for span_start, span_end in spans:
        first, last = max(span_start, start), min(span_end, end)
        if first < last:
            written += [run(archived.text[at:first]), element("mark", text(archived.text[first:last]))]
            at = last
    written.append(run(archived.text[at:end]))
    return join(written, "")
