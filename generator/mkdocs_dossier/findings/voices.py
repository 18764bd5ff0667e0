"""Voices: for whom a statement speaks, and so between whom two statements stand."""

from collections import deque
from collections.abc import Iterable

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Kind
from mkdocs_dossier.model.recordparts import Membership, Relation, Role
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.values.dates import EdtfDate


def held(tie: Role | Relation | Membership, date: EdtfDate | None) -> bool:
    """Tell whether a tie may have held on a date: it may unless the dates of the two rule it out."""
    return date is None or date.within(tie.from_, tie.until)


def bodies_above(dossier: Dossier, actor: str, date: EdtfDate | None) -> tuple[str, ...]:
    """List all bodies that an actor is part of on a date, directly or through others, the nearest first."""
    return tuple(body for body in _bodies_of(dossier, (actor,), date) if body != actor)


def _bodies_of(dossier: Dossier, actors: Iterable[str], date: EdtfDate | None) -> Iterable[str]:
    """List all bodies that any of the actors is part of on a date, the nearest first."""
    # Breadth first, for the nearest. A circle is an error that a rule reports; here it only has to end.
    found: dict[str, None] = {}
    waiting = deque(actors)
    while waiting:
        record = dossier.actors.get(waiting.popleft())
        for membership in record.part_of if record else ():
            if held(membership, date) and membership.actor not in found:
                found[membership.actor] = None
                waiting.append(membership.actor)
    return found


def _voices_of(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    """List the actors that a statement speaks for.

    They are the speaker, the bodies that the speaker's roles speak for, and all that these are part of.
    """
    date = dossier.date_of(statement)
    speaker = dossier.actors[statement.speaker]
    spoken_for = [role.at for role in speaker.roles if role.speaks_for and held(role, date)]
    voices: dict[str, None] = {}
    for actor in (statement.speaker, *spoken_for):
        voices[actor] = None
    for actor in tuple(voices):
        voices.update(dict.fromkeys(bodies_above(dossier, actor, date)))
    return tuple(voices)


_Side = tuple[str, EdtfDate | None]
"""The speaker of a statement and the date that it counts from: its voices follow from these alone."""


class Sides:
    """Find for whom each statement speaks, and between whom two of them stand.

    Both follow from speakers and dates, of which there are far fewer than pairs of statements: each answer is
    kept.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.side = {key: self._side(one) for key, one in dossier.statements.items()}
        self._voices: dict[_Side, tuple[str, ...]] = {}
        self._kinds: dict[tuple[_Side, _Side], tuple[Kind, str | None]] = {}

    def _side(self, statement: Statement) -> _Side:
        return statement.speaker, self.dossier.date_of(statement)

    def voices(self, key: str) -> tuple[str, ...]:
        """Return the actors that a statement, given by its id, speaks for, the speaker first."""
        side = self.side[key]
        if side not in self._voices:
            self._voices[side] = _voices_of(self.dossier, self.dossier.statements[key])
        return self._voices[side]

    def kind(self, first: str, second: str) -> tuple[Kind, str | None]:
        """Return between whom two statements stand; within a side, also the lowest actor both speak for."""
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


def _lowest(dossier: Dossier, common: set[str], first: str, second: str) -> str:
    """Return the actor among `common` that none of the others is part of; of several, the first by id."""
    dates = [dossier.date_of(dossier.statements[key]) for key in (first, second)]
    above = {body for date in dates for body in _bodies_of(dossier, common, date)}
    # In a circle each is part of the others, and none would be left.
    return min(common - above or common)
