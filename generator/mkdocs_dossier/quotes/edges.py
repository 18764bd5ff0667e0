"""Where a quotation may begin and end: never inside a character, a word or a number.

"form" stands in "informed", "did" in "didn’t" and "500" in "1,500", yet nobody said these. In scripts that
put no space between words, any character may be the first or the last; only numbers are kept whole there.
What a hyphen joins is several words, unless it turns what they say (`hyphens`).
"""

import re
from collections.abc import Callable

from mkdocs_dossier.quotes.hyphens import parts_number, parts_prefix
from mkdocs_dossier.quotes.letters import (
    APOSTROPHES,
    back,
    extends,
    forward,
    is_word,
    splits_character,
    word_before,
)
from mkdocs_dossier.quotes.proclitics import ends_proclitic

_POINTS = frozenset(".,٫٬'’")  # in a number: separators of decimals and thousands, as in 1’500 in Switzerland
_GROUPING_SPACES = frozenset("\u00a0\u2009\u202f")
_GROUP = re.compile(r"\d{3}(?!\d)")

# The beginning of a word in brackets that its source put there, as in "[S]he" or "[un]happy".
_BEGINNING = re.compile(r"\[[^\W\d_]{1,12}\](?=[^\W\d_])")
_LONGEST_BEGINNING = 14

_ELISIONS = re.compile("[cdjlmst]|(?:jus|lors|puis|quoi)?qu|(?:a|da|de|ne|su|co|que)ll|quest|un")
"""What French and Italian write before an apostrophe that is a word by itself; not `n’`, which denies."""


def may_start(text: str, at: int, stands: Callable[[str], bool]) -> bool:
    """Tell whether a quotation may begin at this offset; `stands` tells if the text has a word by itself."""
    if _is_inside(text, at):
        return False
    before, after = back(text, at), forward(text, at)
    if not _joined(text, before, after):
        return True
    if text[before] in APOSTROPHES:
        return _ELISIONS.fullmatch(word_before(text, before).lower()) is not None
    return _is_arabic(text[before]) and ends_proclitic(text, at, stands)


def may_end(text: str, at: int) -> bool:
    """Tell whether a quotation may end at this offset (exclusive)."""
    if _is_inside(text, at):
        return False
    before, after = back(text, at), forward(text, at)
    return not _joined(text, before, after) or _is_possessive(text, after)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a span to its first and last letter or digit; return it as it is where it has none."""
    left, right = start, end
    while left < right and not text[left].isalnum():
        left += 1
    while right > left and not (text[right - 1].isalnum() or extends(text[right - 1])):
        right -= 1
    return (left, right) if left < right else (start, end)


def _is_inside(text: str, at: int) -> bool:
    """Tell whether an offset is inside what stays whole in every script."""
    return (
        splits_character(text, at)
        or parts_prefix(text, at)
        or parts_number(text, at)
        or _is_in_bracketed_word(text, at)
    )


def _joined(text: str, before: int, after: int) -> bool:
    """Tell whether two neighbouring characters, given by their indices, are of one word or one number."""
    if before < 0 or after >= len(text):
        return False
    left, right = text[before], text[after]
    if (is_word(left) and is_word(right)) or (left.isnumeric() and right.isnumeric()):
        return True
    if right in APOSTROPHES or right in _POINTS or right in _GROUPING_SPACES:
        return _bridges(text, after)
    return (left in APOSTROPHES or left in _POINTS or left in _GROUPING_SPACES) and _bridges(text, before)


def _bridges(text: str, at: int) -> bool:
    """Tell whether an apostrophe, point or space stands inside a word or a number: `n’t`, `1,500`."""
    left, right = back(text, at), forward(text, at + 1)
    if left < 0 or right >= len(text):
        return False
    sign = text[at]
    if text[left].isdecimal() and text[right].isdecimal():
        # A thin or no-break space groups digits only before exactly three: "1 500".
        return sign in _POINTS or (sign in _GROUPING_SPACES and bool(_GROUP.match(text, right)))
    return sign in APOSTROPHES and is_word(text[left]) and is_word(text[right])


def _is_in_bracketed_word(text: str, at: int) -> bool:
    """Tell whether an offset is inside the bracketed beginning of a word, or right behind it."""
    first = max(0, at - _LONGEST_BEGINNING)
    around = text[first : at + _LONGEST_BEGINNING]
    if "[" not in around:
        return False
    return any(found.start() < at - first <= found.end() for found in _BEGINNING.finditer(around))


def _is_arabic(char: str) -> bool:
    return "\u0620" <= char <= "\u06ff"


def _is_possessive(text: str, at: int) -> bool:
    """Tell whether the apostrophe at this offset begins the ending of "Iraq’s"."""
    if text[at] not in APOSTROPHES or text[at + 1 : at + 2] not in ("s", "S"):
        return False
    return not is_word(text[at + 2 : at + 3]) and not splits_character(text, at + 2)
