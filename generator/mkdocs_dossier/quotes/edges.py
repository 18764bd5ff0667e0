"""Where a quotation may begin and end: never inside a character, a word or a number.

"form" stands in "informed", "did" in "didn’t" and "500" in "1,500", yet nobody said these. In scripts that
put no space between words, any character may be the first or the last; only numbers are kept whole there.
"""

import re
from unicodedata import category

_ZERO_WIDTH_JOINER = "\u200d"
_EXTENDERS = frozenset("\u200c\u200d\u0e33\u0eb3")  # joiners; the Thai and Lao vowel AM
_INVISIBLE = frozenset("\u00ad\u200c\u200d\u2060")  # soft hyphen, joiners, word joiner: inside a word
_APOSTROPHES = frozenset("'’ʼ")
_POINTS = frozenset(".,٫٬'’")  # in a number: separators of decimals and thousands, as in 1’500 in Switzerland
_GROUPING_SPACES = frozenset("\u00a0\u2009\u202f")
_GROUP = re.compile(r"\d{3}(?!\d)")

UNSPACED = (
    "\u0e00-\u0fff"  # Thai, Lao, Tibetan
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Myanmar
    "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"  # Hangul: spaced, but particles are written onto the word
    "\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9df\uaa80-\uaadf"  # Khmer, Tai, Bali, Java
    "\u2e80-\ua4cf\uf900-\ufaff\uff66-\uffdc"  # Han, kana, bopomofo, Yi
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""The scripts whose words no space separates, as the inside of a regular expression's character class."""

_UNSPACED = re.compile(f"[{UNSPACED}]")

_PROCLITICS = re.compile("[وف]?(?:[بلك]?(?:ال)?|لل)")
"""What Arabic writes onto the word that follows: conjunctions, prepositions, the article."""

_ELISIONS = re.compile("[cdjlmst]|(?:jus|lors|puis|quoi)?qu|(?:a|da|de|ne|su|co|que)ll|quest|un")
"""What French and Italian write before an apostrophe that is a word by itself; not `n’`, which denies."""


def _extends(char: str) -> bool:
    """Tell whether a character belongs to the one before it: a mark, a joiner, a Hangul vowel or final.

    These are the extending characters of grapheme clusters (UAX #29), without the tags of emoji flags.
    """
    # Nothing below the soft hyphen extends anything: most characters are settled here.
    if char < "\u00ad":
        return False
    return (
        category(char)[0] == "M"
        or char in _EXTENDERS
        or "\u1160" <= char <= "\u11ff"  # conjoining Hangul vowels and finals
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def splits_character(text: str, at: int) -> bool:
    """Tell whether a cut at this offset would go through what readers see as one character."""
    return 0 < at < len(text) and (_extends(text[at]) or text[at - 1] == _ZERO_WIDTH_JOINER)


def may_start(text: str, at: int) -> bool:
    """Tell whether a quotation may begin at this offset."""
    if splits_character(text, at):
        return False
    before, after = _back(text, at), _forward(text, at)
    if not _joined(text, before, after):
        return True
    if text[before] in _APOSTROPHES:
        return _ELISIONS.fullmatch(_word_before(text, before).lower()) is not None
    return _is_arabic(text[before]) and bool(_PROCLITICS.fullmatch(_word_before(text, before + 1)))


def may_end(text: str, at: int) -> bool:
    """Tell whether a quotation may end at this offset (exclusive)."""
    if splits_character(text, at):
        return False
    before, after = _back(text, at), _forward(text, at)
    return not _joined(text, before, after) or _is_possessive(text, after)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a span to its first and last letter or digit; return it as it is where it has none."""
    left, right = start, end
    while left < right and not text[left].isalnum():
        left += 1
    while right > left and not (text[right - 1].isalnum() or _extends(text[right - 1])):
        right -= 1
    return (left, right) if left < right else (start, end)


def _back(text: str, at: int) -> int:
    """Return the index of the last character before `at` that is neither a mark nor invisible, else -1."""
    at -= 1
    while at >= 0 and (text[at] in _INVISIBLE or _extends(text[at])):
        at -= 1
    return at


def _forward(text: str, at: int) -> int:
    """Return the index of the first character from `at` on that is not invisible, else the text's length."""
    while at < len(text) and text[at] in _INVISIBLE:
        at += 1
    return at


def _joined(text: str, before: int, after: int) -> bool:
    """Tell whether two neighbouring characters, given by their indices, are of one word or one number."""
    if before < 0 or after >= len(text):
        return False
    left, right = text[before], text[after]
    if (is_word(left) and is_word(right)) or (left.isnumeric() and right.isnumeric()):
        return True
    if right in _APOSTROPHES or right in _POINTS or right in _GROUPING_SPACES:
        return _bridges(text, after)
    return (left in _APOSTROPHES or left in _POINTS or left in _GROUPING_SPACES) and _bridges(text, before)


def _bridges(text: str, at: int) -> bool:
    """Tell whether an apostrophe, point or space stands inside a word or a number: `n’t`, `1,500`."""
    left, right = _back(text, at), _forward(text, at + 1)
    if left < 0 or right >= len(text):
        return False
    sign = text[at]
    if text[left].isdecimal() and text[right].isdecimal():
        # A thin or no-break space groups digits only before exactly three: "1 500".
        return sign in _POINTS or (sign in _GROUPING_SPACES and bool(_GROUP.match(text, right)))
    return sign in _APOSTROPHES and is_word(text[left]) and is_word(text[right])


def is_word(char: str) -> bool:
    """Tell whether a character is a letter or digit of a script that puts spaces between its words."""
    return (char.isalpha() or char.isdecimal()) and char not in _APOSTROPHES and not _UNSPACED.match(char)


def _is_arabic(char: str) -> bool:
    return "\u0620" <= char <= "\u06ff"


def _is_possessive(text: str, at: int) -> bool:
    """Tell whether the apostrophe at this offset begins the ending of "Iraq’s"."""
    if text[at] not in _APOSTROPHES or text[at + 1 : at + 2] not in ("s", "S"):
        return False
    return not is_word(text[at + 2 : at + 3]) and not splits_character(text, at + 2)


def _word_before(text: str, at: int) -> str:
    """Return the letters of a word before an offset, without marks: 12 at most, more than any clitic has."""
    start = at
    while start > 0 and at - start < 12 and (is_word(text[start - 1]) or _extends(text[start - 1])):  # noqa: PLR2004
        start -= 1
    return "".join(char for char in text[start:at] if not _extends(char))
