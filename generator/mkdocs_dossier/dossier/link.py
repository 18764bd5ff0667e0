"""Records to a dossier: every reference resolved, every reverse filled, every quotation listed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import MAXYEAR
from functools import cache
from itertools import chain
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mkdocs_dossier.dossier.decode import Decoded, Entry
from mkdocs_dossier.model.fields import SECTION_OF, SECTIONS, SINGULAR, IsProse, Reverse, Section, Target
from mkdocs_dossier.model.prose import ProseLink, prose_links, targets
from mkdocs_dossier.model.records import (
    Actor,
    Claim,
    Event,
    Evidence,
    Figure,
    Place,
    Record,
    Relation,
    Role,
    Settings,
    Source,
    Statement,
)
from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.values.choices import Suggestions
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.yaml.parse import locate

Path = tuple[str | int, ...]
Key = tuple[Section, str]


@dataclass(frozen=True, slots=True)
class Reference:
    """One naming of a record by another: where it is written, what it names, and its reverse.

    `is_key`: it is written as the key at `path`, not as the value there.
    """

    path: Path
    target: Key
    sections: tuple[Section, ...]
    reverse: str
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a record takes from a source: fragments of a quote, of a passage, or of both."""

    owner: Key
    path: Path
    source: str
    quote: tuple[str, ...]
    passage: tuple[str, ...]


@dataclass(frozen=True)
class Dossier:
    """All records by id, in the order of their ids, with what ties them together.

    `backlinks` maps a record to the names of its reverses, each with the ids of the records that name
    it; `texts` maps a source's id to its archived text; `entries` knows where each record is written.

    The speaker and the source of each of the `statements` are records; those where one is not are
    `unattributed`: an error says so, their words are looked up, and nothing follows from them.
    """

    settings: Settings
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    statements: Mapping[str, Statement]
    unattributed: Mapping[str, Statement]
    texts: Mapping[str, SourceText]
    backlinks: Mapping[Key, Mapping[str, tuple[str, ...]]]
    entries: Mapping[Key, Entry]

    def section(self, section: Section) -> Mapping[str, Record]:
        """Give all records of a section."""
        records: Mapping[str, Record] = getattr(self, section)
        return records

    def naming(self, section: Section, identifier: str, reverse: str) -> tuple[str, ...]:
        """Give the ids of the records that name this one, by the name of the reverse."""
        return self.backlinks.get((section, identifier), {}).get(reverse, ())

    def language_of(self, statement: Statement) -> str:
        """Give the language of a statement's quote."""
        return statement.language or self.source_language(statement.source)

    def source_language(self, identifier: str) -> str:
        """Give the language of a source: its own, else the dossier's."""
        return self.sources[identifier].language or self.settings.language

    def date_of(self, statement: Statement) -> EdtfDate | None:
        """Give the date a statement counts from: when it was said, else no later than it was published."""
        if statement.said is not None:
            return statement.said
        published = self.sources[statement.source].published
        if published is None or published.latest is None:
            return None
        year, month, day = published.latest
        if year > MAXYEAR:
            return EdtfDate.parse(f"../Y{year}")
        return EdtfDate.parse(f"../{year:04}-{month:02}-{day:02}") if year > 0 else None


def link(decoded: Decoded, texts: Mapping[str, SourceText]) -> tuple[Dossier, list[Problem]]:
    """Tie the records together; `texts` maps the ids of sources to their texts.

    A reference to a record that is written but invalid is not reported a second time.
    """
    known = {section: {key for name, key in decoded.entries if name == section} for section in SECTIONS}
    problems = [
        problem
        for section in SECTIONS
        for key, record in decoded.records[section].items()
        for problem in _record_problems(record, decoded.entries[section, key], decoded, known)
    ]
    settings = decoded.settings or Settings(title="?")
    problems.extend(_settings_problems(settings, decoded, known))
    records: Any = decoded.records
    statements = {key: one for key, one in records["statements"].items() if _is_attributed(one, records)}
    fields = {**records, "statements": statements}
    unattributed = {key: one for key, one in records["statements"].items() if key not in statements}
    return Dossier(
        settings=settings,
        **fields,
        unattributed=unattributed,
        texts=texts,
        backlinks=_backlinks(fields, known),
        entries=decoded.entries,
    ), problems


