"""Puts lanes with arcs between their marks into a picture; what the timelines share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.pictures.svg import glyphs
from mkdocs_dossier.pictures.svg.legends import arc_key, date_keys, mark_key
from mkdocs_dossier.pictures.svg.picture import Frame, Key, Picture, Site, framed
from mkdocs_dossier.pictures.ties.arcs import ARROWS, Arc, draw_arcs
from mkdocs_dossier.pictures.time import lanelayout, lanemarks, lanes, timeaxis
from mkdocs_dossier.pictures.time.lanes import Lane, Placed, Room
from mkdocs_dossier.pictures.time.timescale import Scale, scale_of
from mkdocs_dossier.words import Words

MOST_MARKS = 420
_ARC_ROOM = 14.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What to draw: lanes and arcs, in the first of `rooms` that keeps the number of marks bearable.

    `left_out` counts what has no place in a lane; `listed` says so.
    """

    kind: str
    title: str
    summary: str
    lanes: Sequence[Lane]
    arcs: Sequence[Arc]
    rooms: Sequence[Room]
    left_out: int = 0
    listed: tuple[str, ...] = ()
    least: int = 0
    most_arcs: int = 10


def draw_plan(plan: Plan, site: Site) -> Picture | None:
    """Draw lanes with arcs; None with fewer than two marks."""
    spans = [item.span for lane in plan.lanes for item in lane.items if item.span]
    if len(spans) < 2:  # noqa: PLR2004 - one mark alone shows nothing
        return None
    scale = scale_of(spans, tails=True)
    room, placed = _fitting(plan, scale)
    curves, missing = draw_arcs(plan.arcs, lanes.marks_by_item(placed), site.prefix, plan.most_arcs)
    counted = lanes.counted(placed)
    height = lanes.height_of(placed)
    shapes = lanemarks.shapes_of(placed) | ({*ARROWS} if curves else set())
    frame = Frame(
        site.prefix,
        plan.kind,
        plan.title,
        plan.summary,
        height=height,
        least=plan.least,
        legend=_legend(plan, scale, shapes, site.words),
        listed=[*plan.listed, *_left_out(counted, missing, site.words)],
        more=site.more,
    )
    return framed(
        frame,
        glyphs.define(site.prefix, shapes),
        timeaxis.axis(scale, timeaxis.ticks(scale, room.narrow, site.words), room.narrow, height),
        timeaxis.breaks(scale, height),
        lanemarks.rules(placed),
        curves,
        lanemarks.labels(placed, room, site.words),
        lanemarks.marks(placed, site.prefix, site.more, site.words),
        left_out=plan.left_out + counted,
    )


def _fitting(plan: Plan, scale: Scale) -> tuple[Room, list[Placed]]:
    """Lay lanes out with fewer and fewer rows until the marks are not too many."""
    top = timeaxis.HEIGHT + (_ARC_ROOM if plan.arcs else 0)
    for room in plan.rooms:
        placed = lanelayout.place(plan.lanes, scale, room, top)
        if sum(len(lane.marks) for lane in placed) <= MOST_MARKS:
            break
    return room, placed


def _legend(plan: Plan, scale: Scale, shapes: set[str], words: Words) -> list[Key]:
    meanings = {
        "event": words.say("event"),
        "main": words.say("this event"),
        "statement": words.say("statement"),
    }
    used = {item.glyph for lane in plan.lanes for item in lane.items}
    keys = [mark_key(glyph, meaning) for glyph, meaning in meanings.items() if glyph in used]
    if shapes & {*ARROWS}:
        keys.append(arc_key(words.say("from an event to what came in answer to it")))
    spans = [item.span for lane in plan.lanes for item in lane.items if item.span]
    return keys + date_keys(spans, scale, shapes, words)


def _left_out(counted: int, missing: int, words: Words) -> Iterator[str]:
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
