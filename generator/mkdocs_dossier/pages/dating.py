"""Puts the events and statements of a dossier in the order of their days, once for all pages."""

from mkdocs_dossier.findings.positions import statement_order
from mkdocs_dossier.pages.days import Dated, Days
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.values.dates import EdtfDate


def days_of(view: View) -> Days:
    """Return the days of a dossier; of one day, the events come first."""
    if not view.days:
        view.days.append(Days.of([*_events(view), *_statements(view)]))
    return view.days[0]


def _events(view: View) -> list[tuple[Dated, EdtfDate | None]]:
    events = view.dossier.events.values()
    ordered = sorted(events, key=lambda event: (event.when.sort_key if event.when else (), event.id))
    return [(("events", event.id), event.when) for event in ordered]


def _statements(view: View) -> list[tuple[Dated, EdtfDate | None]]:
    dossier = view.dossier
    ordered = sorted(dossier.statements, key=lambda key: statement_order(dossier, key))
    return [(("statements", key), dossier.date_of(dossier.statements[key])) for key in ordered]
