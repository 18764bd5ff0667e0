"""Places the text on a map, the labels of its marks and its scale, so that nothing overlaps at any width.

A map grows with its page, and the text on it does not: two labels that are apart at one width may overlap at
another, narrower or wider. So each side of a label is a function of the map's width, a share of it plus some
pixels, and two labels are both written only if there is no width at which they overlap.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_dossier.pictures.map.outlines import View
from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.markup import Markup, percent, tag, text
from mkdocs_dossier.words import Words

_LEAST, _WIDE = 280.0, 600.0
"""The width of the narrowest map, and the width from which a map is wide (`pictures.css`), in pixels."""

_SIZE, _ASCENT, _DESCENT = 12.5, 12.5, 4.5
"""The size of a label's text, as in `pictures.css`, and how far it reaches above and below its base line."""

_GAP = 3.0  # between a label and its mark
_ROUNDED = 1.0  # pixels by which places, written to a hundredth of a percent, may be off on a wide map
_MIDDLE = 4.0  # from the middle of a line of text down to its base line

_CORNERS = ((2.0, 97.0), (98.0, 97.0), (2.0, 16.0), (98.0, 16.0))  # percent, where the scale may stand
_HALF = 50.0
_KM_SIZE, _KM_GAP = 11.0, 5.0  # the size of the scale's text, and its distance from the bar
# The bar's share of the map's width at most, and the widest map with a bar: on a wider one, the scale
# differs too much between its middle and its edges.
_LONGEST_BAR, _MOST_KM = 0.25, 8000.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name to write beside a mark, whose middle is at `x` and `y` percent.

    `size` is the width of the mark in pixels; 0 if there is none, and the name itself is in the middle. The
    mark of a point must not be covered; that of an area may be.
    """

    name: str
    x: float
    y: float
    size: float
    is_point: bool


class _Sides(NamedTuple):
    """A box; each side is at `share * width + pixels`, x to the right and y downwards."""

    left: float
    left_pixels: float
    top: float
    top_pixels: float
    right: float
    right_pixels: float
    bottom: float
    bottom_pixels: float

    def meets(self, other: "_Sides", least: float) -> bool:
        """Tell whether there is a width from `least` on at which two boxes share more than an edge."""
        left, left_pixels, top, top_pixels, right, right_pixels, bottom, bottom_pixels = self
        left2, left2_pixels, top2, top2_pixels, right2, right2_pixels, bottom2, bottom2_pixels = other
        low, high = least, math.inf
        # Boxes overlap where each begins before the other ends, across and down: four inequalities of the
        # form share * width + pixels < 0. Each bounds the width from below or above; do any widths remain?
        for share, pixels in (
            (left - right2, left_pixels - right2_pixels),
            (left2 - right, left2_pixels - right_pixels),
            (top - bottom2, top_pixels - bottom2_pixels),
            (top2 - bottom, top2_pixels - bottom_pixels),
        ):
            if share >= 0:
                if share * least + pixels >= 0:
                    return False
                if share:
                    high = min(high, -pixels / share)
            else:
                low = max(low, -pixels / share)
        return low < high

    def is_inside(self, down: float, least: float) -> bool:
        """Tell whether it lies in a map of a width of `least` or more, whose height is `down` times that."""
        # To test the narrowest is enough: the shares are those of places on the map, so room only grows.
        return (
            self.left * least + self.left_pixels >= 0
            and self.top * least + self.top_pixels >= 0
            and self.right * least + self.right_pixels <= least
            and self.bottom * least + self.bottom_pixels <= down * least
        )


@dataclass(frozen=True, slots=True)
class _Offer:
    """A possible place for a label: its box, and `dx`, `dy` (pixels from the mark's middle) and `anchor`."""

    sides: _Sides
    dx: float
    dy: float
    anchor: str


def lettered(labels: Mapping[int, Label], view: View, words: Words) -> tuple[dict[int, Markup], list[Markup]]:
    """Write the labels that find room, in their order, and the scale; return labels by key, and the scale.

    A label that has no room on narrow maps is written for wide ones only. None covers another, the scale, or
    the mark of a point.
    """
    # Points first, then the scale, then labels: each has to leave room for those before it.
    known = [_box(label, view.ratio) for label in labels.values() if label.is_point]
    scale, boxes = _scale(view, known, words)
    known += boxes
    found: dict[int, Markup] = {}
    for least in (_LEAST, _WIDE):
        for index, label in labels.items():
            if index not in found and (offer := _first(label, known, least, view.ratio)):
                known.append(offer.sides)
                found[index] = _written(label, offer, is_wide=least == _WIDE)
    return found, scale


def _written(label: Label, offer: _Offer, *, is_wide: bool) -> Markup:
    cls = ("d-place" if label.is_point else "d-place d-area") + (" d-wide" if is_wide else "")
    x, y = percent(label.x), percent(label.y)
    return text(label.name, x=x, y=y, dx=offer.dx or None, dy=offer.dy, cls=cls, anchor=offer.anchor)


def _first(label: Label, known: Sequence[_Sides], least: float, ratio: float) -> _Offer | None:
    for offer in _offers(label, ratio):
        sides = offer.sides
        if sides.is_inside(1 / ratio, least) and not any(sides.meets(other, least) for other in known):
            return offer
    return None


def _box(label: Label, ratio: float) -> _Sides:
    """Return the box around a label's mark."""
    half = label.size / 2
    return _around(_place(label, ratio), -half, -half, half, half)


def _place(label: Label, ratio: float) -> tuple[float, float]:
    """Return where the middle of a label's mark is, in shares of the map's width."""
    return label.x / 100, label.y / 100 / ratio


def _around(place: tuple[float, float], left: float, top: float, right: float, bottom: float) -> _Sides:
    """Return a box whose sides are so many pixels from a place, at any width of the map."""
    x, y = place
    return _Sides(x, left, y, top, x, right, y, bottom)


def _offers(label: Label, ratio: float) -> Iterator[_Offer]:
    """List places for a label, the best first: around its mark, or in the middle where there is no mark."""
    place, wide = _place(label, ratio), ample(label.name, _SIZE)

    def offer(dx: float, dy: float, anchor: str) -> _Offer:
        start = {"": 0.0, "middle": -wide / 2, "end": -wide}[anchor] + dx
        box = _around(place, start - _ROUNDED, dy - _ASCENT, start + wide + _ROUNDED, dy + _DESCENT)
        return _Offer(box, dx, dy, anchor)

    if not label.size:
        for down in (0.0, 18.0, -18.0, 36.0, -36.0):
            yield offer(0, down + _MIDDLE, "middle")
        return
    off = label.size / 2 + _GAP
    above, below = -off - _DESCENT + _GAP / 2, off + _ASCENT - _GAP / 2
    yield offer(off, _MIDDLE, "")
    yield offer(-off, _MIDDLE, "end")
    yield offer(0, above, "middle")
    yield offer(0, below, "middle")
    for dy in (above, below):
        yield offer(0, dy, "")
        yield offer(0, dy, "end")


def _scale(view: View, taken: Sequence[_Sides], words: Words) -> tuple[list[Markup], list[_Sides]]:
    """Draw a bar as long as a round number of kilometres; return its parts and their boxes.

    It goes into the first corner where it covers nothing that is `taken`. Return nothing if there is none,
    or if the map is too wide for one scale.
    """
    if view.km_across > _MOST_KM:
        return [], []
    longest = view.km_across * _LONGEST_BAR
    power = 10 ** math.floor(math.log10(longest))
    km = max(step * power for step in (1, 2, 5) if step * power <= longest)
    across, length = km / view.km_across * 100, words.say("{n} km", n=words.number(int(km)))
    for x, y in _CORNERS:
        start, end = (x, x + across) if x < _HALF else (x - across, x)
        boxes = _scale_boxes(start, end, y / view.ratio, ample(length, _KM_SIZE), is_left=x < _HALF)
        if not any(box.meets(other, _LEAST) for box in boxes for other in taken):
            bar = tag("line", x1=percent(start), x2=percent(end), y1=percent(y), y2=percent(y), cls="d-scale")
            anchor = "" if x < _HALF else "end"
            said = text(length, x=percent(x), y=percent(y), dy=-_KM_GAP, cls="d-km", anchor=anchor)
            return [bar, said], boxes
    return [], []


def _scale_boxes(start: float, end: float, down: float, wide: float, *, is_left: bool) -> list[_Sides]:
    """Return the boxes of the scale's bar and of its words; the first three are percent of the width."""
    left, right, y = start / 100, end / 100, down / 100
    top, bottom = -_KM_GAP - _KM_SIZE, -_KM_GAP + _KM_SIZE / 3
    said = _around((left, y), 0, top, wide, bottom) if is_left else _around((right, y), -wide, top, 0, bottom)
    return [_Sides(left, 0, y, -1, right, 0, y, 1), said]
