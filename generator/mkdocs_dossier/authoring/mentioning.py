"""Replaces the id of a record wherever others name it, in fields and in prose; also checks that it exists."""

from collections.abc import Container, Iterator, Mapping

from mkdocs_dossier.authoring.edits import Edit
from mkdocs_dossier.authoring.plainfields import prose_fields
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.model.proselinks import PATTERN, read_link, targets
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.walk import references
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.values.refs import SECTIONS, SINGULAR, Path, Ref, Section
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode

Place = tuple[TextNode, Edit]
"""Where an id is written, and the edit that replaces it there, with offsets in the value of the node."""

_Ids = Mapping[Section, Container[str]]


def refuse_unread(places: SourceMap) -> None:
    """Raise `RefusedError` if a file or a record cannot be read: it might name any record."""
    if places.unread:
        first = min(places.unread)
        message = f"Not all of the dossier can be read, first at {first.location}: {first.message}"
        raise RefusedError(message, "Mend what `dossier check` says first, so that no reference is missed.")


def refuse_unknown(places: SourceMap, section: Section, identifier: str, command: str) -> None:
    """Raise `RefusedError` if there is no such record, and offer the nearest; `command` is the one typed."""
    known = {ref.id for ref in places.entries if ref.section == section}
    if identifier in known:
        return
    other = next((name for name in SECTIONS if Ref(name, identifier) in places.entries), None)
    close = nearest(identifier, known)
    hint = f"Did you mean `{close}`?" if close else ""
    if other:
        hint = f"`{identifier}` is one of the {other}"
        hint += f": dossier rename {SINGULAR[other]} {identifier} …" if command == "rename" else "."
    raise RefusedError(f"There is no {SINGULAR[section]} `{identifier}`.", hint)


def naming(dossier: Dossier, places: SourceMap, record: Ref, new: str) -> Iterator[Place]:
    """Find all places that name a record, each with the edit that puts another id there.

    Its definition is not among them. Raises `RefusedError` for a link that means several records.
    """
    entries, settings = places.entries, places.settings
    known = {section: {ref.id for ref in entries if ref.section == section} for section in SECTIONS}
    for ref, other in dossier.all_records():
        node = entries[ref].node
        for reference in references(other):
            if reference.target == record:
                named = _node(node, reference.path, is_key=reference.is_key)
                yield named, at_end(named, record.id, new)
        for prose in prose_fields(MODELS[ref.section], node):
            yield from _linked(prose, known, record, new)
    if isinstance(settings, MapNode):
        lead = settings.items.get("lead")
        if record == Ref("claims", dossier.settings.lead or "") and isinstance(lead, TextNode):
            yield lead, at_end(lead, record.id, new)
        for prose in prose_fields(Settings, settings):
            yield from _linked(prose, known, record, new)


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


def at_end(node: TextNode, old: str, new: str) -> Edit:
    """Replace the id at the end of a text, which may have a kind before it, as `event/ID`."""
    end = len(node.value.rstrip())
    return Edit(end - len(old), end, new)


def _linked(prose: TextNode, known: _Ids, record: Ref, new: str) -> Iterator[Place]:
    """Find the links to the record in a prose field, and links to another that would mean both afterwards.

    Raises `RefusedError` for a link that means several records already.
    """
    section, old = record
    # In its own section, the new id is that of the record itself, or of the one that it becomes.
    clashes = any(new in ids for name, ids in known.items() if name != section)
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
        elif link.kind is None and link.id == new and len(meant) == 1 and meant[0].section != section:
            yield prose, Edit(place.start, place.start, f"{meant[0].kind}/")
