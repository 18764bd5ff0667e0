"""Rules on dates: that weekdays agree with them, and that an inferred one says how it is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Event, Statement
from mkdocs_dossier.problems import Location, Problem, warning
from mkdocs_dossier.rules.lexicon.calendar import states
from mkdocs_dossier.rules.lexicon.weekdays import NAMES, named_weekdays
from mkdocs_dossier.rules.rule import Context, Rule, example
from mkdocs_dossier.values.dates import EdtfDate

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_RELATIVE_DAY = re.compile(
    r"\b(?:yesterday|today|tonight|last night|this (?:morning|afternoon|evening))\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"\b(?:(?:previous|same|following|next) day|(?:day|week|month|year)s? (?:ago|earlier|later)"
    r"|(?:last|this|previous) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)"
    rf"|(?:mid-?|(?:early|late|beginning of|end of) )(?:{_MONTHS}))\b",
    re.IGNORECASE,
)

Passage = tuple[str, str]
"""Words of a source, and their language."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A record's date, with the passages that it may be known from and whether it says how it is."""

    field: str
    date: EdtfDate
    place: Location
    passages: tuple[Passage, ...]
    quotes: tuple[Passage, ...]
    is_explained: bool
    is_event: bool


def _dated(context: Context) -> Iterator[_Dated]:
    dossier = context.dossier
    for event in dossier.events.values():
        if event.when is not None:
            passages = tuple(_evidence(dossier, event))
            place = context.place("events", event.id, "when")
            yield _Dated("when", event.when, place, passages, (), event.when_note is not None, is_event=True)
    for statement in dossier.statements.values():
        if statement.said is not None:
            language = dossier.source_language(statement.source)
            passages = tuple((part, language) for part in statement.passage or ())
            quotes = tuple((part, dossier.language_of(statement)) for part in statement.quote or ())
            place = context.place("statements", statement.id, "said")
            explained = _is_explained(dossier, statement)
            yield _Dated("said", statement.said, place, passages, quotes, explained, is_event=False)


def _evidence(dossier: Dossier, event: Event) -> Iterator[Passage]:
    for evidence in event.evidence:
        if evidence.source in dossier.sources:
            language = dossier.source_language(evidence.source)
            yield from ((part, language) for part in evidence.passage)


def _is_explained(dossier: Dossier, statement: Statement) -> bool:
    """Tell whether a statement, or the event at which it was made, says how the date is known."""
    during = dossier.events.get(statement.during or "")
    return statement.said_note is not None or bool(during and (during.when or during.when_note))


def weekday_mismatch(context: Context) -> Iterator[Problem]:
    """Find dates that fall on another weekday than the one their passage names.

    Articles say "on Friday", and the date is counted from there: a slip of one week or one day is easily
    made and hard to see. The rule compares a statement's `said` with its `passage`, and an event's `when`
    with the passages of its `evidence`, in the language of the source. It is silent where any weekday that
    they name fits, and takes none from "the Friday strikes" or "until Friday".

    Count again from the date of the source. If the weekday is that of something else, leave those words out
    of the passage.
    """
    for dated in _dated(context):
        if dated.date.weekday is None:
            continue
        named = [named for text, language in dated.passages for named in named_weekdays(text, language)]
        given = sorted({number for number, gives_date in named if gives_date})
        if given and all(number != dated.date.weekday for number, _ in named):
            days = " and ".join(NAMES[number] for number in given)
            yield warning(
                dated.place,
                "weekday-mismatch",
                f"The passage names {days}, but {dated.date.text} is a {NAMES[dated.date.weekday]}.",
                "Count again from the date of the source; if that weekday is of something else, "
                "leave it out of the passage.",
            )


def inferred_date_without_note(context: Context) -> Iterator[Problem]:
    """Find dates that no passage states as they are written, without a note on how they are known.

    A reader who looks for "2 February" in the article finds "on Friday". The note closes that gap: it says
    from what the date was inferred. Dates that are reported: one with an open end, or qualified by `?`, `~`
    or `%`; one whose weekday the passage or the quote names; and, in English, one beside a passage with
    words such as "yesterday" or "late last month", each only where the date itself is not stated.

    Write it into `when_note` or `said_note`: "Friday", in an article of Monday, 5 February 2024. A statement
    made `during` an event that has a date needs none of its own.
    """
    for dated in _dated(context):
        reason = None if dated.is_explained else _inferred_from(dated)
        if reason:
            yield warning(
                dated.place,
                "inferred-date-without-note",
                f"{dated.date.text} is inferred: {reason}.",
                f"Say in `{dated.field}_note` how the date is known.",
            )


def _inferred_from(dated: _Dated) -> str | None:
    """Say why a date must be inferred; None where it need not be."""
    written = dated.date
    if written.open_start or written.open_end or written.unknown_start or written.unknown_end:
        return "it has an open end"
    if written.is_qualified:
        return "it is marked as uncertain or approximate"
    words = (*dated.passages, *dated.quotes)
    if not (written.is_day or written.precision == "month"):
        return None
    if any(states(text, written, language) for text, language in words):
        return None
    weekdays = {number for text, language in words for number, _ in named_weekdays(text, language)}
    if written.weekday in weekdays:
        return f"the source says {NAMES[written.weekday or 0]}"
    phrase = _relative_phrase(dated)
    return f"the source says “{phrase}”" if phrase else None


def _relative_phrase(dated: _Dated) -> str | None:
    """Find the words that count the date from another one; a statement's passage may well tell of others."""
    for text, language in dated.passages:
        if language.partition("-")[0] != "en":
            continue
        found = _RELATIVE_DAY.search(text) if dated.date.is_day else None
        found = found or (_RELATIVE.search(text) if dated.is_event else None)
        if found:
            return found[0]
    return None


RULES = (
    Rule(
        "weekday-mismatch",
        weekday_mismatch,
        passing=example(
            """
            sources:
              news: {title: News, text: news.txt}
            events:
              strikes:
                name: The strikes
                kind: airstrike
                when: 2024-02-02
                when_note: “Friday night”, in an article of Monday, 5 February 2024.
                evidence:
                  - {source: news, passage: on Friday night launched}
            """,
            text="Washington on Friday night launched a campaign of strikes.",
        ),
        failing=example(
            """
            sources:
              news: {title: News, text: news.txt}
            events:
              strikes:
                name: The strikes
                kind: airstrike
                when: 2024-02-03
                when_note: “Friday night”, in an article of Monday, 5 February 2024.
                evidence:
                  - {source: news, passage: on Friday night launched}
            """,
            text="Washington on Friday night launched a campaign of strikes.",
            line=7,
        ),
    ),
    Rule(
        "inferred-date-without-note",
        inferred_date_without_note,
        passing=example(
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
        failing=example(
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
    ),
)
