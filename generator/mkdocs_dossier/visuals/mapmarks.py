"""The marks of a map: spots, extents of what is no spot, and their labels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.visuals.boxes import Box, first_free
from mkdocs_dossier.visuals.lettering import shortened, width
from mkdocs_dossier.visuals.mapview import Place, View
from mkdocs_dossier.visuals.picture import Site
from mkdocs_dossier.visuals.svg import Markup, join, link, percent, tag, text, use
from mkdocs_dossier.words import Words

NARROW, WIDE = 328.0, 690.0
_TOGETHER = 15.0  # pixels on the narrowest screen; spots closer than this share a mark
_LABEL, _HIGH, _GAP = 170.0, 15.0, 3.0
_NAMED = 8
_DOT, _COUNT = 12.0, 18.0
_EXTENTS = {"region": 40.0, "country": 56.0}
_SMALL_EXTENT = 28.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: what kind, where if that is known, and the names of the events there."""

    place: str
    name: str
    kind: str | None
    lat: float | None
    lon: float | None
    events: tuple[str, ...] = ()

    @property
    def at(self) -> Place:
        """Its longitude and latitude."""
        return self.lon or 0.0, self.lat or 0.0

    @property
    def is_point(self) -> bool:
        """Whether it is a spot on the earth, not an area about one."""
        return self.kind in ("city", "site")


@dataclass(frozen=True, slots=True)
class Mark:
    """Spots that share a mark, where it stands in percent, and how wide it is in pixels.

    `is_outline` says that the outline of its country is the mark.
    """

    spots: tuple[Spot, ...]
    x: float
    y: float
    size: float
    is_outline: bool = False

    @property
    def number(self) -> int:
        """How many events it stands for, or else how many places."""
        events = {event for spot in self.spots for event in spot.events}
        return max(len(events), len(self.spots))

    @property
    def spot(self) -> Spot:
        """The only spot of it, or the first."""
        return self.spots[0]


def marks_of(known: Sequence[Spot], outlined: Mapping[str, int], view: View) -> list[Mark]:
    """Put spots on the map, extents first; spots too close to tell apart share a mark."""
    areas = [_area(spot, view, is_outline=spot.place in outlined) for spot in known if not spot.is_point]
    points: list[Mark] = []
    for spot in (spot for spot in known if spot.is_point):
        x, y = view.at(spot.at)
        near = next((index for index, mark in enumerate(points) if _is_near(mark, x, y, view)), None)
        if near is None:
            points.append(Mark((spot,), x, y, _COUNT if len(spot.events) > 1 else _DOT))
        else:
            points[near] = Mark((*points[near].spots, spot), points[near].x, points[near].y, _COUNT)
    return [*sorted(areas, key=lambda mark: -mark.size), *points]


def _area(spot: Spot, view: View, *, is_outline: bool) -> Mark:
    size = _EXTENTS.get(spot.kind or "", _SMALL_EXTENT)
    return Mark((spot,), *view.at(spot.at), size, is_outline)


def _is_near(mark: Mark, x: float, y: float, view: View) -> bool:
    across = (mark.x - x) * NARROW / 100
    down = (mark.y - y) * NARROW / view.ratio / 100
    return across**2 + down**2 < _TOGETHER**2


def shapes_of(marks: Sequence[Mark]) -> set[str]:
    """List the shapes that marks need, for `glyphs.define`."""
    return {_shape(mark) for mark in marks if mark.spot.is_point}


def _shape(mark: Mark) -> str:
    return "count" if mark.number > 1 else "event"


def draw_marks(marks: Sequence[Mark], view: View, site: Site) -> Markup:
    """Draw marks, each with its label if there is room for it."""
    labels = _labels(marks, view, site.words)
    drawn = []
    for index, mark in enumerate(marks):
        parts = [*_shapes(mark, site.prefix), labels.get(index, Markup(""))]
        target = site.href("places", mark.spot.place) if len(mark.spots) == 1 else site.more
        title = title_of(mark.spots, site.words)
        drawn.append(join(parts) if mark.is_outline else link(target, title, *parts))
    return join(drawn)


