"""YAML text to a tree of nodes that know their places.

Only the part of YAML that a dossier needs: mappings, lists and text. Nothing is typed implicitly
(`no`, `2024-02-05`, `014` stay text), so that no value changes on its way in. What could hide or
multiply content (duplicate keys, tags, aliases that expand without bound, further documents) is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from mkdocs_dossier.problems import Location, Problem, error, warning
from mkdocs_dossier.yamlerrors import explain

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 24
MAX_ALIASED_NODES = 20_000

# What YAML does not allow in a text, and the line breaks that editors do not count as such.
_VERBATIM = {"quote", "passage"}
_COMMENT = re.compile(r"[ \t]+#")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


@dataclass(slots=True)
class TextNode:
    """A text, with its place and the way it is written (`"`, `'`, `|`, `>`, or plain)."""

    value: str
    location: Location
    style: str | None
    start: int
    end: int
    kind = "scalar"

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written at all, as after `key:`."""
        return self.style is None and self.value == ""


@dataclass(slots=True)
class ListNode:
    """A list of nodes."""

    location: Location
    items: list["Node"] = field(default_factory=list)
    kind = "sequence"


@dataclass(slots=True)
class MapNode:
    """A mapping from text to node; `keys` holds the node of each key."""

    location: Location
    items: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, TextNode] = field(default_factory=dict)
    kind = "mapping"


Node = TextNode | ListNode | MapNode
Data = str | list["Data"] | dict[str, "Data"]


