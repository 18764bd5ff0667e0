"""Stacks marks of one day into a block of rows and columns, as wide as the days beside it leave room for."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LOW = 1.5  # how much higher than wide a block is, if it has the choice


@dataclass(frozen=True, slots=True)
class Stack:
    """Those from `first` up to but without `end` of some marks, around `x` pixels.

    With no `columns`, they are too many for a block, and are counted.
    """

    first: int
    end: int
    x: float
    columns: int

    def places(self, slot: float) -> Iterator[tuple[int, float]]:
        """Say of each mark in which row it is, and how many pixels from the middle: line by line."""
        for index in range(self.end - self.first):
            row, column = divmod(index, self.columns)
            yield row, (column - (self.columns - 1) / 2) * slot


def stacks(places: Sequence[float], most: int, room: float, slot: float) -> list[Stack]:
    """Stack marks, whose places are given in pixels and in order, in no more than `most` rows.

    The picture is `room` pixels wide, and a mark `slot`, its gap included. Those closer to one another than
    that share a stack.
    """
    starts = [index for index, place in enumerate(places) if index == 0 or place != places[index - 1]]
    firsts: list[int] = []
    for index in starts:
        if not firsts or places[index] - places[firsts[-1]] >= slot:
            firsts.append(index)
    spans = list(pairwise([*firsts, len(places)]))
    middles = [(places[first] + places[end - 1]) / 2 for first, end in spans]
    # What is left to a block on either side: half of the way to the next one, or all to the picture's side.
    edges = [-middles[0], *middles, 2 * room - middles[-1]] if middles else []
    return [_stack(span, edges[at : at + 3], most, slot) for at, span in enumerate(spans)]


def _stack(span: tuple[int, int], middles: Sequence[float], most: int, slot: float) -> Stack:
    before, x, after = middles
    count = span[1] - span[0]
    fitting = max(1, int(min(x - before, after - x) / slot))
    columns = max(math.ceil(count / most), min(fitting, math.ceil(math.sqrt(count / _LOW))))
    return Stack(*span, x, columns if columns <= fitting else 0)
