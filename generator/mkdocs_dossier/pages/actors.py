"""Actors: the index, and a page for each person or body."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

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
from mkdocs_dossier.model.recordparts import Membership
from mkdocs_dossier.model.records import Actor, Event
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index
from mkdocs_dossier.pages.largest import Lists, fitting
from mkdocs_dossier.pages.lengths import FEWER_ROWS
from mkdocs_dossier.pages.linkeddata import linked_data
from mkdocs_dossier.pages.longlists import (
    LongList,
    first_rows,
    further_pages,
    in_line,
    mentions_list,
    named_list,
    pair_weight,
    records_in_line,
    records_list,
    statements_list,
    words_weight,
)
from mkdocs_dossier.pages.longprose import opening_prose, prose_list
from mkdocs_dossier.pages.names import WIKIDATA, dated, names_list
from mkdocs_dossier.pages.ordering import date_order, name_order
from mkdocs_dossier.pages.replies import replied_by
from mkdocs_dossier.pages.view import Here, View, record_path
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref


def _items(view: View) -> list[str]:
    return [one.id for one in sorted(view.dossier.actors.values(), key=name_order)]


def _listed(here: Here, keys: Sequence[str]) -> Block:
    """List actors: kind, roles, statements, disputes."""
    actors = [here.dossier.actors[key] for key in keys]
    rows = [
        [
            here.actor(actor.id),
            here.say(actor.kind.message),
            _positions_held(here, actor),
            parts.some(here, len(_naming(here.view, actor, Reverse.STATEMENTS))),
            parts.some(here, len(_disputes(here.view, actor))),
        ]
        for actor in actors
    ]
    head = [here.say("Name"), here.say("Kind"), here.say("Role or body"), here.say("Statements")]
    return table(here.say("Actors"), [*head, here.say("Disputed claims")], rows)


def _positions_held(here: Here, actor: Actor) -> Inline:
    """Name an actor's first roles and bodies, two of each: a row of an index holds no more."""
    said = [parts.role(here, one) for one in actor.roles[:2]]
    said += [here.fill("part of {body}", body=here.actor(one.actor)) for one in actor.part_of[:2]]
    return here.join(said, "; ")


def _disputes(view: View, actor: Actor) -> set[str]:
    """Return the ids of the claims on which a statement by the actor contradicts another."""
    spoken = view.dossier.naming("actors", actor.id, Reverse.STATEMENTS)
    return {one.claim for key in spoken for one in view.opposed.get(key, ())}


def _page(view: View, key: str) -> Iterator[Page]:
    """Write an actor's page: what they said, who contradicts them, roles, bodies, events, names."""
    actor = view.dossier.actors[key]
    ref = Ref("actors", actor.id)
    here = view.here(record_path("actors", actor.id))
    before, after = (
        [_said(view, actor), _ties(view, actor)],
        [_known(view, actor), [mentions_list(view, ref)]],
    )
    blocks, written = fitting([*before, *after], partial(_blocks, here, actor))
    description = here.plain(actor.description) if actor.description else here.words.say(actor.kind.message)
    yield Page(here.path, view.title("actors", actor.id), description, blocks, boost=3.0)
    prose = prose_list(view, "description", actor.description)
    yield from further_pages(view, ref, prose, *written, *_bodies(view, actor))


def _blocks(here: Here, actor: Actor, lists: Lists) -> Block:
    """Write what a page has, in the order in which a reader asks."""
    ref = Ref("actors", actor.id)
    said, ties, known, (mentions,) = lists
    return stack(
        heading(1, here.own(actor.name), "actor"),
        _kind(here, actor),
        opening_prose(here, ref, prose_list(here.view, "description", actor.description)),
        pictures.around_actor(here, actor),
        *(first_rows(here, ref, one) for one in (*said, *ties)),
        parts.part(here.say("Bodies"), "bodies", _in_bodies(here, actor)),
        *(first_rows(here, ref, one) for one in known),
        further(here, ref),
        first_rows(here, ref, mentions),
        parts.report_or_edit(here, ref),
        linked_data(here, ref),
    )


def _kind(here: Here, actor: Actor) -> Block:
    """Say what an actor is, and which roles they hold: those that have no end."""
    held = [parts.role(here, one) for one in actor.roles if one.until is None]
    return paragraph(join([here.say(actor.kind.message), *held[:2]], " · "), cls="dossier-kind")


def _naming(view: View, actor: Actor, reverse: Reverse) -> tuple[str, ...]:
    return view.dossier.naming("actors", actor.id, reverse)


def _said(view: View, actor: Actor) -> list[LongList[Any]]:
    """List what an actor said, what others said for, to and about them, and what contradicts it."""
    say = view.words.say
    spoken = _naming(view, actor, Reverse.STATEMENTS)
    others = set(view.spoken_for.get(actor.id, ())) - set(spoken)
    return [
        statements_list(view, "statements", say("Statements"), spoken, with_speaker=False),
        statements_list(view, "voices", say("Said on their behalf"), others),
        _contradictions(view, actor),
        records_list(view, "claims", say("Claims about it"), "claims", _naming(view, actor, Reverse.CLAIMS)),
        _events(view, actor),
        statements_list(view, "addressed", say("Addressed in"), _naming(view, actor, Reverse.ADDRESSED_IN)),
        replied_by(view, actor.id),
    ]


