"""Lanes: who or what down a picture, time across; where each mark goes, so that none hides another.

Marks that would overlap on the narrowest screen go into rows below one another; where these do not do, into
columns, and a column that is too high becomes one mark with its number. A caption is drawn where it has room
on the narrowest screen, or else is kept for wide ones, or else left to the mark's title.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.pictures.svg.lettering import width
from mkdocs_dossier.pictures.svg.picture import MARK
from mkdocs_dossier.pictures.time.timescale import Scale, Span

HEADING = 28.0
"""The height of a group's heading, in pixels."""

_ROW, _LABEL, _PADDING, _GAP = 22.0, 19.0, 7.0, 3.0

_Extent = tuple[float, float]


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

    `rows` is the most that it may have; 0 leaves that to the picture's room.
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
    """How much room the lanes of a picture have.

    `narrow` and `wide` are the widths to fit, in pixels; `rows` is the most that a lane may have. Marks
    without a date stand at `undated` percent. `tail` is how far a moment with an open end reaches before it
    has faded, in percent; 0 stands for all the way to the picture's side.
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
    of each whether the time goes on beyond it, or how far is unknown; `is_barless` that there was no room
    for the bar over the days that it may have been. `caption` says where its caption stands: `right`,
    `left`, `inside` its bar, or "" for nowhere; `is_wide` shows it on wide screens only.
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
    def is_count(self) -> bool:
        """Whether it stands for several items."""
        return len(self.items) > 1

    @property
    def lasts(self) -> bool:
        """Whether what it marks went on for some time, from a start to an end."""
        return self.item.span is not None and self.item.span.lasts

    @property
    def is_vague(self) -> bool:
        """Whether it says that the day is not known; so does one without room for the bar that would."""
        return self.is_barless or (self.item.span is not None and self.item.span.vague)

    @property
    def fade(self) -> str:
        """The mask that lets the cut ends of its bar fade; "" where none is cut."""
        sides = {(True, False): "fade-before", (False, True): "fade-after", (True, True): "fade-both"}
        return sides.get(self.is_cut, "")

    @property
    def shapes(self) -> set[str]:
        """The shapes and masks that it is drawn with."""
        if self.is_count:
            return {"count"}
        before, after = self.is_cut
        ends = {"before": before, "after": after, "vague": self.is_vague, self.fade: before or after}
        return {self.item.glyph} | {name for name, is_drawn in ends.items() if is_drawn}

    def extent(self, pixels: float) -> _Extent:
        """Return from where to where it takes up its row, in pixels, in a picture `pixels` wide."""
        scale, half = pixels / 100, MARK / 2
        middle = self.x * scale
        return min(self.left * scale, middle - half), max(self.right * scale, middle + half)

    def caption_extent(self, pixels: float, side: str) -> _Extent:
        """Return from where to where its caption would take up the row on a side of it, in pixels."""
        left, right = self.extent(pixels)
        size = width(self.item.caption) + 2 * _GAP
        return (right, right + size) if side == "right" else (left - size, left)


@dataclass(frozen=True, slots=True)
class Placed:
    """A lane in its place, from `top` to `bottom` in pixels, its label's base line at `label`."""

    lane: Lane
    top: float
    label: float
    bottom: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lanes laid out below one another: where each stands, and each of its marks."""

    scale: Scale
    room: Room
    lanes: tuple[Placed, ...]

    @classmethod
    def of(cls, lanes: Iterable[Lane], scale: Scale, room: Room, top: float) -> "Chart":
        """Lay out lanes, of which there is at least one, from `top` pixels on."""
        placed = []
        for lane in lanes:
            label = top + (HEADING if lane.heading else 0)
            first = label + (_LABEL if lane.label else _PADDING) + _ROW / 2
            rows = _rows(lane, scale, room)
            bottom = first + (max(1, len(rows)) - 0.5) * _ROW + _PADDING
            marks = [
                mark for index, row in enumerate(rows) for mark in _captioned(row, first + index * _ROW, room)
            ]
            placed.append(Placed(lane, top, label + _LABEL - 5, bottom, tuple(marks)))
            top = bottom
        return cls(scale, room, tuple(placed))

    @property
    def height(self) -> float:
        """Where its lanes end, in pixels."""
        return self.lanes[-1].bottom

    @property
    def marks(self) -> list[Mark]:
        """The marks of all lanes."""
        return [mark for lane in self.lanes for mark in lane.marks]

    @property
    def by_item(self) -> dict[str, Mark]:
        """The mark of each item, be it its own or a count."""
        return {item.id: mark for mark in self.marks for item in mark.items}

    @property
    def counted(self) -> int:
        """How many items have no mark of their own."""
        return sum(len(mark.items) for mark in self.marks if mark.is_count)

    @property
    def shapes(self) -> set[str]:
        """The shapes and masks that its marks are drawn with."""
        return {shape for mark in self.marks for shape in mark.shapes}


def _point(items: Sequence[Item], x: float, *, is_barless: bool = False) -> Mark:
    return Mark(tuple(items), x, 0, x, x, is_barless=is_barless)


def _mark(item: Item, scale: Scale, room: Room) -> Mark:
    """Place an item without a row: one whose day is not known in the middle of the days that it may be."""
    span = item.span
    if span is None:
        return _point([item], room.undated)
    x = scale.at(span.moment)
    if not span.is_stretch:
        return _point([item], x)
    tail = 0.0 if span.lasts else room.tail
    start, end = (
        scale.at(day) if day is not None and scale.holds(day) else None for day in (span.start, span.end)
    )
    left = start if start is not None else max(0.0, x - tail) if tail else 0.0
    right = end if end is not None else min(100.0, x + tail) if tail else 100.0
    if span.start is not None and span.end is not None:
        x = (left + right) / 2
    return Mark((item,), x, 0, left, right, is_cut=(start is None, end is None))


def _rows(lane: Lane, scale: Scale, room: Room) -> list[list[Mark]]:
    """Place a lane's items in rows."""
    found = [_mark(item, scale, room) for item in lane.items]
    found.sort(key=lambda mark: (mark.extent(room.narrow), mark.item.id))
    most = lane.rows or room.rows
    return _side_by_side(found, scale, room, most) or _columns(found, room, most)


