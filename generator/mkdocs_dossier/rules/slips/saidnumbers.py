"""Read which numbers a passage says, in digits or in words, and how many it says where it gives no number."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize, numeric

from mkdocs_dossier.rules.lexicon.numberwords import in_digits, is_number, looked_up
from mkdocs_dossier.rules.lexicon.numerals import ENDINGS, NUMERALS, Numerals
from mkdocs_dossier.rules.slips.crowds import Span, without_crowds
from mkdocs_dossier.text.folding import folded, word_set

# Digits with single separators between them; no number has more groups.
_DIGITS = re.compile(r"\d+(?:[ .,'’_\u00a0\u2009\u202f٬٫]\d+){0,6}")
_SIZES = tuple(map(Decimal, (12, 20, 100, 1000, 100_000, 10**6, 10**7, 10**9, 10**12)))
_WORD = re.compile(r"\w+")
_HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=[^\W\d]|\s)|(?<=[^\W\d])[-‐‑](?=\w)")
_VULGAR = re.compile(r"((?<=\d)\s?)?([¼-¾⅐-⅞])")
_ENDING = re.compile(
    rf"(?<=\d)(?: ?({'|'.join(ENDINGS['apart'])})|([{''.join(ENDINGS['joined'])}]))(?!\w)\.?"
)

_FRACTION = re.compile(r"([+*])(0\.\d+)")
# A stop is a piece, too: it keeps "a quarter" and "seven" apart in "by a quarter, seven people said".
_PIECE = re.compile(rf"{_FRACTION.pattern}|{_DIGITS.pattern}|[^\W\d_]+|[-‐-―]|[.,;:!?…،؛؟()“”„«»\"]")
_BETWEEN = word_set("to or and bis oder und a ou et الى او - ‐ ‑ ‒ – — ―")
"""What stands between the numbers of "two to three hundred", the first of which has no size of its own."""

_BOUNDLESS = Decimal(10**18)
"""No article counts to here, and `Decimal` divides no numbers of many more digits."""

_MOST_GROUPS = 3
"""How many groups of digits such a number may have, at most."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a passage says of how many: its numbers in each reading, and what it says without a number."""

    numbers: frozenset[Decimal]
    crowds: frozenset[Span]


def said_in(passage: str, language: str) -> Said | None:
    """Read what a passage says of how many; None where the number words of its language are not known."""
    numerals = NUMERALS.get(language, Numerals())
    text, crowds = without_crowds(_prepared(passage, numerals), language)
    spelled = in_digits(_with_counts(text, numerals, language), language)
    if spelled is None:
        return None
    spelled = folded(spelled)
    written = set(digits_in(passage))
    pieces = (found[0] for found in _PIECE.finditer(_with_fractions(spelled, numerals)))
    numbers = {*written, *_percentages(spelled, numerals), *_composed(pieces, written)}
    return Said(frozenset(numbers), frozenset(crowds))


def digits_in(text: str) -> Iterator[Decimal]:
    """List all numbers that the digits of a text may mean."""
    for found in _DIGITS.finditer(text):
        yield from _readings(_groups(found[0]))


def _groups(digits: str) -> list[str]:
    return "".join(str(int(sign)) if sign.isdecimal() else " " for sign in digits).split()


def _readings(groups: Sequence[str]) -> Iterator[Decimal]:
    """Read groups of digits in each way that they may be meant: 1,500 is 1500, or 1.5, or two numbers.

    "2 million" is 2 1000000 in digits, and read as the product.
    """
    *first, last = groups
    yield from map(Decimal, groups)
    if first:
        yield Decimal("".join(groups))
        yield Decimal(f"{''.join(first)}.{last}")
        if Decimal(last) in _SIZES:
            yield from (number * Decimal(last) for number in _readings(first))


def _prepared(passage: str, numerals: Numerals) -> str:
    """Return a passage in lower case, without hyphens in words, and with the sizes of 45k and 3bn in full."""
    text = _HYPHEN.sub(" ", normalize("NFC", passage).lower())
    sizes = {**ENDINGS["apart"], **ENDINGS["joined"]}
    text = text.replace("’s ", " ").replace("'s ", " ")
    text = _VULGAR.sub(lambda found: f" {'*' if found[1] is None else '+'}{numeric(found[2]):.4f} ", text)
    text = _ENDING.sub(lambda found: f" {sizes[found[1] or found[2]]}", text)
    for pattern, written in numerals.parted.items():
        text = re.sub(pattern, written, text)
    return text


