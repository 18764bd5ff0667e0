"""The tree of a YAML file: texts, lists and mappings that know their places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_dossier.problems import Location


@dataclass(slots=True)
class TextNode:
    """A text, with its place and the way it is written (`"`, `'`, `|`, `>`, or plain)."""

    value: str
    location: Location
    style: str | None
    start: int
    end: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written at all, as after `key:`."""
        return self.style is None and self.value == ""


@dataclass(slots=True)
class ListNode:
    """A list of nodes."""

    location: Location
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Braces:
    """What is known of a mapping in `{…}`: the text of its file, and the keys that a comma cut off.

    These have no colon and stand after a value: they are not among the mapping's items.
    """

    text: str
    cut_off: list[TextNode] = field(default_factory=list)


@dataclass(slots=True)
class MapNode:
    """A mapping from text to node; `keys` holds the node of each key; `braces` where it stands in `{…}`."""

    location: Location
    items: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, TextNode] = field(default_factory=dict)
    braces: Braces | None = None


Node = TextNode | ListNode | MapNode
Data = str | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]
"""The way from the root of a tree to a node: keys of mappings, indices of lists."""


def walk(root: Node | None, *, once: bool = False) -> Iterator[tuple[Path, Node]]:
    """Visit all nodes of a tree with their paths: each before what is in it, the last of several first.

    A part that aliases share is visited at each of its places, or `once`, at the first. What is in a node is
    looked up after its visit, which may change it. Keys are no nodes of their own: see `MapNode.keys`.
    """
    waiting: list[tuple[Path, Node]] = [] if root is None else [((), root)]
    visited: dict[int, Node] = {}  # holds the nodes, lest one that is replaced leave its number to another
    while waiting:
        path, node = waiting.pop()
        if id(node) in visited:
            continue
        if once:
            visited[id(node)] = node
        yield path, node
        if isinstance(node, ListNode):
            waiting.extend(((*path, index), item) for index, item in enumerate(node.items))
        elif isinstance(node, MapNode):
            waiting.extend(((*path, key), item) for key, item in node.items.items())


def to_data(root: Node) -> Data:
    """Return the plain data of a node: text, lists and dictionaries.

    Without recursion: aliases can nest more deeply than Python can.
    """
    data, inner = _unfilled(root)
    waiting = [(data, inner)]
    while waiting:
        holder, items = waiting.pop()
        for place, node in items:
            holder[place], inner = _unfilled(node)
            if inner:
                waiting.append((holder[place], inner))
    return data  # type: ignore[no-any-return]


def _unfilled(node: Node) -> tuple[Any, Iterable[tuple[Any, Node]]]:
    """Return the data of a text; of a list or mapping, a holder of its size and what goes where in it."""
    if isinstance(node, TextNode):
        return node.value, ()
    if isinstance(node, ListNode):
        return [None] * len(node.items), enumerate(node.items)
    return dict.fromkeys(node.items), node.items.items()


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
