"""`dossier rename`: another id for a record, in its definition, in every reference and in prose."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.authoring.edits import Edit
from mkdocs_dossier.authoring.plainfields import prose_fields
from mkdocs_dossier.authoring.reading import Reading, read, with_files, written
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.rewrite import Change, replace
from mkdocs_dossier.dossier.link import Key, Path, references
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH, read_lines
from mkdocs_dossier.load import Folder
from mkdocs_dossier.model.fields import SECTION_OF, SECTIONS, SINGULAR, Section
from mkdocs_dossier.model.prose import PATTERN, read_link, targets
from mkdocs_dossier.model.records import MODELS, Record, Settings
from mkdocs_dossier.values.choices import nearest
from mkdocs_dossier.values.ids import parse_id
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.yaml.parse import ListNode, MapNode, Node, TextNode

_HEADER = "# Where the addresses lead that records had before they were renamed.\n"


@dataclass(frozen=True, slots=True)
class Renamed:
    """The files that are new, by path in the dossier, and how many places named the record."""

    files: Mapping[str, bytes]
    places: int


def section_named(kind: str) -> Section:
    """Read the kind of a record, as `claim` or `claims`. Raises `RefusedError`."""
    named: dict[str, Section] = {**SECTION_OF, **{section: section for section in SECTIONS}}
    if kind in named:
        return named[kind]
    close = nearest(kind, named)
    hint = f"Did you mean `{close}`?" if close else f"It is one of: {', '.join(SECTION_OF)}."
    raise RefusedError(f"`{kind}` is no kind of record.", hint)


def rename(folder: Folder, redirects: bytes, section: Section, old: str, new: str) -> Renamed:
    """Rename a record; `redirects` is the content of `redirects.csv`, empty where there is none.

    Raises `RefusedError` where the record is not there, the new id is none or taken, or where it cannot be
    known or rewritten who names the record.
    """
    reading = read(folder)
    new = _checked(reading, section, old, new)
    found = list(_places(reading, (section, old), new))
    changes: dict[str, list[Change]] = {}
    for node, edits in _by_node(found):
        text = reading.texts[node.location.path]
        changes.setdefault(node.location.path, []).append(replace(text, node, edits))
    files, made = written(reading, changes)
    done = {id(change) for change in made}
    unmade = next((one for each in changes.values() for one in each if id(one) not in done), None)
    if unmade is not None:
        raise RefusedError(
            f"The id cannot be replaced at {unmade.node.location}.", "Write it as plain text there."
        )
    _prove(reading, read(with_files(folder, files)), (section, old), (section, new))
    added = _redirected(redirects, f"{section}/{old}", f"{section}/{new}")
    return Renamed({**files, REDIRECTS_PATH: added}, len(found))


def _checked(reading: Reading, section: Section, old: str, new: str) -> str:
    """Refuse what cannot be renamed; gives the new id."""
    if reading.unread:
        first = min(reading.unread)
        message = f"Not all of the dossier can be read, first at {first.location}: {first.message}"
        raise RefusedError(message, "Mend what `dossier check` says first, so that no reference is missed.")
    known = {identifier for name, identifier in reading.decoded.entries if name == section}
    if old not in known:
        other = next((name for name in SECTIONS if (name, old) in reading.decoded.entries), None)
        close = nearest(old, known)
        hint = f"Did you mean `{close}`?" if close else ""
        if other:
            hint = f"`{old}` is one of the {other}: dossier rename {SINGULAR[other]} {old} …"
        raise RefusedError(f"There is no {SINGULAR[section]} `{old}`.", hint)
    try:
        new = parse_id(new)
    except InvalidValue as trouble:
        raise RefusedError(f"The new id {trouble.message}.", trouble.hint) from trouble
    if new in known:
        where = reading.decoded.entries[section, new].key.location
        raise RefusedError(
            f"The {SINGULAR[section]} `{new}` is there already, at {where}.", "Choose another id."
        )
    return new


_Place = tuple[TextNode, Edit]
_Ids = Mapping[Section, Container[str]]


def _places(reading: Reading, record: Key, new: str) -> Iterator[_Place]:
    """Find all places where the id is written, each with its replacement."""
    entries, settings = reading.decoded.entries, reading.decoded.settings_node
    known = {section: {key for kind, key in entries if kind == section} for section in SECTIONS}
    yield entries[record].key, _at_end(entries[record].key, record[1], new)
    for section in SECTIONS:
        for identifier, other in reading.decoded.records[section].items():
            node = entries[section, identifier].node
            for reference in references(other):
                if reference.target == record:
                    named = _node(node, reference.path, other)
                    yield named, _at_end(named, record[1], new)
            for prose in prose_fields(MODELS[section], node):
                yield from _linked(prose, known, record, new)
    if isinstance(settings, MapNode) and reading.decoded.settings is not None:
        lead = settings.items.get("lead")
        if record == ("claims", reading.decoded.settings.lead) and isinstance(lead, TextNode):
            yield lead, _at_end(lead, record[1], new)
        for prose in prose_fields(Settings, settings):
            yield from _linked(prose, known, record, new)


def _node(node: Node, path: Path, record: Record) -> TextNode:
    """Find the text that a reference's path leads to: a value, or a key of a mapping of references.

    The path may go on where an id is written for a list of one part.
    """
    for step in path:
        if isinstance(node, MapNode) and isinstance(step, str):
            if step == path[-1] and isinstance(getattr(record, str(path[0]), None), dict):
                return next(key for key in node.keys.values() if key.value.strip() == step)
            node = node.items[step]
        elif isinstance(node, ListNode) and isinstance(step, int):
            node = node.items[step]
    if not isinstance(node, TextNode):
        raise TypeError(f"no text at {path} of {record.id}")
    return node


def _at_end(node: TextNode, old: str, new: str) -> Edit:
    """Replace the id that a text ends with, white space aside."""
    end = len(node.value.rstrip())
    return Edit(end - len(old), end, new)


def _linked(prose: TextNode, known: _Ids, record: Key, new: str) -> Iterator[_Place]:
    """Find the links to the record in a prose, and those to another one that would then mean both."""
    section, old = record
    clashes = any(new in ids for ids in known.values())
    for found in PATTERN.finditer(prose.value):
        link = read_link(found)
        meant = targets(link, known)
        end = found.end(1) - len(found[1]) + len(found[1].rstrip())
        place = Edit(end - len(link.id), end, "")
        if record in meant and len(meant) > 1:
            hint = f"Write `[[{SINGULAR[section]}/{old}]]` there, or the other kind, and try again."
            raise RefusedError(f"`[[{old}]]` at {prose.location} may mean more than one record.", hint)
        if meant == [record]:
            qualified = f"{SINGULAR[section]}/{new}" if clashes and link.kind is None else new
            yield prose, Edit(place.start, place.end, qualified)
        elif link.kind is None and link.id == new and len(meant) == 1:
            yield prose, Edit(place.start, place.start, f"{SINGULAR[meant[0][0]]}/")


def _by_node(places: Sequence[_Place]) -> list[tuple[TextNode, list[Edit]]]:
    """Gather the replacements in each text; one that several records share is named by each of them."""
    nodes: dict[int, tuple[TextNode, list[Edit]]] = {}
    for node, edit in places:
        edits = nodes.setdefault(id(node), (node, []))[1]
        if edit not in edits:
            edits.append(edit)
    return list(nodes.values())


def _prove(before: Reading, after: Reading, old: Key, new: Key) -> None:
    """Refuse where the dossier, read again, does not say of the new id what it said of the old one."""
    wanted = Counter(
        ((new if target == old else target), reverse, len(ids))
        for target, reverses in before.dossier.backlinks.items()
        for reverse, ids in reverses.items()
    )
    found = Counter(
        (target, reverse, len(ids))
        for target, reverses in after.dossier.backlinks.items()
        for reverse, ids in reverses.items()
    )
    ids = {new if key == old else key for key in before.decoded.entries}
    if after.unread or found != wanted or ids != set(after.decoded.entries):
        first = f": {min(after.unread).message}" if after.unread else "."
        raise RefusedError(f"Not every reference to `{old[1]}` can be rewritten{first}", "Rename it by hand.")


def _redirected(content: bytes, old: str, new: str) -> bytes:
    """Add a redirect; one from the new address is removed, since a record stands there now."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise RefusedError(f"{REDIRECTS_PATH} is not UTF-8.", "Save it with that encoding.") from trouble
    lines = text.splitlines(keepends=True) or [_HEADER]
    taken = {line.location.line for line in read_lines(text)[0] if line.old in (old, new)}
    kept = "".join(line for number, line in enumerate(lines, 1) if number not in taken)
    ending = "" if kept.endswith("\n") or not kept else "\n"
    return f"{kept}{ending}{old},{new}\n".encode()
