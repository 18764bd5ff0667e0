"""Lays out lanes (who or what, downwards; time, across), with the captions of their marks.

A caption is written if it has room on the narrowest screen, otherwise on wide screens only, otherwise not:
the mark's title says the same. All is laid out as time runs, from left to right, and mirrored in the end if
the scale is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mkdocs_dossier.pictures.time.items import Extent, Lane, Mark, Room
from mkdocs_dossier.pictures.time.rows import ROW, fits_inside, is_free, rows_of
from mkdocs_dossier.pictures.time.timescale import Scale

HEADING = 28.0
"""The height of a group's heading, in pixels."""

_LABEL, _PADDING = 19.0, 7.0  # pixels: the height of a label; what a lane keeps free below


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
            for high, row in rows_of(lane, along, room) or [(ROW, ())]:
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
        if start >= 0 and end <= pixels and is_free((start, end), others, gap=0):
            for wider in (wide for wide in taken if wide >= pixels):
                taken[wider].append(mark.caption_extent(wider, side))
            return side
    return "inside" if fits_inside(mark, pixels) else ""
