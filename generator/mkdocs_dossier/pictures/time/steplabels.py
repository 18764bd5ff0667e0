"""Places marks and their labels so that no two labels overlap, nor a label and a mark, at any width.

What stands across is a share of the picture's width; the text beside it has its own width in pixels. Two
boxes are called apart only if they are so in the narrowest picture, and part further as it grows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.markup import Markup, percent, text

_WIDE = 600.0  # pixels of width from which `pictures.css` shows what is for wide screens only
_UP, _DOWN = 9.0, 4.0  # pixels that a line of text takes above and below its base line
_ASIDE, _OVER, _UNDER = 3.0, 5.0, 10.0  # pixels from the box of a mark to the base line of a text around it
_LINE = 14.0  # pixels from one place to the next above or below
_MOST_LINES = 4
_BOLD = 1.1  # how much wider than ordinary text the names are, which `pictures.css` sets in bold


class Box(NamedTuple):
    """A rectangle from `start` to `end` percent of the width, each side so many pixels from there."""

    start: float
    end: float
    left: float
    right: float
    top: float
    bottom: float

    def is_apart(self, other: "Box", pixels: float) -> bool:
        """Tell whether the two do not meet in a picture of that width, nor in any wider one."""
        if self.bottom <= other.top or other.bottom <= self.top:
            return True
        return self._is_before(other, pixels) or other._is_before(self, pixels)

    def _is_before(self, other: "Box", pixels: float) -> bool:
        # The distance grows with the width only if the shares are in the order of the boxes.
        gap = (other.start - self.end) * pixels / 100
        return self.end <= other.start and self.right <= gap + other.left

    def is_inside(self, pixels: float) -> bool:
        """Tell whether it is in the picture at that width, and in any wider one."""
        return self.start * pixels / 100 + self.left >= 0 and self.right <= (100 - self.end) * pixels / 100


@dataclass(frozen=True, slots=True)
class Label:
    """A text for a mark in a box of its own width; of `texts`, the longest comes first.

    With `is_name`, it may stand further above or below its mark.
    """

    box: Box
    y: float
    texts: tuple[str, ...]
    cls: str
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What labels keep clear of, from `top` to `bottom`: boxes and lines always, `rules` where they can."""

    boxes: Sequence[Box]
    lines: Sequence[Box]
    narrow: float
    top: float
    bottom: float
    rules: Sequence[Box] = ()


def dodged(marks: Iterable[Sequence[Box]], narrow: float) -> Iterator[float]:
    """Say for each mark by how many pixels it moves aside, so that it does not hide one before it."""
    taken: list[Box] = []
    for boxes in marks:
        size = boxes[0].right - boxes[0].left
        shifts = [0.0, *(sign * count * size for count in (1, 2, 3) for sign in (1, -1))]
        moved = [(shift, [_moved(box, shift) for box in boxes]) for shift in shifts]
        free = (one for one in moved if all(_is_free(box, taken, narrow) for box in one[1]))
        shift, places = next(free, moved[0])
        taken += places
        yield shift


def placed(labels: Iterable[Label], sheet: Sheet, *, is_mirrored: bool = False) -> Iterator[Markup]:
    """Write each label where it has room on every screen, or else on wide ones, or not at all.

    One that has to be short on narrow screens is longer on wide ones, if there is room. Those that come first
    have the choice. Where time runs from right to left, all stands `is_mirrored`.
    """
    taken = list(sheet.boxes)
    for label in labels:
        found = _find(label, label.texts, sheet.narrow, sheet, taken)
        is_whole = found and found.words == label.texts[0]
        longer = None if is_whole else _find(label, label.texts[:1], _WIDE, sheet, taken)
        if found:
            yield _written(label, found, " d-narrow" if longer else "", is_mirrored=is_mirrored)
        if longer:
            yield _written(label, longer, " d-wide", is_mirrored=is_mirrored)
        taken += [_box(label, place) for place in (found, longer) if place]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text stands: pixels from the mark's place across, its base line, and its anchor."""

    dx: float
    y: float
    anchor: str
    words: str = ""


def _find(
    label: Label, texts: Iterable[str], pixels: float, sheet: Sheet, taken: Sequence[Box]
) -> _Place | None:
    """Find a place for one of several texts in a picture of that width."""
    # Rather a shorter text clear of the lines of the axis than a longer one over them.
    for lines in ([*sheet.lines, *sheet.rules], sheet.lines):
        for words in texts:
            for free in _places(label):
                place = replace(free, words=words)
                box = _box(label, place)
                is_within = sheet.top <= box.top and box.bottom <= sheet.bottom
                if is_within and _is_free(box, taken, pixels) and _is_free(box, lines, pixels):
                    return place
    return None


def _written(label: Label, place: _Place, shown: str, *, is_mirrored: bool) -> Markup:
    x, dx, anchor, cls = label.box.start, place.dx, place.anchor, label.cls + shown
    if is_mirrored:
        x, dx, anchor = 100 - x, -dx, {"": "end", "end": ""}.get(anchor, anchor)
    return text(place.words, x=percent(x), y=place.y, dx=dx, cls=cls, anchor=anchor)


def _places(label: Label) -> Iterator[_Place]:
    box = label.box
    middle = (box.left + box.right) / 2
    # Nearest first: a bar may reach up or down from the mark.
    over, under = (label.y - box.top, box.top - _OVER, -1), (box.bottom - label.y, box.bottom + _UNDER, 1)
    rows = sorted([over, under], key=lambda row: row[0])
    beside = [
        _Place(box.right + _ASIDE, label.y + _DOWN, ""),
        _Place(box.left - _ASIDE, label.y + _DOWN, "end"),
    ]
    above = [_Place(middle, y, "middle") for _, y, _ in rows]
    aside = [_Place(x, y, anchor) for _, y, _ in rows for x, anchor in ((box.right, "end"), (box.left, ""))]
    yield from [*beside, *above] if label.is_name else [*above, *beside, *aside]
    if label.is_name:
        for count in range(_MOST_LINES):
            for _, y, side in rows:
                away = y + side * count * _LINE
                yield from (_Place(box.right, away, "end"), _Place(box.left, away, ""))


def _box(label: Label, place: _Place) -> Box:
    x, dx, y = label.box.start, place.dx, place.y
    size = ample(place.words) * (_BOLD if label.is_name else 1)
    left = {"": dx, "middle": dx - size / 2, "end": dx - size}[place.anchor]
    return Box(x, x, left, left + size, y - _UP, y + _DOWN)


def _moved(box: Box, shift: float) -> Box:
    return box._replace(left=box.left + shift, right=box.right + shift)


def _is_free(box: Box, taken: Iterable[Box], pixels: float) -> bool:
    return box.is_inside(pixels) and all(box.is_apart(other, pixels) for other in taken)
