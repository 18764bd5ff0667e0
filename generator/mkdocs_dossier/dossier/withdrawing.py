"""What is left of a dossier when of each withdrawn record nothing is shown but that it was withdrawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.recordparts import Withdrawn
from mkdocs_dossier.model.records import MODELS, Claim, Record, Statement
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.model.walk import references
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section

Gone = Mapping[Ref, Withdrawn]
"""The records that were withdrawn, each with when and why."""


def gone_in(decoded: Decoded) -> Gone:
    """Return the valid records that were withdrawn."""
    return {
        Ref(section, key): record.withdrawn
        for section in SECTIONS
        for key, record in decoded.records[section].items()
        if record.withdrawn is not None
    }


def emptied(decoded: Decoded, gone: Gone) -> Decoded:
    """Return what would have been read if withdrawn records had nothing but an id.

    Statements have not even that, and what others say of withdrawn statements and claims is left out:
    nothing follows from it.
    """
    settings = decoded.settings
    if settings and settings.lead and Ref("claims", settings.lead) in gone:
        settings = settings.model_copy(update={"lead": None})
    records: dict[Section, dict[str, Record]] = {section: {} for section in SECTIONS}
    for section in SECTIONS:
        for key, record in decoded.records[section].items():
            if Ref(section, key) not in gone:
                records[section][key] = _without(record, gone)
            elif section != "statements":
                records[section][key] = stub(Ref(section, key), gone[Ref(section, key)])
    return replace(decoded, settings=settings, records=records)


def published(dossier: Dossier, decoded: Decoded, gone: Gone) -> Dossier:
    """Return a dossier whose sections list no withdrawn record; who looks for one by its id still finds it.

    `dossier` is that of the `emptied` records, `decoded` what was read before these were emptied: it says
    which records name withdrawn ones.
    """
    sections: dict[str, Any] = {}
    for section in SECTIONS:
        stubs = {ref.id: stub(ref, one) for ref, one in gone.items() if ref.section == section}
        present = {key: one for key, one in dossier.section(section).items() if key not in stubs}
        sections[section] = _Standing(present, stubs) if stubs else present
    naming = {
        Ref(section, key): tuple(_named(decoded.records[section][key], gone))
        for section in SECTIONS
        for key in sections[section]
    }
    return replace(
        dossier, **sections, gone=gone, missed={ref: found for ref, found in naming.items() if found}
    )


def _named(record: Record, gone: Gone) -> Iterator[Ref]:
    """List the withdrawn records that a record names, each once."""
    yield from dict.fromkeys(one.target for one in references(record) if one.target in gone)


def _without(record: Record, gone: Gone) -> Record:
    """Return a record without what it says of withdrawn claims and statements."""

    def are_left(claims: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in claims if Ref("claims", key) not in gone)

    update: dict[str, object] = {}
    match record:
        case Statement():
            update["positions"] = {key: record.positions[key] for key in are_left(tuple(record.positions))}
            is_gone = record.corrects is not None and Ref("statements", record.corrects) in gone
            update["corrects"] = None if is_gone else record.corrects
        case Claim():
            update = {"implies": are_left(record.implies), "excludes": are_left(record.excludes)}
    changed = {name: value for name, value in update.items() if value != getattr(record, name)}
    return record.model_copy(update=changed) if changed else record


def stub(ref: Ref, withdrawn: Withdrawn) -> Record:
    """Return a record with its id alone, and with a kind that says nothing where it must have one."""
    model: Any = MODELS[ref.section]
    # Its fields are not validated: an empty name is none that an author may write.
    made: Record = model.model_construct(id=ref.id, withdrawn=withdrawn, **_EMPTY[ref.section])
    return made


_EMPTY: dict[Section, dict[str, object]] = {
    "sources": {"title": ""},
    "actors": {"name": "", "kind": ActorKind.PERSON},
    "places": {"name": ""},
    "events": {"name": "", "kind": ""},
    "claims": {"text": ""},
    "statements": {"speakers": (), "source": ""},
}
"""The fields that a record must have, with nothing in them."""


@dataclass(frozen=True)
class _Standing(Mapping[str, Record]):
    """Records by id; those that were withdrawn are found, but not listed or counted."""

    present: Mapping[str, Record]
    gone: Mapping[str, Record]

    def __getitem__(self, key: str) -> Record:
        return self.present[key] if key in self.present else self.gone[key]

    def __contains__(self, key: object) -> bool:
        return key in self.present or key in self.gone

    def __iter__(self) -> Iterator[str]:
        return iter(self.present)

    def __len__(self) -> int:
        return len(self.present)
