"""Time across a picture: dates as spans of days, where each day is, and the axis with its ticks.

The scale is even, except that a long time in which nothing begins or ends may be cut out. If such a time is
most of what is shown, everything else would be crowded together; the axis shows a break instead.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from babel import Locale
from babel.dates import format_skeleton

from mkdocs_dossier.pictures.svg.lettering import width
from mkdocs_dossier.pictures.svg.markup import Markup, line, percent, rect, text
from mkdocs_dossier.values.dates import Day, EdtfDate
from mkdocs_dossier.words import Words

AXIS = 34
"""The height of an axis in pixels: a row of names of ticks, and one of the months or years they are in."""

_Stretch = tuple[float, float]
"""From a day to a day, as numbers like those of `Span`; or from a percentage to a percentage."""

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

_DAY_SECONDS = 86400
_GAP = 10.0  # pixels between names below an axis


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
        start = None if date.earliest is None else float(_day_number(date.earliest))
        end = None if date.latest is None else _day_number(date.latest) + 1.0
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
    """The parts of an axis, with a break between each two; with `hours`, its ticks may be times of day."""

    parts: tuple[_Part, ...]
    hours: bool = False

    def at(self, day: float) -> float:
        """Return where a day is, in percent; a day that is cut out is within the break."""
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
        cls, spans: Sequence[Span], *, left: float = _EDGE, right: float = 100 - _EDGE, tails: bool = False
    ) -> "Scale":
        """Fit a scale to one or more spans, with the first day at `left` percent and the last at `right`.

        Open ends get room to fade; with `tails`, only those of what lasts. A moment that is known only within
        more than a year is ignored if there are two other spans: its bar goes on beyond the picture's sides.
        """
        spans = _telling(spans)
        timed = [span.start is not None and span.start == span.end for span in spans]
        cuts = _cuts(_points(spans)) if _are_crowded(spans) else []
        cut_days = sum(last - first for first, last in cuts)
        first, last = _bounded(spans, _LEAST_HOURS if all(timed) else _LEAST_DAYS, cut_days, tails=tails)
        # The ends of parts alternate with those of cuts: first, cut from, cut to, …, last.
        ends = [first, *(day for cut in cuts for day in cut), last]
        stretches = list(zip(ends[::2], ends[1::2], strict=True))
        return cls(tuple(_parts(stretches, left, right)), any(timed))

    @property
    def breaks(self) -> list[_Stretch]:
        """Where each break begins and ends, in percent."""
        return [(before.right, after.left) for before, after in pairwise(self.parts)]


def _telling(spans: Sequence[Span]) -> Sequence[Span]:
    """Leave out the moments that are known within more than a year only, if enough spans remain."""
    close = [
        span
        for span in spans
        if span.lasts or span.start is None or span.end is None or span.end - span.start <= _LONGEST_YEAR
    ]
    return close if len(close) > 1 else spans


def _are_crowded(spans: Sequence[Span]) -> bool:
    """Tell whether an even scale would draw marks of different times nearly in one place."""
    marks = sorted({span.start if span.lasts and span.start is not None else span.moment for span in spans})
    total = marks[-1] - marks[0]
    return any(later - sooner < _CROWDED * total for sooner, later in pairwise(marks))


def _points(spans: Sequence[Span]) -> list[float]:
    """List the days at which something begins or ends, and half a day around the marks of open spans."""
    ends = {day for span in spans for day in (span.start, span.end) if day is not None}
    known = {span.moment for span in spans if span.start is None or span.end is None}
    return sorted(ends | {day + half for day in known for half in (-0.5, 0.5)})


def _cuts(points: Sequence[float]) -> list[_Stretch]:
    """Find empty times to cut out: the longest ones, as long as each is about half of what is left."""
    gaps = sorted(pairwise(points), key=lambda gap: (gap[0] - gap[1], gap))
    total = points[-1] - points[0]
    cuts: list[_Stretch] = []
    for first, last in gaps[:_MOST_BREAKS]:
        length = last - first
        if len(points) <= _FEWEST_POINTS or length <= max(_EMPTY_SHARE * total, _LEAST_DAYS):
            break
        total -= length
        cuts.append((first, last))
    around = max(_AROUND_DAYS, total * _AROUND)
    return sorted((first + around, last - around) for first, last in cuts)


def _bounded(spans: Sequence[Span], least: float, cut: float, *, tails: bool) -> _Stretch:
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


def _parts(stretches: Sequence[_Stretch], left: float, right: float) -> list[_Part]:
    """Share the width among parts by the length of their time, with a least width for each."""
    spare = right - left - _BREAK * (len(stretches) - 1) - _LEAST_PART * len(stretches)
    total = sum(last - first for first, last in stretches)
    parts = []
    for first, last in stretches:
        wide = _LEAST_PART + spare * (last - first) / total
        parts.append(_Part(first, last, left, left + wide))
        left += wide + _BREAK
    return parts


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the axis: its `label` at `day`, and its line at `edge`, which for a day is that day's start.

    `context` is the month or year that it is in, if the tick before it is in another one; "" otherwise.
    """

    day: float
    label: str
    context: str
    edge: float


