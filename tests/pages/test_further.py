"""A field that no page shows in a way of its own stands on the page of its record all the same."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

import pytest
from pydantic import Field

from mkdocs_dossier.document import plain
from mkdocs_dossier.document.nodes import Block
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.model.fields import (
    ActorId,
    AmountField,
    Date,
    EventOrActor,
    Flag,
    Latitude,
    Prose,
    Tag,
    Text,
    Url,
    choice,
)
from mkdocs_dossier.model.recordparts import Part, Role
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.vocabulary import Reverse, Stance
from mkdocs_dossier.model.walk import field_names
from mkdocs_dossier.pages.further import SHOWN, further
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.site import _outlines
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.words import Words
from tests.support import sound

DOSSIER = """
actors:
  ada: {name: Ada, kind: person, relations: [{to: ben, kind: knows}]}
  ben: {name: Ben, kind: person}
"""
KEYS = {"name": "Ada", "kind": "person", "id": "ada"}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return sound(DOSSIER)


def shown(loaded: Loaded, model: type[Actor], values: Mapping[str, Any]) -> list[str]:
    """List what is said of a record of a model that is wider than ours."""
    wide = model.model_validate({**KEYS, **values})
    dossier = replace(loaded.dossier, actors={**loaded.dossier.actors, "ada": wide})
    view = View(dossier, loaded.findings, Words(), _outlines())
    return list(said(further(view.here("actors/ada/index.md"), Ref("actors", "ada"))))


def said(block: Block) -> Iterator[str]:
    yield from plain.lines(block)


class Ship(Part):
    name: Text
    launched: Date | None = None


class WideRole(Role):
    oath: Text | None = None


class Wide(Actor):
    motto: Text | None = None
    born: Date | None = None
    born_to: tuple[Annotated[ActorId, Reverse.RELATED], ...] = ()
    witness_of: Annotated[EventOrActor, Reverse.RELATED] | None = None
    fortune: AmountField | None = None
    alive: Flag | None = None
    height: Latitude | None = None
    view: Annotated[Stance, *choice(Stance)] | None = None
    site: Url | None = None
    life: Prose | None = None
    mottos: dict[Tag, Text] = Field({})
    ships: tuple[Ship, ...] = ()
    roles: tuple[WideRole, ...] = ()


FIELDS: dict[str, tuple[Any, list[str]]] = {
    "a text": ({"motto": "Onward"}, ["Motto Onward"]),
    "a date": ({"born": "1985-02-05"}, ["Born 5 February 1985"]),
    "ids of records": ({"born_to": ["ben", "ada"]}, ["Born to Ben; Ada"]),
    "a reference with its kind": ({"witness_of": "actor/ben"}, ["Witness of Ben"]),
    "an amount": ({"fortune": ">85"}, ["Fortune more than 85"]),
    "what is so": ({"alive": "true"}, ["Alive yes"]),
    "what is not so": ({"alive": "false"}, ["Alive no"]),
    "a number": ({"height": "1.5"}, ["Height 1.5"]),
    "a choice, by its word for readers": ({"view": "declines"}, ["View declines to say"]),
    "an address": ({"site": "https://example.org/x"}, ["Site https://example.org/x"]),
    "prose": ({"life": "*Long*, with [[ben]]."}, ["Life Long, with Ben."]),
    "a mapping": ({"mottos": {"fr": "En avant", "ar": "x"}}, ["Mottos fr: En avant; ar: x"]),
    "parts": (
        {"ships": [{"name": "Argo"}, {"name": "Ark", "launched": "2024"}]},
        [
            "Ships 1: name Argo",
            "Ships 2: name Ark",
            "Ships 2: launched 2024",
        ],
    ),
    "a field of a part that we have": (
        {"roles": [{"title": "Chair", "at": "ben", "oath": "I do"}]},
        ["Roles 1: oath I do"],
    ),
}


@pytest.mark.parametrize(("values", "lines"), FIELDS.values(), ids=FIELDS.keys())
def test_a_field_that_no_page_knows_is_shown_under_its_own_name(
    loaded: Loaded, values: dict[str, Any], lines: list[str]
) -> None:
    assert shown(loaded, Wide, values) == ["Further details", *lines]


def test_what_a_page_shows_in_its_own_way_is_not_said_twice(loaded: Loaded) -> None:
    assert shown(loaded, Wide, {}) == []


def test_what_is_said_to_be_shown_is_a_field_of_its_model() -> None:
    for model, names in SHOWN.items():
        assert names <= set(field_names(model))
