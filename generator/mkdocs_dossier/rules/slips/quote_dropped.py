"""The rule that a quotation still stands in the newest version of its source."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find quotations that the newest version of their source has no more.

    Publishers change what they have published. A quotation that an older version has is shown, with the
    versions that have it and those that do not; but that it is gone may mean that it was wrong, or that
    somebody took it back, and readers should learn why.

    Look up what the newest version says instead. Where the publisher says why, put that into the `note` of
    that version; where the speaker took it back, add the statement that `corrects` this one. Then allow the
    warning for this record, with a word on what you found.
    """
    for checked in context.findings.quotations.values():
        if checked.is_dropped:
            name = "quote" if checked.quote else "passage"
            yield Finding(
                context.source_map.place(checked.owner, checked.way_to(name, 0)),
                f"The newest version of the source `{checked.source}` does not have these words any more.",
                "Look up what it says instead, and why; then allow this with a word on it.",
            )


_RECORDS = """
    sources:
      news:
        title: News
        texts:
          - {text: morning.txt, retrieved: 2024-02-05}
          - {text: news.txt, retrieved: 2024-02-06}
    events:
      strikes:
        name: The strikes
        kind: airstrike
        evidence:
          - {source: news, passage: strikes in Iraq}
    """
_MORNING = {"morning.txt": "The strikes in Iraq came on Friday."}

RULE = Rule(
    "quote-dropped",
    Level.WARNING,
    _find,
    passing=Example(_RECORDS, text="The strikes in Iraq came late on Friday.", others=_MORNING),
    failing=Example(_RECORDS, text="Nothing came on Friday.", others=_MORNING, line=12),
)
