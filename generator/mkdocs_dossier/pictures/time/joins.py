"""Draws arcs with arrows between the marks of a chart.

SVG has no path whose coordinates are percentages. So each arc is in an `svg` of its own, which is stretched
horizontally between two places given in percent; `vector-effect`, in `pictures.css`, keeps the line's width
even.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_dossier.pictures.svg.markup import Markup, escaped, line, number, percent, tag
from mkdocs_dossier.pictures.svg.picture import MARK, Site
from mkdocs_dossier.pictures.time.items import Mark
from mkdocs_dossier.pictures.time.lanes import Chart

ARROWS = {"arrow", "arrow-up"}
"""The shapes that arcs are drawn with."""

_CLEAR = MARK / 2 + 1  # pixels from a mark's middle at which an arrow ends
_UPRIGHT = 0.4  # percent; an arc that goes less far across is drawn as a straight line
_BETWEEN = 11.0  # pixels from a mark's middle to the middle between its row and the next
_RISE = 26.0  # pixels that an arc between marks of one row rises above them


@dataclass(frozen=True, slots=True)
class Join:
    """An arc between the marks of two items, given by id, the cause first."""

    first: str
    second: str
    title: str


def _ends(joins: Iterable[Join], chart: Chart) -> list[tuple[Join, Mark, Mark]]:
    marks = chart.by_item
    return [(join, marks[join.first], marks[join.second]) for join in joins]


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
