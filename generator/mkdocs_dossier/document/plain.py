"""Writes the words of a document as plain text."""

import re
from collections.abc import Iterator

from mkdocs_dossier.document.nodes import (
    Block,
    Box,
    Break,
    Bullets,
    Details,
    Element,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Table,
    Text,
    Verbatim,
)

# White space as HTML folds it, that of verbatim text too; a no-break space stays.
_WHITE = re.compile(r"[\t\n\r\f\v ]+")


def words(content: Inline) -> str:
    """Return the words of inlines on one line."""
    return _WHITE.sub(" ", "".join(map(_said, content))).strip(" ")


def lines(blocks: Block) -> Iterator[str]:
    """List the words of blocks: a line for each paragraph, heading, item and cell.

    There is none for a picture or for linked data.
    """
    for node in blocks:
        match node:
            case Heading(content=content) | Paragraph(content=content):
                yield words(content)
            case Bullets(items):
                yield from map(words, items)
            case Table(caption, head, rows):
                yield words(caption)
                yield from (words(cell) for row in (head, *rows) for cell in row if cell)
            case Box():
                yield from lines(node.blocks)
            case Details(summary, inner):
                yield words(summary)
                yield from lines(inner)
            case Listing(name, content):
                yield from (name, words(content))


def _said(node: object) -> str:
    match node:
        case Text(value) | Verbatim(value):
            return value
        case Element(content=content) | Link(label=content):
            return "".join(map(_said, content))
        case Break():
            return " "
    raise TypeError(f"no inline: {node!r}")
