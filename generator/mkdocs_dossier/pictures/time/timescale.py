"""Time across a picture: dates as spans of days, where each day is, and the axis with its ticks.

The scale is even, except that a long time in which nothing begins or ends may be cut out. If such a time is
most of what is shown, everything else would be crowded together; the axis shows a break instead. Where a
picture asks for it, the stretch in which most happened gets most of the width.

Time runs as the language does: in a mirrored scale, from right to left.
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mkdocs_dossier.pictures.svg.lettering import width
from mkdocs_dossier.pictures.svg.markup import Markup, line, link, percent, rect, tag, text
from mkdocs_dossier.pictures.time.densest import Share, Stretch, shares
from mkdocs_dossier.pictures.time.ticks import Tick, day_number, ticks_of
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words

AXIS = 34
"""The height of an axis in pixels: a row of names of ticks, and one of the months or years they are in."""

_Place = tuple[float, float]
"""From a percentage of the width to another."""

_EDGE = 4.0  # percent kept free at either side, so that no mark is cut
_BREAK = 6.0  # percent that a break takes
_LEAST_PART = 15.0  # percent that what lies between breaks has at least
_OPEN = 0.14  # of the time shown, added at a side where something has an open end
_LEAST_DAYS, _LEAST_HOURS = 3.0, 12 / 24  # days that an axis shows at least; half a day if it shows hours
# Breaks at most; the share of the time left from which an empty time is cut; dates from which one may be.
_MOST_BREAKS, _EMPTY_SHARE, _FEWEST_POINTS = 3, 0.45, 3
# What is kept on either side of a break: a share of the time shown, or some hours, too few to reach the
# next day.
_AROUND, _AROUND_DAYS = 0.03, 0.4
_LONGEST_YEAR = 366
_CROWDED = 0.03  # of the time shown: closer marks are as good as in one place
_SOONER_EMPTY = 0.3  # instead of `_EMPTY_SHARE`, where the densest stretch is to have most of the width

_DAY_SECONDS = 86400
_GAP = 10.0  # pixels between names below an axis
_TARGET = 24.0  # pixels that a link is wide and high at least


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time, in days since 1 January 1970, up to but without `end`.

    None is an end that is open or unknown. With `lasts`, something went on for all of it; otherwise it is a
    moment somewhere within. `vague` is true of a date that is uncertain or approximate.
    """

    start: float | None
    end: float | None
    lasts: bool
    vague: bool

    @classmethod
    def of_moment(cls, date: EdtfDate) -> "Span":
        """Return the span within which something was said; a time of day counts as local clocks showed it."""
        vague = date.is_qualified or date.unknown_start or date.unknown_end
        start = None if date.earliest is None else float(day_number(date.earliest))
        end = None if date.latest is None else day_number(date.latest) + 1.0
        if date.time is not None and start is not None:
            moment = date.time.hour * 3600 + date.time.minute * 60 + date.time.second
            start = end = start + moment / _DAY_SECONDS
        return cls(start, end, lasts=False, vague=vague)

    @classmethod
    def of_event(cls, date: EdtfDate) -> "Span":
        """Return the span of an event: it lasted for an interval, but was a moment within any other date."""
        return replace(cls.of_moment(date), lasts=date.is_interval)

    @property
    def moment(self) -> float:
        """Where its mark stands: in its middle, or in the middle of the day at its one known end."""
        if self.start is None:
            return (self.end or 0.0) - 0.5
        return self.start + 0.5 if self.end is None else (self.start + self.end) / 2

    @property
    def is_stretch(self) -> bool:
        """Whether it is longer than a day, or has an open end."""
        return self.start is None or self.end is None or self.end - self.start > 1


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an axis with an even scale: its first and last day, and where these are, in percent."""

    first: float
    last: float
    left: float
    right: float

    def at(self, day: float) -> float:
        """Return where a day is, in percent."""
        return self.left + (self.right - self.left) * (day - self.first) / (self.last - self.first)


@dataclass(frozen=True, slots=True)
class Scale:
    """The parts of an axis, with a break between each two; with `hours`, its ticks may be times of day.

    Between two parts that meet there is no break: there the scale changes. Parts are from left to right also
    where `is_mirrored`; what is asked of the scale is then answered from right to left.
    """

    parts: tuple[_Part, ...]
    hours: bool = False
    is_mirrored: bool = False

    def at(self, day: float) -> float:
        """Return where a day is, in percent; a day that is cut out is within the break."""
        return self.seen(self.along(day))

    def seen(self, place: float) -> float:
        """Return where a place along the axis, in percent, is seen from the left."""
        return 100 - place if self.is_mirrored else place

    def along(self, day: float) -> float:
        """Return how far along the axis a day is, in percent from where time begins."""
        firsts = [part.first for part in self.parts]
        index = max(0, bisect_right(firsts, day) - 1)
        part = self.parts[index]
        # A day before the first part or after the last is drawn at the axis's end.
        if day <= part.last or index == len(self.parts) - 1:
            return part.at(min(max(day, part.first), part.last))
        following = self.parts[index + 1]
        share = (day - part.last) / (following.first - part.last)
        return part.right + share * (following.left - part.right)

    def holds(self, day: float) -> bool:
        """Tell whether a day lies between the two ends of the axis."""
        return self.parts[0].first <= day <= self.parts[-1].last

    @classmethod
    def fitted(
        cls,
        spans: Sequence[Span],
        *,
        left: float = _EDGE,
        right: float = 100 - _EDGE,
        tails: bool = False,
        room: float = 0,
        is_mirrored: bool = False,
    ) -> "Scale":
        """Fit a scale to one or more spans, with the first day at `left` percent and the last at `right`.

        Open ends get room to fade; with `tails`, only those of what lasts. A moment that is known only within
        more than a year is ignored if there are two other spans: its bar goes on beyond the picture's sides.
        With `room`, the picture's width in pixels where it is narrowest, the stretch in which most happened
        gets most of the width.
        """
        spans = _telling(spans)
        timed = [span.start is not None and span.start == span.end for span in spans]
        share = _SOONER_EMPTY if room else _EMPTY_SHARE
        cuts = _cuts(_points(spans), share) if _are_crowded(spans) else []
        cut_days = sum(last - first for first, last in cuts)
        first, last = _bounded(spans, _LEAST_HOURS if all(timed) else _LEAST_DAYS, cut_days, tails=tails)
        # The ends of parts alternate with those of cuts: first, cut from, cut to, …, last.
        ends = [first, *(day for cut in cuts for day in cut), last]
        stretches = list(zip(ends[::2], ends[1::2], strict=True))
        found = shares(stretches, _marks(spans), right - left, room) if room else None
        parts = _focused(found, left) if found else _parts(stretches, left, right)
        return cls(tuple(parts), any(timed), is_mirrored)

    @property
    def breaks(self) -> list[_Place]:
        """Where each break begins and ends, in percent from the left."""
        cut = [(one.right, other.left) for one, other in pairwise(self.parts) if one.last < other.first]
        return [
            (self.seen(end), self.seen(start)) if self.is_mirrored else (start, end) for start, end in cut
        ]

    @property
    def changes(self) -> list[float]:
        """Where the scale changes though no time is left out, in percent from the left."""
        met = (one.right for one, other in pairwise(self.parts) if one.last == other.first)
        return [self.seen(place) for place in met]


def _telling(spans: Sequence[Span]) -> Sequence[Span]:
    """Leave out the moments that are known within more than a year only, if enough spans remain."""
    close = [
        span
        for span in spans
        if span.lasts or span.start is None or span.end is None or span.end - span.start <= _LONGEST_YEAR
    ]
    return close if len(close) > 1 else spans


def _marks(spans: Iterable[Span]) -> list[float]:
    """List the days at which marks stand: what lasted is seen where it begins."""
    return [span.start if span.lasts and span.start is not None else span.moment for span in spans]


def _are_crowded(spans: Sequence[Span]) -> bool:
    """Tell whether an even scale would draw marks of different times nearly in one place."""
    marks = sorted(set(_marks(spans)))
    total = marks[-1] - marks[0]
    return any(later - sooner < _CROWDED * total for sooner, later in pairwise(marks))


def _points(spans: Sequence[Span]) -> list[float]:
    """List the days at which something begins or ends, and half a day around the marks of open spans."""
    ends = {day for span in spans for day in (span.start, span.end) if day is not None}
    known = {span.moment for span in spans if span.start is None or span.end is None}
    return sorted(ends | {day + half for day in known for half in (-0.5, 0.5)})


def _cuts(points: Sequence[float], share: float) -> list[Stretch]:
    """Find empty times to cut out: the longest ones, as long as each is such a share of what is left."""
    gaps = sorted(pairwise(points), key=lambda gap: (gap[0] - gap[1], gap))
    total = points[-1] - points[0]
    cuts: list[Stretch] = []
    for first, last in gaps[:_MOST_BREAKS]:
        length = last - first
        if len(points) <= _FEWEST_POINTS or length <= max(share * total, _LEAST_DAYS):
            break
        total -= length
        cuts.append((first, last))
    around = max(_AROUND_DAYS, total * _AROUND)
    return sorted((first + around, last - around) for first, last in cuts)


def _bounded(spans: Sequence[Span], least: float, cut: float, *, tails: bool) -> Stretch:
    """Return the first and the last day to show; `cut` is the number of days cut out between them."""
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


def _parts(stretches: Sequence[Stretch], left: float, right: float) -> list[_Part]:
    """Share the width among parts by the length of their time, with a least width for each."""
    spare = right - left - _BREAK * (len(stretches) - 1) - _LEAST_PART * len(stretches)
    total = sum(last - first for first, last in stretches)
    parts = []
    for first, last in stretches:
        wide = _LEAST_PART + spare * (last - first) / total
        parts.append(_Part(first, last, left, left + wide))
        left += wide + _BREAK
    return parts


def _focused(shares: Iterable[Share], left: float) -> Iterator[_Part]:
    """Put the parts of an axis beside one another, in which the densest has most of the width."""
    for share in shares:
        yield _Part(*share.stretch, left, left + share.wide)
        left += share.wide + share.gap


Leads = Callable[[float, float], tuple[str, str] | None]
"""Says where the name of a tick leads to, given from and up to which day it stands: an address and words."""


def axis(
    scale: Scale, room: float, words: Words, bottom: float, leads: Leads | None = None
) -> Iterator[Markup]:
    """Draw the axis of a picture that is at least `room` pixels wide, with lines down to `bottom` pixels.

    With `leads`, the names of its ticks are links.
    """
    found = ticks(scale, room, words)
    for tick in found:
        x = scale.at(tick.edge)
        yield line(x, AXIS - 4, x, bottom, "d-grid")
    # Each tick stands for the time up to the next, at least for its day; the last for all that follows.
    days = [tick.day // 1 for tick in found]
    ends = [*(max(day, start + 1) for start, day in pairwise(days)), math.inf]
    targets = [leads(*stretch) if leads else None for stretch in zip(days, ends, strict=True)]
    yield from _names(scale, found, targets, room)


def breaks(scale: Scale, bottom: float) -> Iterator[Markup]:
    """Draw the breaks of an axis: a band down to `bottom` pixels, with two strokes across the axis.

    Where the scale changes and no time is left out, draw a line.
    """
    for x in scale.changes:
        yield line(x, AXIS - 4, x, bottom, "d-change")
    for left, right in scale.breaks:
        yield rect(left, AXIS, right - left, bottom - AXIS, "d-break")
        yield text("//", x=percent((left + right) / 2), y=14, cls="d-break-sign", anchor="middle")


def ticks(scale: Scale, room: float, words: Words) -> list[Tick]:
    """Choose as many ticks as have room for their labels, in `room` pixels."""
    return [
        tick
        for part in scale.parts
        for tick in ticks_of(
            part.first,
            part.last,
            room * (part.right - part.left) / 100,
            words.locale,
            hours=scale.hours,
            is_part=len(scale.parts) > 1,
        )
    ]


def _names(
    scale: Scale, found: Sequence[Tick], targets: Sequence[tuple[str, str] | None], room: float
) -> Iterator[Markup]:
    """Write the names of ticks, and of months or years under their first ticks.

    If a month's name has no room, its days are not named either: they would seem to belong to the month
    before. All is measured along the axis, and only then put where it is seen.
    """
    taken, is_named = -_GAP, True
    for tick, target in zip(found, targets, strict=True):
        middle, half = scale.along(tick.day) * room / 100, width(tick.label) / 2
        if tick.context:
            start = max(0.0, min(middle - half, room - width(tick.context)))
            is_named = start >= taken + _GAP
            if is_named:
                taken = start + width(tick.context)
                x, anchor = scale.seen(start * 100 / room), "end" if scale.is_mirrored else ""
                yield text(tick.context, x=percent(x), y=27, cls="d-context", anchor=anchor)
        if is_named and middle - half >= 0 and middle + half <= room:
            yield _name(tick.label, scale.seen(middle * 100 / room), target)


def _name(label: str, x: float, target: tuple[str, str] | None) -> Markup:
    """Write the name of a tick, with a box around it where it is a link, so that a finger finds it."""
    if target is None:
        return text(label, x=percent(x), y=12, cls="d-tick", anchor="middle")
    half = max(_TARGET, width(label)) / 2
    box = tag(
        "rect",
        x=percent(x),
        y=0,
        width=2 * half,
        height=_TARGET,
        transform=f"translate({-half:.1f})",
        cls="d-target",
    )
    named = text(label, x=percent(x), y=12, cls="d-tick d-leads", anchor="middle")
    return link(*target, box, named)
