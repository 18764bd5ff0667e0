"""Country outlines, and the part of the earth that a map shows.

`tools/natural_earth.py` makes the outlines; its docstring describes their form. The projection is
equirectangular, with longitudes shortened by the cosine of the latitude in the map's middle. It is true to
shape near there, and since it is a plain scaling, stored paths are used as they are. A map of the whole
earth is stretched towards the poles, as every rectangular map is.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from mkdocs_dossier.pictures.svg.markup import Markup, link, number, tag

Place = tuple[float, float]
"""Longitude, latitude, in degrees."""

_TURN = 360
_POLE = 90.0
_WEST_MOST, _EAST_MOST = -200.0, 200.0  # no outline goes beyond, and some cross the antimeridian

_NUMBER = re.compile(r"-?\d+")
_RATIO = 1.6  # of width to height, unless the earth's own shape leaves less
_MARGIN = 0.16  # at each side, as a share of the span of the places
_LEAST = 8.0  # degrees of latitude, about 900 km
_NARROWEST = 0.15  # the least cosine, lest a map at a pole be all longitude
_PIXELS = 690.0  # the width of a map on a wide screen
_FINENESS = ((0.3, 2), (0.1, 1))  # the tolerance of each coarser level in degrees, and its index
_STRAYED = 2.0  # how many pixels an outline may be off
_PLACES = 6  # decimals of a longitude: a tenth of a metre
_RIM = 3.0  # percent between a place and the map's upper or lower edge at least
_KM = 111.2  # kilometres in a degree of latitude


class _Polygon(NamedTuple):
    """A piece of a country: the box around it, in degrees, and SVG paths in the unit of its level.

    `line` is its coast and border, if that is not the whole edge of its `area` (see the cuts in
    `tools/natural_earth.py`), and "" otherwise.
    """

    country: int
    west: float
    north: float
    east: float
    south: float
    area: str
    line: str

    def meets(self, west: float, north: float, east: float, south: float) -> bool:
        """Tell whether its box overlaps or touches another, in degrees."""
        return self.west <= east and self.east >= west and self.south <= north and self.north >= south


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """All outlines at one level of detail; the numbers of the paths are multiples of `unit` degrees."""

    unit: float
    polygons: tuple[_Polygon, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """The outlines of all countries at each level of detail, the finest first, and their ISO 3166-1 codes.

    What has no code there has "". Two are the same only if they are one, since to compare them takes long.
    """

    levels: tuple[_Level, ...]
    codes: tuple[str, ...]

    @classmethod
    def parse(cls, content: bytes) -> "Outlines":
        """Read the content of `data/outlines.json`."""
        read = json.loads(content)
        return cls(tuple(_level(level) for level in read["levels"]), tuple(read["codes"]))

    def country_at(self, lon: float, lat: float) -> int | None:
        """Return the index of the country that a place lies in; None at sea."""
        unit = self.levels[0].unit
        # An outline across the antimeridian goes on beyond 180 or -180 degrees.
        for turn in (lon, lon + _TURN, lon - _TURN):
            if not _WEST_MOST <= turn <= _EAST_MOST:
                continue
            for polygon in self.levels[0].polygons:
                if polygon.meets(turn, lat, turn, lat) and _holds(polygon.area, turn / unit, -lat / unit):
                    return polygon.country
        return None

    def corners(self, country: int) -> tuple[Place, Place]:
        """Return the corners of the box around a country's widest piece: south-west, north-east."""
        own = (polygon for polygon in self.levels[0].polygons if polygon.country == country)
        main = max(own, key=lambda piece: (piece.east - piece.west) * (piece.north - piece.south))
        return (main.west, main.south), (main.east, main.north)


def _level(level: dict[str, Any]) -> _Level:
    unit: float = level["unit"]
    pieces = ((index, piece) for index, country in enumerate(level["countries"]) for piece in country)
    return _Level(unit, tuple(_polygon(index, piece, unit) for index, piece in pieces))


def _polygon(country: int, piece: list[Any], unit: float) -> _Polygon:
    west, north, east, south, area, *line = piece
    return _Polygon(
        country, west * unit, -north * unit, east * unit, -south * unit, area, line[0] if line else ""
    )


def _holds(area: str, x: float, y: float) -> bool:
    """Tell whether a point lies in an area: a ray from it then crosses the edge an odd number of times."""
    inside = False
    for ring in rings(area):
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
    return inside


