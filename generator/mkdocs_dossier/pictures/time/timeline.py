"""Events over time: the whole in one strip, the whole at large, and the neighbourhood of one event."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_dossier.pictures.svg.lettering import shortened
from mkdocs_dossier.pictures.svg.picture import Href, Picture, Site
from mkdocs_dossier.pictures.ties.arcs import Arc
from mkdocs_dossier.pictures.time.lanepicture import Plan, draw_plan
from mkdocs_dossier.pictures.time.lanes import Item, Lane, Room
from mkdocs_dossier.pictures.time.spans import Span
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words

NARROW, WIDE, LARGE = 328.0, 690.0, 640.0
MOST_KINDS, MOST_RELATED = 14, 16
_CAPTION, _TAIL = 260.0, 10.0

Tie = Literal["whole", "answers", "part", "answered by"]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: its kind as it reads to people, when it was, and what it came in answer to."""

    event: str
    name: str
    kind: str
    when: EdtfDate | None
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: who said what, in one line, and when."""

    statement: str
    title: str
    when: EdtfDate | None


def strip(
    happenings: Sequence[Happening],
    said: Sequence[Said],
    *,
    href: Href,
    words: Words,
    more: str,
    prefix: str = "strip",
) -> Picture | None:
    """Draw a whole dossier low enough for a home page; None without two dates. `more` leads to the list."""
    site = Site(href, words, prefix, more)
    found = [
        Lane(words.say("Events"), tuple(_event(one, site) for one in happenings if one.when)),
        Lane(words.say("Statements"), tuple(_statement(one, site) for one in said if one.when)),
    ]
    return draw_plan(_whole(found, happenings, said, words), site)


def full(
    happenings: Sequence[Happening],
    said: Sequence[Said],
    *,
    href: Href,
    words: Words,
    more: str,
    prefix: str = "timeline",
) -> Picture | None:
    """Draw a whole dossier, a lane a kind of event and one of statements; None without two dates."""
    site = Site(href, words, prefix, more)
    found = [*_by_kind(happenings, site)]
    if spoken := tuple(_statement(one, site) for one in said if one.when):
        found.append(Lane(words.say("Statements"), spoken))
    rooms = [Room(LARGE, LARGE, rows, tail=_TAIL / 2) for rows in (5, 4, 3, 2, 1)]
    plan = _whole(found, happenings, said, words)
    return draw_plan(replace(plan, kind="timeline", rooms=rooms, least=int(LARGE), most_arcs=24), site)


def neighbourhood(
    main: Happening,
    related: Sequence[tuple[Tie, Happening]],
    said: Sequence[Said],
    *,
    href: Href,
    words: Words,
    more: str,
    prefix: str = "around",
) -> Picture | None:
    """Draw an event among those it answers, those that answer it, its parts, and statements about it.

    None unless at least two of them have dates.
    """
    site = Site(href, words, prefix, more)
    around = [(tie, one) for tie, one in related if one.when]
    shown = sorted([(None, main), *around[:MOST_RELATED]], key=lambda pair: _order(pair[1]))
    found = [_own_lane(tie, one, site) for tie, one in shown if one.when]
    if spoken := tuple(_statement(one, site) for one in said if one.when):
        found.append(Lane(words.say("Statements about it"), spoken, rows=6))
    left_out = len(related) - len(around[:MOST_RELATED]) + sum(one.when is None for one in said)
    plan = Plan(
        "neighbourhood",
        title=words.say("What happened around it: {event}", event=main.name),
        summary=_story(main, related, said, words),
        lanes=found,
        arcs=_arcs([one for _, one in shown], words),
        rooms=(Room(NARROW, WIDE, 4, tail=_TAIL),),
        left_out=left_out,
        listed=_left_out(left_out, words),
    )
    return draw_plan(plan, site) if main.when else None


def _whole(
    found: Sequence[Lane], happenings: Sequence[Happening], said: Sequence[Said], words: Words
) -> Plan:
    """Plan a picture of the whole dossier, as a strip."""
    left_out = sum(one.when is None for one in happenings) + sum(one.when is None for one in said)
    return Plan(
        "strip",
        title=words.say("Timeline"),
        summary=_overview(happenings, said, words),
        lanes=[lane for lane in found if lane.items],
        arcs=_arcs(happenings, words),
        rooms=(Room(NARROW, WIDE, 4, tail=_TAIL),),
        left_out=left_out,
        listed=_left_out(left_out, words),
    )


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
    )


def _statement(one: Said, site: Site) -> Item:
    return Item(
        f"statement/{one.statement}",
        Span.of_moment(one.when) if one.when else None,
        "statement",
        _title(one.title, one.when, site.words),
        site.href("statements", one.statement),
    )


def _by_kind(happenings: Iterable[Happening], site: Site) -> Iterator[Lane]:
    """Give a lane a kind of event, in the order of their first; the rarest kinds share the last."""
    dated = sorted((one for one in happenings if one.when), key=_order)
    counts = Counter(one.kind for one in dated)
    frequent = sorted(counts, key=lambda kind: (-counts[kind], kind))[:MOST_KINDS]
    kinds: dict[str, list[Item]] = {}
    for one in dated:
        kinds.setdefault(one.kind if one.kind in frequent else "", []).append(_event(one, site))
    for kind in sorted(kinds, key=lambda kind: kind == ""):
        yield Lane(kind[:1].upper() + kind[1:] or site.words.say("Other kinds"), tuple(kinds[kind]))


def _own_lane(tie: Tie | None, one: Happening, site: Site) -> Lane:
    """Give an event a lane of its own, labelled with what it is to the main one."""
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


def _arcs(happenings: Sequence[Happening], words: Words) -> list[Arc]:
    """Give an arc for each answer among dated events, in the order of the answers."""
    names = {one.event: one.name for one in happenings if one.when}
    return [
        Arc(
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
    """Say in words what stands around an event."""

    def named(tie: Tie) -> str:
        return "; ".join(_title(one.name, one.when, words) for other, one in related if other == tie)

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


def _left_out(left_out: int, words: Words) -> tuple[str, ...]:
    if not left_out:
        return ()
    return (
        words.count(
            "{n} record without a date, or beyond what fits, is in the list only.",
            "{n} records without a date, or beyond what fits, are in the list only.",
            left_out,
        ),
    )
