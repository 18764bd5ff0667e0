"""The rule that the number of a figure stands in its passage, in digits or in words."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mkdocs_dossier.model.recordparts import Figure
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule

_COUNTED_ON_FINGERS = 10
"""Up to here, articles in many languages write numbers in words, and some languages have a form for two."""

_ROUND = 100
"""Multiples of it may be written as digits and a word: "2 million"."""

_UNSAID = 1
"""None and one are said by "no", "a", "the": the number itself need not stand there."""

# Digits with single separators between them; no number has more groups.
_DIGITS = re.compile(r"\d+(?:[ .,'’_\u00a0\u2009\u202f٬٫]\d+){0,6}")
_SIZES = frozenset(map(Decimal, (12, 20, 100, 10**3, 10**6, 10**9, 10**12)))

# Words that stand for a number but are no number words. In digits, "two dozen" is "2 12".
_COLLECTIVES = {
    "en": {"both": "2", "couple": "2", "pair": "2", "dozen": "12", "score": "20"},
    "fr": {
        "dizaine": "10",
        "douzaine": "12",
        "quinzaine": "15",
        "vingtaine": "20",
        "trentaine": "30",
        "quarantaine": "40",
        "cinquantaine": "50",
        "soixantaine": "60",
        "centaine": "100",
        "millier": "1000",
    },
}
_WORD = re.compile(r"\w+")

_AT_ONCE = 500
"""How many words `text_to_num` is given at once: its time grows with the square of their number."""


def _find(context: Context) -> Iterator[Finding]:
    """Find figures whose number does not stand in their passage.

    Figures are compared with one another, and two that differ are shown as a conflict: a typing mistake would
    look like a conflict between sources. The rule looks for the number in digits of any script, with any
    separator, and in words if it knows the number words of the source's language (German, English, Spanish,
    French, Italian, Dutch, Portuguese). In other languages it is silent if the passage has no digits, and for
    numbers up to ten and round ones.

    Correct the number, or lengthen the passage until the number stands in it. A number that the source gives
    in another way ("both brothers"), or that was added up, is a case for an allowance.
    """
    for event in context.dossier.events.values():
        for index, figure in enumerate(event.figures):
            if figure.source not in context.dossier.sources:
                continue
            language = context.dossier.source_language(figure.source).partition("-")[0]
            if not _stands(figure, " ".join(figure.passage), language):
                yield Finding(
                    context.place("events", event.id, "figures", index, "value"),
                    f"The number of {figure.value.text} does not stand in the passage of this figure.",
                    "Correct the number, or quote the words that give it.",
                )


def _stands(figure: Figure, passage: str, language: str) -> bool:
    """Tell whether one of a figure's numbers stands in a passage; true also where nobody can say."""
    wanted = set(figure.value.numbers)
    if min(wanted) <= _UNSAID or wanted & set(_numbers(passage)):
        return True
    spelled = _in_digits(passage, language)
    if spelled is None:
        may_be_in_words = any(number <= _COUNTED_ON_FINGERS or number % _ROUND == 0 for number in wanted)
        return may_be_in_words or not any(map(str.isdecimal, passage))
    return bool(wanted & set(_numbers(spelled)))


def _in_digits(passage: str, language: str) -> str | None:
    """Return a passage with its number words in digits; None where those of the language are not known."""
    # Loaded only where digits do not settle it. It comes without types.
    from text_to_num import alpha2digit  # type: ignore[import-untyped]  # noqa: PLC0415

    collectives = _COLLECTIVES.get(language, {})
    words = _WORD.sub(lambda word: collectives.get(word[0].lower(), word[0]), passage).split()
    stretches = [" ".join(words[at : at + _AT_ONCE]) for at in range(0, len(words), _AT_ONCE)]
    try:
        return " ".join(str(alpha2digit(stretch, language, threshold=0)) for stretch in stretches)
    except ValueError:
        return None


def _numbers(text: str) -> Iterator[Decimal]:
    """List all numbers that the digits of a text may mean."""
    for found in _DIGITS.finditer(text):
        ascii_digits = "".join(str(int(sign)) if sign.isdecimal() else " " for sign in found[0])
        yield from _readings(ascii_digits.split())


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


RULE = Rule(
    "figure-not-in-passage",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        events:
          attack:
            name: The attack
            kind: drone-attack
            figures:
              - {measure: killed, value: 3, source: news, passage: three soldiers were killed}
            evidence:
              - {source: news, passage: the attack}
        """,
        text="In the attack three soldiers were killed.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        events:
          attack:
            name: The attack
            kind: drone-attack
            figures:
              - {measure: killed, value: 30, source: news, passage: three soldiers were killed}
            evidence:
              - {source: news, passage: the attack}
        """,
        text="In the attack three soldiers were killed.",
        line=8,
    ),
)
