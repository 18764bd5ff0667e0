"""Writes the words of a document as plain text."""

from collections.abc import Iterator

from mkdocs_dossier.document.nodes import (
    Block,
    Box,
    Break,
    Bullets,
    Element,
    Heading,
    Hidden,
    Inline,
    Link,
    Listing,
    Paragraph,
    Table,
    Text,
    Verbatim,
)


def words(content: Inline) -> str:
    """Return the words of inlines on one line."""
    # All white space becomes one blank, that of verbatim text too.
    return " ".join("".join(map(_said, content)).split())


def lines(blocks: Block) -> Iterator[str]:
    """List the words of blocks: a line for each paragraph, heading, item and cell, none for a picture."""
    for node in blocks:
        match node:
            case Heading(content=content) | Paragraph(content=content) | Hidden(content=content):
                yield words(content)
            case Bullets(items):
                yield from map(words, items)
            case Table(head, rows):
                yield from (words(cell) for row in (head, *rows) for cell in row if cell)
            case Box():
                yield from lines(node.blocks)
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
