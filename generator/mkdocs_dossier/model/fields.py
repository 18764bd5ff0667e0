"""The types of fields: how pydantic reads their values, and which records a reference may name.

Every value arrives as text (see `yaml.parse`); the parsers of `values` give it its type. What they refuse
reaches `dossier.decode` as a pydantic error that carries the `InvalidValue`. The patterns of the JSON Schema
are wider than the parsers, which alone decide: they only help an editor to point at plain slips.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    PlainValidator,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)

from mkdocs_dossier.model.vocabulary import Reverse, Translator
from mkdocs_dossier.text.messages import Choice
from mkdocs_dossier.values.amounts import AT_LEAST, Amount
from mkdocs_dossier.values.choices import parse_bool, parse_choice
from mkdocs_dossier.values.coordinates import parse_latitude, parse_longitude
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.ids import ID_LENGTH, ID_PATTERN, NOT_FOUND, parse_id, parse_sha256, parse_wikidata
from mkdocs_dossier.values.invalid import InvalidValue, quoted
from mkdocs_dossier.values.plaintext import parse_prose, parse_text, parse_verbatim
from mkdocs_dossier.values.refs import SECTION_OF, SECTIONS, Ref, Section
from mkdocs_dossier.values.tags import parse_tag
from mkdocs_dossier.values.timecodes import Timecode
from mkdocs_dossier.values.urls import parse_url


@dataclass(frozen=True, slots=True)
class Target:
    """Marks a type as naming a record: by its id in one section, or as `kind/id` in one of several.

    `words` may stand in place of an id, and name no record.
    """

    sections: tuple[Section, ...]
    words: tuple[str, ...] = ()


class Mark(Enum):
    """Marks a type by what its text is: whoever looks for such text asks `walk` for it."""

    PLAIN = "plain"
    """One line of plain text, brought to NFC."""
    PROSE = "prose"
    """Markdown, which may link to records."""
    OWN_WORDS = "own words"
    """Written by the dossier's authors in words of their own, so that it must pass no verdict."""


