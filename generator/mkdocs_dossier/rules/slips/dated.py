"""List the dates of events and statements, with the words of sources that they may be known from."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Event, Statement
from mkdocs_dossier.problems import Location
from mkdocs_dossier.rules.rule import Context
from mkdocs_dossier.values.dates import EdtfDate

_Passage = tuple[str, str]
"""Words of a source, and their language."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a record, with the words that it may be known from.

    `field` is the name of the date's field, `place` where it is written. `quotes` are the words of the
    speaker, `passages` those of the source. `is_explained` says that the record tells how the date is known.
    """

    field: str
    date: EdtfDate
    place: Location
    passages: tuple[_Passage, ...]
    quotes: tuple[_Passage, ...]
    is_explained: bool
    is_event: bool


def dated(context: Context) -> Iterator[Dated]:
    """List the events and statements that have a date."""
    dossier = context.dossier
    for event in dossier.events.values():
        if event.when is not None:
            passages = tuple(_evidence(dossier, event))
            place = context.place("events", event.id, "when")
            yield Dated("when", event.when, place, passages, (), event.when_note is not None, is_event=True)
    for statement in dossier.statements.values():
        if statement.said is not None:
            passages = tuple(
                (part, dossier.source_language(report.source))
                for report in statement.reports
                for part in report.passage or ()
            )
            quotes = tuple(
                (part, dossier.language_of(report))
                for report in statement.reports
                for part in report.quote or ()
            )
            place = context.place("statements", statement.id, "said")
            explained = _is_explained(dossier, statement)
            yield Dated("said", statement.said, place, passages, quotes, explained, is_event=False)


def _evidence(dossier: Dossier, event: Event) -> Iterator[_Passage]:
    for evidence in event.evidence:
        if evidence.source in dossier.sources:
            language = dossier.source_language(evidence.source)
            yield from ((part, language) for part in evidence.passage)


def _is_explained(dossier: Dossier, statement: Statement) -> bool:
    """Tell whether a statement, or the event at which it was made, says how the date is known.

    No later than its source was published is what everybody can see.
    """
    during = dossier.events.get(statement.during or "")
    if statement.said_note is not None or (during and (during.when or during.when_note)):
        return True
    said = statement.said
    if said is None or said.is_qualified:
        return False
    published = (dossier.sources[one.source].published for one in statement.reports)
    bounds = [date.until() for date in published if date]
    return any(bound and said.is_same(bound) for bound in bounds)
