"""Where time stands across a picture: evenly, but for long stretches in which nothing begins or ends.

A stretch that takes most of the time shown, and has nothing in it, can push all else together. Such a
stretch is cut out then, as a break of the axis that is drawn as one.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_dossier.pictures.time.spans import Span

Stretch = tuple[float, float]

_EDGE = 4.0  # percent kept free at either side, so that no mark is cut
_BREAK = 6.0  # percent that a break takes
_LEAST_PART = 15.0  # percent that what lies between breaks has at least
_OPEN = 0.14  # of the time shown, added at a side where something has an open end
_LEAST_DAYS, _LEAST_HOURS = 3.0, 12 / 24
_MOST_BREAKS, _EMPTY_SHARE, _FEWEST_POINTS = 3, 0.45, 3
# What is kept on either side of a break: a share of the time shown, and less than would name another day.
_AROUND, _AROUND_DAYS = 0.03, 0.4
_LONGEST_YEAR = 366
_CROWDED = 0.03  # of the time shown


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of time that is drawn evenly: its days, and where it stands, in percent."""

    first: float
    last: float
    left: float
    right: float

    def at(self, day: float) -> float:
        """Give the place of a day."""
        return self.left + (self.right - self.left) * (day - self.first) / (self.last - self.first)


@dataclass(frozen=True, slots=True)
class Scale:
    """The parts of an axis, with a break between each two; `hours` says that times of day are known."""

    parts: tuple[Part, ...]
    hours: bool = False

    def at(self, day: float) -> float:
        """Give the place of a day, in percent; one within a break has its share of it."""
        firsts = [part.first for part in self.parts]
        index = max(0, bisect_right(firsts, day) - 1)
        part = self.parts[index]
        if day <= part.last or index == len(self.parts) - 1:
            return part.at(min(max(day, part.first), part.last))
        following = self.parts[index + 1]
        share = (day - part.last) / (following.first - part.last)
        return part.right + share * (following.left - part.right)

    def holds(self, day: float) -> bool:
        """Whether a day is not beyond the ends."""
        return self.parts[0].first <= day <= self.parts[-1].last

    @property
    def breaks(self) -> list[Stretch]:
        """Where breaks begin and end, in percent."""
        return [(before.right, after.left) for before, after in pairwise(self.parts)]


def scale_of(spans: Sequence[Span], *, right: float = 100 - _EDGE, tails: bool = False) -> Scale:
    """Fit a scale to spans, of which there is at least one.

    Open ends get room to fade in; with `tails`, only those of what lasts. A moment that is known to the
    decade or less well does not stretch it, where two others do; it goes on beyond the picture's sides.
    """
    spans = _telling(spans)
    timed = [span.start is not None and span.start == span.end for span in spans]
    cuts = _cuts(_points(spans)) if _are_crowded(spans) else []
    cut_days = sum(last - first for first, last in cuts)
    bounds = _bounded(spans, _LEAST_HOURS if all(timed) else _LEAST_DAYS, cut_days, tails=tails)
    ends = [bounds[0], *(day for cut in cuts for day in cut), bounds[1]]
    stretches = list(zip(ends[::2], ends[1::2], strict=True))
    return Scale(tuple(_parts(stretches, right)), any(timed))


def _telling(spans: Sequence[Span]) -> Sequence[Span]:
    close = [
        span
        for span in spans
        if span.lasts or span.start is None or span.end is None or span.end - span.start <= _LONGEST_YEAR
    ]
    return close if len(close) > 1 else spans


def _are_crowded(spans: Sequence[Span]) -> bool:
    """Tell whether on an even scale some marks of different times would stand as good as in one place."""
    marks = sorted({span.start if span.lasts and span.start is not None else span.moment for span in spans})
    total = marks[-1] - marks[0]
    return any(later - sooner < _CROWDED * total for sooner, later in pairwise(marks))


def _points(spans: Sequence[Span]) -> list[float]:
    """List the days at which something begins or ends, or may have; of an open end the one known day."""
    ends = {day for span in spans for day in (span.start, span.end) if day is not None}
    known = {span.moment for span in spans if span.start is None or span.end is None}
    return sorted(ends | {day + half for day in known for half in (-0.5, 0.5)})


def _cuts(points: Sequence[float]) -> list[Stretch]:
    """Find the empty stretches to cut out: each the longest left, and most of the time left."""
    gaps = sorted(pairwise(points), key=lambda gap: (gap[0] - gap[1], gap))
    total = points[-1] - points[0]
    cuts: list[Stretch] = []
    for first, last in gaps[:_MOST_BREAKS]:
        length = last - first
        if len(points) <= _FEWEST_POINTS or length <= max(_EMPTY_SHARE * total, _LEAST_DAYS):
            break
        total -= length
        cuts.append((first, last))
    around = max(_AROUND_DAYS, total * _AROUND)
    return sorted((first + around, last - around) for first, last in cuts)


def _bounded(spans: Sequence[Span], least: float, cut: float, *, tails: bool) -> Stretch:
    """Give the first and the last day to show; `cut` days between them are not."""
    first = min(span.moment - 0.5 if span.start is None else span.start for span in spans)
    last = max(span.moment + 0.5 if span.end is None else span.end for span in spans)
    room = max(last - first - cut, least)
    missing = max(0.0, least - (last - first)) / 2
    first, last = first - missing, last + missing
    if any(span.start is None and (span.lasts or not tails) for span in spans):
        first -= room * _OPEN
    if any(span.end is None and (span.lasts or not tails) for span in spans):
        last += room * _OPEN
    return first, last


def _parts(stretches: Sequence[Stretch], right: float) -> list[Part]:
    """Share the width among stretches by their length, each with at least its least part."""
    spare = right - _EDGE - _BREAK * (len(stretches) - 1) - _LEAST_PART * len(stretches)
    total = sum(last - first for first, last in stretches)
    parts = []
    left = _EDGE
    for first, last in stretches:
        width = _LEAST_PART + spare * (last - first) / total
        parts.append(Part(first, last, left, left + width))
        left += width + _BREAK
    return parts
