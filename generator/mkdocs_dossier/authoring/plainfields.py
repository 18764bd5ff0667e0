"""Where the fields of a record stand that hold plain text or prose."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from mkdocs_dossier.model.fields import Prose, Text
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode


def _marks(annotation: Any) -> tuple[Any, ...]:
    """Return what an annotation carries beside its type."""
    return getattr(annotation, "__metadata__", ())


def plain_fields(model: type[BaseModel], node: Node) -> Iterator[TextNode]:
    """List the nodes of a record, or of the settings, whose text is read in NFC: plain text and prose."""
    yield from _fields(model, node, (_marks(Text)[0], _marks(Prose)[0]))


def prose_fields(model: type[BaseModel], node: Node) -> Iterator[TextNode]:
    """List the nodes of a record, or of the settings, that hold prose."""
    yield from _fields(model, node, (_marks(Prose)[0],))


def _fields(model: type[BaseModel], node: Node, readers: tuple[Any, ...]) -> Iterator[TextNode]:
    if not isinstance(node, MapNode):
        return
    for name, info in model.model_fields.items():
        if (inner := node.items.get(info.alias or name)) is not None:
            yield from _found(info.annotation, tuple(info.metadata), inner, readers)


def _found(
    annotation: Any, marks: tuple[Any, ...], node: Node, readers: tuple[Any, ...]
) -> Iterator[TextNode]:
    marks += _marks(annotation)
    arguments = get_args(annotation)
    if any(mark is reader for mark in marks for reader in readers):
        if isinstance(node, TextNode):
            yield node
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _fields(annotation, node, readers)
    elif get_origin(annotation) is tuple and isinstance(node, ListNode):
        for item in node.items:
            yield from _found(arguments[0], (), item, readers)
    elif get_origin(annotation) is dict and isinstance(node, MapNode):
        for item in node.items.values():
            yield from _found(arguments[1], (), item, readers)
    elif get_origin(annotation) is not dict and get_origin(annotation) is not tuple:
        for argument in arguments:
            yield from _found(argument, (), node, readers)
