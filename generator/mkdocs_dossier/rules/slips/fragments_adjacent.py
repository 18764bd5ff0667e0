"""The rule that the fragments of a list do not stand side by side in the source."""

from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category

from mkdocs_dossier.findings.found import Fragment
from mkdocs_dossier.problems import Level
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.spoken import Spoken, spoken

_BETWEEN_AT_MOST = 10
"""More characters than these are no comma with blanks around it."""


def _find(context: Context) -> Iterator[Finding]:
    """Find fragments of a list that stand side by side in their source.

    Pages show `[…]` between two fragments. Where nothing is left out, that says of the source what is not so.
    Most often the list is none: in YAML, a comma cuts `[It is hard to guess, it is chaotic]` in two.

    Write the words as one text, without the square brackets; in quotation marks if a comma, a colon or a `#`
    stands in them.
    """
    for report in spoken(context):
        for name, fragments in (("quote", report.checked.quote), ("passage", report.checked.passage)):
            for index, (one, other) in enumerate(pairwise(fragments), 1):
                if _is_adjacent(report, one, other):
                    path = (*report.path, name, index)
                    yield Finding(
                        context.place("statements", report.statement.id, *path),
                        "These words follow right upon those of the fragment before: nothing is left out.",
                        "Write the two as one text, in quotation marks if it has a comma.",
                    )


def _is_adjacent(report: Spoken, one: Fragment, other: Fragment) -> bool:
    """Tell whether only blanks and punctuation, but no quotation mark, stand between two fragments."""
    if one.match is None or other.match is None:
        return False
    start, end = one.match.end, other.match.start
    if not 0 <= end - start <= _BETWEEN_AT_MOST:
        return False
    between = report.text.text[start:end]
    return all(char.isspace() or (category(char)[0] == "P" and char not in MARKS) for char in between)


RULE = Rule(
    "fragments-adjacent",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          roe: {name: Ana Roe, kind: person}
        claims:
          clear: {text: It is clear what happened.}
        statements:
          roe-doubts:
            speaker: roe
            source: news
            quote: "It is hard to guess, honestly it is very chaotic"
            positions: {clear: denies}
        """,
        text="“It is hard to guess, honestly it is very chaotic,” Ana Roe said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          roe: {name: Ana Roe, kind: person}
        claims:
          clear: {text: It is clear what happened.}
        statements:
          roe-doubts:
            speaker: roe
            source: news
            quote: [It is hard to guess, honestly it is very chaotic]
            positions: {clear: denies}
        """,
        text="“It is hard to guess, honestly it is very chaotic,” Ana Roe said.",
        line=11,
    ),
)
