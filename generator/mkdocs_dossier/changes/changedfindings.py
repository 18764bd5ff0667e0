"""What follows from the records otherwise than before: labels, contradictions, what was found, what fell."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, partial

from mkdocs_dossier.changes.changedrecords import difference
from mkdocs_dossier.changes.pairing import Two
from mkdocs_dossier.changes.shortened import short
from mkdocs_dossier.findings.contents import Content
from mkdocs_dossier.findings.found import Checked, Label, LabelName, Opposition
from mkdocs_dossier.model.changelog import Difference, What
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.values.refs import Ref

_Pair = tuple[str, str]
"""Two statements, the earlier first."""


@dataclass(frozen=True)
class Causes:
    """What a difference of findings may follow from.

    `moved` are the records of which an author wrote something otherwise, added and removed ones too, by
    their ids of today.
    """

    two: Two
    moved: Set[Ref]

    def among(self, keys: Iterable[str]) -> Ref | None:
        """Return the first of some statements, by their ids of today, of which something was written."""
        return next((ref for key in keys if (ref := Ref("statements", key)) in self.moved), None)

    @cached_property
    def texts(self) -> Set[Ref]:
        """The sources whose text is another, or that are new."""
        old, new = self.two.old.dossier, self.two.new.dossier
        before = {self.two.ref("sources", key): text for key, text in old.texts.items()}
        after = {Ref("sources", key): text for key, text in new.texts.items()}
        return {
            ref
            for ref in before.keys() | after.keys()
            if (ref in before and before[ref].text) != (ref in after and after[ref].text)
        }


def findings_changed(two: Two, causes: Causes) -> Iterator[Difference]:
    """List what follows otherwise, of records of today."""
    yield from _verified(two, causes)
    yield from _taken_back(two, causes)
    for key in two.new.dossier.claims:
        if Ref("claims", key) in two.after:
            yield from _Standing(two, causes, key).changed()
    yield from _conflicts(two, causes)


_Words = tuple[Ref, str, tuple[str, ...]]
"""Words that a record takes from a source: the record, the id of the source, the fragments."""


def _found(checked: Iterable[Checked], two: Two | None) -> dict[_Words, bool]:
    """Tell of words whether the newest text of their source has them; `two` turns old ids into new ones."""
    found = {}
    for one in checked:
        owner = two.ref(*one.owner) if two else one.owner
        source = two.id("sources", one.source) if two else one.source
        words = tuple(fragment.words for fragment in one.fragments)
        found[owner, source, words] = (
            all(part.match is not None for part in one.fragments) and not one.is_dropped
        )
    return found


def _verified(two: Two, causes: Causes) -> Iterator[Difference]:
    before = _found(two.old.findings.quotations.values(), two)
    after = _found(two.new.findings.quotations.values(), None)
    for key, is_found in after.items():
        owner, source, words = key
        if owner in two.after and before.get(key, is_found) != is_found:
            said = short(" … ".join(words))
            what = What.FOUND if is_found else What.NOT_FOUND
            ref = Ref("sources", source)
            because = ref if ref in causes.texts else None
            yield difference(owner, what, by=[ref], because=because, now=said)


def _taken_back(two: Two, causes: Causes) -> Iterator[Difference]:
    before = {two.id("statements", key): one for key, one in two.old.findings.withdrawn.items()}
    after = two.new.findings.withdrawn
    for key in sorted(before.keys() ^ after.keys()):
        ref = Ref("statements", key)
        if ref not in two.after:
            continue
        by = after[key].by if key in after else two.id("statements", before[key].by)
        what = What.TAKEN_BACK if key in after else What.STANDS
        named = [Ref("statements", by)] if key in after else []
        yield difference(ref, what, by=named, because=causes.among([by]))


@dataclass(frozen=True)
class _Standing:
    """Where a claim stands now, and where it stood before, if it was there."""

    two: Two
    causes: Causes
    claim: str

    @property
    def ref(self) -> Ref:
        return Ref("claims", self.claim)

    @cached_property
    def was_id(self) -> str:
        return self.two.renamed.get(self.ref, self.ref).id

    @cached_property
    def was(self) -> Label | None:
        return self.two.old.findings.labels.get(self.was_id) if self._was_there else None

    @property
    def _was_there(self) -> bool:
        return Ref("claims", self.was_id) in self.two.before

    @cached_property
    def before(self) -> Mapping[_Pair, Opposition]:
        """The contradictions of before, in the ids of today."""
        if not self._was_there:
            return {}
        return {
            (self.two.id("statements", one.first), self.two.id("statements", one.second)): one
            for one in self.two.old.findings.contradictions.get(self.was_id, ())
        }

    @cached_property
    def after(self) -> Mapping[_Pair, Opposition]:
        return {(one.first, one.second): one for one in self.two.new.findings.contradictions[self.claim]}

    def changed(self) -> Iterator[Difference]:
        """List what is otherwise, with the statement that it follows from."""
        label = self.two.new.findings.labels[self.claim]
        told = self._label(label)
        if told is not None:
            yield told
        yield from self._pairs(told)

    def _label(self, label: Label) -> Difference | None:
        """Tell where the claim stands, if that is otherwise; of a new claim only what it has from others."""
        now, was = _state(label), _state(self.was) if self.was else (LabelName.OPEN, False)
        if now == was:
            return None
        name, is_over = now
        if name is LabelName.CONTESTED:
            return self._over(label) if is_over else self._contested()
        because = self._because(label.statements)
        if was[0] is LabelName.CONTESTED:
            return difference(self.ref, What.ENDED, now=name, because=because)
        if name is LabelName.CORROBORATED:
            return difference(self.ref, What.CORROBORATED, now=str(len(label.origins)), because=because)
        if self.was is None:
            return None
        return difference(self.ref, What.LABEL, was=was[0], now=name, because=because)

    def _contested(self) -> Difference:
        """Tell that a contradiction stands: the first that is new, else the first of all."""
        standing = [pair for pair, one in self.after.items() if not one.corrected]
        new = [pair for pair in standing if pair not in self.before]
        pair = (new or standing)[0]
        said = self.two.new.dossier.statements[pair[1]].said
        # A statement may be known up to a day only; then the claim is contested since some day before.
        since = said if said and not said.is_interval else None
        because = self.causes.among(reversed(pair)) or self._because(())
        return difference(self.ref, What.CONTESTED, by=_refs(pair), since=since, because=because)

    def _over(self, label: Label) -> Difference | None:
        """Tell that no contradiction stands any more, by whom, and since when."""
        if label.ended is None:
            return None
        by, on = label.ended.by, label.ended.on
        stood = self.was is not None and _state(self.was) == (LabelName.CONTESTED, False)
        what = What.ENDED if stood else What.WAS_CONTESTED
        because = self.causes.among([by]) or self._because(label.statements)
        return difference(self.ref, what, by=[Ref("statements", by)], since=on, because=because)

    def _because(self, keys: Iterable[str]) -> Ref | None:
        """Return the statement of which something was written, among some, or those on the claim before."""
        positions = self.two.old.findings.positions.get(self.was_id, {}) if self._was_there else {}
        before = (self.two.id("statements", key) for key in positions)
        return (
            self.causes.among(keys)
            or self.causes.among(before)
            or self.causes.among(self.two.new.findings.positions[self.claim])
        )

    def _pairs(self, told: Difference | None) -> Iterator[Difference]:
        """List the other contradictions that are new, and those that are gone while both statements stand."""
        named = told.by if told is not None and told.what is What.CONTESTED else ()
        added: dict[Ref | None, list[_Pair]] = {}
        for pair in self.after:
            if pair not in self.before and _refs(pair) != named and not self._is_correction(pair):
                added.setdefault(self.causes.among(reversed(pair)), []).append(pair)
        # Where the claim became contested, its statement's other contradictions follow from the same.
        if told is not None and named:
            added.pop(told.because, None)
        yield from self._told(What.CONTRADICTION_ADDED, added)
        gone: dict[Ref | None, list[_Pair]] = {}
        for pair in self.before:
            if pair not in self.after and all(ref in self.two.after for ref in _refs(pair)):
                gone.setdefault(self.causes.among(reversed(pair)), []).append(pair)
        is_told = told is not None and told.what is What.ENDED
        yield from () if is_told else self._told(What.CONTRADICTION_REMOVED, gone)

    def _is_correction(self, pair: _Pair) -> bool:
        """Tell whether one of two statements took back the other: then that is told of it."""
        by = (self.two.new.findings.taken_back_by(one, self.claim) for one in pair)
        return any(one in pair for one in by)

    def _told(self, what: What, pairs: Mapping[Ref | None, list[_Pair]]) -> Iterator[Difference]:
        """Tell once what follows from one cause."""
        for because, found in pairs.items():
            if len(found) == 1:
                yield difference(self.ref, what, by=_refs(found[0]), because=because)
            else:
                by = [because] if because else []
                yield difference(self.ref, what, by=by, now=str(len(found)), because=because)


def _state(label: Label) -> tuple[LabelName, bool]:
    """Return a label, and whether all its contradictions are over."""
    return label.name, label.ended is not None


def _refs(pair: _Pair) -> tuple[Ref, ...]:
    return tuple(Ref("statements", key) for key in pair)


_Figures = tuple[str, tuple[str, str]]
"""What two figures count, and their amounts as written."""


def _conflicting(content: Content, key: str) -> dict[_Figures, tuple[str, str]]:
    """Return the pairs of figures of an event that conflict, each with the ids of their sources."""
    event, found = content.dossier.events[key], {}
    for pair in content.findings.conflicts[key]:
        figures = sorted(
            (event.figures[index] for index in (pair.first, pair.second)), key=lambda one: one.value.text
        )
        amounts = figures[0].value.text, figures[1].value.text
        found[pair.measure, amounts] = figures[0].source, figures[1].source
    return found


def _conflicts(two: Two, causes: Causes) -> Iterator[Difference]:
    for ref, new in two.after.items():
        if not isinstance(new, Event):
            continue
        was = two.renamed.get(ref, ref)
        before = _conflicting(two.old, was.id) if was in two.before else {}
        after = _conflicting(two.new, ref.id)
        tell = partial(difference, ref, because=None)
        for key in sorted(before.keys() ^ after.keys()):
            measure, (first, second) = key
            is_new = key in after
            by = tuple(dict.fromkeys(Ref("sources", one) for one in after[key])) if is_new else ()
            what = What.CONFLICT_ADDED if is_new else What.CONFLICT_REMOVED
            because = next((one for one in by if one in causes.moved and one not in two.before), None)
            yield tell(what, about=measure, was=first, now=second, by=by, because=because)
