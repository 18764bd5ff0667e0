"""Lines between marks of lanes, with a word on each that finds room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mkdocs_dossier.pictures.svg import glyphs
from mkdocs_dossier.pictures.svg.boxes import Box, first_free
from mkdocs_dossier.pictures.svg.lettering import width
from mkdocs_dossier.pictures.svg.svg import Markup, escaped, join, line, percent, tag, text
from mkdocs_dossier.pictures.time.lanes import Mark, Placed, Room, caption_extent, marks_by_item
from mkdocs_dossier.words import Words

_ALONG = (0.5, 0.38, 0.62, 0.27, 0.73, 0.18, 0.82)
_HIGH, _PAD = 15.0, 4.0


@dataclass(frozen=True, slots=True)
class Join:
    """A line between the marks of two items; of its labels, the longest first, one is written on it."""

    first: str
    second: str
    title: str
    labels: tuple[str, ...]
    is_dashed: bool = False


@dataclass
class _Sheet:
    """What is taken of a picture of a width in pixels."""

    pixels: float
    within: Box
    taken: list[Box] = field(default_factory=list)


def draw_joins(
    joins: Sequence[Join], placed: Sequence[Placed], room: Room, words: Words
) -> tuple[Markup, Markup]:
    """Draw lines between marks, and their labels; one without room stays in its line's title."""
    marks = marks_by_item(placed)
    ends = [(one, marks[one.first], marks[one.second]) for one in joins]
    apart = [(one, first, second) for one, first, second in ends if first is not second]
    sheets = [_sheet(placed, pixels, words) for pixels in (room.narrow, room.wide)]
    labels = [_labels(one, first, second, sheets) for one, first, second in apart]
    lines = [
        tag(
            "g",
            tag("title", escaped(one.title)),
            line(first.x, first.y, second.x, second.y, "d-join d-dashed" if one.is_dashed else "d-join"),
        )
        for one, first, second in apart
    ]
    return join(lines), join(part for parts in labels for part in parts)


def _sheet(placed: Sequence[Placed], pixels: float, words: Words) -> _Sheet:
    sheet = _Sheet(pixels, Box(0, placed[0].top, pixels, placed[-1].bottom))
    for lane in placed:
        sheet.taken += _texts(lane, pixels, words)
        for mark in lane.marks:
            sheet.taken += _parts(mark, pixels)
    return sheet


def _texts(placed: Placed, pixels: float, words: Words) -> Iterator[Box]:
    lane = placed.lane
    if lane.heading:
        yield Box(0, placed.top, pixels, placed.label - 14)
    if lane.label:
        size = width(lane.label, 14) + 8
        start = pixels - size if words.direction == "rtl" else 0
        yield Box(start, placed.label - 12, start + size, placed.label + 4)


def _parts(mark: Mark, pixels: float) -> Iterator[Box]:
    yield Box.around(mark.x * pixels / 100, mark.y, glyphs.SIZE + 2, glyphs.SIZE + 2)
    if mark.caption:
        left, right = caption_extent(mark, mark.caption, pixels)
        yield Box(left, mark.y - 8, right, mark.y + 8)


def _labels(one: Join, first: Mark, second: Mark, sheets: Iterable[_Sheet]) -> list[Markup]:
    """Place a label for narrow screens and one for wide ones, or the same for both."""
    narrow, wide = (_place(one.labels, first, second, sheet) for sheet in sheets)
    if narrow and narrow[0] == one.labels[0]:
        return [_label(*narrow, "d-word")]
    found = [_label(*narrow, "d-word d-narrow")] if narrow else []
    return found + ([_label(*wide, "d-word d-wide")] if wide else [])


def _place(
    labels: Sequence[str], first: Mark, second: Mark, sheet: _Sheet
) -> tuple[str, float, float] | None:
    """Find room on a line for the longest label that has any: it, percent across, pixels down."""
    for label in labels:
        size = width(label) + 2 * _PAD
        candidates = [
            Box.around(
                (first.x + share * (second.x - first.x)) * sheet.pixels / 100,
                first.y + share * (second.y - first.y),
                size,
                _HIGH,
            )
            for share in _ALONG
        ]
        if box := first_free(candidates, sheet.taken, sheet.within):
            sheet.taken.append(box)
            return label, (box.left + box.right) / 2 * 100 / sheet.pixels, (box.top + box.bottom) / 2
    return None


def _label(label: str, x: float, y: float, cls: str) -> Markup:
    return text(label, x=percent(x), y=y + 4, cls=cls, anchor="middle")
