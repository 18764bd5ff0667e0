"""The JSON Schema (draft-07) of a dossier's files, from the models, for editors to check and complete by.

An editor types plain scalars as YAML 1.2 does (`85`, `2024`, `true`), where a dossier is read as text.
So a field admits numbers too where its own parser reads their text. What the schema cannot say (that
an id names a record, that a quotation stands in its source) is left to `dossier check`.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from mkdocs_dossier.model.fields import ActorId, memberships, one_or_more
from mkdocs_dossier.model.records import MODELS, Settings
from mkdocs_dossier.values.ids import ID_PATTERN
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.refs import SECTIONS

DRAFT = "http://json-schema.org/draft-07/schema#"

_SAMPLES = {"integer": "2024", "number": "1.5"}
_QUOTED = {"boolean": "^(true|false)$", "number": r"^[-+]?[0-9]+(\.[0-9]+)?$"}

EXAMPLES: Mapping[str, list[Any]] = {
    "about": [["event/strikes-in-anbar", "actor/iraqi-government"]],
    "actor": ["iraqi-government"],
    "aliases": [["Awadi", "Bassem al-Awadi"]],
    "archived": [["https://web.archive.org/web/20240205/https://example.org/article"]],
    "at": ["us-state-department"],
    "attributed_to": ["popular-mobilization-forces"],
    "authors": [["jane-doe"]],
    "corrects": ["kirby-friday"],
    "dateline": ["erbil"],
    "description": ["Spokesperson of the Iraqi government."],
    "during": ["press-briefing-of-5-february"],
    "editors": [["Jane Doe"]],
    "evidence": [[{"source": "rudaw-2024-02-05", "passage": "Washington launched airstrikes"}]],
    "figures": [
        [
            {
                "measure": "killed",
                "value": ">=16",
                "source": "rudaw-2024-02-05",
                "passage": "at least 16 people",
            }
        ]
    ],
    "language": ["en", "ar", "ckb", "zh-Hant"],
    "lat": [33.3152],
    "lead": ["iraq-informed-before"],
    "licence": ["CC BY 4.0"],
    "links": [["https://example.org/about"]],
    "lon": [44.3661],
    "name": ["Basim al-Awadi"],
    "names": [{"ar": "باسم العوادي"}],
    "note": ["Says nothing of when Iraq was informed after the strikes."],
    "of": ["popular-mobilization-forces"],
    "part_of": ["us-government", [{"actor": "iraqi-government", "from": "2016-11"}]],
    "Event.part_of": ["attacks-on-american-troops"],
    "participants": [[{"actor": "us-government", "role": "carried out by"}]],
    "passage": ["He said that no notification had been made.", ["a fragment", "a later one"]],
    "places": [["anbar", "baghdad"]],
    "positions": [{"iraq-informed-before": "denies"}],
    "publisher": ["rudaw"],
    "question": ["Was the Iraqi government informed before the strikes?"],
    "quote": ["There was not a pre-notification.", ["a fragment", "a later one"]],
    "relations": [[{"to": "iran", "kind": "affiliated with"}]],
    "responds_to": [["jordan-drone-attack"]],
    "roles": [[{"title": "Spokesperson", "at": "iraqi-government", "speaks_for": True}]],
    "said_note": ["“On Saturday”, in an article of Monday, 5 February 2024."],
    "sha256": ["c59a1d6d250089ec95c0365340ce1154227b178ec74df02217d7b315086d07b8"],
    "source": ["rudaw-2024-02-05"],
    "speaker": ["basim-al-awadi"],
    "summary": ["Says that Iraq was not informed before the strikes."],
    "text": ["The United States informed the Iraqi government before the strikes."],
    "Source.text": ["rudaw-2024-02-05.txt"],
    "title": ["US did not inform Iraq ahead of Friday strikes on pro-Iran militias: Spox"],
    "Role.title": ["Spokesperson"],
    "to": [["us-government"]],
    "Relation.to": ["iran"],
    "translation": ["There was no coordination."],
    "url": ["https://example.org/article"],
    "when_note": ["“Friday night”, in an article of Monday, 5 February 2024."],
    "within": ["iraq"],
}
"""Examples by field, or by record and field; what the models themselves say comes first."""


def records_schema() -> str:
    """Write the schema of the files that hold records."""
    sections = {
        section: {
            "description": MODELS[section].__doc__,
            "type": ["object", "null"],
            "additionalProperties": False,
            "patternProperties": {f"^{ID_PATTERN}$": {"$ref": f"#/definitions/{MODELS[section].__name__}"}},
        }
        for section in SECTIONS
    }
    return _written(
        {
            "$schema": DRAFT,
            "title": "Records of a dossier",
            "description": f"Any of {', '.join(SECTIONS)}: each maps the ids of records to their fields.",
            "type": "object",
            "additionalProperties": False,
            "properties": sections,
            "definitions": _definitions(*MODELS.values()),
        }
    )


def settings_schema() -> str:
    """Write the schema of dossier.yaml."""
    return _written({"$schema": DRAFT, **_definitions(Settings)["Settings"]})


def _written(schema: JsonSchemaValue) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _definitions(*models: Any) -> dict[str, JsonSchemaValue]:
    """Generate the schemas of models and their parts, by the models' names."""
    _, whole = models_json_schema(
        [(model, "validation") for model in models],
        ref_template="#/definitions/{model}",
        schema_generator=_Generator,
    )
    definitions: dict[str, JsonSchemaValue] = whole["$defs"]
    for name, definition in definitions.items():
        definition["properties"].pop("id", None)
        definition["required"] = [field for field in definition["required"] if field != "id"]
        for field, shape in definition["properties"].items():
            if example := EXAMPLES.get(f"{name}.{field}") or EXAMPLES.get(field):
                shape.setdefault("examples", example)
    return definitions


class _Generator(GenerateJsonSchema):
    """Generates what an editor needs, of what the models say."""

    def generate_inner(self, schema: Any) -> JsonSchemaValue:
        function = schema.get("function", {}).get("function")
        if function is one_or_more:
            several = self.generate_inner(schema["schema"])
            return {"anyOf": [several["items"], several]}
        if function is memberships:
            one = self.generate_inner(TypeAdapter(ActorId).core_schema)
            return {"anyOf": [one, self.generate_inner(schema["schema"])]}
        generated = super().generate_inner(schema)
        # What validates after the type was given reads no text.
        is_parser = function and schema["type"] != "function-after"
        return _as_typed(generated, function) if is_parser and "type" in generated else generated

    def field_title_should_be_set(self, _schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return (
            super().default_schema(schema) if schema.get("default") else self.generate_inner(schema["schema"])
        )

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        pattern = self.generate_inner(schema["keys_schema"])["pattern"]
        values = self.generate_inner(schema["values_schema"])
        return {"type": "object", "additionalProperties": False, "patternProperties": {pattern: values}}


def _as_typed(schema: JsonSchemaValue, parse: Callable[[Any], Any]) -> JsonSchemaValue:
    """Let a scalar be of every type that an editor may see in a text that the field's parser reads."""
    own = schema["type"]
    types = {"string", *([own] if isinstance(own, str) else own)}
    types |= {name for name, sample in _SAMPLES.items() if _reads(parse, sample)}
    if "number" in types:
        types.discard("integer")
    quoted = {"pattern": _QUOTED[own]} if isinstance(own, str) and own in _QUOTED else {}
    return {**schema, **quoted, "type": sorted(types) if len(types) > 1 else "string"}


def _reads(parse: Callable[[Any], Any], text: str) -> bool:
    try:
        parse(text)
    except InvalidValue:
        return False
    return True
