"""Dates as sources give them: a day, a month, a season, an interval, each possibly uncertain or approximate.

The notation is EDTF (Extended Date/Time Format, ISO 8601-2:2019), levels 0 and 1, as specified at
https://www.loc.gov/standards/datetime/. The calendar is the proleptic Gregorian, with a year 0.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from mkdocs_dossier.values.datehints import clock_hint, guesses, refusal
from mkdocs_dossier.values.invalid import InvalidValue, quoted

Day = tuple[int, int, int]
"""Year, month, day; the year may be below 1 or above 9999, which `datetime.date` does not take."""

SortKey = tuple[Day, bool, bool, Day, float, str]
"""First day, whether it is a start, whether the date has no end, last day, time in seconds, text."""

Precision = Literal["time", "day", "month", "season", "year", "decade", "century", "interval"]

_LONGEST = 60
_MONTHS_IN_YEAR = 12
_CYCLE = 400  # years after which the Gregorian calendar repeats itself, weekdays too
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NO_DAY = (0, 0, 0)
_LEAST_OFFSET, _MOST_OFFSET = timedelta(hours=-12), timedelta(hours=14)
"""The offsets of clocks in the world: at Baker Island a day begins last, at Kiritimati first."""

_HINT = "write it as 2024-02-05, or 2024-02 if the day is not known"

# The year 0 has no sign (ISO 8601-2). A month may be written with an unknown day, a year with both unknown.
_YEAR = r"(?!-0000)-?[0-9]{4}"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = re.compile(rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}")
_KINDS: tuple[tuple[Precision, re.Pattern[str]], ...] = (
    ("month", re.compile(rf"{_YEAR}-{_MONTH}(?:-XX)?")),
    ("year", re.compile(rf"{_YEAR}(?:-XX(?:-XX)?)?|Y-?[1-9][0-9]{{4,8}}")),
    ("season", re.compile(rf"{_YEAR}-2[1-4]")),
    ("decade", re.compile(r"-?[0-9]{3}X")),
    ("century", re.compile(r"-?[0-9]{2}XX")),
)
_YEAR_AND_PART = re.compile(r"Y?(?P<year>-?[0-9]+X*)(?:-(?P<part>[0-9]{2}))?")
_TIME = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)"
)


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date with the bounds that it leaves possible.

    `text` is what the author wrote. `earliest` and `latest` are the first and the last day that it may mean,
    both included; None at an end that is open (`..`) or unknown (left blank). `uncertain` (`?`, `%`) and
    `approximate` (`~`, `%`) are true if any part of the date is, and do not widen the bounds. `time` is the
    moment of a date and time, with its offset; the bounds are then the day at that offset. `start` and `end`
    are the two dates of an interval, None at an end that is open or unknown.
    """

    text: str
    earliest: Day | None
    latest: Day | None
    precision: Precision
    uncertain: bool = False
    approximate: bool = False
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False
    time: datetime | None = None
    start: "EdtfDate | None" = None
    end: "EdtfDate | None" = None

    @classmethod
    def parse(cls, text: str) -> "EdtfDate":
        """Read a date in EDTF level 0 or 1, or an ISO 8601 date and time with an offset.

        Raises `InvalidValue`, with a hint of what may have been meant. The last few thousand dates are kept.
        """
        value = text.strip()
        if len(value) > _LONGEST:
            raise InvalidValue(f"is too long for a date: {quoted(value)}", _HINT)
        return _parse(value)

    def until(self) -> "EdtfDate | None":
        """Return the open interval that ends with the last day of this date, as `../2024-02-05`.

        Beyond the year 9999, where EDTF has no notation of days, it ends with that day's year. None where
        this date has no end, or ends before the year 1.
        """
        if self.latest is None or self.latest[0] < MINYEAR:
            return None
        year, month, day = self.latest
        end = _parse(f"Y{year}" if year > MAXYEAR else f"{year:04}-{month:02}-{day:02}")
        return EdtfDate(f"../{end.text}", None, end.latest, "interval", open_start=True, end=end)

    def at(self, precision: Precision) -> "EdtfDate":
        """Return the day, month, year or decade in which this date begins, or ends if it has no start.

        A day is taken of a date and time only. Return the date itself for any other precision, and if its
        year is not from 1 to 9999.
        """
        if precision == "day":
            return _parse(self.text[: len("2024-02-05")]) if self.time else self
        year, month, _ = self.earliest or self.latest or _NO_DAY
        if not MINYEAR <= year <= MAXYEAR:
            return self
        written = {"month": f"{year:04}-{month:02}", "year": f"{year:04}", "decade": f"{year:04}"[:3] + "X"}
        return _parse(written[precision]) if precision in written else self

    @property
    def is_interval(self) -> bool:
        """Whether it is written as an interval, `start/end`."""
        return self.precision == "interval"

    @property
    def is_qualified(self) -> bool:
        """Whether any part of it is uncertain or approximate."""
        return self.uncertain or self.approximate

    @property
    def is_day(self) -> bool:
        """Whether it is one known day of the calendar, with or without a time."""
        return self.earliest is not None and self.earliest == self.latest and not self.is_qualified

    @property
    def weekday(self) -> int | None:
        """The day of the week, 0 for Monday to 6 for Sunday; None unless `is_day`."""
        if self.earliest is None or not self.is_day:
            return None
        year, month, day = self.earliest
        # `date` takes no year below 1 or above 9999; the calendar is the same 400 years on.
        return date(year % _CYCLE + _CYCLE, month, day).weekday()

    @property
    def sort_key(self) -> "SortKey":
        """A key that puts dates in order; only dates of the same text have the same key.

        Dates go by their first day (an interval without a start just before its last day), then by their last
        day (an interval without an end last), then by the time, then by the text. A date and time goes by its
        day in UTC, so that two moments are not ordered by the clocks of two places.
        """
        if self.time:
            moment = self.time.astimezone(UTC)
            day = (moment.year, moment.month, moment.day)
            return day, True, False, day, (moment - _EPOCH).total_seconds(), self.text
        first = self.earliest or self.latest or _NO_DAY
        is_endless = self.latest is None
        return first, self.earliest is not None, is_endless, self.latest or _NO_DAY, float("-inf"), self.text

    def overlaps(self, other: "EdtfDate") -> bool:
        """Tell whether the two may mean the same time: of two moments, whether they are the same one."""
        if self.time and other.time:
            return self.time == other.time
        return not (_is_before(self.latest, other.earliest) or _is_before(other.latest, self.earliest))

    def is_after(self, other: "EdtfDate") -> bool:
        """Tell whether whatever this may mean comes after whatever the other may mean."""
        if self.time and other.time:
            return self.time > other.time
        return _is_before(other.latest, self.earliest)

    def is_same(self, other: "EdtfDate") -> bool:
        """Tell whether the two mean the same days, or the same moment, however they are written."""
        if self.time and other.time:
            return self.time == other.time
        return (self.earliest, self.latest) == (other.earliest, other.latest)

    def within(self, start: "EdtfDate | None", end: "EdtfDate | None") -> bool:
        """Tell whether what lasted from `start` to `end` may have been under way on this date.

        False only where the bounds rule it out. A start or end of None is one that nobody stated.
        """
        too_early = start is not None and _is_before(self.latest, start.earliest)
        too_late = end is not None and _is_before(end.latest, self.earliest)
        return not (too_early or too_late)


