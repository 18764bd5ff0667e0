"""Finds the nodes of a record's fields that hold plain text or prose, by the marks of the model."""

from collections.abc import Iterable, Iterator

from mkdocs_dossier.model.fields import Mark
from mkdocs_dossier.model.walk import Field, Model, fields
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode


def plain_fields(model: Model, node: Node) -> Iterator[TextNode]:
    """List the nodes of a record, or of the settings, whose text is read in NFC: plain text and prose."""
    yield from _marked(model, node, (Mark.PLAIN, Mark.PROSE))


def prose_fields(model: Model, node: Node) -> Iterator[TextNode]:
    """List the nodes of a record, or of the settings, that hold prose."""
    yield from _marked(model, node, (Mark.PROSE,))


def _marked(model: Model, node: Node, marks: Iterable[Mark]) -> Iterator[TextNode]:
    for field in fields(model):
        written = node.items.get(field.alias) if isinstance(node, MapNode) else None
        for one in _held(field, written):
            if field.part is not None:
                yield from _marked(field.part, one, marks)
            elif isinstance(one, TextNode) and any(map(field.has, marks)):
                yield one


def _held(field: Field, node: Node | None) -> Iterable[Node]:
    """List the nodes of the single values in a field, if it is written in the shape that it should have."""
    match field.shape, node:
        case "one", TextNode() | ListNode() | MapNode():
            return [node]
        case "items", ListNode():
            return node.items
        case "values", MapNode():
            return node.items.values()
    return ()
