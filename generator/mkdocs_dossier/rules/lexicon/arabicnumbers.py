"""Arabic number words, and how to write those of a text in digits."""

import re
from collections.abc import Iterator, Mapping

from mkdocs_dossier.text.folding import folded

_AND, _ARTICLE = "و", "ال"
_PROCLITICS = ("و", "ف", "ب", "ل", "ك")
_SHORTEST = 2
"""The least letters that stay of a word when what is written onto it is taken off."""

_HUNDRED, _TEN = 100, 10
_PIECE = re.compile(r"[^\W\d_]+|\d+|\s+|[^\w\s]+|_")

_SPELLED = {
    0: "صفر",
    1: "واحد واحدة احدى",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
    3: "ثلاثة ثلاث",
    4: "أربعة أربع",
    5: "خمسة خمس",
    6: "ستة ست",
    7: "سبعة سبع",
    8: "ثمانية ثماني ثمان ثمانيا",
    9: "تسعة تسع",
    10: "عشرة عشر",
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
    100: "مئة مائة",
    200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي",
    300: "ثلاثمئة ثلاثمائة",
    400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة",
    700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة ثمانيمئة",
    900: "تسعمئة تسعمائة",
    1000: "ألف آلاف",
    2000: "ألفان ألفين ألفا ألفي",
    10**6: "مليون ملايين",
    2 * 10**6: "مليونان مليونين مليوني مليونا",
    10**9: "مليار مليارات",
    2 * 10**9: "ملياران مليارين ملياري مليارا",
}
_NUMBERS: Mapping[str, int] = {
    folded(word): number for number, words in _SPELLED.items() for word in words.split()
}
_SIZES = frozenset({1000, 10**6, 10**9})
# «ألفا» is two thousand by itself, and a thousand after a number that counts it.
_SIZE_OF = {2 * size: size for size in _SIZES} | {size: size for size in _SIZES}


def bare_forms(word: str) -> Iterator[str]:
    """List a folded Arabic word in its forms: as it stands, and without what may be written before it."""
    yield word
    if word.startswith("لل"):
        yield word[2:]
    if word.startswith(_PROCLITICS) and len(word) > _SHORTEST:
        yield word[1:]
        word = word[1:] if word[1:].startswith(_ARTICLE) else word
    if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + _SHORTEST:
        yield word.removeprefix(_ARTICLE)


def _arabic_number(word: str) -> int | None:
    """Return the number that a folded word is, if it is one."""
    return next((_NUMBERS[form] for form in bare_forms(word) if form in _NUMBERS), None)


def in_arabic_digits(text: str) -> str:
    """Return a folded text with each number that is spelled in words in digits: «ستة عشر» is 16."""
    written: list[str] = []
    number = _Number()
    for piece in _PIECE.findall(text):
        value = _arabic_number(piece)
        if piece.isspace() and number.is_begun:
            number.gap += piece
        elif value is not None and number.continues(piece, value):
            number.add(value)
        else:
            written.append(number.ended())
            number = _Number()
            if value is None:
                written.append(piece)
            else:
                number.add(value)
    return "".join([*written, number.ended()])


class _Number:
    """A number as far as its words were read: whole thousands and more, and what stands below them."""

    def __init__(self) -> None:
        self.above, self.below, self.gap, self.is_begun = 0, 0, "", False

    def continues(self, word: str, value: int) -> bool:
        """Tell whether a word goes on with this number: a size, the ten of 13, or what is joined by "and"."""
        is_ten = value == _TEN and 0 < self.below < _TEN
        is_size = value in _SIZE_OF or (value == _HUNDRED and 0 < self.below < _TEN)
        is_joined = word.startswith(_AND) and _NUMBERS.get(word) is None
        return self.is_begun and (is_ten or (is_size and self.below > 0) or is_joined)

    def add(self, value: int) -> None:
        """Take up the number of one more word."""
        if value in _SIZE_OF and self.below:
            self.above, self.below = self.above + self.below * _SIZE_OF[value], 0
        elif value == _HUNDRED and 0 < self.below < _TEN:
            self.below *= value
        else:
            self.below += value
        self.gap, self.is_begun = "", True

    def ended(self) -> str:
        """Return what to write for it, with the blanks behind it."""
        return f"{self.above + self.below}{self.gap}" if self.is_begun else ""
