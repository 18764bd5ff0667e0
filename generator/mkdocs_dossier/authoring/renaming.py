"""`dossier rename`: gives a record another id, in its definition, in every reference, and in prose."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.authoring.edits import Change, Edit, replace
from mkdocs_dossier.authoring.plainfields import prose_fields
from mkdocs_dossier.authoring.reading import Reading, read, with_files, written
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH, read_lines
from mkdocs_dossier.model.proselinks import PATTERN, read_link, targets
from mkdocs_dossier.model.records import MODELS, Record, Settings
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.model.walk import references
from mkdocs_dossier.values.ids import parse_id
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.values.refs import SECTION_OF, SECTIONS, SINGULAR, Path, Ref, Section
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode

_HEADER = "# Where the addresses lead that records had before they were renamed.\n"


@dataclass(frozen=True, slots=True)
class Renamed:
    """The new contents of files, by path in the dossier, and in how many places the id was replaced."""

    files: Mapping[str, bytes]
    places: int


def section_named(kind: str) -> Section:
    """Read the kind of a record, `claim` or `claims`, as its section. Raises `RefusedError`."""
    named: dict[str, Section] = {**SECTION_OF, **{section: section for section in SECTIONS}}
    if kind in named:
        return named[kind]
    close = nearest(kind, named)
    hint = f"Did you mean `{close}`?" if close else f"It is one of: {', '.join(SECTION_OF)}."
    raise RefusedError(f"`{kind}` is no kind of record.", hint)


def rename(folder: Folder, section: Section, old: str, new: str) -> Renamed:
    """Rename a record, and add a redirect from its old address.

    Raises `RefusedError` if there is no such record, the new id is not valid or taken, or not all places
    that name the record can be known and rewritten.
    """
    reading = read(folder)
    new = _checked(reading, section, old, new)
    found = list(_places(reading, Ref(section, old), new))
    changes: dict[str, list[Change]] = {}
    for node, edits in _by_node(found):
        text = reading.texts[node.location.path]
        changes.setdefault(node.location.path, []).append(replace(text, node, edits))
    files, made = written(reading, changes)
    # By identity: two changes in different places may be equal.
    done = {id(change) for change in made}
    unmade = next((one for each in changes.values() for one in each if id(one) not in done), None)
    if unmade is not None:
        raise RefusedError(
            f"The id cannot be replaced at {unmade.node.location}.", "Write it as plain text there."
        )
    _prove(reading, read(with_files(folder, files)), Ref(section, old), Ref(section, new))
    added = _redirected(folder.redirects or b"", Ref(section, old), Ref(section, new))
    return Renamed({**files, REDIRECTS_PATH: added}, len(found))


def _checked(reading: Reading, section: Section, old: str, new: str) -> str:
    """Return the new id. Raises `RefusedError` if the record cannot be renamed to it."""
    if reading.unread:
        first = min(reading.unread)
        message = f"Not all of the dossier can be read, first at {first.location}: {first.message}"
        raise RefusedError(message, "Mend what `dossier check` says first, so that no reference is missed.")
    known = {ref.id for ref in reading.entries if ref.section == section}
    if old not in known:
        other = next((name for name in SECTIONS if Ref(name, old) in reading.entries), None)
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
        where = reading.entries[Ref(section, new)].key.location
        raise RefusedError(
            f"The {SINGULAR[section]} `{new}` is there already, at {where}.", "Choose another id."
        )
    return new


_Place = tuple[TextNode, Edit]
_Ids = Mapping[Section, Container[str]]


def _places(reading: Reading, record: Ref, new: str) -> Iterator[_Place]:
    """Find all places where the id is written, each with the edit that replaces it.

    An edit has offsets in the value of its node.
    """
    entries, settings = reading.entries, reading.source_map.settings
    known = {section: {ref.id for ref in entries if ref.section == section} for section in SECTIONS}
    yield entries[record].key, _at_end(entries[record].key, record.id, new)
    for ref, other in _records(reading.dossier):
        node = entries[ref].node
        for reference in references(other):
            if reference.target == record:
                named = _node(node, reference.path, is_key=reference.is_key)
                yield named, _at_end(named, record.id, new)
        for prose in prose_fields(MODELS[ref.section], node):
            yield from _linked(prose, known, record, new)
    if isinstance(settings, MapNode):
        lead = settings.items.get("lead")
        if record == Ref("claims", reading.dossier.settings.lead or "") and isinstance(lead, TextNode):
            yield lead, _at_end(lead, record.id, new)
        for prose in prose_fields(Settings, settings):
            yield from _linked(prose, known, record, new)


def _records(dossier: Dossier) -> Iterator[tuple[Ref, Record]]:
    """List all records, and the statements that were left out because their speaker is unknown."""
    for section in SECTIONS:
        for identifier, record in dossier.section(section).items():
            yield Ref(section, identifier), record
    for identifier, statement in dossier.unattributed.items():
        yield Ref("statements", identifier), statement


def _node(node: Node, path: Path, *, is_key: bool) -> TextNode:
    """Find the node that a reference's path leads to: a value, or (with `is_key`) a key of a mapping.

    The path may be longer than the nodes are deep: an author may write an id alone for a list of one.
    """
    for step in path:
        if isinstance(node, MapNode) and isinstance(step, str):
            if is_key and step == path[-1]:
                return next(key for key in node.keys.values() if key.value.strip() == step)
            node = node.items[step]
        elif isinstance(node, ListNode) and isinstance(step, int):
            node = node.items[step]
    if not isinstance(node, TextNode):
        raise TypeError(f"no text at {path}")
    return node


def _at_end(node: TextNode, old: str, new: str) -> Edit:
    """Replace the id at the end of a text, which may have a kind before it, as `event/ID`."""
    end = len(node.value.rstrip())
    return Edit(end - len(old), end, new)


def _linked(prose: TextNode, known: _Ids, record: Ref, new: str) -> Iterator[_Place]:
    """Find the links to the record in a prose field, and links to another that would mean both afterwards.

    Raises `RefusedError` for a link that means several records already.
    """
    section, old = record
    clashes = any(new in ids for ids in known.values())
    for found in PATTERN.finditer(prose.value):
        link = read_link(found)
        meant = targets(link, known)
        # The id is at the end of what comes before the bar, without blanks.
        end = found.end(1) - len(found[1]) + len(found[1].rstrip())
        place = Edit(end - len(link.id), end, "")
        if record in meant and len(meant) > 1:
            hint = f"Write `[[{SINGULAR[section]}/{old}]]` there, or the other kind, and try again."
            raise RefusedError(f"`[[{old}]]` at {prose.location} may mean more than one record.", hint)
        if meant == [record]:
            qualified = f"{SINGULAR[section]}/{new}" if clashes and link.kind is None else new
            yield prose, Edit(place.start, place.end, qualified)
        # A link to a record of another section that has the new id: with its kind, it stays clear.
        elif link.kind is None and link.id == new and len(meant) == 1:
            yield prose, Edit(place.start, place.start, f"{meant[0].kind}/")


def _by_node(places: Sequence[_Place]) -> list[tuple[TextNode, list[Edit]]]:
    """Group the edits by node; a node that several records share by an alias is edited once."""
    nodes: dict[int, tuple[TextNode, list[Edit]]] = {}
    for node, edit in places:
        edits = nodes.setdefault(id(node), (node, []))[1]
        if edit not in edits:
            edits.append(edit)
    return list(nodes.values())


def _prove(before: Reading, after: Reading, old: Ref, new: Ref) -> None:
    """Raise `RefusedError` if the dossier, read again, does not say of the new id all it said of the old."""
    wanted = Counter(
        ((new if target == old else target), reverse, len(ids))
        for target, reverse, ids in _named(before.dossier)
    )
    found = Counter((target, reverse, len(ids)) for target, reverse, ids in _named(after.dossier))
    ids = {new if ref == old else ref for ref in before.entries}
    if after.unread or found != wanted or ids != set(after.entries):
        first = f": {min(after.unread).message}" if after.unread else "."
        raise RefusedError(f"Not every reference to `{old.id}` can be rewritten{first}", "Rename it by hand.")


def _named(dossier: Dossier) -> Iterator[tuple[Ref, Reverse | None, Sequence[str | Ref]]]:
    """List what names each record: by each kind of reference, and (None) in prose."""
    for target, reverses in dossier.backlinks.items():
        yield from ((target, reverse, ids) for reverse, ids in reverses.items())
    yield from ((target, None, refs) for target, refs in dossier.mentions.items())


def _redirected(content: bytes, old: Ref, new: Ref) -> bytes:
    """Add a redirect from the old address; those from either address before are removed."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise RefusedError(f"{REDIRECTS_PATH} is not UTF-8.", "Save it with that encoding.") from trouble
    lines = text.splitlines(keepends=True) or [_HEADER]
    taken = {line.location.line for line in read_lines(text)[0] if line.old in (old, new)}
    kept = "".join(line for number, line in enumerate(lines, 1) if number not in taken)
    ending = "" if kept.endswith("\n") or not kept else "\n"
    return f"{kept}{ending}{old.address},{new.address}\n".encode()
