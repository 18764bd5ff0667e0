"""Finds the actors that an author names, by id or by name, and writes those that a dossier does not have."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.authoring.edits import Edit, apply, double_quoted, is_boolean, scalar
from mkdocs_dossier.authoring.layout import Layout, in_brackets
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.removing import record_lines
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import Entry, SourceMap
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.text.folding import folded
from mkdocs_dossier.values.ids import parse_id, slugged
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import MapNode, to_data

_USUAL = "actors.yaml"
_WORDS = re.compile(r"[^\W\d_][\w’]*(?:[ -][^\W_][\w’]*)*")


@dataclass(frozen=True, slots=True)
class NewActor:
    """An actor that is not in the dossier yet; `name` is empty while it is not known.

    `option` is the one that it was named with.
    """

    id: str
    name: str
    kind: ActorKind
    option: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors that a dossier has, and the ids of those that are written, valid or not."""

    dossier: Dossier
    ids: Collection[str]

    def find(self, option: str, said: str, kind: ActorKind) -> NewActor | str:
        """Return the id of the actor that an author means, or the actor if it is new.

        `said` is an id, a name in any of its spellings, or `id=name`. Raises `RefusedError`, whose message
        begins with the option, where it is not clear who is meant.
        """
        text = " ".join(said.split())
        if text in self.ids:
            return text
        identifier, equals, name = text.partition("=")
        if equals and _is_id(identifier.strip()):
            return self.with_id(option, identifier.strip(), name.strip(), kind)
        called = self._called(text, kind)
        if len(called) > 1:
            shown = ", ".join(f"`{one}`" for one in called)
            raise RefusedError(
                f"--{option}: several actors are called “{text}”: {shown}.", "Name one by its id."
            )
        if called:
            return called[0]
        if _is_id(text):
            return NewActor(text, "", kind, option)
        return self._with_name(option, text, kind)

    def _called(self, name: str, kind: ActorKind) -> list[str]:
        """List the actors of a name; where there are several, that of the kind if it is the only one."""
        wanted = folded(name)
        found = {
            key: actor
            for key, actor in self.dossier.actors.items()
            if actor.kind is not ActorKind.ANONYMOUS and wanted in map(folded, _names(actor))
        }
        fitting = [key for key, actor in found.items() if actor.kind is kind]
        return fitting if len(fitting) == 1 else sorted(found)

    def with_id(self, option: str, identifier: str, name: str, kind: ActorKind) -> NewActor | str:
        """Return the actor of an id and a name, or its id if there is one with both.

        Raises `RefusedError` if there is one with either, so that none is written twice.
        """
        name = _valid_name(option, name)
        called = self._called(name, kind)
        if identifier in called:
            return identifier
        if identifier in self.ids:
            message = f"--{option}: there is an actor `{identifier}` already{self._shown(identifier)}."
            raise RefusedError(
                message, f"If that is meant: --{option} {identifier}. If not, give another id."
            )
        if called:
            message = f"--{option}: “{name}” is the actor `{called[0]}` already."
            raise RefusedError(
                message, f"If that is meant: --{option} {called[0]}. If not, write its record by hand."
            )
        return NewActor(identifier, name, kind, option)

    def _with_name(self, option: str, text: str, kind: ActorKind) -> NewActor:
        name = _valid_name(option, text)
        identifier = slugged(name)
        with_id = f"--{option} 'some-id={name}'"
        if not identifier:
            raise RefusedError(f"--{option}: no id can be made from “{name}”.", f"Give one: {with_id}.")
        if option == "authors" and "," in name:
            hint = f"Name each with --authors. If it is one name, give its id too: {with_id}."
            raise RefusedError(f"--{option}: there is a comma in “{name}”.", hint)
        if identifier in self.ids:
            message = f"--{option}: there is an actor `{identifier}` already{self._shown(identifier)}."
            hint = f"If that is meant: --{option} {identifier}. If not, give another id: {with_id}."
            raise RefusedError(message, hint)
        return NewActor(identifier, name, kind, option)

    def _shown(self, identifier: str) -> str:
        actor = self.dossier.actors.get(identifier)
        return f", called “{actor.name}”" if actor else ""

    def nameless(self, actor: NewActor) -> RefusedError:
        """Say that an actor is not there, and how to name it where it is new."""
        close = nearest(actor.id, self.ids)
        meant = f"Did you mean `{close}`? " if close else ""
        hint = f"{meant}If it is new, give its name too: --{actor.option} '{actor.id}=Its name'."
        return RefusedError(f"--{actor.option}: there is no actor `{actor.id}`.", hint)


