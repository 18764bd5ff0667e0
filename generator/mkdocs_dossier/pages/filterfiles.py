"""Writes what the filter of an index looks through as a file, which `filter.js` fetches when it is asked.

What comes back, such as a name or a date, stands in a table once. The rest are columns, which compress better
than rows: a column has as many places as there are records.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import partial
from typing import Generic, TypeVar

from mkdocs_dossier.model.records import Actor, Place
from mkdocs_dossier.pages.filters import entries, facets, filter_path, names_of
from mkdocs_dossier.pages.findable import Entry, Facet, Value, day_bounds
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.text.folding import folded
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section

Item = TypeVar("Item", bound=Hashable)


def filter_files(view: View) -> dict[str, Callable[[], bytes]]:
    """Return what writes the file of each section that has records, by its path below the site's root."""
    sections = (section for section in SECTIONS if view.dossier.section(section))
    return {filter_path(section): partial(_file, view, section) for section in sections}


class _Shared(Generic[Item]):
    """A table of what comes back: `place` gives the place of an item, and lists it once."""

    def __init__(self) -> None:
        self.places: dict[Item, int] = {}

    def place(self, item: Item) -> int:
        return self.places.setdefault(item, len(self.places))

    def all(self, items: Iterable[Item]) -> list[int]:
        return [self.place(item) for item in items]


def _file(view: View, section: Section) -> bytes:
    listed = entries(view, section)
    names, dates = _Shared[Ref](), _Shared[EdtfDate]()
    # A statement is made at a moment within an interval; an event may fill it.
    said = view.words.moment if section == "statements" else view.words.date
    columns = _columns(view, listed, names, dates)
    written = facets(view, section, listed)
    data: Mapping[str, object] = {
        "end": "/" if view.directory_urls else "/index.html",
        "languages": _languages(view),
        "facets": [
            [facet.value, view.words.say(facet.message), [[one.key, one.label, one.sign] for one in values]]
            for facet, values in written.items()
        ],
        "names": [_name(view, ref) for ref in names.places],
        "dates": [[said(one), *day_bounds(one)] for one in dates.places],
        "columns": columns,
        "values": [_places(listed, facet, values) for facet, values in written.items()],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _columns(
    view: View, listed: tuple[Entry, ...], names: _Shared[Ref], dates: _Shared[EdtfDate]
) -> dict[str, list[object]]:
    own = view.dossier.settings.language

    def foreign(entry: Entry) -> str:
        return entry.language if entry.language and entry.language != own else ""

    columns: dict[str, list[object]] = {
        "ids": _column(listed, lambda entry: entry.id),
        "titles": _column(listed, lambda entry: entry.title),
        "languages": _column(listed, foreign),
        "who": _column(listed, lambda entry: names.all(entry.who)),
        "when": _column(listed, lambda entry: dates.place(entry.when) if entry.when else -1),
        "via": _column(listed, lambda entry: names.all(entry.via)),
        "notes": _column(listed, lambda entry: entry.note),
        "near": _column(listed, lambda entry: names.all(one for one in entry.near if one not in entry.who)),
        "names": _column(listed, lambda entry: _further(entry.title, entry.names)),
        "words": _column(listed, lambda entry: " ".join(word for word in entry.words() if word)),
        "days": _column(listed, lambda entry: dates.all(day for day in entry.days if day is not entry.when)),
    }
    # A column with nothing in it says nothing.
    return {name: column for name, column in columns.items() if any(column)}


def _places(listed: tuple[Entry, ...], facet: Facet, values: list[Value]) -> list[object]:
    """Return the column of a facet: for each record, the places of its values in the facet's list."""
    at = {one.key: place for place, one in enumerate(values)}
    return _column(listed, lambda entry: [at[key] for key in entry.values.get(facet, ())])


def _column(listed: tuple[Entry, ...], value: Callable[[Entry], object]) -> list[object]:
    return [value(entry) for entry in listed]


def _name(view: View, ref: Ref) -> str | list[str]:
    """Return a record's name, with its further spellings if it has any."""
    record = view.dossier.section(ref.section)[ref.id]
    name = view.title(ref.section, ref.id)
    further = _further(name, names_of(record) if isinstance(record, Actor | Place) else ())
    return [name, further] if further else name


def _further(name: str, others: tuple[str, ...]) -> str:
    """Join the further names of something, without those that differ in case or in diacritics alone."""
    # The script looks at neither.
    found = {folded(one): one for one in reversed(others)}
    found.pop(folded(name), None)
    return " ".join(reversed(found.values()))


def _languages(view: View) -> list[str]:
    """List the languages whose names of months are understood: all that the dossier knows names in."""
    dossier = view.dossier
    found = {dossier.settings.language, *(dossier.source_language(key) for key in dossier.sources)}
    for records in (dossier.actors, dossier.places):
        for record in records.values():
            found.update(record.names)
    return sorted(found)
