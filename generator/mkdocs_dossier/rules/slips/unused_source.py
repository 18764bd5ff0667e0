"""The rule that a source is named by another record."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.unused import unused


def _find(context: Context) -> Iterator[Finding]:
    """Find sources that no other record names.

    Nothing is taken from such a source: it would be listed as if the dossier rested on it.

    Take statements or evidence from it, or remove it.
    """
    return unused(context, "sources", "Name it where it belongs, or remove it.")


RULE = Rule(
    "unused-source",
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
        sources:
          news: {title: News}
        """,
        line=2,
    ),
    looks_for_absence=True,
    spares_drafts=True,
)
