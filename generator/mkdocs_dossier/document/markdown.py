"""Writes Markdown; the one place that knows its syntax, and that escapes.

Text of a dossier becomes `Inline` through `text` and in no other way. Every character that Markdown,
HTML or a common extension could obey is written as a numeric character reference: it reads the same in
each renderer, in a table cell, a heading, a link's label or an attribute, and is shown as it was written.
Blocks are joined by blank lines (`document`).
"""

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NewType

Inline = NewType("Inline", str)
Block = NewType("Block", str)

# One character each: what Markdown, HTML or a common extension obeys where it stands.
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
_SLUG = re.compile(r"[^a-z0-9-]+")


@lru_cache(maxsize=1 << 16)
def text(value: str) -> Inline:
    """Write text so that it is shown as it stands, on one line."""
    return Inline(_SYNTAX.sub(lambda found: f"&#{ord(found[0])};", _WHITE.sub(" ", value).strip(" ")))


def run(value: str) -> Inline:
    """Write a piece of running text, keeping one blank at an end that has one."""
    inner = text(value)
    if not inner:
        return Inline(" " if value else "")
    before, after = _WHITE.match(value), _WHITE.match(value[-1])
    return Inline(f"{' ' if before else ''}{inner}{' ' if after else ''}")


def join(parts: Iterable[Inline], separator: str = " ") -> Inline:
    """Set inlines after one another, with a separator that is text."""
    return Inline(run(separator).join(part for part in parts if part))


def line_break() -> Inline:
    """Break the line; serves in table cells too."""
    return Inline("<br>")


def element(name: str, content: Inline, attributes: Mapping[str, str | None] | None = None) -> Inline:
    """Write an inline HTML element; an attribute of `None` is left out."""
    return Inline(f"<{name}{_attributes(attributes or {})}>{content}</{name}>")


def span(
    content: Inline,
    *,
    cls: str | None = None,
    lang: str | None = None,
    direction: str | None = None,
    title: str | None = None,
) -> Inline:
    """Mark a run of text: its class, its language, its direction."""
    return element("span", content, {"class": cls, "lang": lang, "dir": direction, "title": title})


def bracketed(content: Inline) -> Inline:
    """Write in round brackets."""
    return Inline(f"{text('(')}{content}{text(')')}")


def strong(content: Inline) -> Inline:
    """Write in bold."""
    return Inline(f"<strong>{content}</strong>")


def emphasis(content: Inline) -> Inline:
    """Write with stress."""
    return Inline(f"<em>{content}</em>")


def code(value: str, *, lang: str | None = None, direction: str = "ltr") -> Inline:
    """Write an id, a hash or a path, or characters of a text in a language."""
    return element("code", text(value), {"lang": lang, "dir": direction})


def link(label: Inline, target: str) -> Inline:
    """Link to a page of the site; `target` is a relative path that the program made itself."""
    return Inline(f"[{label}]({target})")


def outside_link(label: Inline, url: str) -> Inline:
    """Link to an address outside the site."""
    return element("a", label, {"class": "dossier-outside", "href": url, "rel": "external noopener nofollow"})


def heading(level: int, content: Inline, identifier: str) -> Block:
    """Write a heading with an id of its own."""
    # With the colon: `{#` opens a comment in the template language that some sites run over their pages.
    return Block(f"{'#' * level} {content} {{: #{anchor(identifier)}}}")


def anchor(identifier: str) -> str:
    """Make an id that an address can end with from one that the program made."""
    return _SLUG.sub("-", identifier.lower()).strip("-")


def paragraph(content: Inline, *, cls: str | None = None) -> Block:
    """Write a paragraph."""
    return Block(f"{content}\n{{.{cls}}}" if cls else f"{content}")


def bullets(items: Iterable[Inline]) -> Block:
    """Write a list, one inline an item."""
    return Block("\n".join(f"- {item}" for item in items))


def definitions(rows: Iterable[tuple[Inline, Inline]]) -> Block:
    """Write names with their values, as a list of two parts."""
    items = (Inline(f"<b>{name}</b> <span>{value}</span>") for name, value in rows)
    return container(bullets(items), cls="dossier-facts")


def container(
    *blocks: Block,
    cls: str | None = None,
    name: str = "div",
    attributes: Mapping[str, str | None] | None = None,
) -> Block:
    """Put blocks into an HTML element, a box of a class by default; nothing where there is nothing in it.

    The attributes are the program's own words: an entity in one would be obeyed here.
    """
    inner = document(blocks)
    # md_in_html takes the content of a list's item for one line unless it is told otherwise.
    mode = 'markdown="block"' if name == "li" else "markdown"
    opening = f"<{name}{_attributes({'class': cls, **(attributes or {})})} {mode}>"
    return Block(f"{opening}\n\n{inner}\n\n</{name}>") if inner else Block("")


def table(head: Sequence[Inline], rows: Iterable[Sequence[Inline]], *, cls: str = "") -> Block:
    """Write a table; it is kept out of the search index, which holds each record's own page.

    The box is a `section`, since Material's indexer takes the end of an inner `div` for the outer's.
    """
    lines = [_row(head), "|" + " --- |" * len(head), *(_row(row) for row in rows)]
    classes = f"dossier-table {cls}".strip()
    return container(
        Block("\n".join(lines)), cls=classes, name="section", attributes={"data-search-exclude": ""}
    )


def _row(cells: Sequence[Inline]) -> str:
    return "| " + " | ".join(cell or " " for cell in cells) + " |"


def html_block(markup: str) -> Block:
    """Set an element that the program wrote itself (a picture's `figure`), with no blank line in it.

    It has to be one that HTML knows as a block; what is in it is not read as Markdown.
    """
    return Block(re.sub(r"\n\s*\n", "\n", markup.strip()))


def attribute(value: str) -> str:
    """Write the value of an HTML attribute."""
    return text(value)


def _attributes(values: Mapping[str, str | None]) -> str:
    return "".join(
        f" {name}" if value == "" else f' {name}="{attribute(value)}"'
        for name, value in values.items()
        if value is not None
    )


def document(blocks: Iterable[Block]) -> str:
    """Join blocks."""
    return "\n\n".join(block for block in blocks if block)


def front_matter(values: Mapping[str, object]) -> str:
    """Write a page's metadata: texts escaped, since themes put them into HTML as they stand."""
    lines = [f"{name}: {json.dumps(_escaped(value), ensure_ascii=False)}" for name, value in values.items()]
    return "\n".join(["---", *lines, "---", ""])


def _escaped(value: object) -> object:
    if isinstance(value, str):
        # A brace too: some sites run a template language over their pages and titles.
        return html.escape(value).replace("{", "&#123;")
    if isinstance(value, Mapping):
        return {key: _escaped(inner) for key, inner in value.items()}
    return value
