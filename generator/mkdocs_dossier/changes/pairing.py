"""Two states of a dossier, and which records of one are those of the other, under another id perhaps.

`redirects.csv` of the new state tells which ids are others now. All that is read of the old state is put in
the ids of today, so that a record which names a renamed one does not count as changed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, TypeVar

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.contents import Content
from mkdocs_dossier.model.fields import Mark, Target
from mkdocs_dossier.model.proselinks import PATTERN, read_link
from mkdocs_dossier.model.recordparts import Part
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.model.walk import Field, fields, links, references
from mkdocs_dossier.values.refs import SECTION_OF, SECTIONS, Ref, Section

_Model = TypeVar("_Model", bound=Part)


@dataclass(frozen=True)
class Two:
    """Two states of a dossier, as they are published."""

    old: Content
    new: Content

    @cached_property
    def before(self) -> Mapping[Ref, Record]:
        """The records of the old state, by their ids of then, but for those that were withdrawn."""
        return _standing(self.old.dossier)

    @cached_property
    def after(self) -> Mapping[Ref, Record]:
        """The records of the new state, likewise."""
        return _standing(self.new.dossier)

    @cached_property
    def leads(self) -> Mapping[Ref, Ref]:
        """The records of today that old ids lead to, of those that are given up."""
        redirects, held = self.new.dossier.redirects, (*self.before, *self.old.dossier.gone)
        return {ref: redirects[ref] for ref in held if ref in redirects}

    @cached_property
    def renamed(self) -> Mapping[Ref, Ref]:
        """The old ids of records that have others now, by these; of several that became one, the first."""
        found: dict[Ref, Ref] = {}
        for old, new in self.leads.items():
            if new not in self.before:
                found.setdefault(new, old)
        return found

    def ref(self, section: Section, identifier: str) -> Ref:
        """Return the record of today that an old id means."""
        ref = Ref(section, identifier)
        return self.leads.get(ref, ref)

    def id(self, section: Section, identifier: str) -> str:
        """Return the id of today of a record, by its old one."""
        return self.ref(section, identifier).id

    def same(self) -> Iterator[tuple[Ref, Record, Record]]:
        """List the records that both states have, by their ids of today: the old one, and the new one."""
        for ref, new in self.after.items():
            old = self.before.get(self.renamed.get(ref, ref))
            if old is not None:
                yield ref, self._translated(old), new

    def _translated(self, record: Record) -> Record:
        if not self.leads:
            return record
        named = any(one.target in self.leads for one in references(record))
        return _in_ids_of(record, self.leads) if named or next(links(record), None) else record


def _standing(dossier: Dossier) -> Mapping[Ref, Record]:
    """Return the records of a dossier that were not withdrawn."""
    return {
        Ref(section, key): record
        for section in SECTIONS
        for key, record in dossier.section(section).items()
        if Ref(section, key) not in dossier.gone and record.withdrawn is None
    }


def _in_ids_of(part: _Model, today: Mapping[Ref, Ref]) -> _Model:
    """Return a record or part as if it named other records by their ids of today."""
    update: dict[str, Any] = {}
    for field in fields(type(part)):
        # A mapping counts twice, for its keys and for its values.
        value = update.get(field.name, getattr(part, field.name))
        if value and (change := _changing(field, today)):
            update[field.name] = _each(field, value, change)
    return part.model_copy(update=update) if update else part


def _changing(field: Field, today: Mapping[Ref, Ref]) -> Callable[[Any], Any] | None:
    """Return what puts a value of a field in the ids of today; None where it names nothing."""
    if field.part is not None:
        return partial(_in_ids_of, today=today)
    if (target := field.mark(Target)) is not None:
        return partial(_named, target=target, today=today)
    return partial(PATTERN.sub, partial(_linked, today)) if field.has(Mark.PROSE) else None


def _named(value: Any, *, target: Target, today: Mapping[Ref, Ref]) -> Any:
    if isinstance(value, Ref):
        return today.get(value, value)
    ref = Ref(target.sections[0], value)
    return today[ref].id if ref in today and value not in target.words else value


def _linked(today: Mapping[Ref, Ref], found: Any) -> str:
    """Write a link in prose with the id of today."""
    written = read_link(found)
    kinds = {written.kind, SECTION_OF.get(written.kind or "")}
    sections = [one for one in SECTIONS if written.kind is None or one in kinds]
    new = next((today[ref] for one in sections if (ref := Ref(one, written.id)) in today), None)
    whole: str = found[0]
    return whole.replace(written.id, new.id, 1) if new else whole


def _each(field: Field, value: Any, change: Callable[[Any], Any]) -> Any:
    match field.shape:
        case "items":
            return tuple(map(change, value))
        case "keys":
            return dict(sorted((change(key), item) for key, item in value.items()))
        case "values":
            return {key: change(item) for key, item in value.items()}
    return change(value)
