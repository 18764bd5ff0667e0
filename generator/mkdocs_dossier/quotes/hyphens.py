"""Which hyphens and dashes belong to what follows: after a prefix that turns it, as a minus, in a range.

"combatants" stands in "non-combatants", "5" in "−5" and "15" in "10–15", yet nobody said these. A dash with
blanks around it, or a long one between words, is punctuation and belongs to nothing.
"""

from unicodedata import category

from mkdocs_dossier.quotes.letters import back, forward, is_word, word_before
from mkdocs_dossier.quotes.prefixes import TURNING, plain

# Hyphen-minus, hyphen, no-break hyphen, figure and en dash, minus, small and full-width forms, maqaf.
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d\u05be")
_MINUS = "\u2212"
_RANGES = _HYPHENS | frozenset("—―~∼〜～")
_BEFORE_A_MINUS = frozenset("([{\"'“‘„«‹=<>≤≥≈~±:/|")
_AFTER_A_NUMBER = frozenset("%٪‰°")
_LONGEST_PREFIX = 16


def parts_prefix(text: str, at: int) -> bool:
    """Tell whether a cut at this offset parts a word from a prefix that turns it, or from its hyphen."""
    return any(_ends_prefix(text, sign) for sign in (back(text, at), forward(text, at)))


def parts_number(text: str, at: int) -> bool:
    """Tell whether a cut at this offset parts a number from its minus, or goes through a range."""
    before, after = back(text, at), forward(text, at)
    return _is_minus(text, before) or _is_range(text, before) or _is_range(text, after)


def _ends_prefix(text: str, sign: int) -> bool:
    if not _is_one_of(_HYPHENS, text, sign):
        return False
    after = forward(text, sign + 1)
    if after >= len(text) or not is_word(text[after]):
        return False
    written = word_before(text, back(text, sign) + 1, _LONGEST_PREFIX)
    # "UN-led" is the United Nations; "UN-LED" may be either, and stays whole.
    is_acronym = written.isupper() and text[after].islower()
    return not is_acronym and plain(written) in TURNING


def _is_range(text: str, sign: int) -> bool:
    """Tell whether a sign stands between two numbers, each with its unit: `10–15`, `$5-$10`, `5%-10%`."""
    if not _is_one_of(_RANGES, text, sign):
        return False
    return _ends_number(text, back(text, sign)) and _begins_number(text, forward(text, sign + 1))


def _is_minus(text: str, sign: int) -> bool:
    """Tell whether a sign makes the number after it negative, and is no dash or hyphen after a word."""
    if not _is_one_of(_HYPHENS, text, sign) or not _begins_number(text, forward(text, sign + 1)):
        return False
    before = text[sign - 1] if sign else " "
    return text[sign] == _MINUS or before.isspace() or before in _BEFORE_A_MINUS


def _is_one_of(signs: frozenset[str], text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] in signs


def _ends_number(text: str, at: int) -> bool:
    if at > 0 and (text[at] in _AFTER_A_NUMBER or category(text[at]) == "Sc"):
        at -= 1
    return at >= 0 and text[at].isnumeric()


def _begins_number(text: str, at: int) -> bool:
    if at < len(text) and category(text[at]) == "Sc":
        at += 1
    return at < len(text) and text[at].isnumeric()
