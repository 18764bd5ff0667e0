"""Lays out lanes (who or what, downwards; time, across) so that no mark hides another.

Marks that would overlap on the narrowest screen go into rows below one another. If that takes too many rows,
they go into columns, and a column with too many marks becomes one mark with their number. Those of statements
stand in blocks, one a day. A caption is written if it has room on the narrowest screen, otherwise on wide
screens only, otherwise not: the mark's title says the same. All is laid out as time runs, from left to right,
and mirrored in the end if the scale is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.pictures.svg.lettering import shortened, width
from mkdocs_dossier.pictures.svg.picture import MARK
from mkdocs_dossier.pictures.time.items import GAP, Extent, Item, Lane, Mark, Room
from mkdocs_dossier.pictures.time.stacks import stacks
from mkdocs_dossier.pictures.time.timescale import Scale

HEADING = 28.0
"""The height of a group's heading, in pixels."""

# In pixels: the heights of a row and of a label; what a lane keeps free below; the height of a row of small
# marks and the width that one takes; the height of a row of marks with captions, between which arrows run.
_ROW, _LABEL, _PADDING = 22.0, 19.0, 7.0
_LOW, _SLIM, _AIRY = 11.0, 10.0, 27.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A lane in its place, from `top` to `bottom`, with the base line of its label at `label`, in pixels."""

    lane: Lane
    top: float
    label: float
    bottom: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lanes laid out below one another, with the scale and the room that they were laid out for."""

    scale: Scale
    room: Room
    lanes: tuple[Placed, ...]

    @classmethod
    def of(cls, lanes: Iterable[Lane], scale: Scale, room: Room, top: float) -> "Chart":
        """Lay out one or more lanes, from `top` pixels downwards."""
        placed = []
        along = replace(scale, is_mirrored=False)
        for lane in lanes:
            label = top + (HEADING if lane.heading else 0)
            y = label + (_LABEL if lane.label else _PADDING)
            marks: list[Mark] = []
            for high, row in _rows(lane, along, room) or [(_ROW, ())]:
                marks += _captioned(row, y + high / 2, room)
                y += high
            bottom = y + _PADDING
            if scale.is_mirrored:
                marks = [mark.mirrored() for mark in marks]
            placed.append(Placed(lane, top, label + _LABEL - 5, bottom, tuple(marks)))
            top = bottom
        return cls(scale, room, tuple(placed))

    @property
    def height(self) -> float:
        """The lower end of its last lane, in pixels."""
        return self.lanes[-1].bottom

    @property
    def marks(self) -> list[Mark]:
        """The marks of all lanes."""
        return [mark for lane in self.lanes for mark in lane.marks]

    @property
    def by_item(self) -> dict[str, Mark]:
        """The mark of each item by the item's id, its own or one that counts several."""
        return {item.id: mark for mark in self.marks for item in mark.items}

    @property
    def counted(self) -> int:
        """The number of items that have no mark of their own."""
        return sum(len(mark.items) for mark in self.marks if mark.is_count)

    @property
    def shapes(self) -> set[str]:
        """The shapes and masks that its marks are drawn with."""
        return {shape for mark in self.marks for shape in mark.shapes}


def _point(items: Sequence[Item], x: float, *, is_barless: bool = False) -> Mark:
    return Mark(tuple(items), x, 0, x, x, is_barless=is_barless)


def across(item: Item, scale: Scale, room: Room) -> Mark:
    """Place an item across, without a row yet; one of an unknown day is in the middle of its range."""
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
    # On a broken scale, the middle of the days is not the middle of the bar.
    if span.start is not None and span.end is not None:
        x = (left + right) / 2
    return Mark((item,), x, 0, left, right, is_cut=(start is None, end is None))


_Row = tuple[float, Sequence[Mark]]
"""The height of a row in pixels, and its marks."""


def _rows(lane: Lane, scale: Scale, room: Room) -> list[_Row]:
    """Place a lane's items in rows."""
    found = [across(item, scale, room) for item in lane.items]
    most = lane.rows or room.rows
    if lane.is_stacked:
        return _stacked(found, scale, room, most)
    # In the order of the items, so that what came first stands above what came of it.
    for pixels in (room.narrow, room.wide) if lane.captioned else ():
        if rows := _all_captioned(found, pixels, room, lane.captioned):
            return [(_AIRY, row) for row in rows]
    found.sort(key=lambda mark: (mark.extent(room.narrow), mark.item.id))
    return [(_ROW, row) for row in _side_by_side(found, scale, room, most) or _columns(found, room, most)]


