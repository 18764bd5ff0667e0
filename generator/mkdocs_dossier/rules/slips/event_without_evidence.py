"""The rule that an event has a passage that reports it."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find events without a passage that reports them.

    All that a dossier says rests on the words of a source. Without `evidence`, or a figure with its passage,
    readers cannot tell where the event comes from.

    Add the source to `evidence`, with the words that report the event, verbatim.
    """
    for identifier, event in context.dossier.events.items():
        if not event.evidence and not event.figures:
            yield Finding(
                context.place("events", identifier),
                f"The event `{identifier}` has no `evidence`.",
                "Add the source and the passage that report it.",
            )


RULE = Rule(
    "event-without-evidence",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        places:
          iraq: {name: Iraq, kind: country}
        events:
          strikes:
            name: The strikes
            kind: airstrike
            places: [iraq]
            evidence:
              - {source: news, passage: strikes in Iraq}
        """,
        text="The strikes in Iraq came on Friday.",
    ),
    failing=Example(
        """
        events:
          strikes:
            name: The strikes
            kind: airstrike
        """,
        line=2,
    ),
)
