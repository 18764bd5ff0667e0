"""The index of a section: a heading, perhaps a picture, and a list, over several pages if it is long."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from mkdocs_dossier.document.compose import element, heading, join, paragraph, stack, text, unsearched
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.pages.filters import filter_path, filters
from mkdocs_dossier.pages.findable import Facet, Value
from mkdocs_dossier.pages.kinds import PageKind
from mkdocs_dossier.pages.lengths import ROWS, page_section, page_starts
from mkdocs_dossier.pages.paging import page_links
from mkdocs_dossier.pages.view import Here, View, index_path
from mkdocs_dossier.values.refs import SECTIONS

Item = TypeVar("Item")

_CHIPS = 8
"""How many values of a facet a page names; the others come with the file that the filter looks through."""


class Shown(NamedTuple, Generic[Item]):
    """What a page of an index lists, and how many pages there are."""

    items: Sequence[Item]
    of_pages: int


@dataclass(frozen=True)
class Index(Generic[Item]):
    """The index of a section: its title, a line of introduction, and its items, in order.

    `title` and `intro` are English, marked for translation. `listed` writes the items of one page; `above`,
    if given, what comes before the list on the first page. `weigh`, if given, says how many bytes of text an
    item has; see `page_starts`.
    """

    section: str
    title: str
    intro: str
    items: Callable[[View], Sequence[Item]]
    listed: Callable[[Here, Sequence[Item]], Block]
    above: Callable[[Here], Block] | None = None
    weigh: Callable[[View, Item], int] | None = None

    def shown(self, view: View) -> Mapping[int, Shown[Item]]:
        """Return what each page lists, `ROWS` items at most, by its number; there is always a first one."""
        return view.derived(f"index of {self.section}", partial(self._split, view))

    def _split(self, view: View) -> Mapping[int, Shown[Item]]:
        items = self.items(view)
        starts = page_starts(items, ROWS, ROWS, partial(self.weigh, view) if self.weigh else None)
        ends = [*starts[1:], len(items)]
        return {
            number: Shown(items[start:end], len(starts))
            for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
        }

    def kind(self, order: int, each: Callable[[View, str], Iterator[Page]] | None = None) -> PageKind:
        """Return the kind of page that has this index; `each` writes the pages of a record."""
        return PageKind(order, self.section, self.title, partial(self.page, number=1), each, self)

    def page(self, view: View, number: int) -> Iterator[Page]:
        """Write a page; of an index without items, one that says so."""
        items, count = self.shown(view)[number]
        here, words = view.here(_path(self.section, number)), view.words
        title, intro = words.say(self.title), words.say(self.intro)
        numbers = page_links(here, partial(_path, self.section), number, count)
        blocks = (
            heading(1, text(title), self.section),
            paragraph(text(intro)),
            self.above(here) if self.above and items and number == 1 else (),
            _filter(here, self.section),
            numbers,
            self.listed(here, items) if items else paragraph(here.say("This dossier has none.")),
            numbers,
        )
        if number > 1:
            title = words.say("{title}, page {n}", title=title, n=words.number(number))
        yield Page(here.path, title, intro, stack(*blocks), hide=("toc",), is_empty=not items)


def _path(section: str, number: int) -> str:
    """Return the path of a page of an index."""
    return index_path(page_section(section, number))


def _filter(here: Here, section: str) -> Block:
    """Write, above a list, all that `filter.js` makes a filter of the whole section of.

    It is hidden: the address of the file that the script fetches when it is asked, and the first values of
    the facets, which it shows before.
    """
    # Not asked for others: what all filters know takes long to make.
    found = filters(here.view).get(section) if section in SECTIONS else None
    if found is None:
        return ()
    chips = [_group(here, facet, values, found.total) for facet, values in found.facets.items()]
    about = {"data-total": str(found.total), "data-dated": "" if found.is_dated else None}
    attributes = {"data-filter": here.target(filter_path(section)), **about, "hidden": ""}
    named = paragraph(here.say("Filter"))
    return unsearched(named, *chips, cls="dossier-index-filter", attributes=attributes)


def _group(here: Here, facet: Facet, values: Sequence[Value], total: int) -> Block:
    """Write a facet with its values; nothing where it would narrow nothing."""
    if all(one.count == total for one in values):
        return ()
    attributes = {"data-facet": facet, "data-values": str(len(values))}
    named = element("b", here.say(facet.message), attributes)
    return paragraph(join([named, *(_chip(here, one) for one in values[:_CHIPS])]))


def _chip(here: Here, value: Value) -> Inline:
    attributes = {"data-value": value.key, "data-count": str(value.count), "data-sign": value.sign or None}
    return element("span", here.own(value.label), attributes)
