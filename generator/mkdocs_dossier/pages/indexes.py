"""The index of a section: a heading, perhaps a picture, and a list, over several pages if it is long."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mkdocs_dossier.document.compose import heading, join, link, paragraph, stack, strong, text
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.pages.paging import ROWS, page_section
from mkdocs_dossier.pages.view import Here, View, index_path

Item = TypeVar("Item")


@dataclass(frozen=True)
class Index(Generic[Item]):
    """The index of a section: its title, a line of introduction, and its items, in order.

    `listed` writes the items of one page; `above`, if given, what comes before the list on the first page.
    """

    section: str
    title: str
    intro: str
    items: Sequence[Item]
    listed: Callable[[Here, Sequence[Item]], Block]
    above: Callable[[Here], Block] | None = None


def index_pages(view: View, index: Index[Item]) -> Iterator[Page]:
    """Write the pages of an index, `ROWS` items on each."""
    # Rounded up; an index without items has a page too.
    count = max(1, -(-len(index.items) // ROWS))
    for number in range(1, count + 1):
        here = view.here(_path(index.section, number))
        shown = index.items[(number - 1) * ROWS : number * ROWS]
        blocks = (
            heading(1, text(index.title), index.section),
            paragraph(text(index.intro)),
            index.above(here) if index.above and number == 1 else (),
            _numbers(here, index.section, number, count),
            index.listed(here, shown) if shown else (),
            _numbers(here, index.section, number, count),
        )
        words = view.words
        title = index.title
        if number > 1:
            title = words.say("{title}, page {n}", title=title, n=words.number(number))
        yield Page(here.path, title, index.intro, stack(*blocks), hide=("toc",))


def _path(section: str, number: int) -> str:
    """Return the path of a page of an index."""
    return index_path(page_section(section, number))


def _numbers(here: Here, section: str, current: int, count: int) -> Block:
    """Link to the pages of an index; return nothing if there is only one."""
    if count == 1:
        return ()
    links: list[Inline] = []
    for number in range(1, count + 1):
        named = text(here.words.number(number))
        page = strong(named) if number == current else link(named, here.target(_path(section, number)))
        links.append(page)
    return paragraph(here.fill("Pages: {pages}", pages=join(links)), cls="dossier-pages")
