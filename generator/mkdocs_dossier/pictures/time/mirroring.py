"""Writes what is laid out from the start of a line to its end: mirrored where lines run from the right.

Places across are percent of the picture's width, plus some pixels; both count from the start.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_dossier.pictures.svg.markup import Markup, number, percent, tag, text
from mkdocs_dossier.words import Words

BEND = 0.75
"""How far along its way a curve goes before it bends."""

_ENDS = {"": "end", "end": "", "middle": "middle"}
_FADES = {"fade-before": "fade-after", "fade-after": "fade-before"}
_TIPS = {"tip-left": "tip-right", "tip-right": "tip-left"}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes the parts of a drawing; `prefix` starts the ids of its shapes."""

    prefix: str
    words: Words

    @property
    def is_mirrored(self) -> bool:
        """Whether the start of a line is at the right."""
        return self.words.direction == "rtl"

    def _at(self, x: float) -> float:
        return 100 - x if self.is_mirrored else x

    def _aside(self, dx: float) -> float:
        return -dx if self.is_mirrored else dx

    def text(self, words: str, x: float, y: float, cls: str, *, dx: float = 0, anchor: str = "") -> Markup:
        """Write a line of text from a place on; with the anchor `end` up to it, with `middle` around it."""
        anchor = _ENDS[anchor] if self.is_mirrored else anchor
        return text(words, x=percent(self._at(x)), y=y, dx=self._aside(dx) or None, cls=cls, anchor=anchor)

    def line(self, x1: float, y1: float, x2: float, y2: float, cls: str) -> Markup:
        """Draw a straight line."""
        return tag("line", x1=percent(self._at(x1)), x2=percent(self._at(x2)), y1=y1, y2=y2, cls=cls)

    def area(
        self, start: float, end: float, top: float, bottom: float, *, cls: str, fade: str = ""
    ) -> Markup:
        """Draw a rectangle from percent to percent; with `fade`, the name of a mask, one that fades out."""
        left = 100 - end if self.is_mirrored else start
        box = tag("rect", x=percent(left), y=top, width=percent(end - start), height=bottom - top, cls=cls)
        return self._faded(box, _FADES.get(fade, fade) if self.is_mirrored else fade)

    def block(
        self, x: float, top: float, bottom: float, *, dx: float, wide: float, cls: str, fade: str = ""
    ) -> Markup:
        """Draw a rectangle so many pixels wide, with its middle so many pixels after a place."""
        shift = f"translate({number(self._aside(dx) - wide / 2)} 0)"
        place = percent(self._at(x))
        box = tag("rect", x=place, y=top, width=wide, height=bottom - top, transform=shift, cls=cls)
        return self._faded(box, fade)

    def _faded(self, box: Markup, fade: str) -> Markup:
        return tag("g", box, mask=f"url(#{self.prefix}-{fade})") if fade else box

    def use(self, shape: str, x: float, y: float, cls: str, dx: float = 0) -> Markup:
        """Draw a shape around a place."""
        shape = _TIPS.get(shape, shape) if self.is_mirrored else shape
        shift = f"translate({number(self._aside(dx))} 0)" if dx else ""
        target = f"#{self.prefix}-{shape}"
        return tag("use", link=target, x=percent(self._at(x)), y=y, transform=shift, cls=cls)

    def small(self, shape: str, x: float, y: float, cls: str) -> Markup:
        """Draw a shape at two thirds of its size."""
        # A `use` with a place in percent cannot be scaled itself: the place would be, too.
        mark = tag("use", link=f"#{self.prefix}-{shape}", transform="scale(.68)", cls=cls)
        return tag("svg", mark, x=percent(self._at(x)), y=y, cls="d-small", overflow="visible")

    def curve(self, x1: float, y1: float, x2: float, y2: float, cls: str) -> Markup:
        """Draw a curve that leaves its start along time and reaches its end upright."""
        # SVG has no path in percent: it is stretched between two places, and `positions.css` keeps its
        # line even.
        left = self._at(max(x1, x2) if self.is_mirrored else min(x1, x2))
        start, end = (100, 0) if self.is_mirrored else (0, 100)
        top, high = min(y1, y2), max(abs(y2 - y1), 1.0)
        near, far = number(y1 - top), number(y2 - top)
        share = start + (end - start) * BEND
        path = f"M{start} {near}C{number(share)} {near} {end} {near} {end} {far}"
        return tag(
            "svg",
            tag("path", d=path, cls=cls),
            x=percent(left),
            y=top,
            width=percent(abs(x2 - x1)),
            height=high,
            viewBox=f"0 0 100 {number(high)}",
            preserveAspectRatio="none",
            overflow="visible",
            # Some themes set `height: auto` for every svg.
            style=f"height:{number(high)}px",
        )

    def path(self, x: float, points: Iterable[tuple[str, float, float]], cls: str) -> Markup:
        """Draw a path in pixels from a place: commands of SVG, each with the point that it leads to."""
        drawn = " ".join(
            f"{command}{number(self._aside(across))} {number(y)}" for command, across, y in points
        )
        return tag("svg", tag("path", d=drawn, cls=cls), x=percent(self._at(x)), overflow="visible")
