"""What there is to review in a dossier: its drafts, the least certain first, each with all that decides it.

A statement is approved with the drafts that it refers to (its speaker, a place, an event), so that these come
as a part of it; what no statement needs comes after all statements.
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mkdocs_dossier.authoring import reviewingblocks
from mkdocs_dossier.authoring.layout import Layout
from mkdocs_dossier.authoring.reading import Reading
from mkdocs_dossier.authoring.reviewingcontext import context, named_in
from mkdocs_dossier.authoring.reviewingitems import Context, Draft, Item, Kind, Written
from mkdocs_dossier.authoring.reviewingties import SPEAKER, Ties, field_value, lacks_speaker, ties
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.findings.found import Checked
from mkdocs_dossier.problems import Location, Problem
from mkdocs_dossier.values.refs import SECTIONS, Ref

_UNKNOWN = len(Basis)
"""The rank of a statement of whose speaker nothing says what it rests on: nobody can be less certain."""

_UNNAMED = frozenset({Basis.PRONOUN, Basis.POST, Basis.MODEL, Basis.ONGOING, Basis.NEAREST})
"""What a speaker may rest on without being named there."""

_UNREVIEWED = "unreviewed"
"""The rule that says of a file that there are drafts in it."""

_WORDS = {"quote": Kind.QUOTE, "passage": Kind.PASSAGE}


def queue(reading: Reading) -> tuple[Item, ...]:
    """List what there is to review: statements by their certainty, source and place, then what they leave."""
    return _Queue(reading).items()


@dataclass(frozen=True)
class _Queue:
    """The drafts of a dossier, while they are put in order."""

    reading: Reading

    @cached_property
    def ties(self) -> Ties:
        return ties(self.reading.dossier, self.reading.source_map)

    @cached_property
    def layouts(self) -> Mapping[str, Layout]:
        return reviewingblocks.layouts(self.reading.texts, self.reading.source_map)

    @cached_property
    def problems(self) -> Mapping[Ref, Sequence[Problem]]:
        """The problems of the checker that stand in each draft."""
        entries = [self.reading.entries[ref] for ref in self.drafts]
        problems = [one for one in self.reading.loaded.problems if one.rule != _UNREVIEWED]
        return reviewingblocks.standing_in(self.layouts, entries, problems)

    @cached_property
    def drafts(self) -> frozenset[Ref]:
        """The drafts in files that are sound YAML: others cannot be changed safely."""
        entries = self.reading.entries
        sound = self.reading.texts
        return frozenset(ref for ref in self.ties.drafts if entries[ref].key.location.path in sound)

    def items(self) -> tuple[Item, ...]:
        statements = [self._item(ref) for ref in self.drafts if ref.section == "statements"]
        needed = {one.ref for item in statements for one in item.needs}
        others = [self._item(ref) for ref in self.drafts if ref.section != "statements" and ref not in needed]
        # What only another one of these needs is a part of that.
        parts = {one.ref for item in others for one in item.needs}
        own = [item for item in others if item.ref not in parts]
        # In a circle, each is a part of another; then each is shown by itself.
        left = {*parts} - {one for item in own for one in item.together}
        own += [item for item in others if item.ref in left]
        return (*sorted(statements, key=self._of_statement), *sorted(own, key=self._of_other))

    def _of_statement(self, item: Item) -> tuple[int, str, Location]:
        rank = _UNKNOWN if item.basis is None else item.basis.rank
        return -rank, field_value(self.reading.entries[item.ref], "source") or "", item.draft.place

    def _of_other(self, item: Item) -> tuple[int, Location]:
        return SECTIONS.index(item.ref.section), item.draft.place

    def _item(self, ref: Ref) -> Item:
        draft = self._draft(ref)
        found = self._context(ref, draft.fields)
        shown = replace(draft, fields=tuple(_marked(draft.fields, self.reading, ref, found)))
        needs = tuple(self._draft(one) for one in self.ties.needed(ref) if one in self.drafts)
        return Item(shown, needs, found, self._basis(ref, draft.fields))

    def _draft(self, ref: Ref) -> Draft:
        entry = self.reading.entries[ref]
        place = entry.key.location
        fields = tuple(reviewingblocks.fields(self.layouts[place.path], entry))
        return Draft(ref, place, fields, tuple(self.problems.get(ref, ())))

    def _basis(self, ref: Ref, fields: Sequence[Written]) -> Basis | None:
        if lacks_speaker(self.reading.entries[ref]):
            return Basis.NOT_FOUND
        reasons = [one.reason for one in fields if one.reason]
        if ref.section == "statements":
            return next((one.basis for one in reasons if one.field == SPEAKER), None)
        return max((one.basis for one in reasons), key=lambda basis: basis.rank, default=None)

    def _context(self, ref: Ref, fields: Sequence[Written]) -> Context | None:
        reason = next((one.reason for one in fields if one.reason and one.name == SPEAKER), None)
        words = reason.words if reason else ""
        names = self._names(ref) if reason and reason.basis in _UNNAMED else ()
        for checked in self._quotations.get(ref, ()):
            text = self.reading.dossier.text_in(*checked.place)
            if text is not None and (found := context(text, checked, words, names)):
                return found
        # A draft stands in a file that bears the name of its source.
        source = posixpath.basename(self.reading.entries[ref].key.location.path).partition(".")[0]
        held = self.reading.dossier.texts.get(source)
        said = [one.reason.words for one in fields if one.reason and one.reason.words]
        return None if held is None else named_in(held, source, said)

    def _names(self, ref: Ref) -> Sequence[str]:
        """Return what the speaker of a statement is called."""
        speaker = field_value(self.reading.entries[ref], SPEAKER) or ""
        actor = self.reading.dossier.actors.get(speaker)
        return (actor.name, *actor.aliases) if actor else ()

    @cached_property
    def _quotations(self) -> Mapping[Ref, Sequence[Checked]]:
        """The quotations of each record, its own words before those of its parts."""
        found: dict[Ref, list[Checked]] = {}
        for (owner, _), checked in self.reading.quotations.items():
            found.setdefault(owner, []).append(checked)
        return found


def _marked(
    fields: Sequence[Written], reading: Reading, ref: Ref, found: Context | None
) -> Iterator[Written]:
    """Note of a record's own quotation and passage that all its words are marked in the context."""
    checked = reading.quotations.get((ref, ()))
    for field in fields:
        words = getattr(checked, field.name) if checked and field.name in _WORDS else ()
        kinds = {one.kind for one in found.spans} if found else set()
        is_marked = bool(words) and all(one.match for one in words) and _WORDS[field.name] in kinds
        yield replace(field, is_marked=is_marked)
