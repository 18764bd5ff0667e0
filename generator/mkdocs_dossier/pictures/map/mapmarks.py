"""The marks of a map: spots, extents of what is no spot, and their labels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.pictures.map.maplabels import Around, Placed, Sides, about, placed
from mkdocs_dossier.pictures.map.mapview import Place, View
from mkdocs_dossier.pictures.svg.lettering import shortened
from mkdocs_dossier.pictures.svg.picture import Site
from mkdocs_dossier.pictures.svg.svg import Markup, join, link, percent, tag, text, use
from mkdocs_dossier.words import Words

_NARROW = 328.0  # the map on most phones
_TOGETHER = 15.0  # pixels on the narrowest screen; spots closer than this share a mark
_LABEL = 170.0
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
    ratio = view.ratio
    for spot in (spot for spot in known if spot.is_point):
        x, y = view.at(spot.at)
        near = next((index for index, mark in enumerate(points) if _is_near(mark, x, y, ratio)), None)
        if near is None:
            points.append(Mark((spot,), x, y, _COUNT if len(spot.events) > 1 else _DOT))
        else:
            points[near] = Mark((*points[near].spots, spot), points[near].x, points[near].y, _COUNT)
    return [*sorted(areas, key=lambda mark: -mark.size), *points]


def _area(spot: Spot, view: View, *, is_outline: bool) -> Mark:
    size = _EXTENTS.get(spot.kind or "", _SMALL_EXTENT)
    return Mark((spot,), *view.at(spot.at), size, is_outline)


def _is_near(mark: Mark, x: float, y: float, ratio: float) -> bool:
    across = (mark.x - x) * _NARROW / 100
    down = (mark.y - y) * _NARROW / ratio / 100
    return across**2 + down**2 < _TOGETHER**2


def shapes_of(marks: Sequence[Mark]) -> set[str]:
    """List the shapes that marks need, for `glyphs.define`."""
    return {_shape(mark) for mark in marks if mark.spot.is_point}


def _shape(mark: Mark) -> str:
    return "count" if mark.number > 1 else "event"


def boxes_of(marks: Sequence[Mark], view: View) -> list[Sides]:
    """Give the boxes of the marks that no label may cover: those of spots."""
    ratio = view.ratio
    return [about(_around(mark), ratio) for mark in marks if mark.spot.is_point]


def _around(mark: Mark) -> Around:
    return Around(mark.x, mark.y, mark.size, not mark.is_outline)


def draw_marks(marks: Sequence[Mark], view: View, taken: Sequence[Sides], site: Site) -> Markup:
    """Draw marks, each with its label if there is room for it beside all that is taken."""
    labels = _labels(marks, view, taken, site.words)
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


def _labels(marks: Sequence[Mark], view: View, taken: Sequence[Sides], words: Words) -> dict[int, Markup]:
    """Write the labels that find room, those of most events first."""
    order = sorted(range(len(marks)), key=lambda index: (-marks[index].number, marks[index].spot.place))
    names = {index: _name(marks[index], words) for index in order}
    found = placed(names, [_around(mark) for mark in marks], taken, view.ratio)
    return {index: _label(marks[index], names[index], one) for index, one in found.items()}


def _name(mark: Mark, words: Words) -> str:
    name = shortened(mark.spot.name, _LABEL)
    if len(mark.spots) > 1:
        return words.say("{place} and {n} more", place=name, n=len(mark.spots) - 1)
    if mark.is_outline and mark.number > 1:
        return words.say("{place} ({n})", place=name, n=mark.number)
    return name


def _label(mark: Mark, name: str, label: Placed) -> Markup:
    cls = "d-place d-area" if not mark.spot.is_point else "d-place"
    cls += " d-wide" if label.is_wide else ""
    x, y, offer = percent(mark.x), percent(mark.y), label.offer
    return text(name, x=x, y=y, dx=offer.dx or None, dy=offer.dy, cls=cls, anchor=offer.anchor)
