"""Reads the records of a dossier back from its `dossier.json`, with what was derived of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.sourcemap import Entry
from mkdocs_dossier.dossier.withdrawing import stub
from mkdocs_dossier.model.recordparts import Withdrawn
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.problems import Location
from mkdocs_dossier.values.ids import parse_id
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.refs import SECTION_OF, SECTIONS, Ref
from mkdocs_dossier.yaml.tree import MapNode, TextNode

Json = dict[str, Any]
_SHOWN = 200


@dataclass
class Reread:
    """What `dossier.json` says: its records, those that were withdrawn, and all of it `as_written`.

    `faults` says, as sentences, what in it is no record of a dossier.
    """

    decoded: Decoded = field(default_factory=Decoded)
    gone: dict[Ref, Withdrawn] = field(default_factory=dict)
    as_written: Json = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def derived(self, ref: Ref) -> Json:
        """Return what is derived of a record, as written; empty where nothing readable is."""
        record = _mapping(_mapping(self.as_written.get(ref.section)).get(ref.id))
        return _mapping(record.get("derived"))


def reread(content: bytes) -> Reread:
    """Read `dossier.json`."""
    found = Reread()
    try:
        # Numbers stay as they are written: all values of the format are texts.
        whole = json.loads(content, parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as trouble:
        found.faults.append(f"It cannot be read: {trouble}.")
        return found
    if not isinstance(whole, dict) or _has_half_characters(content, whole):
        found.faults.append("It is not an object with the sections of a dossier.")
        return found
    found.as_written = whole
    try:
        found.decoded.settings = Settings.model_validate(_texts(whole.get("dossier")))
    except ValidationError as trouble:
        found.faults.append(f"Its `dossier` cannot be read: {_told(trouble)}")
    for ref, written in _records(whole, found):
        _take(found, ref, {name: value for name, value in written.items() if name != "derived"})
    for name, written in _mapping(whole.get("withdrawn")).items():
        _take_gone(found, str(name), written)
    return found


def _records(whole: Json, found: Reread) -> Iterator[tuple[Ref, Json]]:
    for section in SECTIONS:
        records = whole.get(section)
        if not isinstance(records, dict):
            found.faults.append(f"It lacks the section `{section}`.")
            continue
        for key in sorted(records):
            if isinstance(records[key], dict):
                yield Ref(section, key), records[key]
            else:
                found.faults.append(f"{Ref(section, key[:_SHOWN])}: it is not a record.")


def _take(found: Reread, ref: Ref, written: Json) -> None:
    try:
        record = MODELS[ref.section].model_validate({**_texts(written), "id": parse_id(ref.id)})
    except InvalidValue as trouble:
        found.faults.append(f"{ref.kind}: the id {trouble.message}.")
    except (ValidationError, RecursionError) as trouble:
        told = _told(trouble) if isinstance(trouble, ValidationError) else "it is too deep."
        found.faults.append(f"{ref}: it cannot be read: {told}")
    else:
        found.decoded.records[ref.section][ref.id] = record
        found.decoded.entries[ref] = _entry(ref)


def _take_gone(found: Reread, name: str, written: object) -> None:
    kind, _, identifier = name.partition("/")
    if kind not in SECTION_OF:
        found.faults.append(f"`withdrawn` names {name[:_SHOWN]!r}, which is no record.")
        return
    ref = Ref(SECTION_OF[kind], identifier)
    try:
        withdrawn = Withdrawn.model_validate(_texts(written))
        parse_id(identifier)
    except (ValidationError, InvalidValue) as trouble:
        told = _told(trouble) if isinstance(trouble, ValidationError) else str(trouble)
        found.faults.append(f"{name[:_SHOWN]}: why it was withdrawn cannot be read: {told}")
        return
    found.gone[ref] = withdrawn
    found.decoded.records[ref.section][identifier] = stub(ref, withdrawn)
    found.decoded.entries[ref] = _entry(ref)


def _entry(ref: Ref) -> Entry:
    place = Location("dossier.json")
    return Entry(ref, TextNode(ref.id, place, None, 0, 0), MapNode(place))


def _has_half_characters(content: bytes, whole: Json) -> bool:
    """Tell whether there is half of a character in some text, which only an escape can have put there."""
    return b"\\u" in content and any(
        "\ud800" <= one <= "\udfff" for one in json.dumps(whole, ensure_ascii=False)
    )


def _mapping(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> Any:
    """Write all values as the texts that they are in a file of records."""
    match value:
        case dict():
            return {key: _texts(one) for key, one in value.items()}
        case list():
            return [_texts(one) for one in value]
        case bool():
            return "true" if value else "false"
    return value


def _told(trouble: ValidationError) -> str:
    first = trouble.errors(include_url=False, include_context=False, include_input=False)[0]
    way = ".".join(map(str, first["loc"]))
    return f"{way[:_SHOWN]}: {first['msg'][:_SHOWN]}."