def _is_before(latest: Day | None, earliest: Day | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest


@lru_cache(maxsize=8192)
def _parse(value: str) -> EdtfDate:
    """Read a date; the hint of the error says what the author may have meant instead."""
    try:
        return _read(value)
    except InvalidValue as fault:
        meant = list(dict.fromkeys(guess for guess in guesses(value) if _is_date(guess)))
        hint = f"write it as {', or as '.join(meant[:2])}" if meant else fault.hint or _HINT
        raise InvalidValue(fault.message, hint) from None


def _is_date(value: str) -> bool:
    try:
        _read(value)
    except InvalidValue:
        return False
    return True


def _read(value: str) -> EdtfDate:
    if value.count("/") == 1:
        return _interval(value)
    if match := _TIME.fullmatch(value):
        return _time(value, match["day"])
    return _single(value)


def _single(value: str) -> EdtfDate:
    qualifier = value[-1:] if value.endswith(("?", "~", "%")) else ""
    core = value.removesuffix(qualifier)
    uncertain, approximate = qualifier in ("?", "%"), qualifier in ("~", "%")
    if _DAY.fullmatch(core):
        day = _day(core)
        return EdtfDate(value, day, day, "day", uncertain, approximate)
    precision = next((kind for kind, pattern in _KINDS if pattern.fullmatch(core)), None)
    if precision is None:
        fault, hint = refusal(value) or ("is not a date", clock_hint(value))
        raise InvalidValue(f"{fault}: {quoted(value)}", hint)
    return EdtfDate(value, *_bounds(core), precision, uncertain, approximate)


def _day(value: str) -> Day:
    """Read a day that is in the calendar."""
    year, month, day = (int(part) for part in value.rsplit("-", 2))
    if not 1 <= month <= _MONTHS_IN_YEAR:
        raise InvalidValue(f"has a month that does not exist: {quoted(value)}", "months go from 01 to 12")
    last = _days_in(year, month)
    if not 1 <= day <= last:
        raise InvalidValue(f"has a day that does not exist: {quoted(value)}", f"that month has {last} days")
    return year, month, day


def _bounds(core: str) -> tuple[Day, Day]:
    """Return the first and the last day of a month, season, year, decade or century, without a qualifier.

    A season has three months. Winter goes from December to the end of the next February, so that no date in
    those months is ruled out.
    """
    year, written_part = _YEAR_AND_PART.findall(core)[0]
    # Sorted, because before the year 0 the 9 comes first: `-004X` is -49 to -40.
    first_year, last_year = sorted(int(year.replace("X", digit)) for digit in "09")
    part = int(written_part or 0)
    if not part:
        return (first_year, 1, 1), (last_year, _MONTHS_IN_YEAR, 31)
    # Spring, 21, begins in March, and winter, 24, in December.
    first, length = (part, 1) if part <= _MONTHS_IN_YEAR else ((part - 20) * 3, 3)
    years, month = divmod(first + length - 2, _MONTHS_IN_YEAR)
    last_year, last = last_year + years, month + 1
    return (first_year, first, 1), (last_year, last, _days_in(last_year, last))


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year % _CYCLE + _CYCLE, month)[1]


