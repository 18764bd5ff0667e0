"""Dates for formats that know no uncertainty (ISO 8601): what a date in EDTF says exactly, or nothing."""

from mkdocs_dossier.exports.tabular import iso_day
from mkdocs_dossier.values.dates import EdtfDate


def exact(date: EdtfDate | None) -> str | None:
    """Write a day as YYYY-MM-DD, a moment with its offset; None for a date that is less exact or uncertain.

    None also for a day that is not in the years 1 to 9999, and where there is no date.
    """
    if date is None or not date.is_day:
        return None
    return date.time.isoformat() if date.time else iso_day(date.earliest)


def lasting(date: EdtfDate | None) -> tuple[str | None, str | None]:
    """Write from when and until when something lasted, each as `exact` does; of a single day, since when."""
    if date is None or date.is_qualified:
        return None, None
    return (exact(date.start), exact(date.end)) if date.is_interval else (exact(date), None)


def shortened(date: EdtfDate | None) -> str | None:
    """Write a date as far as it is known: as `exact` does, or as YYYY-MM or YYYY.

    None for one that is uncertain, a season, a decade, a century or a span, and where `exact` gives None.
    """
    if date is None or date.is_qualified or date.precision not in _LENGTHS:
        return None
    whole = exact(date) or iso_day(date.earliest)
    return whole[: _LENGTHS[date.precision]] if whole else None


_LENGTHS = {"time": None, "day": None, "month": len("2024-02"), "year": len("2024")}
"""How much of a date is known, by its precision; None for all of it."""
