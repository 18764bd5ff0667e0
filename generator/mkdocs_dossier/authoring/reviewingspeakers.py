"""Finds the actors that an author may mean by what is typed, while it is typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.authoring.introducing import NewActor
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.reviewingties import is_draft
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.text.folding import folded
from mkdocs_dossier.values.ids import ID_LENGTH, NOT_FOUND, slugged
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.values.refs import Ref

NEW = "new actor:"
"""What an author types before the name of an actor who is not in the dossier yet."""


_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Known:
    """An actor who may be the speaker; `folded` is all that it is found by, the id first."""

    id: str
    name: str
    is_draft: bool
    folded: tuple[str, ...]


def known_actors(dossier: Dossier, places: SourceMap) -> tuple[Known, ...]:
    """List the actors of a dossier, drafts too, in the order of their names."""
    found = [
        Known(
            key,
            actor.name,
            is_draft(places.entries[Ref("actors", key)]),
            (key, *map(folded, (actor.name, *actor.names.values(), *actor.aliases))),
        )
        for key, actor in dossier.actors.items()
    ]
    return tuple(sorted(found, key=lambda one: (folded(one.name), one.id)))


def fitting(actors: Sequence[Known], typed: str) -> list[Known]:
    """List the actors whose id, name or alias has all words typed; those that begin so come first."""
    words = folded(typed).split()
    found = [one for one in actors if any(all(word in name for word in words) for name in one.folded)]
    start = " ".join(words)
    return sorted(found, key=lambda one: not any(name.startswith(start) for name in one.folded))


def meant(actors: Sequence[Known], typed: str) -> Known | str:
    """Return the actor that was meant, or the name of a new one (typed behind `NEW`).

    Raises `RefusedError` where nobody or more than one fits.
    """
    text = " ".join(typed.split())
    if folded(text).startswith(NEW):
        return _new_name(actors, text[len(NEW) :])
    exact = [one for one in actors if one.id == text] or [one for one in actors if folded(text) in one.folded]
    found = exact or fitting(actors, text)
    if len(found) == 1:
        return found[0]
    if found:
        shown = ", ".join(f"`{one.id}`" for one in found[:_SHOWN]) + (", …" if found[_SHOWN:] else "")
        raise RefusedError(f"Several actors fit “{text}”: {shown}.", "Choose one, or type its id.")
    raise RefusedError(f"No actor is called “{text}”.", f"Type “{NEW} {text}” for one who is new.")


def _new_name(actors: Sequence[Known], typed: str) -> Known | str:
    try:
        name = parse_text(typed)
    except InvalidValue as trouble:
        raise RefusedError(f"The name {trouble.message}.", trouble.advice) from trouble
    same = [one for one in actors if folded(name) in one.folded]
    return same[0] if len(same) == 1 else name


def new_actor(places: SourceMap, name: str, kind: ActorKind) -> NewActor:
    """Make the actor of a name, with an id that nobody has. Raises `RefusedError` if none can be made."""
    start = slugged(name)
    if not start:
        raise RefusedError(f"No id can be made from “{name}”.", "Write the record of this actor by hand.")
    taken = {NOT_FOUND, *(ref.id for ref in places.entries if ref.section == "actors")}
    return NewActor(next(one for one in _numbered(start) if one not in taken), name, kind, "speaker")


def _numbered(start: str) -> Iterator[str]:
    yield start
    for number in range(2, 10_000):
        yield f"{start[: ID_LENGTH - 6].rstrip('-')}-{number}"
