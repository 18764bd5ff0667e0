"""The spellings that a name is searched by: in every script, with and without diacritics, in Latin."""

import re
import unicodedata
from collections.abc import Iterable

from anyascii import anyascii

# What is written at the front of a name in Arabic script and left out as often: the article.
_ARTICLE = re.compile(r"\bال(?=\w{2})")
_HAMZA_AND_ALIF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})


def spellings(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names and the further spellings of each, without repetition, in a fixed order."""
    found: dict[str, None] = {}
    for name in names:
        latin = _latin(name)
        # Some write the sign that stands for a soft or a glottal sound as an apostrophe, some leave it out.
        for spelling in (name, _bare(name), _without_article(name), latin, latin.replace("'", "")):
            folded = " ".join(spelling.split())
            if folded:
                found.setdefault(folded)
    return tuple(found)


def _bare(name: str) -> str:
    """Leave out diacritics: Basīm al-ʿAwādī → Basim al-Awadi; vowel signs of Arabic and Hebrew too."""
    parts = unicodedata.normalize("NFD", name)
    kept = "".join(char for char in parts if not unicodedata.combining(char) and char not in "ʿʾʼ‘’")
    return unicodedata.normalize("NFC", kept)


def _without_article(name: str) -> str:
    """Write an Arabic name without its articles and with the plain forms of its letters."""
    return _ARTICLE.sub("", _bare(name)).translate(_HAMZA_AND_ALIF)


def _latin(name: str) -> str:
    """Transliterate a name that is not in Latin script, as `anyascii` does."""
    return name if name.isascii() else anyascii(name)
