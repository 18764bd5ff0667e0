"""Lists on the page of a record: the first rows stand there, the rest on further pages below its address."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

from mkdocs_dossier.document.compose import (
    bullets,
    element,
    heading,
    join,
    link,
    paragraph,
    span,
    stack,
    table,
    text,
)
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.findings.found import Opposition
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages import parts, told
from mkdocs_dossier.pages.lengths import FEWER_ROWS, ROWS, page_starts
from mkdocs_dossier.pages.ordering import date_order
from mkdocs_dossier.pages.paging import page_links
from mkdocs_dossier.pages.view import Here, View, record_path
from mkdocs_dossier.values.refs import Ref, Section

Item = TypeVar("Item")

_AROUND_WORDS = 100
"""How many bytes the markup around words from a source has, about."""
_FEWEST = 10
"""Below so many items no list on the page of a record is made shorter."""


@dataclass(frozen=True)
class LongList(Generic[Item]):
    """A list of a record: the anchor of its part, its title, its items in order, and how to list some.

    The anchor is also the last part of the address of its further pages. The record's page lists the first
    `kept` items, each further page `rows`: fewer where each item is long. Where items hold text of any
    length, `weigh` says how many bytes one has; a page then ends before it has too many of them.
    """

    anchor: str
    title: str
    items: Sequence[Item]
    listed: Callable[[Here, Sequence[Item]], Block]
    kept: int = ROWS
    rows: int = ROWS
    weigh: Callable[[Item], int] | None = None

    @property
    def count(self) -> int:
        """How many pages there are, that of the record included."""
        return len(self._starts) if self.items else 1

    @property
    def kept_rows(self) -> int:
        """How many items the page of the record lists."""
        return len(self.rows_of(1)) if self.items else 0

    def before(self, number: int) -> int:
        """Return how many items stand on the pages before one."""
        return self._starts[number - 1]

    def rows_of(self, number: int) -> Sequence[Item]:
        """Return the items of a page; the first is the page of the record."""
        end = self._starts[number] if number < self.count else len(self.items)
        return self.items[self._starts[number - 1] : end]

    def shorter(self) -> "LongList[Item]":
        """Return the same list with half as many items on the page of its record, of many."""
        kept = max(_FEWEST, min(self.kept, len(self.items)) // 2)
        return self if self.kept <= kept else replace(self, kept=kept)

    @cached_property
    def _starts(self) -> list[int]:
        return page_starts(self.items, self.kept, self.rows, self.weigh)


def words_weight(fragments: Sequence[str] | None) -> int:
    """Return how many bytes words from a source have, with about what is written around each fragment."""
    return sum(_AROUND_WORDS + len(one.encode()) for one in fragments or ())


def pair_weight(view: View, found: Opposition) -> int:
    """Return how many bytes of text a row of a contradiction has, about."""
    titles = (
        view.title("claims", found.claim),
        *(view.title("statements", one) for one in (found.first, found.second)),
    )
    return 2 * sum(len(title.encode()) for title in titles)


def first_rows(here: Here, ref: Ref, listed: LongList[Any]) -> Block:
    """Write a list as a part of its record's page: its first rows, and links to the rest."""
    if not listed.items:
        return ()
    return parts.part(
        text(listed.title),
        listed.anchor,
        listed.listed(here, listed.rows_of(1)),
        list_links(here, ref, listed, 1),
    )


def in_line(here: Here, ref: Ref, listed: LongList[Any], shown: Iterable[Inline], separator: str) -> Inline:
    """Write a list in a line: the first of its items, which are `shown`, and a link to the rest."""
    written = here.join(shown, separator)
    rest = len(listed.items) - listed.kept_rows
    if not rest:
        return written
    more = link(
        text(here.words.count("{n} more", "{n} more", rest)), here.target(_path(ref, listed.anchor, 2))
    )
    return element("span", here.join([written, more], separator), {"id": listed.anchor})


def records_in_line(
    here: Here, ref: Ref, listed: LongList[str], section: Section, separator: str = ", "
) -> Inline:
    """Write links to the first records of a list in a line, and a link to the rest."""
    shown = (here.record(section, key) for key in listed.rows_of(1))
    return in_line(here, ref, listed, shown, separator)


def further_pages(view: View, ref: Ref, *lists: LongList[Any]) -> Iterator[Page]:
    """Write the pages of lists that have more rows than their record's page holds."""
    for listed in lists:
        for number in range(2, listed.count + 1):
            yield _page(view, ref, listed, number)


def named_list(anchor: str, title: str, section: Section, keys: Iterable[str]) -> LongList[str]:
    """List links to records of a section, given by id, in their order: those kept stand in a line."""
    return LongList(anchor, title, list(keys), partial(_links, section), kept=FEWER_ROWS)


