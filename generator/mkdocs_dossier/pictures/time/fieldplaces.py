"""Finds places in the two fields: for marks, for the lines beside them, for what leads from mark to mark.

Each mark goes as near to the centre line as it can, with its text on the side that has room for it. What is
placed keeps clear of all that was placed before, in the narrowest picture and in every wider one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from mkdocs_dossier.pictures.time.mirroring import BEND
from mkdocs_dossier.pictures.time.steplabels import Box
from mkdocs_dossier.pictures.time.voicemarks import LINE, Change, Line, Voice

_HALF, _ASIDE, _OVER = 11.0, 15.0, 13.0  # pixels from a mark's middle to its edge, to text beside, and above
_STEP, _STEPS = 10.0, 60  # how far outward a mark may go, in steps of so many pixels
_FIRST = 20.0  # pixels from the edge of a field to the first marks
_AROUND = 2.0  # pixels that text keeps free above and below
_MARGIN = 8.0  # pixels that text keeps free at the side of the picture
_SHORTENED = 200.0  # how many pixels further a mark rather goes than lose all of its text
_NAMELESS = 300.0  # the same, rather than stand without any
_CROSSING = 40.0  # the same, rather than stand over the line of an event
_PIECES = 10  # of a curve, each in a box of its own
_LEAN = 0.08  # of an arrow's way, how far before its end it crosses the centre line
_NARROW_ROW = 26.0


class Place(NamedTuple):
    """Where a voice's mark and its lines stand: y counts from the centre line, `top` is that of the lines.

    With `is_over`, the lines may stand over the line of an event, and need a ground of their own.
    """

    x: float
    y: float
    lines: tuple[Line, ...] = ()
    top: float = 0
    dx: float = 0
    anchor: str = ""
    is_over: bool = False

    def at(self, y: float) -> "Place":
        """Return the same place at another distance from the centre line."""
        return Place(self.x, y, self.lines, self.top - self.y + y, self.dx, self.anchor, self.is_over)

    @property
    def label(self) -> Box:
        """The box around its lines."""
        wide = max((line.width for line in self.lines), default=0)
        left = self.dx - (wide if self.anchor == "end" else 0)
        bottom = self.top + LINE * len(self.lines)
        return Box(self.x, self.x, left, left + wide, self.top - _AROUND, bottom + _AROUND)


@dataclass
class Fields:
    """The places found so far, in a picture of the width `least` or more.

    `bars` says from where to where each voice's bar goes, in percent. `upright` are lines that no text may
    cross, in percent; `limit` is where the room of what has a date ends. `half` is half the height of the
    band between the fields.
    """

    least: float
    voices: Sequence[Voice]
    xs: Sequence[float]
    bars: Sequence[tuple[float, float] | None]
    changes: Sequence[Change]
    upright: Sequence[float]
    limit: float = 100
    half: float = 0
    places: dict[int, Place] = field(default_factory=dict)
    taken: list[Box] = field(default_factory=list)
    own: dict[int, list[Box]] = field(default_factory=dict)
    drawn: list[Change] = field(default_factory=list)

    def fill(self) -> None:
        """Place all voices: those between the fields, then those that an arrow joins, then by time."""
        between = [index for index, one in enumerate(self.voices) if not one.field]
        joined = [index for change in self.changes for index in (change.first, change.second)]
        for index in between:
            self._place(index, (row * side * _NARROW_ROW for row in range(9) for side in (1, -1)))
        self.half = max((abs(self.places[index].y) + _NARROW_ROW / 2 for index in between), default=0.0)
        for index in dict.fromkeys([*joined, *range(len(self.voices))]):
            if index not in self.places:
                side = self.voices[index].field
                start = self.half + _FIRST
                self._place(index, (side * (start + step * _STEP) for step in range(_STEPS)))

    def extent(self) -> tuple[float, float]:
        """Return how far what is placed reaches above and below the centre line."""
        return -min((box.top for box in self.taken), default=0), max(
            (box.bottom for box in self.taken), default=0
        )

    def is_free(self, box: Box, *, is_over: bool = False) -> bool:
        """Tell whether a text may stand in a box; with `is_over`, even over the line of an event."""
        lines = (Box(x, x, -3, 3, box.top, box.bottom) for x in (() if is_over else self.upright))
        return box.is_inside(self.least) and all(
            box.is_apart(one, self.least) for one in (*self.taken, *lines)
        )

    def _place(self, index: int, rows: Iterator[float]) -> None:
        """Take the best place: near the centre line, with all of the text."""
        best: tuple[float, Place, list[Box]] | None = None
        first = None
        # The same in each row, but for its height; what cannot be better is not even fitted.
        offers = list(self._offers(index))
        cheapest, ready = min(offer.least for offer in offers), list(self._ready(index))
        others = self._untouched(ready)
        for y in rows:
            first = abs(y) if first is None else first
            if best and best[0] <= abs(y) - first + cheapest:
                break
            own = self._own_boxes(index, y, ready, others)
            for offer in offers if own else ():
                if best and abs(y) - first + offer.least >= best[0]:
                    continue
                for cost, fitted in offer.fitted:
                    total = abs(y) - first + cost
                    if own and (best is None or total < best[0]):
                        place = fitted.at(y)
                        boxes = self._boxes(index, place, *own)
                        best = best if boxes is None else (total, place, boxes)
        if best is None:
            # Nowhere without crossing: the mark alone, beyond all others, and no arrow to it.
            side = self.voices[index].field or 1
            y = side * (max(self.extent()) + _HALF + 2)
            self.changes = [one for one in self.changes if index not in (one.first, one.second)]
            best = 0, Place(self.xs[index], y), [Box(self.xs[index], self.xs[index], -9, 9, y - 9, y + 9)]
        self.places[index] = best[1]
        self.taken += best[2]
        self.own[index] = best[2][: 2 if self.bars[index] else 1]
        self.drawn += [one for one in self._ready(index) if one not in self.drawn]

    def _ready(self, index: int) -> Iterator[Change]:
        """List the changes whose other end has a place already."""
        for one in self.changes:
            if index in (one.first, one.second) and ({one.first, one.second} - {index}) <= set(self.places):
                yield one

    def _untouched(self, ready: Sequence[Change]) -> list[Box]:
        """List the boxes that the arrows of some changes may not touch."""
        # An arrow may touch the marks that it joins, and the bar that it goes on from.
        ends = [box for each in ready for one in (each.first, each.second) for box in self.own.get(one, ())]
        return [box for box in self.taken if box not in ends] if ready else []

    def _own_boxes(
        self, index: int, y: float, ready: Sequence[Change], others: Sequence[Box]
    ) -> tuple[list[Box], list[Box]] | None:
        """Return the boxes of a mark with its bar, and those of its arrows, or None where one is not free."""
        x = self.xs[index]
        mark = [Box(x, x, -_HALF, _HALF, y - _HALF, y + _HALF)]
        if bar := self.bars[index]:
            mark += [Box(bar[0], bar[1], 0, 0, y - 4, y + 4)]
        if not all(one.is_apart(other, self.least) for one in mark for other in self.taken):
            return None
        curves = [box for one in ready for box in self._curve(one, index, Place(x, y))]
        if not all(one.is_apart(other, self.least) for one in curves for other in others):
            return None
        return mark, curves

    def _boxes(self, index: int, place: Place, mark: list[Box], curves: list[Box]) -> list[Box] | None:
        """Return the boxes of a mark, its lines and its arrows, or None where the lines are not free."""
        if not place.lines:
            return [*mark, *curves]
        box, side = place.label, self.voices[index].field
        if (side and not self._is_within(box, side)) or not self.is_free(box, is_over=place.is_over):
            return None
        if not all(box.is_apart(one, self.least) for one in (*mark[1:], *curves)):
            return None
        return [*mark, box, *curves]

    def _is_within(self, box: Box, side: int) -> bool:
        inner = -box.bottom if side < 0 else box.top
        return inner >= self.half + 5

    def _curve(self, change: Change, index: int, place: Place) -> Iterator[Box]:
        """Return boxes along the arrow of a change, one end of which is the place that is tried."""
        first = place if change.first == index else self.places[change.first]
        second = place if change.second == index else self.places[change.second]
        points = list(along(first, second))
        for (x1, y1), (x2, y2) in pairwise(points):
            yield Box(min(x1, x2), max(x1, x2), -3, 3, min(y1, y2) - 3, max(y1, y2) + 3)

    def _offers(self, index: int) -> Iterator["_Offer"]:
        """List where the lines of a mark on the centre line may stand."""
        x, voice = self.xs[index], self.voices[index]
        start, end = (0.0, self.limit) if voice.date else (self.limit, 100.0)
        if not voice.field:
            start = max((one for one in self._crossings() if start < one <= x), default=start)
            end = min((one for one in self._crossings() if x < one < end), default=end)
        before, after = x - start, end - x
        free_before = x - max((one for one in self.upright if start < one <= x), default=start)
        free_after = min((one for one in self.upright if x < one < end), default=end) - x
        for way, cost in ((0, 0.0), (-1, 34.0), (1, 36.0)) if voice.field else ((0, 0.0),):
            # An arrow leaves its first mark along time.
            leaves = not way and any(one.first == index for one in self.changes)
            for room, is_over in () if leaves else ((free_after, False), (after, True)):
                yield self._offer(index, Place(x, 0, is_over=is_over), room, cost, way)
            for room, is_over in ((free_before, False), (before, True)):
                yield self._offer(index, Place(x, 0, anchor="end", is_over=is_over), room, cost + 1, way)
        yield _Offer(Place(x, 0), (), 0, _NAMELESS, 0)

    def _crossings(self) -> Iterator[float]:
        """Say about where arrows will cross the band between the fields."""
        for one in self.changes:
            first, second = self.xs[one.first], self.xs[one.second]
            yield from (second, second - (second - first) * _LEAN)

    def _offer(self, index: int, place: Place, room: float, cost: float, way: int) -> "_Offer":
        """Offer the lines of a mark so many percent: beside it, above it (-1) or below it (1)."""
        pixels = room * self.least / 100 + _aside(way) - _MARGIN
        return _Offer(place, self.voices[index].lines, pixels, cost, way)


@dataclass(frozen=True)
class _Offer:
    """So many pixels for the lines of a mark on the centre line, on one side of it, and what that costs."""

    place: Place
    lines: tuple[Line, ...]
    pixels: float
    cost: float
    way: int

    @property
    def least(self) -> float:
        """What it costs if no line has to be shortened."""
        return self.cost + (_CROSSING if self.place.is_over else 0)

    @cached_property
    def fitted(self) -> tuple[tuple[float, Place]] | tuple[()]:
        """What it costs, with the place of the lines; nothing where none of them fits."""
        if not self.lines:
            return ((self.cost, self.place),)
        lines, lost = _fitted(self.lines, self.pixels)
        if not lines:
            return ()
        high, aside = LINE * len(lines), _aside(self.way)
        top = {0: -high / 2, -1: 3 - _OVER - high, 1: _OVER - 3}[self.way]
        cost = self.cost + lost * _SHORTENED + (_CROSSING if self.place.is_over else 0)
        dx = aside if self.place.anchor else -aside
        return ((cost, self.place._replace(lines=lines, top=top, dx=dx)),)


def _aside(way: int) -> float:
    """Return how far from the middle of a mark its lines begin: beside it, above it or below it."""
    return _HALF - 3 if way else -_ASIDE


# Narrow and wide pictures of one claim offer the same room to many of its marks.
@lru_cache(maxsize=4096)
def _fitted(lines: tuple[Line, ...], room: float) -> tuple[tuple[Line, ...], float]:
    """Shorten lines to so many pixels; return those of which something is left, and the share lost."""
    fitted = tuple(one for line in lines if (one := line.within(room)))
    whole = sum(line.width for line in lines)
    return fitted, 1 - sum(line.width for line in fitted) / whole if whole else 0.0


def along(first: Place, second: Place) -> Iterator[tuple[float, float]]:
    """List points of the curve that `Pen.curve` draws between two marks."""
    yield first.x, first.y
    for piece in range(1, _PIECES):
        t = piece / _PIECES
        near, bend, far = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, t**3
        turn = 3 * (1 - t) * t**2
        across = (second.x - first.x) * (bend * BEND + turn + far)
        yield first.x + across, first.y * (near + bend + turn) + second.y * far
    # Not computed: a place that is off by a rounding would not be that of the mark.
    yield second.x, second.y
