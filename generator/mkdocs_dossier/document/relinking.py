"""Change the links of a document, wherever they stand in it."""

from collections.abc import Callable
from dataclasses import replace

from mkdocs_dossier.document.nodes import (
    Block,
    Box,
    Bullets,
    Details,
    Element,
    Figure,
    Heading,
    Inline,
    Link,
    LinkedData,
    Listing,
    Paragraph,
    Table,
)

Change = Callable[[Link], Inline]
"""A function that returns what stands in the place of a link: another link, or its label alone."""


def relinked(blocks: Block, change: Change) -> Block:
    """Return blocks with each link changed; those in pictures and in linked data stay as they are."""
    return tuple(_block(one, change) for one in blocks)


_Node = Heading | Paragraph | Bullets | Box | Table | Details | Figure | Listing | LinkedData


def _block(node: _Node, change: Change) -> _Node:
    match node:
        case Heading() | Paragraph() | Listing():
            return replace(node, content=_inline(node.content, change))
        case Bullets():
            return Bullets(tuple(_inline(one, change) for one in node.items))
        case Box():
            return replace(node, blocks=relinked(node.blocks, change))
        case Details():
            blocks = relinked(node.blocks, change)
            return replace(node, summary=_inline(node.summary, change), blocks=blocks)
        case Table():
            rows = tuple(tuple(_inline(cell, change) for cell in row) for row in node.rows)
            return replace(
                node,
                caption=_inline(node.caption, change),
                head=tuple(_inline(cell, change) for cell in node.head),
                rows=rows,
            )
        case Figure() | LinkedData():
            return node


def _inline(content: Inline, change: Change) -> Inline:
    found: list[Inline] = []
    for node in content:
        match node:
            case Link():
                found.append(change(node))
            case Element():
                found.append((replace(node, content=_inline(node.content, change)),))
            case _:
                found.append((node,))
    return tuple(one for part in found for one in part)
