"""Actors: the index, and a page for each person or body."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.document.compose import (
    bullets,
    heading,
    join,
    outside_link,
    paragraph,
    stack,
    table,
    text,
)
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.findings.found import Opposition
from mkdocs_dossier.findings.positions import statement_order
from mkdocs_dossier.findings.voices import bodies_above
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index, index_pages
from mkdocs_dossier.pages.names import alias_line, dated, names_table
from mkdocs_dossier.pages.view import Here, PageKind, View, record_path
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref

WIKIDATA = "https://www.wikidata.org/wiki/"


def _pages(view: View) -> Iterator[Page]:
    """Write the index of actors and a page for each."""
    yield from index_pages(view, _index(view))
    for actor in view.dossier.actors.values():
        yield _page(view, actor)


def _index(view: View) -> Index[Actor]:
    """List the actors: kind, roles, statements, disputes."""
    return Index(
        "actors",
        view.words.say("Actors"),
        view.words.say("Everyone who speaks, acts or is acted upon, and the bodies they speak for."),
        sorted(view.dossier.actors.values(), key=lambda actor: (actor.name.casefold(), actor.id)),
        _listed,
    )


def _listed(here: Here, actors: Sequence[Actor]) -> Block:
    number = here.words.number
    rows = [
        [
            here.actor(actor.id),
            here.say(actor.kind.message),
            _positions_held(here, actor),
            text(number(len(here.dossier.naming("actors", actor.id, Reverse.STATEMENTS)))),
            text(number(len(_disputes(here.view, actor)))),
        ]
        for actor in actors
    ]
    head = [here.say("Name"), here.say("Kind"), here.say("Role or body"), here.say("Statements")]
    return table(here.say("Actors"), [*head, here.say("Disputed claims")], rows)


def _positions_held(here: Here, actor: Actor) -> Inline:
    """Name an actor's first roles and bodies, two of each: a row of an index holds no more."""
    said = [parts.role(here, one) for one in actor.roles[:2]]
    said += [here.fill("part of {body}", body=here.actor(one.actor)) for one in actor.part_of[:2]]
    return here.join(said, "; ") if said else text("–")


def _disputes(view: View, actor: Actor) -> set[str]:
    """Return the ids of the claims on which a statement by the actor contradicts another."""
    spoken = view.dossier.naming("actors", actor.id, Reverse.STATEMENTS)
    return {one.claim for key in spoken for one in view.opposed.get(key, ())}


def _page(view: View, actor: Actor) -> Page:
    """Write an actor's page: names, roles, bodies, events, statements, who contradicts them."""
    here = view.here(record_path("actors", actor.id))
    spoken = view.dossier.naming("actors", actor.id, Reverse.STATEMENTS)
    blocks = (
        heading(1, here.own(actor.name), "actor"),
        alias_line(here, actor.name, actor.names, actor.aliases),
        paragraph(here.say(actor.kind.message), cls="dossier-kind"),
        here.prose(actor.description) if actor.description else (),
        pictures.around_actor(here, actor),
        parts.part(here.say("Names"), "names", names_table(here, actor.names, actor.aliases)),
        parts.part(here.say("Roles"), "roles", _roles(here, actor)),
        parts.part(here.say("Bodies"), "bodies", _bodies(here, actor)),
        parts.part(here.say("Relations"), "relations", _relations(here, actor)),
        parts.part(
            here.say("Statements"), "statements", parts.statement_table(here, spoken, with_speaker=False)
        ),
        parts.part(here.say("Said on their behalf"), "voices", _spoken_for(here, actor, spoken)),
        parts.part(here.say("Contradictions"), "contradictions", _contradictions(here, actor)),
        parts.part(here.say("Events"), "events", _events(here, actor)),
        parts.part(
            here.say("Addressed in"),
            "addressed",
            parts.links(here, "statements", _naming(here, actor, Reverse.ADDRESSED_IN)),
        ),
        parts.part(
            here.say("Claims about it"),
            "claims",
            parts.links(here, "claims", _naming(here, actor, Reverse.CLAIMS)),
        ),
        parts.part(here.say("Sources"), "sources", _sources(here, actor)),
        parts.part(here.say("Elsewhere"), "elsewhere", _elsewhere(here, actor)),
        further(here, Ref("actors", actor.id)),
        parts.mentions(here, Ref("actors", actor.id)),
    )
    description = here.plain(actor.description) if actor.description else here.words.say(actor.kind.message)
    return Page(here.path, actor.name, description, stack(*blocks), boost=3.0)


def _naming(here: Here, actor: Actor, reverse: Reverse) -> tuple[str, ...]:
    return here.dossier.naming("actors", actor.id, reverse)


def _roles(here: Here, actor: Actor) -> Block:
    shown: list[Block] = []
    for index, one in enumerate(actor.roles):
        said = [dated(here, parts.role(here, one), one.from_, one.until)]
        if one.speaks_for:
            said.append(here.say("speaks for this body"))
        shown.append(paragraph(join(said, " · ")))
        if checked := here.view.findings.quotations.get((Ref("actors", actor.id), ("roles", index))):
            shown.append(parts.passage(here, checked, f"roles-{index + 1}"))
    return stack(*shown)


