"""Puts pictures into pages: turns records and findings into the plain values that each picture draws."""

import math
import re
from collections.abc import Collection, Iterable, Sequence

from mkdocs_dossier.document.compose import (
    bullets,
    container,
    element,
    figure,
    join,
    link,
    paragraph,
    span,
    strong,
    text,
    unsearched,
)
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.found import Position
from mkdocs_dossier.findings.positions import statement_order
from mkdocs_dossier.findings.voices import held
from mkdocs_dossier.model.records import Actor, Claim, Event, Place, Statement
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages.dating import days_of, under_days
from mkdocs_dossier.pages.days import Dated, Day, Under
from mkdocs_dossier.pages.lengths import page_of, page_section
from mkdocs_dossier.pages.sides import first_side
from mkdocs_dossier.pages.view import NO_SPEAKER, Here, View, index_path, record_path
from mkdocs_dossier.pictures.map import worldmap as map
from mkdocs_dossier.pictures.map.worldmap import Spot
from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.pictures.ties import neighbours, network
from mkdocs_dossier.pictures.time import answers, stances, steps, timeline
from mkdocs_dossier.pictures.time.items import Stop
from mkdocs_dossier.pictures.time.steps import Given
from mkdocs_dossier.pictures.time.timescale import Span
from mkdocs_dossier.terms import term
from mkdocs_dossier.words import Words

_MOST_DAYS = 8
"""How many days stand in place of the strip on a phone."""
_MOST_SIGNS = 12
"""How many events or statements of a day have a sign there."""

_WORDS, _FEWEST = 5, 3
"""How many words of a quotation a mark bears, and how many a clause has that can stand alone."""
_CLAUSES = re.compile(r"[,;:،؛。，；：] ?| [–—-] |…")


def _set(picture: Picture | None) -> Block:
    return figure(picture.svg) if picture else ()


def of_positions(here: Here, claim: Claim) -> Block:
    """Draw who takes which position on a claim, and when, among the events that it is about."""
    marks = [
        _position(here, claim.id, key, taken) for key, taken in here.view.findings.positions[claim.id].items()
    ]
    events = [here.dossier.events[one.id] for one in claim.about if one.section == "events"]
    picture = stances.draw(
        marks,
        [answers.Landmark(one.id, here.view.title("events", one.id), one.when) for one in events if one.when],
        claim=here.view.title("claims", claim.id),
        is_question=claim.question is not None,
        href=here.address,
        words=here.words,
        more="#claim" if here.path == record_path("claims", claim.id) else here.address("claims", claim.id),
    )
    return _set(picture)


def _position(here: Here, claim: str, key: str, taken: Position) -> answers.Position:
    statement, side = here.dossier.statements[key], first_side(here, key)
    return answers.Position(
        statement=key,
        speaker=here.view.speakers(statement),
        body=_body(here, statement),
        side=here.view.title("actors", side) if side else here.words.say(NO_SPEAKER),
        date=here.dossier.date_of(statement),
        stance=taken.stance,
        words=_few_words(statement.quote or ()),
        is_reported=not statement.quote,
        withdrawn=_withdrawn(here, claim, key),
        is_implied=bool(taken.through),
    )


def _stop(here: Here, item: Dated) -> Stop:
    """Describe the heading of the timeline under which a record stands."""
    under = under_days(here.view)[item]
    return here.view.once(_stop_at, under, _listed_at(here, under.page))


def _stop_at(view: View, under: Under, address: str) -> Stop:
    day, words = under.day, view.words
    name = words.date(day.date) if day.date else words.say("date not stated")
    return Stop(
        Span.of_moment(day.date).moment // 1 if day.date else math.inf,
        name,
        words.say("{day}: {counts}", day=name, counts=_counted(words, under.counts)),
        f"{address}#{day.anchor}",
    )


