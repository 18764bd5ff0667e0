"""Lays out figures over time: where the mark of each stands, its bars, and the steps of each voice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from mkdocs_dossier.pictures.svg.picture import NARROW, WIDE
from mkdocs_dossier.pictures.time.items import Item, Lane, Mark, Room
from mkdocs_dossier.pictures.time.lanes import Chart, Placed, across
from mkdocs_dossier.pictures.time.numberscale import NumberScale
from mkdocs_dossier.pictures.time.steplabels import Box, Sheet, dodged
from mkdocs_dossier.pictures.time.timescale import AXIS, Scale
from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.words import Words

BOTTOM, HEIGHT = AXIS + 198.0, AXIS + 220.0
"""Where the number 0 is, and the height of the picture, in pixels."""

HEAD = AXIS + 14.0
"""The base line of what is counted, in pixels."""

HALF = 6.0
"""Half of the width of a mark, in pixels."""

_TOP = AXIS + 38.0  # where the highest tick is, in pixels
_CORE = 3.5  # half of the part of a mark that no other may hide, in pixels
_RING = 12.0  # half of the width of the ring around a mark whose date is vague, in pixels
_REACH = 26.0  # pixels over which the bar of a bound fades
_TAIL = 8.0  # percent over which an open date fades


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in its place: its marks are at `ends`, in pixels, and move aside by `dx` pixels."""

    mark: Mark
    amount: Amount
    ends: tuple[float, ...]
    dx: float = 0.0

    def mirrored(self) -> "Point":
        """Return it as it is seen where time runs from right to left."""
        return replace(self, mark=self.mark.mirrored(), dx=-self.dx)


@dataclass(frozen=True, slots=True)
class Upright:
    """The bar of what a number leaves open: where it begins, how high it is, the mask by which it fades."""

    top: float
    high: float
    fade: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """Both scales, and the points as time runs; the axis of numbers stands at `left` percent.

    All is laid out from left to right. Where `is_mirrored`, it is drawn from right to left.
    """

    time: Scale
    numbers: NumberScale
    left: float
    points: tuple[Point, ...]
    is_mirrored: bool = False

    @classmethod
    def of(cls, figures: Sequence[tuple[Item, Amount]], words: Words) -> "Plot":
        """Lay out one or more figures, each with its date; those of one voice have one shape."""
        largest = max(end for _, amount in figures for end in (*_numbers(amount), amount.high or Decimal(0)))
        numbers = NumberScale(largest, _TOP, BOTTOM)
        left = numbers.room(words) * 100 / NARROW + 1
        scale = Scale.fitted([item.span for item, _ in figures if item.span], left=left)
        found = [_point(item, amount, scale, numbers, left) for item, amount in figures]
        # On a broken scale, a stretch may stand behind a day that comes after its middle.
        found.sort(key=lambda point: point.mark.x)
        return cls(scale, numbers, left, tuple(_apart(found)), words.direction == "rtl")

    @property
    def axis(self) -> Scale:
        """The scale of time as it is seen."""
        return replace(self.time, is_mirrored=self.is_mirrored)

    @property
    def seen(self) -> tuple[Point, ...]:
        """The points as they are seen."""
        return tuple(point.mirrored() for point in self.points) if self.is_mirrored else self.points

    @property
    def chart(self) -> Chart:
        """The marks as they are seen in a chart of one lane, from which the legend of dates is made."""
        marks = tuple(point.mark for point in self.seen)
        lane = Lane("", tuple(mark.item for mark in marks))
        return Chart(self.time, Room(NARROW, WIDE, 1), (Placed(lane, AXIS, AXIS, HEIGHT, marks),))

    def line(self, glyph: str) -> list[Mark]:
        """Return the marks of a voice as they are seen, by its shape."""
        return [point.mark for point in self.seen if point.mark.item.glyph == glyph]

    def bar(self, point: Point) -> Upright:
        """Return the upright bar of a figure, which has no height if the number is exact."""
        low, high = point.amount.low, point.amount.high
        if high is None:
            return Upright(point.mark.y - _REACH, _REACH, "fade-up")
        top = self.numbers.at(high)
        if low is None:
            return Upright(top, min(_REACH, BOTTOM - top), "fade-down")
        return Upright(top, self.numbers.at(low) - top)

    def whole(self, point: Point) -> Box:
        """Return the box of the marks and the upright bar of a figure."""
        bar = self.bar(point)
        half = _RING if point.mark.is_vague else HALF
        box = _around(point, min(point.ends), max(point.ends), half)
        return box._replace(top=min(box.top, bar.top), bottom=max(box.bottom, bar.top + bar.high))

    def sheet(self, glyphs: Sequence[str], words: Words) -> Sheet:
        """Collect what labels keep clear of; the voices with these shapes have lines."""
        head = Box(0, 100, 0, 0, AXIS, HEAD + 4)
        names = self.numbers.boxes(self.left, words)
        boxes = [head, *names, *map(self.whole, self.points), *self._stretches()]
        voices = [[point.mark for point in self.points if point.mark.item.glyph == glyph] for glyph in glyphs]
        lines = [box for marks in voices for box in _steps(marks)]
        return Sheet(boxes, lines, NARROW, AXIS, HEIGHT, list(self.numbers.rules(self.left)))

    def _stretches(self) -> Iterator[Box]:
        """List the boxes of the bars of dates."""
        for point in self.points:
            mark = point.mark
            if mark.left != mark.right:
                yield Box(mark.left, mark.right, point.dx, point.dx, mark.y - _CORE, mark.y + _CORE)


def _numbers(amount: Amount) -> tuple[Decimal, ...]:
    """Return the numbers at which an amount has its marks: both of a range, otherwise one."""
    if amount.about and amount.numbers:
        return amount.numbers
    return tuple(sorted({end for end in (amount.low, amount.high) if end is not None}))


def _point(item: Item, amount: Amount, scale: Scale, numbers: NumberScale, left: float) -> Point:
    mark = across(item, scale, Room(NARROW, WIDE, 1, tail=_TAIL))
    ends = tuple(numbers.at(value) for value in _numbers(amount))
    return Point(replace(mark, y=sum(ends) / len(ends), left=max(mark.left, left)), amount, ends)


def _apart(points: Sequence[Point]) -> Iterator[Point]:
    """Move marks that would hide others."""
    cores = [[_around(point, y, y, _CORE) for y in point.ends] for point in points]
    for point, dx in zip(points, dodged(cores, NARROW), strict=True):
        yield replace(point, dx=dx)


def _around(point: Point, top: float, bottom: float, half: float) -> Box:
    """Return a box around the place of a figure, so many pixels larger than from `top` to `bottom`."""
    x, dx = point.mark.x, point.dx
    return Box(x, x, dx - half, dx + half, top - half, bottom + half)


def _steps(marks: Sequence[Mark]) -> Iterator[Box]:
    """List the boxes of the steps of a voice."""
    for one, later in pairwise(marks):
        yield Box(one.x, later.x, 0, 0, one.y - 1, one.y + 1)
        yield Box(later.x, later.x, -1, 1, min(one.y, later.y), max(one.y, later.y))
