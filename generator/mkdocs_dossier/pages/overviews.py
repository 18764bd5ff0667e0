"""The whole dossier by place and by ties: the map and the network, each as a picture and a list."""

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_dossier.document.compose import join, lines, table, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.model.records import Actor, Place
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.indexes import Index
from mkdocs_dossier.pages.ordering import date_order, name_order
from mkdocs_dossier.pages.view import Here, View, index_path
from mkdocs_dossier.text.messages import mark


def _list(here: Here, head: Sequence[Inline], rows: Iterable[Sequence[Inline]]) -> Block:
    """Write the list that says the same as the picture, under the anchor `list` that the picture links to."""
    return parts.part(here.say("As a list"), "list", table(here.say("As a list"), head, rows))


def _places(view: View) -> list[Place]:
    """List the places at which events happened."""
    return [
        place
        for place in view.dossier.places.values()
        if view.dossier.naming("places", place.id, Reverse.EVENTS)
    ]


def _places_table(here: Here, keys: Sequence[str]) -> Block:
    """List places with the events there."""
    rows = [[here.record("places", key), _events_at(here, key)] for key in keys]
    return _list(here, [here.say("Place"), here.say("Events")], rows)


_MOST_EVENTS = 8
"""How many events a row of the list names; the place's own page has all."""


def _events_at(here: Here, place: str) -> Inline:
    """Name the first events at a place, and say how many more there are."""
    dossier = here.dossier
    events = [dossier.events[key] for key in dossier.naming("places", place, Reverse.EVENTS)]
    events.sort(key=lambda event: date_order(event.when, event.id))
    named = [here.record("events", event.id) for event in events[:_MOST_EVENTS]]
    if (rest := len(events) - _MOST_EVENTS) > 0:
        more = text(here.words.count("{n} more", "{n} more", rest))
        named.append(here.record("places", place, more))
    return lines(named)


_Row = tuple[str, Inline, str]
"""A tie: the actor that it leads from, what it is, and the actor that it leads to."""


def _all_ties(view: View) -> list[_Row]:
    """List all ties between actors: bodies, roles, relations."""
    here = view.here(index_path("network"))
    ordered = sorted(view.dossier.actors.values(), key=name_order)
    return [tie for actor in ordered for tie in _ties(here, actor)]


def _ties_table(here: Here, ties: Sequence[_Row]) -> Block:
    rows = ([here.actor(first), said, here.actor(second)] for first, said, second in ties)
    return _list(here, [here.say("Actor"), here.say("Tie"), here.say("To")], rows)


def _ties(here: Here, actor: Actor) -> Iterator[_Row]:
    """List the ties of an actor in words, which hold no links and so are the same on each page."""
    for membership in actor.part_of:
        yield actor.id, here.say("is part of"), membership.actor
    for role in actor.roles:
        spoken = [here.say("speaks for this body")] if role.speaks_for else []
        yield actor.id, join([here.own(role.title), *spoken], " · "), role.at
    for relation in actor.relations:
        yield actor.id, here.own(relation.kind), relation.to


MAP = Index(
    "map",
    mark("Map"),
    mark("Where events happened. Only cities and sites are points; all else is an extent."),
    lambda view: [one.id for one in sorted(_places(view), key=name_order)],
    _places_table,
    lambda here: pictures.of_places(here, _places(here.view), more="#list"),
).kind(80)
NETWORK = Index(
    "network",
    mark("Network"),
    mark("Who is part of what, who holds which role, and how actors are tied."),
    _all_ties,
    _ties_table,
    pictures.of_network,
).kind(90)