def _listed_at(here: Here, page: int) -> str:
    """Return the address of a page of the timeline; "" on that page itself."""
    section = page_section("timeline", page)
    return "" if here.path == index_path(section) else here.index_address(section)


def _counted(words: Words, counts: tuple[int, int]) -> str:
    """Say how many events and statements a day has."""
    events, statements = counts
    said = [
        words.count("{n} event", "{n} events", events) if events else "",
        words.count("{n} statement", "{n} statements", statements) if statements else "",
    ]
    return words.say(", ").join(one for one in said if one)


def _body(here: Here, statement: Statement) -> str:
    """Name the body that a statement speaks for directly, by a role that the speaker then held."""
    date, voices = here.dossier.date_of(statement), here.view.findings.voices[statement.id]
    roles = (role for speaker in statement.speakers for role in here.dossier.actors[speaker].roles)
    # A group speaks for itself alone, whatever roles it has: its bodies are none of its voices.
    bodies = (role.at for role in roles if role.speaks_for and held(role, date) and role.at in voices)
    found = next(bodies, None)
    return here.view.title("actors", found) if found else ""


def _few_words(quote: Sequence[str]) -> str:
    """Return a few words of a quotation: all of it, the fullest clause that is short enough, or the first.

    An ellipsis says where others stand before or after them.
    """
    quoted = " … ".join(quote)
    clauses = [one.strip(" .!?…") for one in _CLAUSES.split(quoted)]
    short = [n for n, one in enumerate(clauses) if _FEWEST <= len(one.split()) <= _WORDS]
    if len(quoted.split()) > _WORDS and short:
        at = max(short, key=lambda n: len(clauses[n].split()))
        return f"{'… ' * (at > 0)}{clauses[at]}{' …' * (at < len(clauses) - 1)}"
    words = quoted.split()
    few = " ".join(words[:_WORDS]).rstrip(" ,;:.…")
    return f"{few} …" if len(words) > _WORDS else few


def _withdrawn(here: Here, claim: str, key: str) -> str | None:
    """Say when a position was taken back, in words; None if it stands, "" if the date is not known."""
    by = here.view.findings.taken_back_by(key, claim)
    if by is None:
        return None
    date = here.dossier.date_of(here.dossier.statements[by])
    return here.words.moment(date) if date else ""


def _happening(here: Here, event: Event) -> timeline.Happening:
    return timeline.Happening(
        event.id,
        here.view.title("events", event.id),
        term(event.kind, here.words),
        event.when,
        event.responds_to,
        _stop(here, ("events", event.id)),
    )


def _happenings(here: Here) -> list[timeline.Happening]:
    return [_happening(here, event) for event in here.dossier.events.values()]


def _said(here: Here, statements: Iterable[str]) -> list[timeline.Said]:
    ordered = sorted(statements, key=lambda key: statement_order(here.dossier, key))
    return [
        timeline.Said(
            key,
            here.view.title("statements", key),
            here.dossier.date_of(here.dossier.statements[key]),
            _stop(here, ("statements", key)),
        )
        for key in ordered
    ]


def of_strip(here: Here) -> Block:
    """Draw the whole dossier over time, low enough for the home page; on a phone, list its days instead."""
    said = _said(here, here.dossier.statements)
    more = here.index_address("timeline")
    picture = timeline.strip(_happenings(here), said, href=here.address, words=here.words, more=more)
    return container(_set(picture), _fullest_days(here), cls="dossier-time") if picture else ()


def _fullest_days(here: Here) -> Block:
    """List the latest day and those with most events and statements, each a link to it in the timeline."""
    days = days_of(here.view)
    order = {day: sum(days.counts[day]) for day in days.first if day.date}
    later_first = list(order)[::-1]
    # The sort is stable: of two days with as many records, the later one comes first.
    fullest = sorted(later_first, key=lambda day: -order[day])
    shown = list(dict.fromkeys([*later_first[:1], *fullest]))[:_MOST_DAYS]
    rows = [_day_row(here, day) for day in order if day in shown]
    whole = paragraph(here.section("timeline", here.say("The whole timeline, day by day")))
    # What they lead to is found itself.
    return unsearched(bullets(rows), whole, cls="dossier-days")


