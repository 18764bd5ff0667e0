"""Events: the index, and a page for each."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Any

from mkdocs_dossier.document.compose import (
    bracketed,
    bullets,
    heading,
    join,
    stack,
    strong,
)
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.model.recordparts import Participant
from mkdocs_dossier.model.records import Event
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
    events_list,
    events_table,
    first_rows,
    further_pages,
    mentions_list,
    named_list,
    records_in_line,
    records_list,
    statements_list,
    words_weight,
)
from mkdocs_dossier.pages.longprose import opening_prose, prose_list
from mkdocs_dossier.pages.numbers import figures_lists
from mkdocs_dossier.pages.view import Here, View, record_path
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref


def _items(view: View) -> list[str]:
    return [one.id for one in events_list(view, "", "", view.dossier.events).items]


def _listed(here: Here, keys: Sequence[str]) -> Block:
    return events_table(here, [here.dossier.events[key] for key in keys])


def _page(view: View, key: str) -> Iterator[Page]:
    """Write an event's page: when, where and who, figures, evidence, and what was said about it."""
    event = view.dossier.events[key]
    ref = Ref("events", event.id)
    here = view.here(record_path("events", event.id))
    about = _said_about(view, event)
    lists = [
        [*_reported(view, event), *_said(view, event, about), *_tied(view, event)],
        [mentions_list(view, ref)],
    ]
    blocks, written = fitting(lists, partial(_blocks, here, event, about))
    title = view.title("events", event.id)
    description = here.plain(event.summary) if event.summary else title
    yield Page(here.path, title, description, blocks, boost=2.0)
    prose = prose_list(view, "summary", event.summary)
    yield from further_pages(view, ref, prose, *written, _places(view, event))


def _blocks(here: Here, event: Event, about: Collection[str], lists: Lists) -> Block:
    ref = Ref("events", event.id)
    found, (mentions,) = lists
    return stack(
        heading(1, here.own(event.name), "event"),
        opening_prose(here, ref, prose_list(here.view, "summary", event.summary)),
        _facts(here, event),
        pictures.around_event(here, event, about),
        pictures.of_places(here, [here.dossier.places[key] for key in event.places], event=event),
        *(first_rows(here, ref, one) for one in found),
        further(here, ref),
        first_rows(here, ref, mentions),
        parts.report_or_edit(here, ref),
        linked_data(here, ref),
    )


def _naming(view: View, event: Event, reverse: Reverse) -> tuple[str, ...]:
    return view.dossier.naming("events", event.id, reverse)


def _reported(view: View, event: Event) -> list[LongList[Any]]:
    """List what sources report of an event: who took part, figures, evidence."""
    say = view.words.say
    evidence = range(len(event.evidence))
    return [
        LongList("participants", say("Who took part"), event.participants, _participants),
        *figures_lists(view, event),
        LongList(
            "evidence",
            say("Evidence"),
            evidence,
            partial(_evidence, event),
            kept=FEWER_ROWS,
            weigh=lambda one: words_weight(event.evidence[one].passage),
        ),
    ]


def _said(view: View, event: Event, about: Collection[str]) -> list[LongList[Any]]:
    """List what was said about an event, and there."""
    say = view.words.say
    there = _naming(view, event, Reverse.STATEMENTS)
    return [
        records_list(view, "claims", say("Claims about it"), "claims", _naming(view, event, Reverse.CLAIMS)),
        statements_list(view, "about", say("Statements about it"), about),
        statements_list(view, "statements", say("Said there"), there),
    ]


def _tied(view: View, event: Event) -> list[LongList[Any]]:
    """List the events that an event is tied to."""
    say = view.words.say
    answers, its_parts = (_naming(view, event, one) for one in (Reverse.ANSWERED_BY, Reverse.PARTS))
    return [
        events_list(view, "answers", say("In answer to"), event.responds_to),
        events_list(view, "answered", say("Answered by"), answers),
        events_list(view, "parts", say("Its parts"), its_parts),
    ]


def _facts(here: Here, event: Event) -> Block:
    return parts.facts(
        [
            (here.say("When"), _when(here, event)),
            (
                here.say("Where"),
                records_in_line(here, Ref("events", event.id), _places(here.view, event), "places"),
            ),
            (here.say("Kind"), here.term(event.kind)),
            (here.say("Part of"), here.record("events", event.part_of) if event.part_of else None),
        ]
    )


def _places(view: View, event: Event) -> LongList[str]:
    return named_list("where", view.words.say("Where"), "places", event.places)


def _when(here: Here, event: Event) -> Inline:
    """Write the date, and how it is known."""
    if event.when is None:
        said = here.say("not stated")
    else:
        said = join([strong(here.date(event.when)), bracketed(here.own(event.when.text))])
    if event.when_note:
        return join([said, here.own(event.when_note)], " – ")
    known = here.say("as the evidence states it") if event.when is not None and event.evidence else None
    return join([said, known], " – ") if known else said


def _participants(here: Here, participants: Sequence[Participant]) -> Block:
    return bullets(here.join([here.actor(one.actor), here.own(one.role)], ": ") for one in participants)


def _evidence(event: Event, here: Here, indexes: Sequence[int]) -> Block:
    found, ref = here.view.findings.quotations, Ref("events", event.id)
    return stack(
        *(parts.passage(here, found[ref, ("evidence", one)], f"evidence-{one + 1}") for one in indexes)
    )


def _said_about(view: View, event: Event) -> set[str]:
    """List the statements that take a position on a claim about the event."""
    return {key for claim in _naming(view, event, Reverse.CLAIMS) for key in view.findings.positions[claim]}


EVENTS = Index(
    "events",
    mark("Events"),
    mark("What happened, as the sources report it, by date."),
    _items,
    _listed,
    pictures.of_strip,
).kind(30, _page)