def together(actors: Sequence[NewActor]) -> dict[str, NewActor]:
    """Return new actors by id, each once: one that is named twice has the kind that was said first.

    Raises `RefusedError` if one id is given two names.
    """
    found: dict[str, NewActor] = {}
    for actor in actors:
        first = found.setdefault(actor.id, actor)
        if first.name and actor.name and folded(first.name) != folded(actor.name):
            message = f"--{actor.option}: `{actor.id}` would be “{first.name}” and “{actor.name}”."
            raise RefusedError(message, "Give one of them another id, as 'some-id=Its name'.")
        found[actor.id] = replace(first, name=first.name or actor.name)
    return found


def _names(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from actor.names.values()
    yield from actor.aliases


def _is_id(text: str) -> bool:
    try:
        return parse_id(text) == text
    except InvalidValue:
        return False


def _valid_name(option: str, name: str) -> str:
    try:
        return parse_text(name)
    except InvalidValue as trouble:
        raise RefusedError(f"--{option} {trouble.message}.", trouble.advice) from trouble


def with_actors(
    texts: Mapping[str, str], files: Mapping[str, bytes], places: SourceMap, actors: Sequence[NewActor]
) -> tuple[str, str]:
    """Add records of new actors to the file with most actors; return its path and its new text.

    `texts` are the files with records in them, `files` all of them. Raises `RefusedError` if they cannot be
    added there safely.
    """
    entries = _most_actors(places)
    if entries:
        path = entries[-1].key.location.path
        text = _beside(Layout(texts[path], places.trees[path]), entries, actors)
    else:
        path = _USUAL
        before = texts.get(path) or files.get(path, b"").decode("utf-8-sig", errors="replace")
        gap = "\n" if before and not before.endswith("\n") else ""
        newline = "\r\n" if "\r\n" in before else "\n"
        added = "".join(_lines(one, 2, newline) for one in actors)
        text = f"{before}{gap}actors:{newline}{added}"
    tree, problems = parse(path, text.encode())
    old = to_data(places.trees[path]) if path in places.trees else {}
    wanted = {one.id: {"name": one.name, "kind": str(one.kind)} for one in actors}
    if not isinstance(old, dict) or not isinstance(section := old.get("actors", {}), dict):
        raise TypeError(f"no section of actors in {path}")
    if problems or tree is None or to_data(tree) != {**old, "actors": {**section, **wanted}}:
        raise RefusedError(f"No actor can be added to {path} as it is written.", "Write the record by hand.")
    return path, text


def _most_actors(places: SourceMap) -> list[Entry]:
    """Return the actors of the file that has most of them, in the order that they are written in."""
    by_path: dict[str, list[Entry]] = {}
    for ref, entry in places.entries.items():
        if ref.section == "actors":
            by_path.setdefault(entry.key.location.path, []).append(entry)
    best = min(by_path, key=lambda path: (-len(by_path[path]), path), default="")
    return sorted(by_path.get(best, []), key=lambda entry: entry.key.start)


def _beside(layout: Layout, entries: Sequence[Entry], actors: Sequence[NewActor]) -> str:
    """Write the records behind the last one, in the way in which that is written."""
    last = entries[-1]
    section = layout.root.items["actors"] if isinstance(layout.root, MapNode) else None
    if isinstance(section, MapNode) and section.braces is not None:
        added = "".join(f", {_in_braces(one)}" for one in actors)
        at = layout.end(last.node)
        return apply(layout.text, [Edit(at, at, added)])
    _, at = record_lines(layout, last)
    indent = layout.column(last.key.start)
    is_short = isinstance(last.node, MapNode) and last.node.braces is not None
    has_gap = not is_short
    if len(entries) > 1:
        between = layout.text[record_lines(layout, entries[-2])[1] : last.key.start]
        has_gap = has_gap and any(not line.strip() for line in between.splitlines()[:-1])
    newline = layout.newline
    added = "" if not layout.text[:at] or layout.text[:at].endswith(("\n", "\r")) else newline
    for one in actors:
        added += newline if has_gap else ""
        added += f"{' ' * indent}{_in_braces(one)}{newline}" if is_short else _lines(one, indent, newline)
    return apply(layout.text, [Edit(at, at, added)])


def _written(name: str) -> str:
    """Write a name as an author would: plainly, if there is nothing in it but words."""
    return name if _WORDS.fullmatch(name) and not is_boolean(name) else double_quoted(name)


def _in_braces(actor: NewActor) -> str:
    fields = [f"name: {_written(actor.name)}", f"kind: {scalar(actor.kind)}"]
    return f"{scalar(actor.id)}: {in_brackets(fields, '{}')}"


def _lines(actor: NewActor, indent: int, newline: str) -> str:
    inner = " " * (indent + 2)
    lines = (
        f"{' ' * indent}{scalar(actor.id)}:",
        f"{inner}name: {_written(actor.name)}",
        f"{inner}kind: {actor.kind}",
    )
    return "".join(f"{line}{newline}" for line in lines)