def _side_by_side(found: Sequence[Mark], scale: Scale, room: Room, most: int) -> list[list[Mark]] | None:
    """Put each mark into the first row with room for it; return None if that takes too many rows."""
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


def _is_free(extent: Extent, taken: Iterable[Extent], gap: float = GAP) -> bool:
    start, end = extent
    return all(end + gap <= left or right + gap <= start for left, right in taken)


def _free(mark: Mark, row: Sequence[Mark], scale: Scale, room: Room) -> Mark | None:
    """Place a mark in a row, if it has room; a mark of a day may be anywhere within that day."""
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
    # In whole steps of a mark's width, so that marks of one day stand side by side.
    step = _slot(room)
    reach = (scale.at(span.end) - scale.at(span.start)) / 2 - step / 2
    for count in range(1, 1 + max(0, int(reach / step))):
        yield from (count * step, -count * step)


def _slot(room: Room) -> float:
    """Return the width of a mark without a bar on the narrowest screen, gap included, in percent."""
    return (MARK + GAP) * 100 / room.narrow


def _stacked(found: Sequence[Mark], scale: Scale, room: Room, most: int) -> list[_Row]:
    """Put bars into the first rows, and below them the marks of each day into a block.

    An open end says little of a moment: of those, only the ring that says so of any day is drawn. Where some
    would have to be counted, all marks are small.
    """
    bars = [mark for mark in found if mark.left != mark.right and not any(mark.is_cut)]
    bars.sort(key=lambda mark: (mark.extent(room.narrow), mark.item.id))
    few = max(1, most // 3)
    above = (_side_by_side(bars, scale, room, few) or _columns(bars, room, few)) if bars else []
    # The sort is stable: marks of one day stay in the order that they came in.
    points = sorted((mark for mark in found if mark not in bars), key=lambda mark: mark.x)
    free = max(1, most - len(above))
    rows = _blocks(points, room, free)
    if _counted(rows):
        small = _small_blocks(points, room, free)
        # So many are seen then that it is worth it: a few small marks among numbers say less than numbers.
        rows = small if _counted(small) < _counted(rows) / 2 else rows
    return [(high, row) for high, row in (*((_ROW, row) for row in above), *rows) if row]


def _counted(rows: Iterable[_Row]) -> int:
    return sum(len(mark.items) for _, row in rows for mark in row if mark.is_count)


def _blocks(points: Sequence[Mark], room: Room, most: int) -> list[_Row]:
    """Put the marks of each day into a block of so many rows at most, or count them in the first row."""
    slot = MARK + GAP
    rows: list[list[Mark]] = [[] for _ in range(most)]
    for one in stacks([mark.x * room.narrow / 100 for mark in points], most, room.narrow, slot):
        marks, x = points[one.first : one.end], one.x * 100 / room.narrow
        if not one.columns:
            rows[0].append(_point([mark.item for mark in marks], x))
            continue
        for mark, (row, dx) in zip(marks, one.places(slot), strict=True):
            rows[row].append(_standing(mark, x, dx))
    return [(_ROW, row) for row in rows]


def _small_blocks(points: Sequence[Mark], room: Room, most: int) -> list[_Row]:
    """Put small marks of each day into a block; days with too many are counted in a row above all blocks."""
    counts: list[Mark] = []
    rows: list[list[Mark]] = [[] for _ in range(most * int(_ROW / _LOW))]
    for one in stacks([mark.x * room.narrow / 100 for mark in points], len(rows), room.narrow, _SLIM):
        marks, x = points[one.first : one.end], one.x * 100 / room.narrow
        if one.columns:
            for mark, (row, dx) in zip(marks, one.places(_SLIM), strict=True):
                rows[row].append(replace(_standing(mark, x, dx), is_small=True))
            continue
        items = [mark.item for mark in marks]
        if counts and x - counts[-1].x < _slot(room):
            items, x = [*counts[-1].items, *items], counts.pop().x
        counts.append(_point(items, x))
    return [(_ROW, counts), *((_LOW, row) for row in rows)]


def _standing(mark: Mark, x: float, dx: float) -> Mark:
    """Put a mark into a block; a ring tells that one end of its time is open."""
    return replace(_point(mark.items, x, is_barless=any(mark.is_cut)), dx=dx)


def _all_captioned(found: Sequence[Mark], pixels: float, room: Room, most: int) -> list[list[Mark]] | None:
    """Put each mark into the first row with room for it and its caption; None if that takes too many rows."""
    rows: list[list[Mark]] = []
    for mark in (_short(mark, pixels) for mark in found):
        choices = (
            (row, side) for row in rows if _is_beside(mark, row, room) and (side := _aside(mark, row, pixels))
        )
        row, side = next(choices, (None, ""))
        if row is None:
            if len(rows) == most:
                return None
            rows.append(row := [])
            side = _aside(mark, (), pixels)
        row.append(replace(mark, caption=side, is_wide=pixels != room.narrow))
    return rows


def _short(mark: Mark, pixels: float) -> Mark:
    """Shorten a caption that is longer than either side of its mark has room for."""
    start, end = mark.extent(pixels)
    if _fits_inside(mark, pixels):
        return mark
    room = max(start, pixels - end) - 2 * GAP
    return replace(mark, items=(replace(mark.item, caption=shortened(mark.item.caption, room)),))


def _is_beside(mark: Mark, row: Sequence[Mark], room: Room) -> bool:
    """Tell whether a mark hides none of a row on the narrowest screen."""
    return _is_free(mark.extent(room.narrow), [other.extent(room.narrow) for other in row])


def _aside(mark: Mark, row: Sequence[Mark], pixels: float) -> str:
    """Find a side on which a caption is clear of a row's marks and captions, as its mark is of them."""
    taken = [_whole(other, other.caption, pixels) for other in row]
    sides = ("inside", "right", "left") if _fits_inside(mark, pixels) else ("right", "left")
    for side in sides:
        start, end = _whole(mark, side, pixels)
        if start >= 0 and end <= pixels and _is_free((start, end), taken):
            return side
    return ""


def _whole(mark: Mark, side: str, pixels: float) -> Extent:
    """Return what a mark takes with its caption on a side, in pixels."""
    start, end = mark.extent(pixels)
    if side in ("", "inside"):
        return max(0.0, start), min(pixels, end)
    first, last = mark.caption_extent(pixels, side)
    return min(start, first), max(end, last)


def _fits_inside(mark: Mark, pixels: float) -> bool:
    start, end = mark.extent(pixels)
    return mark.lasts and end - start > width(mark.item.caption) + MARK


def _columns(found: Sequence[Mark], room: Room, most: int) -> list[list[Mark]]:
    """Put marks into columns; a column with more marks than rows becomes one mark with their number.

    The longest bars that fit side by side get the first row; all others are drawn as points.
    """
    bars = _longest_bars(found, room) if most > 1 else []
    columns: list[list[Mark]] = []
    for mark in sorted(found, key=lambda mark: (mark.x, mark.item.id)):
        if mark in bars:
            continue
        if not columns or mark.x >= columns[-1][0].x + _slot(room):
            columns.append([])
        columns[-1].append(mark)
    # Bars, if there are any, take the first row for themselves.
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
    """Turn a mark into a point at `x`; `is_barless` where a bar over a range would have said something."""
    is_telling = mark.item.span is not None and not mark.lasts and mark.right - mark.left > _slot(room)
    return _point(mark.items, x, is_barless=is_telling)


def _longest_bars(found: Sequence[Mark], room: Room) -> list[Mark]:
    """Choose bars that fit into one row: those of what lasted before others, the longest first."""
    bars = [mark for mark in found if mark.left != mark.right]
    chosen: list[Mark] = []
    for mark in sorted(bars, key=lambda bar: (not bar.lasts, bar.left - bar.right, bar.item.id)):
        if _is_free(mark.extent(room.narrow), [other.extent(room.narrow) for other in chosen]):
            chosen.append(mark)
    return chosen


def _captioned(row: Iterable[Mark], y: float, room: Room) -> Iterator[Mark]:
    """Give the marks of a row their captions, if they fit on every screen, or else on wide ones."""
    marks = [replace(mark, y=y) for mark in row]
    # The narrow width comes first: a caption that fits there is shown on every screen.
    taken = {pixels: [mark.extent(pixels) for mark in marks] for pixels in (room.narrow, room.wide)}
    for mark in marks:
        if mark.caption:
            yield mark
            continue
        yield next(
            (
                replace(mark, caption=side, is_wide=pixels == room.wide != room.narrow)
                for pixels in taken
                if (side := _side(mark, pixels, taken))
            ),
            mark,
        )


def _side(mark: Mark, pixels: float, taken: dict[float, list[Extent]]) -> str:
    """Find a side with room for a caption, and mark that room as taken, there and on wider screens."""
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
    return "inside" if _fits_inside(mark, pixels) else ""
