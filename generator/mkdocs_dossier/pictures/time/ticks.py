"""The ticks of an axis of time: at round hours, days, months or years, as many as have room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_skeleton

from mkdocs_dossier.values.dates import Day


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


def ticks_of(
    first: float, last: float, across: float, locale: Locale, *, hours: bool, is_part: bool
) -> list[Tick]:
    """Choose ticks for an even axis from a day to another, `across` pixels wide.

    If it is too short for any, name the day in its middle. With `hours`, ticks may be times of day; on an
    axis that `is_part` of a picture's, months have short names.
    """
    steps = [step for step in _STEPS if hours or step.unit != "hour"]
    # `_STEPS` are in order: the finest whose labels have room.
    step = next((step for step in steps if (last - first) / step.days * step.room <= across), steps[-1])
    pattern, middle = "yMMM" if is_part else "yMMMM", (first + last) / 2
    return list(_named(step, _starts(step, first, last), last, locale, pattern)) or [
        Tick(middle, *_labels(_DAY, middle // 1, locale, pattern), middle)
    ]


def _named(step: _Step, days: Iterable[float], last: float, locale: Locale, pattern: str) -> Iterator[Tick]:
    """Make the ticks at these days."""
    before = ""
    for day in days:
        label, context = _labels(step, day, locale, pattern)
        # The name of a day stands in its middle, as the marks of that day do.
        at = day + 0.5 if step.unit == "day" else day
        if at <= last:
            # Lines divide days where each is named; otherwise a line points to the named one.
            edge = day if step.count == 1 else at
            yield Tick(at, label, context if context != before else "", edge)
            before = context


def _starts(step: _Step, first: float, last: float) -> Iterator[float]:
    """List the starts of hours, days, weeks (from Monday), months or years within a part of an axis."""
    if step.unit in ("hour", "day"):
        size = step.count / 24 if step.unit == "hour" else step.count
        # Day 0, 1 January 1970, was a Thursday: counting weeks from day 4 has them start on Mondays.
        offset = 4 if step.unit == "day" and step.count > 1 else 0
        index = -((offset - first) // size)
        while (day := offset + index * size) <= last:
            yield day
            index += 1
        return
    months = step.count * (12 if step.unit == "year" else 1)
    year, month, _ = _day_of(first)
    # Counted from the year 0, so that ticks fall on round years and quarters.
    index = (year * 12 + month - 1) // months
    while (day := _first_of(index * months)) <= last:
        if day >= first:
            yield day
        index += 1


def _first_of(months: int) -> float:
    """Return the first day of the month that is `months` after January of the year 0."""
    year, month = divmod(months, 12)
    return float(day_number((year, month + 1, 1)))


def _labels(step: _Step, day: float, locale: Locale, pattern: str) -> tuple[str, str]:
    """Name a tick, and the month or year it is in; `pattern` is the CLDR skeleton for month and year."""
    # The tiny addition keeps an hour at midnight from falling, by rounding, on the day before.
    year, month, of_month = _day_of(day + 1e-6)
    match step.unit:
        case "hour":
            minutes = round((day % 1) * 1440)
            hour = f"{minutes // 60:02}:{minutes % 60:02}"
            return hour, f"{of_month} {_month_name(year, month, locale, pattern)}"
        case "day":
            return str(of_month), _month_name(year, month, locale, pattern)
        case "month":
            return str(locale.months["stand-alone"]["abbreviated"][month]), _year_name(year)
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


def day_number(day: Day) -> int:
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
