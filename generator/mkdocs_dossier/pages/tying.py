"""Turns the records of actors into the ties that pictures draw."""

from collections.abc import Callable, Iterator, Mapping

from mkdocs_dossier.model import records as model
from mkdocs_dossier.pictures.ties.graph import Actor, Tie, Ties
from mkdocs_dossier.text.shortening import cut_long
from mkdocs_dossier.words import Words

_LONGEST = 200
"""Letters of the label of a tie."""


def ties_of(actors: Mapping[str, model.Actor], words: Words, name: Callable[[str], str]) -> Ties:
    """Collect the ties between all actors; kinds are named in `words`, and `name` gives that of an actor."""
    tied = [Actor(key, name(key), actor.kind, words.say(actor.kind.message)) for key, actor in actors.items()]
    return Ties.of(tied, (tie for actor in actors.values() for tie in _ties(actor)))


def _ties(actor: model.Actor) -> Iterator[Tie]:
    for membership in actor.part_of:
        yield Tie(actor.id, membership.actor, "part")
    for role in actor.roles:
        yield Tie(actor.id, role.at, "speaks" if role.speaks_for else "role", cut_long(role.title, _LONGEST))
    for relation in actor.relations:
        yield Tie(actor.id, relation.to, "relation", cut_long(relation.kind, _LONGEST))