def _with_counts(text: str, numerals: Numerals, language: str) -> str:
    """Write "a dozen" and "both" in digits; also sizes that are no number words, as in «deux milliers»."""
    known = {**numerals.crowds, **numerals.sizes, **numerals.counts}

    def written(found: re.Match[str]) -> str:
        number = looked_up(found[0], known, language)
        return found[0] if number is None or is_number(found[0], language) else str(number)

    return _WORD.sub(written, text)


def _percentages(spelled: str, numerals: Numerals) -> Iterator[Decimal]:
    """List the percentages that parts of a whole are: "two thirds" is 66 or 67."""
    for pattern, percentages in numerals.percents.items():
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", spelled):
            yield from map(Decimal, percentages.split())
    rate = rf"(?<![\d.,])(\d{{1,3}}) (?:{numerals.rate}) (\d{{1,3}})(?![\d.,])"
    for found in re.finditer(rate, spelled) if numerals.rate else ():
        part, whole = Decimal(found[1]), Decimal(found[2])
        if 0 < part < whole:
            yield (100 * part / whole).quantize(Decimal(1))


def _with_fractions(spelled: str, numerals: Numerals) -> str:
    """Write fractions in digits: "and a half" as +0.5 where it follows something, "half a" as *0.5."""
    text = spelled
    for sign, fractions in (("+", numerals.added), ("*", numerals.shares)):
        for pattern, fraction in fractions.items():
            text = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", f" {sign}{fraction} ", text)
    return text


def _composed(pieces: Iterable[str], written: Container[Decimal]) -> Iterator[Decimal]:
    """List the numbers of a text, those of digits together with a fraction or a size.

    What is `written` in digits may be a number by itself: "five 12-year-olds" are no five dozen.
    """
    for before, here, after in _threes(pieces):
        if found := _FRACTION.fullmatch(here):
            fraction = Decimal(found[2])
            yield from _added(before, fraction, after) if found[1] == "+" else _shares(fraction, after)
        elif here in _BETWEEN:
            yield from _sized(before, after)
        elif not (_FRACTION.fullmatch(before) or after.startswith("+")):
            yield from _whole(_groups(here), written)


def _whole(groups: Sequence[str], written: Container[Decimal]) -> Iterator[Decimal]:
    """Read groups of digits: "two dozen", 2 12, as the product alone."""
    *first, last = groups or [""]
    if first and Decimal(last) in _SIZES and Decimal(last) not in written:
        yield from (number * Decimal(last) for number in _readings(first))
    elif groups:
        yield from _readings(groups)


def _threes(pieces: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """List the pieces of a text, each with the one before and the one after it."""
    padded = ["", *pieces, ""]
    return zip(padded, padded[1:], padded[2:], strict=False)


def _added(before: str, fraction: Decimal, after: str) -> Iterator[Decimal]:
    """Read "2 and a half", "2 and a half thousand", "a dozen and a half", and "a year and a half"."""
    groups, following = _groups(before), Decimal(next(iter(_groups(after)), 0))
    for number in _readings(groups) if groups else (Decimal(1),):
        yield number + fraction
        if following in _SIZES:
            yield (number + fraction) * following
        # The largest: of 2 million, half a million.
        yield from [number + fraction * size for size in _sizes_of(number)][-1:]


def _shares(fraction: Decimal, after: str) -> Iterator[Decimal]:
    """Read "half a million"."""
    if groups := _groups(after):
        yield from (number * fraction for number in _readings(groups))


def _sized(before: str, after: str) -> Iterator[Decimal]:
    """Read the first number of "two to three hundred", which is smaller than the second in its size."""
    low, high = _groups(before)[:_MOST_GROUPS], _groups(after)[:_MOST_GROUPS]
    for number in _readings(high) if low and high else ():
        for size in _sizes_of(number):
            yield from (one * size for one in _readings(low) if one < number / size)


def _sizes_of(number: Decimal) -> list[Decimal]:
    """List the sizes that a number is counted in: 300 is 3 hundred, 15 twenties, and 25 dozen."""
    return [size for size in _SIZES if number % size == 0] if 0 < number < _BOUNDLESS else []
