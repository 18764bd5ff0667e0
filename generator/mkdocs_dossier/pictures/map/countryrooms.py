"""Finds where in a country its name has room, in the part of it that a map shows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from mkdocs_dossier.pictures.map.outlines import Outlines, View, rings

_TURN = 360
_ROWS = 0.011  # of the map's width, between the lines on which room is sought
_HEIGHT = 13.0  # pixels that a name is high
_FREE = 5.0  # pixels that a name keeps free to the border, and to the map's edge
_SMALLEST = 12.0  # pixels; where there is less, no name fits
_ENOUGH = 150.0  # pixels; beyond, a longer place is no better, and one in the country's middle is
_MOST, _APART = 6, 20.0  # places that are tried for a name, and how many pixels they are apart

_Interval = tuple[float, float]


class Room(NamedTuple):
    """A place for a line of text: its middle in percent of the map, and its length in pixels."""

    x: float
    y: float
    length: float


@lru_cache(maxsize=512)
def rooms(view: View, outlines: Outlines, wide: float) -> Mapping[int, tuple[Room, ...]]:
    """Map each country in view to where its name has room in a map of a width, the best first.

    On a wider map there is more room: a country grows with its map, its name does not.
    """
    found = {}
    reach = ceil((_HEIGHT / wide / _ROWS - 1) / 2)
    for country, crossings in _crossings(view, outlines).items():
        if len(crossings) > 2 * reach:
            lines = {row: _inside(places, wide) for row, places in crossings.items()}
            if own := list(_rooms(lines, reach, wide, view.ratio)):
                found[country] = _best(own, _APART / wide * 100)
    return found


def _best(own: Sequence[Room], apart: float) -> tuple[Room, ...]:
    """Choose a few places that are not too near to one another."""
    middle = sum(room.y * room.length for room in own) / sum(room.length for room in own)
    best: list[Room] = []
    for room in sorted(own, key=lambda room: (-min(room.length, _ENOUGH), abs(room.y - middle), room)):
        if all(abs(room.y - other.y) >= apart or abs(room.x - other.x) >= apart for other in best):
            best.append(room)
        if len(best) == _MOST:
            break
    return tuple(best)


@lru_cache(maxsize=8)
def _crossings(view: View, outlines: Outlines) -> Mapping[int, Mapping[int, Sequence[float]]]:
    """List where each row meets the borders of each country, in shares of the map's width."""
    unit = view.level(outlines).unit
    across = 1 / (view.east - view.west)
    down = 1 / (view.ratio * (view.north - view.south) * _ROWS)
    rows = int(1 / view.ratio / _ROWS) + 1
    found: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for turn, polygon in view.pieces(outlines):
        # A piece on a single row has no room for a name.
        if (polygon.north - polygon.south) * down >= 1:
            scale = _Scale(unit, view.west - turn * _TURN, -view.north, across, down)
            own = found[polygon.country]
            for ring in rings(polygon.area):
                for row, place in _met(ring, scale, rows):
                    own[row].append(place)
    return {country: crossings for country, crossings in found.items() if crossings}


class _Scale(NamedTuple):
    """What turns the numbers of an outline into shares of the map's width, across, and into rows, down."""

    unit: float
    left: float
    top: float
    across: float
    down: float


def _met(ring: Sequence[tuple[int, int]], scale: _Scale, rows: int) -> Iterator[tuple[int, float]]:
    """List the rows that a ring crosses, and where."""
    unit, left, top, across, down = scale
    before, y1 = ring[-1][0], (ring[-1][1] * unit - top) * down
    above = ceil(y1)
    for x, y in ring:
        # An edge crosses the rows between its ends, the upper end included.
        y2 = (y * unit - top) * down
        below = ceil(y2)
        if above != below:
            x1, x2 = (before * unit - left) * across, (x * unit - left) * across
            for row in range(max(0, min(above, below)), min(rows, max(above, below))):
                yield row, x1 + (x2 - x1) * (row - y1) / (y2 - y1)
        before, y1, above = x, y2, below


def _inside(crossings: Iterable[float], wide: float) -> list[_Interval]:
    """List the stretches of a row inside a country, in pixels: from each odd border to the next."""
    borders = iter(sorted(crossings))
    found = []
    for west, east in zip(borders, borders, strict=False):
        start, end = max(west, 0.0) * wide + _FREE, min(east, 1.0) * wide - _FREE
        if end - start >= _SMALLEST:
            found.append((start, end))
    return found


def _rooms(lines: Mapping[int, Sequence[_Interval]], reach: int, wide: float, ratio: float) -> Iterator[Room]:
    """List the stretches that a row shares with those above and below it, as many as a name reaches over."""
    for row, stretches in lines.items():
        own = stretches
        for off in (side * off for off in range(1, reach + 1) for side in (-1, 1)):
            own = _shared(own, lines.get(row + off, ()))
            if not own:
                break
        for start, end in own:
            yield Room((start + end) / 2 / wide * 100, row * _ROWS * ratio * 100, end - start)


def _shared(some: Sequence[_Interval], others: Sequence[_Interval]) -> Sequence[_Interval]:
    both = ((max(one[0], other[0]), min(one[1], other[1])) for one in some for other in others)
    return [(start, end) for start, end in both if end - start >= _SMALLEST]
