"""Find where a passage says how many without a number: "hundreds", "several dozen", "tens of thousands"."""

import re
from collections.abc import Mapping, Sequence

from mkdocs_dossier.rules.lexicon.numberwords import is_number, looked_up, word_forms
from mkdocs_dossier.rules.lexicon.numerals import NUMERALS, Numerals

Span = tuple[int, int]
"""The least numbers that a word may be read as: who writes ">=100" or ">=200" for "hundreds" is right."""

_WORD = re.compile(r"\w+")
_FURTHER = 2
"""How many sizes may follow one another: "tens of thousands of millions"."""

_TEN, _LOOSE = 10, 4
"""Tens are said of any number of two digits, and stand in translations for dozens and for scores."""


def without_crowds(text: str, language: str) -> tuple[str, set[Span]]:
    """Take the words that say how many without a number out of a text; return it, and what they may mean."""
    words = _WORD.findall(text)
    numerals = NUMERALS.get(language, Numerals())
    spans: set[Span] = set()
    taken: set[int] = set()
    for at in range(len(words)):
        if at in taken:
            continue
        end, span = _crowd(words, at, numerals, language)
        if span:
            spans.add(span)
            taken.update(range(at, end))
    order = iter(range(len(words)))
    return _WORD.sub(lambda word: "…" if next(order) in taken else word[0], text), spans


def _crowd(words: Sequence[str], at: int, numerals: Numerals, language: str) -> tuple[int, Span | None]:
    """Return where a word of crowds at a place ends, with what follows it, and what it may mean."""
    known = {**numerals.sizes, **numerals.crowds}
    few = _is_in(words, at, numerals.several, language)
    end, size = _next(words, at + 1, known, numerals, language) if few else (at + 1, None)
    if few and size is None:
        # Not taken out: in some languages the word for a few is also that for a pair.
        return at, (2, 3)
    size = size or looked_up(words[at], numerals.crowds, language)
    if size is None or (not few and at and _counts(words[at - 1], numerals, language)):
        return at, None
    most = _LOOSE if size == _TEN else 3 if few else 2
    for _ in range(_FURTHER):
        after, further = _next(words, end, known, numerals, language)
        if further is None:
            break
        end, size = after, size * further
    return end, (size, most * size)


def _counts(word: str, numerals: Numerals, language: str) -> bool:
    """Tell whether a word before a size says how many of it there are: "two", "a dozen", "half"."""
    known = numerals.fractions.union(numerals.counts)
    return is_number(word, language) or any(form in known for form in word_forms(word, language))


def _next(
    words: Sequence[str], at: int, known: Mapping[str, int], numerals: Numerals, language: str
) -> tuple[int, int | None]:
    """Return the end and the number of a size at a place, or behind a word that joins it; None if none is."""
    at += _is_in(words, at, numerals.joins, language)
    return at + 1, looked_up(words[at], known, language) if at < len(words) else None


def _is_in(words: Sequence[str], at: int, known: frozenset[str], language: str) -> bool:
    return at < len(words) and any(form in known for form in word_forms(words[at], language))