def _time(value: str, day: str) -> EdtfDate:
    bound = _day(day)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        hint = "a date and time has a year from 0001 to 9999"
        raise InvalidValue(f"is not a date and time: {quoted(value)}", hint) from None
    if not _LEAST_OFFSET <= (moment.utcoffset() or timedelta()) <= _MOST_OFFSET:
        hint = "offsets go from -12:00 to +14:00"
        raise InvalidValue(f"has an offset from UTC that no clock has: {quoted(value)}", hint)
    try:
        moment.astimezone(UTC)
    except OverflowError:
        hint = "write the day alone"
        # `sort_key` needs the moment in UTC.
        raise InvalidValue(f"is in UTC outside the years 1 to 9999: {quoted(value)}", hint) from None
    return EdtfDate(value, bound, bound, "time", time=moment)


def _interval(value: str) -> EdtfDate:
    first, last = value.split("/")
    start, end = _end(first), _end(last)
    if start is None and end is None:
        raise InvalidValue(f"is an interval without any date: {quoted(value)}", "leave the field out")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if _is_before(latest, earliest):
        raise InvalidValue(f"is an interval that ends before it starts: {quoted(value)}")
    return EdtfDate(
        value,
        earliest,
        latest,
        "interval",
        uncertain=any(half.uncertain for half in (start, end) if half),
        approximate=any(half.approximate for half in (start, end) if half),
        open_start=first == "..",
        open_end=last == "..",
        unknown_start=not first,
        unknown_end=not last,
        start=start,
        end=end,
    )


def _end(half: str) -> EdtfDate | None:
    """Read one end of an interval; None where it is open or unknown."""
    if half in ("", ".."):
        return None
    if "X" in half:
        raise InvalidValue(
            f"has an X in an interval: {quoted(half)}", "leave the unknown part out, as in 2024-02"
        )
    if _TIME.fullmatch(half):
        raise InvalidValue(f"has a time in an interval: {quoted(half)}", "write the ends as days")
    return _single(half)
