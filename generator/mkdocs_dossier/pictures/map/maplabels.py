"""Room for the labels of a map, whatever its width.

A map grows with its page, and the text on it does not: what stands apart at one width may meet at another,
narrower or wider. So the sides of a label are kept as they depend on the width, each a share of it and some
pixels, and two labels go together only where no width makes them meet.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from mkdocs_dossier.pictures.svg.lettering import ample

LEAST, WIDE = 280.0, 600.0
"""The narrowest map, and from where on it is a wide one, as in `visuals.css`; in pixels."""

SIZE, ASCENT, DESCENT = 12.5, 12.5, 4.5
"""The size of a label's text, as in `visuals.css`; what it takes above and below the line it stands on."""

_GAP = 3.0
_ROUNDED = 1.0  # what places on a wide map are rounded by, in pixels
_MIDDLE = 4.0  # from the middle of a line of text down to the line that it stands on


class Sides(NamedTuple):
    """A box, each side a share of the map's width and pixels; x to the right, y downwards."""

    left: float
    left_pixels: float
    top: float
    top_pixels: float
    right: float
    right_pixels: float
    bottom: float
    bottom_pixels: float

    def meets(self, other: "Sides", least: float) -> bool:
        """Tell whether two boxes share more than an edge in a map of any width from `least` on."""
        left, left_pixels, top, top_pixels, right, right_pixels, bottom, bottom_pixels = self
        left2, left2_pixels, top2, top2_pixels, right2, right2_pixels, bottom2, bottom2_pixels = other
        low, high = least, inf
        # They meet at those widths where share * width + pixels < 0, for all four.
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
        """Tell whether it lies in a map whose height is `down` of its width, from the width `least` on."""
        # A map that grows leaves it more room on each side: its shares are those of places on the map.
        return (
            self.left * least + self.left_pixels >= 0
            and self.top * least + self.top_pixels >= 0
            and self.right * least + self.right_pixels <= least
            and self.bottom * least + self.bottom_pixels <= down * least
        )


class Around(NamedTuple):
    """What a label belongs to: a place in percent of the map, and the size of its mark in pixels."""

    x: float
    y: float
    size: float
    has_mark: bool = True


@dataclass(frozen=True, slots=True)
class Offer:
    """A place for a label: its box, how far it is from its mark's middle, and how it hangs there."""

    sides: Sides
    dx: float
    dy: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A label that found room; `is_wide` says that it did on wide maps only."""

    offer: Offer
    is_wide: bool


def about(around: Around, ratio: float) -> Sides:
    """Give the box of a mark."""
    x, y, half = around.x / 100, around.y / 100 / ratio, around.size / 2
    return Sides(x, -half, y, -half, x, half, y, half)


def offers(around: Around, name: str, ratio: float) -> Iterator[Offer]:
    """List places for a label: in the middle where there is no mark, else beside, above and below it."""
    x, y, wide = around.x / 100, around.y / 100 / ratio, ample(name, SIZE)

    def offer(dx: float, dy: float, anchor: str) -> Offer:
        start = {"": 0.0, "middle": -wide / 2, "end": -wide}[anchor] + dx
        return Offer(
            Sides(x, start - _ROUNDED, y, dy - ASCENT, x, start + wide + _ROUNDED, y, dy + DESCENT),
            dx,
            dy,
            anchor,
        )

    if not around.has_mark:
        for down in (0.0, 18.0, -18.0, 36.0, -36.0):
            yield offer(0, down + _MIDDLE, "middle")
        return
    off = around.size / 2 + _GAP
    above, below = -off - DESCENT + _GAP / 2, off + ASCENT - _GAP / 2
    yield offer(off, _MIDDLE, "")
    yield offer(-off, _MIDDLE, "end")
    yield offer(0, above, "middle")
    yield offer(0, below, "middle")
    for dy in (above, below):
        yield offer(0, dy, "")
        yield offer(0, dy, "end")


def placed(
    names: Mapping[int, str], around: Sequence[Around], taken: Iterable[Sides], ratio: float
) -> dict[int, Placed]:
    """Find room for labels, in the order of `names`: on maps of any width, or else on wide ones.

    `taken` is what they must not cover, `ratio` the width of the map by its height.
    """
    known = list(taken)
    found: dict[int, Placed] = {}
    for least in (LEAST, WIDE):
        for index, name in names.items():
            if index not in found and (
                offer := _first(offers(around[index], name, ratio), known, least, ratio)
            ):
                found[index] = Placed(offer, is_wide=least == WIDE)
                known.append(offer.sides)
    return found


def _first(candidates: Iterable[Offer], known: Sequence[Sides], least: float, ratio: float) -> Offer | None:
    for offer in candidates:
        sides = offer.sides
        if sides.is_inside(1 / ratio, least) and not any(sides.meets(other, least) for other in known):
            return offer
    return None
