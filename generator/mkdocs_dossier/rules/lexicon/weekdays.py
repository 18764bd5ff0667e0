"""The weekdays that a text names, and whether they give a date there."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mkdocs_dossier.rules.lexicon.calendar import WORD, locale_of, month_names, normal
from mkdocs_dossier.text.folding import is_unspaced, word_set

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

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
"""No word that matters is longer."""


def named_weekdays(text: str, language: str) -> Iterator[tuple[int, bool]]:
    """List the weekdays that a text names, 0 for Monday, each with whether it gives a date there.

    In English, French and Arabic one that is but the attribute of something else ("the Friday strikes",
    "les frappes de vendredi") gives none, nor one that bounds a time ("until Friday"); in other languages
    each does.
    """
    known = _weekdays(language)
    if known is None:
        return
    pattern, numbers = known
    written = normal(text)
    for found in pattern.finditer(written):
        before = _last_word(written[max(0, found.start() - _LOOKED_AT) : found.start()])
        after = written[found.end() : found.end() + _LOOKED_AT]
        number = numbers[" ".join(found[0].split())]
        yield number, _gives_date(before, after, _first_word(after), language.partition("-")[0])


def _gives_date(before: str, rest: str, after: str, language: str) -> bool:
    """Judge by the words before and after; empty where punctuation or nothing stands there."""
    match language:
        case "en":
            follows = after in _AFTER_ENGLISH or after.endswith("ed") or after in month_names(language)
            ends = not after and not rest.startswith(("'s", "-"))
            return before not in _BEFORE_ENGLISH and (follows or after.isdigit() or ends)
        case "fr":
            return before not in _BEFORE_FRENCH and after not in _AFTER_FRENCH
        case "ar":
            return not before or before in _BEFORE_ARABIC or after in _AFTER_ARABIC
        case _:
            return True


def _last_word(before: str) -> str:
    words = WORD.findall(before)
    return words[-1] if words and before.rstrip(" \t\n'").endswith(words[-1]) else ""


def _first_word(after: str) -> str:
    found = WORD.match(after.lstrip())
    return found[0] if found else ""


@lru_cache(maxsize=64)
def _weekdays(language: str) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """Make the pattern of the weekdays' full names (CLDR), and map each to its number."""
    locale = locale_of(language)
    if locale is None:
        return None
    numbers = {
        normal(name): number
        for form in ("format", "stand-alone")
        for number, name in locale.days[form].get("wide", {}).items()
    }
    longest_first = sorted(numbers, key=len, reverse=True)
    choices = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    unspaced = any(map(is_unspaced, numbers))
    return re.compile(choices if unspaced else rf"(?<!\w)(?:{choices})(?!\w)"), numbers
