"""Lanes: who or what down a picture, time across; what they hold, and how much room it takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_dossier.pictures.svg import glyphs, lettering
from mkdocs_dossier.pictures.time.spans import Span
from mkdocs_dossier.pictures.time.timescale import Scale

ROW, LABEL, HEADING, PADDING = 22.0, 19.0, 28.0, 7.0
GAP = 3.0
_HALF = glyphs.SIZE / 2


@dataclass(frozen=True, slots=True)
class Item:
    """A record that gets a mark: its shape, its words, and its page."""

    id: str
    span: Span | None
    glyph: str
    title: str
    target: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks under a label; `heading` and what is said `beside` it start a group of lanes.

    `rows` is the most that it has, if not what the picture's room says.
    """

    label: str
    items: tuple[Item, ...]
    heading: str = ""
    beside: str = ""
    target: str = ""
    is_main: bool = False
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """What a picture is laid out for.

    `narrow` and `wide` are widths in pixels, `rows` the most that a lane has. In percent: where marks
    without a date stand, and how far a moment with an open end fades; 0 is to the picture's side.
    """

    narrow: float
    wide: float
    rows: int
    undated: float = 0.0
    tail: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in its place: `x` in percent, `y` in pixels; `items` are several where it is a count.

    `left` and `right` are the ends of its bar, in percent; both are `x` where it has none. `is_cut` says
    of each whether the time goes on beyond it, or nobody knows how far, `is_barless` that it has lost a
    bar that said when it may have been.
    `caption` is on its `right`, `left`, `inside` its bar or nowhere; `is_wide` keeps it for wide screens.
    """

    items: tuple[Item, ...]
    x: float
    y: float
    left: float
    right: float
    is_cut: tuple[bool, bool] = (False, False)
    is_barless: bool = False
    caption: str = ""
    is_wide: bool = False

    @property
    def item(self) -> Item:
        """The only item of it, or the first."""
        return self.items[0]

    @property
    def is_vague(self) -> bool:
        """Whether it is to be marked as no known day: so is one without room for the bar that says so."""
        return self.is_barless or (self.item.span is not None and self.item.span.vague)


@dataclass(frozen=True, slots=True)
class Placed:
    """A lane in its place, from `top` to `bottom` in pixels, its label's base line at `label`."""

    lane: Lane
    top: float
    label: float
    bottom: float
    marks: tuple[Mark, ...]


def height_of(placed: Sequence[Placed]) -> float:
    """Give where lanes end."""
    return placed[-1].bottom if placed else 0.0


def marks_by_item(placed: Iterable[Placed]) -> dict[str, Mark]:
    """Find the mark of each item, be it its own or a count."""
    return {item.id: mark for lane in placed for mark in lane.marks for item in mark.items}


def counted(placed: Iterable[Placed]) -> int:
    """Count the items that have no mark of their own."""
    return sum(len(mark.items) for lane in placed for mark in lane.marks if len(mark.items) > 1)


def position(span: Span | None, scale: Scale, room: Room) -> float:
    """Give where a mark stands, in percent."""
    return scale.at(span.moment) if span else room.undated


def bar(span: Span | None, scale: Scale, room: Room) -> tuple[float, float] | None:
    """Give from where to where a stretch of time is drawn, in percent; None for what is a point."""
    if span is None or not span.is_stretch:
        return None
    tail = 0.0 if span.lasts else room.tail
    x = scale.at(span.moment)
    starts, ends = shown_ends(span, scale)
    left = scale.at(starts) if starts is not None else max(0.0, x - tail) if tail else 0.0
    right = scale.at(ends) if ends is not None else min(100.0, x + tail) if tail else 100.0
    return left, right


def shown_ends(span: Span, scale: Scale) -> tuple[float | None, float | None]:
    """Give the ends of a span that the scale shows."""
    start = span.start if span.start is not None and scale.holds(span.start) else None
    end = span.end if span.end is not None and scale.holds(span.end) else None
    return start, end


Extent = tuple[float, float]


def extent_of(mark: Mark, pixels: float) -> Extent:
    """Give what a mark takes of its row, in a picture of a width in pixels."""
    scale = pixels / 100
    middle = mark.x * scale
    return min(mark.left * scale, middle - _HALF), max(mark.right * scale, middle + _HALF)


def caption_extent(mark: Mark, side: str, pixels: float) -> Extent:
    """Give what a caption takes of its row on a side of its mark."""
    left, right = extent_of(mark, pixels)
    size = lettering.width(mark.item.caption) + 2 * GAP
    return (right, right + size) if side == "right" else (left - size, left)
