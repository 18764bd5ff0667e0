"""Voices: for whom a statement speaks, and so between whom two statements stand."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Kind
from mkdocs_dossier.model.recordparts import Membership, Relation, Role
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.values.dates import EdtfDate


def held(tie: Role | Relation | Membership, date: EdtfDate | None) -> bool:
    """Tell whether a tie may have held on a date: it may unless the dates of the two rule it out.

    Of what is only known to be no later than some day, that day counts. All that was ever before it would
    bring back every post that the speaker once held.
    """
    if date is not None and date.earliest is None:
        date = date.end
    return date is None or date.within(tie.from_, tie.until)


def bodies_above(dossier: Dossier, actor: str, date: EdtfDate | None) -> tuple[str, ...]:
    """List all that a body is part of on a date, directly or through other bodies, the nearest first.

    Of a person, a group or somebody without a name there is nothing: to belong is not to speak for.
    """
    return tuple(body for body in _bodies_of(dossier, (actor,), date) if body != actor)


def _bodies_of(dossier: Dossier, actors: Iterable[str], date: EdtfDate | None) -> Iterable[str]:
    """List all that those of the actors that are bodies are part of on a date, the nearest first."""
    # Breadth first, for the nearest. A circle is an error that a rule reports; here it only has to end.
    found: dict[str, None] = {}
    waiting = deque(actors)
    while waiting:
        record = dossier.actors.get(waiting.popleft())
        for membership in record.part_of if record and record.kind.is_body else ():
            if held(membership, date) and membership.actor not in found:
                found[membership.actor] = None
                waiting.append(membership.actor)
    return found


def _voices_of_speaker(dossier: Dossier, speaker: str, date: EdtfDate | None) -> tuple[str, ...]:
    """List the actors that somebody speaks for on a date, the speaker first.

    They are the speaker, those that the speaker's roles speak for, and all that the bodies among these are
    part of. A group speaks for itself alone.
    """
    record = dossier.actors[speaker]
    roles = () if record.kind is ActorKind.GROUP else record.roles
    voices = dict.fromkeys([speaker, *(role.at for role in roles if role.speaks_for and held(role, date))])
    for actor in tuple(voices):
        voices.update(dict.fromkeys(bodies_above(dossier, actor, date)))
    return tuple(voices)


def sides_of_speaker(dossier: Dossier, speaker: str, date: EdtfDate | None) -> tuple[str, ...]:
    """List the outermost bodies that somebody speaks for on a date, or ever; the speaker without any."""
    voices = _voices_of_speaker(dossier, speaker, date)
    # Who speaks for somebody else is no side beside them.
    others = voices[1:] or voices
    found = tuple(one for one in others if not bodies_above(dossier, one, date))
    # In a circle, an error, each would be part of the others, and none be left.
    return found or others[-1:]


def sides_of(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    """List the sides that a statement speaks for, those of its first speaker first."""
    date = dossier.date_of(statement)
    found = (side for speaker in statement.speakers for side in sides_of_speaker(dossier, speaker, date))
    return tuple(dict.fromkeys(found))


_Side = tuple[str, EdtfDate | None]
"""The speaker of a statement and the date that it counts from: the voices follow from these alone."""

_Between = tuple[Kind, str | None]


class Sides:
    """Find for whom each statement speaks, and between whom two of them stand.

    Both follow from speakers and dates, of which there are far fewer than pairs of statements: each answer is
    kept.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._sides = {
            key: tuple((speaker, dossier.date_of(one)) for speaker in one.speakers)
            for key, one in dossier.statements.items()
        }
        self._voices: dict[_Side, tuple[str, ...]] = {}
        self._kinds: dict[tuple[_Side, _Side], _Between] = {}

    def voices(self, key: str) -> tuple[str, ...]:
        """Return the actors that a statement, given by its id, speaks for, each speaker before its bodies."""
        return tuple(dict.fromkeys(voice for voices in self.by_speaker(key) for voice in voices))

    def by_speaker(self, key: str) -> Iterator[tuple[str, ...]]:
        """List for whom each speaker of a statement speaks, the speaker first."""
        return map(self._spoken_for, self._sides[key])

    def kind(self, first: str, second: str) -> _Between:
        """Return between whom two statements stand; within a side, also the lowest actor both speak for.

        Of joint statements each speaker of one is set beside each of the other, and the nearest kind counts.
        """
        kinds = [self._kind_of(one, other) for one, other in product(self._sides[first], self._sides[second])]
        if len(kinds) == 1:
            return kinds[0]
        nearest = min((kind for kind, _ in kinds), key=list(Kind).index)
        common = {actor for kind, actor in kinds if kind is nearest and actor}
        dates = [self.dossier.date_of(self.dossier.statements[key]) for key in (first, second)]
        return nearest, _lowest(self.dossier, common, dates) if common else None

    def _spoken_for(self, side: _Side) -> tuple[str, ...]:
        if side not in self._voices:
            self._voices[side] = _voices_of_speaker(self.dossier, *side)
        return self._voices[side]

    def _kind_of(self, one: _Side, other: _Side) -> _Between:
        if (one, other) not in self._kinds:
            self._kinds[one, other] = self._found_kind(one, other)
        return self._kinds[one, other]

    def _found_kind(self, one: _Side, other: _Side) -> _Between:
        if one[0] == other[0]:
            return Kind.REVERSAL, None
        common = set(self._spoken_for(one)) & set(self._spoken_for(other))
        if not common:
            return Kind.BETWEEN, None
        return Kind.WITHIN, _lowest(self.dossier, common, (one[1], other[1]))


def _lowest(dossier: Dossier, common: set[str], dates: Sequence[EdtfDate | None]) -> str:
    """Return the actor among `common` that none of the others is part of; of several, the first by id."""
    above = {body for date in dates for body in _bodies_of(dossier, common, date)}
    # In a circle each is part of the others, and none would be left.
    return min(common - above or common)
