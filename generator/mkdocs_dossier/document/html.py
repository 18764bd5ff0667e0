"""Writes a document as HTML: the same HTML that a renderer makes of what `document.markdown` writes."""

import html
from collections.abc import Callable

from mkdocs_dossier.document.nodes import (
    Attributes,
    Block,
    Box,
    Break,
    Bullets,
    Element,
    Figure,
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


def write(blocks: Block, address: Callable[[str], str] = str) -> str:
    """Write blocks; `address` turns a link's target, a path of a file, into the address for a browser."""
    return _Writer(address).blocks(blocks)


class _Writer:
    """Writes blocks and inlines, and asks a function for the address of each link."""

    def __init__(self, address: Callable[[str], str]) -> None:
        self.address = address

    def blocks(self, blocks: Block) -> str:
        return "\n".join(map(self.block, blocks))

    def block(self, node: object) -> str:
        match node:
            case Heading(level, content, identifier):
                return _element(f"h{level}", self.inline(content), (("id", identifier),))
            case Paragraph(content, cls):
                return _element("p", self.inline(content), (("class", cls),) if cls else ())
            case Bullets(items):
                return _element("ul", "".join(_element("li", self.inline(item)) for item in items))
            case Box(name, blocks, attributes):
                return _element(name, self.blocks(blocks), attributes)
            case Table(head, rows):
                return self.table(head, rows)
            case Figure(markup):
                return markup
            case Listing():
                return self.listing(node)
            case Hidden(content, cls):
                return _element("p", self.inline(content), (("class", cls), ("hidden", "")))
        raise TypeError(f"no block: {node!r}")

    def table(self, head: tuple[Inline, ...], rows: tuple[tuple[Inline, ...], ...]) -> str:
        top = _element("thead", self.row("th", head))
        body = _element("tbody", "".join(self.row("td", row) for row in rows)) if rows else ""
        return _element("table", top + body)

    def row(self, name: str, cells: tuple[Inline, ...]) -> str:
        return _element("tr", "".join(_element(name, self.inline(cell)) for cell in cells))

    def listing(self, node: Listing) -> str:
        way = (("dir", node.direction),)
        words = _element("pre", _element("code", self.inline(node.content), way), way)
        is_open = (("open", ""),) if node.is_open else ()
        summary = _element("summary", html.escape(node.name))
        return _element("details", summary + words, (("class", "dossier-cite"), *is_open))

    def inline(self, content: Inline) -> str:
        return "".join(map(self.mark, content))

    def mark(self, node: object) -> str:
        match node:
            case Text(value) | Verbatim(value):
                return html.escape(value)
            case Element(name, content, attributes):
                return _element(name, self.inline(content), attributes)
            case Link(label, target):
                return _element("a", self.inline(label), (("href", self.address(target)),))
            case Break():
                return "<br>"
        raise TypeError(f"no inline: {node!r}")


def _element(name: str, content: str, attributes: Attributes = ()) -> str:
    written = "".join(f' {key}="{html.escape(value)}"' if value else f" {key}" for key, value in attributes)
    return f"<{name}{written}>{content}</{name}>"
