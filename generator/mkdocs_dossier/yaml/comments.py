"""Finds the allowances in a YAML file: comments `# dossier: allow RULE: reason`, and whose they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from mkdocs_dossier.problems import Location
from mkdocs_dossier.yaml.tree import MapNode, Node, TextNode, walk

MARK = re.compile(rb"#[ \t]*dossier:[ \t]*allow\b")
"""What a file that holds allowances contains, and few others do."""

_ALLOWANCE = re.compile(r"#[ \t]*dossier:[ \t]*allow\b[ \t:]*(?P<rule>[^\s:]*)[ \t:]*(?P<reason>[^\r\n]*)")
_SIGN = re.compile(r"(?<!\S)#")

Start = tuple[int, int]
"""The line and the column at which a record begins: those of its id."""

Key = tuple[str, Start | None, str]
"""A file, a record in it by its begin, and a rule."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """One allowance: where it stands, what it allows and why; `owner` is the begin of its record."""

    location: Location
    rule: str
    reason: str
    owner: Start | None

    @property
    def key(self) -> "Key":
        """What it has in common with the problems that it allows."""
        return self.location.path, self.owner, self.rule


def allowances(path: str, text: str, node: Node, starts: Sequence[Start]) -> Iterator[Allowance]:
    """Read the allowances of a YAML file.

    `node` is the tree of `text`: a `#` inside one of its texts is no comment. `starts` are the begins of the
    file's records, in order. A comment belongs to the record that it stands in; directly above an id, and
    indented no deeper than it, to that.
    """
    lines = text.splitlines(keepends=True)
    offsets = list(accumulate(map(len, lines), initial=0))
    spans = sorted(_spans(node, text))
    heads = {line: _head(lines, line) for line in {line for line, _ in starts}}
    read: set[int] = set()
    for found in _ALLOWANCE.finditer(text):
        line = bisect_right(offsets, found.start()) - 1
        if line in read or _in_text(spans, found.start()):
            continue
        read.add(line)
        if _comment(text, offsets[line], offsets[line + 1], spans) == found.start():
            column = found.start() - offsets[line]
            is_alone = not lines[line][:column].strip()
            owner = (is_alone and _below(starts, heads, line + 1, column)) or record_at(starts, line + 1)
            yield Allowance(
                Location(path, line + 1, column + 1), found["rule"], found["reason"].strip(), owner
            )


def _head(lines: Sequence[str], line: int) -> int:
    """Return the first line of the comments directly above a line, or the line itself; lines from 1."""
    while line > 1 and lines[line - 2].lstrip().startswith("#"):
        line -= 1
    return line


def _below(starts: Sequence[Start], heads: Mapping[int, int], line: int, column: int) -> Start | None:
    """Return the record whose id follows the comments that a line is one of."""
    following = bisect_right(starts, (line, inf))
    if following < len(starts) and heads[starts[following][0]] <= line and column < starts[following][1]:
        return starts[following]
    return None


def record_at(starts: Sequence[Start], line: int, column: float = inf) -> Start | None:
    """Return the record that a place stands in; by default, the end of a line."""
    index = bisect_right(starts, (line, column)) - 1
    return starts[index] if index >= 0 else None


def _spans(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """List where the texts of a tree stand; what follows the `|` of a block on its line is none of it."""
    for _, inner in walk(node):
        texts = inner.keys.values() if isinstance(inner, MapNode) else (inner,)
        for one in texts:
            if isinstance(one, TextNode):
                is_block = one.style in ("|", ">")
                yield max(one.start, text.find("\n", one.start)) if is_block else one.start, one.end


def _comment(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> int | None:
    """Find where the comment of a line begins."""
    signs = (found.start() for found in _SIGN.finditer(text, start, end))
    return next((sign for sign in signs if not _in_text(spans, sign)), None)


def _in_text(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Tell whether an offset is inside one of the texts of the file."""
    before = bisect_right(spans, (offset, inf)) - 1
    return before >= 0 and offset < spans[before][1]
