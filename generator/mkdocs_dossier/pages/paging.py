"""The links between the pages that one long list stands on."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from mkdocs_dossier.document.compose import join, link, paragraph, strong, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.pages.view import Here

Item = TypeVar("Item")

ROWS = 100
"""How many rows a page lists: as many as a phone opens at once."""
FEWER_ROWS = 30
"""How many rows of several lines the page of a record lists, which has several such lists."""
MOST_BYTES = 40_000
"""How many bytes of text of any length a page lists: a quarter of an hour's reading."""
_AROUND = 2  # pages before and after the current one that have a link of their own


def page_starts(
    items: Sequence[Item], kept: int, rows: int, weigh: Callable[[Item], int] | None = None
) -> list[int]:
    """Return at which items the pages of a list begin: the first has `kept` of them, each other one `rows`.

    With `weigh`, which returns how many bytes of text an item has, a page ends before it has too many.
    """
    starts = [0] if kept or not items else [0, 0]
    if weigh is None:
        return [*starts, *range(kept or rows, len(items), rows)]
    weight = 0
    for at, item in enumerate(items):
        size, most = weigh(item), kept if len(starts) == 1 else rows
        if at > starts[-1] and (weight + size > MOST_BYTES or at - starts[-1] == most):
            starts.append(at)
            weight = 0
        weight += size
    return starts


def page_of(place: int) -> int:
    """Return the number of the page that has the item at a place in an index, from 0."""
    return place // ROWS + 1


def page_section(section: str, number: int) -> str:
    """Return the folder of a page of an index."""
    # Two levels below `pages`, so that a record with the id `pages` keeps its address.
    return section if number == 1 else f"{section}/pages/{number}"


def page_links(
    here: Here, path: Callable[[int], str], current: int, count: int, shown_rows: Inline = ()
) -> Block:
    """Link to the pages of a list, of many to the first, the last and those nearby; nothing if it has one.

    `path` returns the path of a page by its number, from 1. `shown_rows` says before that what this shows.
    """
    if count == 1:
        return ()
    near = range(max(1, current - _AROUND), min(count, current + _AROUND) + 1)
    shown = sorted({1, *near, count})
    links: list[Inline] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            links.append(text("…"))
        named = text(here.words.number(number))
        links.append(strong(named) if number == current else link(named, here.target(path(number))))
    pages = here.fill("Pages: {pages}", pages=join(links))
    return paragraph(join([shown_rows, pages], " · "), cls="dossier-pages")
