"""When a page says that its article was published: from its metadata alone, and only where these agree."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z)?)?")
_SINCE_1970 = re.compile(r"\d{10}(?:\d{3})?")
_MAIL = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)? [+\w-]{1,6}")
_LONGEST = 60
_FIRST_YEAR, _LAST_YEAR = 1600, 2200  # years before are those of another calendar, or a slip
_NOTHING = date(1970, 1, 1)  # what programs write for no date
_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)  # the furthest offsets from UTC


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, as it was where it was written down, and the moment if that is known; `told` says by what."""

    told: str
    day: date
    at: datetime | None = None


def moment(told: str, written: str) -> Moment | None:
    """Read a date or a date and time as metadata have it; None if it is not clear which day is meant."""
    text = written.strip()
    if len(text) > _LONGEST:
        return None
    try:
        found = _read(told, text)
    except (ValueError, OverflowError, TypeError):
        return None
    is_sound = found and _FIRST_YEAR <= found.day.year <= _LAST_YEAR and found.day != _NOTHING
    return found if is_sound else None


def _read(told: str, text: str) -> Moment | None:
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, offset = match.groups()
        on = date(int(year), int(month), int(day))
        if hour is None or offset is None:
            return Moment(told, on)
        zone = _zone(offset)
        return Moment(
            told,
            on,
            datetime(on.year, on.month, on.day, int(hour), int(minute), int(second or 0), tzinfo=zone),
        )
    if _SINCE_1970.fullmatch(text):
        at = datetime.fromtimestamp(int(text[:10]), UTC)
        return Moment(told, at.date(), at)
    if _MAIL.fullmatch(text):
        at = parsedate_to_datetime(text)
        return Moment(told, at.date(), at if at.tzinfo else None)
    return None


def _zone(offset: str) -> timezone:
    if offset in ("Z", "z"):
        return UTC
    digits = offset[1:].replace(":", "")
    minutes = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-minutes if offset[0] == "-" else minutes)


def agreed(moments: Sequence[Moment]) -> Moment | None:
    """Return the moment that all of some may mean, as exactly as one of them says it; None if there is none.

    A moment in UTC was on another day elsewhere: one that says the day where it was gives that day.
    """
    local = sorted(moments, key=lambda one: one.at is not None and one.at.utcoffset() == timedelta(0))
    if not local or not all(_may_be_one(local[0], other) for other in local[1:]):
        return None
    return local[0]


def _may_be_one(one: Moment, other: Moment) -> bool:
    if one.day == other.day:
        return True
    if one.at and other.at:
        return one.at == other.at
    dated, timed = (one, other) if other.at else (other, one)
    if timed.at is None or timed.at.utcoffset() != timedelta(0):
        return False
    return (timed.at - _WEST).date() <= dated.day <= (timed.at + _EAST).date()


def contradiction(moments: Iterable[Moment]) -> str:
    """Say for the author which days a page names that cannot all be that of publication."""
    days: dict[date, str] = {}
    for one in moments:
        days.setdefault(one.day, one.told)
    listed = " and ".join(f"{day} ({told})" for day, told in sorted(days.items())[:4])
    return f"The page contradicts itself on when it was published: {listed}. Give it with --published."
