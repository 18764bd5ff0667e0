"""Arcs from what happened to what came in answer to it, with an arrow at the answer.

An arc stands in an `svg` of its own that is stretched across and not down, so that it joins places given
in percent; `vector-effect` keeps its line even.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_dossier.pictures.svg import glyphs
from mkdocs_dossier.pictures.svg.svg import Markup, escaped, join, line, number, percent, tag, use
from mkdocs_dossier.pictures.time.lanes import Mark

ARROWS = ("arrow", "arrow-up")
_CLEAR = glyphs.SIZE / 2 + 1
_UPRIGHT = 0.4  # percent; closer than this, a straight line does
_RISE = 26.0


@dataclass(frozen=True, slots=True)
class Arc:
    """An arc between the marks of two items, from cause to answer."""

    first: str
    second: str
    title: str


def draw_arcs(arcs: Sequence[Arc], marks: dict[str, Mark], prefix: str, most: int) -> tuple[Markup, int]:
    """Draw arcs between marks, the shortest ones, and say how many were left out.

    One is left out too where an end of it is only counted.
    """
    ends = [(arc, marks[arc.first], marks[arc.second]) for arc in arcs]
    apart = [one for one in ends if len(one[1].items) == len(one[2].items) == 1]
    apart.sort(key=lambda ends: (abs(ends[1].x - ends[2].x), ends[0].first, ends[0].second))
    drawn = [_arc(arc, first, second, prefix) for arc, first, second in apart[:most]]
    return join(drawn), len(arcs) - len(drawn)


def _arc(arc: Arc, first: Mark, second: Mark, prefix: str) -> Markup:
    """Draw an arc from a mark, or from the part of what lasted that is nearest to the answer."""
    lasts = len(first.items) == 1 and first.item.span is not None and first.item.span.lasts
    start = min(max(second.x, first.left), first.right) if lasts else first.x
    upwards = second.y < first.y
    if second.y == first.y:
        curve, tip = _over(start, first.y, second.x), second.y - _CLEAR
    else:
        end = second.y + _CLEAR if upwards else second.y - _CLEAR
        curve, tip = _across(start, first.y, second.x, end), end
    arrow = use(
        f"{prefix}-arrow-up" if upwards else f"{prefix}-arrow", x=percent(second.x), y=tip, cls="d-arrow"
    )
    return tag("g", tag("title", escaped(arc.title)), curve, arrow)


def _over(x1: float, y: float, x2: float) -> Markup:
    """Join two marks of a row by an arc above them."""
    foot = _RISE - _CLEAR
    start, end = (0, 100) if x1 <= x2 else (100, 0)
    path = f"M{start} {number(foot)}C{start}-6 {end}-6 {end} {number(foot)}"
    return _stretched(min(x1, x2), y - _RISE, abs(x2 - x1), foot, path)


def _across(x1: float, y1: float, x2: float, y2: float) -> Markup:
    """Join marks of different rows, leaving and reaching them upright."""
    if abs(x2 - x1) < _UPRIGHT:
        return line(x1, y1, x2, y2, "d-arc")
    start, end = (0, 100) if x1 <= x2 else (100, 0)
    top, high = min(y1, y2), abs(y2 - y1)
    from_y, to_y = number(y1 - top), number(y2 - top)
    middle = number(high / 2)
    path = f"M{start} {from_y}C{start} {middle} {end} {middle} {end} {to_y}"
    return _stretched(min(x1, x2), top, abs(x2 - x1), high, path)


def _stretched(x: float, y: float, width: float, height: float, path: str) -> Markup:
    # The style is for themes that give every svg an automatic height.
    return tag(
        "svg",
        Markup(f'<path class="d-arc" d="{path}"/>'),
        x=percent(x),
        y=y,
        width=percent(width),
        height=height,
        viewBox=f"0 0 100 {number(height)}",
        preserveAspectRatio="none",
        overflow="visible",
        style=f"height:{number(height)}px",
    )
