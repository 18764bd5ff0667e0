"""The words of the sentence in which a quotation stands: those before it and those after it."""

import re
from dataclasses import dataclass

from mkdocs_dossier.quotes.edges import trimmed
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.slips.outside import Span, outside, quotation_at, sentences
from mkdocs_dossier.text.folding import folded

_LOOKED_AT = 240
"""How many characters before and after a quotation are looked at."""

_BLANKS = re.compile(r"\s+")
BEGINS = "|"
"""Stands where a sentence begins, in languages whose sentences begin with a capital."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """The words before and after a quotation in its sentence, up to the next quotation: where they stand."""

    before: Span
    after: Span


def introduced(text: SourceText, match: Match) -> Introduced:
    """Find the words around a quotation: around its quotation marks if it has some, else around itself."""
    first, last = trimmed(text.text, match.start, match.end)
    opening = quotation_at(text, first) or (match.start, match.end)
    closing = quotation_at(text, last - 1) or (match.start, match.end)
    start, end = min(opening[0], match.start), max(closing[1], match.end)
    before = max(text.paragraph(start)[0], start - _LOOKED_AT), start
    after = end, min(text.paragraph(end - 1)[1], end + _LOOKED_AT)
    ahead = [part for part in outside(text, before) if part[1] == start]
    behind = [part for part in outside(text, after) if part[0] == end]
    nearest = [one for part in ahead for one in sentences(text, part)]
    next_ones = [one for part in behind for one in sentences(text, part)]
    return Introduced(nearest[-1] if nearest else (start, start), next_ones[0] if next_ones else (end, end))


def plain(text: SourceText, span: Span) -> str:
    """Return a stretch in the form that the patterns of words are written for: folded, with plain signs."""
    words = _BLANKS.sub(" ", text.text[slice(*span)]).replace("’", "'")
    begins = BEGINS if words.lstrip()[:1].isupper() else ""
    # A blank before the words stays, to tell "said “…”" from what has no blank.
    return begins + folded(words.lstrip() if begins else words).rstrip()