@dataclass(frozen=True, slots=True)
class _Step:
    """A distance between ticks: a number of units, about how many days, and a label's room in pixels."""

    unit: str
    count: int
    days: float
    room: float


_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000)
_AGES = tuple(count * 10**power for power in range(5, 9) for count in (1, 2, 5))
_DAY = _Step("day", 1, 1, 24)
_STEPS = (
    *(_Step("hour", count, count / 24, 42) for count in (1, 3, 6, 12)),
    *(_Step("day", count, count, 24) for count in (1, 2)),
    *(_Step("day", count, count, 30) for count in (7, 14)),
    *(_Step("month", count, count * 30.44, 38) for count in (1, 2, 3, 6)),
    *(_Step("year", count, count * 365.25, 44) for count in _YEARS),
    *(_Step("year", count, count * 365.25, 88) for count in _AGES),
)


def axis(scale: Scale, room: float, words: Words, bottom: float) -> Iterator[Markup]:
    """Draw the axis of a picture that is at least `room` pixels wide, with lines down to `bottom` pixels."""
    found = ticks(scale, room, words)
    for tick in found:
        x = scale.at(tick.edge)
        yield line(x, AXIS - 4, x, bottom, "d-grid")
    yield from _names(scale, found, room)


def breaks(scale: Scale, bottom: float) -> Iterator[Markup]:
    """Draw the breaks of an axis: a band down to `bottom` pixels, with two strokes across the axis."""
    for left, right in scale.breaks:
        yield rect(left, AXIS, right - left, bottom - AXIS, "d-break")
        yield text("//", x=percent((left + right) / 2), y=14, cls="d-break-sign", anchor="middle")


def ticks(scale: Scale, room: float, words: Words) -> list[Tick]:
    """Choose as many ticks as have room for their labels, in `room` pixels."""
    return [tick for part in scale.parts for tick in _part_ticks(part, scale, room, words)]


