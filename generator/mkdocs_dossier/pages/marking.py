"""Marks, in a part of a source's text, the words that the dossier takes from it."""

from collections.abc import Sequence

from mkdocs_dossier.document.compose import element, join, run, text
from mkdocs_dossier.document.nodes import Inline
from mkdocs_dossier.quotes.excerpts import LEFT_OUT, Span, excerpts, merged_parts
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText


def marked(archived: SourceText, start: int, end: int, spans: Sequence[Span]) -> Inline:
    """Write the text between two offsets, with those of `spans` in it marked; they are sorted and apart."""
    written, at = [], start
    for span_start, span_end in spans:
        first, last = max(span_start, start), min(span_end, end)
        if first < last:
            written += [run(archived.text[at:first]), element("mark", text(archived.text[first:last]))]
            at = last
    written.append(run(archived.text[at:end]))
    return join(written, "")


def marked_excerpts(archived: SourceText, matches: Sequence[Match], hidden: Sequence[Span]) -> Inline:
    """Write the stretches of a text that show matches in their sentences, with the matches marked.

    Nothing is shown of what is `hidden`.
    """
    quoted = merged_parts(matches)
    written = (marked(archived, start, end, quoted) for start, end in excerpts(archived, matches, hidden))
    return join(written, f" {LEFT_OUT} ")
