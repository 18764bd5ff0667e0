"""The lines of a text, as an editor counts them: each ends at LF, CR, or both together."""

import re

# `str.splitlines` would also break at form feeds, U+2028 and others, at which no editor counts a line.
_LINE_BREAK = re.compile(r"\r\n?|\n")


def split_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends; the last one is empty if the text ends with one."""
    return _LINE_BREAK.split(text)


def line_spans(text: str) -> list[tuple[int, int]]:
    """Return the start and the end (exclusive) of each line of a text, its line end left out."""
    breaks = [found.span() for found in _LINE_BREAK.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    return list(zip(starts, [*(start for start, _ in breaks), len(text)], strict=True))


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Return the line and column of an index in a text, both counted from 1, columns in characters."""
    start, line = 0, 1
    for found in _LINE_BREAK.finditer(text, 0, index):
        start, line = found.end(), line + 1
    return line, index - start + 1
