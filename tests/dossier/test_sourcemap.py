"""Where records and settings stand in the files: the place of each field, and of what is not written."""

import pytest

from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH, SourceMap
from mkdocs_dossier.problems import Location
from mkdocs_dossier.values.refs import Path, Ref
from mkdocs_dossier.yaml.tree import MapNode
from tests.support import RECORDS, SETTINGS, dossier_of, sound

YAML = """\
actors:
  ada:
    name: Ada
    kind: person
    roles:
      - {title: Mayor, at: town}
      - title: Clerk
        at: town
  town: {name: Town, kind: government}
claims:
  so: {text: So., note: }
  bare:
statements:
  x: {speaker: ada, source: paper, quote: [one, two], positions: {so: asserts}}
sources:
  paper: {title: Paper}
"""
ADA, TOWN, SO, BARE, X = (
    Ref("actors", "ada"),
    Ref("actors", "town"),
    Ref("claims", "so"),
    Ref("claims", "bare"),
    Ref("statements", "x"),
)


def places() -> SourceMap:
    return dossier_of({"dossier.yaml": "title: T\neditors: [A, B]\n", RECORDS: YAML}).source_map


@pytest.mark.parametrize(
    ("ref", "path", "line", "column"),
    [
        # The record itself stands where its id is written.
        (ADA, (), 2, 3),
        (TOWN, (), 9, 3),
        (ADA, ("name",), 3, 11),
        (ADA, ("roles",), 6, 7),
        (ADA, ("roles", 0), 6, 9),
        (ADA, ("roles", 0, "at"), 6, 28),
        (ADA, ("roles", 1, "at"), 8, 13),
        (X, ("quote", 1), 14, 49),
        (X, ("positions", "so"), 14, 71),
        # What is not written stands at the last thing on the way to it that is.
        (ADA, ("description",), 2, 3),
        (ADA, ("from", 3), 2, 3),
        (ADA, ("roles", 7), 6, 7),
        (ADA, ("roles", 1, "source"), 7, 9),
        (X, ("quote", 2), 14, 43),
        # A field without a value, and a record without a field.
        (SO, ("note",), 11, 19),
        (BARE, (), 12, 3),
        (BARE, ("text",), 12, 3),
    ],
)
def test_a_field_has_a_place_in_its_file(ref: Ref, path: Path, line: int, column: int) -> None:
    assert places().place(ref, path) == Location(RECORDS, line, column)


def test_the_place_of_a_key_is_told_from_that_of_its_value() -> None:
    entry = places().entries[X]
    assert entry.locate(("positions", "so")) == Location(RECORDS, 14, 71)
    assert entry.locate(("positions", "so"), key=True) == Location(RECORDS, 14, 67)
    # Where the field is not written, there is no key either.
    assert entry.locate(("corrects",), key=True) == entry.key.location == Location(RECORDS, 14, 3)


def test_every_record_that_is_written_has_an_entry_whether_or_not_it_is_valid() -> None:
    loaded = dossier_of(YAML)
    assert set(loaded.source_map.entries) == {ADA, TOWN, SO, BARE, X, Ref("sources", "paper")}
    assert BARE.id not in loaded.dossier.claims
    for ref, entry in loaded.source_map.entries.items():
        assert (entry.ref, entry.key.value) == (ref, ref.id)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [(("title",), 1, 8), (("editors",), 2, 10), (("editors", 1), 2, 14), (("summary",), 1, 1), ((), 1, 1)],
)
def test_a_setting_has_a_place_in_the_file_of_settings(path: Path, line: int, column: int) -> None:
    assert places().settings_place(path) == Location(SETTINGS_PATH, line, column)


def test_where_there_are_no_settings_their_place_is_the_begin_of_their_file() -> None:
    assert SourceMap().settings_place(("title",)) == Location(SETTINGS_PATH, 1, 1)
    assert SourceMap().settings is None


def test_the_trees_are_those_of_the_files_that_nothing_is_wrong_with_as_yaml() -> None:
    twice = "actors: {b: {name: B, name: B, kind: person}}\n"
    files = {"good.yaml": "actors: {a: {name: 7}}\n", "bad.yaml": "actors: {a\n", "twice.yaml": twice}
    found = dossier_of(files).source_map
    assert "duplicate-key" in {one.rule for one in found.unread}
    assert Ref("actors", "b") in found.entries
    assert set(found.trees) == {"dossier.yaml", "good.yaml"}
    assert isinstance(found.trees["good.yaml"], MapNode)
    assert found.settings is found.trees["dossier.yaml"]


def test_what_is_wrong_with_files_and_records_in_themselves_is_unread() -> None:
    assert sound(YAML.replace("  bare:\n", "").replace(", note: ", "")).source_map.unread == ()
    wrong = dossier_of({"dossier.yaml": SETTINGS, "a.yaml": "actors: {a: {name: A}}\n", "b.yaml": "x: [\n"})
    assert {one.rule for one in wrong.source_map.unread} == {"missing-field", "yaml-syntax"}
    # What a record names is looked up later, and says nothing of what is written.
    named = dossier_of("claims: {c: {text: C, about: [event/nothing]}}\n")
    assert "unknown-reference" in {one.rule for one in named.problems}
    assert named.source_map.unread == ()
