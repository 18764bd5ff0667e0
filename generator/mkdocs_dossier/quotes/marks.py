"""Find what stands inside quotation marks in a text, in the ways that languages write them.

A mark closes the innermost quotation that it can close. If there is none, it opens one, provided that it is a
mark that opens or stands where a word begins. A straight mark after a digit only closes: elsewhere it means
inches, minutes or seconds. A quotation that is still open at the end of its paragraph goes
on in the next one if that begins with the same mark; if not, a double mark closes there, and a single one was
an apostrophe.
"""

import re
from collections.abc import Iterable, Iterator

from mkdocs_dossier.quotes.letters import is_word

_CLOSERS = {
    '"': '"',
    "“": "”‟",
    "”": "”“",  # Swedish; and Arabic typed the wrong way round
    "„": "“”‟",
    "‟": "”",
    "«": "»",
    "»": "«»",  # German and Danish, Finnish
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹›",
    "'": "'",
    "「": "」",
    "『": "』",
}
"""Each opening mark with what closes it."""

# The marks that open wherever they stand; others of the table do so only where a word begins.
_OPENERS = frozenset('"“„«‘‚‹「『')
_STRAIGHT = frozenset("\"'")
_SINGLE = frozenset("‘‚'‹›")
_APOSTROPHES = frozenset("‘’'")
# The marks that are nested in themselves; of the others, a second one opens anew what was never closed.
_NESTING = frozenset("«»‹›「『")
MARKS = frozenset(_CLOSERS).union(*_CLOSERS.values())
"""All quotation marks."""

_MIXED = frozenset('"“”„‟')
"""Double marks that are taken for one another by mistake: `“no“`, `“no"`."""

_BEFORE_A_WORD = MARKS | frozenset("([{—–-/:")
_DEEPEST = 8
"""No quotation is nested deeper; what a text opens beyond that is not looked at."""

_MARK = re.compile(f"[{''.join(sorted(MARKS))}]")

_DOUBLED = re.compile(r"(?P<opens>(?<![^\s([{—–-])(?:''|``)(?=\S))|''")

_Open = tuple[str, int]
"""A quotation that is open: its opening mark, and where that stands."""


def quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the spans inside quotation marks, marks included, in order; a nested one is part of the outer.

    `paragraphs` are the spans of the text's paragraphs, in order.
    """
    # Some papers write two apostrophes for one mark. With a blank in place of the other, no offset changes.
    text = _DOUBLED.sub(lambda found: ' "' if found["opens"] else '" ', text)
    return tuple(_merged(sorted(_pairs(text, paragraphs))))


def _pairs(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pair the marks of each paragraph, and carry what one leaves open into the next."""
    carried: _Open | None = None
    last = 0
    for start, end in paragraphs:
        opened: list[_Open] = []
        if carried and text[start] == carried[0]:
            opened.append(carried)
            # The mark that is repeated there opens no further quotation.
            start += 1  # noqa: PLW2901
        elif carried:
            yield from _closed_by_paragraph(carried, last)
        yield from _pairs_within(text, start, end, opened)
        # The outermost double mark, since a single one is most often an apostrophe.
        carried = next((mark for mark in opened if mark[0] not in _SINGLE), opened[0] if opened else None)
        last = end
    if carried:
        yield from _closed_by_paragraph(carried, last)


def _closed_by_paragraph(mark: _Open, end: int) -> Iterator[tuple[int, int]]:
    if mark[0] not in _SINGLE:
        yield mark[1], end


def _pairs_within(text: str, start: int, end: int, opened: list[_Open]) -> Iterator[tuple[int, int]]:
    """Pair the marks of one paragraph; `opened` holds the quotations that are open, and is changed."""
    for found in _MARK.finditer(text, start, end):
        mark, at = found.group(), found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if _is_inside_word(mark, before, after):
            continue
        index = -1 if _begins_only(mark, before, after) else _closable(opened, mark, before, after)
        if index >= 0:
            yield opened[index][1], at + 1
            # With it goes what was opened inside and never closed.
            del opened[index:]
        elif _is_measure(mark, before, after):
            continue
        elif mark in _OPENERS or (mark in _CLOSERS and _begins_word(before, after)):
            if mark not in _NESTING:
                opened[:] = [other for other in opened if other[0] != mark]
            if len(opened) < _DEEPEST:
                opened.append((mark, at))


def _closable(opened: list[_Open], mark: str, before: str, after: str) -> int:
    """Return the index of the innermost open quotation that a mark can close; -1 where there is none.

    A double mark at the end of a word, which closes nothing by the table, closes what another double mark
    opened: the two were mixed up.
    """
    inwards = range(len(opened) - 1, -1, -1)
    index = next((i for i in inwards if mark in _CLOSERS[opened[i][0]]), -1)
    if index < 0 and mark in _MIXED and _ends_word(before, after) and not _is_measure(mark, before, after):
        index = next((i for i in inwards if opened[i][0] in _MIXED), -1)
    return index


def _is_inside_word(mark: str, before: str, after: str) -> bool:
    """Tell whether a mark is an apostrophe in a word, or the Hebrew sign of an abbreviation (gershayim)."""
    if mark in _APOSTROPHES:
        return is_word(before) and is_word(after)
    return mark == '"' and "א" <= before <= "ת" and "א" <= after <= "ת"


def _is_measure(mark: str, before: str, after: str) -> bool:
    """Tell whether a straight mark after a digit is a sign of measure, where it closes no straight mark.

    In scripts without spaces a quotation may begin right after a digit.
    """
    begins = after.isalpha() and not is_word(after)
    return mark in _STRAIGHT and before.isnumeric() and not begins


def _begins_only(mark: str, before: str, after: str) -> bool:
    """Tell whether a single mark stands where a word begins, so that it closes nothing."""
    return mark in _APOSTROPHES and mark != "‘" and _begins_word(before, after)


def _begins_word(before: str, after: str) -> bool:
    """Tell whether a mark between these two characters can open a quotation."""
    opening = not before or before.isspace() or before in _BEFORE_A_WORD
    return opening and bool(after) and not after.isspace()


def _ends_word(before: str, after: str) -> bool:
    """Tell whether a mark between these two characters can only close a quotation."""
    return not (before.isspace() or before in _BEFORE_A_WORD or is_word(after))


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join those of the spans that overlap; they are sorted."""
    start = end = -1
    for next_start, next_end in spans:
        if next_start >= end:
            if end > 0:
                yield start, end
            start, end = next_start, next_end
        end = max(end, next_end)
    if end > 0:
        yield start, end