def _part_ticks(part: _Part, scale: Scale, room: float, words: Words) -> list[Tick]:
    """Choose ticks for a part of an axis; if it is too short for any, the day in its middle."""
    span, across = part.last - part.first, room * (part.right - part.left) / 100
    steps = [step for step in _STEPS if scale.hours or step.unit != "hour"]
    # `_STEPS` are in order: the finest whose labels have room.
    step = next((step for step in steps if span / step.days * step.room <= across), steps[-1])
    pattern = "yMMM" if len(scale.parts) > 1 else "yMMMM"
    return list(_named(step, _starts(step, part), part, words, pattern)) or list(
        _named(_DAY, [(part.first + part.last) / 2 // 1], part, words, pattern)
    )


def _named(step: _Step, days: Iterable[float], part: _Part, words: Words, pattern: str) -> Iterator[Tick]:
    """Make the ticks at these days."""
    before = ""
    for day in days:
        label, context = _labels(step, day, words, pattern)
        # The name of a day stands in its middle, as the marks of that day do.
        at = day + 0.5 if step.unit == "day" else day
        if at <= part.last:
            # Lines divide days where each is named; otherwise a line points to the named one.
            edge = day if step.count == 1 else at
            yield Tick(at, label, context if context != before else "", edge)
            before = context


def _starts(step: _Step, part: _Part) -> Iterator[float]:
    """List the starts of hours, days, weeks (from Monday), months or years within a part of an axis."""
    if step.unit in ("hour", "day"):
        size = step.count / 24 if step.unit == "hour" else step.count
        # Day 0, 1 January 1970, was a Thursday: counting weeks from day 4 has them start on Mondays.
        offset = 4 if step.unit == "day" and step.count > 1 else 0
        index = -((offset - part.first) // size)
        while (day := offset + index * size) <= part.last:
            yield day
            index += 1
        return
    months = step.count * (12 if step.unit == "year" else 1)
    year, month, _ = _day_of(part.first)
    # Counted from the year 0, so that ticks fall on round years and quarters.
    index = (year * 12 + month - 1) // months
    while (day := _first_of(index * months)) <= part.last:
        if day >= part.first:
            yield day
        index += 1


def _first_of(months: int) -> float:
    """Return the first day of the month that is `months` after January of the year 0."""
    year, month = divmod(months, 12)
    return float(_day_number((year, month + 1, 1)))


def _labels(step: _Step, day: float, words: Words, pattern: str) -> tuple[str, str]:
    """Name a tick, and the month or year it is in; `pattern` is the CLDR skeleton for month and year."""
    # The tiny addition keeps an hour at midnight from falling, by rounding, on the day before.
    year, month, of_month = _day_of(day + 1e-6)
    match step.unit:
        case "hour":
            minutes = round((day % 1) * 1440)
            hour = f"{minutes // 60:02}:{minutes % 60:02}"
            return hour, f"{of_month} {_month_name(year, month, words.locale, pattern)}"
        case "day":
            return str(of_month), _month_name(year, month, words.locale, pattern)
        case "month":
            return str(words.locale.months["stand-alone"]["abbreviated"][month]), _year_name(year)
        case _:
            return _year_name(year), ""


@lru_cache(maxsize=1024)
def _month_name(year: int, month: int, locale: Locale, pattern: str) -> str:
    # Python's `date`, which Babel formats, ends at the years 1 and 9999; EDTF does not.
    if date.min.year <= year <= date.max.year:
        return str(format_skeleton(pattern, date(year, month, 1), locale=locale))
    return f"{locale.months['stand-alone']['wide'][month]} {_year_name(year)}"


def _year_name(year: int) -> str:
    return str(year).replace("-", "\u2212")


def _names(scale: Scale, found: Sequence[Tick], room: float) -> Iterator[Markup]:
    """Write the names of ticks, and of months or years under their first ticks.

    If a month's name has no room, its days are not named either: they would seem to belong to the month
    before.
    """
    taken, is_named = -_GAP, True
    for tick in found:
        x, half = scale.at(tick.day), width(tick.label) / 2
        middle = x * room / 100
        if tick.context:
            start = max(0.0, min(middle - half, room - width(tick.context)))
            is_named = start >= taken + _GAP
            if is_named:
                taken = start + width(tick.context)
                yield text(tick.context, x=percent(start * 100 / room), y=27, cls="d-context")
        if is_named and middle - half >= 0 and middle + half <= room:
            yield text(tick.label, x=percent(x), y=12, cls="d-tick", anchor="middle")


def _day_number(day: Day) -> int:
    """Count the days since 1 January 1970 in the proleptic Gregorian calendar, for any year.

    After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`:
    years start in March, so that the leap day is their last.
    """
    year, month, of_month = day
    year -= month <= 2  # noqa: PLR2004 - January and February belong to the year before
    of_year = (153 * ((month - 3) % 12) + 2) // 5 + of_month - 1
    era, of_era = divmod(year, 400)
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def _day_of(number: float) -> Day:
    """Return the year, month and day of the day with a number: Hinnant's `civil_from_days`."""
    era, days = divmod(int(number // 1) + 719468, 146097)
    of_era = (days - days // 1460 + days // 36524 - days // 146096) // 365
    of_year = days - (365 * of_era + of_era // 4 - of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9  # noqa: PLR2004 - March is the first month
    year = of_era + era * 400 + (month <= 2)  # noqa: PLR2004
    return year, month, of_year - (153 * shifted + 2) // 5 + 1