def _day_row(here: Here, day: Day) -> Inline:
    """Name a day, with its events and statements as small marks and in numbers."""
    counts = days_of(here.view).counts[day]
    signs = [
        span(text(sign * min(count, _MOST_SIGNS)), cls=f"dossier-days-{kind}")
        for kind, sign, count in zip(("events", "statements"), "●■", counts, strict=True)
        if count
    ]
    section = page_section("timeline", page_of(days_of(here.view).first[day]))
    label = join(
        [
            strong(text(here.words.date(day.date) if day.date else "")),
            span(text(_counted(here.words, counts)), cls="dossier-days-counts"),
            element("span", join(signs), {"class": "dossier-days-signs", "aria-hidden": "true"}),
        ]
    )
    return link(label, f"{here.target(index_path(section))}#{day.anchor}")


def of_timeline(here: Here) -> Block:
    """Draw the whole dossier over time, at large; on a phone, the list below is the timeline."""
    said = _said(here, here.dossier.statements)
    picture = timeline.full(_happenings(here), said, href=here.address, words=here.words, more="#list")
    return container(_set(picture), cls="dossier-time")


def around_event(here: Here, event: Event, about: Collection[str]) -> Block:
    """Draw an event among the events it is tied to; `about` are the ids of the statements about it."""
    naming = here.dossier.naming
    related: list[tuple[timeline.Tie, str]] = [
        *(("answers", key) for key in event.responds_to),
        *(("answered by", key) for key in naming("events", event.id, Reverse.ANSWERED_BY)),
        *(("part", key) for key in naming("events", event.id, Reverse.PARTS)),
    ]
    if event.part_of:
        related.append(("whole", event.part_of))
    picture = timeline.neighbourhood(
        _happening(here, event),
        [(tie, _happening(here, here.dossier.events[key])) for tie, key in related],
        _said(here, about),
        href=here.address,
        words=here.words,
        more="#about" if about else "#event",
    )
    return _set(picture)


def of_figures(here: Here, given: Sequence[Given], measure: str, nth: int) -> Block:
    """Draw figures that count the same over time; `nth` tells the series of a page apart."""
    picture = steps.draw(
        given, measure=measure, nth=nth, href=here.address, words=here.words, more="#figures"
    )
    return _set(picture)


def of_places(here: Here, places: Iterable[Place], *, more: str = "", event: Event | None = None) -> Block:
    """Draw places on a map, with all events at each, or with `event` alone.

    `more` leads to the list of the page; without it, the list of all places says the same in words.
    """
    spots = [
        Spot(
            place.id,
            here.view.title("places", place.id),
            place.kind,
            place.lat,
            place.lon,
            (here.view.title("events", event.id),) if event else _event_names(here, place),
        )
        for place in places
    ]
    picture = map.draw(
        spots,
        here.view.outlines,
        href=here.address,
        words=here.words,
        more=more or here.index_address("places"),
    )
    return _set(picture)


def _event_names(here: Here, place: Place) -> tuple[str, ...]:
    return tuple(
        here.view.title("events", key) for key in here.dossier.naming("places", place.id, Reverse.EVENTS)
    )


def around_actor(here: Here, actor: Actor) -> Block:
    """Draw the bodies around an actor, who speaks for it, and its other ties."""
    more = here.index_address("network")
    return _set(neighbours.draw(actor.id, here.view.ties, href=here.address, words=here.words, more=more))


def of_network(here: Here) -> Block:
    """Draw all ties between actors, or say why there is no picture of them."""
    view = here.view
    if view.layout is None:
        return paragraph(text(network.missing(view.words)))
    more = here.index_address("actors")
    return _set(network.draw(view.ties, view.layout, href=here.address, words=view.words, more=more))
