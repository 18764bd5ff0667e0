"""Where the fields stand whose text the program reads in NFC, so that they may be written so."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from mkdocs_dossier.fieldtypes import Prose, Text
from mkdocs_dossier.yamlsource import ListNode, MapNode, Node, TextNode


def _marks(annotation: Any) -> tuple[Any, ...]:
    """Give what an annotation carries beside its type."""
    return getattr(annotation, "__metadata__", ())


_READERS = tuple(_marks(kind)[0] for kind in (Text, Prose))


def plain_fields(model: type[BaseModel], node: Node) -> Iterator[TextNode]:
    """List the nodes of a record, or of the settings, that hold plain text or prose."""
    if not isinstance(node, MapNode):
        return
    for name, info in model.model_fields.items():
        if (inner := node.items.get(info.alias or name)) is not None:
            yield from _found(info.annotation, tuple(info.metadata), inner)


def _found(annotation: Any, marks: tuple[Any, ...], node: Node) -> Iterator[TextNode]:
    marks += _marks(annotation)
    arguments = get_args(annotation)
    if any(mark is reader for mark in marks for reader in _READERS):
        if isinstance(node, TextNode):
            yield node
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from plain_fields(annotation, node)
    elif get_origin(annotation) is tuple and isinstance(node, ListNode):
        for item in node.items:
            yield from _found(arguments[0], (), item)
    elif get_origin(annotation) is dict and isinstance(node, MapNode):
        for item in node.items.values():
            yield from _found(arguments[1], (), item)
    elif get_origin(annotation) is not dict and get_origin(annotation) is not tuple:
        for argument in arguments:
            yield from _found(argument, (), node)
