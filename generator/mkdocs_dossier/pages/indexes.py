"""The index of a section: a heading, perhaps a picture, and a list, over several pages if it is long."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from mkdocs_dossier.document.compose import heading, paragraph, stack, text
from mkdocs_dossier.document.nodes import Block, Page
from mkdocs_dossier.pages.paging import ROWS, page_count, page_links, page_section
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
    """Write the pages of an index, `ROWS` items on each; of one without items, a page that says so."""
    count = page_count(len(index.items))
    for number in range(1, count + 1):
        here = view.here(_path(index.section, number))
        shown = index.items[(number - 1) * ROWS : number * ROWS]
        numbers = page_links(here, partial(_path, index.section), number, count)
        blocks = (
            heading(1, text(index.title), index.section),
            paragraph(text(index.intro)),
            index.above(here) if index.above and shown and number == 1 else (),
            numbers,
            index.listed(here, shown) if shown else paragraph(here.say("This dossier has none.")),
            numbers,
        )
        words = view.words
        title = index.title
        if number > 1:
            title = words.say("{title}, page {n}", title=title, n=words.number(number))
        yield Page(here.path, title, index.intro, stack(*blocks), hide=("toc",), is_empty=not index.items)


def _path(section: str, number: int) -> str:
    """Return the path of a page of an index."""
    return index_path(page_section(section, number))