def _ties(view: View, actor: Actor) -> list[LongList[Any]]:
    """List an actor's roles, parts, staff and relations."""
    say = view.words.say
    related = [
        *((actor.id, index) for index in range(len(actor.relations))),
        *(
            (key, index)
            for key in _naming(view, actor, Reverse.RELATED)
            for index in view.dossier.relations[key, actor.id]
        ),
    ]
    return [
        LongList(
            "roles",
            say("Roles"),
            range(len(actor.roles)),
            partial(_roles, actor),
            kept=FEWER_ROWS,
            weigh=lambda one: words_weight(actor.roles[one].passage),
        ),
        records_list(view, "parts", say("Its parts"), "actors", _naming(view, actor, Reverse.PARTS)),
        LongList(
            "staff",
            say("Who holds roles here"),
            _naming(view, actor, Reverse.STAFF),
            partial(_staff, actor),
        ),
        LongList(
            "relations",
            say("Relations"),
            related,
            partial(_relations, actor),
            kept=FEWER_ROWS,
            weigh=lambda one: words_weight(view.dossier.actors[one[0]].relations[one[1]].passage),
        ),
    ]


def _roles(actor: Actor, here: Here, indexes: Sequence[int]) -> Block:
    """Write roles, each with the passage that names it."""
    shown: list[Block] = []
    for index in indexes:
        one = actor.roles[index]
        said = [dated(here, parts.role(here, one), one.from_, one.until)]
        if one.speaks_for:
            said.append(here.say("speaks for this body"))
        shown.append(paragraph(join(said, " · ")))
        if checked := here.view.findings.quotations.get((Ref("actors", actor.id), ("roles", index))):
            shown.append(parts.passage(here, checked, f"roles-{index + 1}"))
    return stack(*shown)


def _bodies(view: View, actor: Actor) -> tuple[LongList[Membership], LongList[str]]:
    """List the bodies that the actor is part of, and those that these are part of."""
    say = view.words.say
    named = {one.actor for one in actor.part_of}
    above = (key for key in bodies_above(view.dossier, actor.id, None) if key not in named)
    return (
        LongList("part-of", say("Part of"), actor.part_of, _memberships, kept=FEWER_ROWS),
        named_list("above", say("And so of"), "actors", above),
    )


def _memberships(here: Here, found: Sequence[Membership]) -> Block:
    return bullets(_membership(here, one) for one in found)


def _membership(here: Here, one: Membership) -> Inline:
    return dated(here, here.actor(one.actor), one.from_, one.until)


def _in_bodies(here: Here, actor: Actor) -> Block:
    ref = Ref("actors", actor.id)
    direct, above = _bodies(here.view, actor)
    shown = (_membership(here, one) for one in direct.rows_of(1))
    return parts.facts(
        [
            (here.say("Part of"), in_line(here, ref, direct, shown, "; ")),
            (here.say("And so of"), records_in_line(here, ref, above, "actors")),
        ]
    )


_MOST_POSTS = 6
"""How many posts at one body a row names; the page of who holds them has all."""


def _staff(actor: Actor, here: Here, keys: Sequence[str]) -> Block:
    """List who holds a role at a body, with the roles."""
    return bullets(here.join([here.actor(key), _posts(here, key, actor)], ": ") for key in keys)


def _posts(here: Here, key: str, body: Actor) -> Inline:
    """Name the first roles of an actor at a body, and say how many more there are."""
    held = [here.own(title) for title in here.dossier.posts.get((key, body.id), ())]
    rest = len(held) - _MOST_POSTS
    more = (
        here.record("actors", key, text(here.words.count("{n} more", "{n} more", rest))) if rest > 0 else ()
    )
    return here.join([*held[:_MOST_POSTS], more], ", ")


def _relations(actor: Actor, here: Here, found: Sequence[tuple[str, int]]) -> Block:
    """Write the actor's relations to others, with their passages, then those of others to the actor."""
    shown: list[Block] = []
    for key, index in found:
        one = here.dossier.actors[key].relations[index]
        ends = [here.own(actor.name) if end == actor.id else here.actor(end) for end in (key, one.to)]
        tie = join([ends[0], here.own(one.kind), ends[1]])
        shown.append(paragraph(dated(here, tie, one.from_, one.until)))
        checked = here.view.findings.quotations.get((Ref("actors", key), ("relations", index)))
        if checked and key == actor.id:
            shown.append(parts.passage(here, checked, f"relations-{index + 1}"))
    return stack(*shown)


