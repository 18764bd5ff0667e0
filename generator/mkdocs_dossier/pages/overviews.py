"""The whole dossier by time, by place and by relation, each as a table."""

from collections.abc import Iterator

from mkdocs_dossier.markdown import Block, Inline, heading, join, paragraph, table, text
from mkdocs_dossier.model import Place
from mkdocs_dossier.pages import parts, pictures
from mkdocs_dossier.pages.view import Here, Page, View, index_path


def pages(view: View) -> Iterator[Page]:
    """Write the three overviews."""
    yield timeline(view)
    yield by_place(view)
    yield network(view)


def timeline(view: View) -> Page:
    """List events and statements in one order of time."""
    here = view.here(index_path("timeline"))
    title = view.words.say("Timeline")
    intro = view.words.say("Events and statements by date, with how exact each date is.")
    dated: list[tuple[tuple[object, ...], list[Inline]]] = []
    for event in view.dossier.events.values():
        order = (event.when is None, event.when.sort_key if event.when else (), 0, event.id)
        dated.append((order, _event_row(here, event.id)))
    for key, statement in view.dossier.statements.items():
        date = view.dossier.date_of(statement)
        order = (date is None, date.sort_key if date else (), 1, key)
        dated.append((order, _statement_row(here, key)))
    rows = [row for _, row in sorted(dated, key=lambda one: one[0])]
    listed = table([here.say("When"), here.say("What"), here.say("Kind")], rows) if rows else Block("")
    blocks = (
        heading(1, text(title), "timeline"),
        paragraph(text(intro)),
        pictures.of_timeline(here),
        _list(here, listed),
    )
    return Page(here.path, title, intro, blocks, hide=("toc",))


def _event_row(here: Here, key: str) -> list[Inline]:
    event = here.dossier.events[key]
    when = here.date(event.when) if event.when else here.say("date not stated")
    return [when, here.record("events", key), here.term(event.kind)]


def _statement_row(here: Here, key: str) -> list[Inline]:
    statement = here.dossier.statements[key]
    date = here.dossier.date_of(statement)
    when = here.date(date) if date else here.say("date not stated")
    return [when, here.record("statements", key), here.say("statement")]


def _list(here: Here, listed: Block) -> Block:
    """Put the list that says the same as the picture below it, where the picture can lead to it."""
    return parts.part(here.say("As a list"), "list", listed)


def by_place(view: View) -> Page:
    """List the places that events happened at, with the events."""
    here = view.here(index_path("map"))
    title = view.words.say("Map")
    intro = view.words.say("Where events happened. Only cities and sites are points; all else is an extent.")
    rows = []
    for place in sorted(view.dossier.places.values(), key=lambda one: (one.name.casefold(), one.id)):
        events = view.dossier.naming("places", place.id, "events")
        if events:
            named = Inline("<br>".join(here.record("events", key) for key in events))
            rows.append([here.record("places", place.id), named])
    listed = table([here.say("Place"), here.say("Events")], rows) if rows else Block("")
    blocks = (
        heading(1, text(title), "map"),
        paragraph(text(intro)),
        pictures.of_places(here, _with_events(view), more="#list"),
        _list(here, listed),
    )
    return Page(here.path, title, intro, blocks, hide=("toc",))


def _with_events(view: View) -> list[Place]:
    """List the places that events happened at."""
    return [
        place for place in view.dossier.places.values() if view.dossier.naming("places", place.id, "events")
    ]


def network(view: View) -> Page:
    """List all ties between actors: bodies, roles, relations."""
    here = view.here(index_path("network"))
    title = view.words.say("Network")
    intro = view.words.say("Who is part of what, who holds which role, and how actors are tied.")
    rows = []
    for actor in sorted(view.dossier.actors.values(), key=lambda one: (one.name.casefold(), one.id)):
        this = here.actor(actor.id)
        for membership in actor.part_of:
            rows.append([this, here.say("is part of"), here.actor(membership.actor)])
        for role in actor.roles:
            spoken = [here.say("speaks for this body")] if role.speaks_for else []
            rows.append([this, join([here.own(role.title), *spoken], " · "), here.actor(role.at)])
        for relation in actor.relations:
            rows.append([this, here.own(relation.kind), here.actor(relation.to)])
    listed = table([here.say("Actor"), here.say("Tie"), here.say("To")], rows) if rows else Block("")
    blocks = (
        heading(1, text(title), "network"),
        paragraph(text(intro)),
        pictures.of_network(here),
        _list(here, listed),
    )
    return Page(here.path, title, intro, blocks, hide=("toc",))
