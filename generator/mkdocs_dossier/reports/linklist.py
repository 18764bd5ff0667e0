"""The addresses that stand in a dossier, each with its place, and the sources that name no copy of theirs."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.document.nodes import Block, Box, Element, Inline, Paragraph
from mkdocs_dossier.document.prose import prose
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.model.fields import Mark
from mkdocs_dossier.model.records import Actor, Record, Source
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.walk import leaves
from mkdocs_dossier.problems import Location
from mkdocs_dossier.values.refs import Path, Ref

_ASKED = ("http://", "https://")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An address as it is written: where, in which record (`source news`, or `dossier`), in which field.

    `copies` are those in archives that the same record names for it.
    """

    place: Location
    record: str
    field: str
    url: str
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Unarchived:
    """A source that names no copy in an archive, and the place of its address."""

    place: Location
    record: str
    url: str


def addresses(dossier: Dossier, places: SourceMap, *, only_sources: bool = False) -> list[Address]:
    """List the addresses of a dossier, sorted by place; those of records that were withdrawn are left out."""
    found: list[Address] = []
    for ref, record in _standing(dossier):
        if isinstance(record, Source) or not only_sources:
            called = f"{ref.kind} {ref.id}"
            for path, url in (*_fields(record), *_in_prose(record)):
                copies = record.archived if isinstance(record, Source) and path == ("url",) else ()
                found.append(Address(places.place(ref, path), called, str(path[0]), url, copies))
    if not only_sources:
        for path, url in _in_prose(dossier.settings):
            found.append(Address(places.settings_place(path), "dossier", str(path[0]), url))
    return sorted(found)


def unarchived(dossier: Dossier, places: SourceMap) -> list[Unarchived]:
    """List the sources with an address of which no copy in an archive is named, sorted by place."""
    return sorted(
        Unarchived(places.place(ref, ("url",)), f"{ref.kind} {ref.id}", record.url)
        for ref, record in _standing(dossier)
        if isinstance(record, Source) and record.url is not None and not record.archived
    )


def _standing(dossier: Dossier) -> Iterator[tuple[Ref, Record]]:
    return ((ref, record) for ref, record in dossier.all_records() if record.withdrawn is None)


def _fields(record: Record) -> Iterator[tuple[Path, str]]:
    """List the fields of a record that hold an address."""
    if isinstance(record, Source):
        if record.url is not None:
            yield ("url",), record.url
        yield from ((("archived", index), url) for index, url in enumerate(record.archived))
    elif isinstance(record, Actor):
        yield from ((("links", index), url) for index, url in enumerate(record.links))


def _in_prose(record: Record | Settings) -> Iterator[tuple[Path, str]]:
    """List the links to addresses in the prose of a record, with the way to the text that each stands in."""
    for leaf in leaves(record, Mark.PROSE):
        if "](" in leaf.value:
            for url in dict.fromkeys(_linked(prose(leaf.value, lambda _: ()))):
                yield leaf.path, url


def _linked(nodes: Block | Inline) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Box):
            yield from _linked(node.blocks)
        elif isinstance(node, Paragraph | Element):
            target = dict(node.attributes).get("href", "") if isinstance(node, Element) else ""
            if target.lower().startswith(_ASKED):
                yield target
            yield from _linked(node.content)
