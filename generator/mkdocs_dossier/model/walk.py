"""The one walk over records: what their models say of each field, and the values that stand in it.

Whoever looks for references, prose or the authors' own words in records asks here, by the mark of the type
(`fields.Target`, `fields.Mark`), so that a new field is found everywhere at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from mkdocs_dossier.model.fields import Mark, Target
from mkdocs_dossier.model.proselinks import ProseLink, prose_links
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.values.refs import Path, Ref

Model = type[BaseModel]
Shape = Literal["one", "items", "keys", "values"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model, and the type of the single values in it.

    `name` is the attribute's name, `alias` the format's. `shape` says how the values stand there: one by
    itself, or as the items of a list, or as the keys or values of a mapping. `marks` is what their type is
    annotated with. `part` is their model, if they are parts with fields of their own.
    """

    name: str
    alias: str
    shape: Shape
    marks: tuple[Any, ...]
    part: Model | None

    def has(self, mark: Any) -> bool:
        """Tell whether the type bears a mark: this very value, or any instance of this class."""
        return any(one is mark or (isinstance(mark, type) and isinstance(one, mark)) for one in self.marks)

    def mark(self, kind: type[Any]) -> Any:
        """Return the mark that is an instance of a class; None where there is none."""
        return next((one for one in self.marks if isinstance(one, kind)), None)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value in a record, the way to it, and its field. A key is the last step of its own way."""

    path: Path
    value: Any
    field: Field

    @property
    def is_key(self) -> bool:
        """Whether the value is written as a key, not below one."""
        return self.field.shape == "keys"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference from one record to another, the `target`; `path` is the way to it.

    `reverse` is what the target calls the record that names it. `is_key` says that the reference is written
    as the key at `path`, not as the value there.
    """

    path: Path
    target: Ref
    reverse: Reverse
    is_key: bool = False


def leaves(record: BaseModel, mark: Any, path: Path = ()) -> Iterator[Leaf]:
    """List the values in a record and its parts whose type bears a mark, in the order of the fields.

    `path` is the way to the record itself, where it is a part of another.
    """
    for field in _bearing(type(record), mark):
        value = getattr(record, field.name)
        if value is None:
            continue
        for way, one in values_of(field, value, (*path, field.alias)):
            if field.part is None:
                yield Leaf(way, one, field)
            else:
                yield from leaves(one, mark, way)


def parts(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """List the parts of a record that have fields of their own, and their parts, each with the way to it."""
    for field in fields(type(record)):
        if field.part is not None and (value := getattr(record, field.name)) is not None:
            for way, part in values_of(field, value, (*path, field.alias)):
                yield way, part
                yield from parts(part, way)


def references(record: BaseModel) -> Iterator[Reference]:
    """List the records that a record names, in the order of its fields."""
    for leaf in leaves(record, Target):
        reverse = leaf.field.mark(Reverse)
        if leaf.value in leaf.field.mark(Target).words:
            continue
        # A field that names records of one section holds the id alone.
        target = (
            leaf.value
            if isinstance(leaf.value, Ref)
            else Ref(leaf.field.mark(Target).sections[0], leaf.value)
        )
        yield Reference(leaf.path, target, reverse, leaf.is_key)


def links(record: BaseModel) -> Iterator[tuple[Path, ProseLink]]:
    """List the links to records in a record's prose, each with the way to the text that it stands in."""
    for leaf in leaves(record, Mark.PROSE):
        for link in prose_links(leaf.value):
            yield leaf.path, link


@cache
def fields(model: Model) -> tuple[Field, ...]:
    """List the fields of a model; a mapping counts twice, once for its keys and once for its values."""
    return tuple(
        Field(name, info.alias or name, shape, marks, part)
        for name, info in model.model_fields.items()
        for shape, marks, part in _types(info.annotation, tuple(info.metadata), "one")
    )


@cache
def field_names(model: Model) -> tuple[str, ...]:
    """List the names of a model's fields as the format spells them, but for the id, which is a key."""
    return tuple(info.alias or name for name, info in model.model_fields.items() if name != "id")


def part_at(model: Model, path: Sequence[str | int]) -> Model:
    """Return the model of the part at the end of a way into a record; steps that lead nowhere are ignored."""
    for step in path:
        held = (one.part for one in fields(model) if step in (one.name, one.alias) and one.part)
        model = next(held, model)
    return model


def with_parts(*models: Model) -> tuple[Model, ...]:
    """List models and those of all parts in them, each once."""
    found = list(dict.fromkeys(models))
    # It grows while it is gone through, since parts may have parts.
    for model in found:
        found.extend(one.part for one in fields(model) if one.part and one.part not in found)
    return tuple(found)


# Kept for each model and mark: most records have nothing to look at, and a dossier has thousands.
@cache
def _bearing(model: Model, mark: Any) -> tuple[Field, ...]:
    """List the fields whose type bears a mark, and those with parts that have such a field."""
    return tuple(
        one for one in fields(model) if one.has(mark) or (one.part is not None and _bearing(one.part, mark))
    )


_Type = tuple[Shape, tuple[Any, ...], Model | None]


def _types(annotation: Any, marks: tuple[Any, ...], shape: Shape) -> Iterator[_Type]:
    """List what an annotation holds: in which shape, with which marks, and the model if it is a part.

    A list or mapping drops the marks around it: they are about the whole, not about its values.
    """
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _types(inner[0], (*marks, *annotation.__metadata__), shape)
    elif origin is tuple:
        yield from _types(inner[0], (), "items")
    elif origin is dict:
        yield from _types(inner[0], (), "keys")
        yield from _types(inner[1], (), "values")
    elif inner:
        for one in inner:
            if one is not NoneType:
                yield from _types(one, marks, shape)
    else:
        is_part = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        yield shape, marks, annotation if is_part else None


def values_of(field: Field, value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """List the single values in a field's value, each with the way to it."""
    match field.shape:
        case "one":
            yield path, value
        case "items":
            yield from (((*path, index), item) for index, item in enumerate(value))
        case "keys":
            yield from (((*path, key), key) for key in value)
        case "values":
            yield from (((*path, key), item) for key, item in value.items())
