"""The index of a section: a heading, perhaps a picture, and a list, over several pages if it is long."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from mkdocs_dossier.document.compose import element, heading, join, paragraph, stack, text, unsearched
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.pages.filters import entries, facets, filter_path
from mkdocs_dossier.pages.findable import Facet, Value
from mkdocs_dossier.pages.lengths import ROWS, page_section, page_starts
from mkdocs_dossier.pages.paging import page_links
from mkdocs_dossier.pages.view import Here, View, index_path
from mkdocs_dossier.values.refs import SECTIONS

Item = TypeVar("Item")

_CHIPS = 8
"""How many values of a facet a page names; the others come with the file that the filter looks through."""


@dataclass(frozen=True)
class Index(Generic[Item]):
    """The index of a section: its title, a line of introduction, and its items, in order.

    `listed` writes the items of one page; `above`, if given, what comes before the list on the first page.
    `weigh`, if given, says how many bytes of text an item has; see `page_starts`.
    """

    section: str
    title: str
    intro: str
    items: Sequence[Item]
    listed: Callable[[Here, Sequence[Item]], Block]
    above: Callable[[Here], Block] | None = None
    weigh: Callable[[Item], int] | None = None


def index_pages(view: View, index: Index[Item]) -> Iterator[Page]:
    """Write the pages of an index, `ROWS` items on each; of one without items, a page that says so."""
    starts = page_starts(index.items, ROWS, ROWS, index.weigh)
    count = len(starts)
    filtered = _filter(view, index.section)
    for number in range(1, count + 1):
        here = view.here(_path(index.section, number))
        shown = index.items[slice(*[*starts, None][number - 1 : number + 1])]
        numbers = page_links(here, partial(_path, index.section), number, count)
        blocks = (
            heading(1, text(index.title), index.section),
            paragraph(text(index.intro)),
            index.above(here) if index.above and shown and number == 1 else (),
            filtered(here),
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


def _filter(view: View, section: str) -> Callable[[Here], Block]:
    """Return what writes, above a list, all that `filter.js` makes a filter of the whole section of.

    It is hidden: the address of the file that the script fetches when it is asked, and the first values of
    the facets, which it shows before.
    """
    known = next((one for one in SECTIONS if one == section), None)
    found = entries(view, known) if known else ()
    if known is None or not found:
        return lambda _: ()
    here = view.here(index_path(section))
    groups = facets(view, known, found).items()
    chips = [_group(here, facet, values, len(found)) for facet, values in groups]
    named = paragraph(here.say("Filter"))
    about = {"data-total": str(len(found)), "data-dated": "" if any(one.days for one in found) else None}

    def written(here: Here) -> Block:
        attributes = {"data-filter": here.target(filter_path(section)), **about, "hidden": ""}
        return unsearched(named, *chips, cls="dossier-index-filter", attributes=attributes)

    return written


def _group(here: Here, facet: Facet, values: list[Value], total: int) -> Block:
    """Write a facet with its values; nothing where it would narrow nothing."""
    if all(one.count == total for one in values):
        return ()
    attributes = {"data-facet": facet, "data-values": str(len(values))}
    named = element("b", here.say(facet.message), attributes)
    return paragraph(join([named, *(_chip(here, one) for one in values[:_CHIPS])]))


def _chip(here: Here, value: Value) -> Inline:
    attributes = {"data-value": value.key, "data-count": str(value.count), "data-sign": value.sign or None}
    return element("span", here.own(value.label), attributes)
