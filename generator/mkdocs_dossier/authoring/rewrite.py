"""Changing values in a YAML file without touching anything else in it.

Nothing is believed of a new text until it has been read again: its data must be the old data with just the
wanted changes. A change that cannot be proven so is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_dossier.authoring.edits import Edit, apply
from mkdocs_dossier.authoring.scalars import ways
from mkdocs_dossier.yaml.parse import Data, MapNode, Node, TextNode, parse, to_data


@dataclass(frozen=True, slots=True)
class Change:
    """One wanted change of a file's data, with the ways to write it, the best first.

    Where `field` is empty, the text `node` becomes `value`; else `field: value` is added to the mapping
    `node`.
    """

    node: TextNode | MapNode
    value: str
    ways: tuple[Edit, ...]
    field: str = ""


def replace(text: str, node: TextNode, edits: Sequence[Edit]) -> Change:
    """Make the change of a text by replacements in its value; `text` is the whole file."""
    return Change(node, apply(node.value, edits), ways(text, node, edits))


def add_after(text: str, mapping: MapNode, key: str, field: str, value: str) -> Change:
    """Make the change that adds a field after the one with `key`, whose value must be a text.

    `value` must be one that stands in YAML as it is.
    """
    before = mapping.items[key]
    if not isinstance(before, TextNode):
        raise TypeError(f"{key} is no text")
    indent = " " * (mapping.keys[key].location.column - 1)
    own_line = _new_line(text, before.end, f"{indent}{field}: {value}")
    in_brackets = Edit(before.end, before.end, f", {field}: {value}")
    return Change(mapping, value, (own_line, in_brackets), field)


def _new_line(text: str, at: int, line: str) -> Edit:
    """Make a line after the one that ends at or after `at`."""
    if at > 0 and text[at - 1] == "\n":
        ending = "\r\n" if text[at - 2 : at] == "\r\n" else "\n"
        return Edit(at, at, f"{line}{ending}")
    end = text.find("\n", at)
    if end < 0:
        return Edit(len(text), len(text), f"\n{line}\n")
    ending = "\r\n" if text[end - 1] == "\r" else "\n"
    return Edit(end + 1, end + 1, f"{line}{ending}")


def rewrite(path: str, text: str, root: Node, changes: Sequence[Change]) -> tuple[str, list[Change]]:
    """Make all changes that can be made; gives the new text of the file, and the changes that it holds.

    `root` is the tree of `text`. Several changes of one node count as the first.
    """
    first = {(id(change.node), change.field): change for change in reversed(changes)}
    wanted = [change for change in changes if first[id(change.node), change.field] is change]
    made = _Rewriting(path, text, root)
    made.settle(wanted)
    return made.result, [change for change, _ in made.accepted]


class _Rewriting:
    """Makes changes; halves a set that cannot be made as a whole until the ones at fault are alone."""

    def __init__(self, path: str, text: str, root: Node) -> None:
        self.path = path
        self.text = text
        self.root = root
        self.accepted: list[tuple[Change, Edit]] = []
        self.result = text

    def settle(self, changes: Sequence[Change]) -> None:
        possible = [change for change in changes if change.ways]
        if not possible or self.accepts([(change, change.ways[0]) for change in possible]):
            return
        if len(possible) == 1:
            change = possible[0]
            _ = any(self.accepts([(change, way)]) for way in change.ways[1:])
            return
        middle = len(possible) // 2
        self.settle(possible[:middle])
        self.settle(possible[middle:])

    def accepts(self, more: list[tuple[Change, Edit]]) -> bool:
        """Take these changes in, if a reading of the new text shows them and nothing else."""
        chosen = [*self.accepted, *more]
        try:
            text = apply(self.text, [edit for _, edit in chosen])
            content = text.encode()
        except (ValueError, UnicodeEncodeError):
            return False
        node, problems = parse(self.path, content)
        expected = _expected(self.root, [change for change, _ in chosen])
        if node is None or problems or to_data(node) != expected:
            return False
        self.accepted, self.result = chosen, text
        return True


def _expected(root: Node, changes: Sequence[Change]) -> Data:
    """Give the data of a tree as they are after the changes."""
    values = {id(change.node): change.value for change in changes if not change.field}
    added = {id(change.node): {change.field: change.value} for change in changes if change.field}

    def data(node: Node) -> Data:
        if isinstance(node, TextNode):
            return values.get(id(node), node.value)
        if isinstance(node, MapNode):
            fields = {values.get(id(node.keys[key]), key): data(inner) for key, inner in node.items.items()}
            return {**fields, **added.get(id(node), {})}
        return [data(item) for item in node.items]

    return data(root)
