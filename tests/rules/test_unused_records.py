"""A record is called unused where its page would lead to no other record, and nowhere else."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from mkdocs_dossier.model.fields import Target
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.values.refs import Ref, Section
from tests.pages.showing import Shown
from tests.support import sound

BASE: dict[str, dict[str, dict[str, Any]]] = {
    "sources": {"it": {"title": "It"}, "s": {"title": "S"}},
    "actors": {"it": {"name": "It", "kind": "person"}, "other": {"name": "Other", "kind": "state"}},
    "places": {"it": {"name": "It"}, "other": {"name": "Other"}},
    "events": {"e": {"name": "E", "kind": "k"}},
    "claims": {"c": {"text": "So."}},
    "statements": {"t": {"speaker": "other", "source": "s", "quote": "q"}},
}
FIGURE = {"measure": "m", "value": "1", "source": "s", "passage": "p"}

# What ties the record `it` of a section to another: the record in which it is written, and the field.
TIES: dict[Section, list[tuple[str, dict[str, Any]]]] = {
    "actors": [
        ("actors/it", {"part_of": "other"}),
        ("actors/it", {"part_of": [{"actor": "other", "until": "2020"}]}),
        ("actors/it", {"roles": [{"title": "Head", "at": "other", "from": "2013-01-01"}]}),
        ("actors/it", {"roles": [{"title": "Head", "at": "it"}, {"title": "Head", "at": "other"}]}),
        ("actors/it", {"relations": [{"to": "other", "kind": "knows"}]}),
        ("actors/other", {"part_of": "it"}),
        ("actors/other", {"roles": [{"title": "Head", "at": "it"}]}),
        ("actors/other", {"relations": [{"to": "it", "kind": "knows"}]}),
        ("actors/other", {"description": "See [[actor/it]]."}),
        ("sources/s", {"publisher": "it"}),
        ("sources/s", {"authors": ["it"]}),
        ("events/e", {"participants": [{"actor": "it", "role": "led it"}]}),
        ("claims/c", {"about": ["actor/it"]}),
        ("statements/t", {"speaker": "it"}),
        ("statements/t", {"to": ["it"]}),
        ("events/e", {"figures": [FIGURE | {"of": "it"}]}),
        ("events/e", {"figures": [FIGURE | {"attributed_to": "it"}]}),
    ],
    "places": [
        ("places/it", {"within": "other"}),
        ("places/other", {"within": "it"}),
        ("sources/s", {"dateline": "it"}),
        ("events/e", {"places": ["it"]}),
        ("claims/c", {"note": "See [[place/it]]."}),
    ],
    "sources": [
        ("statements/t", {"source": "it"}),
        ("events/e", {"evidence": [{"source": "it", "passage": "p"}]}),
        ("events/e", {"figures": [FIGURE | {"source": "it"}]}),
        ("actors/other", {"roles": [{"title": "T", "at": "other", "source": "it"}]}),
        ("actors/other", {"relations": [{"to": "other", "kind": "k", "source": "it"}]}),
        ("events/e", {"summary": "See [[source/it]]."}),
    ],
}

# What says of a record what is no tie to another one.
NO_TIES: dict[Section, list[tuple[str, dict[str, Any]]]] = {
    "actors": [
        ("claims/c", {}),
        ("actors/it", {"names": {"fr": "Ça"}, "aliases": ["That"], "description": "It is [[actor/it]]."}),
        ("actors/it", {"wikidata": "Q796", "links": ["https://example.org/it"]}),
        (
            "actors/it",
            {"roles": [{"title": "Head", "at": "it"}], "relations": [{"to": "it", "kind": "knows"}]},
        ),
    ],
    "places": [
        ("claims/c", {}),
        ("places/it", {"lat": "1", "lon": "2", "kind": "city", "wikidata": "Q796", "aliases": ["That"]}),
    ],
    "sources": [("claims/c", {}), ("sources/it", {"url": "https://example.org/it", "published": "2024"})],
}

ASIDE = {"of", "attributed_to"}
"""Whom a figure counts, and whose it is, stands on the page of its event alone: both are in use."""

Case = tuple[Section, str, dict[str, Any]]


def cases(ties: dict[Section, list[tuple[str, dict[str, Any]]]]) -> list[Case]:
    return [(section, place, fields) for section, written in ties.items() for place, fields in written]


def shown(section: Section, place: str, fields: dict[str, Any]) -> Shown:
    """Make a dossier of few records, to one of which fields are added; `it` is one of its section alone."""
    records = deepcopy(BASE)
    for other in ("sources", "actors", "places"):
        if other != section:
            del records[other]["it"]
    owner, identifier = place.split("/")
    records[owner][identifier] |= fields
    return Shown(sound(json.dumps(records)))


def is_called_unused(site: Shown, section: Section) -> bool:
    rule = f"unused-{section.removesuffix('s')}"
    found = [one for one in site.loaded.problems if one.rule == rule and "`it`" in one.message]
    return bool(found)


def leads_on(site: Shown, section: Section) -> bool:
    """Tell whether the page of `it` leads to the page of another record."""
    records = {f"{kind}/{key}" for kind in MODELS for key in site.loaded.dossier.section(kind)}
    return bool(records & site.leads_to(f"{section}/it") - {f"{section}/it"})


@pytest.mark.parametrize(("section", "place", "fields"), cases(TIES))
def test_what_is_tied_to_another_record_is_in_use_and_its_page_leads_there(
    section: Section, place: str, fields: dict[str, Any]
) -> None:
    site = shown(section, place, fields)
    assert not is_called_unused(site, section)
    assert leads_on(site, section) is ASIDE.isdisjoint(fields.get("figures", [{}])[0])


@pytest.mark.parametrize(("section", "place", "fields"), cases(NO_TIES))
def test_what_is_tied_to_nothing_is_unused_whatever_is_said_of_it(
    section: Section, place: str, fields: dict[str, Any]
) -> None:
    site = shown(section, place, fields)
    assert is_called_unused(site, section)
    assert not leads_on(site, section)


def reverses(annotation: Any, section: Section) -> Iterator[Reverse]:
    """List the names that the fields of a model give to references to a section, at any depth."""
    marks = getattr(annotation, "__metadata__", ())
    reverse = next((mark for mark in marks if isinstance(mark, Reverse)), None)
    if reverse and section in next(target(annotation)).sections:
        yield reverse
    for inner in get_args(annotation):
        yield from reverses(inner, section)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for info in annotation.model_fields.values():
            reverse = next((mark for mark in info.metadata if isinstance(mark, Reverse)), None)
            found = next((mark for mark in info.metadata if isinstance(mark, Target)), None)
            if reverse and found and section in found.sections:
                yield reverse
            yield from reverses(info.annotation, section)


def target(annotation: Any) -> Iterator[Target]:
    yield from (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Target))
    for inner in get_args(annotation):
        yield from target(inner)


@pytest.mark.parametrize("section", TIES)
def test_the_ties_above_are_all_that_there_are(section: Section) -> None:
    declared = {name for model in MODELS.values() for name in reverses(model, section)}
    tied = [shown(section, place, fields).loaded.dossier for place, fields in TIES[section]]
    it = Ref(section, "it")
    assert {
        reverse for dossier in tied if it in dossier.backlinks for reverse in dossier.backlinks[it]
    } == declared
    assert any(dossier.mentions.get(it) for dossier in tied)


def test_an_actor_with_a_role_at_a_body_is_in_use_and_so_is_the_body() -> None:
    loaded = sound(
        "actors:\n"
        "  ada: {name: Ada Quist, kind: person, roles: [{title: Member, at: assembly, from: 2013-01-01}]}\n"
        "  assembly: {name: Assembly, kind: government}\n"
    )
    assert loaded.problems == ()


def test_a_source_that_nothing_is_taken_from_is_unused_whoever_published_it() -> None:
    fields = {"publisher": "other", "authors": ["other"]}
    assert is_called_unused(shown("sources", "sources/it", fields), "sources")


def test_an_actor_whose_role_at_itself_has_a_source_is_unused() -> None:
    fields = {"roles": [{"title": "T", "at": "it", "source": "s"}]}
    assert is_called_unused(shown("actors", "actors/it", fields), "actors")
