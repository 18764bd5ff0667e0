"""How a text states a date: the names of months in its language (CLDR), and digits."""

import re
import unicodedata
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from mkdocs_dossier.values.dates import EdtfDate

# Arabic has several sets of month names: those of the Levant and Iraq, and of the Maghreb, under regions.
_FURTHER_LOCALES = {"ar": ("ar-IQ", "ar-MA", "ar-DZ")}
_ONE_FORM = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "\u200c": " ", "\u00a0": " ", "’": "'"})
_NEAR = 3
"""So many words may stand between a day and its month: "the 2nd day of February"."""

WORD = re.compile(r"\w+")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{1,2})[月월]\s*(\d{1,2})[日일]")
_DAY_NUMBER = re.compile(r"\d{1,2}(?!\d)")


def normal(text: str) -> str:
    """Bring a text to the form in which names are compared; diacritics stay, they tell words apart."""
    return unicodedata.normalize("NFC", text.casefold()).translate(_ONE_FORM)


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale | None:
    """Give what CLDR knows of a language, if it knows it."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=64)
def month_names(language: str) -> dict[str, int]:
    """Map the names of months, full and short, to their numbers, 1 for January."""
    names: dict[str, int] = {}
    for tag in (language, *_FURTHER_LOCALES.get(language.partition("-")[0], ())):
        if (locale := locale_of(tag)) is None:
            continue
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[form].get(width, {}).items():
                    names.setdefault(normal(name).strip(" ."), number)
    return names


def states(text: str, date: EdtfDate, language: str) -> bool:
    """Tell whether a text states a day as day and month, or a month by its name; either in digits too.

    The year may be left out, as articles do.
    """
    if date.earliest is None:
        return False
    _, month, day = date.earliest
    written = normal(text)
    if date.precision == "month":
        names = month_names(language)
        return any(names.get(word) == month for word in WORD.findall(written)) or date.text[:7] in written
    return _in_words(written, month, day, language) or _in_digits(written, month, day)


def _in_words(written: str, month: int, day: int, language: str) -> bool:
    names = month_names(language)
    words = WORD.findall(written)
    return any(
        names.get(word) == month and day in map(_number, _around(words, at)) for at, word in enumerate(words)
    )


def _around(words: list[str], at: int) -> list[str]:
    return words[max(0, at - _NEAR) : at + _NEAR + 1]


def _number(word: str) -> int | None:
    found = _DAY_NUMBER.match(word)
    return int(found[0]) if found else None


def _in_digits(written: str, month: int, day: int) -> bool:
    """Look for 2024-02-05, 05/02/2024, 2/5/24, and 2月5日 or 2월 5일."""
    pairs = [pair for a, b, c in _NUMERIC.findall(written) for pair in ((a, b), (b, c))]
    pairs += _EAST_ASIAN.findall(written)
    return any({int(one), int(other)} == {month, day} for one, other in pairs)
