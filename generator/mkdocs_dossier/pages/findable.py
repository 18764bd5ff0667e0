"""What the filter of an index knows of a record: what it is found by, and what a list is narrowed by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mkdocs_dossier.text.messages import Choice, mark
from mkdocs_dossier.values.dates import Day, EdtfDate
from mkdocs_dossier.values.refs import Ref, Section

RECORD_KINDS: Mapping[Section, str] = {
    "claims": mark("Claim"),
    "statements": mark("Statement"),
    "actors": mark("Actor"),
    "events": mark("Event"),
    "places": mark("Place"),
    "sources": mark("Source"),
}
"""What a record is called in a list of records of all kinds, by its section."""


class Facet(Choice):
    """What a list can be narrowed by; the value stands in the address of a filtered list."""

    LABEL = "label", mark("Where it stands")
    ABOUT = "about", mark("About")
    SIDE = "side", mark("Side")
    STANCE = "stance", mark("Position")
    KIND = "kind", mark("Kind")
    PUBLISHER = "publisher", mark("Publisher")
    WITHIN = "within", mark("Within")
    LANGUAGE = "language", mark("Language")
    YEAR = "year", mark("Year")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the filter finds and shows it.

    `who`, `when`, `via` and `note` are the row below its `title`, which is in `language` if that is not the
    dossier's. It is found by these, by its `names`, by those of the records `near` it, by its `words`, and by
    its `days` (`when` is one of them). `values` are those of its facets. Its `words` are made when they are
    asked for: to count what a list can be narrowed by takes none of them.
    """

    id: str
    title: str
    language: str | None = None
    who: tuple[Ref, ...] = ()
    when: EdtfDate | None = None
    via: tuple[Ref, ...] = ()
    note: str = ""
    names: tuple[str, ...] = ()
    near: tuple[Ref, ...] = ()
    words: Callable[[], tuple[str, ...]] = tuple
    days: tuple[EdtfDate, ...] = ()
    values: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: as the address has it, as readers see it, and of how many records it holds."""

    key: str
    label: str
    sign: str
    count: int


def day_bounds(date: EdtfDate) -> list[str]:
    """Write the first and the last day of a date; of a single day, or of an open date, one of them."""
    first, last = _day(date.earliest), _day(date.latest)
    return [first, last] if first and last and first != last else [first or last]


def _day(day: Day | None) -> str:
    """Write a bound of a date; nothing for one that is open, or outside the years 0 to 9999."""
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if day and 0 <= day[0] <= 9999 else ""  # noqa: PLR2004