class _RefusedError(Exception):
    """Carries the problem that ends the reading of a file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def parse(path: str, content: bytes) -> tuple[Node | None, list[Problem]]:
    """Read one YAML file; `None` where it holds nothing or cannot be read.

    `path` is what problems name. All that can be said of the file is said: duplicate keys do not end
    the reading, what breaks its syntax does.
    """
    if len(content) > MAX_BYTES:
        hint = "Split it: all YAML files of the folder are read as one."
        return None, [error(Location(path), "file-too-large", f"This file has {len(content):,} bytes.", hint)]
    try:
        text = decode(path, content)
        _refuse_unprintable(path, text)
        builder = _Builder(path)
        root = builder.build(yaml.parse(text, Loader=yaml.CSafeLoader))
        return root, [*builder.problems, *_cut_short(text, root)]
    except _RefusedError as refused:
        return None, [refused.problem]
    except yaml.YAMLError as trouble:
        return None, [explain(path, text, trouble)]


def decode(path: str, content: bytes) -> str:
    """Decode UTF-8, without a byte order mark.

    Raises an exception of this module's own where it is not UTF-8; use `parse` or `decode_text`.
    """
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as trouble:
        before = content[: trouble.start].decode("utf-8")
        raise _RefusedError(
            error(
                position(path, before, len(before)),
                "not-utf8",
                f"This file is not UTF-8: byte {content[trouble.start]:#04x} cannot stand here.",
                "Save it with the encoding UTF-8.",
            )
        ) from trouble


def _refuse_unprintable(path: str, text: str) -> None:
    if found := _UNPRINTABLE.search(text):
        raise _RefusedError(
            error(
                position(path, text, found.start()),
                "control-character",
                f"The character U+{ord(found[0]):04X} cannot stand in a YAML file.",
                "Delete it; it is often invisible. In a text of one line, a space serves in its place.",
            )
        )


def position(path: str, text: str, index: int) -> Location:
    """Give the line and column of the character at `index`."""
    return Location(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def decode_text(path: str, content: bytes) -> tuple[str | None, list[Problem]]:
    """Decode a source text; `None` and a problem where it is not UTF-8 or too large."""
    if len(content) > MAX_BYTES:
        return None, [error(Location(path), "file-too-large", f"This file has {len(content):,} bytes.")]
    try:
        return decode(path, content), []
    except _RefusedError as refused:
        return None, [refused.problem]


def to_data(node: Node) -> Data:
    """Give the plain data of a node: text, lists and dictionaries."""
    if isinstance(node, TextNode):
        return node.value
    if isinstance(node, ListNode):
        return [to_data(item) for item in node.items]
    return {key: to_data(value) for key, value in node.items.items()}


def locate(node: Node, path: Sequence[str | int], *, key: bool = False) -> Location:
    """Find the place of the node at `path`, or of the deepest node on the way that there is.

    With `key`, the place of the last key instead of its value's.
    """
    for depth, step in enumerate(path):
        if isinstance(node, MapNode) and isinstance(step, str) and step in node.items:
            if key and depth == len(path) - 1:
                return node.keys[step].location
            inner = node.items[step]
            if isinstance(inner, TextNode) and inner.is_blank:
                return node.keys[step].location
            node = inner
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node.location


class _Builder:
    """Builds the tree of one file from libyaml's events, without recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[MapNode | ListNode] = []
        self.pending: list[TextNode | None] = []
        self.anchors: dict[str, Node] = {}
        self.aliased = 0

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self.add(self.scalar(event), event)
            elif isinstance(event, yaml.MappingStartEvent):
                self.enter(MapNode(self.location(event)), event)
            elif isinstance(event, yaml.SequenceStartEvent):
                self.enter(ListNode(self.location(event)), event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
                self.pending.pop()
            elif isinstance(event, yaml.AliasEvent):
                self.alias(event)
            elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                self.refuse(
                    event,
                    "several-documents",
                    "A second YAML document begins here.",
                    "Remove the line `---`, or put what follows into a file of its own.",
                )
        return self.root

    def location(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        return Location(self.path, mark.line + 1, mark.column + 1) if mark else Location(self.path)

    def refuse(self, event: yaml.Event, rule: str, message: str, hint: str) -> NoReturn:
        raise _RefusedError(error(self.location(event), rule, message, hint))

    def scalar(self, event: yaml.ScalarEvent) -> TextNode:
        style = event.style if event.style in ('"', "'", "|", ">") else None
        start, end = event.start_mark, event.end_mark
        return TextNode(
            event.value, self.location(event), style, start.index if start else 0, end.index if end else 0
        )

    def enter(self, node: MapNode | ListNode, event: yaml.CollectionStartEvent) -> None:
        if len(self.open) >= MAX_DEPTH:
            self.refuse(
                event,
                "too-deep",
                "This is nested too deeply.",
                "No field of a dossier needs more than a few levels.",
            )
        self.add(node, event)
        self.open.append(node)
        self.pending.append(None)

    def add(self, node: Node, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            self.refuse(
                event,
                "tag",
                f"A tag stands here: {event.tag!r}.",
                "Remove what begins with `!`: the fields' types are fixed by the format.",
            )
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        self.put(node, event)

    def put(self, node: Node, event: yaml.Event) -> None:
        if not self.open:
            self.root = node
        elif isinstance(parent := self.open[-1], ListNode):
            parent.items.append(node)
        elif (key := self.pending[-1]) is None:
            self.pending[-1] = self.key(node, event)
        else:
            self.pending[-1] = None
            self.pair(parent, key, node)

    def key(self, node: Node, event: yaml.Event) -> TextNode:
        if not isinstance(node, TextNode):
            self.refuse(
                event,
                "key-not-text",
                "A key must be a plain word.",
                "Does a `[` or `{` begin this line? Put quotation marks around the text.",
            )
        if node.value == "<<" and node.style is None:
            self.refuse(event, "merge-key", "`<<` is not read in a dossier.", "Write the fields out.")
        return node

    def pair(self, parent: MapNode, key: TextNode, node: Node) -> None:
        if key.value in parent.items:
            first = parent.keys[key.value].location
            self.problems.append(
                error(
                    key.location,
                    "duplicate-key",
                    f"`{key.value}` stands here a second time: it is already at line {first.line}.",
                    "Keep one of the two, or give the second another name.",
                )
            )
            return
        parent.items[key.value] = node
        parent.keys[key.value] = key

    def alias(self, event: yaml.AliasEvent) -> None:
        target = self.anchors.get(event.anchor or "")
        if target is None:
            self.refuse(
                event,
                "unknown-alias",
                f"`*{event.anchor}` names nothing above it.",
                "Does the text begin with `*`? Put quotation marks around it.",
            )
        if any(target is node for node in self.open):
            self.refuse(
                event,
                "alias-circle",
                f"`*{event.anchor}` stands inside what it names.",
                "Write the value out.",
            )
        self.aliased += _size(target, MAX_ALIASED_NODES)
        if self.aliased > MAX_ALIASED_NODES:
            self.refuse(
                event, "alias-bomb", "The aliases of this file expand to too much.", "Write the values out."
            )
        self.put(target, event)


def _cut_short(text: str, root: Node | None) -> Iterator[Problem]:
    """Find quotations that end at a ` #`, which begins a comment in plain text."""
    waiting = [root] if root else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, ListNode):
            waiting.extend(node.items)
        elif isinstance(node, MapNode):
            waiting.extend(node.items.values())
            for key in _VERBATIM & node.items.keys():
                value = node.items[key]
                for part in value.items if isinstance(value, ListNode) else [value]:
                    if isinstance(part, TextNode) and part.style is None and _COMMENT.match(text, part.end):
                        yield warning(
                            part.location,
                            "cut-short",
                            f"`{key}` ends at the ` #` in its line: what follows is a comment.",
                            "If it belongs to the words, put quotation marks around them; "
                            "if not, put the comment on a line of its own.",
                        )


def _size(node: Node, bound: int) -> int:
    """Count the nodes of a tree in which aliases may share parts, up to about `bound`."""
    count, waiting = 0, [node]
    while waiting and count <= bound:
        current = waiting.pop()
        count += 1
        if isinstance(current, ListNode):
            waiting.extend(current.items)
        elif isinstance(current, MapNode):
            waiting.extend(current.items.values())
    return count
