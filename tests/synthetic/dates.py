"""Dates of every kind that the format knows, around a given day."""

from datetime import date, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def in_words(day: date) -> str:
    """Write a day as an English article does."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def event_date(number: int, published: date) -> tuple[str | None, str | None]:
    """Choose the date of an event that was published on a day, and the note on how it is known.

    Two of three are plain days; the others go through all kinds in turn.
    """
    day = published - timedelta(days=1 + number % 9)
    if number % 3:
        return day.isoformat(), None
    kinds = _kinds(day)
    written = kinds[number // 3 % len(kinds)]
    note = "The article gives no day; this is what its words leave open." if written else None
    return written, note


def _kinds(day: date) -> tuple[str | None, ...]:
    year, month, whole = f"{day:%Y}", f"{day:%Y-%m}", day.isoformat()
    return (
        f"{whole}T20:30:00+03:00",
        f"{whole}T20:30Z",
        month,
        f"{month}-XX",
        f"{year}-2{1 + day.month % 4}",
        year,
        f"{year}-XX-XX",
        f"{year[:3]}X",
        f"{year[:2]}XX",
        f"{whole}/{(day + timedelta(days=4)).isoformat()}",
        f"{month}/{year}-12",
        f"{whole}/..",
        f"../{whole}",
        f"{whole}/",
        f"/{whole}",
        f"{whole}?",
        f"{month}~",
        f"{whole}%",
        f"{month}?/{whole}~",
        None,
    )
