"""The line of a file that a problem is in, with a mark under the place."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from rich.cells import cell_len

from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.text.lines import split_lines

_TAB = "→   "
_CUT = "…"
_WINDOW = 2
"""How many characters of a line to look at for each cell: more would be cut off, and cost time."""

# What a problem's place may be the start of: an item's dash, a bracket, a quoted text, or a plain text up
# to its colon or a comment; inside brackets, also up to the next comma or bracket.
_BLOCK = re.compile(
    r"""-(?=\s|$)|[\[{]|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:(?!:(?:\s|$)|\s+(?:\#|$)).)+""", re.DOTALL
)
_FLOW = re.compile(
    r"""[\[{]|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:(?!:(?:\s|$)|\s+(?:\#|$)|\s*[,\[\]{}]).)+""", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown, in three parts, and the line below it.

    `mark` begins in the first cell of the line. `note` repeats the marked text if the line has text that
    runs from right to left: a terminal may show it elsewhere than above the mark.
    """

    before: str
    marked: str
    after: str
    mark: str
    note: str


def lines_of(content: bytes) -> list[str]:
    """Split the content of a file into lines as editors count them; what is not UTF-8 becomes U+FFFD."""
    return split_lines(content.decode("utf-8", "replace").removeprefix("\ufeff"))


def excerpt(line: str, column: int, width: int, *, point: bool) -> Excerpt:
    """Show the part of a line around a column (counted from 1) in at most `width` cells.

    All of the token at the column is marked, or with `point` only its first character.
    """
    start = min(column - 1, len(line))
    end = start + (1 if point else _extent(line, start, width))
    before = _shown(line[max(0, start - width * _WINDOW) : start])
    marked = _shown(line[start:end])
    after = _shown(line[end : end + width * _WINDOW]).rstrip()
    if cell_len(before) + cell_len(marked) + cell_len(after) > width:
        if (head := _head(marked, width // 2)) != marked:
            marked, after = head, ""
        before = _tail(before, max(width // 3, width - cell_len(marked) - cell_len(after)))
        after = _head(after, max(0, width - cell_len(before) - cell_len(marked)))
    mark = " " * cell_len(before) + "^".ljust(cell_len(marked), "~")
    note = f"“{marked}”" if _runs_left(before + marked) else ""
    return Excerpt(before, marked, after, mark, note)


def _extent(line: str, start: int, width: int) -> int:
    """Return the length of the token at an offset; 1 if none is known."""
    before = line[max(0, start - width * _WINDOW) : start]
    in_brackets = any(before.count(first) > before.count(last) for first, last in ("[]", "{}"))
    token = (_FLOW if in_brackets else _BLOCK).match(line, start, start + width * _WINDOW)
    return len(token[0]) if token else 1


def _shown(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _head(text: str, cells: int) -> str:
    """Cut off the end of a text, so that it takes at most so many cells."""
    if cell_len(text) <= cells:
        return text
    size = bisect_right(range(len(text)), cells - 1, key=lambda size: cell_len(text[:size])) - 1
    return text[:size] + _CUT if size >= 0 else ""


def _tail(text: str, cells: int) -> str:
    """Cut off the beginning of a text, so that it takes at most so many cells."""
    if cell_len(text) <= cells:
        return text
    start = bisect_left(range(len(text)), 1 - cells, key=lambda start: -cell_len(text[start:]))
    # No combining mark without the letter that it belongs to.
    while start < len(text) and cell_len(text[start]) == 0:
        start += 1
    return _CUT + text[start:] if cells > 0 else ""


def _runs_left(text: str) -> bool:
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text
    )
