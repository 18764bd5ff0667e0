"""Country outlines, as `tools/natural_earth.py` derives them; its docstring describes the form."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

TURN = 360
WEST_MOST, EAST_MOST = -200.0, 200.0
"""Beyond what degrees of longitude no outline goes: some cross the antimeridian."""

_NUMBER = re.compile(r"-?\d+")


class Polygon(NamedTuple):
    """A piece of a country: the box around it in degrees, and SVG paths in the units of its level.

    `line` is its border where that is not all of the area's edge, and otherwise "".
    """

    country: int
    west: float
    north: float
    east: float
    south: float
    area: str
    line: str

    def meets(self, west: float, north: float, east: float, south: float) -> bool:
        """Tell whether its box meets another; both count latitudes upwards."""
        return self.west <= east and self.east >= west and self.south <= north and self.north >= south


@dataclass(frozen=True, slots=True)
class Level:
    """All outlines at one level of detail; `unit` is that of the paths, in degrees."""

    unit: float
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """The outlines at every level of detail, the finest first."""

    levels: tuple[Level, ...]

    @classmethod
    def parse(cls, content: bytes) -> "Outlines":
        """Read `data/outlines.json`."""
        return cls(tuple(_level(level) for level in json.loads(content)["levels"]))

    def country_at(self, lon: float, lat: float) -> int | None:
        """Find the country that a place lies in; None at sea."""
        unit = self.levels[0].unit
        for turn in (lon, lon + TURN, lon - TURN):
            if not WEST_MOST <= turn <= EAST_MOST:
                continue
            for polygon in self.levels[0].polygons:
                if polygon.meets(turn, lat, turn, lat) and _holds(polygon.area, turn / unit, -lat / unit):
                    return polygon.country
        return None

    def main_part(self, country: int) -> Polygon:
        """Give the widest piece of a country."""
        own = (polygon for polygon in self.levels[0].polygons if polygon.country == country)
        return max(own, key=lambda piece: (piece.east - piece.west) * (piece.north - piece.south))


def _level(level: dict[str, Any]) -> Level:
    unit: float = level["unit"]
    pieces = ((index, piece) for index, country in enumerate(level["countries"]) for piece in country)
    return Level(unit, tuple(_polygon(index, piece, unit) for index, piece in pieces))


def _polygon(country: int, piece: list[Any], unit: float) -> Polygon:
    west, north, east, south, area, *line = piece
    return Polygon(
        country, west * unit, -north * unit, east * unit, -south * unit, area, line[0] if line else ""
    )


def _holds(area: str, x: float, y: float) -> bool:
    """Tell whether a point lies in an area, by how often a line from it to the right crosses the edge."""
    inside = False
    for ring in _rings(area):
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
    return inside


@lru_cache(maxsize=256)
def _rings(area: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Read an area's path: rings of points."""
    return tuple(tuple(_points(ring)) for ring in area.split("z") if ring)


def _points(ring: str) -> Iterator[tuple[int, int]]:
    numbers = [int(number) for number in _NUMBER.findall(ring)]
    x = y = 0
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + step_x, y + step_y
        yield x, y