def _shapes(mark: Mark, prefix: str) -> Iterator[Markup]:
    """Draw a mark, with the number of events where there are several."""
    x, y = percent(mark.x), percent(mark.y)
    if mark.is_outline:
        return
    if mark.spot.is_point:
        yield use(f"{prefix}-{_shape(mark)}", x=x, y=y, cls=f"d-{_shape(mark)}")
    else:
        yield tag("circle", cx=x, cy=y, r=mark.size / 2, cls="d-extent")
    if mark.number > 1:
        yield text(str(mark.number), x=x, y=y, dy=3.6, cls="d-figure", anchor="middle")


def title_of(spots: Sequence[Spot], words: Words) -> str:
    """Name places, and the events there."""
    names = "; ".join(spot.name for spot in spots[:_NAMED]) + ("…" if len(spots) > _NAMED else "")
    events = list(dict.fromkeys(event for spot in spots for event in spot.events))
    if not events:
        return names
    named = "; ".join(events[:_NAMED]) + ("…" if len(events) > _NAMED else "")
    return words.say("{place}: {events}", place=names, events=named)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A place for a label: its box in pixels, how it is shifted from its mark, and how it hangs there."""

    box: Box
    dx: float
    dy: float
    anchor: str


def _labels(marks: Sequence[Mark], view: View, words: Words) -> dict[int, Markup]:
    """Find room for labels, those of most events first: on narrow screens, or else on wide ones."""
    order = sorted(range(len(marks)), key=lambda index: (-marks[index].number, marks[index].spot.place))
    found: dict[int, Markup] = {}
    taken: dict[float, list[Box]] = {}
    for pixels in (NARROW, WIDE):
        high = pixels / view.ratio
        within = Box(0, 0, pixels, high)
        taken[pixels] = [
            Box.around(mark.x * pixels / 100, mark.y * high / 100, mark.size, mark.size)
            for mark in marks
            if mark.spot.is_point
        ] + [Box(0, high - 26, 110, high)]
        for index in order:
            name = _name(marks[index], words)
            offers = list(_offers(marks[index], name, pixels, high))
            if index in found:
                continue
            box = first_free([offer.box for offer in offers], taken[pixels], within)
            if box:
                taken[pixels].append(box)
                offer = next(offer for offer in offers if offer.box == box)
                found[index] = _label(marks[index], name, offer, is_wide=pixels == WIDE)
    return found


def _name(mark: Mark, words: Words) -> str:
    name = shortened(mark.spot.name, _LABEL)
    if len(mark.spots) > 1:
        return words.say("{place} and {n} more", place=name, n=len(mark.spots) - 1)
    if mark.is_outline and mark.number > 1:
        return words.say("{place} ({n})", place=name, n=mark.number)
    return name


def _offers(mark: Mark, name: str, pixels: float, high: float) -> Iterator[_Offer]:
    """List places for a label: in the middle of an outline, else beside, above or below its mark."""
    x, y, wide = mark.x * pixels / 100, mark.y * high / 100, width(name, 12.5)
    off = mark.size / 2 + _GAP
    if mark.is_outline:
        for dy in (0.0, 18.0, -18.0, 36.0, -36.0):
            yield _Offer(Box.around(x, y + dy, wide, _HIGH), 0, dy + 4, "middle")
        return
    yield _Offer(Box(x + off, y - _HIGH / 2, x + off + wide, y + _HIGH / 2), off, 4, "")
    yield _Offer(Box(x - off - wide, y - _HIGH / 2, x - off, y + _HIGH / 2), -off, 4, "end")
    yield _Offer(Box.around(x, y - off - 6, wide, _HIGH), 0, -off - 2, "middle")
    yield _Offer(Box.around(x, y + off + 6, wide, _HIGH), 0, off + 10, "middle")


def _label(mark: Mark, name: str, offer: _Offer, *, is_wide: bool) -> Markup:
    cls = "d-place d-area" if not mark.spot.is_point else "d-place"
    cls += " d-wide" if is_wide else ""
    x, y = percent(mark.x), percent(mark.y)
    return text(name, x=x, y=y, dx=offer.dx or None, dy=offer.dy, cls=cls, anchor=offer.anchor)
