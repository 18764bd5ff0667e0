"""The days of a dossier: its events and statements by date, each under a day, a month or a year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Section

Dated = tuple[Section, str]
"""An event or a statement: its section and its id."""


@dataclass(frozen=True, slots=True)
class Day:
    """What a date begins with: a day, or if no more is known a month or a year; None if nobody states it."""

    date: EdtfDate | None

    @property
    def anchor(self) -> str:
        """The id of its heading in the list."""
        return f"day-{self.date.text.lower()}" if self.date else "day-not-stated"

    @property
    def order(self) -> tuple[object, ...]:
        """The sort key of its place among others."""
        if self.date is None:
            return (True,)
        first, last = self.date.earliest or (), self.date.latest or ()
        # A month comes before its days.
        return (False, first, tuple(-part for part in last), self.date.text)


@dataclass(frozen=True, slots=True)
class Under:
    """Where the timeline has an item: its day, how many events and statements that has, and the page."""

    day: Day
    counts: tuple[int, int]
    page: int


@dataclass(frozen=True)
class Days:
    """All events and statements in the order of their days; of one day, the events come first."""

    items: tuple[Dated, ...]
    day: Mapping[Dated, Day]

    @classmethod
    def of(cls, dated: Iterable[tuple[Dated, EdtfDate | None]]) -> "Days":
        """Put events and statements, given in the order that they have within a day, under their days."""
        found = {item: _day(date) for item, date in dated}
        # The sort is stable. What has no date comes last.
        return cls(tuple(sorted(found, key=lambda item: found[item].order)), found)

    @cached_property
    def place(self) -> Mapping[Dated, int]:
        """The place of each item among all."""
        return {item: at for at, item in enumerate(self.items)}

    @cached_property
    def first(self) -> Mapping[Day, int]:
        """The place among all items of the first one of each day, by the days in their order."""
        found: dict[Day, int] = {}
        for index, item in enumerate(self.items):
            found.setdefault(self.day[item], index)
        return found

    @cached_property
    def counts(self) -> Mapping[Day, tuple[int, int]]:
        """How many events and how many statements each day has."""
        found: dict[Day, tuple[int, int]] = {}
        for item in self.items:
            events, statements = found.get(self.day[item], (0, 0))
            is_event = item[0] == "events"
            found[self.day[item]] = (events + is_event, statements + (not is_event))
        return found


def _day(date: EdtfDate | None) -> Day:
    """Return the day, month or year that a date begins with; of one without a beginning, its end."""
    if date is None:
        return Day(None)
    if date.is_interval:
        return _day(date.start or date.end)
    if date.time:
        return Day(date.at("day"))
    plain = EdtfDate.parse(date.text.rstrip("?~%"))
    return Day(plain.at(plain.precision))
