"""The rule that dates agree with the weekdays that passages name."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.lexicon.calendar import WEEKDAYS, named_weekdays
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.dated import dated


def _find(context: Context) -> Iterator[Finding]:
    """Find dates that fall on another weekday than the one their passage names.

    Articles say "on Friday", and the date is counted from there: to be wrong by a week or a day is easy, and
    hard to see. The rule compares a statement's `said` with its `passage`, and an event's `when` with the
    passages of its `evidence`, in the language of the source. It is silent if any weekday that they name
    fits, and takes no date from "the Friday strikes" or "until Friday". Of a statement it takes the day of
    saying alone, as in "said on Friday that": a weekday of what was said ("said that they fled on Thursday")
    tells nothing of the day on which it was said. It knows the verbs of saying in English, French, German and
    Arabic, and is silent where it cannot tell.

    Count again from the date of the source. If the weekday is that of something else, leave those words out
    of the passage.
    """
    for record in dated(context):
        if record.date.weekday is None:
            continue
        named = [
            one
            for text, language in record.passages
            for one in named_weekdays(text, language, of_saying=not record.is_event)
        ]
        given = sorted({number for number, gives_date in named if gives_date})
        if given and all(number != record.date.weekday for number, _ in named):
            days = " and ".join(WEEKDAYS[number] for number in given)
            yield Finding(
                record.place,
                f"The passage names {days}, but {record.date.text} is a {WEEKDAYS[record.date.weekday]}.",
                "Count again from the date of the source; if that weekday is of something else, "
                "leave it out of the passage.",
            )


RULE = Rule(
    "weekday-mismatch",
    Level.WARNING,
    _find,
    passing=Example(
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
    failing=Example(
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
)
