"""Amounts as sources give them: a number, a bound, a span, "about" a number, or a word such as "dozens"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from difflib import get_close_matches

from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.invalid import InvalidValue, quoted

ABOUT = Decimal("0.25")
"""How far "about" reaches on either side, as a fraction of the number: `~30` spans 22.5 to 37.5.

It is a convention of this format, and wide on purpose: only a number outside the span is called a conflict.
"""

AT_LEAST = {
    mark("several"): 3,
    mark("dozens"): 24,
    mark("scores"): 40,
    mark("hundreds"): 200,
    mark("thousands"): 2_000,
    mark("tens of thousands"): 20_000,
    mark("millions"): 2_000_000,
}
"""The words that are an amount, each with the least number that it may mean: two of what it counts in.

A word bounds nothing from above: who writes "dozens" may not know whether they were hundreds.
"""

_NUMBER = r"[0-9]{1,15}(?:\.[0-9]{1,6})?"
_ONE = re.compile(rf"(?P<sign>>=|<=|>|<|~)?(?P<number>{_NUMBER})")
_RANGE = re.compile(rf"(?P<low>{_NUMBER})-(?P<high>{_NUMBER})")
_HINT = "write 85, >85, >=16, <40, <=40, 16-20, ~30 for about 30, or a word such as dozens"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, and the span of numbers that it leaves possible.

    `text` is what the author wrote. `low` and `high` are the ends of the span, None where it has none (no
    amount is below 0); where `low_open` or `high_open` is true, that end is itself not in the span. `numbers`
    are those that the author wrote, in their order; `word` is the word that the author wrote instead, as
    `AT_LEAST` spells it.
    """

    text: str
    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    about: bool
    numbers: tuple[Decimal, ...]
    word: str = ""

    @classmethod
    def parse(cls, text: str) -> "Amount":
        """Read `85`, `>85`, `>=16`, `<40`, `<=40`, `16-20`, `~30` or `dozens`. Raises `InvalidValue`."""
        value = text.strip()
        if (word := _spaced(value)) in AT_LEAST:
            return cls(value, Decimal(AT_LEAST[word]), None, False, False, False, (), word)
        if match := _ONE.fullmatch(value):
            return _one(value, match["sign"] or "", Decimal(match["number"]))
        if match := _RANGE.fullmatch(value):
            return _range(value, Decimal(match["low"]), Decimal(match["high"]))
        guess = _guess(value) or _guess_word(value)
        raise InvalidValue(f"is not an amount: {quoted(value)}", f"write it as {guess}" if guess else _HINT)

    @property
    def is_whole(self) -> bool:
        """Whether it is written in whole numbers: a count, of which there is none between 85 and 86."""
        return "." not in self.text

    def can_both_be_true(self, other: "Amount") -> bool:
        """Tell whether some number lies in both spans; a whole one, where both are counts."""
        whole = self.is_whole and other.is_whole
        (low, low_open), (high, high_open) = _common(self._span(whole), other._span(whole))
        if high is None:
            return True
        return low < high or (low == high and not (low_open or high_open))

    def _span(self, whole: bool) -> "_Span":
        """Return the span, which starts at 0 at least; that of a count has both ends closed.

        A closed end of a count is the next whole number inside: `>85` starts at 86.
        """
        low, high = self.low or Decimal(0), self.high
        if not whole:
            return (low, self.low_open), (high, self.high_open)
        low = low.to_integral_value(ROUND_CEILING) + self.low_open
        if high is not None:
            high = high.to_integral_value(ROUND_FLOOR) - self.high_open
        return (low, False), (high, False)


_Span = tuple[tuple[Decimal, bool], tuple[Decimal | None, bool]]
"""The low and the high end of a span, each with whether it is open; a high end of None is boundless."""


def _common(one: _Span, other: _Span) -> _Span:
    low = max(one[0], other[0])  # at the same number the open end, True, is the narrower
    # Turned round, so that `min` prefers the open end of two at one number.
    ends = [(end, not is_open) for end, is_open in (one[1], other[1]) if end is not None]
    if not ends:
        return low, (None, False)
    high, closed = min(ends)
    return low, (high, not closed)


