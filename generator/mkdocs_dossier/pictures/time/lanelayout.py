"""Lays lanes out: where each mark goes, so that none hides another.

Marks that would overlap on the narrowest screen go into rows below one another; where these do not do, into
columns, and a column that is too high becomes one mark with its number. A caption is drawn where it has room
on the narrowest screen, or else is kept for wide ones, or else left to the mark's title.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_dossier.pictures.svg import glyphs, lettering
from mkdocs_dossier.pictures.time.lanes import (
    GAP,
    HEADING,
    LABEL,
    PADDING,
    ROW,
    Extent,
    Item,
    Lane,
    Mark,
    Placed,
    Room,
    bar,
    caption_extent,
    extent_of,
    position,
    shown_ends,
)
from mkdocs_dossier.pictures.time.timescale import Scale


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


def _mark(item: Item, scale: Scale, room: Room) -> Mark:
    """Place an item without a row: one whose day is not known in the middle of the days that it may be."""
    span, ends = item.span, bar(item.span, scale, room)
    x = position(span, scale, room)
    if span is None or ends is None:
        return Mark((item,), x, 0, x, x)
    left, right = ends
    if span.start is not None and span.end is not None:
        x = (left + right) / 2
    start, end = shown_ends(span, scale)
    return Mark((item,), x, 0, left, right, is_cut=(start is None, end is None))


def _marks(lane: Lane, scale: Scale, room: Room, top: float) -> tuple[list[Mark], int]:
    """Place a lane's items in rows, and give the number of rows."""
    found = [_mark(item, scale, room) for item in lane.items]
    found.sort(key=lambda mark: (extent_of(mark, room.narrow), mark.item.id))
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
        taken[row].append(extent_of(free, room.narrow))
    return rows


def _free(mark: Mark, taken: Sequence[Extent], scale: Scale, room: Room) -> Mark | None:
    """Place a mark in a row; one of a day stands anywhere in that day's stretch of the axis."""
    left, right = extent_of(mark, room.narrow)
    for shift in _shifts(mark, scale, room):
        by = shift * room.narrow / 100
        if all(right + by + GAP <= start or end + GAP <= left + by for start, end in taken):
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
    step = (glyphs.SIZE + GAP) * 100 / room.narrow
    reach = (scale.at(span.end) - scale.at(span.start)) / 2 - step / 2
    for count in range(1, 1 + max(0, int(reach / step))):
        yield from (count * step, -count * step)


def _columns(found: Sequence[Mark], room: Room, most: int) -> list[list[Mark]]:
    """Put marks into columns; a column of more than fit is one mark with their number.

    Of bars, the longest that fit keep the first row, and the others are drawn as points.
    """
    bars = _longest_bars(found, room) if most > 1 else []
    slot = (glyphs.SIZE + GAP) * 100 / room.narrow
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
                row.append(_barless(mark, x, slot))
        else:
            rows[0].append(Mark(tuple(mark.item for mark in column), x, 0, x, x))
    return [row for row in ([*bars], *rows) if row]


def _barless(mark: Mark, x: float, slot: float) -> Mark:
    """Draw a mark as a point, whatever bar it had."""
    span = mark.item.span
    is_telling = span is not None and not span.lasts and mark.right - mark.left > slot
    return Mark(mark.items, x, 0, x, x, is_barless=is_telling)


def _longest_bars(found: Sequence[Mark], room: Room) -> list[Mark]:
    """Choose the bars of what lasted and then others, the longest first, as far as they fit into a row."""
    bars = [
        (mark.item.span is None or not mark.item.span.lasts, mark.left - mark.right, mark.item.id, mark)
        for mark in found
        if mark.left != mark.right
    ]
    chosen: list[Mark] = []
    for *_, mark in sorted(bars, key=lambda bar: bar[:3]):
        left, right = extent_of(mark, room.narrow)
        taken = (extent_of(other, room.narrow) for other in chosen)
        if all(right + GAP <= start or end + GAP <= left for start, end in taken):
            chosen.append(mark)
    return chosen


def _captioned(marks: list[Mark], room: Room) -> Iterator[Mark]:
    """Give the marks of a row their captions, first where they fit on every screen, then on wide ones."""
    taken = {pixels: [extent_of(mark, pixels) for mark in marks] for pixels in (room.narrow, room.wide)}
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
    own = extent_of(mark, pixels)
    for side in ("right", "left"):
        start, end = caption_extent(mark, side, pixels)
        others = [other for other in taken[pixels] if other != own]
        if start >= 0 and end <= pixels and all(end <= one or other <= start for one, other in others):
            for wider in (width for width in taken if width >= pixels):
                taken[wider].append(caption_extent(mark, side, wider))
            return side
    lasts = mark.item.span is not None and mark.item.span.lasts
    needed = lettering.width(mark.item.caption) + glyphs.SIZE
    return "inside" if lasts and own[1] - own[0] > needed else ""
