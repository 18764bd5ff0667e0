"""Words in a form in which they can be compared: without case and diacritics, in any script."""

import re
import unicodedata
from functools import lru_cache

# Diacritics of Latin, Greek and Cyrillic, the points of Hebrew, the vowel signs and the hamzas of Arabic,
# and the stroke that only lengthens an Arabic word. Signs of other scripts are letters in their own right.
_DIACRITICS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_BREAKS = re.compile(r"[\s!-/:-@\[-`{-~\u0080-©«-´¶-¹»-¿\u2000-\u206f،؛؟۔\u3000-\u303f\uff00-\uff0f]+")
_DOTS_OF_ACRONYM = re.compile(r"\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")
_ONE_SCRIPT = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK"}
_UNSPACED = frozenset({"CJK", "THAI", "LAO", "TIBETAN", "MYANMAR", "KHMER"})


def folded(text: str) -> str:
    """Return a text without case and diacritics."""
    if text.isascii():
        return text.lower()
    # The dotless i of Turkish is no i with something beside it, but stands for one in other languages.
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return unicodedata.normalize("NFC", _DIACRITICS.sub("", decomposed))


def word_set(words: str) -> frozenset[str]:
    """Make a set of words that are written with spaces between them."""
    return frozenset(words.split())


def split(text: str) -> list[str]:
    """Return the words of a text; those that an apostrophe or a hyphen joins apart."""
    return [word for word in _BREAKS.split(text) if word]


def without_dots(text: str) -> str:
    """Take the dots out of acronyms: "U.S." is "US"."""
    return _DOTS_OF_ACRONYM.sub("", text)


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    """Name the script of a letter, by its name in Unicode; those that are written mixed are one."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return _ONE_SCRIPT.get(name, name)


def script(text: str) -> str:
    """Name the script of a text's first letter; empty where it has none."""
    return next((_script_of(letter) for letter in text if letter.isalpha()), "")


def is_unspaced(word: str) -> bool:
    """Tell whether a word is of a script that puts no space between words, or writes particles onto them."""
    return script(word) in _UNSPACED
