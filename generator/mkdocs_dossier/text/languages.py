"""The direction that a language or a text is written in."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

Direction = Literal["ltr", "rtl"]

# ISO 15924 codes of the scripts whose letters are of bidi class R or AL, Unicode 16.
_RTL_SCRIPTS = frozenset(
    re.findall(
        r"\w+",
        "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero "
        "Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj "
        "Syrn Thaa Todr Yezi",
    )
)
_RTL_UNLISTED = frozenset({"pnb"})  # Western Punjabi, which CLDR gives no script

# The strong classes of the bidi algorithm (UAX #9), which are those of letters.
_LETTERS: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


@cache
def direction(tag: str) -> Direction:
    """Return the direction of a tag from `values.tags.parse_tag`: that of its script, written or likely."""
    language, *rest = tag.split("-")
    script = next((part for part in rest[:1] if len(part) == 4 and part.isalpha()), None)  # noqa: PLR2004
    region = next((part for part in rest[:2] if len(part) in (2, 3) and part.isupper()), None)
    script = script or _likely_script(language, region)
    return "rtl" if script in _RTL_SCRIPTS or (not script and language in _RTL_UNLISTED) else "ltr"


def _likely_script(language: str, region: str | None) -> str | None:
    """Look up the script that a language is mostly written in, in a region (CLDR, likely subtags)."""
    from babel.core import get_global  # noqa: PLC0415 - reads a file of CLDR's data

    likely = get_global("likely_subtags")
    full = (region and likely.get(f"{language}_{region}")) or likely.get(language)
    return full.split("_")[1] if full else None


@lru_cache(maxsize=8192)
def direction_of(text: str, among: Direction = "ltr") -> Direction:
    """Return the direction of a text that stands among text of the direction `among`.

    It is the other one where more than two thirds of the text's letters are: UAX #9 (rule P2) would go by the
    first letter alone, and turn a line of Arabic that opens with a Latin name. A text without letters, as a
    date or a number, is "ltr".
    """
    if text.isascii():
        return "ltr"
    found = [_LETTERS[kind] for kind in map(unicodedata.bidirectional, text) if kind in _LETTERS]
    if not found:
        return "ltr"
    other: Direction = "ltr" if among == "rtl" else "rtl"
    return other if 3 * found.count(other) > 2 * len(found) else among


@lru_cache(maxsize=8192)
def by_direction(text: str, among: Direction) -> tuple[tuple[str, Direction], ...]:
    """Split a text that runs in one direction into pieces of this and of the other one, in their order.

    A piece of the other direction goes from its first to its last letter. Isolated, it cannot draw what
    follows it to its other side, as it would in "باسم", 3 (UAX #9, rules W2 and N1).
    """
    if text.isascii() and among == "ltr":
        return ((text, among),)
    other: Direction = "ltr" if among == "rtl" else "rtl"
    # One letter for each character, "l" or "r", or a blank: what is found in it has the text's offsets.
    kinds = "".join(_LETTERS.get(unicodedata.bidirectional(character), " ")[0] for character in text)
    pieces: list[tuple[str, Direction]] = []
    at = 0
    for found in re.finditer(f"{other[0]}(?:[^{among[0]}]*{other[0]})?", kinds):
        pieces += [(text[at : found.start()], among), (text[found.start() : found.end()], other)]
        at = found.end()
    return tuple(piece for piece in [*pieces, (text[at:], among)] if piece[0])
