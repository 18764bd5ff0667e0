"""Writes a document as HTML: the same HTML that a renderer makes of what `document.markdown` writes."""

import html
from collections.abc import Callable

from mkdocs_dossier.document import plain
from mkdocs_dossier.document.nodes import (
    Attributes,
    Block,
    Box,
    Break,
    Bullets,
    Details,
    Element,
    Figure,
    Heading,
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


def built(target: str, *, directory_urls: bool) -> str:
    """Return the address for a browser of a link's target, if that is a page of ours; any other is its own.

    `directory_urls` says whether a page is published as `x/`, or as `x/index.html`.
    """
    path, mark, anchor = target.partition("#")
    folder, page, rest = path.rpartition("index.md")
    if not page or rest or (folder and not folder.endswith("/")):
        return target
    return ((folder or "./") if directory_urls else f"{folder}index.html") + mark + anchor


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
            case Table():
                return self.table(node)
            case Details(summary, blocks, attributes):
                inner = _element("summary", self.inline(summary)) + self.blocks(blocks)
                return _element("details", inner, attributes)
            case Figure(markup):
                return markup
            case Listing():
                return self.listing(node)
        raise TypeError(f"no block: {node!r}")

    def table(self, node: Table) -> str:
        heads = "".join(_element("th", self.inline(cell), (("scope", "col"),)) for cell in node.head)
        labels = [plain.words(cell) for cell in node.head]
        rows = "".join(self.row(row, labels, node.row_head) for row in node.rows)
        inner = [
            _element("caption", self.inline(node.caption)),
            _element("thead", _element("tr", heads)),
            _element("tbody", rows),
        ]
        return _element("table", "".join(inner), (("class", "dossier-rows"),))

    def row(self, cells: tuple[Inline, ...], labels: list[str], row_head: int) -> str:
        written = []
        for number, (cell, label) in enumerate(zip(cells, labels, strict=True)):
            is_head = number == row_head
            attributes = ((("scope", "row"),) if is_head else ()) + (("data-label", label),)
            written.append(_element("th" if is_head else "td", self.inline(cell), attributes))
        return _element("tr", "".join(written))

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