@lru_cache(maxsize=4096)
def rings(area: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Read the path of an area into rings of points."""
    return tuple(tuple(_points(ring)) for ring in area.split("z") if ring)


def _points(ring: str) -> Iterator[tuple[int, int]]:
    numbers = [int(number) for number in _NUMBER.findall(ring)]
    x = y = 0
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + step_x, y + step_y
        yield x, y


@dataclass(frozen=True, slots=True)
class View:
    """The part of the earth that a map shows, in degrees; `east` may be above 180, and `west` below -180."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def fitted(cls, places: Sequence[Place]) -> "View":
        """Fit a view around one or more places, across the antimeridian where that is shorter."""
        lons = _unrolled([lon for lon, _ in places])
        lats = [lat for _, lat in places]
        middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
        narrowing = _narrowing(middle_lat)
        across = (max(lons) - min(lons)) * narrowing * (1 + 2 * _MARGIN)
        down = (max(lats) - min(lats)) * (1 + 2 * _MARGIN)
        down = min(max(down, across / _RATIO, _LEAST), 2 * _POLE)
        # Near a pole, the view moves until it ends there; and with its middle, the width of a degree changes.
        north = min(_POLE, max(middle_lat + down / 2, down - _POLE))
        least = (max(lons) - min(lons)) * (1 + 2 * _MARGIN)
        across = min(max(least, down * _RATIO / _narrowing(north - down / 2)), _TURN)
        return cls(middle_lon - across / 2, north - down, middle_lon + across / 2, north)

    @property
    def ratio(self) -> float:
        """The width of the map by its height."""
        return self._across / (self.north - self.south)

    @property
    def km_across(self) -> float:
        """The width of the map in its middle, in kilometres."""
        return self._across * _KM

    @property
    def _across(self) -> float:
        """The width of the map, in degrees of latitude."""
        return (self.east - self.west) * _narrowing((self.north + self.south) / 2)

    def at(self, place: Place) -> tuple[float, float]:
        """Return where a place is on the map: percent from the left, and percent from the top.

        A place at the map's upper or lower end, a pole, is moved in a little, so that all of its mark shows.
        """
        lon = self.west + (place[0] - self.west) % _TURN
        down = (self.north - place[1]) / (self.north - self.south) * 100
        return (lon - self.west) / (self.east - self.west) * 100, min(max(down, _RIM), 100 - _RIM)

    def level(self, outlines: Outlines) -> _Level:
        """Choose the coarsest level of outlines that still looks right."""
        fitting = (index for off, index in _FINENESS if off / self._across * _PIXELS <= _STRAYED)
        return outlines.levels[next(fitting, 0)]

    def pieces(self, outlines: Outlines) -> Sequence[tuple[int, _Polygon]]:
        """List the outlines in view, each with the number of turns around the earth to draw it shifted by."""
        return _pieces(self, self.level(outlines))

    def land(self, outlines: Outlines, own: Mapping[int, tuple[str, str]]) -> Markup:
        """Draw the outlines in view, clipped to it.

        `own` maps the countries of the dossier to the address and title of the link that they become.
        """
        return _drawn(self, outlines) if not own else self._land(outlines, own)

    def _land(self, outlines: Outlines, own: Mapping[int, tuple[str, str]]) -> Markup:
        unit = self.level(outlines).unit
        # Paths of one look are drawn as one element; -1 stands for all countries that are no links.
        paths: dict[tuple[int, int, str], list[str]] = {}
        for turn, polygon in self.pieces(outlines):
            country, cls = (polygon.country, "d-land d-ours") if polygon.country in own else (-1, "d-land")
            # The area's own edge would show the cuts; so it is only filled, and the border drawn apart.
            if polygon.line:
                paths.setdefault((-1, turn, "d-land d-border"), []).append(polygon.line)
                cls += " d-fill"
            paths.setdefault((country, turn, cls), []).append(polygon.area)
        drawn = []
        for (country, turn, cls), areas in sorted(paths.items()):
            shift = f"translate({number(turn * _TURN / unit)})" if turn else ""
            path = tag("path", cls=cls, transform=shift, d="".join(areas))
            drawn.append(link(*own[country], path) if country in own else path)
        left, top, wide, high = (
            side / unit for side in (self.west, -self.north, self.east - self.west, self.north - self.south)
        )
        return tag(
            "svg",
            tag("rect", x=left, y=top, width="100%", height="100%", cls="d-sea"),
            *drawn,
            viewBox=" ".join(number(side) for side in (left, top, wide, high)),
            preserveAspectRatio="none",
            width="100%",
            height="100%",
            style="height:100%",
        )


@lru_cache(maxsize=64)
def _drawn(view: View, outlines: Outlines) -> Markup:
    return view._land(outlines, {})


@lru_cache(maxsize=512)
def _pieces(view: View, level: _Level) -> tuple[tuple[int, _Polygon], ...]:
    found = []
    for turn in (-1, 0, 1):
        west, east = view.west - turn * _TURN, view.east - turn * _TURN
        if east >= _WEST_MOST and west <= _EAST_MOST:
            found += [(turn, one) for one in level.polygons if one.meets(west, view.north, east, view.south)]
    return tuple(found)


def _narrowing(lat: float) -> float:
    """Return the length at which a degree of longitude is drawn at a latitude, in degrees of latitude."""
    return max(_NARROWEST, math.cos(math.radians(lat)))


def _unrolled(lons: Sequence[float]) -> list[float]:
    """Shift longitudes by whole turns so that they lie on the shortest arc that holds them all."""
    # That arc starts after the widest gap between neighbours.
    known = sorted({round(lon, _PLACES) % _TURN for lon in lons})
    gaps = [
        ((following - lon) % _TURN or _TURN, following)
        for lon, following in zip(known, (*known[1:], known[0]), strict=True)
    ]
    start = max(gaps)[1]
    unrolled = [start + (round(lon, _PLACES) - start) % _TURN for lon in lons]
    shift = _TURN * math.floor(((min(unrolled) + max(unrolled)) / 2 + _TURN / 2) / _TURN)
    return [lon - shift for lon in unrolled]
