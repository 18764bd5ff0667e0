"""What a table of the dossier is, whatever it is written as: its columns, its key, and what gives its rows.

The kinds of values are those of the Table Schema of Data Packages (https://datapackage.org/standard/table-schema/).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.model.records import MODELS, Record
from mkdocs_dossier.values.dates import Day, EdtfDate
from mkdocs_dossier.values.refs import SINGULAR, Ref, Section

Cell = str | int | float | bool | None
"""A value, None where there is none; a day is the text that ISO 8601 writes it as."""

Row = tuple[Cell, ...]

_R = TypeVar("_R", bound=Record)
_LAST_YEAR = 9999
_SECTIONS_OF: Mapping[type[Record], Section] = MappingProxyType(
    {model: section for section, model in MODELS.items()}
)


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"
    FLAG = "boolean"
    DAY = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what stands in it, and of which kind that is.

    `names` is the table whose rows it names by their `id`. `choices` are all values that it may have.
    """

    name: str
    about: str
    kind: Kind = Kind.TEXT
    names: str = ""
    choices: tuple[str, ...] = ()


ORIGIN_COLUMNS = (
    Column("origin_actor", "From whom it is known in the end, where that is an actor.", names="actors"),
    Column("origin_source", "The source itself, where nobody is known behind it.", names="sources"),
)
"""The columns of an origin, whose cells `origin_cells` gives."""


@dataclass(frozen=True, slots=True)
class Link:
    """Columns that together name a row of another table, by as many columns of that."""

    columns: tuple[str, ...]
    table: str
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row of it is, its columns, and what gives its rows, sorted, one by one.

    The first `keys` columns are its primary key. `links` are those of more than one column; `all_links` has
    those of single columns too.
    """

    name: str
    about: str
    keys: int
    columns: tuple[Column, ...]
    rows: Callable[[Published], Iterator[Row]]
    links: tuple[Link, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns of its primary key."""
        return tuple(column.name for column in self.columns[: self.keys])

    @property
    def all_links(self) -> tuple[Link, ...]:
        """All that its rows name in tables, by one column or by several."""
        single = (Link((one.name,), one.names, ("id",)) for one in self.columns if one.names)
        return (*single, *self.links)


def flag(name: str, about: str) -> Column:
    """Return a column of what is so or not."""
    return Column(name, about, Kind.FLAG)


def whole(name: str, about: str) -> Column:
    """Return a column of whole numbers."""
    return Column(name, about, Kind.WHOLE)


def decimal(name: str, about: str) -> Column:
    """Return a column of numbers."""
    return Column(name, about, Kind.NUMBER)


def named(section: Section) -> Column:
    """Return the column that names a record of a section."""
    kind = SINGULAR[section]
    return Column(kind, f"The {kind}.", names=section)


def dated(name: str, about: str) -> tuple[Column, Column, Column]:
    """Return the three columns of a date, whose cells `date_cells` gives."""
    return (
        Column(name, f"{about} In EDTF."),
        Column(f"{name}_earliest", f"The first day that “{name}” may mean.", Kind.DAY),
        Column(f"{name}_latest", f"The last day that “{name}” may mean.", Kind.DAY),
    )


def date_cells(date: EdtfDate | None) -> tuple[Cell, Cell, Cell]:
    """Return a date as written, with its first and its last day as ISO 8601 writes them.

    A day is left blank where the date has no such end, or where it is not in the years 1 to 9999.
    """
    return (date.text, iso_day(date.earliest), iso_day(date.latest)) if date else (None, None, None)


def iso_day(day: Day | None) -> str | None:
    """Write a day as `2024-02-05`; None where there is none, or it is not in the years 1 to 9999."""
    if day is None or not 1 <= day[0] <= _LAST_YEAR:
        return None
    year, month, number = day
    return f"{year:04}-{month:02}-{number:02}"


def section_of(kind: type[Record]) -> Section:
    """Return the section that records of a kind stand in."""
    return _SECTIONS_OF[kind]


def each(published: Published, kind: type[_R]) -> Iterator[_R]:
    """List the records of a kind, by id, but for those that were withdrawn."""
    for _, record in published.records(section_of(kind)):
        if isinstance(record, kind):
            yield record


def listed(
    kind: type[_R],
    name: str,
    about: str,
    what: str,
    columns: tuple[Column, ...],
    *,
    cells: Callable[[Published, _R], Iterator[Row] | Sequence[Row]],
) -> Table:
    """Return the table of a list that records of a kind have; `what` says what is in such a list.

    A row begins with the id of the record and its place in the list: together its key. `cells` gives the
    rest.
    """

    def rows(published: Published) -> Iterator[Row]:
        for record in each(published, kind):
            for number, row in enumerate(cells(published, record)):
                yield (record.id, number, *row)

    place = whole("number", f"Its place among the {what}, from 0.")
    return Table(name, about, 2, (named(section_of(kind)), place, *columns), rows)


def origin_cells(origin: Ref) -> tuple[str | None, str | None]:
    """Return an origin as an actor or as a source, by its id."""
    is_actor = origin.section == "actors"
    return (origin.id, None) if is_actor else (None, origin.id)
