"""The whole dossier by place and by ties: the map and the network, each as a picture and a list."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.document.compose import join, lines, table, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.model.records import Actor, Place
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.indexes import Index, index_pages
from mkdocs_dossier.pages.ordering import date_order, name_order
from mkdocs_dossier.pages.view import Here, PageKind, View
from mkdocs_dossier.text.messages import mark


def _list(here: Here, head: Sequence[Inline], rows: Sequence[Sequence[Inline]]) -> Block:
    """Write the list that says the same as the picture, under the anchor `list` that the picture links to."""
    return parts.part(here.say("As a list"), "list", table(here.say("As a list"), head, rows))


def _by_place(view: View) -> Index[Place]:
    """List the places at which events happened, with those events."""
    places = [
        place
        for place in view.dossier.places.values()
        if view.dossier.naming("places", place.id, Reverse.EVENTS)
    ]
    return Index(
        "map",
        view.words.say("Map"),
        view.words.say("Where events happened. Only cities and sites are points; all else is an extent."),
        sorted(places, key=name_order),
        _places_table,
        lambda here: pictures.of_places(here, places, more="#list"),
    )


def _places_table(here: Here, places: Sequence[Place]) -> Block:
    rows = []
    for place in places:
        rows.append([here.record("places", place.id), _events_at(here, place)])
    return _list(here, [here.say("Place"), here.say("Events")], rows)


_MOST_EVENTS = 8
"""How many events a row of the list names; the place's own page has all."""


def _events_at(here: Here, place: Place) -> Inline:
    """Name the first events at a place, and say how many more there are."""
    dossier = here.dossier
    events = [dossier.events[key] for key in dossier.naming("places", place.id, Reverse.EVENTS)]
    events.sort(key=lambda event: date_order(event.when, event.id))
    named = [here.record("events", event.id) for event in events[:_MOST_EVENTS]]
    if (rest := len(events) - _MOST_EVENTS) > 0:
        more = text(here.words.count("{n} more", "{n} more", rest))
        named.append(here.record("places", place.id, more))
    return lines(named)


def _network(view: View) -> Index[Actor]:
    """List all ties between actors: bodies, roles, relations."""
    tied = [
        actor for actor in view.dossier.actors.values() if actor.part_of or actor.roles or actor.relations
    ]
    return Index(
        "network",
        view.words.say("Network"),
        view.words.say("Who is part of what, who holds which role, and how actors are tied."),
        sorted(tied, key=name_order),
        _ties_table,
        pictures.of_network,
    )


def _ties_table(here: Here, actors: Sequence[Actor]) -> Block:
    rows = [row for actor in actors for row in _ties(here, actor)]
    return _list(here, [here.say("Actor"), here.say("Tie"), here.say("To")], rows)


def _ties(here: Here, actor: Actor) -> Iterator[list[Inline]]:
    this = here.actor(actor.id)
    for membership in actor.part_of:
        yield [this, here.say("is part of"), here.actor(membership.actor)]
    for role in actor.roles:
        spoken = [here.say("speaks for this body")] if role.speaks_for else []
        yield [this, join([here.own(role.title), *spoken], " · "), here.actor(role.at)]
    for relation in actor.relations:
        yield [this, here.own(relation.kind), here.actor(relation.to)]


MAP = PageKind(80, "map", mark("Map"), lambda view: index_pages(view, _by_place(view)))
NETWORK = PageKind(90, "network", mark("Network"), lambda view: index_pages(view, _network(view)))
