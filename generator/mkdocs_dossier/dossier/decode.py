"""Turn the trees of YAML files into records: type every field, and report what is wrong at its place."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mkdocs_dossier.dossier.commas import rejoin
from mkdocs_dossier.dossier.sourcemap import CHANGES_PATH, SETTINGS_PATH, Entry
from mkdocs_dossier.model.changelog import Change
from mkdocs_dossier.model.records import MODELS, Record
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.walk import field_names, part_at, with_parts
from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.values.ids import NOT_FOUND, parse_id
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.nearestnames import Suggestions
from mkdocs_dossier.values.refs import SECTIONS, SINGULAR, Path, Ref, Section
from mkdocs_dossier.yaml.tree import MapNode, Node, TextNode, locate, to_data

# Pydantic's types of errors about a value's shape, in an author's words.
_SHAPES = {
    "tuple_type": "must be a list, one item after each `- `",
    "list_type": "must be a list, one item after each `- `",
    "dict_type": "must be a mapping, with a line `key: value` for each entry",
    "model_type": "must be a mapping, with a line `field: value` for each field",
    "model_attributes_type": "must be a mapping, with a line `field: value` for each field",
}


@dataclass(slots=True)
class Decoded:
    """What could be read of a dossier's files.

    `entries` holds each record that is written, valid or not; `records` holds the valid ones, by section and
    id, sorted. `settings_node` is the tree of the settings, None where there is no such file. `changes` are
    those of `changes.yaml`, which `changesfile` reads.
    """

    settings: Settings | None = None
    settings_node: Node | None = None
    records: dict[Section, dict[str, Record]] = field(
        default_factory=lambda: {section: {} for section in SECTIONS}
    )
    entries: dict[Ref, Entry] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    suggestions: Suggestions = field(default_factory=Suggestions)


def decode(files: Mapping[str, Node | None], unread: Container[str] = ()) -> Decoded:
    """Read the settings and the records of all files.

    `files` maps the path of each file to its tree, None where it is empty. `unread` holds the paths of files
    that could not be read, so that nobody can say what they lack.
    """
    decoded = Decoded()
    # Sorted, so that the same one of two records with one id is the first, whatever the disk's order.
    for path in sorted(files):
        node = files[path]
        if path in unread:
            continue
        decoded.problems.extend(rejoin(node, _all_names()))
        if path == SETTINGS_PATH:
            _settings(decoded, node)
        elif path != CHANGES_PATH and node is not None and not (isinstance(node, TextNode) and node.is_blank):
            _record_file(decoded, path, node)
    if SETTINGS_PATH not in files:
        decoded.problems.append(
            error(
                Location(SETTINGS_PATH),
                "no-settings",
                "The dossier folder has no file dossier.yaml.",
                "Write one there; a line `title: …` is enough.",
            )
        )
    # By id, so that neither files nor the lines in them decide the order of anything on a page.
    for section in SECTIONS:
        decoded.records[section] = dict(sorted(decoded.records[section].items()))
    return decoded


def _settings(decoded: Decoded, node: Node | None) -> None:
    # An empty file is a mapping of no settings, so that a missing title is reported in it.
    if node is None or (isinstance(node, TextNode) and node.is_blank):
        node = MapNode(Location(SETTINGS_PATH))
    decoded.settings_node = node
    where = Written("The dossier", lambda path, key: locate(node, path, key=key), decoded.suggestions)
    if not isinstance(node, MapNode):
        decoded.problems.append(
            error(
                node.location,
                "wrong-type",
                "dossier.yaml must be a mapping of settings.",
                "Write `title: …`.",
            )
        )
        return
    try:
        decoded.settings = Settings.model_validate(to_data(node))
    except ValidationError as trouble:
        decoded.problems.extend(refusals(trouble, Settings, where))


def _record_file(decoded: Decoded, path: str, node: Node) -> None:
    if not isinstance(node, MapNode):
        decoded.problems.append(
            error(
                node.location,
                "wrong-type",
                "A file of records must be a mapping of sections.",
                f"Begin it with one of {', '.join(f'`{name}:`' for name in SECTIONS)}.",
            )
        )
        return
    for name, content in node.items.items():
        section = next((known for known in SECTIONS if known == name), None)
        if section is None:
            decoded.problems.append(_unknown_section(path, node.keys[name], decoded.suggestions))
        elif isinstance(content, MapNode):
            for identifier, record in content.items.items():
                _record(decoded, Entry(Ref(section, identifier), content.keys[identifier], record))
        elif not (isinstance(content, TextNode) and content.is_blank):
            message = f"`{section}` must be a mapping from id to record."
            hint = f"Write each {SINGULAR[section]} as `its-id:` with its fields indented below."
            decoded.problems.append(error(content.location, "wrong-type", message, hint))


def _unknown_section(path: str, key: TextNode, suggestions: Suggestions) -> Problem:
    hint = (
        _did_you_mean(key.value, "sections", SECTIONS, suggestions)
        or f"The sections are {', '.join(SECTIONS)}."
    )
    if key.value in field_names(Settings):
        hint = f"Settings stand in {SETTINGS_PATH}, at the root of the dossier folder, not in {path}."
    return error(key.location, "unknown-field", f"`{key.value}` is no section of records.", hint)


def _record(decoded: Decoded, entry: Entry) -> None:
    ref = entry.ref
    if (first := decoded.entries.get(ref)) is not None:
        message = f"The {ref.kind} `{ref.id}` is defined a second time: first at {first.key.location}."
        hint = "Give one of the two another id, or make them one record."
        decoded.problems.append(error(entry.key.location, "duplicate-id", message, hint))
        return
    decoded.entries[ref] = entry
    found = list(_entry_problems(entry))
    decoded.problems.extend(found)
    if found:
        return
    model = MODELS[ref.section]
    try:
        data: Any = to_data(entry.node)
        decoded.records[ref.section][ref.id] = model.model_validate({**data, "id": ref.id})
    except ValidationError as trouble:
        name = f"The {ref.kind} `{ref.id}`"
        where = Written(name, lambda path, key: entry.locate(path, key=key), decoded.suggestions)
        decoded.problems.extend(refusals(trouble, model, where))


def _entry_problems(entry: Entry) -> Iterator[Problem]:
    """List what is wrong with a record as a whole, before its fields are read."""
    ref = entry.ref
    try:
        parse_id(ref.id)
    except InvalidValue as trouble:
        yield error(entry.key.location, "invalid-id", f"The id {trouble.message}.", trouble.advice)
    if ref == Ref("actors", NOT_FOUND):
        message = f"No actor may have the id `{NOT_FOUND}`: in a draft it says that nobody found who spoke."
        yield error(entry.key.location, "invalid-id", message, "Give the actor another id.")
    if not isinstance(entry.node, MapNode):
        message = f"The {ref.kind} `{ref.id}` must be a mapping of fields."
        yield error(entry.locate([]), "wrong-type", message, "Write its fields indented below it.")
    elif "id" in entry.node.items:
        message = f"There is no field `id` here: `{ref.id}:` above is the id."
        yield error(entry.locate(["id"], key=True), "unknown-field", message, "Remove the line.")


@dataclass(frozen=True, slots=True)
class Written:
    """A record or the settings as written: its name for messages, where its fields are, and suggestions.

    `find` takes the path of a field and whether the key itself is meant, and returns its location.
    """

    name: str
    find: Callable[[Path, bool], Location]
    suggestions: Suggestions


def refusals(trouble: ValidationError, model: type[BaseModel], where: Written) -> Iterator[Problem]:
    """Turn the errors that pydantic found in a record, or in another part, into problems."""
    for detail in trouble.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            # A list that has items is too short only because each of them is wrong, and reported by itself.
            continue
        path = detail["loc"]
        # Where a key is at fault, pydantic adds "[key]" behind it. An author's key may be "[key]" too: hence
        # the length, a field and its key.
        is_key = path[2:] == ("[key]",) and isinstance(path[1], str)
        yield _problem(detail, path[:-1] if is_key else path, model, where, is_key=is_key)


def _problem(
    detail: ErrorDetails,
    path: Path,
    model: type[BaseModel],
    where: Written,
    *,
    is_key: bool,
) -> Problem:
    name = _spoken(path)
    match detail["type"]:
        case "missing":
            what = f"{where.name} has no `{path[-1]}`" + (f" in {_spoken(path[:-1])}" if path[:-1] else "")
            return error(where.find(path, False), "missing-field", f"{what}.", f"Add a line `{path[-1]}: …`.")
        case "extra_forbidden":
            part = part_at(model, path[:-1])
            known = field_names(part)
            hint = _did_you_mean(str(path[-1]), part.__name__, known, where.suggestions)
            hint = hint or f"The fields here are {', '.join(sorted(known))}."
            return error(
                where.find(path, True), "unknown-field", f"There is no field `{path[-1]}` here.", hint
            )
        case "value_error":
            refused = detail.get("ctx", {}).get("error")
            if isinstance(refused, InvalidValue):
                message = f"{name} {refused.message}."
                return error(where.find(path, is_key), "invalid-value", message, refused.advice)
    # `key:` alone is an empty text, whatever the type of its field.
    if detail.get("input") == "":
        return error(
            where.find(path, False),
            "invalid-value",
            f"{name} has no value.",
            "Write one, or remove the field.",
        )
    if (shape := _SHAPES.get(detail["type"])) is not None:
        return error(where.find(path, False), "wrong-type", f"{name} {shape}.")
    if detail["type"] == "too_short":
        return error(
            where.find(path, False), "invalid-value", f"{name} is an empty list.", "Remove the field."
        )
    return error(where.find(path, is_key), "invalid-value", f"{name}: {detail['msg']}.")


def _spoken(path: Sequence[str | int]) -> str:
    """Return the way to a field as an author would name it: `roles`, item 2, `title`."""
    return ", ".join(f"item {step + 1}" if isinstance(step, int) else f"`{step}`" for step in path)


def _did_you_mean(written: str, among: str, known: Sequence[str], suggestions: Suggestions) -> str:
    close = suggestions.nearest(written, among, known)
    return f"Did you mean `{close}`?" if close else ""


@cache
def _all_names() -> tuple[str, ...]:
    """List the names of all fields of records, their parts and the settings, sorted."""
    models = with_parts(Settings, *MODELS.values())
    return tuple(sorted({name for model in models for name in field_names(model)}))
