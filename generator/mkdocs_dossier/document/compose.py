"""What pages are composed with: short functions that make the nodes of a document.

Text of a dossier becomes `Inline` through `text` or `run` and in no other way. What would say nothing
is empty, and whatever it is put into leaves it out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from mkdocs_dossier.document.nodes import (
    Attributes,
    Block,
    Box,
    Break,
    Bullets,
    Element,
    Figure,
    Heading,
    Inline,
    Link,
    Paragraph,
    Table,
    Text,
    Verbatim,
)

_WHITE = re.compile(r"[\t\n\r\f\v ]+")
_SLUG = re.compile(r"[^a-z0-9-]+")


def text(value: str) -> Inline:
    """Write text on one line, without blanks at its ends."""
    words = _on_a_line(value)
    return (Text(words),) if words else ()


def run(value: str) -> Inline:
    """Write a piece of running text, keeping one blank at an end that has one."""
    words = _WHITE.sub(" ", value)
    return (Text(words),) if words else ()


def verbatim(value: str) -> Inline:
    """Write text with its blanks and line ends, as the syntax of another format needs them."""
    return (Verbatim("\n".join(line.replace("\t", " ") for line in value.splitlines())),)


def join(parts: Iterable[Inline], separator: str = " ") -> Inline:
    """Set inlines after one another, with a separator that is text."""
    return _between(parts, run(separator))


def lines(parts: Iterable[Inline], *, apart: int = 1) -> Inline:
    """Set inlines below one another, in table cells too; `apart`: how many ends of a line between two."""
    return _between(parts, (Break(),) * apart)


def _between(parts: Iterable[Inline], separator: Inline) -> Inline:
    present = [part for part in parts if part]
    return tuple(chain.from_iterable(separator + part if at else part for at, part in enumerate(present)))


def line_break() -> Inline:
    """Break the line."""
    return (Break(),)


def element(name: str, content: Inline, attributes: Mapping[str, str | None] | None = None) -> Inline:
    """Mark inlines by an HTML element; an attribute of `None` is left out."""
    return (Element(name, content, _present(attributes or {})),)


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
    return (*text("("), *content, *text(")"))


def strong(content: Inline) -> Inline:
    """Write in bold."""
    return element("strong", content)


def emphasis(content: Inline) -> Inline:
    """Write with stress."""
    return element("em", content)


def code(value: str, *, lang: str | None = None, direction: str = "ltr") -> Inline:
    """Write an id, a hash or a path, or characters of a text in a language."""
    return element("code", text(value), {"lang": lang, "dir": direction})


def link(label: Inline, target: str) -> Inline:
    """Link to another file of the site; `target` is a relative path that the program made itself."""
    return (Link(label, target),)


def outside_link(label: Inline, url: str) -> Inline:
    """Link to an address outside the site."""
    return element("a", label, {"class": "dossier-outside", "href": url, "rel": "external noopener nofollow"})


def heading(level: int, content: Inline, identifier: str) -> Block:
    """Write a heading; its id is made of words of the program or ids of records."""
    return (Heading(level, content, _SLUG.sub("-", identifier.lower()).strip("-")),)


def paragraph(content: Inline, *, cls: str = "") -> Block:
    """Write a paragraph."""
    return (Paragraph(content, cls),) if content else ()


def bullets(items: Iterable[Inline]) -> Block:
    """Write a list, one inline an item."""
    written = tuple(items)
    return (Bullets(written),) if written else ()


def definitions(rows: Iterable[tuple[Inline, Inline]]) -> Block:
    """Write names with their values, as a list of two parts."""
    items = (join([element("b", name), element("span", value)]) for name, value in rows)
    return container(bullets(items), cls="dossier-facts")


def stack(*parts: Block) -> Block:
    """Set blocks after one another."""
    return tuple(chain.from_iterable(parts))


def container(
    *parts: Block,
    cls: str | None = None,
    name: str = "div",
    attributes: Mapping[str, str | None] | None = None,
) -> Block:
    """Put blocks into an HTML element, a box of a class by default; nothing where there is nothing in it.

    The attributes are the program's own words.
    """
    inner = stack(*parts)
    return (Box(name, inner, _present({"class": cls, **(attributes or {})})),) if inner else ()


def table(head: Sequence[Inline], rows: Iterable[Sequence[Inline]], *, cls: str = "") -> Block:
    """Write a table; nothing where it has no row. Search passes it over: each record has a page of its own.

    The box is a `section`, since Material's indexer takes the end of an inner `div` for the outer's.
    """
    written = tuple(tuple(row) for row in rows)
    listed = (Table(tuple(head), written),) if written else ()
    classes = f"dossier-table {cls}".strip()
    return container(listed, cls=classes, name="section", attributes={"data-search-exclude": ""})


def figure(markup: str) -> Block:
    """Set a picture, a finished `figure` of HTML that the program wrote itself."""
    return (Figure(markup),)


def _present(attributes: Mapping[str, str | None]) -> Attributes:
    return tuple((name, _on_a_line(value)) for name, value in attributes.items() if value is not None)


def _on_a_line(value: str) -> str:
    return _WHITE.sub(" ", value).strip(" ")
