"""Find the dates and weekdays that a text names, by their names in its language (CLDR) and in digits."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from mkdocs_dossier.rules.lexicon.saying import dates_saying
from mkdocs_dossier.text.folding import is_unspaced, word_set
from mkdocs_dossier.values.dates import EdtfDate

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The weekdays' names in English, by their numbers."""

# Arabic has several sets of month names: those of the Levant and Iraq, and of the Maghreb, under regions.
_FURTHER_LOCALES = {"ar": ("ar-IQ", "ar-MA", "ar-DZ")}
# Letters and signs that are typed for one another.
_ONE_FORM = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "\u200c": " ", "\u00a0": " ", "’": "'"})
_NEAR = 3
"""How far from its month, in words, a day may stand: "the 2nd day of February"."""

_WORD = re.compile(r"\w+")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{1,2})[月월]\s*(\d{1,2})[日일]")
_DAY_NUMBER = re.compile(r"\d{1,2}(?!\d)")

# What stands beside a weekday that gives a date, or one that gives none.
_AFTER_ENGLISH = word_set(
    "night morning afternoon evening noon midday midnight that in at to by for with when after before as "
    "and or  but the a an from over against during near because while who it he she they we its his her "
    "their amid on  following according about only also was were are is has had have said says told held "
    "struck hit shot made  began took met gave left went came saw found sent set put spoke wrote read "
    "without if where which how there"
)
_BEFORE_ENGLISH = word_set(
    "the a an every each any some next this that until till by before since after from through to of for per "
    "than his her its their our black good bloody super easter ash palm whit cyber maundy"
)
_BEFORE_FRENCH = word_set("de du des d chaque avant depuis dès à jusqu")
_AFTER_FRENCH = word_set("prochain saint")
_BEFORE_ARABIC = word_set("يوم اليوم امس مساء صباح فجر ظهر عصر نهار")
_AFTER_ARABIC = word_set("ان انه انها بان")
_LOOKED_AT = 40
"""How many characters beside a weekday are looked at: no word that matters is longer."""
_SENTENCE = 300
"""How many are looked at for a verb of saying."""


def _normal(text: str) -> str:
    """Return a text in the form in which names are compared; diacritics stay, since they tell words apart."""
    return unicodedata.normalize("NFC", text.casefold()).translate(_ONE_FORM)


@lru_cache(maxsize=64)
def _locale_of(language: str) -> Locale | None:
    """Return what CLDR knows of a language; None where it does not know it."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=64)
def _month_names(language: str) -> dict[str, int]:
    """Return the numbers of the months, 1 for January, by their full and short names in a language."""
    names: dict[str, int] = {}
    for tag in (language, *_FURTHER_LOCALES.get(language.partition("-")[0], ())):
        if (locale := _locale_of(tag)) is None:
            continue
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[form].get(width, {}).items():
                    names.setdefault(_normal(name).strip(" ."), number)
    return names


def states(text: str, date: EdtfDate, language: str) -> bool:
    """Tell whether a text states a date: a day by day and month, or a month; in words or in digits.

    The year may be missing, as it often is in articles.
    """
    if date.earliest is None:
        return False
    _, month, day = date.earliest
    written = _normal(text)
    if date.precision == "month":
        names = _month_names(language)
        return any(names.get(word) == month for word in _WORD.findall(written)) or date.text[:7] in written
    return _in_words(written, month, day, language) or _in_digits(written, month, day)


def _in_words(written: str, month: int, day: int, language: str) -> bool:
    names = _month_names(language)
    words = _WORD.findall(written)
    return any(
        names.get(word) == month and day in map(_number, _around(words, at)) for at, word in enumerate(words)
    )


def _around(words: list[str], at: int) -> list[str]:
    return words[max(0, at - _NEAR) : at + _NEAR + 1]


def _number(word: str) -> int | None:
    found = _DAY_NUMBER.match(word)
    return int(found[0]) if found else None


def _in_digits(written: str, month: int, day: int) -> bool:
    """Look for 2024-02-05, 05/02/2024, 2/5/24, and 2月5日 or 2월 5일, with day and month in either order."""
    # The year stands first or last.
    pairs = [pair for a, b, c in _NUMERIC.findall(written) for pair in ((a, b), (b, c))]
    pairs += _EAST_ASIAN.findall(written)
    return any({int(one), int(other)} == {month, day} for one, other in pairs)


def named_weekdays(text: str, language: str, *, of_saying: bool = False) -> Iterator[tuple[int, bool]]:
    """List the weekdays that a text names, 0 for Monday, each with whether it gives the date of something.

    In English, French and Arabic a weekday gives none if it only describes something else ("the Friday
    strikes", "les frappes de vendredi") or bounds a time ("until Friday"). In other languages each does. With
    `of_saying`, those give a date alone that tell on which day something was said, as far as the words of the
    language are known.
    """
    known = _weekdays(language)
    if known is None:
        return
    pattern, numbers = known
    base = language.partition("-")[0]
    as_written = unicodedata.normalize("NFC", text).translate(_ONE_FORM)
    written = _normal(text)
    # To tell names by their capitals, where both are as long.
    cased = as_written if len(as_written) == len(written) else written
    for found in pattern.finditer(written):
        before = _last_word(written[max(0, found.start() - _LOOKED_AT) : found.start()])
        after = written[found.end() : found.end() + _LOOKED_AT]
        number = numbers[" ".join(found[0].split())]
        gives_date = _gives_date(before, after, _first_word(after), base)
        if gives_date and of_saying:
            start = cased[max(0, found.start() - _SENTENCE) : found.start()]
            gives_date = dates_saying(start, cased[found.end() : found.end() + _SENTENCE], base)
        yield number, gives_date


def _gives_date(before: str, rest: str, after: str, language: str) -> bool:
    """Judge a weekday by the words before and after it, which are empty where punctuation or nothing stands.

    `rest` is the text behind it, as far as it is looked at.
    """
    match language:
        case "en":
            follows = after in _AFTER_ENGLISH or after.endswith("ed") or after in _month_names(language)
            # Nothing follows, or a comma or full stop; "Friday's" and "Friday-night" are attributes.
            ends = not after and not rest.startswith(("'s", "-"))
            return before not in _BEFORE_ENGLISH and (follows or after.isdigit() or ends)
        case "fr":
            return before not in _BEFORE_FRENCH and after not in _AFTER_FRENCH
        case "ar":
            return not before or before in _BEFORE_ARABIC or after in _AFTER_ARABIC
        case _:
            return True


def _last_word(before: str) -> str:
    words = _WORD.findall(before)
    return words[-1] if words and before.rstrip(" \t\n'").endswith(words[-1]) else ""


def _first_word(after: str) -> str:
    found = _WORD.match(after.lstrip())
    return found[0] if found else ""


@lru_cache(maxsize=64)
def _weekdays(language: str) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """Return a pattern of the weekdays' full names in a language (CLDR), and their numbers, 0 for Monday."""
    locale = _locale_of(language)
    if locale is None:
        return None
    numbers = {
        _normal(name): number
        for form in ("format", "stand-alone")
        for number, name in locale.days[form].get("wide", {}).items()
    }
    # In some languages one weekday's name begins with another's.
    longest_first = sorted(numbers, key=len, reverse=True)
    choices = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    # Where no spaces stand between words, a name need not stand by itself.
    unspaced = any(map(is_unspaced, numbers))
    return re.compile(choices if unspaced else rf"(?<!\w)(?:{choices})(?!\w)"), numbers
