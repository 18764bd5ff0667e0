"""Bring words of any script into a form in which they can be compared: without case and diacritics."""

import re
import unicodedata
from functools import lru_cache

# Diacritics of Latin, Greek and Cyrillic, the points of Hebrew, the vowel signs and the hamzas of Arabic,
# and the stroke that only lengthens an Arabic word. Signs of other scripts are letters in their own right.
_DIACRITICS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
# What stands between words: white space and punctuation of ASCII, Latin-1, Arabic, CJK and full width.
_BREAKS = re.compile(r"[\s!-/:-@\[-`{-~\u0080-©«-´¶-¹»-¿\u2000-\u206f،؛؟۔\u3000-\u303f\uff00-\uff0f]+")
_DOTS_OF_ACRONYM = re.compile(r"\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")
# Japanese and Korean mix these with Chinese characters within a word or a name.
_ONE_SCRIPT = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK"}
_UNSPACED = frozenset({"CJK", "THAI", "LAO", "TIBETAN", "MYANMAR", "KHMER"})


def folded(text: str) -> str:
    """Return a text without case and diacritics, and with one form for each letter (NFKD)."""
    if text.isascii():
        return text.lower()
    # NFKD leaves the dotless i of Turkish alone, but other languages write a Turkish name with i.
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return unicodedata.normalize("NFC", _DIACRITICS.sub("", decomposed))


def word_set(words: str) -> frozenset[str]:
    """Return the set of the words in a text, which has white space between them."""
    return frozenset(words.split())


def split(text: str) -> list[str]:
    """Return the words of a text in their order; an apostrophe or a hyphen separates two words too."""
    return [word for word in _BREAKS.split(text) if word]


def without_dots(text: str) -> str:
    """Return a text with the dots taken out of its acronyms: "U.S." is "US"."""
    return _DOTS_OF_ACRONYM.sub("", text)


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    """Return the script of a letter, the first word of its name in Unicode: "LATIN", "ARABIC", "CJK"."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return _ONE_SCRIPT.get(name, name)


def script(text: str) -> str:
    """Return the script of a text's first letter, as "LATIN"; empty where it has no letter."""
    return next((_script_of(letter) for letter in text if letter.isalpha()), "")


def is_unspaced(word: str) -> bool:
    """Tell whether a word's script puts no space between words, or writes particles onto them, as Korean."""
    return script(word) in _UNSPACED
