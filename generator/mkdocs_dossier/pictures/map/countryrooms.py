"""Finds where in a country its name has room, in the part of it that a map shows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from mkdocs_dossier.pictures.map.outlines import Outlines, View, rings

_TURN = 360
_ROW = 6.5  # pixels between the lines on which room is sought: a name stands on three of them
_HEIGHT = 2.0  # the height of a name in these gaps
_FREE = 5.0  # pixels that a name keeps free to the border, and to the map's edge
_SMALLEST = 12.0  # pixels; where there is less, no name fits
_ENOUGH = 150.0  # pixels; beyond, a longer place is no better, and one in the country's middle is
_MOST, _APART = 6, 3.0  # places that are tried for a name, and how many rows they are apart

_Interval = tuple[float, float]


class Room(NamedTuple):
    """A place for a line of text: its middle in percent of the map, and its length in pixels."""

    x: float
    y: float
    length: float


@lru_cache(maxsize=512)
def rooms(view: View, outlines: Outlines, wide: float) -> Mapping[int, Sequence[Room]]:
    """Map each country in view to where its name has room in a map of a width, the best first.

    On a wider map there is more room: a country grows with its map, its name does not.
    """
    found = {}
    apart = _APART * _ROW * view.ratio / wide * 100
    for country, crossings in _crossings(view, outlines, wide).items():
        lines = {row: _inside(places, wide) for row, places in crossings.items()}
        if own := list(_rooms(lines, wide, view.ratio)):
            found[country] = _best(own, apart)
    return found


def _best(own: Sequence[Room], apart: float) -> list[Room]:
    """Choose a few places that are not too near to one another."""
    middle = sum(room.y * room.length for room in own) / sum(room.length for room in own)
    best: list[Room] = []
    for room in sorted(own, key=lambda room: (-min(room.length, _ENOUGH), abs(room.y - middle), room)):
        if all(abs(room.y - other.y) >= apart or abs(room.x - other.x) >= apart for other in best):
            best.append(room)
        if len(best) == _MOST:
            break
    return best


def _crossings(view: View, outlines: Outlines, wide: float) -> dict[int, dict[int, list[float]]]:
    """List where each row meets the borders of each country, in pixels from the left."""
    unit = view.level(outlines).unit
    across = wide / (view.east - view.west)
    down = wide / view.ratio / (view.north - view.south) / _ROW
    rows = int(wide / view.ratio / _ROW) + 1
    found: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for turn, polygon in view.pieces(outlines):
        # Where a name has no room in the box around a piece, it has none in the piece.
        if (polygon.north - polygon.south) * down < _HEIGHT or (
            polygon.east - polygon.west
        ) * across < _SMALLEST:
            continue
        left, top = view.west - turn * _TURN, -view.north
        for ring in rings(polygon.area):
            scaled = [((x * unit - left) * across, (y * unit - top) * down) for x, y in ring]
            for row, place in _met(scaled, rows):
                found[polygon.country][row].append(place)
    return found


def _met(ring: Sequence[tuple[float, float]], rows: int) -> Iterator[tuple[int, float]]:
    """List the rows that a ring crosses, and where; heights are in rows."""
    x1, y1 = ring[-1]
    above = ceil(y1)
    for x2, y2 in ring:
        # An edge crosses the rows between its ends, the upper end included.
        below = ceil(y2)
        if above != below:
            for row in range(max(0, min(above, below)), min(rows, max(above, below))):
                yield row, x1 + (x2 - x1) * (row - y1) / (y2 - y1)
        x1, y1, above = x2, y2, below


def _inside(crossings: Iterable[float], wide: float) -> list[_Interval]:
    """List the stretches of a row inside a country: from each odd border to the next."""
    borders = iter(sorted(crossings))
    found = []
    for west, east in zip(borders, borders, strict=False):
        start, end = max(west, 0.0) + _FREE, min(east, wide) - _FREE
        if end - start >= _SMALLEST:
            found.append((start, end))
    return found


def _rooms(lines: Mapping[int, Sequence[_Interval]], wide: float, ratio: float) -> Iterator[Room]:
    """List the stretches that three rows share, by the middle one."""
    for row, middle in lines.items():
        for above in lines.get(row - 1, ()):
            for below in lines.get(row + 1, ()):
                for own in middle:
                    start, end = max(above[0], own[0], below[0]), min(above[1], own[1], below[1])
                    if end - start >= _SMALLEST:
                        y = row * _ROW / (wide / ratio) * 100
                        yield Room((start + end) / 2 / wide * 100, y, end - start)
