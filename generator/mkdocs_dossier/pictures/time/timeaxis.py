"""The axis of time: where a day stands, and which days, months or years to name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_skeleton

from mkdocs_dossier.pictures.svg.lettering import width
from mkdocs_dossier.pictures.svg.svg import Markup, join, line, percent, rect, text
from mkdocs_dossier.pictures.time.spans import day_number, day_of
from mkdocs_dossier.pictures.time.timescale import Part, Scale
from mkdocs_dossier.words import Words

HEIGHT = 34
"""The height of an axis in pixels: a row of ticks, and one of the months or years they are in."""

_GAP = 10.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A named point of time: `label` at `day`, `context` (the month or year) where it begins.

    `edge` is where the line stands, if not at the label.
    """

    day: float
    label: str
    context: str
    edge: float


@dataclass(frozen=True, slots=True)
class _Step:
    """A distance between ticks: how many of a unit, roughly how many days, and the room a label takes."""

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


def ticks(scale: Scale, room: float, words: Words) -> list[Tick]:
    """Choose ticks for a picture that is `room` pixels wide: as many as their labels leave room for."""
    return [tick for part in scale.parts for tick in _part_ticks(part, scale, room, words)]


def _part_ticks(part: Part, scale: Scale, room: float, words: Words) -> list[Tick]:
    """Choose ticks for a part of an axis: the day in its middle, if it is too short for any other."""
    span, across = part.last - part.first, room * (part.right - part.left) / 100
    steps = [step for step in _STEPS if scale.hours or step.unit != "hour"]
    step = next((step for step in steps if span / step.days * step.room <= across), steps[-1])
    is_short = len(scale.parts) > 1
    return list(_named(step, _points(step, part), part, words, is_short=is_short)) or list(
        _named(_DAY, [(part.first + part.last) / 2 // 1], part, words, is_short=is_short)
    )


def _named(
    step: _Step, points: Iterable[float], part: Part, words: Words, *, is_short: bool
) -> Iterator[Tick]:
    before = ""
    for day in points:
        label, context = _labels(step, day, words, is_short=is_short)
        # A mark of a day stands in its middle, and so does the day's name.
        at = day + 0.5 if step.unit == "day" else day
        if at <= part.last:
            edge = day if step.count == 1 else at
            yield Tick(at, label, context if context != before else "", edge)
            before = context


def _points(step: _Step, part: Part) -> Iterator[float]:
    """List the starts of hours, days, weeks (from Monday), months or years within a part of an axis."""
    if step.unit in ("hour", "day"):
        # Day 0, 1 January 1970, was a Thursday: counting weeks from day 4 has them start on Mondays.
        size, offset = (
            (step.count / 24, 0) if step.unit == "hour" else (step.count, 4 if step.count > 1 else 0)
        )
        index = -((offset - part.first) // size)
        while (point := offset + index * size) <= part.last:
            yield point
            index += 1
        return
    months = step.count * (12 if step.unit == "year" else 1)
    year, month, _ = day_of(part.first)
    index = (year * 12 + month - 1) // months
    while (point := _month(index * months)) <= part.last:
        if point >= part.first:
            yield point
        index += 1


def _month(index: int) -> float:
    year, month = divmod(index, 12)
    return float(day_number((year, month + 1, 1)))


def _labels(step: _Step, day: float, words: Words, *, is_short: bool) -> tuple[str, str]:
    """Name a point of time, and what it is in."""
    year, month, of_month = day_of(day + 1e-6)
    match step.unit:
        case "hour":
            minutes = round((day % 1) * 1440)
            return (
                f"{minutes // 60:02}:{minutes % 60:02}",
                f"{of_month} {month_name(year, month, words.locale, is_short=is_short)}",
            )
        case "day":
            return str(of_month), month_name(year, month, words.locale, is_short=is_short)
        case "month":
            names = words.locale.months["stand-alone"]["abbreviated"]
            return str(names[month]), year_name(year)
        case _:
            return year_name(year), ""


@lru_cache(maxsize=1024)
def month_name(year: int, month: int, locale: Locale, *, is_short: bool = False) -> str:
    """Name a month of a year."""
    if date.min.year <= year <= date.max.year:
        pattern = "yMMM" if is_short else "yMMMM"
        return str(format_skeleton(pattern, date(year, month, 1), locale=locale))
    return f"{locale.months['stand-alone']['wide'][month]} {year_name(year)}"


def year_name(year: int) -> str:
    """Write a year, with a minus sign where it has one."""
    return str(year).replace("-", "\u2212")


def axis(scale: Scale, found: Sequence[Tick], room: float, bottom: float) -> Markup:
    """Draw ticks in a picture `room` pixels wide, with lines that go down to `bottom`."""
    lines = [line(x := scale.at(tick.edge), HEIGHT - 4, x, bottom, "d-grid") for tick in found]
    return join([*lines, *_names(scale, found, room)])


def breaks(scale: Scale, bottom: float) -> Markup:
    """Draw where an axis is broken: a band down the picture, with two strokes across the axis."""
    drawn = []
    for left, right in scale.breaks:
        middle = percent((left + right) / 2)
        drawn.append(rect(left, HEIGHT, right - left, bottom - HEIGHT, "d-break"))
        drawn.append(text("//", x=middle, y=14, cls="d-break-sign", anchor="middle"))
    return join(drawn)


def _fits(at: float, taken: float, room: float) -> bool:
    return at * room / 100 - taken / 2 >= 0 and at * room / 100 + taken / 2 <= room


def _names(scale: Scale, found: Sequence[Tick], room: float) -> Iterator[Markup]:
    """Name ticks, and months or years under their first tick.

    Where a month has no room before the next its days are not named either: they would seem another's.
    """
    taken, is_named = -_GAP, True
    for tick in found:
        x, size = scale.at(tick.day), width(tick.label)
        if tick.context:
            start = max(0.0, min(x * room / 100 - size / 2, room - width(tick.context)))
            is_named = start >= taken + _GAP
            if is_named:
                taken = start + width(tick.context)
                yield text(tick.context, x=percent(start * 100 / room), y=27, cls="d-context")
        if is_named and _fits(x, size, room):
            yield text(tick.label, x=percent(x), y=12, cls="d-tick", anchor="middle")
