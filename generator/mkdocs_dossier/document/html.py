"""Writes a document as HTML: the same HTML that a renderer makes of what `document.markdown` writes."""

import html
import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_dossier.document import plain
from mkdocs_dossier.document.jsonld import script
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
    LinkedData,
    Listing,
    Paragraph,
    Table,
    Text,
    Verbatim,
)

_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading of a written page: its level from 1 to 6, its id, and its words as HTML."""

    level: int
    identifier: str
    words: str


@dataclass(frozen=True, slots=True)
class Written:
    """Blocks as HTML, with what a builder of sites asks of them.

    `headings` are in their order. `anchors` are the ids of headings and elements, those in pictures left out.
    `links` are the targets of links, each once, as the document has them; those in tables are left out, which
    stand as HTML in our Markdown, where no builder looks.
    """

    html: str
    headings: tuple[Headline, ...]
    anchors: tuple[str, ...]
    links: tuple[str, ...]


def write(
    blocks: Block,
    opened: Callable[[str], str] | None = None,
    permalink: Callable[[str], Inline] | None = None,
    figure: Callable[[Figure], str] | None = None,
) -> Written:
    """Write blocks.

    `opened` turns a link's target, a path of a file, into the opening tag of the link; see `opening`.
    `permalink` says what stands at the end of a heading, by its id; `figure` what to write for a picture, if
    not its markup.
    """
    writer = _Writer(opened or opening, permalink, figure or _markup)
    content = writer.blocks(blocks)
    return Written(content, tuple(writer.headings), tuple(writer.anchors), tuple(writer.links))


def opening(address: str) -> str:
    """Write the opening tag of a link to an address."""
    return f'<a href="{_escaped(address)}">'


@lru_cache(maxsize=_KEPT)
def built(target: str, path: str, *, directory_urls: bool) -> str:
    """Return the address of a link's target for a browser, by the shortest way from the page at a path.

    A target that is a page of ours leads to what is built of it: `directory_urls` says whether that is `x/`,
    or `x/index.html`.
    """
    file, mark, anchor = target.partition("#")
    if not file:
        return target
    folder, _, _ = path.rpartition("/")
    to = posixpath.normpath(f"{folder}/{file}").strip("/")
    page = to == "index.md" or to.endswith("/index.md")
    if page:
        to = to[: -len("/index.md")] if directory_urls else f"{to.removesuffix('.md')}.html"
    return _short(to, folder) + "/" * (page and directory_urls) + mark + anchor


def _short(to: str, folder: str) -> str:
    """Return the way from a folder to a path, as `posixpath.relpath` does in ten times the time."""
    ours, theirs = (one.split("/") if one else [] for one in (folder, to))
    shared = next(
        (at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other), None
    )
    if shared is None:
        shared = min(len(ours), len(theirs))
    return "/".join([".."] * (len(ours) - shared) + theirs[shared:]) or "."


class _Writer:
    """Writes blocks and inlines, asks for the opening tag of each link, and notes what it wrote."""

    def __init__(
        self,
        opened: Callable[[str], str],
        permalink: Callable[[str], Inline] | None,
        figure: Callable[[Figure], str],
    ) -> None:
        self.opened = opened
        self.permalink = permalink
        self.figure = figure
        self.headings: list[Headline] = []
        self.anchors: list[str] = []
        self.links: dict[str, None] = {}

    def blocks(self, blocks: Block) -> str:
        return "\n".join(map(self.block, blocks))

    def block(self, node: object) -> str:
        match node:
            case Heading():
                return self.heading(node)
            case Paragraph(content, cls):
                return _element("p", self.inline(content), (("class", cls),) if cls else ())
            case Bullets(items):
                return _element("ul", "".join(_element("li", self.inline(item)) for item in items))
            case Box(name, blocks, attributes):
                return f"{self.tag(name, attributes)}{self.blocks(blocks)}</{name}>"
            case Table():
                noted, self.links = self.links, {}
                written = self.table(node)
                self.links = noted
                return written
            case Details(summary, blocks, attributes):
                line = _element("summary", self.inline(summary))
                return f"{self.tag('details', attributes)}{line}{self.blocks(blocks)}</details>"
            case Figure():
                return self.figure(node)
            case Listing():
                return self.listing(node)
            case LinkedData():
                return script(node)
        raise TypeError(f"no block: {node!r}")

    def tag(self, name: str, attributes: Attributes) -> str:
        """Write an opening tag, and note its id."""
        written, identifier = _attributes(attributes)
        if identifier:
            self.anchors.append(identifier)
        return f"<{name}{written}>"

    def heading(self, node: Heading) -> str:
        words = self.inline(node.content)
        self.anchors.append(node.identifier)
        self.headings.append(Headline(node.level, node.identifier, _escaped(plain.words(node.content))))
        # What leads to the page itself is no link between pages, so it is not noted.
        end = self.inline(self.permalink(node.identifier)) if self.permalink else ""
        return _element(f"h{node.level}", words + end, (("id", node.identifier),))

    def table(self, node: Table) -> str:
        heads = "".join(_element("th", self.inline(cell), (("scope", "col"),)) for cell in node.head)
        labels = [plain.words(cell) for cell in node.head]
        openings = [
            _tag("th", (("scope", "row"), ("data-label", label)))
            if at == node.row_head
            else _tag("td", (("data-label", label),))
            for at, label in enumerate(labels)
        ]
        closings = [f"</{'th' if at == node.row_head else 'td'}>" for at in range(len(labels))]
        rows = [
            "<tr>"
            + "".join(
                f"{start}{self.inline(cell)}{end}"
                for start, cell, end in zip(openings, row, closings, strict=True)
            )
            + "</tr>"
            for row in node.rows
        ]
        return (
            f'<table class="dossier-rows"><caption>{self.inline(node.caption)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        )

    def listing(self, node: Listing) -> str:
        way = (("dir", node.direction),)
        words = _element("pre", _element("code", self.inline(node.content), way), way)
        is_open = (("open", ""),) if node.is_open else ()
        summary = _element("summary", _escaped(node.name))
        return _element("details", summary + words, (("class", "dossier-cite"), *is_open))

    def inline(self, content: Inline) -> str:
        # Most are plain text, which is told sooner by its type than by a pattern.
        return "".join([_escaped(node.value) if type(node) is Text else self.mark(node) for node in content])

    def mark(self, node: object) -> str:
        match node:
            case Link(label, target):
                self.links[target] = None
                return f"{self.opened(target)}{self.inline(label)}</a>"
            case Element(name, content, attributes):
                return f"{self.tag(name, attributes)}{self.inline(content)}</{name}>"
            case Text(value) | Verbatim(value):
                return _escaped(value)
            case Break():
                return "<br>"
        raise TypeError(f"no inline: {node!r}")


def _markup(figure: Figure) -> str:
    return figure.markup


def _element(name: str, content: str, attributes: Attributes = ()) -> str:
    return f"{_tag(name, attributes)}{content}</{name}>"


def _tag(name: str, attributes: Attributes) -> str:
    return f"<{name}{_attributes(attributes)[0]}>"


@lru_cache(maxsize=_KEPT)
def _attributes(attributes: Attributes) -> tuple[str, str]:
    """Write attributes; return that, and the id among them."""
    written = "".join(f' {key}="{html.escape(value)}"' if value else f" {key}" for key, value in attributes)
    return written, dict(attributes).get("id", "")


@lru_cache(maxsize=_KEPT)
def _escaped(value: str) -> str:
    return html.escape(value)