def _contradictions(view: View, actor: Actor) -> LongList[Opposition]:
    """List the contradictions of statements by the actor, or made on the actor's behalf."""
    voiced = {*_naming(view, actor, Reverse.STATEMENTS), *view.spoken_for.get(actor.id, ())}
    found = {one for key in voiced for one in view.opposed.get(key, ())}
    ordered = sorted(found, key=lambda one: _order(view, one))
    listed = partial(_contradiction_table, actor, voiced)
    title = view.words.say("Contradictions")
    return LongList("contradictions", title, ordered, listed, FEWER_ROWS, weigh=partial(pair_weight, view))


def _contradiction_table(actor: Actor, voiced: set[str], here: Here, found: Sequence[Opposition]) -> Block:
    """Write contradictions: what the actor's side said, and what was said against it."""
    name = here.title("actors", actor.id)
    head = [here.say("Claim"), here.fill("Said by or for {actor}", actor=name), here.say("Contradicted by")]
    rows = [_contradiction_row(here, voiced, one) for one in found]
    return table(here.say("Contradictions"), [*head, here.say("Kind")], rows)


def _contradiction_row(here: Here, voiced: set[str], found: Opposition) -> list[Inline]:
    # Where both are of the actor's side, the earlier one comes first.
    own, other = (found.first, found.second) if found.first in voiced else (found.second, found.first)
    both = [parts.stance_taken(here, found.claim, key) for key in (own, other)]
    return [here.record("claims", found.claim), *both, parts.kind_and_fate(here, found)]


def _order(view: View, found: Opposition) -> tuple[object, ...]:
    """Order contradictions by when they arose: by the later statement first."""
    dossier = view.dossier
    return statement_order(dossier, found.second), statement_order(dossier, found.first), found.claim


def _events(view: View, actor: Actor) -> LongList[Event]:
    events = [view.dossier.events[key] for key in _naming(view, actor, Reverse.EVENTS)]
    events.sort(key=lambda event: date_order(event.when, event.id))
    return LongList("events", view.words.say("Events"), events, partial(_event_table, actor))


def _event_table(actor: Actor, here: Here, events: Sequence[Event]) -> Block:
    rows = [
        [
            here.date(event.when) if event.when else here.say("date not stated"),
            here.record("events", event.id),
            here.join(map(here.own, here.dossier.parts_taken.get((event.id, actor.id), ())), "; "),
        ]
        for event in events
    ]
    return table(here.say("Events"), [here.say("When"), here.say("Event"), here.say("As")], rows, row_head=1)


def _known(view: View, actor: Actor) -> list[LongList[Any]]:
    """List an actor's names, its sources, the statements known or translated through it, its pages elsewhere.

    Its sources are those that it had a part in.
    """
    say, parts_taken = view.words.say, _parts_taken(view, actor)
    ordered = sorted(parts_taken, key=lambda key: date_order(view.dossier.sources[key].published, key))
    return [
        names_list(view, actor),
        LongList("sources", say("Sources"), ordered, partial(_source_table, actor, parts_taken)),
        statements_list(view, "relayed", say("Known through it"), _naming(view, actor, Reverse.RELAYED)),
        statements_list(
            view, "translated", say("Translated by it"), _naming(view, actor, Reverse.TRANSLATED)
        ),
        _elsewhere(view, actor),
    ]


def _parts_taken(view: View, actor: Actor) -> dict[str, list[str]]:
    """Say what an actor is to each source, by the source's id, in English."""
    found: dict[str, list[str]] = {}
    for reverse, said in _PARTS_TAKEN.items():
        for key in _naming(view, actor, reverse):
            found.setdefault(key, []).append(said)
    return found


_PARTS_TAKEN = {
    Reverse.PUBLISHED: mark("publisher"),
    Reverse.AUTHORED: mark("author"),
    Reverse.SUPPLIED: mark("agency"),
}


def _source_table(
    actor: Actor, parts_taken: Mapping[str, list[str]], here: Here, keys: Sequence[str]
) -> Block:
    rows = []
    for key in keys:
        source = here.dossier.sources[key]
        other = source.publisher if source.publisher != actor.id else None
        rows.append(
            [
                here.date(source.published) if source.published else (),
                here.record("sources", key),
                here.actor(other) if other else (),
                here.join(map(here.say, parts_taken[key]), ", "),
            ]
        )
    head = [here.say("Published"), here.say("Source"), here.say("Publisher"), here.say("As")]
    return table(here.say("Sources"), head, rows, row_head=1)


def _elsewhere(view: View, actor: Actor) -> LongList[tuple[str, str]]:
    """List the pages about an actor elsewhere: the item at Wikidata with its label, then others."""
    pages = [("", url) for url in actor.links]
    if actor.wikidata:
        pages.insert(0, (f"Wikidata {actor.wikidata}", WIKIDATA + actor.wikidata))
    return LongList("elsewhere", view.words.say("Elsewhere"), pages, _addresses)


def _addresses(here: Here, pages: Sequence[tuple[str, str]]) -> Block:
    return bullets(outside_link(text(label) if label else here.own(url), url) for label, url in pages)


ACTORS = Index(
    "actors",
    mark("Actors"),
    mark("Everyone who speaks, acts or is acted upon, and the bodies they speak for."),
    _items,
    _listed,
).kind(20, _page)
