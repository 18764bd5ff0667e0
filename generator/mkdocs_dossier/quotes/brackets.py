"""What stands in brackets: in a fragment what its author left out or put in, in a source what it put in.

The brackets of a source are part of its words: an author's own words in their place would alter what the
source's editor answers for. Leaving them out with `[…]` is honest, as any reader sees that something is
missing; `[does]` in place of `[doesn’t]` is not.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
# A first letter in brackets: `[W]e`, but not `U[S]` or `[2]nd`.
_RECASED = re.compile(r"(?<![^\W_])\[([^\W\d_])\](?=[^\W\d_])")
_BESIDE = 40
"""How many signs and blanks may stand between a bracket and a word that are side by side."""
_MOST = 8
"""How many brackets in a row are looked at."""

Span = tuple[int, int]


class Elided(NamedTuple):
    """The parts of a fragment between its author's brackets, and these: before each part, after the last."""

    parts: tuple[str, ...]
    brackets: tuple[tuple[str, ...], ...]


def elided(fragment: str) -> Elided | None:
    """Take a fragment apart at what its author put in brackets; None if it has no brackets.

    None too if no part has a letter. A bracketed first letter, `[W]e`, stands for the same letter in the
    other case, and stays in its part.
    """
    recased = _RECASED.sub(lambda letter: letter[1].swapcase(), fragment)
    pieces, written = _BRACKETED.split(recased), _BRACKETED.findall(recased)
    if (recased == fragment and not written) or not any(map(_has_letter, pieces)):
        return None
    parts: list[str] = []
    brackets: list[tuple[str, ...]] = [()]
    for piece, bracket in zip(pieces, [*written, ""], strict=True):
        if piece.strip():
            parts.append(piece.strip())
            brackets.append(())
        if bracket:
            brackets[-1] += (bracket,)
    return Elided(tuple(parts), tuple(brackets))


def bracketed(text: str) -> tuple[Span, ...]:
    """Return the spans of what stands in brackets in a text, the brackets included."""
    return tuple(found.span() for found in _BRACKETED.finditer(text))


def before(text: str, spans: Sequence[Span], at: int, *, blanks_only: bool) -> list[Span]:
    """List the brackets that stand right before an offset, one after the other.

    Signs and blanks may stand between the last of them and the offset, or `blanks_only`.
    """
    found: list[Span] = []
    index, end = bisect_right(spans, (at, at)) - 1, at
    while index >= 0 and len(found) < _MOST and _is_beside(text, spans[index][1], end):
        found.insert(0, spans[index])
        end = spans[index][0]
        index -= 1
    return [] if blanks_only and found and text[found[-1][1] : at].strip() else found


def after(text: str, spans: Sequence[Span], at: int, *, blanks_only: bool) -> list[Span]:
    """List the brackets that stand right after an offset in the same way."""
    found: list[Span] = []
    index, start = bisect_right(spans, (at, at)), at
    while index < len(spans) and len(found) < _MOST and _is_beside(text, start, spans[index][0]):
        found.append(spans[index])
        start = spans[index][1]
        index += 1
    return [] if blanks_only and found and text[at : found[0][0]].strip() else found


def alters(theirs: Sequence[str], ours: Sequence[str]) -> bool:
    """Tell whether what an author put in brackets takes the place of a source's own brackets.

    It does if it has words, and does not hold all the brackets of the source that have a letter: `[1]` is
    the number of a note.
    """
    if not any(map(_has_word, theirs)):
        return False
    rest = iter(theirs)
    return not all(one in rest for one in ours if _has_letter(one))


def _is_beside(text: str, start: int, end: int) -> bool:
    return 0 <= end - start <= _BESIDE and not _has_word(text[start:end])


def _has_letter(part: str) -> bool:
    return any(map(str.isalpha, part))


def _has_word(part: str) -> bool:
    return any(map(str.isalnum, part))
