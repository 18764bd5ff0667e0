"""What follows from the statements: voices, contradictions, labels, figures in conflict.

Nothing of this is ever written in a dossier, and nothing here judges who is right.
"""

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from mkdocs_dossier.dossier.link import Dossier, Key
from mkdocs_dossier.model.records import Claim, Event, Membership, Relation, Role, Statement
from mkdocs_dossier.values.dates import EdtfDate

_PAIRS = (("asserts", "denies"), ("qualifies", "asserts"), ("qualifies", "denies"))
_MOST_CORRECTIONS = 100


class Kind(StrEnum):
    """Between whom two statements contradict one another."""

    REVERSAL = "reversal"
    WITHIN = "within"
    BETWEEN = "between"


class LabelName(StrEnum):
    """Where a claim stands."""

    CONTESTED = "contested"
    CORROBORATED = "corroborated"
    SINGLE_VOICE = "single voice"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two statements on one claim that do not go together, the earlier first.

    A contradiction where one asserts and one denies, a tension where one qualifies. `within` is the
    lowest actor that both speak for, where `kind` is `within`.
    """

    claim: str
    kind: Kind
    within: str | None
    corrected: bool
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where a claim stands, and the statements that make it so."""

    name: LabelName
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures of one event (by index) whose amounts cannot both be true."""

    event: str
    measure: str
    of: str | None
    first: int
    second: int


@dataclass(frozen=True)
class Findings:
    """All that is derived: by the id of the statement, claim or event it belongs to."""

    voices: Mapping[str, tuple[str, ...]]
    contradictions: Mapping[str, tuple[Opposition, ...]]
    tensions: Mapping[str, tuple[Opposition, ...]]
    labels: Mapping[str, Label]
    conflicts: Mapping[str, tuple[Conflict, ...]]
    lead: str | None


def derive(dossier: Dossier, crowded: Container[Key] = ()) -> Findings:
    """Derive everything from a dossier; the same dossier gives the same findings.

    Of the claims and events that are `crowded`, no pairs are listed; nothing may be published of them.
    """
    sides = _Sides(dossier)
    contradictions, tensions, labels = {}, {}, {}
    for key, claim in dossier.claims.items():
        taken = positions_on(dossier, claim)
        is_listed = ("claims", key) not in crowded
        opposed = {
            pair: tuple(_oppositions(claim, taken, sides, pair)) if is_listed else () for pair in _PAIRS
        }
        contradictions[key] = opposed["asserts", "denies"]
        tensions[key] = opposed["qualifies", "asserts"] + opposed["qualifies", "denies"]
        labels[key] = _label(dossier, taken, contradictions[key], sides)
    conflicts = {
        key: () if ("events", key) in crowded else tuple(conflicts_of(event))
        for key, event in dossier.events.items()
    }
    voices = {key: sides.voices(key) for key in dossier.statements}
    lead = dossier.settings.lead or _default_lead(dossier, labels)
    return Findings(voices, contradictions, tensions, labels, conflicts, lead)


def held(tie: Role | Relation | Membership, date: EdtfDate | None) -> bool:
    """Tell whether a tie may have held on a date: only dates that rule it out rule it out."""
    return date is None or date.within(tie.from_, tie.until)


def bodies_above(dossier: Dossier, actor: str, date: EdtfDate | None) -> tuple[str, ...]:
    """List all that an actor is part of on a date, the nearest first."""
    return tuple(body for body in _bodies(dossier, (actor,), date) if body != actor)


def _bodies(dossier: Dossier, actors: Iterable[str], date: EdtfDate | None) -> Iterable[str]:
    """List all that any of the actors is part of on a date, the nearest first."""
    found: dict[str, None] = {}
    waiting = deque(actors)
    while waiting:
        record = dossier.actors.get(waiting.popleft())
        for membership in record.part_of if record else ():
            if held(membership, date) and membership.actor not in found:
                found[membership.actor] = None
                waiting.append(membership.actor)
    return found


def voices_of(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    """List the actors a statement speaks for: the speaker, bodies spoken for, and all these are part of."""
    date = dossier.date_of(statement)
    speaker = dossier.actors[statement.speaker]
    spoken_for = [role.at for role in speaker.roles if role.speaks_for and held(role, date)]
    voices: dict[str, None] = {}
    for actor in (statement.speaker, *spoken_for):
        voices[actor] = None
    for actor in tuple(voices):
        voices.update(dict.fromkeys(bodies_above(dossier, actor, date)))
    return tuple(voices)


def statement_order(dossier: Dossier, key: str) -> tuple[object, ...]:
    """Give what statements are ordered by: their date, if they have one; what they correct; their id."""
    date = dossier.date_of(dossier.statements[key])
    return (date is None, date.sort_key if date else (), _corrections(dossier, key), key)


def _corrections(dossier: Dossier, key: str) -> int:
    """Count how many statements one takes back, and these in turn: on one day it came after them."""
    seen = {key}
    corrected = dossier.statements[key].corrects
    while corrected and corrected in dossier.statements and corrected not in seen:
        if len(seen) == _MOST_CORRECTIONS:
            break
        seen.add(corrected)
        corrected = dossier.statements[corrected].corrects
    return len(seen) - 1


def positions_on(dossier: Dossier, claim: Claim) -> dict[str, str]:
    """Map the statements that take a position on a claim, in their order, to the stance."""
    keys = dossier.naming("claims", claim.id, "statements")
    ordered = sorted(keys, key=lambda key: statement_order(dossier, key))
    return {key: dossier.statements[key].positions[claim.id] for key in ordered}


class _Sides:
    """For whom each statement speaks, and between whom two of them stand.

    Both follow from the speakers and the dates, so that what is the same is looked up once.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.side = {key: self._side(one) for key, one in dossier.statements.items()}
        self._voices: dict[_Side, tuple[str, ...]] = {}
        self._kinds: dict[tuple[_Side, _Side], tuple[Kind, str | None]] = {}

    def _side(self, statement: Statement) -> "_Side":
        date = self.dossier.date_of(statement)
        return statement.speaker, date.text if date else None

    def voices(self, key: str) -> tuple[str, ...]:
        side = self.side[key]
        if side not in self._voices:
            self._voices[side] = voices_of(self.dossier, self.dossier.statements[key])
        return self._voices[side]

    def kind(self, first: str, second: str) -> tuple[Kind, str | None]:
        sides = self.side[first], self.side[second]
        if sides not in self._kinds:
            self._kinds[sides] = self._kind(first, second)
        return self._kinds[sides]

    def _kind(self, first: str, second: str) -> tuple[Kind, str | None]:
        if self.dossier.statements[first].speaker == self.dossier.statements[second].speaker:
            return Kind.REVERSAL, None
        common = set(self.voices(first)) & set(self.voices(second))
        if not common:
            return Kind.BETWEEN, None
        return Kind.WITHIN, _lowest(self.dossier, common, first, second)


