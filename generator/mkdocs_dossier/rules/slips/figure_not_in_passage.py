"""The rule that the number of a figure stands in its passage, in digits or in words."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.lexicon.numerals import NUMERALS
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.saidnumbers import Said, digits_in, said_in
from mkdocs_dossier.values.amounts import Amount

_COUNTED_ON_FINGERS = 10
"""Up to here, articles in many languages write numbers in words, and some languages have a form for two."""

_ROUND = 100
"""Multiples of it may be written as digits and a word: "2 million"."""

_MOST_UNSAID = 1
"""None and one are said by "no", "a", "the": the number itself need not stand there."""

_DUAL, _PLURAL = 2, "several"
"""What some languages, and what all, say by the form of a noun."""


def _find(context: Context) -> Iterator[Finding]:
    """Find figures whose number does not stand in their passage.

    Figures are compared with one another, and two that differ are shown as a conflict: a typing mistake would
    look like a conflict between sources. The rule looks for the number in digits of any script, with any
    separator, and in words if it knows the number words of the source's language (Arabic, German, English,
    Spanish, French, Italian, Dutch, Portuguese). In the first three and in French it also knows "a trio", "a
    dozen and a half", "half a million" and "two to three hundred", and takes "hundreds" for `hundreds` or
    `>=200`, and "several dozen" for `dozens` or `>=36`. In other languages it is silent if the passage has no
    digits, and for numbers up to ten and round ones.

    Correct the number, or lengthen the passage until the number stands in it. A number that the source gives
    in another way, or that was added up, is a case for an allowance.
    """
    for event in context.dossier.events.values():
        for index, figure in enumerate(event.figures):
            if figure.source not in context.dossier.sources:
                continue
            language = context.dossier.source_language(figure.source).partition("-")[0]
            if not _stands(figure.value, " ".join(figure.passage), language):
                yield Finding(
                    context.place("events", event.id, "figures", index, "value"),
                    f"The number of {figure.value.text} does not stand in the passage of this figure.",
                    "Correct the number, or quote the words that give it.",
                )


def _stands(value: Amount, passage: str, language: str) -> bool:
    """Tell whether an amount stands in a passage; true also where nobody can say."""
    wanted = set(value.numbers)
    if min(wanted, default=_MOST_UNSAID + 1) <= _MOST_UNSAID or wanted & set(digits_in(passage)):
        return True
    said = said_in(passage, language)
    if said is None or (value.word and language not in NUMERALS):
        round_or_small = any(number <= _COUNTED_ON_FINGERS or number % _ROUND == 0 for number in wanted)
        return bool(value.word) or round_or_small or not any(map(str.isdecimal, passage))
    return bool(wanted & said.numbers) or _is_crowd(value, said) or _needs_no_word(value, said, language)


def _is_crowd(value: Amount, said: Said) -> bool:
    """Tell whether an amount without an upper end is what a passage says without a number, as in "dozens"."""
    return value.high is None and any(least <= (value.low or 0) <= most for least, most in said.crowds)


def _needs_no_word(value: Amount, said: Said, language: str) -> bool:
    """Tell whether an amount may be said by the form of a noun: several by a plural, two by a dual."""
    if language == "ar":
        return _DUAL in value.numbers or not (said.numbers or said.crowds)
    return value.word == _PLURAL and not (said.numbers or said.crowds)


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
