"""Draws lines between the marks of a chart: straight ones with labels that have room, and arcs with arrows.

SVG has no path whose coordinates are percentages. So each arc is in an `svg` of its own, which is stretched
horizontally between two places given in percent; `vector-effect`, in `pictures.css`, keeps the line's width
even.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_dossier.pictures.svg.lettering import width
from mkdocs_dossier.pictures.svg.markup import Markup, escaped, line, number, percent, tag, text
from mkdocs_dossier.pictures.svg.picture import MARK, Site
from mkdocs_dossier.pictures.time.items import Mark
from mkdocs_dossier.pictures.time.lanes import Chart, Placed
from mkdocs_dossier.words import Words

ARROWS = {"arrow", "arrow-up"}
"""The shapes that arcs are drawn with."""

_ALONG = (0.5, 0.38, 0.62, 0.27, 0.73, 0.18, 0.82)  # where on a line to try its label, the best first
_HIGH, _PAD = 15.0, 4.0  # the height of a label, and what it keeps free at its sides, in pixels
_CLEAR = MARK / 2 + 1  # pixels from a mark's middle at which an arrow ends
_UPRIGHT = 0.4  # percent; an arc that goes less far across is drawn as a straight line
_BETWEEN = 11.0  # pixels from a mark's middle to the middle between its row and the next
_RISE = 26.0  # pixels that an arc between marks of one row rises above them


@dataclass(frozen=True, slots=True)
class Join:
    """A line between the marks of two items, given by id; in an arc, the cause comes first.

    `labels` say the same thing, the longest first; a straight line gets the first that has room on it.
    """

    first: str
    second: str
    title: str
    labels: tuple[str, ...] = ()
    is_dashed: bool = False


class _Box(NamedTuple):
    """A box in pixels, x to the right, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, wide: float, high: float) -> "_Box":
        return cls(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def meets(self, other: "_Box") -> bool:
        """Tell whether two boxes share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_inside(self, other: "_Box") -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass
class _Sheet:
    """A picture at one width in pixels: the box for labels, and the boxes in it that are taken."""

    pixels: float
    within: _Box
    taken: list[_Box] = field(default_factory=list)


def _ends(joins: Iterable[Join], chart: Chart) -> list[tuple[Join, Mark, Mark]]:
    marks = chart.by_item
    return [(join, marks[join.first], marks[join.second]) for join in joins]


def draw_joins(joins: Iterable[Join], chart: Chart, words: Words) -> tuple[list[Markup], list[Markup]]:
    """Draw straight lines between marks; return lines and labels.

    A label without room is left out: the line's title says the same.
    """
    sheets = [_sheet(chart, pixels, words) for pixels in (chart.room.narrow, chart.room.wide)]
    lines: list[Markup] = []
    labels: list[Markup] = []
    for join, first, second in _ends(joins, chart):
        # Two items that were counted together have one mark, and no line between them.
        if first is not second:
            cls = "d-join d-dashed" if join.is_dashed else "d-join"
            drawn = line(first.x, first.y, second.x, second.y, cls)
            lines.append(tag("g", tag("title", escaped(join.title)), drawn))
            labels += _labels(join, first, second, sheets)
    return lines, labels


def _sheet(chart: Chart, pixels: float, words: Words) -> _Sheet:
    """Collect the boxes that texts and marks take at a width of the picture."""
    sheet = _Sheet(pixels, _Box(0, chart.lanes[0].top, pixels, chart.height))
    for lane in chart.lanes:
        sheet.taken += _texts(lane, pixels, words)
        for mark in lane.marks:
            sheet.taken += _parts(mark, pixels)
    return sheet


def _texts(placed: Placed, pixels: float, words: Words) -> Iterator[_Box]:
    # About the boxes of what `lanemarks` writes there, rather too large than too small.
    lane = placed.lane
    if lane.heading:
        yield _Box(0, placed.top, pixels, placed.label - 14)
    if lane.label:
        size = width(lane.label, 14) + 8
        start = pixels - size if words.direction == "rtl" else 0
        yield _Box(start, placed.label - 12, start + size, placed.label + 4)


def _parts(mark: Mark, pixels: float) -> Iterator[_Box]:
    yield _Box.around(mark.x * pixels / 100, mark.y, MARK + 2, MARK + 2)
    if mark.caption:
        left, right = mark.caption_extent(pixels, mark.caption)
        yield _Box(left, mark.y - 8, right, mark.y + 8)


def _labels(join: Join, first: Mark, second: Mark, sheets: Iterable[_Sheet]) -> Iterator[Markup]:
    """Write a label for narrow screens and one for wide ones, or the same for both."""
    narrow, wide = (_place(join.labels, first, second, sheet) for sheet in sheets)
    if narrow and narrow[0] == join.labels[0]:
        yield _label(*narrow, "d-word")
        return
    if narrow:
        yield _label(*narrow, "d-word d-narrow")
    if wide:
        yield _label(*wide, "d-word d-wide")


def _place(
    labels: Sequence[str], first: Mark, second: Mark, sheet: _Sheet
) -> tuple[str, float, float] | None:
    """Find room on a line for the longest label that has some; return it, x in percent, y in pixels."""
    for label in labels:
        size = width(label) + 2 * _PAD
        for share in _ALONG:
            x = (first.x + share * (second.x - first.x)) * sheet.pixels / 100
            y = first.y + share * (second.y - first.y)
            box = _Box.around(x, y, size, _HIGH)
            if box.is_inside(sheet.within) and not any(box.meets(other) for other in sheet.taken):
                sheet.taken.append(box)
                return label, (box.left + box.right) / 2 * 100 / sheet.pixels, (box.top + box.bottom) / 2
    return None


def _label(label: str, x: float, y: float, cls: str) -> Markup:
    return text(label, x=percent(x), y=y + 4, cls=cls, anchor="middle")


def draw_arcs(arcs: Sequence[Join], chart: Chart, site: Site, most: int) -> tuple[list[Markup], int]:
    """Draw the `most` shortest arcs from causes to answers; return them, and how many are left out.

    An arc is also left out if one of its ends has no mark of its own, but is counted with others.
    """
    ends = [one for one in _ends(arcs, chart) if not (one[1].is_count or one[2].is_count)]
    ends.sort(key=lambda one: (abs(one[1].x - one[2].x), one[0].first, one[0].second))
    drawn = [_arc(arc, first, second, site) for arc, first, second in ends[:most]]
    return drawn, len(arcs) - len(drawn)


def _arc(arc: Join, first: Mark, second: Mark, site: Site) -> Markup:
    """Draw an arc from a mark to another; from a bar, it starts at the point nearest to the answer."""
    start = min(max(second.x, first.left), first.right) if first.lasts else first.x
    # The arrow ends at the edge of the answer's mark, below or above it.
    shape, tip = ("arrow-up", second.y + _CLEAR) if second.y < first.y else ("arrow", second.y - _CLEAR)
    is_beside = second.y == first.y
    curve = _over(start, first.y, second.x) if is_beside else _across(start, first.y, second.x, tip)
    arrow = site.use(shape, second.x, tip, "d-arrow")
    return tag("g", tag("title", escaped(arc.title)), curve, arrow)


def _over(x1: float, y: float, x2: float) -> Markup:
    """Draw an arc between two marks of one row, above them."""
    foot = _RISE - _CLEAR
    start, end = (0, 100) if x1 <= x2 else (100, 0)
    path = f"M{start} {number(foot)}C{start}-6 {end}-6 {end} {number(foot)}"
    return _stretched(min(x1, x2), y - _RISE, abs(x2 - x1), foot, path)


def _across(x1: float, y1: float, x2: float, y2: float) -> Markup:
    """Draw a line between marks of different rows: beside its row to where the answer is, then to it.

    So it runs between the rows and not through their words, and several answers to one event share its stem.
    """
    if abs(x2 - x1) < _UPRIGHT:
        return line(x1, y1, x2, y2, "d-arc")
    start, end = (0, 100) if x1 <= x2 else (100, 0)
    top, high = min(y1, y2), abs(y2 - y1)
    turn = number(min(_BETWEEN, high / 2) if y1 < y2 else high - min(_BETWEEN, high / 2))
    path = f"M{start} {number(y1 - top)}V{turn}H{end}V{number(y2 - top)}"
    return _stretched(min(x1, x2), top, abs(x2 - x1), high, path)


def _stretched(x: float, y: float, wide: float, high: float, path: str) -> Markup:
    # The height is repeated as a style: some themes set `height: auto` for every svg.
    return tag(
        "svg",
        Markup(f'<path class="d-arc" d="{path}"/>'),
        x=percent(x),
        y=y,
        width=percent(wide),
        height=high,
        viewBox=f"0 0 100 {number(high)}",
        preserveAspectRatio="none",
        overflow="visible",
        style=f"height:{number(high)}px",
    )
