"""The lines of a text, as an editor counts them: each ends at LF, CR, or both together."""

import re

_LINE_BREAK = re.compile(r"\r\n?|\n")


def split_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends: one more than there are ends."""
    return _LINE_BREAK.split(text)


def line_spans(text: str) -> list[tuple[int, int]]:
    """Return where the lines of a text begin and where they end, their ends left out."""
    breaks = [found.span() for found in _LINE_BREAK.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    return list(zip(starts, [*(start for start, _ in breaks), len(text)], strict=True))


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Return the line and the column of an index of a text, both from 1, the column in characters."""
    start, line = 0, 1
    for found in _LINE_BREAK.finditer(text, 0, index):
        start, line = found.end(), line + 1
    return line, index - start + 1
