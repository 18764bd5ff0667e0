import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import yaml
from mkdocs_dossier.model.json_schema import changes_schema, records_schema, settings_schema
from mkdocs_dossier.model.recordparts import Membership, Part, Participant, Role
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.values.refs import SECTIONS

SEEDS = Path(__file__).parents[2] / "seeds"
RECORDS: dict[str, Any] = json.loads(records_schema())
SETTINGS: dict[str, Any] = json.loads(settings_schema())
CHANGES: dict[str, Any] = json.loads(changes_schema())


class EditorLoader(yaml.SafeLoader):
    """Types plain scalars as an editor does: by the core schema of YAML 1.2."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern in {
    "null": r"^(~|null|)$",
    "bool": r"^(true|false)$",
    "int": r"^[-+]?[0-9]+$",
    "float": r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)$",
}.items():
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), None)


def faults(text: str, schema: dict[str, Any] = RECORDS) -> list[str]:
    """Say what an editor underlines."""
    data = yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a safe loader
    return [fault.message for fault in Draft7Validator(schema).iter_errors(data)]


def record(section: str, fields: str) -> str:
    """Write a file of one record."""
    return f"{section}:\n  a: {{{fields}}}\n"


def parts_of(model: type[Part]) -> Iterator[type[Part]]:
    """Find a model and the models of its parts."""
    yield model
    for info in model.model_fields.values():
        for argument in getattr(info.annotation, "__args__", ()):
            if isinstance(argument, type) and issubclass(argument, Part):
                yield from parts_of(argument)


PARTS = sorted(
    {part for model in MODELS.values() for part in parts_of(model)}, key=lambda part: part.__name__
)


@pytest.mark.parametrize("schema", [RECORDS, SETTINGS, CHANGES])
def test_the_schemas_are_of_draft_07(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)


def test_the_schemas_are_the_same_each_time_and_sorted() -> None:
    for write in (records_schema, settings_schema):
        assert write() == write()
        assert write() == json.dumps(json.loads(write()), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_the_parts_of_records_are_found() -> None:
    assert {Membership, Role, Participant} < {*PARTS}


@pytest.mark.parametrize("part", [*PARTS, Settings])
def test_schema_and_model_have_the_same_fields(part: type[Part]) -> None:
    schema = SETTINGS if part is Settings else RECORDS["definitions"][part.__name__]
    fields = {info.alias or name: info for name, info in part.model_fields.items() if name != "id"}
    assert schema["additionalProperties"] is False
    assert schema["properties"].keys() == fields.keys()
    assert {*schema.get("required", ())} == {name for name, info in fields.items() if info.is_required()}
    assert schema["description"] == part.__doc__
    for name, info in fields.items():
        assert info.description
        assert schema["properties"][name]["description"] == info.description


def properties() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, definition in (*RECORDS["definitions"].items(), ("Settings", SETTINGS)):
        for field, shape in definition["properties"].items():
            yield name, field, shape


@pytest.mark.parametrize(("owner", "field", "shape"), [*properties()])
def test_each_field_has_choices_or_an_example_that_is_valid(
    owner: str, field: str, shape: dict[str, Any]
) -> None:
    values = shape.get("examples") or shape.get("enum") or ([True] if "boolean" in shape["type"] else [])
    assert values, f"{owner}.{field}"
    validator = Draft7Validator({**shape, "definitions": RECORDS["definitions"]})
    assert [value for value in values if not validator.is_valid(value)] == []


def as_text(value: Any) -> Any:
    """Give data as a dossier is read: all scalars text."""
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return json.dumps(value) if isinstance(value, bool | int | float) else value


@pytest.mark.parametrize("part", [*PARTS, Settings])
def test_the_examples_are_what_the_models_read(part: type[Part]) -> None:
    schema = SETTINGS if part is Settings else RECORDS["definitions"][part.__name__]
    columns = {name: shape.get("examples", []) for name, shape in schema["properties"].items()}
    for row in range(max(map(len, columns.values()))):
        data = {name: as_text(values[row % len(values)]) for name, values in columns.items() if values}
        kinds = {name: shape["enum"][0] for name, shape in schema["properties"].items() if "enum" in shape}
        known = {"id": "a"} if "id" in part.model_fields else {}
        if schema.get("maxProperties") == 1:
            data = dict([[*data.items()][row % len(data)]])
        assert part.model_validate({**data, **kinds, **known})


def test_records_are_named_by_ids_below_the_six_keys() -> None:
    assert RECORDS["properties"].keys() == {*SECTIONS}
    assert RECORDS["additionalProperties"] is False
    for section in SECTIONS:
        assert [*RECORDS["properties"][section]["patternProperties"]] == ["^[a-z0-9]+(-[a-z0-9]+)*$"]


@pytest.mark.parametrize("path", sorted(SEEDS.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_projects_own_dossier_is_valid_in_an_editor(path: Path) -> None:
    schema = {"dossier.yaml": SETTINGS, "changes.yaml": CHANGES}.get(path.name, RECORDS)
    assert faults(path.read_text("utf-8"), schema) == []


@pytest.mark.parametrize(
    "text",
    [
        record("places", "name: 1984, lat: 33, lon: 44.5"),
        record("places", "name: A, lat: '33', lon: '44.5'"),
        record("actors", "name: A, kind: person, part_of: b"),
        record("actors", "name: A, kind: person, review: draft"),
        record("sources", "title: A, drafted: {by: A program, on: 2024}"),
        record("statements", "speaker: not-found, source: a, quote: b, review: draft"),
        record("actors", "name: A, kind: person, part_of: [{actor: b, from: 2016, until: 2024-02-05}]"),
        record("actors", "name: A, kind: person, roles: [{title: T, at: b, speaks_for: true}]"),
        record("actors", "name: A, kind: person, roles: [{title: T, at: b, speaks_for: 'false'}]"),
        record("actors", "name: A, kind: person, names: {no: B, zh-Hant: C}"),
        record(
            "events",
            "name: A, kind: k, when: 2024, figures: [{measure: m, value: 85, source: s, passage: p}]",
        ),
        record(
            "events", "name: A, kind: k, figures: [{measure: m, value: 8.5, source: 2024, passage: [p, q]}]"
        ),
        record("statements", "speaker: a, source: s, quote: q, positions: {c: denies}"),
        record("statements", "speaker: a, source: s, quote: [q, 2], said: 2024-02-05T13:15:00-05:00"),
        "claims:\n",
    ],
)
def test_what_an_editor_makes_of_plain_scalars_is_admitted(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("people: {}\n", "'people' was unexpected"),
        ("actors:\n  Basim Awadi: {name: A, kind: person}\n", "does not match any of the regexes"),
        (record("actors", "name: A, kind: persn"), "'persn' is not one of"),
        (record("actors", "name: A"), "'kind' is a required property"),
        (record("actors", "id: a, name: A, kind: person"), "'id' was unexpected"),
        (record("actors", "name: A, kind: person, from_: 2024"), "'from_' was unexpected"),
        (record("actors", "name: , kind: person"), "None is not of type"),
        (record("actors", "name: A, kind: person, links: [ftp://x/y]"), "does not match '^https?://'"),
        (record("places", "name: A, lat: 91, lon: 0"), "91 is greater than the maximum"),
        (record("events", "name: A, kind: k, when: yesterday"), "'yesterday' does not match"),
        (record("statements", "speaker: a, source: s, positions: {c: maybe}"), "'maybe' is not one of"),
        (record("claims", "text: A, review: done"), "'done' is not one of ['draft']"),
        (record("sources", "title: A, drafted: {by: A program}"), "'on' is a required property"),
        (record("claims", "text: A, about: [airstrike]"), "'airstrike' does not match"),
    ],
)
def test_what_is_wrong_is_underlined(text: str, fault: str) -> None:
    (message,) = faults(text)
    assert fault in message


def test_settings_are_checked_too() -> None:
    assert faults("title: A\nlanguage: en\nupdated: 2024\n", SETTINGS) == []
    assert faults("titel: A\n", SETTINGS) != []