def _as_text(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    """Return a parser of text as a validator, which refuses a list, a mapping or an empty value by itself."""

    def convert(value: Any) -> Any:
        if not isinstance(value, str):
            shape = "a list" if isinstance(value, list) else "a mapping"
            raise InvalidValue(f"must be a text, and {shape} stands here")
        if value == "":
            raise InvalidValue("has no value", "Write one, or remove the field.")
        return parse(value)

    return convert


def one_or_more(value: Any) -> Any:
    """Return a single text as a list of one; anything else as it is."""
    return [value] if isinstance(value, str) else value


def memberships(value: Any) -> Any:
    """Return the id of an actor as a list of one membership; anything else as it is."""
    return [{"actor": value}] if isinstance(value, str) else value


def _identifier(text: str) -> str:
    """Read the id of a record of a known kind, and say so where its kind was written before it."""
    kind, slash, identifier = text.partition("/")
    if slash and (kind in SECTION_OF or kind in SECTIONS):
        raise InvalidValue(f"is an id with its kind: “{text}”", f"Write the id alone: {identifier}.")
    return parse_id(text)


def _qualified(text: str) -> Ref:
    """Read `event/ID` or `actor/ID`. Raises `InvalidValue`."""
    kind, slash, identifier = text.partition("/")
    if kind not in ("event", "actor") or not slash:
        hint = "A claim is about events and actors only."
        if not slash:
            hint = f"Write event/{text} or actor/{text}."
        elif kind in ("events", "actors"):
            hint = f"Write {kind[:-1]}/{identifier}."
        raise InvalidValue(f"is not of the form event/ID or actor/ID: “{text}”", hint)
    return Ref(SECTION_OF[kind], parse_id(identifier))


def _any_record(text: str) -> Ref:
    """Read `kind/ID` of any kind of record. Raises `InvalidValue`."""
    kind, _, identifier = text.partition("/")
    if kind not in SECTION_OF:
        known = ", ".join(SECTION_OF)
        raise InvalidValue(f"is not of the form kind/ID: {quoted(text)}", f"The kinds are {known}.")
    return Ref(SECTION_OF[kind], parse_id(identifier))


def _translator(text: str) -> str:
    """Read `source`, `dossier` or the id of an actor; the words win over actors of these ids."""
    return Translator(text.strip()) if text.strip() in tuple(Translator) else _identifier(text)


def _speakers(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """Read `not-found` as no speaker; leave anything else to who reads speakers."""
    return () if isinstance(value, str) and value.strip() == NOT_FOUND else read(value)


def _dump_speakers(actors: tuple[str, ...]) -> object:
    """Return speakers as an author would write them: a single one without a list around it."""
    if not actors:
        return NOT_FOUND
    return actors[0] if len(actors) == 1 else list(actors)


def _each_once(actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of actors; refuse one that stands there twice, and `not-found` beside others."""
    if NOT_FOUND in actors:
        raise InvalidValue(
            f"has `{NOT_FOUND}` in a list", f"Name those who spoke, or write `speaker: {NOT_FOUND}` alone."
        )
    twice = next((one for at, one in enumerate(actors) if one in actors[:at]), None)
    if twice:
        raise InvalidValue(f"names `{twice}` twice", "Name each of them once.")
    return actors


def choice(choices: type[Choice]) -> tuple[Any, ...]:
    """Return the annotations of a field that holds one of these choices; others are refused with a hint."""
    spelt = tuple(choices)
    schema = {"enum": [str(one) for one in spelt], "type": "string"}
    read = _as_text(lambda text: choices(parse_choice(text, choices=spelt)))
    return PlainValidator(read), PlainSerializer(str, return_type=str), WithJsonSchema(schema)


# Of the JSON Schema, which finds a pattern anywhere in a text unless it is anchored.
_DATE_PATTERN = r"^[-0-9XYTZ:+.~?%/]+$"
_AMOUNT_WORDS = "|".join(
    re.sub("[a-z]", lambda sign: f"[{sign[0].upper()}{sign[0]}]", one) for one in AT_LEAST
)
_AMOUNT_PATTERN = rf"^((~|[<>]=?)?[0-9]+(\.[0-9]+)?(-[0-9]+(\.[0-9]+)?)?|{_AMOUNT_WORDS})$"

_SOME_TEXT = WithJsonSchema({"type": "string", "minLength": 1})
_ID_SCHEMA = {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": ID_LENGTH}
Id = Annotated[
    str,
    BeforeValidator(_as_text(parse_id)),
    WithJsonSchema(_ID_SCHEMA),
]
Text = Annotated[
    str,
    BeforeValidator(_as_text(parse_text)),
    _SOME_TEXT,
    Mark.PLAIN,
]
Verbatim = Annotated[str, BeforeValidator(_as_text(parse_verbatim)), _SOME_TEXT]
Prose = Annotated[
    str,
    BeforeValidator(_as_text(parse_prose)),
    _SOME_TEXT,
    Mark.PROSE,
]
Url = Annotated[
    str,
    BeforeValidator(_as_text(parse_url)),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]
Tag = Annotated[
    str,
    BeforeValidator(_as_text(parse_tag)),
    WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}),
]
Sha256 = Annotated[
    str,
    BeforeValidator(_as_text(parse_sha256)),
    WithJsonSchema({"type": "string", "pattern": "^[0-9a-fA-F]{64}$"}),
]
Wikidata = Annotated[
    str,
    BeforeValidator(_as_text(parse_wikidata)),
    WithJsonSchema({"type": "string", "pattern": "^Q[1-9][0-9]*$"}),
]
Latitude = Annotated[
    float,
    BeforeValidator(_as_text(parse_latitude)),
    WithJsonSchema({"type": "number", "minimum": -90, "maximum": 90}),
]
Longitude = Annotated[
    float,
    BeforeValidator(_as_text(parse_longitude)),
    WithJsonSchema({"type": "number", "minimum": -180, "maximum": 180}),
]
Flag = Annotated[bool, BeforeValidator(_as_text(parse_bool)), WithJsonSchema({"type": "boolean"})]
Date = Annotated[
    EdtfDate,
    PlainValidator(_as_text(EdtfDate.parse)),
    PlainSerializer(attrgetter("text"), return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": _DATE_PATTERN,
            "examples": ["2024-02-02", "2024-02", "../2024-02-03", "2024-02-05T13:15:00-05:00"],
        }
    ),
]
AmountField = Annotated[
    Amount,
    PlainValidator(_as_text(Amount.parse)),
    PlainSerializer(attrgetter("text"), return_type=str),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": _AMOUNT_PATTERN,
            "examples": ["85", ">85", ">=16", "16-20", "~30", "dozens"],
        }
    ),
]
_READ_ID = BeforeValidator(_as_text(_identifier))
SourceId = Annotated[str, _READ_ID, WithJsonSchema(_ID_SCHEMA), Target(("sources",))]
ActorId = Annotated[str, _READ_ID, WithJsonSchema(_ID_SCHEMA), Target(("actors",))]
PlaceId = Annotated[str, _READ_ID, WithJsonSchema(_ID_SCHEMA), Target(("places",))]
EventId = Annotated[str, _READ_ID, WithJsonSchema(_ID_SCHEMA), Target(("events",))]
ClaimId = Annotated[str, _READ_ID, WithJsonSchema(_ID_SCHEMA), Target(("claims",))]
StatementId = Annotated[str, _READ_ID, WithJsonSchema(_ID_SCHEMA), Target(("statements",))]
EventOrActor = Annotated[
    Ref,
    PlainValidator(_as_text(_qualified)),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^(event|actor)/{ID_PATTERN}$",
            "examples": ["event/the-strikes"],
        }
    ),
    Target(("events", "actors")),
]
# Without a `Target`: it may name a record that is there no longer.
AnyRecord = Annotated[
    Ref,
    PlainValidator(_as_text(_any_record)),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^({'|'.join(SECTION_OF)})/{ID_PATTERN}$",
            "examples": ["claim/iraq-informed-before"],
        }
    ),
]
TranslatorOrActor = Annotated[
    str,
    PlainValidator(_as_text(_translator)),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"anyOf": [{"enum": [str(one) for one in Translator]}, _ID_SCHEMA]}),
    Target(("actors",), words=tuple(Translator)),
]
TimecodeField = Annotated[
    Timecode,
    PlainValidator(_as_text(Timecode.parse)),
    PlainSerializer(attrgetter("text"), return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^([0-9]{1,3}:)?[0-5][0-9]:[0-5][0-9]$",
            "examples": ["12:31", "01:12:31"],
        }
    ),
]
Texts = Annotated[
    tuple[Verbatim, ...],
    Field(min_length=1),
    BeforeValidator(one_or_more),
    # As an author would write it: a single fragment without a list around it.
    PlainSerializer(lambda parts: parts[0] if len(parts) == 1 else list(parts)),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
            ]
        }
    ),
]
Speakers = Annotated[
    tuple[Annotated[ActorId, Reverse.STATEMENTS], ...],
    Field(min_length=1),
    AfterValidator(_each_once),
    BeforeValidator(one_or_more),
    WrapValidator(_speakers),
    PlainSerializer(_dump_speakers),
]
OwnText = Annotated[Text, Mark.OWN_WORDS]
OwnProse = Annotated[Prose, Mark.OWN_WORDS]