def _one(text: str, sign: str, number: Decimal) -> Amount:
    low: Decimal | None = number
    high: Decimal | None = number
    if sign == "<" and not number:
        raise InvalidValue("is an amount below 0: “<0”", "write 0 if there was none")
    if sign == "~":
        low, high = number * (1 - ABOUT), number * (1 + ABOUT)
    elif sign.startswith(">"):
        high = None
    elif sign.startswith("<"):
        low = None
    return Amount(text, low, high, sign == ">", sign == "<", sign == "~", (number,))


def _range(text: str, low: Decimal, high: Decimal) -> Amount:
    if low > high:
        first, second = text.split("-")
        raise InvalidValue(f"ends below its start: {quoted(text)}", f"write it as {second}-{first}")
    return Amount(text, low, high, False, False, False, (low, high))


# In this order, since each relies on what was replaced before it: first white space, then the separators of
# thousands and decimals (among them those of Arabic, U+066C and U+066B), then words, spans and signs.
_REPLACED = [
    (r"\s+", " "),
    (r"(?<=[0-9])[ ,.'’_\u066c](?=[0-9]{3}(?![0-9]))", ""),
    (r"(?<=[0-9])[,\u066b](?=[0-9])", "."),
    (r"(?i)\b(at least|no fewer than|no less than|minimum of)\s*", ">="),
    (r"(?i)\b(at most|up to|no more than|maximum of)\s*", "<="),
    (r"(?i)\b(more than|over|greater than)\s*", ">"),
    (r"(?i)\b(fewer than|less than|under|below)\s*", "<"),
    (r"(?i)\b(about|around|approximately|approx\.?|circa|some|roughly|ca?\.)\s*", "~"),
    (r"^(?:between )?(\S+) ?(?:[–—‒−]|\bto\b|\band\b|\.\.|/) ?(\S+)$", r"\1-\2"),
    ("≥|⩾|=>", ">="),
    ("≤|⩽|=<", "<="),
    ("[≈≃∼≅]", "~"),
    (r"^([0-9.]+) ?\+$", r">=\1"),
    (" ", ""),
]


_LONGEST = len("between 1,000,000,000 and 1,000,000,000")  # of what a guess is made

# What may stand before and after a word of amount, and says no more than it.
_BEFORE_WORD = re.compile(
    r"^(?:[<>=≥≤~≈]+|(?:at least|more than|over|about|around|some|many|several|nearly|almost|up to)\b)\s*"
)
_AFTER_WORD = re.compile(r"\s*(?:\+|\bof\b(?! thousand).*)$")
_ALIKE = 0.8
"""How like a word of amount something must be to be taken for it, by difflib's ratio."""


def _guess(value: str) -> str | None:
    """Return what the author may have meant, in the format's notation; None where nobody can tell."""
    if len(value) > _LONGEST:
        return None
    guess = "".join(_ascii_digits(value))
    for pattern, replacement in _REPLACED:
        guess = re.sub(pattern, replacement, guess)
    if match := _RANGE.fullmatch(guess):
        return guess if Decimal(match["low"]) <= Decimal(match["high"]) else None
    # `<0` would only be refused in its turn.
    return guess if _ONE.fullmatch(guess) and guess.strip("0.") != "<" else None


def _guess_word(value: str) -> str | None:
    """Return the word that the author may have meant; None for what says a number, as "a dozen" does."""
    if len(value) > _LONGEST:
        return None
    bare = _AFTER_WORD.sub("", _BEFORE_WORD.sub("", _spaced(value)))
    # All the words are plurals but one.
    is_plural = any(word.endswith("s") or word.startswith("sev") for word in bare.split())
    return next(iter(get_close_matches(bare, AT_LEAST, 1, _ALIKE)), None) if is_plural else None


def _spaced(value: str) -> str:
    """Return a word in the form in which it is known: in lower case, with single blanks."""
    return " ".join(value.casefold().split())


def _ascii_digits(value: str) -> Iterator[str]:
    for character in value:
        yield str(int(character)) if character.isdecimal() else character
