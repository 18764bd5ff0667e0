"""Shows the fields of a record that its page does not show otherwise, so that no field is ever left out.

A field that is added to a model is on the pages of its records at once, under its own name. When a page
shows it in a better way, add it to `SHOWN`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from mkdocs_dossier.document.compose import bullets, outside_link, stack, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.model.fields import Mark, Target
from mkdocs_dossier.model.recordparts import (
    Capture,
    Drafted,
    Evidence,
    Figure,
    Locator,
    Membership,
    Participant,
    Relation,
    Reply,
    Reported,
    Role,
    Version,
    Withdrawn,
)
from mkdocs_dossier.model.records import Actor, Claim, Event, Place, Record, Source, Statement
from mkdocs_dossier.model.walk import Field, fields, parts, values_of
from mkdocs_dossier.pages.parts import facts, part
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.text.messages import Choice
from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref

SHOWN: Mapping[type[BaseModel], frozenset[str]] = {
    model: frozenset(names.split())
    for model, names in (
        (
            Source,
            "title kind publisher republishes agency authors published updated retrieved url archived "
            "language dateline text sha256 rights drafted texts locators capture",
        ),
        (Record, "review withdrawn"),
        (Withdrawn, "on why by"),
        (Version, "text sha256 retrieved locators capture note"),
        (Capture, "file sha256 by tool at timestamp"),
        (Reply, "actor on text source"),
        (Drafted, "by on"),
        (Actor, "name kind names aliases description part_of roles relations wikidata links"),
        (Membership, "actor from until"),
        (Role, "title at from until speaks_for source passage"),
        (Relation, "to kind from until source passage"),
        (Place, "name kind names aliases within lat lon wikidata"),
        (
            Event,
            "name kind when when_note places participants part_of responds_to summary figures evidence",
        ),
        (Participant, "actor role"),
        (Figure, "measure of value unit as_of attributed_to source passage"),
        (Evidence, "source passage"),
        (Claim, "text question about implies excludes note replies"),
        (Reported, "source quote passage language translation translated_by via locator"),
        (Locator, "page time section"),
        (
            Statement,
            "speaker said said_note medium during to also_in summary positions corrects replies",
        ),
    )
}
"""The fields of records and parts, by the format's names, that pages show otherwise or mean to leave out."""


def further(here: Here, ref: Ref) -> Block:
    """List the withdrawn records that one names, and the fields that its page does not show otherwise."""
    record = here.dossier.section(ref.section)[ref.id]
    rows = list(_rows(here, record, ""))
    for path, inner in parts(record):
        rows += _rows(here, inner, f"{path[0]} {int(path[1]) + 1}: " if len(path) > 1 else f"{path[0]}: ")
    return stack(_missed(here, ref), part(here.say("Further details"), "further", facts(rows)))


def _missed(here: Here, ref: Ref) -> Block:
    """Say which of the records that one names were withdrawn."""
    gone = here.dossier.missed.get(ref, ())
    links = (here.record(one.section, one.id, text(f"{one.kind} {one.id}")) for one in gone)
    return part(here.say("Names what was withdrawn"), "withdrawn", bullets(links)) if gone else ()


def _rows(here: Here, model: BaseModel, prefix: str) -> Iterator[tuple[Inline, Inline]]:
    """Write the names and values of a model's remaining fields, the names after `prefix`."""
    for field in _left(type(model)):
        value = getattr(model, field.name)
        if value is None:
            continue
        written = [_written(here, field, way, one) for way, one in values_of(field, value)]
        name = f"{prefix}{field.alias}".replace("_", " ")
        yield text(name[:1].upper() + name[1:]), here.join(written, "; ")


@cache
def _left(model: type[BaseModel]) -> tuple[Field, ...]:
    """List the fields of a model that pages do not show otherwise."""
    # A class derived from one of these shows what that shows, and its own fields here.
    shown = {"id"}.union(*(SHOWN.get(one, ()) for one in model.__mro__))
    return tuple(
        field
        for field in fields(model)
        if field.alias not in shown and field.part is None and field.shape != "keys"
    )


def _written(here: Here, field: Field, keys: tuple[Any, ...], value: Any) -> Inline:
    """Write one value by its type; the value of a mapping comes after its key."""
    match value:
        case Ref():
            written = here.record(*value)
        case EdtfDate():
            written = here.date(value)
        case Amount():
            written = text(here.words.amount(value))
        case Choice():
            written = here.say(value.message or str(value))
        case bool():
            written = here.say("yes") if value else here.say("no")
        case int() | float():
            written = text(here.words.decimal(value))
        case _ if (target := field.mark(Target)) is not None:
            written = here.record(target.sections[0], value)
        case _ if field.has(Mark.PROSE):
            written = text(here.plain(value))
        case _ if str(value).startswith(("http://", "https://")):
            written = outside_link(here.own(str(value)), str(value))
        case _:
            written = here.own(str(value))
    is_keyed = keys and isinstance(keys[-1], str)
    return here.join([text(str(keys[-1])), written], ": ") if is_keyed else written
