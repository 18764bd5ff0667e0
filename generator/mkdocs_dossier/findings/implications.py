"""Implications: which positions follow from those that a statement takes, by what claims say of others."""

from collections.abc import Iterator, Mapping

from mkdocs_dossier.findings.found import Own, Position, Positions
from mkdocs_dossier.model.records import Claim, Statement
from mkdocs_dossier.model.vocabulary import Stance

Taken = tuple[str, Stance]
"""A claim, and a stance on it of which something may follow: `asserts` or `denies`."""

Reached = Mapping[Taken, tuple[int, Taken | None]]
"""What some positions lead to, themselves included: in how many steps at least, and from which one at last.

Both stances on one claim may be reached. The position before is None for one that was taken.
"""

_OPPOSITE = {Stance.ASSERTS: Stance.DENIES, Stance.DENIES: Stance.ASSERTS}


class Implications:
    """Find what follows from positions; what follows from the same ones is looked for once."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        # From "asserts A" to what A implies and excludes; from "denies B" to what implies B.
        self._next: dict[Taken, list[Taken]] = {}
        self._reached: dict[tuple[Taken, ...], Reached] = {}
        for key, claim in claims.items():
            for other in claims.keys() & set(claim.implies):
                self._lead((key, Stance.ASSERTS), (other, Stance.ASSERTS))
                self._lead((other, Stance.DENIES), (key, Stance.DENIES))
            for other in claims.keys() & set(claim.excludes):
                self._lead((key, Stance.ASSERTS), (other, Stance.DENIES))
                self._lead((other, Stance.ASSERTS), (key, Stance.DENIES))
        for following in self._next.values():
            following.sort()

    def _lead(self, one: Taken, to: Taken) -> None:
        self._next.setdefault(one, []).append(to)

    def reached(self, own: Own) -> Reached:
        """Return all that positions lead to.

        From "asserts A" follows that all is asserted that A implies, and denied that A excludes; from "denies
        B", that all is denied that implies B.
        """
        taken = tuple(sorted((key, stance) for key, stance in own.items() if stance in _OPPOSITE))
        if taken not in self._reached:
            self._reached[taken] = self._follow(taken)
        return self._reached[taken]

    def _follow(self, taken: tuple[Taken, ...]) -> Reached:
        """Go on step by step, breadth first, in the order of ids.

        What is reached first is so reached by the shortest chain, and of several by the first in the order of
        the ids in them: those of one length are gone on from in that order.
        """
        reached: dict[Taken, tuple[int, Taken | None]] = dict.fromkeys(taken, (0, None))
        waiting = list(taken)
        # It grows while it is gone through.
        for one in waiting:
            for other in self._next.get(one, ()):
                if other not in reached:
                    reached[other] = reached[one][0] + 1, one
                    waiting.append(other)
        return reached

    def led_to(self, own: Own) -> set[str]:
        """Return the claims on which positions follow from some, and their own."""
        return {claim for claim, _ in self.reached(own)}

    def steps(self, own: Own) -> int:
        """Count the claims in all chains of what follows from positions: that many would be listed."""
        return sum(steps for steps, _ in self.reached(own).values())

    def implied(self, own: Own) -> dict[str, Position]:
        """Return the positions that follow from those taken, by claim.

        A position that was taken stands before one that follows. Where chains lead to both stances, neither
        follows.
        """
        reached = self.reached(own)
        taken = {key for key, stance in own.items() if stance.is_position}
        return {
            key: Position(stance, _chain(reached, (key, stance)))
            for key, stance in sorted(reached)
            if key not in taken and (key, _OPPOSITE[stance]) not in reached
        }

    def against_itself(self, own: Own) -> Iterator[str]:
        """List the claims that positions lead both to assert and to deny, by id."""
        reached = self.reached(own)
        for key, stance in sorted(reached):
            if stance is Stance.ASSERTS and (key, Stance.DENIES) in reached:
                yield key

    def chain(self, own: Own, claim: str, stance: Stance) -> tuple[str, ...]:
        """Return the shortest chain of claims from positions to one that they lead to; see `Position`."""
        return _chain(self.reached(own), (claim, stance))


def implied_by_each(
    logic: Implications, statements: Mapping[str, Statement], most: int
) -> tuple[dict[str, Positions], dict[str, int]]:
    """Return the positions that follow from those of each statement that has such.

    With them come the statements of which none are listed, because the chains of those before have `most`
    claims together; each with how many claims its own have.
    """
    implied: dict[str, Positions] = {}
    left_out: dict[str, int] = {}
    total = 0
    for key, statement in statements.items():
        steps = logic.steps(statement.positions)
        if total + steps > most:
            left_out[key] = steps
        else:
            total += steps
            implied[key] = logic.implied(statement.positions)
    return {key: found for key, found in implied.items() if found}, left_out


def _chain(reached: Reached, one: Taken) -> tuple[str, ...]:
    chain: list[str] = []
    before = reached[one][1]
    while before:
        chain.append(before[0])
        before = reached[before][1]
    return tuple(reversed(chain))
