"""One form for what is typed in several: the same as `fold` in `assets/scripts/start.js`."""

import re

from mkdocs_dossier.text.folding import folded

_APOSTROPHES = re.compile("['’‘ʼʿʾ`]")
_ALIKE = str.maketrans({"ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"})
_DIGITS = re.compile("[٠-٩۰-۹]")


def as_typed(text: str) -> str:
    """Return a text without case, diacritics and apostrophes, with one form for letters that are confused."""
    plain = _APOSTROPHES.sub("", folded(text)).translate(_ALIKE)
    return _DIGITS.sub(lambda digit: str(ord(digit[0]) % 16), plain)
