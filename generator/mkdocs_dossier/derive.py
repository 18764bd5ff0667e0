"""What follows from the statements: voices, contradictions, labels, figures in conflict.

Nothing of this is ever written in a dossier, and nothing here judges who is right.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from mkdocs_dossier.dossier import Dossier
from mkdocs_dossier.model import Claim, Event, Membership, Relation, Role, Statement
from mkdocs_dossier.values import EdtfDate


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


def derive(dossier: Dossier) -> Findings:
    """Derive everything from a dossier; the same dossier gives the same findings."""
    voices = {key: voices_of(dossier, statement) for key, statement in dossier.statements.items()}
    contradictions, tensions, labels = {}, {}, {}
    for key, claim in dossier.claims.items():
        taken = positions_on(dossier, claim)
        contradictions[key] = tuple(_oppositions(dossier, claim, taken, voices, {"asserts", "denies"}))
        tensions[key] = tuple(
            tension
            for other in ("asserts", "denies")
            for tension in _oppositions(dossier, claim, taken, voices, {"qualifies", other})
        )
        labels[key] = _label(dossier, taken, contradictions[key], voices)
    conflicts = {key: tuple(conflicts_of(event)) for key, event in dossier.events.items()}
    lead = dossier.settings.lead or _default_lead(dossier, labels)
    return Findings(voices, contradictions, tensions, labels, conflicts, lead)


def held(tie: Role | Relation | Membership, date: EdtfDate | None) -> bool:
    """Tell whether a tie may have held on a date: only dates that rule it out rule it out."""
    return date is None or date.within(tie.from_, tie.until)


def bodies_above(dossier: Dossier, actor: str, date: EdtfDate | None) -> tuple[str, ...]:
    """List all that an actor is part of on a date, the nearest first."""
    found: dict[str, None] = {}
    waiting = [actor]
    while waiting:
        record = dossier.actors.get(waiting.pop(0))
        for membership in record.part_of if record else ():
            if held(membership, date) and membership.actor != actor and membership.actor not in found:
                found[membership.actor] = None
                waiting.append(membership.actor)
    return tuple(found)


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
    while corrected is not None and corrected in dossier.statements and corrected not in seen:
        seen.add(corrected)
        corrected = dossier.statements[corrected].corrects
    return len(seen) - 1


def positions_on(dossier: Dossier, claim: Claim) -> dict[str, str]:
    """Map the statements that take a position on a claim, in their order, to the stance."""
    keys = dossier.naming("claims", claim.id, "statements")
    ordered = sorted(keys, key=lambda key: statement_order(dossier, key))
    return {key: dossier.statements[key].positions[claim.id] for key in ordered}


def _oppositions(
    dossier: Dossier,
    claim: Claim,
    taken: Mapping[str, str],
    voices: Mapping[str, tuple[str, ...]],
    stances: set[str],
) -> Iterator[Opposition]:
    for first, second in combinations(taken, 2):
        if {taken[first], taken[second]} == stances:
            kind, within = _kind(dossier, first, second, voices)
            corrected = bool(_taken_back(dossier, first, second))
            yield Opposition(claim.id, kind, within, corrected, first, second)


def _kind(
    dossier: Dossier, first: str, second: str, voices: Mapping[str, tuple[str, ...]]
) -> tuple[Kind, str | None]:
    if dossier.statements[first].speaker == dossier.statements[second].speaker:
        return Kind.REVERSAL, None
    common = set(voices[first]) & set(voices[second])
    if not common:
        return Kind.BETWEEN, None
    return Kind.WITHIN, _lowest(dossier, common, first, second)


def _lowest(dossier: Dossier, common: set[str], first: str, second: str) -> str:
    """Find the actor among `common` that none of the others is part of; the first by id of several."""
    dates = [dossier.date_of(dossier.statements[key]) for key in (first, second)]
    above = {body for actor in common for date in dates for body in bodies_above(dossier, actor, date)}
    return min(common - above or common)


def _taken_back(dossier: Dossier, first: str, second: str) -> str | None:
    """Give which of two statements the other takes back."""
    if dossier.statements[second].corrects == first:
        return first
    return second if dossier.statements[first].corrects == second else None


def _label(
    dossier: Dossier,
    taken: Mapping[str, str],
    contradictions: tuple[Opposition, ...],
    voices: Mapping[str, tuple[str, ...]],
) -> Label:
    """Label a claim; statements that their own side took back count for nothing but the history."""
    standing = [found for found in contradictions if not found.corrected]
    if standing:
        return Label(LabelName.CONTESTED, _in_order(taken, [(one.first, one.second) for one in standing]))
    withdrawn = {_taken_back(dossier, found.first, found.second) for found in contradictions}
    live = [key for key in taken if taken[key] in ("asserts", "denies") and key not in withdrawn]
    if not live:
        return Label(LabelName.OPEN, ())
    agreeing = [
        (first, second)
        for first, second in combinations(live, 2)
        if taken[first] == taken[second] and not set(voices[first]) & set(voices[second])
    ]
    if agreeing:
        return Label(LabelName.CORROBORATED, _in_order(taken, agreeing))
    return Label(LabelName.SINGLE_VOICE, tuple(live))


def _in_order(taken: Mapping[str, str], pairs: list[tuple[str, str]]) -> tuple[str, ...]:
    members = {key for pair in pairs for key in pair}
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
