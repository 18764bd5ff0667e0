"""Writes a document as Markdown; the only module that knows its syntax, and that escapes for it.

Every character that Markdown, HTML or a common extension could act on is written as a numeric character
reference, such as `&#42;`. Unlike a backslash, that is shown as the character itself by every renderer, and
in a table cell, a heading, a link's label and an attribute too. Blocks are joined by blank lines.
"""

import html
import json
import re
from collections.abc import Callable
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
    Page,
    Paragraph,
    Table,
    Text,
    Verbatim,
)

# Each alternative matches one character, which is then written as a reference: what Markdown, HTML or a
# common extension acts on in that position. The text is one piece of a line, so `\A` may be a line's start.
_SYNTAX = re.compile(
    r"""
      [&<>\\`*_{\[\]#|~^$"'@]                         # wherever it stands
    | \A[-+=:!?/]                                       # a block, at a line's start
    | \A\d(?=\d*[.)](?:\s|\Z))                         # a numbered list
    | (?<=[-+=.!?])[-+=.!?] | [-+=.!?](?=[-+=.!?])      # dashes, rules, ellipses
    | :(?!\s|\Z)                                       # addresses, emoji
    | (?<=[\w+=])/(?=[\w\-=]) | \((?=(?:c|r|p|tm)\))   # 1/2, c/o, (c)
    | !\Z                                               # an image, before a link
    | (?<=www)\. | [!?](?=\d) | \d(?=st|nd|rd|th)        # www.x, !1, 1st
    | (?<![0-9a-z])[0-9a-f](?=[0-9a-f]{39}(?![0-9a-z]))  # a commit's hash
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WHITE = re.compile(r"[\t\n\r\f\v ]+")
# Names and titles come back on many pages, and the pattern above is slow.
_KEPT = 1 << 16


def write_page(
    page: Page, figure: Callable[[Figure], str] | None = None, address: Callable[[str], str] = str
) -> str:
    """Write a page as a Markdown file with front matter.

    `figure` says what to write for a picture, if not its markup. `address` turns a link's target, a path of a
    file, into the address for a browser, for links in HTML, which no renderer of Markdown looks at.
    """
    # Each value is written as JSON, of which every document is YAML.
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in metadata(page).items()]
    front_matter = "\n".join(["---", *lines, "---", ""])
    return f"{front_matter}\n{_Writer(figure or write_figure, address).blocks(page.blocks)}\n"


def metadata(page: Page) -> dict[str, object]:
    """Return what the front matter of a page says; texts are escaped: themes print them as they are."""
    meta: dict[str, object] = {"title": _shown(page.title)}
    if page.description:
        meta["description"] = _shown(page.description)
    if page.hide:
        meta["hide"] = list(page.hide)
    if page.boost != 1.0:
        meta["search"] = {"boost": page.boost}
    return meta


def _shown(value: str) -> str:
    # A brace too: some sites run Jinja over their pages and titles.
    return html.escape(value).replace("{", "&#123;")


def write(blocks: Block) -> str:
    """Write blocks as Markdown."""
    return _Writer(write_figure, str).blocks(blocks)


def _line(value: str) -> str:
    """Escape text on one line; the result also serves as the value of an attribute."""
    return _escaped(_WHITE.sub(" ", value).strip(" "))


@lru_cache(maxsize=_KEPT)
def _escaped(value: str) -> str:
    return _SYNTAX.sub(lambda found: f"&#{ord(found[0])};", value)


def write_figure(figure: Figure) -> str:
    """Write a picture's markup, without blank lines, which would end the block of HTML for Markdown."""
    return re.sub(r"\n\s*\n", "\n", figure.markup.strip())


class _Writer:
    """Writes blocks; asks functions what to write for each picture, and for each link that stands in HTML."""

    def __init__(self, figure: Callable[[Figure], str], address: Callable[[str], str]) -> None:
        self.figure = figure
        self.address = address

    def blocks(self, blocks: Block) -> str:
        return "\n\n".join(map(self.block, blocks))

    def block(self, node: object) -> str:
        match node:
            case Heading(level, content, identifier):
                # The form with a colon: `{#` opens a comment in Jinja, which some sites run over their pages.
                return f"{'#' * level} {_inline(content)} {{: #{identifier}}}"
            case Paragraph(content, cls):
                return f"{_inline(content)}\n{{.{cls}}}" if cls else _inline(content)
            case Bullets(items):
                return "\n".join(f"- {_inline(item)}" for item in items)
            case Table():
                return self.table(node)
            case Box():
                return self.box(node)
            case Details():
                return self.details(node)
            case Figure():
                return self.figure(node)
            case Listing():
                return _listing(node)
            case LinkedData():
                return script(node)
        raise TypeError(f"no block: {node!r}")

    def box(self, box: Box) -> str:
        # md_in_html would read the content of an `li` as a single line of text.
        mode = 'markdown="block"' if box.name == "li" else "markdown"
        opening = f"<{box.name}{_attributes(box.attributes)} {mode}>"
        return f"{opening}\n\n{self.blocks(box.blocks)}\n\n</{box.name}>"

    def table(self, table: Table) -> str:
        """Write a table as HTML: Markdown's own have no caption and no row heads."""
        # Escaped twice: md_in_html reads the tags of rows, and writes what it read of an attribute as it is.
        labels = [_line(html.escape(plain.words(cell))) for cell in table.head]
        heads = "".join(f'<th scope="col">{self.in_html(cell)}</th>' for cell in table.head)
        rows = (self.row(row, labels, table.row_head) for row in table.rows)
        return "\n".join(
            [
                f'<table class="dossier-rows"><caption>{self.in_html(table.caption)}</caption>',
                f"<thead><tr>{heads}</tr></thead><tbody>",
                *rows,
                "</tbody></table>",
            ]
        )

    def row(self, cells: tuple[Inline, ...], labels: list[str], row_head: int) -> str:
        written = []
        for number, (cell, label) in enumerate(zip(cells, labels, strict=True)):
            opening, name = ('th scope="row"', "th") if number == row_head else ("td", "td")
            written.append(f'<{opening} data-label="{label}">{self.in_html(cell)}</{name}>')
        return f"<tr>{''.join(written)}</tr>"

    def in_html(self, content: Inline) -> str:
        """Write inlines for a place where no renderer reads Markdown: its escapes are HTML, links are not."""
        return "".join(map(self.mark_in_html, content))

    def mark_in_html(self, node: object) -> str:
        match node:
            case Link(label, target):
                # The program made the address itself, of characters that nothing acts on.
                return f'<a href="{html.escape(self.address(target))}">{self.in_html(label)}</a>'
            case Element(name, content, attributes):
                return f"<{name}{_attributes(attributes)}>{self.in_html(content)}</{name}>"
        return _node(node)

    def details(self, node: Details) -> str:
        summary = f'<summary markdown="span">{_inline(node.summary)}</summary>'
        return (
            f"<details{_attributes(node.attributes)} markdown>{summary}\n\n"
            f"{self.blocks(node.blocks)}\n\n</details>"
        )


def _inline(content: Inline) -> str:
    """Write inlines."""
    # Most are plain text, which is told sooner by its type than by a pattern.
    return "".join([_piece(node.value) if type(node) is Text else _node(node) for node in content])


def _node(node: object) -> str:
    match node:
        case Text(value):
            return _piece(value)
        case Element(name, content, attributes):
            return f"<{name}{_attributes(attributes)}>{_inline(content)}</{name}>"
        case Link(label, target):
            return f"[{_inline(label)}]({target})"
        case Break():
            return "<br>"
        case Verbatim(value):
            # A real line break could end the block of HTML that this stands in; a reference cannot.
            return "&#10;".join(map(_blanks_kept, value.split("\n")))
    raise TypeError(f"no inline: {node!r}")


@lru_cache(maxsize=_KEPT)
def _piece(value: str) -> str:
    """Write a piece of running text; its words are escaped as if no blank stood at their ends."""
    words = value.strip(" ")
    if not words:
        return value
    return f"{' ' * value.startswith(' ')}{_escaped(words)}{' ' * value.endswith(' ')}"


def _blanks_kept(line: str) -> str:
    """Write a verbatim line with every blank of it: a tag of RIS is known by two blanks."""
    return "&#32;".join(map(_escaped, line.split(" ")))


def _listing(node: Listing) -> str:
    way, is_open = f'dir="{node.direction}"', " open" if node.is_open else ""
    return (
        f'<details class="dossier-cite"{is_open}><summary>{_line(node.name)}</summary>'
        f"<pre {way}><code {way}>{_inline(node.content)}</code></pre></details>"
    )


@lru_cache(maxsize=_KEPT)
def _attributes(attributes: Attributes) -> str:
    return "".join(f' {name}="{_line(value)}"' if value else f" {name}" for name, value in attributes)
