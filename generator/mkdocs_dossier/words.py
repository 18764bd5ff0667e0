"""The program's own words, in the language of the dossier, and how dates and numbers read in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.dates import EdtfDate


def read_catalogue(language: str, content: bytes) -> "Words":
    """Return the words of a language from its gettext catalogue, the bytes of a `.po` file.

    The catalogue's header says how many plural forms there are, and which of them a number takes.
    """
    # `GNUTranslations` reads compiled catalogues only (`.mo`).
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(content)))
    compiled.seek(0)
    return Words(language, GNUTranslations(compiled))


def _day(day: date, locale: Locale) -> str:
    # English puts the day first here: 2/3 February reads the same on both sides of the Atlantic.
    return str(format_date(day, "d MMMM y" if locale.language == "en" else "long", locale))


@dataclass(frozen=True)
class Words:
    """Say in one language what the program has to say; in English what has no translation.

    `language` is a BCP 47 tag. Values are filled in where their names stand in braces:
    `say("by {name}", name=…)`. `known` is a cache of numbers and dates, which come back on many pages.
    """

    language: str = "en"
    translations: NullTranslations = field(default_factory=NullTranslations)
    known: dict[tuple[str, object], str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def locale(self) -> Locale:
        """The locale of dates, numbers and plurals; English where CLDR knows none."""
        try:
            return Locale.parse(self.language, sep="-")
        except (UnknownLocaleError, ValueError):
            return Locale("en")

    @property
    def direction(self) -> str:
        """The direction that the language is written in: `rtl` or `ltr`."""
        return direction(self.language)

    def say(self, message: str, **values: object) -> str:
        """Return a message in the language, with the values filled in."""
        translated = self.translations.gettext(message)
        return translated.format(**values) if values else translated

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Return a message about a number of things, in its plural form; `{n}` becomes the number."""
        chosen = self.translations.ngettext(one, many, number)
        return chosen.format(n=self.number(number), **values)

    def number(self, value: int) -> str:
        """Write a whole number."""
        return self._once("number", value, lambda: str(format_decimal(value, locale=self.locale)))

    def _once(self, how: str, value: object, said: Callable[[], str]) -> str:
        """Say something of a value as it was said before; the first time, find out what that is."""
        key = how, value
        if key not in self.known:
            self.known[key] = said()
        return self.known[key]

    def percent(self, value: int) -> str:
        """Write a whole number of hundredths."""
        return str(format_percent(value / 100, locale=self.locale))

    def decimal(self, value: float) -> str:
        """Write a number with six decimals at most."""
        return str(format_decimal(value, "#,##0.######", locale=self.locale))

    def amount(self, value: Amount) -> str:
        """Write an amount with words for how exact it is, or the word that stands for it."""
        if value.word:
            return self.say(value.word)
        numbers = [str(format_decimal(number, locale=self.locale)) for number in value.numbers]
        if len(numbers) > 1:
            return self.say("{low} to {high}", low=numbers[0], high=numbers[1])
        (number,) = numbers
        if value.about:
            return self.say("about {number}", number=number)
        if value.low_open:
            return self.say("more than {number}", number=number)
        if value.high_open:
            return self.say("fewer than {number}", number=number)
        if value.high is None:
            return self.say("{number} or more", number=number)
        return self.say("{number} or fewer", number=number) if value.low is None else number

    def date(self, value: EdtfDate) -> str:
        """Write a date as it reads in a sentence, with words for how exact it is."""
        return self._once("date", value.text, lambda: self._date(value))

    def _date(self, value: EdtfDate) -> str:
        if not value.is_interval:
            return self._qualified(value, self._single(value))
        start, end = (half and self.date(half) for half in (value.start, value.end))
        if value.unknown_start:
            return self.say("to {date}, beginning unknown", date=end)
        if value.unknown_end:
            return self.say("from {date}, end unknown", date=start)
        if value.open_start:
            return self.say("on or before {date}", date=end)
        if value.open_end:
            return self.say("since {date}", date=start)
        return self.say("{first} to {last}", first=start, last=end)

    def moment(self, value: EdtfDate) -> str:
        """Write the date of something momentary: an interval is the time within which it happened."""
        return self._once("moment", value.text, lambda: self._at_some_time(value))

    def _at_some_time(self, value: EdtfDate) -> str:
        if not value.is_interval:
            return self.date(value)
        # An unknown end says no more of a moment than an open one.
        start, end = (half and self.date(half) for half in (value.start, value.end))
        if start and end:
            return self.say("between {first} and {last}", first=start, last=end)
        if start:
            return self.say("on or after {date}", date=start)
        return self.say("on or before {date}", date=end)

    def brief(self, value: EdtfDate) -> str:
        """Write the date of something momentary for small print: a day, or a last day, with a short month.

        Of a time of day, the day is written.
        """
        return self._once("brief", value.text, lambda: self._brief(value))

    def _brief(self, value: EdtfDate) -> str:
        if value.is_interval and not value.start and value.end and not value.unknown_start:
            return self.say("by {date}", date=self.brief(value.end))
        plain = value.precision in ("day", "time") and not (value.is_interval or value.is_qualified)
        if not plain or value.earliest is None or not date.min.year <= value.earliest[0] <= date.max.year:
            return self.moment(value)
        day = date(*value.earliest)
        if self.locale.language == "en":
            return str(format_date(day, "d MMM y", self.locale))
        return str(format_skeleton("yMMMd", day, locale=self.locale))

    def _qualified(self, value: EdtfDate, written: str) -> str:
        if value.approximate:
            written = self.say("about {date}", date=written)
        return self.say("{date} (uncertain)", date=written) if value.uncertain else written

    def _single(self, value: EdtfDate) -> str:
        """Write a date that is no interval; before the year 1 or after 9999, as its author wrote it."""
        if value.earliest is None or not date.min.year <= value.earliest[0] <= date.max.year:
            return value.text
        day = date(*value.earliest)
        match value.precision:
            case "time" if value.time is not None:
                return self._moment(value, value.time)
            case "day":
                return _day(day, self.locale)
            case "month":
                return format_skeleton("yMMMM", day, locale=self.locale)
            case "season":
                # The code of a season is the last two digits, after any mark of doubt: 2024-21~.
                return self._season(int(value.text.rstrip("?~%")[-2:]), day.year)
            case "year":
                return str(day.year)
            case "decade":
                return self.say("the {year}s", year=day.year)
            case _:
                return value.text

    def _moment(self, value: EdtfDate, time: datetime) -> str:
        """Write a day, a time to the minute, and the offset from UTC, with a real minus sign."""
        # What stands behind the minutes, less the seconds: "+03:00", "-05:00" or "Z".
        offset = value.text[len("2024-02-05T13:15") :].lstrip("0123456789:.").replace("-", "−")
        return self.say(
            "{day}, {time} (UTC{offset})",
            day=_day(time.date(), self.locale),
            time=f"{time:%H:%M}",
            offset=offset.removeprefix("Z"),
        )

    def _season(self, number: int, year: int) -> str:
        # EDTF's codes of seasons. A winter begins in December of its year: see `values.dates`.
        seasons = {
            21: self.say("spring {year}", year=year),
            22: self.say("summer {year}", year=year),
            23: self.say("autumn {year}", year=year),
            24: self.say("winter {year}–{next}", year=year, next=f"{(year + 1) % 100:02}"),
        }
        return seasons[number]

    def language_name(self, tag: str) -> str:
        """Return the name of a language in this one; the tag itself where CLDR has no name for it."""
        try:
            return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag
        except (UnknownLocaleError, ValueError):
            return str(self.locale.languages.get(tag.partition("-")[0], tag))

    def territory(self, code: str) -> str:
        """Return the name of a country or territory by its ISO 3166-1 code; "" where CLDR has none."""
        return str(self.locale.territories.get(code, ""))
