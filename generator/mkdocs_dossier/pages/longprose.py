"""Prose of a record: of a very long text, the first paragraphs stand on its page, the rest on others."""

import re
from collections.abc import Iterator, Sequence

from mkdocs_dossier.document.compose import container
from mkdocs_dossier.document.nodes import Block
from mkdocs_dossier.pages.lengths import MOST_BYTES
from mkdocs_dossier.pages.longlists import LongList, list_links
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.values.refs import Ref

_LINK = 200
"""How many bytes a link has besides its words, about."""
# A new paragraph; an item of a list, a quotation and what is indented may belong to what stands before.
_PARAGRAPH = re.compile(r"\n(?:[ \t]*\n)+(?=[^\s>*+\-\d])")
_WORD = re.compile(r"\s*(?:\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)|[^\s\[]+|\[)")


def prose_list(view: View, anchor: str, prose: str | None) -> LongList[str]:
    """List the paragraphs of a prose text."""
    paragraphs = [piece for one in _PARAGRAPH.split(prose or "") for piece in _pieces(one) if piece.strip()]
    return LongList(anchor, view.words.say("Text"), paragraphs, _written, kept=_ALL, rows=_ALL, weigh=_weight)


_ALL = 1 << 30
"""As many paragraphs as there are: only their weight ends a page."""


def opening_prose(here: Here, ref: Ref, listed: LongList[str]) -> Block:
    """Write the paragraphs of a prose text that stand on the page of its record, and links to the rest."""
    if not listed.items:
        return ()
    written = _written(here, listed.rows_of(1))
    if listed.count == 1:
        return written
    return container(written, list_links(here, ref, listed, 1), attributes={"id": listed.anchor})


def _written(here: Here, paragraphs: Sequence[str]) -> Block:
    return here.prose("\n\n".join(paragraphs))


def _weight(paragraph: str) -> int:
    return len(paragraph.encode()) + _LINK * paragraph.count("[[")


def _pieces(paragraph: str) -> Iterator[str]:
    """Part a paragraph that is longer than a page between its words."""
    if _weight(paragraph) <= MOST_BYTES:
        yield paragraph
        return
    start = weight = 0
    for word in _WORD.finditer(paragraph):
        weight += _weight(word[0])
        if weight > MOST_BYTES // 2:
            yield paragraph[start : word.end()]
            start, weight = word.end(), 0
    yield paragraph[start:]
