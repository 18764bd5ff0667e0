"""The entities are such as FollowTheMoney knows them, and say no more than the records."""

import json
from typing import Any

import pytest

from mkdocs_dossier.exports.ftm import FTM
from mkdocs_dossier.exports.published import Published
from tests.exports.richdossier import GONE, exported, published, rich
from tests.support import sound

SITE = "https://example.org/d/"
RECORDS = """
sources:
  s: {title: An article, publisher: paper, authors: [ann, unnamed], published: 2024-02, updated: 2024-02-05?,
    retrieved: "2024-02-06T10:30+01", url: "https://example.org/a", text: s.txt}
  r: {title: A report, kind: report}
actors:
  paper: {name: Paper, kind: media}
  gov: {name: Government, kind: government, part_of: [{actor: land, from: 2016-11, until: 2020~}]}
  land: {name: Land, kind: state}
  crowd: {name: Residents, kind: group}
  unnamed: {name: An official, kind: anonymous, part_of: gov}
  ann:
    name: Ann
    kind: person
    names: {ar: آن}
    aliases: [Anna]
    description: Of the [[gov]].
    wikidata: Q796
    roles: [{title: Head, at: gov, from: 2019-03-01, source: s, passage: its head},
      {title: Voice, at: crowd}, {title: Aide, at: unnamed}]
    relations: [{to: crowd, kind: friend of}]
places: {town: {name: Town, kind: city}}
events:
  strike: {name: A strike, kind: strike, when: 2024-02-02/2024-02-03, places: [town],
    participants: [{actor: gov, role: by}, {actor: unnamed, role: by}],
    evidence: [{source: s, passage: a strike}], summary: "What [[ann]] saw."}
  talk: {name: A talk, kind: talk, when: "2024-02-03T10:00:00-05:00"}
statements:
  yes: {speaker: [ann, unnamed], source: s, quote: It is over, said: 2024-02-05,
    also_in: [{source: r, quote: over}]}
"""
ARTICLE = "There was a strike. “It is over,” said Ann, its head."


def lines(found: Published) -> list[dict[str, Any]]:
    return [json.loads(line) for line in b"".join(FTM.write(found)).decode().splitlines()]


def entities() -> dict[str, dict[str, Any]]:
    loaded = sound({"records.yaml": RECORDS, "dossier.yaml": "title: Été 2024\n"}, {"s.txt": ARTICLE})
    return {one["id"]: one for one in lines(published(loaded, SITE))}


