"""The schema of dossier.json: it admits what is written, and nothing else."""

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_dossier.exports.dossier_json import DOSSIER_JSON
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.published_schema import DOSSIER_SCHEMA
from tests.exports.richdossier import exported, published, rich

Json = dict[str, Any]


def schema(address: str = "") -> Json:
    read: Json = json.loads(b"".join(DOSSIER_SCHEMA.write(published(rich(), address))))
    return read


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def data(found: Published) -> Json:
    read: Json = json.loads(b"".join(DOSSIER_JSON.write(found)))
    return read


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("which", ["seeds", "rich", "arabic", "hostile", "synthetic", "empty"])
def test_it_admits_what_is_written(which: str) -> None:
    found = [f"{list(one.path)}: {one.message}" for one in validator().iter_errors(data(exported(which)))]
    assert found == []


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (["statements", "mayor-closed", "derived", "reports", 0, "origin"], "wire"),
        (["statements", "mayor-closed", "derived", "verification", 0, "tier"], "nearly"),
        (["statements", "mayor-closed", "derived", "verification", 0, "start"], "3"),
        (["statements", "mayor-closed", "speaker"], 7),
        (["statements", "mayor-closed", "positions", "closed"], "agrees"),
        (["actors", "town", "part_of", 0, "actor"], "The Land"),
        (["events", "closing", "figures", 0, "value"], 30),
        (["events", "closing", "derived", "conflicts", 0, "figures"], [0]),
        (["claims", "closed", "derived", "label"], "false"),
        (["claims", "closed", "derived", "more"], []),
        (["sources", "paper", "withdrawn"], {"on": "2024", "why": "Why."}),
        (["places", "county", "lat"], 91),
        (["dossier", "title"], ""),
        (["more"], {}),
    ],
)
def test_it_refuses_anything_else(way: list[str | int], value: object) -> None:
    written: Any = data(exported("rich"))
    inner = written
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = value
    assert not validator().is_valid(written)


@pytest.mark.parametrize("section", ["sources", "actors", "places", "events", "claims", "statements"])
def test_every_record_has_what_is_derived_of_it(section: str) -> None:
    written = data(exported("rich"))
    next(iter(written[section].values())).pop("derived")
    assert not validator().is_valid(written)


def test_all_that_it_defines_is_used() -> None:
    text = json.dumps(schema())
    assert [name for name in schema()["$defs"] if f'"#/$defs/{name}"' not in text] == []


def test_it_bears_its_address_where_that_is_known() -> None:
    assert "$id" not in schema()
    assert schema("https://example.org/")["$id"] == "https://example.org/data/dossier.schema.json"
