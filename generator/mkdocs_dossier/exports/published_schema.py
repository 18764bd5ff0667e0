"""The JSON Schema (2020-12) of `dossier.json`, from the models, for programs that read that file.

It is not the schema by which authors write: there, a number may stand for a text, and nothing is derived.
"""

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.findings.found import Kind, LabelName
from mkdocs_dossier.model.recordparts import Membership, Part, Withdrawn
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.vocabulary import Reverse, Stance
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.ids import ID_PATTERN
from mkdocs_dossier.values.refs import SECTIONS, SINGULAR, Section

Json = dict[str, Any]

_NAME = "dossier.schema.json"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ID: Json = {"type": "string", "pattern": f"^{ID_PATTERN}$"}
_REF: Json = {"type": "string", "pattern": f"^({'|'.join(SINGULAR.values())})/{ID_PATTERN}$"}
_NEVER = ("id", "review", "withdrawn")
"""What is never written: the id is the key of a record, and drafts and withdrawn records do not go out."""

_TEXT: Json = {"type": "string"}
_COUNT: Json = {"type": "integer", "minimum": 0}


def _write(published: Published) -> Iterator[bytes]:
    schema: Json = {
        "$schema": _DRAFT,
        "title": "dossier.json",
        "description": "All records of a dossier, by section and id, and what is derived of each.",
        **_object(
            {section: _section(section) for section in SECTIONS} | {"dossier": _at("Settings")},
            withdrawn=_map(_at("Withdrawn"), _REF["pattern"]),
        ),
        "$defs": _definitions(),
    }
    if published.address:
        schema["$id"] = published.file(_NAME)
    yield f"{json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)}\n".encode()


def _section(section: Section) -> Json:
    model = MODELS[section]
    return {"description": model.__doc__, **_map(_at(model.__name__))}


def _at(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _object(properties: Json, **optional: Json) -> Json:
    """Return the schema of an object with these members, perhaps the `optional` ones, and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties | optional,
        "required": sorted(properties),
    }


def _map(values: Json, keys: str = f"^{ID_PATTERN}$") -> Json:
    return {"type": "object", "additionalProperties": False, "patternProperties": {keys: values}}


def _list(items: Json, length: int | None = None) -> Json:
    bounds = {} if length is None else {"minItems": length, "maxItems": length}
    return {"type": "array", "items": items, **bounds}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _choice(words: Any) -> Json:
    return {"enum": [str(one) for one in words]}


class _Generator(GenerateJsonSchema):
    """Generate the schema of what is written: nothing that is empty, and each value as its own text."""

    def field_title_should_be_set(self, _schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def _definitions() -> dict[str, Json]:
    """Return the schemas of records, of their parts, and of what is derived, by name."""
    written: list[type[Part]] = [*MODELS.values(), Settings, Membership, Withdrawn]
    _, whole = models_json_schema([(one, "serialization") for one in written], schema_generator=_Generator)
    found: dict[str, Json] = whole["$defs"]
    for section, model in MODELS.items():
        definition = found[model.__name__]
        for name in _NEVER:
            del definition["properties"][name]
        definition["properties"]["derived"] = _at(f"Derived{model.__name__}")
        definition["required"] = sorted({*definition["required"], "derived"} - {*_NEVER})
        found[f"Derived{model.__name__}"] = _derived(section)
    # A single value of these is written without a list around it, which pydantic cannot know of a function.
    found["Statement"]["properties"]["speaker"] |= {"anyOf": [_ID, _list(_ID)]}
    found["Actor"]["properties"]["part_of"] |= {"anyOf": [_ID, _list(_at("Membership"))]}
    # An amount may be read from a number, and is written as a text.
    found["Figure"]["properties"]["value"] |= {"type": "string"}
    return found | _DERIVED


def _derived(section: Section) -> Json:
    """Return the schema of what is derived of a record of a section."""
    own: dict[Section, Json] = {
        "claims": {
            **_LABEL,
            "contradictions": _list(_at("Opposition")),
            "tensions": _list(_at("Opposition")),
        },
        "events": {name: _list(_at("FigurePair")) for name in ("conflicts", "revisions", "developments")},
        "sources": {"origin": _REF},
        "statements": {
            "voices": _list(_ID),
            "verification": _list(_at("Selector")),
            "reports": _list(_at("FoundReport")),
            "withdrawn": _or_null(_at("TakenBack")),
            "implied": _map(_object({"stance": _choice(Stance), "through": _list(_ID)})),
        },
    }
    return _object({"backlinks": _at("Backlinks")} | own.get(section, {}), passages=_list(_at("Passage")))


_LABEL: Json = {
    "label": _choice(LabelName),
    "stance": _or_null(_choice(Stance)),
    "reason": _list(_ID),
    "sides": _object({Stance.ASSERTS.value: _COUNT, Stance.DENIES.value: _COUNT}),
    "origins": _list(_REF),
    "ended": _or_null(_object({"by": _ID, "on": _or_null(_TEXT)})),
}
_STANDING_IN: dict[str, Json] = {
    "version": {"description": "In which version of the text, from 0.", **_COUNT},
    "fate": {
        "description": "Of each version, the oldest first, whether it has all of the words.",
        **_list({"type": "boolean"}),
    },
    "locator": _at("Locator"),
}
_DERIVED: dict[str, Json] = {
    "Backlinks": {
        "description": "The records that name this one: by the field that they do it in, their ids.",
        **_object({}, mentioned_in=_list(_REF), **{reverse.value: _list(_ID) for reverse in Reverse}),
    },
    "Selector": {
        "description": "Where words stand in the text of their source, in code points; null if they do not, "
        "or nobody could look. Of a text that may not be shown, `parts` are the words that are quoted.",
        **_object(
            {
                "tier": _choice(Tier),
                "start": _or_null(_COUNT),
                "end": _or_null(_COUNT),
                "exact": _TEXT,
                "prefix": _or_null(_TEXT),
                "suffix": _or_null(_TEXT),
            },
            parts=_list(_object({"start": _COUNT, "end": _COUNT, "exact": _TEXT})),
        ),
    },
    "Passage": {
        "description": "Words that a part of the record quotes; `path` is the way to that part.",
        **_object(
            {
                "path": _list({"type": ["string", "integer"]}),
                "verification": _list(_at("Selector")),
            },
            **_STANDING_IN,
        ),
    },
    "Opposition": {
        "description": "Two statements, the earlier first, that do not go together.",
        **_object(
            {
                "kind": _choice(Kind),
                "within": _or_null(_ID),
                "corrected": {"type": "boolean"},
                "statements": _list(_ID, 2),
                "through": _list(_list(_ID), 2),
            }
        ),
    },
    "FigurePair": {
        "description": "Two figures, by their places among those of the event, that count the same.",
        **_object({"measure": _ID, "of": _or_null(_ID), "figures": _list(_COUNT, 2)}),
    },
    "FoundReport": {
        "description": "What was found of the words of a report.",
        **_object({"source": _ID, "origin": _REF, "verification": _list(_at("Selector"))}, **_STANDING_IN),
    },
    "TakenBack": {
        "description": "What the speaker’s own side took back: by which statement first, on which claims.",
        **_object({"by": _ID, "on": _or_null(_TEXT), "claims": _list(_ID)}),
    },
}
DOSSIER_SCHEMA = Export(_NAME, mark("The JSON Schema of dossier.json: what stands where in it."), _write)
