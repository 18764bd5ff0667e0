"""Lanes: who or what down the picture, time across; where each mark goes, so that none hides another.

Marks that would overlap on the narrowest screen go into rows below one another; past a lane's last row
they are counted in one mark. A caption is drawn where it has room on the narrowest screen, or else is
kept for wide ones, or else left to the mark's title.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.visuals import glyphs, lettering
from mkdocs_dossier.visuals.spans import Span
from mkdocs_dossier.visuals.timescale import Scale

ROW, LABEL, HEADING, PADDING = 22.0, 19.0, 28.0, 7.0
_HALF, _GAP = glyphs.SIZE / 2, 3.0


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

    `left` and `right` are the ends of its bar, in percent; both are `x` where it has none.
    `caption` is on its `right`, `left`, `inside` its bar or nowhere; `is_wide` keeps it for wide screens.
    """

    items: tuple[Item, ...]
    x: float
    y: float
    left: float
    right: float
    caption: str = ""
    is_wide: bool = False

    @property
    def item(self) -> Item:
        """The only item of it, or the first."""
        return self.items[0]

    @property
    def is_vague(self) -> bool:
        """Whether it is to be marked as no known day: so is a stretch without room for its bar."""
        span = self.item.span
        return span is not None and (span.vague or (span.is_stretch and self.left == self.right))


@dataclass(frozen=True, slots=True)
class Placed:
    """A lane in its place, from `top` to `bottom` in pixels, its label's base line at `label`."""

    lane: Lane
    top: float
    label: float
    bottom: float
    marks: tuple[Mark, ...]


def place(lanes: Sequence[Lane], scale: Scale, room: Room, top: float) -> list[Placed]:
    """Lay out lanes below one another."""
    placed = []
    for lane in lanes:
        label = top + (HEADING if lane.heading else 0)
        first = label + (LABEL if lane.label else PADDING) + ROW / 2
        marks, rows = _marks(lane, scale, room, first)
        bottom = first + (rows - 0.5) * ROW + PADDING
        placed.append(Placed(lane, top, label + LABEL - 5, bottom, tuple(marks)))
        top = bottom
    return placed


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
    left = scale.at(span.start) if span.start is not None else max(0.0, x - tail) if tail else 0.0
    right = scale.at(span.end) if span.end is not None else min(100.0, x + tail) if tail else 100.0
    return left, right


Extent = tuple[float, float]


def _mark(item: Item, scale: Scale, room: Room) -> Mark:
    """Place an item without a row: one whose day is not known in the middle of the days that it may be."""
    ends = bar(item.span, scale, room)
    x = position(item.span, scale, room)
    if ends and item.span and item.span.start is not None and item.span.end is not None:
        x = sum(ends) / 2
    left, right = ends or (x, x)
    return Mark((item,), x, 0, left, right)


def _extent(mark: Mark, pixels: float) -> Extent:
    """Give what a mark takes of its row, in a picture of a width in pixels."""
    scale = pixels / 100
    middle = mark.x * scale
    return min(mark.left * scale, middle - _HALF), max(mark.right * scale, middle + _HALF)


def _marks(lane: Lane, scale: Scale, room: Room, top: float) -> tuple[list[Mark], int]:
    """Place a lane's items in rows, and give the number of rows."""
    found = [_mark(item, scale, room) for item in lane.items]
    found.sort(key=lambda mark: (_extent(mark, room.narrow), mark.item.id))
    most = lane.rows or room.rows
    rows = _side_by_side(found, scale, room, most) or _columns(found, room, most)
    marks: list[Mark] = []
    for index, row in enumerate(rows):
        here = [replace(mark, y=top + index * ROW) for mark in row]
        marks += _captioned(here, room)
    return marks, max(1, len(rows))


def _side_by_side(found: Sequence[Mark], scale: Scale, room: Room, most: int) -> list[list[Mark]] | None:
    """Put each mark in the first row with room for it; None where that takes too many rows."""
    rows: list[list[Mark]] = []
    taken: list[list[Extent]] = []
    for mark in found:
        choices = ((row, free) for row in range(len(rows)) if (free := _free(mark, taken[row], scale, room)))
        row, free = next(choices, (len(rows), mark))
        if row == most:
            return None
        if row == len(rows):
            rows.append([])
            taken.append([])
        rows[row].append(free)
        taken[row].append(_extent(free, room.narrow))
    return rows


