"""Events: the index, and a page for each."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.document.compose import (
    bracketed,
    bullets,
    heading,
    join,
    stack,
    strong,
    table,
)
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index, index_pages
from mkdocs_dossier.pages.numbers import numbers
from mkdocs_dossier.pages.view import Here, PageKind, View, record_path
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref


def _pages(view: View) -> Iterator[Page]:
    """Write the index of events and a page for each."""
    yield from index_pages(view, _index(view))
    for event in view.dossier.events.values():
        yield _page(view, event)


def _by_date(events: Sequence[Event]) -> list[Event]:
    """Order events by when they happened; those without a date come last."""
    return sorted(
        events, key=lambda event: (event.when is None, event.when.sort_key if event.when else (), event.id)
    )


def event_table(here: Here, events: Sequence[Event]) -> Block:
    """Write a table of events by date: when, what, of which kind, where."""
    rows = [
        [
            here.date(event.when) if event.when else here.say("date not stated"),
            here.record("events", event.id),
            here.term(event.kind),
            here.records("places", event.places, ", "),
        ]
        for event in _by_date(events)
    ]
    head = [here.say("When"), here.say("Event"), here.say("Kind"), here.say("Where")]
    return table(here.say("Events"), head, rows, row_head=1)


def _index(view: View) -> Index[Event]:
    """List the events by date."""
    return Index(
        "events",
        view.words.say("Events"),
        view.words.say("What happened, as the sources report it, by date."),
        _by_date(list(view.dossier.events.values())),
        event_table,
        pictures.of_strip,
    )


def _page(view: View, event: Event) -> Page:
    """Write an event's page: when, where and who, figures, evidence, and what was said about it."""
    here = view.here(record_path("events", event.id))
    blocks = (
        heading(1, here.own(event.name), "event"),
        here.prose(event.summary) if event.summary else (),
        _facts(here, event),
        pictures.around_event(here, event, _said_about(here, event)),
        pictures.of_places(here, [here.dossier.places[key] for key in event.places], event=event),
        parts.part(here.say("Who took part"), "participants", _participants(here, event)),
        parts.part(here.say("Figures"), "figures", numbers(here, event)),
        parts.part(here.say("Evidence"), "evidence", _evidence(here, event)),
        parts.part(
            here.say("What it came in answer to, and what answered it"), "answers", _answers(here, event)
        ),
        parts.part(
            here.say("Claims about it"),
            "claims",
            parts.links(here, "claims", _naming(here, event, Reverse.CLAIMS)),
        ),
        parts.part(
            here.say("Statements about it"), "about", parts.statement_table(here, _said_about(here, event))
        ),
        parts.part(
            here.say("Said there"),
            "statements",
            parts.statement_table(here, _naming(here, event, Reverse.STATEMENTS)),
        ),
        further(here, Ref("events", event.id)),
        parts.mentions(here, Ref("events", event.id)),
    )
    description = here.plain(event.summary) if event.summary else event.name
    return Page(here.path, event.name, description, stack(*blocks), boost=2.0)


def _naming(here: Here, event: Event, reverse: Reverse) -> tuple[str, ...]:
    return here.dossier.naming("events", event.id, reverse)


def _facts(here: Here, event: Event) -> Block:
    return parts.facts(
        [
            (here.say("When"), _when(here, event)),
            (here.say("Where"), here.records("places", event.places, ", ")),
            (here.say("Kind"), here.term(event.kind)),
            (here.say("Part of"), here.record("events", event.part_of) if event.part_of else None),
            (
                here.say("Its parts"),
                here.records("events", _naming(here, event, Reverse.PARTS), ", "),
            ),
        ]
    )


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


def _participants(here: Here, event: Event) -> Block:
    items = [here.join([here.actor(one.actor), here.own(one.role)], ": ") for one in event.participants]
    return bullets(items)


def _evidence(here: Here, event: Event) -> Block:
    found = here.view.findings.quotations
    return stack(
        *(
            parts.passage(here, found[Ref("events", event.id), ("evidence", index)], f"evidence-{index + 1}")
            for index in range(len(event.evidence))
        )
    )


def _answers(here: Here, event: Event) -> Block:
    return parts.facts(
        [
            (
                here.say("In answer to"),
                here.records("events", event.responds_to, "; "),
            ),
            (
                here.say("Answered by"),
                here.records("events", _naming(here, event, Reverse.ANSWERED_BY), "; "),
            ),
        ]
    )


def _said_about(here: Here, event: Event) -> set[str]:
    """List the statements that take a position on a claim about the event."""
    return {
        key for claim in _naming(here, event, Reverse.CLAIMS) for key in here.view.findings.positions[claim]
    }


EVENTS = PageKind(30, "events", mark("Events"), _pages)