def test_the_entities_are_those_of_the_records() -> None:
    found = {key: (one["schema"], one["properties"]) for key, one in entities().items()}
    page = f"{SITE}actors/ann/"
    assert found == {
        "source-r": ("Document", {"sourceUrl": [f"{SITE}sources/r/"], "title": ["A report"]}),
        "source-s": (
            "Article",
            {
                "author": ["Ann"],
                "publishedAt": ["2024-02"],
                "publisher": ["Paper"],
                "retrievedAt": ["2024-02-06T09:30:00"],
                "sourceUrl": ["https://example.org/a"],
                "title": ["An article"],
            },
        ),
        "actor-ann": (
            "Person",
            {
                "alias": ["آن", "Anna"],
                "description": ["Of the Government."],
                "name": ["Ann"],
                "sourceUrl": [page],
                "wikidataId": ["Q796"],
            },
        ),
        "role-ann-0": (
            "Membership",
            {
                "member": ["actor-ann"],
                "organization": ["actor-gov"],
                "proof": ["source-s"],
                "role": ["Head"],
                "sourceUrl": [page],
                "startDate": ["2019-03-01"],
            },
        ),
        # No organisation; and one at somebody unnamed is left out.
        "role-ann-1": (
            "UnknownLink",
            {"object": ["actor-crowd"], "role": ["Voice"], "sourceUrl": [page], "subject": ["actor-ann"]},
        ),
        "relation-ann-0": (
            "UnknownLink",
            {"object": ["actor-crowd"], "role": ["friend of"], "sourceUrl": [page], "subject": ["actor-ann"]},
        ),
        "actor-crowd": ("LegalEntity", {"name": ["Residents"], "sourceUrl": [f"{SITE}actors/crowd/"]}),
        "actor-gov": ("PublicBody", {"name": ["Government"], "sourceUrl": [f"{SITE}actors/gov/"]}),
        "part-gov-0": (
            "Membership",
            {
                "member": ["actor-gov"],
                "organization": ["actor-land"],
                "sourceUrl": [f"{SITE}actors/gov/"],
                "startDate": ["2016-11"],
            },
        ),
        "actor-land": ("Organization", {"name": ["Land"], "sourceUrl": [f"{SITE}actors/land/"]}),
        "actor-paper": ("Organization", {"name": ["Paper"], "sourceUrl": [f"{SITE}actors/paper/"]}),
        "event-strike": (
            "Event",
            {
                "endDate": ["2024-02-03"],
                "involved": ["actor-gov"],
                "location": ["Town"],
                "name": ["A strike"],
                "proof": ["source-s"],
                "sourceUrl": [f"{SITE}events/strike/"],
                "startDate": ["2024-02-02"],
                "summary": ["What Ann saw."],
            },
        ),
        "event-talk": (
            "Event",
            {"date": ["2024-02-03T15:00:00"], "name": ["A talk"], "sourceUrl": [f"{SITE}events/talk/"]},
        ),
        **{
            f"statement-yes-0-{number}": (
                "Documentation",
                {
                    "date": ["2024-02-05"],
                    "document": [source],
                    "entity": ["actor-ann"],
                    "role": ["speaker"],
                    "sourceUrl": [f"{SITE}statements/yes/"],
                    "summary": ["Ann, An official: It is over"],
                },
            )
            for number, source in enumerate(["source-s", "source-r"])
        },
    }


def test_the_data_set_is_named_after_the_dossier() -> None:
    assert {tuple(one["datasets"]) for one in entities().values()} == {("ete_2024",)}
    loaded = sound({"records.yaml": RECORDS, "dossier.yaml": "title: عنوان\n"}, {"s.txt": ARTICLE})
    assert lines(published(loaded))[0]["datasets"] == ["dossier"]


def test_nothing_of_a_withdrawn_record_goes_out() -> None:
    content = b"".join(FTM.write(published(rich()))).decode()
    assert "The Gazette" in content
    assert GONE not in content
    assert '"actor-left"' not in content


def test_no_text_of_a_source_goes_out() -> None:
    assert "There was" not in json.dumps(list(entities().values()))


def seen(properties: dict[str, list[str]]) -> dict[str, list[str]]:
    """Leave out what nobody sees: the program drops the joiners between letters, which Persian needs."""
    return {key: sorted(one.replace("\u200c", "") for one in values) for key, values in properties.items()}


@pytest.mark.parametrize("name", ["rich", "seeds", "arabic", "synthetic"])
def test_the_program_itself_takes_every_entity_as_it_is(name: str) -> None:
    known = pytest.importorskip("followthemoney", reason="knows its own model")
    proxy = pytest.importorskip("followthemoney.proxy").EntityProxy
    found = exported(name)
    read = lines(Published(found.dossier, found.findings, SITE))
    schemas = {one["id"]: known.model.get(one["schema"]) for one in read}
    assert len(schemas) == len(read) > 10
    for one in read:
        schema = schemas[one["id"]]
        schema.validate(one)
        # Whatever the program would leave out or change as it cleans what it reads, it would have to clean.
        cleaned = proxy.from_dict(one, cleaned=False).to_dict()
        assert seen(cleaned["properties"]) == seen(one["properties"])
        assert cleaned["datasets"] == one["datasets"]
        assert set(schema.required) - {"fileName"} <= one["properties"].keys()
        for key, values in one["properties"].items():
            if schema.get(key).range:
                assert all(schemas[value].is_a(schema.get(key).range) for value in values), (one, key)
