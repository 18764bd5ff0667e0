"""List the spellings that a name is searched by: its own, without diacritics, and in Latin letters."""

import re
import unicodedata
from collections.abc import Iterable

from anyascii import anyascii

# The Arabic article, which is left out of a name as often as it is written.
_ARTICLE = re.compile(r"\bال(?=\w{2})")
# Letters that are typed for one another: alif with and without hamza, ya and alif maqsura, ta marbuta and ha.
_HAMZA_AND_ALIF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})


def spellings(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names with further spellings of each, each spelling once, in the order of the names."""
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
    """Return a name without diacritics and vowel signs, in any script: Basīm al-ʿAwādī → Basim al-Awadi."""
    parts = unicodedata.normalize("NFD", name)
    kept = "".join(char for char in parts if not unicodedata.combining(char) and char not in "ʿʾʼ‘’")
    return unicodedata.normalize("NFC", kept)


def _without_article(name: str) -> str:
    """Return an Arabic name without its articles, and with one form for letters typed for one another."""
    return _ARTICLE.sub("", _bare(name)).translate(_HAMZA_AND_ALIF)


def _latin(name: str) -> str:
    """Return a name in ASCII letters, as `anyascii` transliterates it."""
    return name if name.isascii() else anyascii(name)
