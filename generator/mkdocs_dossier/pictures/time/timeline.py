"""Draws events over time: all of them in one strip, all of them at large, and those around one event."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_dossier.pictures.svg.lettering import shortened
from mkdocs_dossier.pictures.svg.markup import line
from mkdocs_dossier.pictures.svg.picture import NARROW, WIDE, Frame, Href, Key, Picture, Site, framed
from mkdocs_dossier.pictures.time.items import Item, Lane, Room, Stop
from mkdocs_dossier.pictures.time.joins import ARROWS, Join, draw_arcs
from mkdocs_dossier.pictures.time.lanemarks import date_keys, labels, marks
from mkdocs_dossier.pictures.time.lanes import Chart
from mkdocs_dossier.pictures.time.timescale import AXIS, Leads, Scale, Span, axis, breaks
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words

# Pixels of width of a picture of the whole dossier, at least, and from where on it says more; see
# `timeline.css`, which shows a list in its place where there is less room.
_DESK, _BROAD = 600.0, 900.0
_MOST_KINDS, _MOST_RELATED = 14, 16
# Pixels of a caption; percent over which an open end fades; pixels above the first lane for its arcs.
_CAPTION, _TAIL, _ARC_ROOM = 420.0, 10.0, 14.0
# Rows: of statements, at most; of events in the strip, or of one kind, if that many give each its name.
_SAID_ROWS, _NAMED_ROWS, _KIND_ROWS = 6, 8, 3

Tie = Literal["whole", "answers", "part", "answered by"]
"""What another event is to the main one: what it is part of; what it answers; its part; its answer."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: its id and name, its kind as readers see it, its date, and the ids of what it answers.

    `stop` is the heading of the list of all records under which it stands.
    """

    event: str
    name: str
    kind: str
    when: EdtfDate | None
    answers: tuple[str, ...] = ()
    stop: Stop | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: its id, one line on who said what, its date, and the heading of the list it is under."""

    statement: str
    title: str
    when: EdtfDate | None
    stop: Stop | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to draw: lanes and arcs, in the first of `rooms` that gives no more than `most_marks`.

    `left_out` counts the records that are in no lane.
    """

    kind: str
    title: str
    summary: str
    lanes: Sequence[Lane]
    arcs: Sequence[Join]
    left_out: int
    rooms: Sequence[Room]
    most_arcs: int = 10
    most_marks: int = 200


def strip(
    happenings: Sequence[Happening], said: Sequence[Said], *, href: Href, words: Words, more: str
) -> Picture | None:
    """Draw a whole dossier, low enough for a home page; None without two dates.

    `more` is the address of the list. It takes the width of a desk: see `timeline.css`.
    """
    site = Site(href, words, "strip", more)
    dated = tuple(_event(one, site) for one in sorted(happenings, key=_order) if one.when)
    events = Lane(words.say("Events"), dated, captioned=_NAMED_ROWS)
    return _drawn(_whole([events], happenings, said, site), site)


def full(
    happenings: Sequence[Happening], said: Sequence[Said], *, href: Href, words: Words, more: str
) -> Picture | None:
    """Draw a whole dossier, with a lane for each kind of event and one for statements.

    Return None without two dates. `more` is the address of the list.
    """
    site = Site(href, words, "timeline", more)
    plan = _whole(list(_by_kind(happenings, site)), happenings, said, site)
    rooms = [Room(_DESK, _BROAD, rows, tail=_TAIL / 2) for rows in (8, 6, 4, 3, 2, 1)]
    return _drawn(replace(plan, kind="timeline", rooms=rooms, most_arcs=24, most_marks=180), site)


def neighbourhood(
    main: Happening,
    related: Sequence[tuple[Tie, Happening]],
    said: Sequence[Said],
    *,
    href: Href,
    words: Words,
    more: str,
) -> Picture | None:
    """Draw an event among the events it is tied to, and the statements about it.

    Return None if it has no date, or none of the others has one. `more` is the address of the list.
    """
    if not main.when:
        return None
    site = Site(href, words, "around", more)
    around = [(tie, one) for tie, one in related if one.when][:_MOST_RELATED]
    shown = sorted([(None, main), *around], key=lambda pair: _order(pair[1]))
    plan = _Plan(
        "neighbourhood",
        words.say("What happened around it: {event}", event=main.name),
        _story(main, related, said, words),
        lanes=[
            *(_own_lane(tie, one, site) for tie, one in shown),
            _statements(words.say("Statements about it"), said, site),
        ],
        arcs=_arcs([one for _, one in shown], words),
        left_out=len(related) - len(around) + sum(one.when is None for one in said),
        rooms=[Room(NARROW, WIDE, rows, tail=_TAIL) for rows in (_SAID_ROWS, 4, 2, 1)],
    )
    return _drawn(plan, site)


def _whole(lanes: Sequence[Lane], happenings: Sequence[Happening], said: Sequence[Said], site: Site) -> _Plan:
    """Plan the strip of a whole dossier."""
    words = site.words
    return _Plan(
        "strip",
        words.say("Timeline"),
        _overview(happenings, said, words),
        lanes=[*lanes, _statements(words.say("Statements"), said, site)],
        arcs=_arcs(happenings, words),
        left_out=sum(one.when is None for one in happenings) + sum(one.when is None for one in said),
        rooms=[Room(_DESK, _BROAD, rows, tail=_TAIL / 2) for rows in (_SAID_ROWS, 4, 2, 1)],
    )


def _drawn(plan: _Plan, site: Site) -> Picture | None:
    """Draw lanes with arcs between their marks; return None if there are fewer than two dates."""
    words = site.words
    chart = _chart(plan, is_mirrored=words.direction == "rtl")
    if chart is None:
        return None
    arcs, missing = draw_arcs(plan.arcs, chart, site, plan.most_arcs)
    frame = Frame(
        plan.kind,
        plan.title,
        plan.summary,
        height=chart.height,
        shapes=chart.shapes | (ARROWS if arcs else set()),
        legend=list(_legend(chart, words, has_arcs=bool(arcs))),
        listed=list(_left_out(plan.left_out, chart.counted, missing, words)),
        left_out=plan.left_out + chart.counted,
    )
    return framed(
        frame,
        site,
        *axis(chart.scale, chart.room.narrow, words, chart.height, _leads(chart)),
        *breaks(chart.scale, chart.height),
        *(line(0, lane.top, 100, lane.top, "d-rule") for lane in chart.lanes),
        *arcs,
        *labels(chart, words),
        *marks(chart, site),
    )


def _leads(chart: Chart) -> Leads:
    """Let the ticks of the axis lead to the first day of the list that is within what they name."""
    found = {item.stop.day: item.stop for mark in chart.marks for item in mark.items if item.stop}
    stops = [found[day] for day in sorted(found)]

    def leads(first: float, end: float) -> tuple[str, str] | None:
        stop = next((one for one in stops if first <= one.day < end), None)
        return (stop.target, stop.title) if stop else None

    return leads


def _chart(plan: _Plan, *, is_mirrored: bool) -> Chart | None:
    """Lay out lanes with fewer and fewer rows, until there are not too many marks."""
    lanes = [lane for lane in plan.lanes if lane.items]
    spans = [item.span for lane in lanes for item in lane.items if item.span]
    if len(spans) < 2:  # noqa: PLR2004 - one mark alone shows nothing
        return None
    scale = Scale.fitted(spans, tails=True, room=plan.rooms[0].narrow, is_mirrored=is_mirrored)
    top = AXIS + (_ARC_ROOM if plan.arcs else 0)
    # Fewer rows give fewer marks, since more of them are counted together; the last room has to do.
    for room in plan.rooms:
        chart = Chart.of(lanes, scale, room, top)
        if len(chart.marks) <= plan.most_marks:
            break
    return chart


def _order(one: Happening) -> tuple[object, ...]:
    return (one.when is None, one.when.sort_key if one.when else (), one.event)


def _title(name: str, when: EdtfDate | None, words: Words) -> str:
    return words.say("{name}, {date}", name=name, date=words.date(when)) if when else name


def _event(one: Happening, site: Site, glyph: str = "event", caption: str | None = None) -> Item:
    return Item(
        f"event/{one.event}",
        Span.of_event(one.when) if one.when else None,
        glyph,
        _title(one.name, one.when, site.words),
        site.href("events", one.event),
        shortened(one.name, _CAPTION) if caption is None else caption,
        one.stop,
    )


def _statements(label: str, said: Iterable[Said], site: Site) -> Lane:
    items = [
        Item(
            f"statement/{one.statement}",
            Span.of_moment(one.when),
            "statement",
            _title(one.title, one.when, site.words),
            site.href("statements", one.statement),
            stop=one.stop,
        )
        for one in said
        if one.when
    ]
    return Lane(label, tuple(items), is_stacked=True)


def _by_kind(happenings: Iterable[Happening], site: Site) -> Iterator[Lane]:
    """Make a lane of each kind of event, in the order of their first events; rare kinds share the last."""
    dated = sorted((one for one in happenings if one.when), key=_order)
    counts = Counter(one.kind for one in dated)
    frequent = sorted(counts, key=lambda kind: (-counts[kind], kind))[:_MOST_KINDS]
    kinds: dict[str, list[Item]] = {}
    for one in dated:
        kinds.setdefault(one.kind if one.kind in frequent else "", []).append(_event(one, site))
    # "" stands for all rare kinds. The sort is stable, and only moves it to the end.
    for kind in sorted(kinds, key=lambda kind: kind == ""):
        yield Lane(
            kind[:1].upper() + kind[1:] or site.words.say("Other kinds"),
            tuple(kinds[kind]),
            captioned=_KIND_ROWS,
        )


def _own_lane(tie: Tie | None, one: Happening, site: Site) -> Lane:
    """Make a lane of one event, labelled with its tie to the main one (None: it is the main one)."""
    words = site.words
    label = {
        None: one.name,
        "whole": words.say("Part of: {event}", event=one.name),
        "answers": words.say("In answer to: {event}", event=one.name),
        "part": words.say("A part of it: {event}", event=one.name),
        "answered by": words.say("Answered by: {event}", event=one.name),
    }[tie]
    date = words.date(one.when) if one.when else ""
    item = _event(one, site, "event" if tie else "main", date)
    return Lane(label, (item,), target=site.href("events", one.event), is_main=tie is None)


def _arcs(happenings: Sequence[Happening], words: Words) -> list[Join]:
    """Make an arc for each answer between events with dates, in the order of the answers."""
    names = {one.event: one.name for one in happenings if one.when}
    return [
        Join(
            f"event/{cause}",
            f"event/{one.event}",
            words.say("{answer}, in answer to: {cause}", answer=one.name, cause=names[cause]),
        )
        for one in sorted(happenings, key=_order)
        for cause in one.answers
        if one.when and cause in names
    ]


def _overview(happenings: Sequence[Happening], said: Sequence[Said], words: Words) -> str:
    events = words.count("{n} event", "{n} events", len(happenings))
    statements = words.count("{n} statement", "{n} statements", len(said))
    dated = sorted((one for one in happenings if one.when), key=_order)
    if not dated:
        return words.say("{events} and {statements} over time.", events=events, statements=statements)
    return words.say(
        "{events} and {statements} over time. First event: {first}; last to begin: {last}.",
        events=events,
        statements=statements,
        first=_title(dated[0].name, dated[0].when, words),
        last=_title(dated[-1].name, dated[-1].when, words),
    )


def _story(
    main: Happening, related: Sequence[tuple[Tie, Happening]], said: Sequence[Said], words: Words
) -> str:
    """Say in words what the picture around an event shows."""

    def named(tie: Tie) -> str:
        found = [one for other, one in related if other == tie]
        names = [_title(one.name, one.when, words) for one in found[:_MOST_RELATED]]
        return "; ".join([*names, *(["…"] if len(found) > _MOST_RELATED else [])])

    parts = [_title(main.name, main.when, words)]
    if names := named("whole"):
        parts.append(words.say("Part of: {events}", events=names))
    if names := named("answers"):
        parts.append(words.say("In answer to: {events}", events=names))
    if names := named("part"):
        parts.append(words.say("Its parts: {events}", events=names))
    if names := named("answered by"):
        parts.append(words.say("Answered by: {events}", events=names))
    if said:
        parts.append(words.count("{n} statement about it", "{n} statements about it", len(said)))
    return " ".join(f"{part}." for part in parts)


def _legend(chart: Chart, words: Words, *, has_arcs: bool) -> Iterator[Key]:
    meanings = {
        "event": words.say("event"),
        "main": words.say("this event"),
        "statement": words.say("statement"),
    }
    used = {item.glyph for mark in chart.marks for item in mark.items}
    for glyph, meaning in meanings.items():
        if glyph in used:
            yield Key.of_mark(glyph, meaning)
    if has_arcs:
        yield Key.of_arc(words.say("from an event to what came in answer to it"))
    yield from date_keys(chart, words)


def _left_out(undrawn: int, counted: int, missing: int, words: Words) -> Iterator[str]:
    if undrawn:
        yield words.count(
            "{n} record without a date, or beyond what fits, is in the list only.",
            "{n} records without a date, or beyond what fits, are in the list only.",
            undrawn,
        )
    if counted:
        yield words.count(
            "{n} record stands so close to others that it is only counted; the list has it.",
            "{n} records stand so close to others that they are only counted; the list has each.",
            counted,
        )
    if missing:
        yield words.count(
            "{n} answer to an event has no arc here; the list has it.",
            "{n} answers to events have no arc here; the list has them.",
            missing,
        )
