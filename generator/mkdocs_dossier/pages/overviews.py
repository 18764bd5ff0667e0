"""The whole dossier by time, place and ties: timeline, map and network, each as a picture and a list."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.document.compose import join, lines, table
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.positions import statement_order
from mkdocs_dossier.model.records import Actor, Place
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.indexes import Index, index_pages
from mkdocs_dossier.pages.view import Here, PageKind, View
from mkdocs_dossier.text.messages import mark


def _list(here: Here, head: Sequence[Inline], rows: Sequence[Sequence[Inline]]) -> Block:
    """Write the list that says the same as the picture, under the anchor `list` that the picture links to."""
    return parts.part(here.say("As a list"), "list", table(here.say("As a list"), head, rows))


Dated = tuple[str, str]
"""An event or a statement: its section and its id."""


def _timeline(view: View) -> Index[Dated]:
    """List events and statements together, by date."""
    dossier = view.dossier
    ordered: list[tuple[tuple[object, ...], Dated]] = []
    for event in dossier.events.values():
        order = (event.when is None, event.when.sort_key if event.when else (), 0, event.id)
        ordered.append((order, ("events", event.id)))
    for key in dossier.statements:
        undated, date, *then = statement_order(dossier, key)
        ordered.append(((undated, date, 1, *then), ("statements", key)))
    return Index(
        "timeline",
        view.words.say("Timeline"),
        view.words.say("Events and statements by date, with how exact each date is."),
        [one for _, one in sorted(ordered, key=lambda one: one[0])],
        _dated_table,
        pictures.of_timeline,
    )


def _dated_table(here: Here, items: Sequence[Dated]) -> Block:
    rows = [
        _event_row(here, key) if section == "events" else _statement_row(here, key) for section, key in items
    ]
    return _list(here, [here.say("When"), here.say("What"), here.say("Kind")], rows)


def _event_row(here: Here, key: str) -> list[Inline]:
    event = here.dossier.events[key]
    when = here.date(event.when) if event.when else here.say("date not stated")
    return [when, here.record("events", key), here.term(event.kind)]


def _statement_row(here: Here, key: str) -> list[Inline]:
    date = here.dossier.date_of(here.dossier.statements[key])
    when = here.moment(date) if date else here.say("date not stated")
    return [when, here.record("statements", key), here.say("statement")]


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
        sorted(places, key=lambda place: (place.name.casefold(), place.id)),
        _places_table,
        lambda here: pictures.of_places(here, places, more="#list"),
    )


def _places_table(here: Here, places: Sequence[Place]) -> Block:
    rows = []
    for place in places:
        events = here.dossier.naming("places", place.id, Reverse.EVENTS)
        named = lines(here.record("events", key) for key in events)
        rows.append([here.record("places", place.id), named])
    return _list(here, [here.say("Place"), here.say("Events")], rows)


def _network(view: View) -> Index[Actor]:
    """List all ties between actors: bodies, roles, relations."""
    tied = [
        actor for actor in view.dossier.actors.values() if actor.part_of or actor.roles or actor.relations
    ]
    return Index(
        "network",
        view.words.say("Network"),
        view.words.say("Who is part of what, who holds which role, and how actors are tied."),
        sorted(tied, key=lambda actor: (actor.name.casefold(), actor.id)),
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


TIMELINE = PageKind(70, "timeline", mark("Timeline"), lambda view: index_pages(view, _timeline(view)))
MAP = PageKind(80, "map", mark("Map"), lambda view: index_pages(view, _by_place(view)))
NETWORK = PageKind(90, "network", mark("Network"), lambda view: index_pages(view, _network(view)))
