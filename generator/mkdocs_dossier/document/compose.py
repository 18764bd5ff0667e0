"""Short functions that make the nodes of a document; pages are composed of nothing else.

The only way for text of a dossier to become `Inline` is through `text`, `run` or `verbatim`. What has nothing
to say is an empty tuple, and whatever it is put into leaves it out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from mkdocs_dossier.document.nodes import (
    EXCLUDED,
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
    Paragraph,
    Table,
    Text,
    Verbatim,
)

# White space as HTML collapses it. Not `\s`: a no-break space of the source must stay one.
_WHITE = re.compile(r"[\t\n\r\f\v ]+")
_SLUG = re.compile(r"[^a-z0-9-]+")
# Names, titles and words of the program come back on many pages: as many are kept as a large site has.
_KEPT = 1 << 16


@lru_cache(maxsize=_KEPT)
def text(value: str) -> Inline:
    """Write a text of its own, such as a title: on one line, without blanks at its ends."""
    words = _on_a_line(value)
    return (Text(words),) if words else ()


@lru_cache(maxsize=_KEPT)
def run(value: str) -> Inline:
    """Write a piece of running text: on one line; a blank at either end is kept, since more text follows."""
    words = _WHITE.sub(" ", value)
    return (Text(words),) if words else ()


def verbatim(value: str) -> Inline:
    """Write text with its blanks and line ends, which the syntax of another format (RIS, BibTeX) needs."""
    return (Verbatim("\n".join(line.replace("\t", " ") for line in value.splitlines())),)


def join(parts: Iterable[Inline], separator: str = " ") -> Inline:
    """Put inlines after one another, with a text between each two; empty ones are left out."""
    return _between(parts, run(separator))


def lines(parts: Iterable[Inline], *, apart: int = 1) -> Inline:
    """Put inlines below one another, `apart` line breaks between each two; this works in table cells too."""
    return _between(parts, (Break(),) * apart)


def _between(parts: Iterable[Inline], separator: Inline) -> Inline:
    present = [part for part in parts if part]
    if len(present) == 1:
        return present[0]
    pieces = [separator] * (2 * len(present) - 1)
    pieces[::2] = present
    return tuple(chain.from_iterable(pieces))


def line_break() -> Inline:
    """Break the line."""
    return (Break(),)


def element(name: str, content: Inline, attributes: Mapping[str, str | None] | None = None) -> Inline:
    """Wrap inlines in an HTML element; an attribute whose value is None is left out."""
    return (Element(name, content, _present(attributes or {})),)


def span(
    content: Inline,
    *,
    cls: str | None = None,
    lang: str | None = None,
    direction: str | None = None,
    title: str | None = None,
) -> Inline:
    """Wrap inlines in a `span` with a class, a language, a direction (`ltr`, `rtl`) or a title."""
    return (Element("span", content, _of_span(cls, lang, direction, title)),)


@cache
def _of_class(cls: str | None) -> Attributes:
    return _present({"class": cls})


# A few classes and languages come back on every page.
@lru_cache(maxsize=1024)
def _of_span(cls: str | None, lang: str | None, direction: str | None, title: str | None) -> Attributes:
    return _present({"class": cls, "lang": lang, "dir": direction, "title": title})


def bracketed(content: Inline) -> Inline:
    """Write in round brackets."""
    return (*text("("), *content, *text(")"))


def strong(content: Inline) -> Inline:
    """Write in bold."""
    return element("strong", content)


def emphasis(content: Inline) -> Inline:
    """Write with emphasis."""
    return element("em", content)


def code(value: str, *, lang: str | None = None, direction: str = "ltr") -> Inline:
    """Write an id, a hash, a path or an extract of a text, in letters of one width."""
    return element("code", text(value), {"lang": lang, "dir": direction})


def link(label: Inline, target: str) -> Inline:
    """Link to another file of the site; `target` is a relative path that the program made, so not escaped."""
    return (Link(label, target),)


def outside_link(label: Inline, url: str) -> Inline:
    """Link to an address outside the site."""
    return element("a", label, {"class": "dossier-outside", "href": url, "rel": "external noopener nofollow"})


def heading(level: int, content: Inline, identifier: str) -> Block:
    """Write a heading; `identifier` is the end of its address, of the program's words or records' ids."""
    return (Heading(level, content, _SLUG.sub("-", identifier.lower()).strip("-")),)


def paragraph(content: Inline, *, cls: str = "") -> Block:
    """Write a paragraph."""
    return (Paragraph(content, cls),) if content else ()


def bullets(items: Iterable[Inline]) -> Block:
    """Write a list; each inline is an item."""
    written = tuple(items)
    return (Bullets(written),) if written else ()


def definitions(rows: Iterable[tuple[Inline, Inline]]) -> Block:
    """Write a list of names, each with its value."""
    items = (join([element("b", name), element("span", value)]) for name, value in rows)
    return container(bullets(items), cls="dossier-facts")


def stack(*parts: Block) -> Block:
    """Put blocks after one another."""
    return tuple(chain.from_iterable(parts))


def container(
    *parts: Block,
    cls: str | None = None,
    name: str = "div",
    attributes: Mapping[str, str | None] | None = None,
) -> Block:
    """Put blocks into an HTML element, by default a `div`; return nothing if they are empty.

    `attributes` come from the program, never from a dossier.
    """
    inner = stack(*parts)
    if not inner:
        return ()
    return (Box(name, inner, _present({"class": cls, **attributes}) if attributes else _of_class(cls)),)


def unsearched(
    *parts: Block,
    cls: str | None = None,
    name: str = "section",
    attributes: Mapping[str, str | None] | None = None,
) -> Block:
    """Put blocks into an element that search passes over; it finds what they show on its own page."""
    # No element of the same name may stand inside: Material's indexer takes its end for that of this one.
    return container(*parts, cls=cls, name=name, attributes={EXCLUDED: "", **(attributes or {})})


def table(
    caption: Inline,
    head: Sequence[Inline],
    rows: Iterable[Sequence[Inline]],
    *,
    row_head: int = 0,
    cls: str = "",
) -> Block:
    """Write a table, left out of search, or nothing if it has no row.

    `caption` says what it lists; the cell in the column `row_head` names its row. A column of which all cells
    are empty is left out.
    """
    # Search would find each record in every table that lists it, beside its own page.
    written = tuple(tuple(row) for row in rows)
    listed = (_without_empty(Table(caption, tuple(head), written, row_head)),) if written else ()
    classes = f"dossier-table {cls}".strip()
    return unsearched(listed, cls=classes)


def _without_empty(table: Table) -> Table:
    """Leave out the columns that hold nothing in any row."""
    kept = [at for at in range(len(table.head)) if at == table.row_head or any(row[at] for row in table.rows)]
    if len(kept) == len(table.head):
        return table
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    return Table(table.caption, tuple(table.head[at] for at in kept), rows, kept.index(table.row_head))


def details(summary: Inline, *parts: Block, cls: str | None = None, is_open: bool = False) -> Block:
    """Fold blocks away under a line, from where a click opens them; return nothing if they are empty."""
    inner = stack(*parts)
    attributes = _present({"class": cls, "open": "" if is_open else None})
    return (Details(summary, inner, attributes),) if inner else ()


def figure(markup: str) -> Block:
    """Put in a picture; `markup` is a finished HTML `figure` that the program wrote itself."""
    return (Figure(markup),)


def _present(attributes: Mapping[str, str | None]) -> Attributes:
    return tuple((name, _on_a_line(value)) for name, value in attributes.items() if value is not None)


@lru_cache(maxsize=_KEPT)
def _on_a_line(value: str) -> str:
    return _WHITE.sub(" ", value).strip(" ")