_Side = tuple[str, str | None]
"""The speaker of a statement, and the text of the date that it counts from."""


def _oppositions(
    claim: Claim, taken: Mapping[str, str], sides: _Sides, pair: tuple[str, str]
) -> Iterator[Opposition]:
    """Pair the statements of one stance with those of another, in their order."""
    keys = list(taken)
    places = {stance: [at for at, key in enumerate(keys) if taken[key] == stance] for stance in pair}
    for at, first in enumerate(keys):
        if taken[first] in pair:
            others = places[pair[taken[first] == pair[0]]]
            for place in others[bisect_right(others, at) :]:
                second = keys[place]
                kind, within = sides.kind(first, second)
                corrected = bool(_taken_back(sides.dossier, first, second))
                yield Opposition(claim.id, kind, within, corrected, first, second)


def _lowest(dossier: Dossier, common: set[str], first: str, second: str) -> str:
    """Find the actor among `common` that none of the others is part of; the first by id of several."""
    dates = [dossier.date_of(dossier.statements[key]) for key in (first, second)]
    above = {body for date in dates for body in _bodies(dossier, common, date)}
    return min(common - above or common)


def _taken_back(dossier: Dossier, first: str, second: str) -> str | None:
    """Give which of two statements the other takes back."""
    if dossier.statements[second].corrects == first:
        return first
    return second if dossier.statements[first].corrects == second else None


def _label(
    dossier: Dossier, taken: Mapping[str, str], contradictions: tuple[Opposition, ...], sides: _Sides
) -> Label:
    """Label a claim; statements that their own side took back count for nothing but the history."""
    standing = {key for one in contradictions if not one.corrected for key in (one.first, one.second)}
    if standing:
        return Label(LabelName.CONTESTED, _in_order(taken, standing))
    withdrawn = {_taken_back(dossier, found.first, found.second) for found in contradictions}
    live = [key for key in taken if taken[key] in ("asserts", "denies") and key not in withdrawn]
    if not live:
        return Label(LabelName.OPEN, ())
    agreeing = {
        key
        for stance in ("asserts", "denies")
        for key in _apart([key for key in live if taken[key] == stance], sides)
    }
    if agreeing:
        return Label(LabelName.CORROBORATED, _in_order(taken, agreeing))
    return Label(LabelName.SINGLE_VOICE, tuple(live))


def _apart(keys: Sequence[str], sides: _Sides) -> Iterator[str]:
    """Find the statements that have no voice in common with one of the others."""
    voices = {key: frozenset(sides.voices(key)) for key in keys}
    several = set(voices.values())
    if not several or frozenset.intersection(*several):
        return
    apart = {one for one in several if any(map(one.isdisjoint, several))}
    yield from (key for key in keys if voices[key] in apart)


def _in_order(taken: Mapping[str, str], members: Container[str]) -> tuple[str, ...]:
    return tuple(key for key in taken if key in members)


def conflicts_of(event: Event) -> Iterator[Conflict]:
    """Find the figures of an event that cannot both be true: same measure, of the same actor."""
    groups: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for index, figure in enumerate(event.figures):
        groups[figure.measure, figure.of].append(index)
    for (measure, of), indexes in groups.items():
        for first, second in combinations(indexes, 2):
            if not event.figures[first].value.can_both_be_true(event.figures[second].value):
                yield Conflict(event.id, measure, of, first, second)


def _default_lead(dossier: Dossier, labels: Mapping[str, Label]) -> str | None:
    """Choose the contested claim with most statements; where none is contested, any with most."""

    def weight(key: str) -> tuple[bool, int, str]:
        contested = labels[key].name is LabelName.CONTESTED
        return (not contested, -len(dossier.naming("claims", key, "statements")), key)

    return min(labels, key=weight, default=None)
