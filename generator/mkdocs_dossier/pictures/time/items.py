"""What stands in a picture along time: records with their marks, and the lanes and the room for these."""

from dataclasses import dataclass, replace

from mkdocs_dossier.pictures.svg.lettering import width
from mkdocs_dossier.pictures.svg.picture import MARK
from mkdocs_dossier.pictures.time.timescale import Span

GAP = 3.0
"""The gap between two marks, in pixels."""

Extent = tuple[float, float]
"""From where to where something reaches across, in pixels."""

# Pixels of width from which `pictures.css` shows what is for wide screens; `timeline.css` has a larger one.
_WIDE_ENOUGH = 600.0
# Where a caption stands in a mirrored picture.
_MIRRORED = {"left": "right", "right": "left", "inside": "inside-end"}


@dataclass(frozen=True, slots=True)
class Stop:
    """A heading of the list of all records: the day that it begins with, its name and its address.

    `title` also says what is below it.
    """

    day: float
    name: str
    title: str
    target: str


@dataclass(frozen=True, slots=True)
class Item:
    """A record that gets a mark.

    `span` is its time, if known; `glyph` the name of its shape; `title` and `caption` its words, under the
    pointer and beside the mark; `target` the address of its page; `stop` the heading of the list that it is
    under.
    """

    id: str
    span: Span | None
    glyph: str
    title: str
    target: str
    caption: str = ""
    stop: Stop | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks under a label, which links to `target`; a `heading`, with a text `beside` it, starts a group.

    `rows` is the number of rows it may have at most; 0 means that of the picture's room. With `is_stacked`,
    the marks of a day stand in a block; with `captioned`, a number, the lane has as many rows as that if this
    gives all marks their captions.
    """

    label: str
    items: tuple[Item, ...]
    heading: str = ""
    beside: str = ""
    target: str = ""
    is_main: bool = False
    rows: int = 0
    is_stacked: bool = False
    captioned: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """How much room the lanes of a picture have.

    `narrow` and `wide` are the widths to fit, in pixels; `rows` is the number of rows in a lane at most.
    Marks without a date are at `undated` percent. `tail` is the length, in percent, over which the bar of a
    moment with an open end fades; 0 means that it goes on to the picture's side.
    """

    narrow: float
    wide: float
    rows: int
    undated: float = 0.0
    tail: float = 0.0

    @property
    def shown_wide(self) -> str:
        """The class of what is shown on wide screens only."""
        return "d-wide" if self.narrow < _WIDE_ENOUGH else "d-broad"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in its place, `x` in percent and `y` in pixels; with several items it is a count of them.

    `left` and `right` are the ends of its bar, in percent; without a bar, both are `x`. `is_cut` says of
    each end whether the time goes on beyond it, or nobody knows how far. `is_barless` says that the bar over
    the days of its range had no room. `caption` says where its caption is: `right`, `left`, `inside` the
    bar (in a mirrored picture `inside-end`), or "" for nowhere; with `is_wide`, it is shown on wide screens
    only. `dx` is how far beside `x` it stands, in pixels; `is_small` says that it has the small shape.
    """

    items: tuple[Item, ...]
    x: float
    y: float
    left: float
    right: float
    is_cut: tuple[bool, bool] = (False, False)
    is_barless: bool = False
    caption: str = ""
    is_wide: bool = False
    dx: float = 0.0
    is_small: bool = False

    @property
    def item(self) -> Item:
        """Its only item, or the first."""
        return self.items[0]

    @property
    def is_count(self) -> bool:
        """Whether it stands for several items."""
        return len(self.items) > 1

    @property
    def lasts(self) -> bool:
        """Whether it marks something that lasted, and not a moment."""
        return self.item.span is not None and self.item.span.lasts

    @property
    def is_vague(self) -> bool:
        """Whether it is to show that the day is uncertain, also because the bar that says so has no room."""
        return self.is_barless or (self.item.span is not None and self.item.span.vague)

    @property
    def fade(self) -> str:
        """The mask that lets the cut ends of its bar fade; "" if none is cut."""
        sides = {(True, False): "fade-before", (False, True): "fade-after", (True, True): "fade-both"}
        return sides.get(self.is_cut, "")

    @property
    def shapes(self) -> set[str]:
        """The shapes and masks that it is drawn with."""
        if self.is_count:
            return {"count"}
        before, after = self.is_cut
        ends = {"before": before, "after": after, self.ring: self.is_vague, self.fade: before or after}
        return {self.glyph} | {name for name, is_drawn in ends.items() if is_drawn}

    @property
    def glyph(self) -> str:
        """The shape of its item, in its size."""
        return f"{self.item.glyph}-small" if self.is_small else self.item.glyph

    @property
    def ring(self) -> str:
        """The shape that says that its day is uncertain, in its size."""
        return "vague-small" if self.is_small else "vague"

    def extent(self, pixels: float) -> Extent:
        """Return the part of its row that it takes, in pixels, in a picture of that width."""
        scale, half = pixels / 100, MARK / 2
        middle = self.x * scale + self.dx
        return min(self.left * scale, middle - half), max(self.right * scale, middle + half)

    def caption_extent(self, pixels: float, side: str) -> Extent:
        """Return the part of its row that its caption would take on a side of it, in pixels."""
        left, right = self.extent(pixels)
        size = width(self.item.caption) + 2 * GAP
        return (right, right + size) if side == "right" else (left - size, left)

    def mirrored(self) -> "Mark":
        """Return it as it is seen where time runs from right to left."""
        return replace(
            self,
            x=100 - self.x,
            left=100 - self.right,
            right=100 - self.left,
            dx=-self.dx,
            is_cut=self.is_cut[::-1],
            caption=_MIRRORED.get(self.caption, self.caption),
        )
