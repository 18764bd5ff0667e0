"""Draws the events that a claim is about: for each a heavy dotted line, with its name and date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product

from mkdocs_dossier.pictures.svg.markup import Markup
from mkdocs_dossier.pictures.time.mirroring import Pen
from mkdocs_dossier.pictures.time.shortdates import short_date, year_of
from mkdocs_dossier.pictures.time.steplabels import Box
from mkdocs_dossier.pictures.time.timescale import Scale, Span
from mkdocs_dossier.pictures.time.voicemarks import UNBROKEN, Happened, Line, Plan
from mkdocs_dossier.words import Words

HEAD = 23.0
"""The height of a row of names, in pixels."""

_MARGIN, _GAP = 4.0, 10.0
_APART = 16.0  # pixels between the lines of two events
_CUTS = (240.0, 200.0, 160.0, 120.0)  # pixels, to which a name is cut where all of it has no room
_ROWS = 3
_ANCHORS = (("middle", "", "end"), ("", "middle", "end"), ("end", "middle", ""))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over an event's line: `row` counts upward from the picture's top edge."""

    x: float
    line: Line
    row: int
    anchor: str


def fitted(plan: Plan, left: float, right: float) -> Scale:
    """Fit a scale to the statements and events of a plan."""
    said = [one.span for one in plan.voices]
    events = [Span(one.moment - 0.5, one.moment + 0.5, lasts=False, vague=False) for one in plan.events]
    return Scale.fitted([*filter(None, said), *events], left=left, right=right)


def named(event: Happened, plan: Plan, words: Words) -> tuple[Line, str]:
    """Name an event with its date; return that, too. It has a year if the first statement is of another."""
    year = next((year_of(one.date) for one in plan.voices if one.date), None)
    date = short_date(event.date, words, with_year=year_of(event.date) != year).replace(" ", UNBROKEN)
    said = words.say("{event}, {date}", event=event.name, date=date)
    return Line(said, "d-event-name", 12.5, is_bold=True), date


def event_heads(plan: Plan, scale: Scale, least: float, words: Words) -> list[Head]:
    """Place the names of events in a picture at least so wide; what has no room, has no line."""
    kept: dict[float, tuple[Line, str]] = {}
    for event in plan.events:
        x = scale.at(event.moment)
        if all(abs(x - other) * least / 100 >= _APART for other in kept):
            kept[x] = named(event, plan, words)
    # They are few: each order in which they may choose their rows and sides is tried.
    tried = [_in_order(order, anchors, least) for order in permutations(kept.items()) for anchors in _ANCHORS]
    return max(tried, key=_worth)


def _worth(heads: Sequence[Head]) -> tuple[int, float, int]:
    """Prefer many names, whole ones, in few rows."""
    return len(heads), round(sum(one.line.width for one in heads)), -sum(one.row for one in heads)


def _in_order(
    events: Sequence[tuple[float, tuple[Line, str]]], anchors: Sequence[str], least: float
) -> list[Head]:
    """Let each event choose its place, in this order; the first of the anchors is tried first."""
    found: list[Head] = []
    taken: list[Box] = []
    for x, said in events:
        if head := _placed(said, (x, anchors), taken, least):
            taken += [_box(head), *_line_above(head)]
            found.append(head)
    return sorted(found, key=lambda one: one.x)


def _placed(
    said: tuple[Line, str], at: tuple[float, Sequence[str]], taken: Sequence[Box], least: float
) -> Head | None:
    """Find room for a name: all of it if that can be, in some row."""
    (line, date), (x, anchors) = said, at
    after, before = ((100 - x) * least / 100 - _MARGIN, x * least / 100 - _MARGIN)
    rooms = {"middle": 2 * min(after, before), "": after + _MARGIN, "end": before + _MARGIN}
    for most in (line.width, *(cut for cut in _CUTS if cut < line.width)):
        for row, anchor in product(range(_ROWS), anchors):
            shown = _shortened(line, date, most) if rooms[anchor] >= most else None
            if shown is None:
                continue
            head = Head(x, shown, row, anchor)
            boxes = [_box(head), *_line_above(head)]
            if boxes[0].is_inside(least) and all(
                one.is_apart(other, least) for one in boxes for other in taken
            ):
                return head
    return None


def _line_above(head: Head) -> list[Box]:
    """Return the box of an event's line where it goes down past lower rows of names."""
    return [Box(head.x, head.x, -3, 3, -head.row, 0)] if head.row else []


def _shortened(line: Line, date: str, room: float) -> Line | None:
    """Shorten a name, but not its date."""
    if line.width <= room:
        return line
    if not line.words.endswith(date):
        return line.within(room)
    end = line._replace(words=line.words.removesuffix(date)[-2:] + date)
    start = line._replace(words=line.words.removesuffix(end.words)).within(room - end.width)
    return line._replace(words=start.words + end.words) if start else line.within(room)


def _box(head: Head) -> Box:
    left = {"": -_MARGIN, "middle": -head.line.width / 2, "end": _MARGIN - head.line.width}[head.anchor]
    return Box(head.x, head.x, left - _GAP / 2, left + head.line.width + _GAP / 2, -head.row - 1, -head.row)


def drawn_heads(
    heads: Sequence[Head], top: float, stretches: Sequence[tuple[float, float]], pen: Pen
) -> Iterator[Markup]:
    """Draw the lines of events over stretches from pixel to pixel, with their names above the top edge."""
    for one in heads:
        y = top - one.row * HEAD
        dx = {"": -_MARGIN, "middle": 0.0, "end": _MARGIN}[one.anchor]
        for first, last in [(y, top), *stretches] if one.row else stretches:
            yield pen.line(one.x, first, one.x, last, "d-happened")
        yield pen.text(one.line.words, one.x, y - 8, one.line.cls, dx=dx, anchor=one.anchor)
