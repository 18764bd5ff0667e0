"""A record is called unused where its page would lead to no other record, and nowhere else."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from pydantic import BaseModel

from mkdocs_dossier.model.fields import Target
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.model.walk import fields
from mkdocs_dossier.values.refs import Ref, Section
from tests.pages.showing import Shown
from tests.rules.checking import lines
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
        ("sources/s", {"agency": "it"}),
        ("events/e", {"participants": [{"actor": "it", "role": "led it"}]}),
        ("claims/c", {"about": ["actor/it"]}),
        ("statements/t", {"speaker": "it"}),
        ("statements/t", {"to": ["it"]}),
        ("statements/t", {"via": "it"}),
        ("statements/t", {"translated_by": "it"}),
        ("claims/c", {"replies": [{"actor": "it", "text": "No."}]}),
        ("statements/t", {"replies": [{"actor": "it", "text": "No."}]}),
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
        ("statements/t", {"also_in": [{"source": "it", "quote": "q"}]}),
        ("sources/s", {"republishes": "it"}),
        ("sources/it", {"republishes": "s"}),
        ("events/e", {"evidence": [{"source": "it", "passage": "p"}]}),
        ("events/e", {"figures": [FIGURE | {"source": "it"}]}),
        ("actors/other", {"roles": [{"title": "T", "at": "other", "source": "it"}]}),
        ("actors/other", {"relations": [{"to": "other", "kind": "k", "source": "it"}]}),
        ("claims/c", {"replies": [{"actor": "other", "source": "it"}]}),
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
    return [(section, place, more) for section, written in ties.items() for place, more in written]


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


def reverses(model: type[BaseModel], section: Section) -> Iterator[str]:
    """List the names that the fields of a model give to references to a section, at any depth."""
    for field in fields(model):
        if field.part:
            yield from reverses(field.part, section)
        elif field.has(Target) and section in field.mark(Target).sections:
            yield str(field.mark(Reverse))


@pytest.mark.parametrize("section", TIES)
def test_the_ties_above_are_all_that_there_are(section: Section) -> None:
    declared = {name for model in MODELS.values() for name in reverses(model, section)} | {"mentioned_in"}
    ref, tried = Ref(section, "it"), set[str]()
    for place, written in TIES[section]:
        dossier = shown(section, place, written).loaded.dossier
        tried.update(dossier.backlinks.get(ref, {}))
        tried.update(["mentioned_in"] if dossier.mentions.get(ref) else [])
    assert tried == declared


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


def unused(kind: str, yaml: str, settings: str = "title: A test\n") -> list[int]:
    return lines(f"unused-{kind}", yaml, settings=settings)


def test_a_link_in_prose_is_a_use() -> None:
    yaml = """
    actors:
      a: {name: A, kind: person}
      b: {name: B, kind: person, description: "Said by [[a]], [[place/p|the place]]."}
    places:
      p: {name: P}
    """
    assert unused("actor", yaml) == [3]
    assert unused("place", yaml) == []


def test_a_link_in_the_dossiers_summary_is_a_use() -> None:
    yaml = "actors: {a: {name: A, kind: person}}"
    assert unused("actor", yaml, "title: A test\nsummary: About [[a]].\n") == []


def test_to_name_oneself_is_no_use() -> None:
    yaml = """
    actors:
      a: {name: A, kind: person, description: "[[a]]", relations: [{to: a, kind: knows}]}
    places:
      p: {name: P, within: p}
    """
    assert unused("actor", yaml) == [2]
    assert unused("place", yaml) == [4]


def test_a_record_of_another_kind_with_the_same_id_is_another_record() -> None:
    yaml = """
    events:
      iraq: {name: Iraq, kind: war, places: [iraq], participants: [{actor: iraq, role: at war}]}
    places:
      iraq: {name: Iraq}
    actors:
      iraq: {name: Iraq, kind: state}
    """
    assert unused("actor", yaml) == unused("place", yaml) == []


def test_nothing_is_missed_in_a_dossier_of_which_a_part_could_not_be_read() -> None:
    yaml = """
    actors:
      a: {name: A, kind: person}
    claims:
      c: {text: It rained.}
    sources:
      s: {title: S}
    events:
      broken: {name: It, kind: No Such Kind}
    """
    for rule in ("unused-actor", "unused-source", "claim-without-position"):
        assert lines(rule, yaml) == []
        assert len(lines(rule, yaml.replace("No Such Kind", "rain"))) == 1
