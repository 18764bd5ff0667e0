"""Numbers up a picture: how high each stands, and the axis that names a few round ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import cached_property

from babel.numbers import format_compact_decimal

from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.markup import Markup, line, percent, text
from mkdocs_dossier.pictures.time.steplabels import Box
from mkdocs_dossier.words import Words

_MOST_TICKS = 5
_ROUND = (1, 2, 5, 10)
_FINEST = -6  # the power of ten of the last decimal that an amount can have
# In pixels, for the names of ticks: how wide they may be in full, what is kept free beside them, how far
# their base line is below their line, and half of their height.
_FULL, _BESIDE, _BELOW, _HALF = 44.0, 9.0, 4.0, 8.0


@dataclass(frozen=True)
class NumberScale:
    """An even scale from 0 at `bottom` to the round number next above `largest` at `top`, in pixels."""

    largest: Decimal
    top: float
    bottom: float

    @cached_property
    def step(self) -> Decimal:
        """The distance between two ticks: a round number, and whole where the largest is."""
        finest = 0 if self.largest == int(self.largest) else _FINEST
        power = Decimal(10) ** max(finest, (self.largest / _MOST_TICKS).adjusted())
        steps = (power * factor for factor in _ROUND)
        return next(step for step in steps if self.largest <= step * _MOST_TICKS)

    @cached_property
    def ticks(self) -> list[Decimal]:
        """The numbers that the axis names, from 0 on; the last is no smaller than the largest."""
        count = int((self.largest / self.step).to_integral_value(ROUND_CEILING))
        return [self.step * index for index in range(max(1, count) + 1)]

    def at(self, value: Decimal) -> float:
        """Return how high a number stands, in pixels from the top of the picture."""
        return self.bottom - (self.bottom - self.top) * float(value / self.ticks[-1])

    def labels(self, words: Words) -> list[str]:
        """Name the ticks, in the short form of the language if there is no room for the whole numbers."""
        full = [_full(tick, words) for tick in self.ticks]
        if max(map(ample, full)) <= _FULL:
            return full
        return [
            str(format_compact_decimal(float(tick), locale=words.locale, fraction_digits=1))
            for tick in self.ticks
        ]

    def room(self, words: Words) -> float:
        """Return how much room the names of ticks take at the left of the picture, in pixels."""
        return max(map(ample, self.labels(words))) + _BESIDE

    def rules(self, left: float) -> Iterator[Box]:
        """List the boxes of the lines of ticks, which begin at `left` percent."""
        for tick in self.ticks:
            y = self.at(tick)
            yield Box(left, 100, 0, 0, y - 1, y + 1)

    def boxes(self, left: float, words: Words) -> Iterator[Box]:
        """List the boxes of the names of ticks, whose lines begin at `left` percent."""
        for tick, label in zip(self.ticks, self.labels(words), strict=True):
            y = self.at(tick)
            yield Box(left, left, -_BESIDE - ample(label), -_BESIDE, y - _HALF, y + _HALF)


def number_axis(scale: NumberScale, left: float, words: Words) -> Iterator[Markup]:
    """Draw a line at each tick from `left` percent on, with its name before it.

    Where lines are written from right to left, the names stand at the right.
    """
    is_mirrored = words.direction == "rtl"
    at, end = (100 - left, 0.0) if is_mirrored else (left, 100.0)
    dx, anchor = (_BESIDE, "") if is_mirrored else (-_BESIDE, "end")
    for tick, label in zip(scale.ticks, scale.labels(words), strict=True):
        y = scale.at(tick)
        yield line(at, y, end, y, "d-rule")
        yield text(label, x=percent(at), y=y + _BELOW, dx=dx, cls="d-tick", anchor=anchor)


def _full(value: Decimal, words: Words) -> str:
    return words.number(int(value)) if value == int(value) else words.decimal(float(value))
