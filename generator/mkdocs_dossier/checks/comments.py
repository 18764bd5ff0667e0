"""Finds the allowances in a YAML file: comments `# dossier: allow RULE: reason`, and whose they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from mkdocs_dossier.problems import Location
from mkdocs_dossier.yamlsource import ListNode, MapNode, Node, TextNode

MARK = re.compile(rb"#[ \t]*dossier:[ \t]*allow\b")
"""What a file that holds allowances contains, and few others do."""

_ALLOWANCE = re.compile(r"#[ \t]*dossier:[ \t]*allow\b[ \t:]*(?P<rule>[^\s:]*)[ \t:]*(?P<reason>[^\r\n]*)")
_COMMENT = re.compile(r"(?<![^\s])#")

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
    for found in _ALLOWANCE.finditer(text):
        line = bisect_right(offsets, found.start()) - 1
        if _first_comment(text, offsets[line], offsets[line + 1], spans) != found.start():
            continue
        column = found.start() - offsets[line]
        alone = not lines[line][:column].strip()
        owner = (alone and _above(lines, line, column, starts)) or record_at(starts, line + 1)
        location = Location(path, line + 1, column + 1)
        yield Allowance(location, found["rule"], found["reason"].strip(), owner)


def record_at(starts: Sequence[Start], line: int, column: float = inf) -> Start | None:
    """Give the record that a place stands in; by default, the end of a line."""
    index = bisect_right(starts, (line, column)) - 1
    return starts[index] if index >= 0 else None


def _spans(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """List where the texts of a tree stand; what follows the `|` of a block on its line is none of it."""
    waiting: list[Node] = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, TextNode):
            start = current.start
            if current.style in ("|", ">"):
                start = max(start, text.find("\n", start))
            yield start, current.end
        elif isinstance(current, ListNode):
            waiting.extend(current.items)
        elif isinstance(current, MapNode):
            waiting.extend(current.keys.values())
            waiting.extend(current.items.values())


def _first_comment(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> int | None:
    """Find where the comment of a line begins."""
    for found in _COMMENT.finditer(text, start, end):
        before = bisect_right(spans, (found.start(), inf)) - 1
        if before < 0 or spans[before][1] <= found.start():
            return found.start()
    return None


def _above(lines: Sequence[str], line: int, column: int, starts: Sequence[Start]) -> Start | None:
    """Give the record whose id follows the comments that this line is one of."""
    following = bisect_right(starts, (line + 1, inf))
    if following == len(starts):
        return None
    below, indent = starts[following]
    between = lines[line + 1 : below - 1]
    is_above = column < indent and all(one.lstrip().startswith("#") for one in between)
    return starts[following] if is_above else None
