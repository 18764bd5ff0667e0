"""Which records of a dossier are drafts, and which records each one names.

A review rests on both: no record is approved before the drafts that it names, and none is dropped that
another still names.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import Entry, SourceMap
from mkdocs_dossier.model.proselinks import targets
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.model.vocabulary import Review
from mkdocs_dossier.model.walk import links, references
from mkdocs_dossier.values.ids import NOT_FOUND
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section
from mkdocs_dossier.yaml.tree import MapNode, TextNode

REVIEW, SPEAKER = "review", "speaker"
"""The field that says that nobody has approved a record yet, and that of who made a statement."""


@dataclass(frozen=True)
class Ties:
    """The drafts of a dossier, and of each valid record those that it names, in the order of its fields."""

    drafts: frozenset[Ref]
    named: Mapping[Ref, tuple[Ref, ...]]

    def needed(self, ref: Ref) -> tuple[Ref, ...]:
        """List the drafts that a record names, and those that these name, each once; the nearest first."""
        found = {ref: None}
        waiting = [ref]
        # It grows while it is gone through.
        for one in waiting:
            more = [other for other in self.named.get(one, ()) if other in self.drafts and other not in found]
            found |= dict.fromkeys(more)
            waiting += more
        return tuple(found)[1:]

    def naming(self, ref: Ref) -> tuple[Ref, ...]:
        """List the other records that name one, sorted."""
        return tuple(sorted(one for one, named in self.named.items() if ref in named and one != ref))


def ties(dossier: Dossier, places: SourceMap) -> Ties:
    """Find the drafts of a dossier and who names whom."""
    drafts = frozenset(ref for ref, entry in places.entries.items() if is_draft(entry))
    known: dict[Section, set[str]] = {section: set() for section in SECTIONS}
    for ref in places.entries:
        known[ref.section].add(ref.id)
    return Ties(drafts, {ref: tuple(_named(record, known)) for ref, record in dossier.all_records()})


def is_draft(entry: Entry) -> bool:
    """Tell whether a record, valid or not, is marked as a draft."""
    return field_value(entry, REVIEW) == Review.DRAFT


def lacks_speaker(entry: Entry) -> bool:
    """Tell whether a record is a statement for which no speaker was found."""
    return entry.ref.section == "statements" and field_value(entry, SPEAKER) == NOT_FOUND


def field_value(entry: Entry, name: str) -> str | None:
    """Return what stands in a field of a record; None where it is not there, or no single text."""
    written = entry.node.items.get(name) if isinstance(entry.node, MapNode) else None
    return written.value.strip() if isinstance(written, TextNode) else None


def _named(record: Record, known: Mapping[Section, set[str]]) -> Iterator[Ref]:
    """List the records that one names, by id and in prose; each once, and only those that are written."""
    found = [one.target for one in references(record)]
    found += [one for _, link in links(record) for one in targets(link, known)]
    yield from (one for one in dict.fromkeys(found) if one.id in known[one.section])
