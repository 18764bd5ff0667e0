"""Lists on the page of a record: the first rows stand there, the rest on further pages below its address."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from mkdocs_dossier.document.compose import bullets, heading, join, paragraph, span, stack, table, text
from mkdocs_dossier.document.nodes import Block, Page
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages import parts, told
from mkdocs_dossier.pages.ordering import date_order
from mkdocs_dossier.pages.paging import FEWER_ROWS, ROWS, page_count, page_links
from mkdocs_dossier.pages.view import Here, View, record_path
from mkdocs_dossier.values.refs import Ref, Section

Item = TypeVar("Item")


@dataclass(frozen=True)
class LongList(Generic[Item]):
    """A list of a record: the anchor of its part, its title, its items in order, and how to list some.

    The anchor is also the last part of the address of its further pages. The record's page lists the first
    `kept` items, each further page `rows`: fewer where each item is long.
    """

    anchor: str
    title: str
    items: Sequence[Item]
    listed: Callable[[Here, Sequence[Item]], Block]
    kept: int = ROWS
    rows: int = ROWS

    @property
    def count(self) -> int:
        """How many pages there are, that of the record included."""
        left = len(self.items) - self.kept
        return 1 + page_count(left, self.rows) if left > 0 else 1

    def rows_of(self, number: int) -> Sequence[Item]:
        """Return the items of a page; the first is the page of the record."""
        if number == 1:
            return self.items[: self.kept]
        start = self.kept + (number - 2) * self.rows
        return self.items[start : start + self.rows]


def first_rows(here: Here, ref: Ref, listed: LongList[Any]) -> Block:
    """Write a list as a part of its record's page: its first rows, and links to the rest."""
    if not listed.items:
        return ()
    return parts.part(
        text(listed.title),
        listed.anchor,
        listed.listed(here, listed.rows_of(1)),
        _page_links(here, ref, listed, 1),
    )


def further_pages(view: View, ref: Ref, *lists: LongList[Any]) -> Iterator[Page]:
    """Write the pages of lists that have more rows than their record's page holds."""
    for listed in lists:
        for number in range(2, listed.count + 1):
            yield _page(view, ref, listed, number)


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
    return LongList(anchor, title, ordered, listed, kept=FEWER_ROWS)


def events_list(view: View, anchor: str, title: str, keys: Iterable[str]) -> LongList[Event]:
    """List events, given by id, by date."""
    events = [view.dossier.events[key] for key in keys]
    events.sort(key=lambda event: date_order(event.when, event.id))
    return LongList(anchor, title, events, _event_table)


def mentions_list(view: View, ref: Ref) -> LongList[Ref]:
    """List the records whose prose mentions one."""
    named = view.dossier.mentions.get(ref, ())
    return LongList("mentions", view.words.say("Mentioned by"), named, _mentions)


def _event_table(here: Here, events: Sequence[Event]) -> Block:
    """Write a table of events, in their order: when, what, of which kind, where."""
    rows = [
        [
            here.date(event.when) if event.when else here.say("date not stated"),
            here.record("events", event.id),
            here.term(event.kind),
            here.records("places", event.places, ", "),
        ]
        for event in events
    ]
    head = [here.say("When"), here.say("Event"), here.say("Kind"), here.say("Where")]
    return table(here.say("Events"), head, rows, row_head=1)


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
    numbers = _page_links(here, ref, listed, number)
    blocks = (
        heading(1, text(title), listed.anchor),
        paragraph(here.record(ref.section, ref.id), cls="dossier-of"),
        numbers,
        listed.listed(here, listed.rows_of(number)),
        numbers,
    )
    return Page(here.path, view.words.say(": ").join([of, title]), title, stack(*blocks), hide=("toc",))


def _page_links(here: Here, ref: Ref, listed: LongList[Any], number: int) -> Block:
    """Link to the pages of a list, and say which of its rows this one shows, and of how many."""
    before = sum(len(listed.rows_of(one)) for one in range(1, number))
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
