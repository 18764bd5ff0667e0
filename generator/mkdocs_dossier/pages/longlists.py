"""Lists on the page of a record: the first rows stand there, the rest on further pages below its address."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mkdocs_dossier.document.compose import heading, join, paragraph, stack, text
from mkdocs_dossier.document.nodes import Block, Page
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.paging import ROWS, page_count, page_links
from mkdocs_dossier.pages.view import Here, View, record_path
from mkdocs_dossier.values.refs import Ref

Item = TypeVar("Item")


@dataclass(frozen=True)
class LongList(Generic[Item]):
    """A list of a record: the anchor of its part, its title, its items in order, and how to list some.

    The anchor is also the last part of the address of its further pages. The record's page lists the first
    `kept` items.
    """

    anchor: str
    title: str
    items: Sequence[Item]
    listed: Callable[[Here, Sequence[Item]], Block]
    kept: int = ROWS

    @property
    def count(self) -> int:
        """How many pages there are, that of the record included."""
        left = len(self.items) - self.kept
        return 1 + page_count(left) if left > 0 else 1

    def rows_of(self, number: int) -> Sequence[Item]:
        """Return the items of a page; the first is the page of the record."""
        if number == 1:
            return self.items[: self.kept]
        start = self.kept + (number - 2) * ROWS
        return self.items[start : start + ROWS]


def first_rows(here: Here, ref: Ref, rows: LongList[Item]) -> Block:
    """Write a list as a part of its record's page: its first rows, and links to the rest."""
    if not rows.items:
        return ()
    return parts.part(
        text(rows.title),
        rows.anchor,
        rows.listed(here, rows.rows_of(1)),
        page_links(here, lambda number: _path(ref, rows.anchor, number), 1, rows.count),
    )


def further_pages(view: View, ref: Ref, *lists: LongList[Item]) -> Iterator[Page]:
    """Write the pages of lists that have more rows than their record's page holds."""
    for rows in lists:
        for number in range(2, rows.count + 1):
            yield _page(view, ref, rows, number)


def _page(view: View, ref: Ref, rows: LongList[Item], number: int) -> Page:
    here = view.here(_path(ref, rows.anchor, number))
    of = view.title(ref.section, ref.id)
    title = view.words.say("{title}, page {n}", title=rows.title, n=view.words.number(number))
    numbers = page_links(here, lambda one: _path(ref, rows.anchor, one), number, rows.count)
    blocks = (
        heading(1, here.join([here.title(ref.section, ref.id), text(title)], ": "), rows.anchor),
        paragraph(join([here.record(ref.section, ref.id)])),
        numbers,
        rows.listed(here, rows.rows_of(number)),
        numbers,
    )
    return Page(here.path, view.words.say(": ").join([of, title]), title, stack(*blocks), hide=("toc",))


def _path(ref: Ref, anchor: str, number: int) -> str:
    """Return the path of a page of a list; the first is the page of the record."""
    if number == 1:
        return record_path(ref.section, ref.id)
    return f"{ref.address}/{anchor}/{number}/index.md"
