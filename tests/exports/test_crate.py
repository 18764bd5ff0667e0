"""The description of the data is a crate that programs open, and says what the standard asks for."""

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_dossier.exports.crate import CRATE
from mkdocs_dossier.exports.downloads import downloads
from mkdocs_dossier.exports.published import Published
from tests.exports.richdossier import published, rich
from tests.support import loaded_seeds, sound

SITE = "https://example.org/d/"


def entities(found: Published) -> dict[str, Any]:
    crate = json.loads(b"".join(CRATE.write(found)))
    assert crate["@context"] == "https://w3id.org/ro/crate/1.1/context"
    graph = crate["@graph"]
    by_id = {one["@id"]: one for one in graph}
    assert len(by_id) == len(graph)
    return by_id


def with_settings(settings: str) -> dict[str, Any]:
    return entities(published(sound({"dossier.yaml": f"title: T\n{settings}", "records.yaml": ""}), SITE))


def test_the_root_says_what_the_dossier_says_of_itself() -> None:
    found = entities(published(rich(), SITE))
    root = found["./"]
    listed = root.pop("hasPart")
    assert root == {
        "@id": "./",
        "@type": "Dataset",
        "name": "=A title",
        "description": "A summary.",
        "datePublished": "2024-03-01",
        "license": {"@id": "https://creativecommons.org/licenses/by-sa/4.0/"},
        "editor": [{"@id": "#editor-1"}, {"@id": "#editor-2"}],
        "inLanguage": "en",
        "isPartOf": {"@id": SITE},
    }
    assert found["#editor-1"] == {"@id": "#editor-1", "@type": "Thing", "name": "Ed Itor"}
    assert found[SITE] == {"@id": SITE, "@type": "WebSite", "name": "=A title"}
    files = {name for one in downloads() for name in one.files} - {CRATE.name}
    assert {one["@id"] for one in listed} == files
    assert all(found[name]["@type"] == "File" for name in files)


def test_the_descriptor_is_as_the_standard_has_it() -> None:
    assert entities(published(loaded_seeds()))["ro-crate-metadata.json"] == {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }


def test_each_entity_that_is_named_is_described() -> None:
    found = entities(published(rich(), SITE))
    named = {
        one["@id"]
        for entity in found.values()
        for value in entity.values()
        for one in (value if isinstance(value, list) else [value])
        if isinstance(one, dict)
    }
    assert named - found.keys() == {"https://w3id.org/ro/crate/1.1"}
    assert found.keys() - named == {"ro-crate-metadata.json"}


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc by-nc-sa 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC-BY-ND-4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://example.org/licence", "https://example.org/licence"),
        ("CC BY 4.0, but for the pictures", "#licence"),
        ("All rights reserved", "#licence"),
    ],
)
def test_a_licence_is_named_by_its_address_if_it_has_one(licence: str, address: str) -> None:
    found = with_settings(f"licence: '{licence}'\n")
    assert found["./"]["license"] == {"@id": address}
    assert found[address]["name"] == licence


@pytest.mark.parametrize(
    ("updated", "date"), [("2024-02-05", "2024-02-05"), ("2024-02", "2024-02"), ("2024-02?", None)]
)
def test_the_date_of_publication_is_the_one_that_the_dossier_gives(updated: str, date: str | None) -> None:
    assert with_settings(f"updated: {updated}\n")["./"].get("datePublished") == date


def test_what_a_dossier_does_not_say_is_not_made_up() -> None:
    found = entities(published(sound("")))
    assert found["./"].keys() == {"@id", "@type", "name", "description", "inLanguage", "hasPart"}


def test_a_program_for_crates_opens_it(tmp_path: Path) -> None:
    opened = pytest.importorskip("rocrate.rocrate", reason="opens crates").ROCrate
    found = published(rich(), SITE)
    for export in downloads():
        for name in export.files:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"".join(CRATE.write(found)) if name == CRATE.name else b"{}")
    crate = opened(str(tmp_path))
    assert (crate.name, crate.description) == ("=A title", "A summary.")
    assert crate.license["name"] == "CC BY-SA 4.0"
    assert crate.datePublished.date().isoformat() == "2024-03-01"
    files = {name for one in downloads() for name in one.files} - {CRATE.name}
    assert {one.id for one in crate.data_entities} == files
