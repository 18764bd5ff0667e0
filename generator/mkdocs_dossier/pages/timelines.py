"""The timeline: all events and statements, as a picture, and day by day in a list."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from mkdocs_dossier.document.compose import (
    bracketed,
    container,
    element,
    heading,
    join,
    paragraph,
    span,
    strong,
    text,
    unsearched,
)
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.dating import days_of
from mkdocs_dossier.pages.days import Dated, Day
from mkdocs_dossier.pages.indexes import Index
from mkdocs_dossier.pages.lengths import page_of
from mkdocs_dossier.pages.longlists import some_records
from mkdocs_dossier.pages.view import Here, View, record_path
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.dates import EdtfDate

_MOST_POSITIONS, _MOST_PUBLISHERS = 2, 2
"""How many positions and publishers a row names."""


class _Placed(NamedTuple):
    """An event or a statement in the list: its day, and the anchor under which a page has that."""

    item: Dated
    day: Day
    anchor: str


def _items(view: View) -> list[_Placed]:
    """List all events and statements; what goes on from the page before has another anchor."""
    days = days_of(view)
    found = []
    for place, item in enumerate(days.items):
        day, page = days.day[item], page_of(place)
        goes_on = page_of(days.first[day]) < page
        found.append(_Placed(item, day, f"{day.anchor}-page-{page}" if goes_on else day.anchor))
    return found


def _day_by_day(here: Here, items: Sequence[_Placed]) -> Block:
    """Write the items of a page under headings of their days, under the anchor `list`."""
    grouped = groupby(items, key=lambda one: (one.day, one.anchor))
    blocks = [_day(here, day, anchor, [one.item for one in found]) for (day, anchor), found in grouped]
    return container(*blocks, cls="dossier-by-day", attributes={"id": "list"})


def _day(here: Here, day: Day, anchor: str, items: Sequence[Dated]) -> Block:
    """Write a day with its events and statements."""
    said = here.date(day.date) if day.date else here.say("Date not stated")
    rows = [
        _event(here, key, day) if section == "events" else _statement(here, key, day)
        for section, key in items
    ]
    # Search finds the day by its heading, and each record by its own page.
    listed = unsearched(*rows, cls="dossier-entries", name="ul")
    return container(heading(2, said, anchor), listed, cls="dossier-day", name="section")


def _row(kind: str, *blocks: Block) -> Block:
    return container(*blocks, cls=f"dossier-entry--{kind}", name="li")


def _pieces(pieces: Sequence[Inline]) -> Inline:
    """Put pieces after one another, which stand below one another where there is room beside the words."""
    dot = element("i", text("·"))
    present = [span(piece) for piece in pieces if piece]
    return join([part for piece in present for part in (dot, piece)][1:])


def _unless_day(day: Day, date: EdtfDate | None, said: Inline) -> Inline:
    """Write a date if it says something else than the heading does."""
    return () if date is None or date == day.date else span(said, cls="dossier-entry-date")


def _event(here: Here, key: str, day: Day) -> Block:
    event = here.dossier.events[key]
    when = _unless_day(day, event.when, here.date(event.when) if event.when else ())
    places = some_records(here, "places", event.places, record_path("events", key))
    beside = _pieces([here.term(event.kind), places, when])
    return _row(
        "event",
        paragraph(strong(here.record("events", key)), cls="dossier-entry-what"),
        paragraph(beside, cls="dossier-entry-beside"),
    )


def _statement(here: Here, key: str, day: Day) -> Block:
    statement = here.dossier.statements[key]
    date = here.dossier.date_of(statement)
    when = _unless_day(day, date, here.moment(date) if date else ())
    roles = parts.roles_then(here, statement)
    body = [here.title("actors", role.at) for role in roles if role.speaks_for][:1]
    who = join([strong(here.speakers(statement)), *map(bracketed, body)])
    return _row(
        "statement",
        paragraph(_pieces([who, when, _publishers(here, statement)]), cls="dossier-entry-beside"),
        paragraph(here.record("statements", key, here.gist(statement)), cls="dossier-entry-what"),
        paragraph(parts.positions(here, statement, _MOST_POSITIONS), cls="dossier-entry-positions"),
    )


def _publishers(here: Here, statement: Statement) -> Inline:
    """Name who published a statement: the first of them, and how many more."""
    sources = (here.dossier.sources[report.source] for report in statement.reports)
    found = list(dict.fromkeys(source.publisher for source in sources if source.publisher))
    named = [here.actor(key) for key in found[:_MOST_PUBLISHERS]]
    rest = len(found) - len(named)
    more = [text(here.words.count("{n} more", "{n} more", rest))] if rest else []
    return here.join([*named, *more], ", ")


TIMELINE = Index(
    "timeline",
    mark("Timeline"),
    mark("Events and statements by date, with how exact each date is."),
    _items,
    _day_by_day,
    pictures.of_timeline,
).kind(70)
