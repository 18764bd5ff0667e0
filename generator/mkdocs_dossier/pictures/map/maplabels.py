"""Places the text on a map, the labels of its marks and its scale, so that nothing overlaps at any width.

A map grows with its page, and the text on it does not: two labels that are apart at one width may overlap at
another, narrower or wider. So each side of a label is a function of the map's width, a share of it plus some
pixels, and two labels are both written only if there is no width at which they overlap. Narrow maps and wide
ones are lettered apart, as each has marks of its own.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mkdocs_dossier.pictures.map.countryrooms import Room
from mkdocs_dossier.pictures.map.outlines import View
from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.markup import Markup, percent, tag, text
from mkdocs_dossier.words import Words

_SIZE, _SMALL = 12.5, 11.0
"""The sizes of a label's text and of a country's name, as in `pictures.css`."""

_ASCENT, _DESCENT = 1.0, 0.36  # how far a line reaches above and below its base line, as shares of its size

_GAP = 3.0  # between a label and its mark
_ROUNDED = 1.0  # pixels by which places, written to a hundredth of a percent, may be off on a wide map
_MIDDLE = 4.0  # from the middle of a line of text down to its base line

_CORNERS = ((2.0, 97.0), (98.0, 97.0), (2.0, 16.0), (98.0, 16.0))  # percent, where the scale may stand
_HALF = 50.0
_KM_SIZE, _KM_GAP = 11.0, 5.0  # the size of the scale's text, and its distance from the bar
# The bar's share of the map's width at most, and the widest map with a bar: on a wider one, the scale
# differs too much between its middle and its edges.
_LONGEST_BAR, _MOST_KM = 0.25, 8000.0


class Widths(NamedTuple):
    """The widths for which a map is lettered: from the least on, up to the most."""

    least: float
    most: float


NARROW_MAP, WIDE_MAP = Widths(280.0, 600.0), Widths(600.0, math.inf)
"""The widths of maps, divided where `pictures.css` divides `d-narrow` from `d-wide`."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name to write beside a mark, whose middle is at `x` and `y` percent.

    `size` is the width of the mark in pixels, and 0 if there is none: the name is then in the middle, or
    where else the country has `rooms` for it. With `is_faint` it is there to find one's way, and stands only
    in one of the rooms.
    """

    name: str
    x: float
    y: float
    size: float
    cls: str
    rooms: tuple[Room, ...] = ()
    is_faint: bool = False

    @property
    def font(self) -> float:
        """The size of its text, in pixels."""
        return _SMALL if self.is_faint else _SIZE


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

    def meets(self, other: "_Sides", widths: Widths) -> bool:
        """Tell whether there is a width among `widths` at which two boxes share more than an edge."""
        left, left_pixels, top, top_pixels, right, right_pixels, bottom, bottom_pixels = self
        left2, left2_pixels, top2, top2_pixels, right2, right2_pixels, bottom2, bottom2_pixels = other
        low, high = least, most = widths
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
        return low < min(high, most)

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
    """A possible place for a label: its box, and where its text stands.

    `x` and `y` are percent, `dx` and `dy` pixels from there.
    """

    sides: _Sides
    x: float
    y: float
    dx: float
    dy: float
    anchor: str


# Events at one place have the same map.
@lru_cache(maxsize=512)
def lettered(
    labels: tuple[Label, ...], view: View, words: Words, widths: Widths
) -> tuple[tuple[Markup, ...], Markup]:
    """Write the labels that find room, in their order, and the scale; a label without room is "".

    None covers another, the scale, or a mark.
    """
    # Marks first, then the scale, then labels: each has to leave room for those before it.
    known = [_box(label, view.ratio) for label in labels if label.size]
    scale, boxes = _scale(view, known, words, widths)
    known += boxes
    found = []
    for label in labels:
        offer = _first(label, known, widths, view.ratio)
        if offer:
            known.append(offer.sides)
        found.append(_written(label, offer) if offer else Markup(""))
    return tuple(found), scale


def _written(label: Label, offer: _Offer) -> Markup:
    x, y = percent(offer.x), percent(offer.y)
    return text(label.name, x=x, y=y, dx=offer.dx or None, dy=offer.dy, cls=label.cls, anchor=offer.anchor)


def _first(label: Label, known: Sequence[_Sides], widths: Widths, ratio: float) -> _Offer | None:
    for offer in _offers(label, ratio):
        sides = offer.sides
        inside = sides.is_inside(1 / ratio, widths.least)
        if inside and not any(sides.meets(other, widths) for other in known):
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
    size = label.font
    above, below = _ASCENT * size, _DESCENT * size
    wide = ample(label.name, size)

    def offer(dx: float, dy: float, anchor: str, x: float = label.x, y: float = label.y) -> _Offer:
        start = {"": 0.0, "middle": -wide / 2, "end": -wide}[anchor] + dx
        place = x / 100, y / 100 / ratio
        box = _around(place, start - _ROUNDED, dy - above, start + wide + _ROUNDED, dy + below)
        return _Offer(box, x, y, dx, dy, anchor)

    if label.size:
        yield from _around_mark(offer, label.size / 2 + _GAP, above - _GAP / 2, below - _GAP / 2)
        return
    for room in label.rooms:
        spare = (room.length - wide) / 2
        if spare >= 0:
            for dx in (0.0, -spare, spare) if spare > _GAP else (0.0,):
                yield offer(round(dx, 1), _MIDDLE, "middle", room.x, room.y)
    if not label.is_faint:
        for down in (0.0, 18.0, -18.0, 36.0, -36.0):
            yield offer(0, down + _MIDDLE, "middle")


def _around_mark(
    offer: Callable[[float, float, str], _Offer], off: float, up: float, down: float
) -> Iterator[_Offer]:
    """List places around a mark, `off` its middle, of a text that reaches so far up and down."""
    yield offer(off, _MIDDLE, "")
    yield offer(-off, _MIDDLE, "end")
    yield offer(0, -off - down, "middle")
    yield offer(0, off + up, "middle")
    for dy in (-off - down, off + up):
        yield offer(0, dy, "")
        yield offer(0, dy, "end")


def _scale(view: View, taken: Sequence[_Sides], words: Words, widths: Widths) -> tuple[Markup, list[_Sides]]:
    """Draw a bar as long as a round number of kilometres; return it, and the boxes of its parts.

    It goes into the first corner where it covers nothing that is `taken`. Return nothing if there is none,
    or if the map is too wide for one scale.
    """
    if view.km_across > _MOST_KM:
        return Markup(""), []
    longest = view.km_across * _LONGEST_BAR
    power = 10 ** math.floor(math.log10(longest))
    km = max(step * power for step in (1, 2, 5) if step * power <= longest)
    across, length = km / view.km_across * 100, words.say("{n} km", n=words.number(int(km)))
    for x, y in _CORNERS:
        start, end = (x, x + across) if x < _HALF else (x - across, x)
        boxes = _scale_boxes(start, end, y / view.ratio, ample(length, _KM_SIZE), is_left=x < _HALF)
        if not any(box.meets(other, widths) for box in boxes for other in taken):
            bar = tag("line", x1=percent(start), x2=percent(end), y1=percent(y), y2=percent(y), cls="d-scale")
            anchor = "" if x < _HALF else "end"
            said = text(length, x=percent(x), y=percent(y), dy=-_KM_GAP, cls="d-km", anchor=anchor)
            return Markup(bar + said), boxes
    return Markup(""), []


def _scale_boxes(start: float, end: float, down: float, wide: float, *, is_left: bool) -> list[_Sides]:
    """Return the boxes of the scale's bar and of its words; the first three are percent of the width."""
    left, right, y = start / 100, end / 100, down / 100
    top, bottom = -_KM_GAP - _KM_SIZE, -_KM_GAP + _KM_SIZE / 3
    said = _around((left, y), 0, top, wide, bottom) if is_left else _around((right, y), -wide, top, 0, bottom)
    return [_Sides(left, 0, y, -1, right, 0, y, 1), said]
