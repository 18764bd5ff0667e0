"""Tells where the parts of a YAML file stand: its lines, the ends of nodes, the fields of a record, comments.

A tree knows where its texts begin and end, but not where a list or a mapping ends, and nothing of comments.
Whoever moves whole fields from one place to another asks here.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from mkdocs_dossier.authoring.edits import scalar
from mkdocs_dossier.problems import Location
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode, walk

_BREAK = re.compile(r"\r\n|\r|\n")
_ANCHOR = re.compile(r"&\S+\s+")
_COMMENT = re.compile(r"(?:(?<=\s)|\A)#[^\r\n]*")
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A field of a mapping as it is written: the comments above it, and its lines, its own comments in them.

    The lines have no line breaks, and are indented as seen from the key. There are none where the mapping is
    in braces: such a field is written anew from `value`. `start` and `end` are the indices between which the
    field stands, in a block up to the next line.
    """

    key: str
    value: Node
    start: int
    end: int
    above: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """The text of a file, without a byte order mark, and its tree."""

    text: str
    root: Node

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """The spans of all texts, in order; that of a block without its first line, where comments may be."""
        spans = []
        for _, node in walk(self.root, once=True):
            held = node.keys.values() if isinstance(node, MapNode) else (node,)
            for one in held:
                if isinstance(one, TextNode):
                    is_block = one.style in ("|", ">")
                    start = max(one.start, self.text.find("\n", one.start)) if is_block else one.start
                    spans.append((start, one.end))
        return sorted(spans)

    @property
    def newline(self) -> str:
        """The line break that the file is written with."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def offset(self, location: Location) -> int:
        """Return the index in the text of a place in the file."""
        return self._starts[location.line - 1] + location.column - 1

    def line_start(self, at: int) -> int:
        """Return where the line begins that an index is in."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def line_end(self, at: int) -> int:
        """Return where the next line begins, or the end of the text."""
        index = bisect_right(self._starts, at)
        return self._starts[index] if index < len(self._starts) else len(self.text)

    def column(self, at: int) -> int:
        """Count the characters before an index in its line."""
        return at - self.line_start(at)

    def is_blank(self, start: int, end: int) -> bool:
        """Tell whether there is nothing but white space between two indices."""
        return not self.text[start:end].strip()

    def opening(self, node: Node) -> int | None:
        """Return the index of the bracket that a list or mapping begins with; None where it has none."""
        if isinstance(node, TextNode):
            return None
        start = self.offset(node.location)
        if anchor := _ANCHOR.match(self.text, start):
            start = anchor.end()
        return start if self.text[start : start + 1] in _CLOSING else None

    def end(self, node: Node) -> int:
        """Return the index behind the last character of a node."""
        if isinstance(node, TextNode):
            return node.start + len(self.text[node.start : node.end].rstrip())
        if isinstance(node, MapNode):
            ends = [max(key.end, self.end(node.items[name])) for name, key in node.keys.items()]
        else:
            ends = [self.end(item) for item in node.items]
        opening = self.opening(node)
        if opening is None:
            return max(ends, default=self.offset(node.location))
        return self._closing(opening, max([opening + 1, *ends])) + 1

    def _closing(self, opening: int, at: int) -> int:
        """Return the index of the bracket that closes another, from behind the last text in it."""
        wanted = _CLOSING[self.text[opening]]
        while self.text[at] != wanted:
            comment = _COMMENT.match(self.text, at)
            at = comment.end() if comment else at + 1
        return at

    def comments(self, start: int, end: int) -> tuple[str, ...]:
        """List the comments between two indices, each from its `#` to the end of its line."""
        found, at = [], start
        while comment := _COMMENT.search(self.text, at, end):
            span = self._span_at(comment.start())
            at = span[1] if span else comment.end()
            if span is None:
                found.append(comment[0].rstrip())
        return tuple(found)

    def _span_at(self, at: int) -> tuple[int, int] | None:
        """Return the span of the text that an index is inside of, if any."""
        before = bisect_right(self._spans, (at, inf)) - 1
        return self._spans[before] if before >= 0 and at < self._spans[before][1] else None

    def pieces(self, mapping: MapNode, start: int) -> list[Piece]:
        """List the fields of a mapping in the order they are written in.

        `start` is an index before the first of them; comments from there on belong to it.
        """
        found = []
        for name, key in sorted(mapping.keys.items(), key=lambda pair: pair[1].start):
            value = mapping.items[name]
            end = max(key.end, self.end(value))
            if mapping.braces is not None:
                found.append(Piece(name, value, key.start, end))
                continue
            end = self.line_end(end)
            lines = _dedented(self.text[key.start : end], key.location.column - 1)
            found.append(Piece(name, value, key.start, end, self.comments(start, key.start), lines))
            start = end
        return found

    def flow(self, node: Node) -> str:
        """Write a node on one line, so that it may stand in brackets."""
        if isinstance(node, TextNode):
            raw = self.text[node.start : node.end]
            return (
                raw if node.style in ("'", '"') and raw[0] != "&" and "\n" not in raw else scalar(node.value)
            )
        if isinstance(node, ListNode):
            return in_brackets([self.flow(one) for one in node.items], "[]")
        fields = [f"{scalar(name)}: {self.flow(value)}" for name, value in node.items.items()]
        return in_brackets(fields, "{}")


def in_brackets(texts: Sequence[str], brackets: str) -> str:
    """Write values or fields, as they are given, in a pair of brackets."""
    return f"{brackets[0]}{', '.join(texts)}{brackets[1]}"


def _dedented(text: str, indent: int) -> tuple[str, ...]:
    """Take up to `indent` blanks from the start of each line but the first, which has none."""
    first, *others = _BREAK.split(text)
    if others and not others[-1]:
        others.pop()
    return first, *(line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in others)


def indented(lines: Sequence[str], indent: int) -> list[str]:
    """Put blanks before each line that is not empty."""
    return [f"{' ' * indent}{line}" if line else "" for line in lines]
