"""Dates as stretches of time: what a picture has to draw of an `EdtfDate`."""

from dataclasses import dataclass, replace

from mkdocs_dossier.values.dates import Day, EdtfDate

_DAY_SECONDS = 86400


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in days, see `day_number`; the end is the first day after it.

    None is an end that is open or unknown. `lasts` says that it is a duration; otherwise it is one moment,
    somewhere within. `vague` holds of dates that are uncertain or approximate.
    """

    start: float | None
    end: float | None
    lasts: bool
    vague: bool

    @classmethod
    def of_moment(cls, date: EdtfDate) -> "Span":
        """Give the bounds of when something was said; a time of day as a clock there showed it."""
        vague = date.is_qualified or date.unknown_start or date.unknown_end
        start = None if date.earliest is None else float(day_number(date.earliest))
        end = None if date.latest is None else day_number(date.latest) + 1.0
        if date.time is not None and start is not None:
            moment = date.time.hour * 3600 + date.time.minute * 60 + date.time.second
            start = end = start + moment / _DAY_SECONDS
        return cls(start, end, lasts=False, vague=vague)

    @classmethod
    def of_event(cls, date: EdtfDate) -> "Span":
        """Give the stretch of an event: an interval says how long it lasted, other dates when it was."""
        return replace(cls.of_moment(date), lasts=date.is_interval)

    @property
    def moment(self) -> float:
        """Where its mark stands: in the middle, or on the one known end of it."""
        if self.start is None:
            return (self.end or 0.0) - 0.5
        return self.start + 0.5 if self.end is None else (self.start + self.end) / 2

    @property
    def is_stretch(self) -> bool:
        """Whether it is longer than a day, or has an open end."""
        return self.start is None or self.end is None or self.end - self.start > 1


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


def day_of(number: float) -> Day:
    """Give the year, month and day of a day's number: the reverse of `day_number`, `civil_from_days`."""
    era, days = divmod(int(number // 1) + 719468, 146097)
    of_era = (days - days // 1460 + days // 36524 - days // 146096) // 365
    of_year = days - (365 * of_era + of_era // 4 - of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9  # noqa: PLR2004 - March is the first month
    year = of_era + era * 400 + (month <= 2)  # noqa: PLR2004
    return year, month, of_year - (153 * shifted + 2) // 5 + 1
