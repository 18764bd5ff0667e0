"""What is a letter of a word, what belongs to the character before it, and which apostrophes there are."""

import re
from unicodedata import category

_ZERO_WIDTH_JOINER = "\u200d"
_EXTENDERS = frozenset("\u200c\u200d\u0e33\u0eb3")  # joiners; the Thai and Lao vowel AM
_INVISIBLE = frozenset("\u00ad\u200c\u200d\u2060")  # soft hyphen, joiners, word joiner: inside a word

APOSTROPHES = frozenset("'’ʼ`´′")
"""What stands for an apostrophe: also the accents and the prime that keyboards offer in its place."""

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


def extends(char: str) -> bool:
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
    return 0 < at < len(text) and (extends(text[at]) or text[at - 1] == _ZERO_WIDTH_JOINER)


def is_word(char: str) -> bool:
    """Tell whether a character is a letter or digit of a script that puts spaces between its words."""
    return (char.isalpha() or char.isdecimal()) and char not in APOSTROPHES and not _UNSPACED.match(char)


def back(text: str, at: int) -> int:
    """Return the index of the last character before `at` that is neither a mark nor invisible, else -1."""
    at -= 1
    while at >= 0 and (text[at] in _INVISIBLE or extends(text[at])):
        at -= 1
    return at


def forward(text: str, at: int) -> int:
    """Return the index of the first character from `at` on that is not invisible, else the text's length."""
    while at < len(text) and text[at] in _INVISIBLE:
        at += 1
    return at


def word_before(text: str, at: int, most: int = 12) -> str:
    """Return the letters of a word before an offset, without marks; of a long word the last ones."""
    start = at
    while start > 0 and at - start < most and (is_word(text[start - 1]) or extends(text[start - 1])):
        start -= 1
    return bare(text[start:at])


def bare(word: str) -> str:
    """Return a word without its marks and joiners, as the vowel signs of Arabic."""
    return "".join(char for char in word if not extends(char) and char not in _INVISIBLE)
