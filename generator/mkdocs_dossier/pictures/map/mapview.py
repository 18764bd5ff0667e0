"""What part of the earth a map shows, and where places stand in it.

The projection is the equirectangular one, with longitudes shortened by the cosine of the latitude in the
middle: true to shape near there, and a plain scaling, so that stored outlines need no computing. A map of
the whole earth is stretched towards the poles, as every rectangular one is.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_dossier.pictures.map.outlines import EAST_MOST, TURN, WEST_MOST, Outlines, Polygon

Place = tuple[float, float]
"""Longitude, latitude, in degrees."""

RATIO = 1.6
_MARGIN = 0.16  # of the span of the places, at each side
_LEAST = 8.0  # degrees of latitude, about 900 km
_POLE = 90.0
_NARROWEST = 0.15  # the least cosine, lest a map at a pole be all longitude
_PIXELS = 690.0
_FINENESS = ((0.3, 2), (0.1, 1))  # the tolerance of each coarser level, in degrees
_STRAYED = 2.0  # pixels that an outline may be off
_PLACES = 6  # decimals of a longitude, a tenth of a metre
_RIM = 3.0  # percent
_KM = 111.2  # a degree of latitude


@dataclass(frozen=True, slots=True)
class View:
    """A part of the earth, in degrees; `east` may lie beyond 180, and `west` before -180."""

    west: float
    south: float
    east: float
    north: float

    @property
    def narrowing(self) -> float:
        """How much shorter a degree of longitude is drawn than one of latitude."""
        return _narrowing((self.north + self.south) / 2)

    @property
    def ratio(self) -> float:
        """The width of the map by its height."""
        return (self.east - self.west) * self.narrowing / (self.north - self.south)

    @property
    def km_across(self) -> float:
        """How many kilometres the map is wide in the middle."""
        return (self.east - self.west) * self.narrowing * _KM

    def at(self, place: Place) -> tuple[float, float]:
        """Give where a place stands: percent from the left, percent from the top.

        A place at a pole, where the map ends, is moved in a little, so that its mark is seen whole.
        """
        lon = self.west + (place[0] - self.west) % TURN
        down = (self.north - place[1]) / (self.north - self.south) * 100
        return (lon - self.west) / (self.east - self.west) * 100, min(max(down, _RIM), 100 - _RIM)

    def level(self) -> int:
        """Choose the coarsest level of outlines that still looks right."""
        degrees = (self.east - self.west) * self.narrowing
        return next((index for off, index in _FINENESS if off / degrees * _PIXELS <= _STRAYED), 0)

    def pieces(self, outlines: Outlines) -> Iterable[tuple[int, Polygon]]:
        """List the outlines in view, with the turns about the earth that bring them there."""
        for turn in (-1, 0, 1):
            west, east = self.west - turn * TURN, self.east - turn * TURN
            if east >= WEST_MOST and west <= EAST_MOST:
                for polygon in outlines.levels[self.level()].polygons:
                    if polygon.meets(west, self.north, east, self.south):
                        yield turn, polygon


def fitted(places: Sequence[Place]) -> View:
    """Fit a view to places, of which there is at least one, across the antimeridian where that is closer."""
    lons = _unrolled([lon for lon, _ in places])
    lats = [lat for _, lat in places]
    middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    narrowing = _narrowing(middle_lat)
    across = (max(lons) - min(lons)) * narrowing * (1 + 2 * _MARGIN)
    down = (max(lats) - min(lats)) * (1 + 2 * _MARGIN)
    down = min(max(down, across / RATIO, _LEAST), 2 * _POLE)
    north = min(_POLE, max(middle_lat + down / 2, down - _POLE))
    least = (max(lons) - min(lons)) * (1 + 2 * _MARGIN)
    across = min(max(least, down * RATIO / _narrowing(north - down / 2)), TURN)
    return View(middle_lon - across / 2, north - down, middle_lon + across / 2, north)


def _narrowing(lat: float) -> float:
    return max(_NARROWEST, math.cos(math.radians(lat)))


def _unrolled(lons: Sequence[float]) -> list[float]:
    """Write longitudes so that they lie on the shortest stretch about the earth that holds them all."""
    known = sorted({round(lon, _PLACES) % TURN for lon in lons})
    gaps = [
        ((following - lon) % TURN or TURN, following)
        for lon, following in zip(known, (*known[1:], known[0]), strict=True)
    ]
    start = max(gaps)[1]
    unrolled = [start + (round(lon, _PLACES) - start) % TURN for lon in lons]
    shift = TURN * math.floor(((min(unrolled) + max(unrolled)) / 2 + TURN / 2) / TURN)
    return [lon - shift for lon in unrolled]