def records_list(view: View, anchor: str, title: str, section: Section, keys: Iterable[str]) -> LongList[str]:
    """List links to records of a section, given by id, sorted by title, each once."""
    ordered = sorted(set(keys), key=lambda key: (view.title(section, key).casefold(), key))
    return LongList(anchor, title, ordered, partial(_links, section))


def statements_list(
    view: View,
    anchor: str,
    title: str,
    keys: Iterable[str],
    *,
    with_speaker: bool = True,
    source: str | None = None,
) -> LongList[str]:
    """List statements, given by id, by date, each once; see `parts.rows_of_statements`."""
    ordered = [one.id for one in parts.in_order(view.dossier, keys)]
    listed = partial(parts.rows_of_statements, with_speaker=with_speaker, source=source, caption=title)
    return LongList(anchor, title, ordered, listed, kept=FEWER_ROWS, weigh=partial(parts.row_weight, view))


def events_list(view: View, anchor: str, title: str, keys: Iterable[str]) -> LongList[Event]:
    """List events, given by id, by date."""
    events = [view.dossier.events[key] for key in keys]
    events.sort(key=lambda event: date_order(event.when, event.id))
    return LongList(anchor, title, events, events_table)


def mentions_list(view: View, ref: Ref) -> LongList[Ref]:
    """List the records whose prose mentions one."""
    named = view.dossier.mentions.get(ref, ())
    return LongList("mentions", view.words.say("Mentioned by"), named, _mentions)


def refs_list(anchor: str, title: str, refs: Sequence[Ref]) -> LongList[Ref]:
    """List links to records of any section, in their order."""
    return LongList(anchor, title, refs, _mentions)


def events_table(here: Here, events: Sequence[Event]) -> Block:
    """Write a table of events, in their order: when, what, of which kind, where."""
    rows = [
        [
            here.date(event.when) if event.when else here.say("date not stated"),
            here.record("events", event.id),
            here.term(event.kind),
            some_records(here, "places", event.places, record_path("events", event.id)),
        ]
        for event in events
    ]
    head = [here.say("When"), here.say("Event"), here.say("Kind"), here.say("Where")]
    return table(here.say("Events"), head, rows, row_head=1)


_MOST_IN_A_CELL = 6
"""How many records a cell of a list names."""


def some_records(here: Here, section: Section, keys: Sequence[str], whole: str) -> Inline:
    """Link to the first of several records; of many, the rest is counted, with a link to `whole`, a path."""
    shown = here.records(section, keys[:_MOST_IN_A_CELL], ", ")
    rest = len(keys) - _MOST_IN_A_CELL
    if rest <= 0:
        return shown
    more = link(text(here.words.count("{n} more", "{n} more", rest)), here.target(whole))
    return here.join([shown, more], ", ")


def _links(section: Section, here: Here, keys: Sequence[str]) -> Block:
    if section != "sources":
        return bullets(here.record(section, key) for key in keys)
    # A headline alone does not say whose it is.
    named = ((here.record(section, key), told.published_by(here, key)) for key in keys)
    return bullets(join([title, span(by, cls="dossier-known")] if by else [title]) for title, by in named)


def _mentions(here: Here, refs: Sequence[Ref]) -> Block:
    return bullets(here.record(*one) for one in refs)


def _page(view: View, ref: Ref, listed: LongList[Any], number: int) -> Page:
    here = view.here(_path(ref, listed.anchor, number))
    of = view.title(ref.section, ref.id)
    title = view.words.say("{title}, page {n}", title=listed.title, n=view.words.number(number))
    numbers = list_links(here, ref, listed, number)
    blocks = (
        heading(1, text(title), listed.anchor),
        paragraph(here.record(ref.section, ref.id), cls="dossier-of"),
        numbers,
        listed.listed(here, listed.rows_of(number)),
        numbers,
    )
    return Page(here.path, view.words.say(": ").join([of, title]), title, stack(*blocks), hide=("toc",))


def list_links(here: Here, ref: Ref, listed: LongList[Any], number: int) -> Block:
    """Link to the pages of a list, and say which of its rows this one shows, and of how many."""
    if listed.count == 1:
        return ()
    before = listed.before(number)
    last = before + len(listed.rows_of(number))
    write = here.words.number
    said = here.say(
        "{first}–{last} of {all}", first=write(before + 1), last=write(last), all=write(len(listed.items))
    )
    # The page of the record may keep none of them.
    shown = said if last > before else ()
    return page_links(here, partial(_path, ref, listed.anchor), number, listed.count, shown)


def _path(ref: Ref, anchor: str, number: int) -> str:
    """Return the path of a page of a list; the first is a part of the record's page."""
    if number == 1:
        return f"{record_path(ref.section, ref.id)}#{anchor}"
    return f"{ref.address}/{anchor}/{number}/index.md"
