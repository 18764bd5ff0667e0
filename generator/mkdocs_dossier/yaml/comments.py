"""Find the allowances in a YAML file: comments `# dossier: allow RULE: reason`, and whose they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from mkdocs_dossier.problems import Location
from mkdocs_dossier.yaml.tree import MapNode, Node, TextNode, walk

MARK = re.compile(rb"#[ \t]*dossier:[ \t]*allow\b")
"""Matches any file that holds an allowance, and few others: so that most files are not read for them."""

_ALLOWANCE = re.compile(r"#[ \t]*dossier:[ \t]*allow\b[ \t:]*(?P<rule>[^\s:]*)[ \t:]*(?P<reason>[^\r\n]*)")
_SIGN = re.compile(r"(?<!\S)#")

Start = tuple[int, int]
"""The line and the column at which a record starts, those of its id; both from 1."""

Key = tuple[str, Start | None, str]
"""The path of a file, the start of a record in it (None above the first), and the name of a rule."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """One allowance: where it stands, which rule it turns off and why; `owner` is the start of its record."""

    location: Location
    rule: str
    reason: str
    owner: Start | None

    @property
    def key(self) -> "Key":
        """The key that it shares with the problems that it allows."""
        return self.location.path, self.owner, self.rule


def allowances(path: str, text: str, node: Node, starts: Sequence[Start]) -> Iterator[Allowance]:
    """List the allowances of a YAML file.

    `node` is the tree of `text`: a `#` inside one of its texts begins no comment. `starts` are the starts of
    the file's records, in order. A comment belongs to the record that it stands in; one that stands directly
    above an id, and is indented no deeper, belongs to the record of that id.
    """
    # The characters at which `splitlines` breaks and editors do not are refused in YAML files.
    lines = text.splitlines(keepends=True)
    offsets = list(accumulate(map(len, lines), initial=0))
    spans = sorted(_spans(node, text))
    # Of each line with an id, where the comments directly above it begin.
    heads = {line: _head(lines, line) for line in {line for line, _ in starts}}
    read: set[int] = set()
    for found in _ALLOWANCE.finditer(text):
        line = bisect_right(offsets, found.start()) - 1
        # What follows the first comment of a line is a part of it.
        if line in read or _in_text(spans, found.start()):
            continue
        read.add(line)
        if _comment(text, offsets[line], offsets[line + 1], spans) == found.start():
            column = found.start() - offsets[line]
            # Behind something else in its line, it belongs to the record of that.
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
    """Return the start of the record whose id follows a line of comment, if nothing else comes first."""
    following = bisect_right(starts, (line, inf))
    if following < len(starts) and heads[starts[following][0]] <= line and column < starts[following][1]:
        return starts[following]
    return None


def record_at(starts: Sequence[Start], line: int, column: float = inf) -> Start | None:
    """Return the start of the record that a place stands in, by default the end of its line, if any."""
    index = bisect_right(starts, (line, column)) - 1
    return starts[index] if index >= 0 else None


def _spans(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """List the spans of a tree's texts; a block starts below its `|` or `>`, which a comment may follow."""
    for _, inner in walk(node):
        texts = inner.keys.values() if isinstance(inner, MapNode) else (inner,)
        for one in texts:
            if isinstance(one, TextNode):
                is_block = one.style in ("|", ">")
                yield max(one.start, text.find("\n", one.start)) if is_block else one.start, one.end


def _comment(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> int | None:
    """Return the index at which the comment between two indices of a text begins, if there is one."""
    signs = (found.start() for found in _SIGN.finditer(text, start, end))
    return next((sign for sign in signs if not _in_text(spans, sign)), None)


def _in_text(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Tell whether an offset is inside one of the spans, which are sorted."""
    before = bisect_right(spans, (offset, inf)) - 1
    return before >= 0 and offset < spans[before][1]
