"""Shares the width of a picture so that the stretch of time in which most happened gets most of it.

One event years before the others would otherwise take the room in which these can be told apart.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Stretch = tuple[float, float]
"""From a day to a day, as numbers like those of a `Span`."""

# Of the densest stretch: the share of the marks that it has, and how many there must be for one; the percent
# of the width that it gets; the share of its part of the axis below which it is drawn larger than the rest.
_MOST_MARKS, _FEWEST_MARKS, _WIDE, _LOST = 0.6, 5, 70.0, 0.15
# In pixels: what a break takes; the least width of each other stretch, which the name of a month fits.
_BREAK, _LEAST = 18.0, 44.0


@dataclass(frozen=True, slots=True)
class Share:
    """A stretch of time that has an even scale, its width, and that of the break after it, in percent."""

    stretch: Stretch
    wide: float
    gap: float


def shares(
    stretches: Sequence[Stretch], marks: Sequence[float], width: float, room: float
) -> list[Share] | None:
    """Share `width` percent of `room` pixels among stretches; return None if none of them is dense.

    `marks` are the days at which marks stand. A stretch that holds much else than the densest days is parted
    where these begin and end.
    """
    dense = _densest(sorted(marks))
    around = next((one for one in stretches if dense and _meets(dense, one)), None)
    if dense is None or around is None:
        return None
    dense = max(dense[0], around[0]), min(dense[1], around[1])
    pieces = [piece for one in stretches for piece in _pieces(one, dense)]
    breaks = [one[1] < other[0] for one, other in pairwise(pieces)]
    gaps = [_BREAK * 100 / room if is_cut else 0.0 for is_cut in breaks] + [0.0]
    widths = _widths(pieces, dense, width - sum(gaps), _LEAST * 100 / room)
    return [Share(*one) for one in zip(pieces, widths, gaps, strict=True)]


def _meets(dense: Stretch, stretch: Stretch) -> bool:
    """Tell whether a stretch has all of the densest days but the first and the last."""
    return stretch[0] <= dense[0] + 1 and dense[1] - 1 <= stretch[1]


def _is_within(inner: Stretch, outer: Stretch) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _densest(marks: Sequence[float]) -> Stretch | None:
    """Return the days of the shortest stretch that has most of the marks; None if these are few.

    The days before and after belong to it: they show that less happened then.
    """
    if len(marks) < _FEWEST_MARKS:
        return None
    more = math.ceil(_MOST_MARKS * len(marks)) - 1
    ends = zip(marks, marks[more:], strict=False)
    first, last = min(ends, key=lambda pair: (pair[1] - pair[0], pair))
    return math.floor(first) - 1, math.floor(last) + 2


def _pieces(stretch: Stretch, dense: Stretch) -> list[Stretch]:
    """Part a stretch where the densest days in it begin and end, if an even scale would lose them."""
    length = stretch[1] - stretch[0]
    if not _is_within(dense, stretch) or dense[1] - dense[0] >= _LOST * length:
        return [stretch]
    ends = [stretch[0], *dense, stretch[1]]
    return [(start, end) for start, end in pairwise(ends) if start < end]


def _widths(pieces: Sequence[Stretch], dense: Stretch, width: float, least: float) -> list[float]:
    """Share a width by time, but no less than `least` for each, and most for the densest."""
    days = [last - first for first, last in pieces]
    large = next(index for index, one in enumerate(pieces) if _is_within(dense, one))
    even = least + (width - least * len(days)) * days[large] / sum(days)
    # The others keep what they need to be named.
    most = min(max(even, _WIDE), width - least * (len(days) - 1))
    spare, rest = width - most - least * (len(days) - 1), sum(days) - days[large]
    return [most if index == large else least + spare * length / rest for index, length in enumerate(days)]
