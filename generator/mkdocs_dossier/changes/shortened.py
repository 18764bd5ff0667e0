"""What was and what is there, as a sentence and a line of `changes.yaml` may have it."""

from unicodedata import category

from mkdocs_dossier.text.shortening import cut_words
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text

_SHORT = 160
"""How many characters of what was and is there a sentence has."""


def short(words: str | None) -> str | None:
    """Return words in one line, the first of many, as `changes.yaml` may have them; None for none."""
    if not words:
        return None
    line = cut_words(words, _SHORT)
    try:
        return parse_text(line)
    except InvalidValue:
        # A pair of characters that change the direction may have been cut in two.
        seen = "".join(one for one in line if category(one)[0] != "C")
        return " ".join(seen.split()) or None
