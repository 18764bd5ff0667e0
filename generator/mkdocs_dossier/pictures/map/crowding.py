"""Puts together the marks of a map that would crowd one another, so that each can be hit."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot

_BETWEEN = 2.0  # pixels between the edges of two marks
_FURTHER = 1.4  # how much further apart marks have to be where there are too many


@dataclass(eq=False, slots=True)
class Crowd:
    """Marks that become one, by their indexes: the middle of that in percent, and its width in pixels."""

    members: list[int]
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Crowding:
    """How near marks may be on a map of a `ratio` and a width, and how wide a mark of several is.

    The middles of two are at least `apart` pixels from one another.
    """

    ratio: float
    wide: float
    apart: float
    ring: Callable[[int], float]

    def crowds(self, marks: Sequence[tuple[float, float, float]], most: int) -> list[Crowd]:
        """Put together marks, given by their middles in percent and widths, until there are few enough."""
        apart, found = self.apart, self._merged(marks, self.apart)
        while len(found) > most:
            apart *= _FURTHER
            found = self._merged(marks, apart)
        return found

    def _merged(self, marks: Sequence[tuple[float, float, float]], apart: float) -> list[Crowd]:
        widest = max((size for *_, size in marks), default=0.0)
        grid = _Grid(self, apart, max(apart, self.ring(len(marks)) + _BETWEEN, widest + _BETWEEN))
        for index, (x, y, size) in enumerate(marks):
            merged = Crowd([index], x, y, size)
            # The middle of a merged mark is elsewhere, and may crowd others.
            while (nearest := grid.nearest(merged)) is not None:
                grid.remove(nearest)
                merged = self._together(nearest, merged)
            grid.add(merged)
        return list(grid.found)

    def _together(self, one: Crowd, other: Crowd) -> Crowd:
        share = len(other.members) / (len(one.members) + len(other.members))
        one.members += other.members
        x, y = one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share
        return Crowd(one.members, x, y, self.ring(len(one.members)))


class _Grid:
    """The marks found so far, in their order, and by the cells of a grid as wide as marks may crowd."""

    def __init__(self, of: Crowding, apart: float, cell: float) -> None:
        self.of, self.apart, self.cell = of, apart, cell
        self.found: dict[Crowd, int] = {}
        self.cells: dict[tuple[int, int], list[Crowd]] = {}
        self.turn = 0

    def _at(self, one: Crowd) -> tuple[int, int]:
        across = one.x * self.of.wide / 100 / self.cell
        return int(across // 1), int(one.y / self.of.ratio * self.of.wide / 100 / self.cell // 1)

    def add(self, one: Crowd) -> None:
        self.turn += 1
        self.found[one] = self.turn
        self.cells.setdefault(self._at(one), []).append(one)

    def remove(self, one: Crowd) -> None:
        del self.found[one]
        self.cells[self._at(one)].remove(one)

    def nearest(self, one: Crowd) -> Crowd | None:
        """Return the nearest mark that is too near, if there is one; of two as near, the one found first."""
        crowding = [(room, self.found[other], other) for room, other in self._around(one) if room < 0]
        return min(crowding, key=lambda found: found[:2])[2] if crowding else None

    def _around(self, one: Crowd) -> Iterator[tuple[float, Crowd]]:
        column, row = self._at(one)
        for near in ((column + right, row + down) for right in (-1, 0, 1) for down in (-1, 0, 1)):
            for other in self.cells.get(near, ()):
                yield self._room(one, other), other

    def _room(self, one: Crowd, other: Crowd) -> float:
        """Return how many pixels two marks are further apart than they have to be."""
        distance = hypot(one.x - other.x, (one.y - other.y) / self.of.ratio) * self.of.wide / 100
        return distance - max(self.apart, (one.size + other.size) / 2 + _BETWEEN)
