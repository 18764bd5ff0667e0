"""Dates in as few letters as a picture has room for: `3 Feb`, `Feb 2024`."""

from datetime import date

from babel.dates import format_date, format_skeleton

from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words


def short_date(value: EdtfDate, words: Words, *, with_year: bool) -> str:
    """Write the last day, month or year that a date may mean, or the first where it has no end."""
    one = (value.end or value.start or value) if value.is_interval else value
    day = value.latest or value.earliest
    if day is None or not date.min.year <= day[0] <= date.max.year or one.precision in ("decade", "century"):
        return one.text
    on = date(*day)
    match one.precision:
        case "year":
            return str(on.year)
        case "month" | "season":
            return str(format_skeleton("yMMM", on, locale=words.locale))
        case _ if words.locale.language == "en":
            # As in `Words`: the day first, which reads the same on both sides of the Atlantic.
            return str(format_date(on, "d MMM y" if with_year else "d MMM", words.locale))
        case _:
            return str(format_skeleton("yMMMd" if with_year else "MMMd", on, locale=words.locale))


def year_of(value: EdtfDate) -> int | None:
    """Return the year that `short_date` leaves out unless it is asked for it."""
    day = value.latest or value.earliest
    return day[0] if day else None
