"""Compares two statements that are to be one: what contradicts, and what one would get of the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.dossier.linked import Dossier, reports_of
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.model.recordparts import Locator, Reported
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.values.refs import Path, Ref

REPORT_FIELDS = ("source", "quote", "passage", "language", "translation", "translated_by", "via", "locator")
"""The fields of a report, as the format spells them."""

CONTEXT_FIELDS = ("said", "said_note", "medium", "during", "to")
"""The fields on the occasion of a statement: who spoke stands before them, what was said after them."""

_OWN_WORDS = ("said_note", "summary")
_TAKEN = (*CONTEXT_FIELDS, "summary", "corrects")
_ADVICE = {
    "said": "Compare the sources: write the same date in both, or remove the one that is wrong.",
    "medium": "Write the same in both, or remove the one that is wrong.",
    "during": "One utterance is made at one occasion: name the same event in both, or remove one.",
    "to": "Name the same actors in both.",
    "corrects": "A statement takes back one other: keep the one that is meant.",
}
_SPEAKERS = "Two speakers are two statements; a joint one has the same list of speakers in both."
_STANCE = "Read both passages again: give the claim the same stance in both, or keep two statements."
_BACK = "What takes another back is a statement of its own: remove `corrects`, or keep two statements."
_REPORT = "Write there what holds, and remove the field from the other."


@dataclass(frozen=True, slots=True)
class Gain:
    """What a statement gets of another: the ways to its new reports, fields that it lacks, and claims.

    `left` are the fields that both have in words of the dossier's own: the statement keeps its words.
    """

    reports: tuple[Path, ...]
    fields: tuple[str, ...]
    claims: tuple[str, ...]
    left: tuple[str, ...]


def gain(kept: Statement, other: Statement) -> Gain:
    """Return what one statement gets of the other that becomes a part of it."""
    known = {_words(report) for report in kept.reports}
    reports = []
    for path, report in reports_of(other):
        if _words(report) not in known:
            reports.append(path)
            known.add(_words(report))
    has = {field: bool(getattr(kept, field)) for field in _TAKEN}
    given = [field for field in _TAKEN if getattr(other, field)]
    return Gain(
        reports=tuple(reports),
        fields=tuple(field for field in given if not has[field]),
        claims=tuple(claim for claim in other.positions if claim not in kept.positions),
        left=tuple(
            field for field in _OWN_WORDS if field in given and has[field] and _differ(kept, other, field)
        ),
    )


def differences(dossier: Dossier, places: SourceMap, kept: str, other: str) -> list[str]:
    """List what two statements say that cannot both be said by one: with both places, and what to do."""
    return list(_Pair(dossier, places, kept, other).differences())


class _Pair:
    """Two statements, with the places of their fields."""

    def __init__(self, dossier: Dossier, places: SourceMap, kept: str, other: str) -> None:
        self.places = places
        self.ids = kept, other
        self.records = dossier.statements[kept], dossier.statements[other]

    def differences(self) -> Iterator[str]:
        one, two = self.records
        if set(one.speakers) != set(two.speakers):
            yield self.told("speaker", (one.speakers, two.speakers), _SPEAKERS)
        for field, advice in _ADVICE.items():
            values = getattr(one, field), getattr(two, field)
            if all(values) and _differ(one, two, field):
                yield self.told(field, values, advice)
        for record, other, key in ((one, two, self.ids[0]), (two, one, self.ids[1])):
            if record.corrects == other.id:
                place = self.place(key, ("corrects",))
                yield f"`{key}` takes `{other.id}` back, by `corrects` at {place}. {_BACK}"
        for claim, stance in one.positions.items():
            if claim in two.positions and two.positions[claim] != stance:
                yield self.told(claim, (stance, two.positions[claim]), _STANCE, ("positions", claim))
        yield from self.reports()

    def reports(self) -> Iterator[str]:
        """Compare the reports that both have: the same words of one source, with other fields beside them."""
        one, two = self.records
        known = {_words(report): (path, report) for path, report in reports_of(one)}
        for path, report in reports_of(two):
            way, same = known.get(_words(report), ((), report))
            for field in REPORT_FIELDS[3:]:
                first, second = getattr(same, field), getattr(report, field)
                if second is not None and first != second:
                    yield self.told(field, (first, second), _REPORT, (*way, field), (*path, field))

    def told(
        self, name: str, values: Sequence[object], advice: str, way: Path = (), other: Path | None = None
    ) -> str:
        ways = way or (name,), other or way or (name,)
        shown = [
            f"{_shown(value)} at {self.place(key, path)}"
            for key, value, path in zip(self.ids, values, ways, strict=True)
        ]
        return f"`{name}` is {shown[0]}, and {shown[1]}. {advice}"

    def place(self, key: str, path: Path) -> str:
        return str(self.places.place(Ref("statements", key), path))


def _differ(one: Statement, two: Statement, field: str) -> bool:
    values = getattr(one, field), getattr(two, field)
    if field == "to":
        return not set(values[1]) <= set(values[0])
    return bool(values[0] != values[1])


def _words(report: Reported) -> tuple[object, ...]:
    """Return what makes two reports one: the source, and the words without their line breaks."""
    fragments = (
        tuple(" ".join(one.split()) for one in words or ()) for words in (report.quote, report.passage)
    )
    return report.source, *fragments


def _shown(value: object) -> str:
    if value is None:
        return "missing"
    if isinstance(value, tuple):
        return ", ".join(f"`{one}`" for one in value)
    if isinstance(value, Locator):
        value = ", ".join(
            f"{name}: {one}" for name, one in value.model_dump(mode="json", exclude_none=True).items()
        )
    return f"`{getattr(value, 'text', value)}`"