def _free(mark: Mark, taken: Sequence[Extent], scale: Scale, room: Room) -> Mark | None:
    """Place a mark in a row; one of a day stands anywhere in that day's stretch of the axis."""
    left, right = _extent(mark, room.narrow)
    for shift in _shifts(mark, scale, room):
        by = shift * room.narrow / 100
        if all(right + by + _GAP <= start or end + _GAP <= left + by for start, end in taken):
            return _moved(mark, shift) if shift else mark
    return None


def _moved(mark: Mark, shift: float) -> Mark:
    return replace(mark, x=mark.x + shift, left=mark.left + shift, right=mark.right + shift)


def _shifts(mark: Mark, scale: Scale, room: Room) -> Iterator[float]:
    """List how far a mark may be moved, in percent, nearest first."""
    yield 0.0
    span = mark.item.span
    if span is None or span.start is None or span.end is None or span.is_stretch:
        return
    step = (glyphs.SIZE + _GAP) * 100 / room.narrow
    reach = (scale.at(span.end) - scale.at(span.start)) / 2 - step / 2
    for count in range(1, 1 + max(0, int(reach / step))):
        yield from (count * step, -count * step)


def _columns(found: Sequence[Mark], room: Room, most: int) -> list[list[Mark]]:
    """Put marks into columns; a column of more than fit is one mark with their number.

    Of bars, the longest that fit keep the first row, and the others are drawn as points.
    """
    bars = _longest_bars(found, room) if most > 1 else []
    slot = (glyphs.SIZE + _GAP) * 100 / room.narrow
    columns: list[list[Mark]] = []
    for mark in sorted(found, key=lambda mark: (mark.x, mark.item.id)):
        if mark in bars:
            continue
        if not columns or mark.x >= columns[-1][0].x + slot:
            columns.append([])
        columns[-1].append(mark)
    free = most - bool(bars)
    rows: list[list[Mark]] = [[] for _ in range(free)]
    for column in columns:
        x = column[0].x
        if len(column) <= free:
            for row, mark in zip(rows, column, strict=False):
                row.append(replace(mark, x=x, left=x, right=x))
        else:
            rows[0].append(Mark(tuple(mark.item for mark in column), x, 0, x, x))
    return [row for row in ([*bars], *rows) if row]


def _longest_bars(found: Sequence[Mark], room: Room) -> list[Mark]:
    """Choose the bars of what lasted and then others, the longest first, as far as they fit into a row."""
    bars = [
        (mark.item.span is None or not mark.item.span.lasts, mark.left - mark.right, mark.item.id, mark)
        for mark in found
        if mark.left != mark.right
    ]
    chosen: list[Mark] = []
    for *_, mark in sorted(bars, key=lambda bar: bar[:3]):
        left, right = _extent(mark, room.narrow)
        taken = (_extent(other, room.narrow) for other in chosen)
        if all(right + _GAP <= start or end + _GAP <= left for start, end in taken):
            chosen.append(mark)
    return chosen


def _captioned(marks: list[Mark], room: Room) -> Iterator[Mark]:
    """Give the marks of a row their captions, first where they fit on every screen, then on wide ones."""
    taken = {pixels: [_extent(mark, pixels) for mark in marks] for pixels in (room.narrow, room.wide)}
    for mark in marks:
        yield next(
            (
                replace(mark, caption=side, is_wide=pixels == room.wide != room.narrow)
                for pixels in (room.narrow, room.wide)
                if (side := _side(mark, pixels, taken))
            ),
            mark,
        )


def _side(mark: Mark, pixels: float, taken: dict[float, list[Extent]]) -> str:
    """Find a side with room for a caption, and take it, there and on wider screens."""
    if len(mark.items) > 1 or not mark.item.caption:
        return ""
    own = _extent(mark, pixels)
    for side in ("right", "left"):
        start, end = caption_extent(mark, side, pixels)
        others = [other for other in taken[pixels] if other != own]
        if start >= 0 and end <= pixels and all(end <= one or other <= start for one, other in others):
            for wider in (width for width in taken if width >= pixels):
                taken[wider].append(caption_extent(mark, side, wider))
            return side
    lasts = mark.item.span is not None and mark.item.span.lasts
    needed = lettering.width(mark.item.caption) + 2 * _HALF
    return "inside" if lasts and own[1] - own[0] > needed else ""


def caption_extent(mark: Mark, side: str, pixels: float) -> Extent:
    """Give what a caption takes of its row on a side of its mark."""
    left, right = _extent(mark, pixels)
    size = lettering.width(mark.item.caption) + 2 * _GAP
    return (right, right + size) if side == "right" else (left - size, left)
