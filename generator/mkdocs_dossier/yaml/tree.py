"""The tree of a YAML file: texts, lists and mappings that know their places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_dossier.problems import Location


@dataclass(slots=True)
class TextNode:
    """A text and how it is written: `style` is `"`, `'`, `|`, `>`, or None for a plain text.

    `start` and `end` (exclusive) are the indices in the text of the file between which it stands.
    """

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
    """What is known of a mapping in `{…}`: the text of its file, and what a comma in a value cut off.

    YAML takes that for keys without values. They are kept in `cut_off`, not among the mapping's items, and
    `dossier.commas` puts them together again.
    """

    text: str
    cut_off: list[TextNode] = field(default_factory=list)


@dataclass(slots=True)
class MapNode:
    """A mapping from text to node. `keys` holds the node of each key; `braces` is set if it is in `{…}`."""

    location: Location
    items: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, TextNode] = field(default_factory=dict)
    braces: Braces | None = None


Node = TextNode | ListNode | MapNode
Data = str | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]
"""The way from the root of a tree to a node: keys of mappings, indices of lists."""


def walk(root: Node | None, *, once: bool = False) -> Iterator[tuple[Path, Node]]:
    """Visit all nodes of a tree with their paths: each before what is in it, and of siblings the last first.

    A part that aliases share is visited at each of its places, or only once with `once`. What is in a node is
    looked up after its visit, so the caller may change it. Keys are not visited: see `MapNode.keys`.
    """
    waiting: list[tuple[Path, Node]] = [] if root is None else [((), root)]
    visited: dict[int, Node] = {}  # keeps the nodes alive: `id` gives the number of a dead one to another
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

    It works without recursion, because aliases can nest more deeply than Python's stack.
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
    """Return the data of a text; for a list or mapping, one to be filled, and what goes where in it."""
    if isinstance(node, TextNode):
        return node.value, ()
    if isinstance(node, ListNode):
        return [None] * len(node.items), enumerate(node.items)
    return dict.fromkeys(node.items), node.items.items()


def locate(node: Node, path: Sequence[str | int], *, key: bool = False) -> Location:
    """Return the place of the node at `path`, or of the deepest node on the way to it that exists.

    With `key`, return the place of the last key, not of its value. An empty value has the place of its key.
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
