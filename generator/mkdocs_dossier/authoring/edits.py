"""Replacing parts of a text by their offsets."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replaces the characters from `start` to `end` (exclusive); an insertion where the two are equal."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Make all replacements; offsets are those of the text as it was, in any order.

    Raises `ValueError` where two of them overlap, or one is not inside the text.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits):
        if not done <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} overlaps another, or is outside a text of {len(text)} characters")
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join([*pieces, text[done:]])


def narrowed(old: str, new: str, start: int = 0) -> list[Edit]:
    """Give the one replacement, as short as can be, that makes `old` into `new`; none where they are equal.

    `start` is where `old` stands in the text that the edit is for.
    """
    if old == new:
        return []
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return [Edit(start + first, start + len(old) - last, new[first : len(new) - last])]
