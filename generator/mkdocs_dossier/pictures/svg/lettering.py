"""Estimates how much room text takes: without a font, since nobody knows which one the reader has."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_SIZE = 12.0
"""The size of a picture's ordinary text in pixels, as in `pictures.css`."""

# Widths of characters in the sans-serif fonts of common systems, as shares of the font size; rounded up.
_NARROW, _SMALL, _USUAL, _CAPITAL, _BROAD, _FULL = 0.3, 0.4, 0.56, 0.69, 0.88, 1.0
_WIDTHS = {
    **dict.fromkeys("ijl.,:;'|!’‘ıİI·", _NARROW),
    **dict.fromkeys('frt()[]-/ “”"*', _SMALL),
    **dict.fromkeys("mwMW@%—…&", _BROAD),
}
# For upper bounds, the widths of DejaVu Sans, the widest font in common use: the factor to the widths
# above, the box that it shows for a character it lacks, and the longest Arabic ligature (a whole phrase in
# one character).
_AMPLE, _BOX, _LONG = 1.15, 0.72, 3.0
_FIRST_OF_OTHERS, _FIRST_ARABIC, _LAST_ARABIC = "\u0530", "\u0590", "\u08ff"
_LIGATURES = ("\ufdf0", "\ufdff")
_ELLIPSIS = "…"


@lru_cache(maxsize=8192)
def width(words: str, size: float = _SIZE) -> float:
    """Estimate the width of a line of text, in pixels."""
    return size * sum(map(_width, words))


@lru_cache(maxsize=1024)
def _width(character: str) -> float:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return _FULL
    return _CAPITAL if character.isupper() else _USUAL


@lru_cache(maxsize=8192)
def ample(words: str, size: float = _SIZE) -> float:
    """Return an upper bound of a line's width, in pixels: its width in the widest font in common use."""
    return size * sum(map(_ample, words))


@lru_cache(maxsize=1024)
def _ample(character: str) -> float:
    """Return an upper bound of a character's width; it shows as a box where no font has its script."""
    usual = _AMPLE * _width(character)
    if character < _FIRST_OF_OTHERS or _FIRST_ARABIC <= character <= _LAST_ARABIC:
        return usual
    if _LIGATURES[0] <= character <= _LIGATURES[1]:
        return _LONG
    if unicodedata.category(character) in ("Cf", "Zs"):
        return usual
    return max(usual, _BOX)


@lru_cache(maxsize=8192)
def shortened(words: str, room: float, size: float = _SIZE) -> str:
    """Shorten a line to fit `room` pixels, at a word if that loses little; return "" if nothing fits."""
    if width(words, size) <= room:
        return words
    left = room - width(_ELLIPSIS, size)
    kept = 0
    for character in words:
        left -= size * _width(character)
        if left < 0:
            break
        kept += 1
    cut = words[:kept]
    at_word = cut.rpartition(" ")[0]
    cut = at_word if len(at_word) > 0.7 * len(cut) else cut
    return f"{cut.rstrip(' ,;:.-–—')}{_ELLIPSIS}" if len(cut) > 1 else ""


@lru_cache(maxsize=8192)
def folded(words: str, room: float, size: float = _SIZE) -> tuple[str, ...]:
    """Break a line that does not fit `room` pixels into two, and shorten the second; return the lines."""
    if width(words, size) <= room:
        return (words,)
    first, rest = "", words
    while (cut := rest.find(" ")) > 0 and width(f"{first} {rest[:cut]}".strip(), size) <= room:
        first, rest = f"{first} {rest[:cut]}".strip(), rest[cut + 1 :]
    return (first, shortened(rest, room, size)) if first else (shortened(words, room, size),)


def written(words: str, size: float, narrow: float, wide: float) -> Iterator[tuple[str, str]]:
    """Shorten a line for narrow screens and for wide ones, to so many pixels.

    Yields texts, each with the class (a blank before it) that shows it there; one text with "" if it serves
    both.
    """
    short, long = shortened(words, narrow, size), shortened(words, wide, size)
    if short == long:
        yield short, ""
    else:
        yield short, " d-narrow"
        yield long, " d-wide"
