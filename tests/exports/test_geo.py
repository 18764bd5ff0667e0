"""Events on a map: nowhere nearer than their sources say."""

import json
from typing import Any

import pytest

from mkdocs_dossier.exports.geo import GEOJSON
from mkdocs_dossier.exports.published import Published
from tests.exports.richdossier import GONE, exported, published, rich
from tests.support import sound

Json = dict[str, Any]


def collection(found: Published) -> Json:
    written: Json = json.loads(b"".join(GEOJSON.write(found)))
    return written


def features(yaml: str = "") -> dict[str, Json]:
    """Read the features of a dossier by their ids, of the rich one where none is given."""
    found = published(sound(yaml) if yaml else rich(), "https://example.org/")
    return {one["id"]: one for one in collection(found)["features"]}


@pytest.mark.parametrize("which", ["seeds", "rich", "hostile", "empty"])
def test_it_is_geojson_to_another_program(which: str) -> None:
    model = pytest.importorskip("geojson_pydantic").FeatureCollection
    found = exported(which)
    read = model.model_validate_json(b"".join(GEOJSON.write(found)))
    places = {(one.lon, one.lat) for one in found.dossier.places.values() if one.lat is not None}
    assert (len(read.features) > 0) == (which != "empty")
    for feature in read.features:
        if feature.geometry is not None:
            at = feature.geometry.coordinates
            assert (at.longitude, at.latitude) in places


def test_an_event_is_at_each_of_its_places_that_has_coordinates() -> None:
    found = features()
    assert list(found) == ["closing/town-place", "closing/county", "closing/unknown-kind", "opening"]
    assert found["closing/town-place"]["geometry"] == {"type": "Point", "coordinates": [44.5, 33.25]}


def test_an_event_of_which_nobody_knows_where_it_was_has_no_geometry() -> None:
    found = features()["opening"]
    assert found["geometry"] is None
    assert "precision" not in found["properties"]


def test_coordinates_of_an_area_are_its_middle_and_those_of_an_unknown_kind_nothing_known() -> None:
    told = {key: one["properties"].get("precision") for key, one in features().items()}
    assert told == {
        "closing/town-place": "point",
        "closing/county": "middle of the region",
        "closing/unknown-kind": None,
        "opening": None,
    }


def test_what_is_known_of_an_event_is_there() -> None:
    assert features()["closing/county"]["properties"] == {
        "event": "closing",
        "name": "The closing of the bridge",
        "kind": "closure",
        "when": "2024-02/..",
        "earliest": "2024-02-01",
        "latest": None,
        "participants": [
            {"actor": "town", "name": "@Town", "role": "closed it"},
            {"actor": "left", "name": "left", "role": "was there"},
        ],
        "sources": 1,
        "page": "https://example.org/events/closing/",
        "place": "county",
        "place_name": "The County",
        "place_kind": "region",
        "precision": "middle of the region",
    }


def test_a_place_that_is_named_twice_is_one() -> None:
    yaml = """
places: {p: {name: P, kind: city, lat: 1, lon: 2}}
events: {e: {name: E, kind: k, places: [p, p]}}
"""
    assert list(features(yaml)) == ["e/p"]


def test_a_withdrawn_place_has_no_coordinates() -> None:
    yaml = """
places: {p: {name: P, kind: city, lat: 1, lon: 2, withdrawn: {on: 2024, why: Wrong place.}}}
events: {e: {name: E, kind: k, places: [p]}, f: {name: F, kind: k, withdrawn: {on: 2024, why: Wrong day.}}}
"""
    found = features(yaml)
    assert {key: one["geometry"] for key, one in found.items()} == {"e": None}


def test_a_feature_is_a_line_and_nothing_withdrawn_is_in_one() -> None:
    content = b"".join(GEOJSON.write(exported("rich"))).decode()
    assert GONE not in content
    first, *lines, last = content.splitlines()
    assert [json.loads(line.rstrip(","))["type"] for line in lines] == ["Feature"] * 4
    assert (first, last) == ('{"type": "FeatureCollection", "features": [', "]}")


def test_no_event_is_an_empty_collection() -> None:
    assert collection(exported("empty")) == {"type": "FeatureCollection", "features": []}
