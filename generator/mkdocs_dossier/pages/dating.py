"""Puts the events and statements of a dossier in the order of their days, once for all pages."""

from collections.abc import Mapping
from functools import partial

from mkdocs_dossier.findings.positions import statement_order
from mkdocs_dossier.pages.days import Dated, Days, Under
from mkdocs_dossier.pages.lengths import page_of
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.values.dates import EdtfDate


def days_of(view: View) -> Days:
    """Return the days of a dossier; of one day, the events come first."""
    return view.once(_days)


def under_days(view: View) -> Mapping[Dated, Under]:
    """Return where the timeline has each event and statement."""
    return view.derived("days", partial(_under_days, view))


def _under_days(view: View) -> Mapping[Dated, Under]:
    days = days_of(view)
    known = {day: Under(day, days.counts[day], page_of(first)) for day, first in days.first.items()}
    return {item: known[day] for item, day in days.day.items()}


def _days(view: View) -> Days:
    return Days.of([*_events(view), *_statements(view)])


def _events(view: View) -> list[tuple[Dated, EdtfDate | None]]:
    events = view.dossier.events.values()
    ordered = sorted(events, key=lambda event: (event.when.sort_key if event.when else (), event.id))
    return [(("events", event.id), event.when) for event in ordered]


def _statements(view: View) -> list[tuple[Dated, EdtfDate | None]]:
    dossier = view.dossier
    ordered = sorted(dossier.statements, key=lambda key: statement_order(dossier, key))
    return [(("statements", key), dossier.date_of(dossier.statements[key])) for key in ordered]
