"""The words of the sentence in which a quotation stands: those before it and those after it."""

import re
from dataclasses import dataclass

from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.slips.outside import Span, around_marks, outside, sentences
from mkdocs_dossier.text.folding import folded

_LOOKED_AT = 240
"""How many characters before and after a quotation are looked at."""

_BLANKS = re.compile(r"\s+")
_BEGINS = "|"
"""Stands where a sentence begins, which a capital shows."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """The words before and after a quotation in its sentence, up to the next quotation.

    They are in the form that the patterns of the lexicon are written for: folded, with one blank for each run
    of white space, and with a `|` where a sentence begins before the quotation.
    """

    before: str
    after: str


def introduced(text: SourceText, match: Match) -> Introduced:
    """Find the words around a quotation: around its quotation marks if it has some, else around itself."""
    start, end = around_marks(text, match)
    before = max(text.paragraph(start)[0], start - _LOOKED_AT), start
    after = end, min(text.paragraph(end - 1)[1], end + _LOOKED_AT)
    ahead = [one for part in outside(text, before) if part[1] == start for one in sentences(text, part)]
    behind = [one for part in outside(text, after) if part[0] == end for one in sentences(text, part)]
    # What begins with a capital behind a full stop is a sentence of its own.
    if "." in text.text[max(start, end - 2) : end] and text.text[slice(*after)].lstrip()[:1].isupper():
        behind = []
    words = _plain(text, ahead[-1]) if ahead else ""
    begins = _BEGINS if words[:1].isupper() or words[1:2].isupper() else ""
    return Introduced(
        begins + folded(words.lstrip() if begins else words).rstrip(),
        folded(_plain(text, behind[0])).rstrip() if behind else "",
    )


def _plain(text: SourceText, span: Span) -> str:
    return _BLANKS.sub(" ", text.text[slice(*span)]).replace("’", "'")
