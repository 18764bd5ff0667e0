"""In which order the records of each section are listed: in its index, in its filter, and elsewhere."""

from collections.abc import Iterable

from mkdocs_dossier.findings.found import Findings, LabelName
from mkdocs_dossier.model.records import Actor, Place
from mkdocs_dossier.values.dates import EdtfDate

_LABELS = list(LabelName)


def by_dispute(findings: Findings, claims: Iterable[str]) -> list[str]:
    """Order claims, given by id: the contested ones first; of one label, those with most contradictions."""

    def weight(key: str) -> tuple[int, int, int, str]:
        place = _LABELS.index(findings.labels[key].name)
        return place, -len(findings.contradictions[key]), -len(findings.positions[key]), key

    return sorted(claims, key=weight)


def date_order(date: EdtfDate | None, identifier: str) -> tuple[object, ...]:
    """Return the sort key of a record by its date: those without one come last."""
    return (date is None, date.sort_key if date else (), identifier)


def name_order(record: Actor | Place) -> tuple[str, str]:
    """Return the sort key of a record by its name."""
    return record.name.casefold(), record.id
