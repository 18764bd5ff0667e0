"""Write the JSON Schema (draft-07) of a dossier's files from the models, for editors to check by.

An editor types plain scalars as YAML 1.2 does (`85`, `2024`, `true`), while a dossier is read as text. So a
field admits numbers too where its own parser reads their text. What the schema cannot say (that an id names a
record, that a quotation stands in its source) is left to `dossier check`.
"""

import json
from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from mkdocs_dossier.model.changelog import Change
from mkdocs_dossier.model.fields import ActorId, memberships, one_or_more
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.values.ids import ID_PATTERN
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.refs import SECTIONS

DRAFT = "http://json-schema.org/draft-07/schema#"

# Text that an editor takes for a number; and what a quoted text must look like in a field of another type.
_SAMPLES = {"integer": "2024", "number": "1.5"}
_QUOTED = {"boolean": "^(true|false)$", "number": r"^[-+]?[0-9]+(\.[0-9]+)?$"}


def records_schema() -> str:
    """Write the schema of the files that hold records, as JSON."""
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
    """Write the schema of `dossier.yaml`, as JSON."""
    return _written({"$schema": DRAFT, **_definitions(Settings)["Settings"]})


def changes_schema() -> str:
    """Write the schema of `changes.yaml`, as JSON."""
    return _written(
        {
            "$schema": DRAFT,
            "title": "What changed in a dossier",
            "type": ["array", "null"],
            "items": {"$ref": "#/definitions/Change"},
            "definitions": _definitions(Change),
        }
    )


def _written(schema: JsonSchemaValue) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _definitions(*models: Any) -> dict[str, JsonSchemaValue]:
    """Return the schemas of models and their parts, by the models' names."""
    _, whole = models_json_schema(
        [(model, "validation") for model in models],
        ref_template="#/definitions/{model}",
        schema_generator=_Generator,
    )
    definitions: dict[str, JsonSchemaValue] = whole["$defs"]
    # An author writes the id as the key of the record, not among its fields.
    for definition in definitions.values():
        definition["properties"].pop("id", None)
        required = [field for field in definition.pop("required", ()) if field != "id"]
        definition.update({"required": required} if required else {})
    return definitions


class _Generator(GenerateJsonSchema):
    """Generate what an editor needs of what the models say: no titles, no null, no empty defaults."""

    def generate_inner(self, schema: Any) -> JsonSchemaValue:
        function = schema.get("function", {}).get("function")
        # These two let an author write one value in place of a list.
        if function is one_or_more:
            several = self.generate_inner(schema["schema"])
            return {"anyOf": [several["items"], several]}
        if function is memberships:
            one = self.generate_inner(TypeAdapter(ActorId).core_schema)
            return {"anyOf": [one, self.generate_inner(schema["schema"])]}
        generated = super().generate_inner(schema)
        # A validator that runs after the value has its type reads no text.
        is_parser = function and schema["type"] != "function-after"
        return _as_typed(generated, function) if is_parser and "type" in generated else generated

    def field_title_should_be_set(self, _schema: Any) -> bool:
        return False

    # None stands for a field that is left out; written, an empty value is an error.
    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return (
            super().default_schema(schema) if schema.get("default") else self.generate_inner(schema["schema"])
        )

    # The keys of these mappings are ids or language tags, which their own schema gives a pattern.
    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        pattern = self.generate_inner(schema["keys_schema"])["pattern"]
        values = self.generate_inner(schema["values_schema"])
        return {"type": "object", "additionalProperties": False, "patternProperties": {pattern: values}}


def _as_typed(schema: JsonSchemaValue, parse: Callable[[Any], Any]) -> JsonSchemaValue:
    """Return the schema of a scalar with all types that an editor may see in text that the parser reads."""
    own = schema["type"]
    types = {"string", *([own] if isinstance(own, str) else own)}
    types |= {name for name, sample in _SAMPLES.items() if _reads(parse, sample)}
    # To JSON Schema an integer is a number too.
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