Known = Mapping[Section, Set[str]]
"""The ids that are written, of valid records and of others, by section."""


def _is_attributed(statement: Statement, records: Mapping[Section, Mapping[str, Record]]) -> bool:
    return statement.speaker in records["actors"] and statement.source in records["sources"]


def _record_problems(record: Record, entry: Entry, decoded: Decoded, known: Known) -> Iterator[Problem]:
    for reference in references(record):
        if reference.target not in decoded.entries:
            where = entry.locate(reference.path, key=reference.is_key)
            yield _unknown(reference, decoded, where)
    for field, written in written_links(record):
        yield from _unclear(written, decoded.suggestions, known, entry.locate([field]))
    yield from _incomplete(record, entry)


def _backlinks(
    records: Mapping[Section, Mapping[str, Record]], known: Known
) -> dict[Key, dict[str, tuple[str, ...]]]:
    """Collect the reverses of all references to records that are written, in the order of their ids."""
    reverses: dict[Key, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for section in SECTIONS:
        for key, record in records[section].items():
            for reference in references(record):
                target_section, target = reference.target
                if target in known[target_section]:
                    reverses[reference.target][reference.reverse].add(key)
            for _, written in written_links(record):
                for meant in targets(written, known)[:1]:
                    reverses[meant]["mentioned_in"].add(f"{SINGULAR[section]}/{key}")
    return {
        key: {name: tuple(sorted(ids)) for name, ids in sorted(names.items())}
        for key, names in sorted(reverses.items())
    }


def references(record: BaseModel, path: Path = ()) -> Iterator[Reference]:
    """List the records that a record names, in the order of its fields."""
    for name, alias, shape in _reference_fields(type(record)):
        value = getattr(record, name)
        if value is not None:
            yield from _references(value, shape, (*path, alias))


def quotations(record: Record, section: Section) -> Iterator[Quotation]:
    """List the words that a record takes from sources."""
    owner = (section, record.id)
    if isinstance(record, Statement):
        yield Quotation(owner, (), record.source, record.quote or (), record.passage or ())
    for path, part in sourced_parts(record):
        if part.source is not None and part.passage is not None:
            yield Quotation(owner, path, part.source, (), part.passage)


def sourced_parts(record: Record) -> Iterator[tuple[Path, Evidence | Figure | Role | Relation]]:
    """List the parts of an event or actor that a source may stand behind, with their paths."""
    fields: dict[str, Sequence[Evidence | Figure | Role | Relation]] = {}
    if isinstance(record, Event):
        fields = {"figures": record.figures, "evidence": record.evidence}
    elif isinstance(record, Actor):
        fields = {"roles": record.roles, "relations": record.relations}
    for field, parts in fields.items():
        for index, part in enumerate(parts):
            yield (field, index), part


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a field holds references: itself, as items, as keys, or inside parts."""

    kind: str
    sections: tuple[Section, ...] = ()
    reverse: str = ""


def _references(value: Any, shape: _Shape, path: Path) -> Iterator[Reference]:
    if shape.kind == "one":
        yield _reference(value, shape, path)
    elif shape.kind == "items":
        for index, item in enumerate(value):
            yield _reference(item, shape, (*path, index))
    elif shape.kind == "keys":
        for key in value:
            yield _reference(key, shape, (*path, key))
    else:
        for index, part in enumerate(value):
            yield from references(part, (*path, index))


def _reference(value: str, shape: _Shape, path: Path) -> Reference:
    section, identifier = shape.sections[0], value
    if len(shape.sections) > 1:
        kind, _, identifier = value.partition("/")
        section = SECTION_OF[kind]
    return Reference(path, (section, identifier), shape.sections, shape.reverse, shape.kind == "keys")


@cache
def _reference_fields(model: type[BaseModel]) -> tuple[tuple[str, str, _Shape], ...]:
    return tuple(
        (name, info.alias or name, shape)
        for name, info in model.model_fields.items()
        if (shape := _shape(info)) is not None
    )


def _shape(info: FieldInfo) -> _Shape | None:
    marks = [*info.metadata, *_marks(info.annotation)]
    target = next((mark for mark in marks if isinstance(mark, Target)), None)
    reverse = next((mark for mark in marks if isinstance(mark, Reverse)), None)
    outer = _outer(info.annotation)
    if target is not None and reverse is not None:
        kind = "items" if outer is tuple else "keys" if outer is dict else "one"
        return _Shape(kind, target.sections, reverse.name)
    inner = get_args(info.annotation)
    if outer is tuple and isinstance(inner[0], type) and issubclass(inner[0], BaseModel):
        return _Shape("parts")
    return None


def _marks(annotation: Any) -> Iterator[Any]:
    """Find the marks in an annotation, at any depth."""
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _marks(argument)


def _outer(annotation: Any) -> type | None:
    outer = get_origin(annotation)
    return outer if outer in (tuple, dict) else None


def _unknown(reference: Reference, decoded: Decoded, where: Location) -> Problem:
    section, identifier = reference.target
    records = decoded.records
    message = f"There is no {SINGULAR[section]} `{identifier}`."
    close = decoded.suggestions.nearest(identifier, section, records[section])
    other = next((name for name in SECTIONS if name != section and identifier in records[name]), None)
    if close:
        hint = f"Did you mean `{close}`?"
    elif other:
        hint = f"`{identifier}` is one of the {other}; here must stand the id of one of the {section}."
    else:
        hint = f"Define it under `{section}:`, or remove the line."
    return error(where, "unknown-reference", message, hint)


def _incomplete(record: Record, entry: Entry) -> Iterator[Problem]:
    """Say which fields are missing beside those that are written."""
    if isinstance(record, Statement) and not record.quote and not record.passage:
        message = f"The statement `{record.id}` has neither `quote` nor `passage`."
        yield error(entry.key.location, "missing-field", message, "Add the words from the source, verbatim.")
    if isinstance(record, Place) and (record.lat is None) != (record.lon is None):
        written, missing = ("lat", "lon") if record.lon is None else ("lon", "lat")
        message = f"`{written}` stands here without `{missing}`."
        yield error(entry.locate([written]), "missing-field", message, "Write both, or neither.")
    if isinstance(record, Source) and record.sha256 and not record.text:
        message = "`sha256` stands here without `text`."
        yield error(entry.locate(["sha256"]), "missing-field", message, "Name the text file in `text`.")
    for path, part in sourced_parts(record):
        if part.passage is not None and part.source is None:
            message = "`passage` stands here without `source`."
            hint = "Name the source that the words stand in."
            yield error(entry.locate([*path, "passage"]), "missing-field", message, hint)


def _settings_problems(settings: Settings, decoded: Decoded, known: Known) -> Iterator[Problem]:
    node = decoded.settings_node
    if node is None:
        return
    if settings.lead and settings.lead not in known["claims"]:
        reference = Reference(("lead",), ("claims", settings.lead), ("claims",), "lead_of")
        yield _unknown(reference, decoded, locate(node, ["lead"]))
    for field, written in written_links(settings):
        yield from _unclear(written, decoded.suggestions, known, locate(node, [field]))


def written_links(record: BaseModel) -> Iterator[tuple[str, ProseLink]]:
    """List the links to records in a record's prose, each with its field."""
    for field in _prose_fields(type(record)):
        if value := getattr(record, field):
            for written in prose_links(value):
                yield field, written


@cache
def _prose_fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(
        name
        for name, info in model.model_fields.items()
        if any(isinstance(mark, IsProse) for mark in (*info.metadata, *_marks(info.annotation)))
    )


def _unclear(
    written: ProseLink, suggestions: Suggestions, known: Known, where: Location
) -> Iterator[Problem]:
    """Say why a link in prose does not name one record."""
    meant = targets(written, known)
    if len(meant) > 1:
        kinds = " or ".join(f"`[[{SINGULAR[section]}/{written.id}]]`" for section, _ in meant)
        message = f"`[[{written.id}]]` may mean more than one record."
        yield error(where, "ambiguous-reference", message, f"Write {kinds}.")
    elif not meant:
        shown = f"{written.kind}/{written.id}" if written.kind else written.id
        close = suggestions.nearest(written.id, "ids", chain.from_iterable(known.values()))
        hint = (
            f"Did you mean `[[{close}]]`?"
            if close
            else "Define the record, or write the words without brackets."
        )
        yield error(where, "unknown-reference", f"`[[{shown}]]` names no record.", hint)
