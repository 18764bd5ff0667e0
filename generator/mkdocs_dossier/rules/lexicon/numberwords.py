"""Write number words in digits, in the languages whose number words are known."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from mkdocs_dossier.rules.lexicon.arabicnumbers import bare_forms, in_arabic_digits
from mkdocs_dossier.text.folding import folded

_AT_ONCE = 500
"""How many words `text_to_num` is given at once: its time grows with the square of their number."""


def in_digits(text: str, language: str) -> str | None:
    """Return a text with its number words in digits; None where those of the language are not known."""
    if language == "ar":
        return in_arabic_digits(folded(text))
    # Loaded only where digits do not settle it. It comes without types.
    from text_to_num import alpha2digit  # type: ignore[import-untyped]  # noqa: PLC0415

    words = text.split()
    stretches = [" ".join(words[at : at + _AT_ONCE]) for at in range(0, len(words), _AT_ONCE)]
    try:
        return " ".join(str(alpha2digit(stretch, language, threshold=0)) for stretch in stretches)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def is_number(word: str, language: str) -> bool:
    """Tell whether a word is a number, in digits or spelled."""
    return any(map(str.isdecimal, in_digits(word, language) or word))


def looked_up(word: str, table: Mapping[str, int], language: str) -> int | None:
    """Return what a table of folded words says of a word, in whichever of its forms it knows it."""
    return next((table[form] for form in word_forms(word, language) if form in table), None)


def word_forms(word: str, language: str) -> Iterator[str]:
    """List a word folded, in Arabic also without what is written before it."""
    form = folded(word)
    return bare_forms(form) if language == "ar" else iter((form,))