def _bodies(here: Here, actor: Actor) -> Block:
    """List the bodies that the actor is part of, and its own parts and staff."""
    direct = [dated(here, here.actor(one.actor), one.from_, one.until) for one in actor.part_of]
    named = {one.actor for one in actor.part_of}
    further = [here.actor(key) for key in bodies_above(here.dossier, actor.id, None) if key not in named]
    staff = [
        join(
            [
                here.actor(key),
                *(here.own(role.title) for role in here.dossier.actors[key].roles if role.at == actor.id),
            ],
            " · ",
        )
        for key in _naming(here, actor, Reverse.STAFF)
    ]
    return parts.facts(
        [
            (here.say("Part of"), here.join(direct, "; ")),
            (here.say("And so of"), here.join(further, ", ")),
            (here.say("Its parts"), here.records("actors", _naming(here, actor, Reverse.PARTS), ", ")),
            (here.say("Who holds roles here"), here.join(staff, "; ")),
        ]
    )


def _relations(here: Here, actor: Actor) -> Block:
    """Write the actor's relations to others, with their passages, then those of others to the actor."""
    shown: list[Block] = []
    for index, one in enumerate(actor.relations):
        tie = join([here.own(actor.name), here.own(one.kind), here.actor(one.to)])
        shown.append(paragraph(dated(here, tie, one.from_, one.until)))
        if checked := here.view.findings.quotations.get((Ref("actors", actor.id), ("relations", index))):
            shown.append(parts.passage(here, checked, f"relations-{index + 1}"))
    for key in _naming(here, actor, Reverse.RELATED):
        for one in here.dossier.actors[key].relations:
            if one.to == actor.id:
                tie = join([here.actor(key), here.own(one.kind), here.own(actor.name)])
                shown.append(paragraph(dated(here, tie, one.from_, one.until)))
    return stack(*shown)


def _spoken_for(here: Here, actor: Actor, spoken: tuple[str, ...]) -> Block:
    others = set(here.view.spoken_for.get(actor.id, ())) - set(spoken)
    return parts.statement_table(here, others)


def _contradictions(here: Here, actor: Actor) -> Block:
    """List the contradictions of statements by the actor, or made on the actor's behalf."""
    voiced = {*_naming(here, actor, Reverse.STATEMENTS), *here.view.spoken_for.get(actor.id, ())}
    found = {one for key in voiced for one in here.view.opposed.get(key, ())}
    head = [here.say("Claim"), here.say("Kind"), here.say("Earlier statement"), here.say("Later statement")]
    ordered = sorted(found, key=lambda one: _order(here, one))
    return parts.limited(
        here, here.say("Contradictions"), head, ordered, lambda one: _contradiction_row(here, one)
    )


def _contradiction_row(here: Here, found: Opposition) -> list[Inline]:
    claim = here.record("claims", found.claim)
    return [claim, parts.kind_and_fate(here, found), *parts.both_stances(here, found)]


def _order(here: Here, found: Opposition) -> tuple[object, ...]:
    """Order contradictions by when they arose: by the later statement first."""
    dossier = here.dossier
    return statement_order(dossier, found.second), statement_order(dossier, found.first), found.claim


def _events(here: Here, actor: Actor) -> Block:
    events = [here.dossier.events[key] for key in _naming(here, actor, Reverse.EVENTS)]
    events.sort(key=lambda event: (event.when is None, event.when.sort_key if event.when else (), event.id))
    rows = [
        [
            here.date(event.when) if event.when else here.say("date not stated"),
            here.record("events", event.id),
            here.join((here.own(one.role) for one in event.participants if one.actor == actor.id), "; "),
        ]
        for event in events
    ]
    return table(here.say("Events"), [here.say("When"), here.say("Event"), here.say("As")], rows, row_head=1)


def _sources(here: Here, actor: Actor) -> Block:
    return parts.facts(
        [
            (
                here.say("Publisher of"),
                here.records("sources", _naming(here, actor, Reverse.PUBLISHED), "; "),
            ),
            (
                here.say("Author of"),
                here.records("sources", _naming(here, actor, Reverse.AUTHORED), "; "),
            ),
            (
                here.say("Credited as the agency in"),
                here.records("sources", _naming(here, actor, Reverse.SUPPLIED), "; "),
            ),
            (
                here.say("Known through it"),
                here.records("statements", _naming(here, actor, Reverse.RELAYED), "; "),
            ),
            (
                here.say("Translated by it"),
                here.records("statements", _naming(here, actor, Reverse.TRANSLATED), "; "),
            ),
        ]
    )


def _elsewhere(here: Here, actor: Actor) -> Block:
    items = [outside_link(here.own(url), url) for url in actor.links]
    if actor.wikidata:
        items.insert(0, outside_link(text(f"Wikidata {actor.wikidata}"), WIKIDATA + actor.wikidata))
    return bullets(items)


ACTORS = PageKind(20, "actors", mark("Actors"), _pages)
