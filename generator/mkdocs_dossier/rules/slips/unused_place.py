"""The rule that a place is tied to another record."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.unused import unused


def _find(context: Context) -> Iterator[Finding]:
    """Find places that nothing ties to another record.

    Nothing happened there, it is within no place and around none, and no source was written from there: its
    page would list nothing, and the map would show a spot for no reason.

    Name it in the `places` of an event, in the `within` of another place or in prose, write which place it is
    within, or remove it.
    """
    return unused(context, "places", "Name it where it belongs, write what it is within, or remove it.")


RULE = Rule(
    "unused-place",
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
        places:
          iraq: {name: Iraq, kind: country}
        """,
        line=2,
    ),
    looks_for_absence=True,
    spares_drafts=True,
)