def _side_by_side(found: Sequence[Mark], scale: Scale, room: Room, most: int) -> list[list[Mark]] | None:
    """Put each mark in the first row with room for it; None where that takes too many rows."""
    rows: list[list[Mark]] = []
    for mark in found:
        choices = ((row, free) for row in rows if (free := _free(mark, row, scale, room)))
        row, free = next(choices, (None, mark))
        if row is None:
            if len(rows) == most:
                return None
            rows.append(row := [])
        row.append(free)
    return rows


def _is_free(extent: _Extent, taken: Iterable[_Extent], gap: float = _GAP) -> bool:
    start, end = extent
    return all(end + gap <= left or right + gap <= start for left, right in taken)


def _free(mark: Mark, row: Sequence[Mark], scale: Scale, room: Room) -> Mark | None:
    """Place a mark in a row; one of a day stands anywhere in that day's stretch of the axis."""
    left, right = mark.extent(room.narrow)
    taken = [other.extent(room.narrow) for other in row]
    for shift in _shifts(mark, scale, room):
        by = shift * room.narrow / 100
        if _is_free((left + by, right + by), taken):
            return replace(mark, x=mark.x + shift, left=mark.left + shift, right=mark.right + shift)
    return None


def _shifts(mark: Mark, scale: Scale, room: Room) -> Iterator[float]:
    """List how far a mark may be moved, in percent, nearest first."""
    yield 0.0
    span = mark.item.span
    if span is None or span.start is None or span.end is None or span.is_stretch:
        return
    step = _slot(room)
    reach = (scale.at(span.end) - scale.at(span.start)) / 2 - step / 2
    for count in range(1, 1 + max(0, int(reach / step))):
        yield from (count * step, -count * step)


def _slot(room: Room) -> float:
    """Return how wide a mark without a bar is on the narrowest screen, in percent."""
    return (MARK + _GAP) * 100 / room.narrow


def _columns(found: Sequence[Mark], room: Room, most: int) -> list[list[Mark]]:
    """Put marks into columns; a column of more than fit is one mark with their number.

    Of bars, the longest that fit keep the first row, and the others are drawn as points.
    """
    bars = _longest_bars(found, room) if most > 1 else []
    columns: list[list[Mark]] = []
    for mark in sorted(found, key=lambda mark: (mark.x, mark.item.id)):
        if mark in bars:
            continue
        if not columns or mark.x >= columns[-1][0].x + _slot(room):
            columns.append([])
        columns[-1].append(mark)
    free = most - bool(bars)
    rows: list[list[Mark]] = [[] for _ in range(free)]
    for column in columns:
        x = column[0].x
        if len(column) <= free:
            for row, mark in zip(rows, column, strict=False):
                row.append(_barless(mark, x, room))
        else:
            rows[0].append(_point([mark.item for mark in column], x))
    return [row for row in (bars, *rows) if row]


def _barless(mark: Mark, x: float, room: Room) -> Mark:
    """Draw a mark as a point, whatever bar it had."""
    is_telling = mark.item.span is not None and not mark.lasts and mark.right - mark.left > _slot(room)
    return _point(mark.items, x, is_barless=is_telling)


def _longest_bars(found: Sequence[Mark], room: Room) -> list[Mark]:
    """Choose bars that fit into one row: first of what lasted, then others, the longest first."""
    bars = [mark for mark in found if mark.left != mark.right]
    chosen: list[Mark] = []
    for mark in sorted(bars, key=lambda bar: (not bar.lasts, bar.left - bar.right, bar.item.id)):
        if _is_free(mark.extent(room.narrow), [other.extent(room.narrow) for other in chosen]):
            chosen.append(mark)
    return chosen


def _captioned(row: Iterable[Mark], y: float, room: Room) -> Iterator[Mark]:
    """Set captions beside the marks of a row, where they fit on every screen or else on wide ones."""
    marks = [replace(mark, y=y) for mark in row]
    taken = {pixels: [mark.extent(pixels) for mark in marks] for pixels in (room.narrow, room.wide)}
    for mark in marks:
        yield next(
            (
                replace(mark, caption=side, is_wide=pixels == room.wide != room.narrow)
                for pixels in taken
                if (side := _side(mark, pixels, taken))
            ),
            mark,
        )


def _side(mark: Mark, pixels: float, taken: dict[float, list[_Extent]]) -> str:
    """Find a side with room for a caption, and take it, there and on wider screens."""
    if mark.is_count or not mark.item.caption:
        return ""
    own = mark.extent(pixels)
    others = [other for other in taken[pixels] if other != own]
    for side in ("right", "left"):
        start, end = mark.caption_extent(pixels, side)
        if start >= 0 and end <= pixels and _is_free((start, end), others, gap=0):
            for wider in (wide for wide in taken if wide >= pixels):
                taken[wider].append(mark.caption_extent(wider, side))
            return side
    needed = width(mark.item.caption) + MARK
    return "inside" if mark.lasts and own[1] - own[0] > needed else ""
