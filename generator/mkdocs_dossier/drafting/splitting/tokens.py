"""A text as words, signs and quotations; a quotation is one token, whatever stands in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mkdocs_dossier.drafting.splitting.token import Kind, Span, Token
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.quotes.sourcetext import SourceText

_LETTERS = r"(?:[^\W_][\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]*)+"
"""Letters and digits, with the signs that a text may set on them: the vowels of Arabic, a loose accent."""

_PIECE = re.compile(
    rf"(?P<word>(?:[^\W\d_]\.){{2,}}|[@#]?{_LETTERS}(?:(?:[-‐‑&/]|['’](?!s\b)){_LETTERS}|(?<=\d)[.,:](?=\d)\w+)*)"
    r"|(?P<owner>['’]s\b|(?<=s)['’](?=\s\w))|(?P<sign>[^\w\s])"
)
_AROUND = "".join(MARKS) + "` \t\n"
_DOUBLED = frozenset("'`")
"""What some papers write twice for one mark."""


def tokens(text: SourceText, span: Span) -> tuple[Token, ...]:
    """Return the tokens of a stretch of a text, in order."""
    return tuple(_tokens(text.text, span, text.quotations))


def _tokens(text: str, span: Span, quoted: Sequence[Span]) -> Iterator[Token]:
    at, end = span
    first = max(bisect_right(quoted, (at, at)) - 1, 0)
    for index in range(first, len(quoted)):
        if quoted[index][0] >= end:
            break
        # A quotation that runs over several paragraphs is cut to this one.
        start, stop = _with_doubled(text, max(quoted[index][0], at), min(quoted[index][1], end), span)
        if start >= stop:
            continue
        yield from _plain(text, at, start)
        yield Token(start, stop, text[start:stop], Kind.QUOTED, text[start:stop].strip(_AROUND))
        at = stop
    yield from _plain(text, at, end)


def _with_doubled(text: str, start: int, stop: int, span: Span) -> Span:
    """Take the second apostrophe to a quotation whose marks are two apostrophes each."""
    if start > span[0] and text[start] in _DOUBLED and text[start - 1] == text[start]:
        start -= 1
        # The first of them may be that of a quotation inside.
        most = min(stop + 2, span[1])
        while stop < most and text[stop - 1] == text[stop] == "'":
            stop += 1
    return start, stop


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _PIECE.finditer(text, start, end):
        kind = {"word": Kind.WORD, "owner": Kind.OWNER}.get(found.lastgroup or "", Kind.SIGN)
        yield Token(found.start(), found.end(), found[0], kind)
