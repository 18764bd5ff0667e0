"""What records are called, each by the field that names it."""

from mkdocs_dossier.model.records import Actor, Claim, Event, Place, Record, Source


def name_of(record: Record) -> str:
    """Return what a record is called by its author; the id of a statement, which has no name of its own."""
    match record:
        case Actor() | Place() | Event():
            return record.name
        case Claim():
            return record.question or record.text
        case Source():
            return record.title
    return record.id
