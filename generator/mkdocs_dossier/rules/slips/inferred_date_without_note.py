"""The rule that an inferred date says how it is known."""

import re
from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.lexicon.calendar import WEEKDAYS, named_weekdays, states
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.dated import Dated, dated

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# Words that count a day from that of the article, and words that count from another time.
_RELATIVE_DAY = re.compile(
    r"\b(?:yesterday|today|tonight|last night|this (?:morning|afternoon|evening))\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"\b(?:(?:previous|same|following|next) day|(?:day|week|month|year)s? (?:ago|earlier|later)"
    r"|(?:last|this|previous) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)"
    rf"|(?:mid-?|(?:early|late|beginning of|end of) )(?:{_MONTHS}))\b",
    re.IGNORECASE,
)


def _find(context: Context) -> Iterator[Finding]:
    """Find dates that no passage states, without a note on how they are known.

    A reader who looks for "2 February" in the article finds "on Friday". The note closes that gap: it says
    what the date was inferred from. The rule reports a date with an open end, or one qualified by `?`, `~` or
    `%`. If the date itself is not stated, it also reports one whose weekday the passage or the quote names
    and, in English, one beside a passage with words such as "yesterday" or "late last month".

    Write the note into `when_note` or `said_note`: "Friday", in an article of Monday, 5 February 2024. A
    statement made `during` an event that has a date needs no note of its own, nor does one that is dated up
    to the day on which its source was published.
    """
    for record in dated(context):
        reason = None if record.is_explained else _inferred_from(record)
        if reason:
            yield Finding(
                record.place,
                f"{record.date.text} is inferred: {reason}.",
                f"Say in `{record.field}_note` how the date is known.",
            )


def _inferred_from(record: Dated) -> str | None:
    """Return why a date must have been inferred, for a sentence; None where it need not have been."""
    written = record.date
    if written.open_start or written.open_end or written.unknown_start or written.unknown_end:
        return "it has an open end"
    if written.is_qualified:
        return "it is marked as uncertain or approximate"
    words = (*record.passages, *record.quotes)
    if not (written.is_day or written.precision == "month"):
        return None
    if any(states(text, written, language) for text, language in words):
        return None
    weekdays = {number for text, language in words for number, _ in named_weekdays(text, language)}
    if written.weekday in weekdays:
        return f"the source says {WEEKDAYS[written.weekday or 0]}"
    phrase = _relative_phrase(record)
    return f"the source says “{phrase}”" if phrase else None


def _relative_phrase(record: Dated) -> str | None:
    """Find the words by which the date was counted from another one; English only.

    The vaguer ones count for events only: the passage of a statement may well tell of another time.
    """
    for text, language in record.passages:
        if language.partition("-")[0] != "en":
            continue
        found = _RELATIVE_DAY.search(text) if record.date.is_day else None
        found = found or (_RELATIVE.search(text) if record.is_event else None)
        if found:
            return found[0]
    return None


RULE = Rule(
    "inferred-date-without-note",
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
            when: 2024-01
            when_note: “Late last month”, in an article of 5 February 2024.
            evidence:
              - {source: news, passage: took place late last month}
        """,
        text="The attack took place late last month.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        events:
          attack:
            name: The attack
            kind: drone-attack
            when: 2024-01
            evidence:
              - {source: news, passage: took place late last month}
        """,
        text="The attack took place late last month.",
        line=7,
    ),
)
