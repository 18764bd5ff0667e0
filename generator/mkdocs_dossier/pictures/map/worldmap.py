"""Draws where things happened: a map with country outlines, marks for points, and circles for areas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.model.vocabulary import PlaceKind
from mkdocs_dossier.pictures.map.maplabels import Label, lettered
from mkdocs_dossier.pictures.map.outlines import Outlines, Place, View
from mkdocs_dossier.pictures.svg.lettering import shortened
from mkdocs_dossier.pictures.svg.markup import Markup, link, percent, tag, text
from mkdocs_dossier.pictures.svg.picture import NARROW, Frame, Href, Key, Picture, Site, framed
from mkdocs_dossier.words import Words

_NAMED = 8  # names in a title or summary at most
_LARGE_COUNTRY = 40.0  # degrees; one wider is not shown whole where there are other places
_TOGETHER = 15.0  # pixels on the narrowest screen; spots closer than this share a mark
_LABEL = 170.0  # pixels of a label at most
_DOT, _COUNT = 12.0, 18.0  # pixels across a mark, and across one with a number
_EXTENTS: dict[PlaceKind | None, float] = {PlaceKind.REGION: 40.0, PlaceKind.COUNTRY: 56.0}
_SMALL_EXTENT = 28.0  # pixels across the circle of an area; above, of a region and of a country


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its id, name and kind, its coordinates in degrees if known, and the names of events there."""

    place: str
    name: str
    kind: PlaceKind | None
    lat: float | None
    lon: float | None
    events: tuple[str, ...] = ()

    @property
    def at(self) -> Place:
        """Its longitude and latitude; to be asked only of a spot that has them."""
        return self.lon or 0.0, self.lat or 0.0

    @property
    def is_point(self) -> bool:
        """Whether its coordinates are a point, and not the middle of an area."""
        return self.kind is not None and self.kind.is_point


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark of one or more spots, with its middle in percent and its width in pixels.

    With `is_outline`, the outline of the country on the map is the mark.
    """

    spots: tuple[Spot, ...]
    x: float
    y: float
    size: float
    is_outline: bool = False

    @property
    def number(self) -> int:
        """The number of events or of places that it stands for, whichever is larger."""
        events = {event for spot in self.spots for event in spot.events}
        return max(len(events), len(self.spots))

    @property
    def spot(self) -> Spot:
        """Its only spot, or the first."""
        return self.spots[0]

    @property
    def shape(self) -> str:
        """The shape to draw for a point."""
        return "count" if self.number > 1 else "event"


def draw(spots: Sequence[Spot], outlines: Outlines, *, href: Href, words: Words, more: str) -> Picture | None:
    """Draw places on a map; None if none has coordinates. `more` is the address of the list of places."""
    known = sorted((spot for spot in spots if spot.lat is not None), key=lambda spot: spot.place)
    if not known:
        return None
    site = Site(href, words, "map", more)
    found = {spot.place: outlines.country_at(*spot.at) for spot in known if spot.kind is PlaceKind.COUNTRY}
    outlined = {place: country for place, country in found.items() if country is not None}
    view = View.fitted(_extremes(known, outlined, outlines))
    marks = _marks(known, outlined, view)
    without = len(spots) - len(known)
    shared = sum(len(mark.spots) for mark in marks if len(mark.spots) > 1)
    frame = Frame(
        "map",
        words.say("Map"),
        _summary(known, words),
        ratio=f"{view.ratio:.3f}",
        shapes=[mark.shape for mark in marks if mark.spot.is_point],
        legend=list(_legend(marks, words)),
        listed=_left_out(without, words),
        notes=list(_notes(shared, words)),
        left_out=without + shared,
    )
    own = {
        outlined[spot.place]: (href("places", spot.place), _title((spot,), words))
        for spot in known
        if spot.place in outlined
    }
    labels, scale = lettered(_labels(marks, words), view, words)
    drawn = (
        part for index, mark in enumerate(marks) for part in _drawn(mark, labels.get(index, Markup("")), site)
    )
    return framed(frame, site, view.land(outlines, own), *drawn, *scale)


def _extremes(known: Sequence[Spot], outlined: Mapping[str, int], outlines: Outlines) -> list[Place]:
    """List what the map has to show: all places, and the corners of countries unless those are too wide."""
    places = [spot.at for spot in known]
    for country in outlined.values():
        (west, south), (east, north) = outlines.corners(country)
        if len(known) == 1 or east - west < _LARGE_COUNTRY:
            places += [(west, south), (east, north)]
    return places


def _marks(known: Sequence[Spot], outlined: Mapping[str, int], view: View) -> list[_Mark]:
    """Put spots on the map, areas first (the largest below); points too close to tell apart share a mark."""
    areas = [_area(spot, view, is_outline=spot.place in outlined) for spot in known if not spot.is_point]
    points: list[_Mark] = []
    for spot in (spot for spot in known if spot.is_point):
        x, y = view.at(spot.at)
        near = next((index for index, mark in enumerate(points) if _is_near(mark, x, y, view.ratio)), None)
        if near is None:
            points.append(_Mark((spot,), x, y, _COUNT if len(spot.events) > 1 else _DOT))
        else:
            # The shared mark stays where the first of its spots is.
            points[near] = _Mark((*points[near].spots, spot), points[near].x, points[near].y, _COUNT)
    return [*sorted(areas, key=lambda mark: -mark.size), *points]


def _area(spot: Spot, view: View, *, is_outline: bool) -> _Mark:
    # By the kind of place alone: nobody knows how large it is, and the legend says so.
    size = _EXTENTS.get(spot.kind, _SMALL_EXTENT)
    return _Mark((spot,), *view.at(spot.at), size, is_outline)


def _is_near(mark: _Mark, x: float, y: float, ratio: float) -> bool:
    across = (mark.x - x) * NARROW / 100
    down = (mark.y - y) * NARROW / ratio / 100
    return across**2 + down**2 < _TOGETHER**2


def _labels(marks: Sequence[_Mark], words: Words) -> dict[int, Label]:
    """Map the index of each mark to its label; those of most events come first, and so get room first."""
    order = sorted(range(len(marks)), key=lambda index: (-marks[index].number, marks[index].spot.place))
    return {index: _label(marks[index], words) for index in order}


def _label(mark: _Mark, words: Words) -> Label:
    name = shortened(mark.spot.name, _LABEL)
    if len(mark.spots) > 1:
        name = words.say("{place} and {n} more", place=name, n=len(mark.spots) - 1)
    elif mark.is_outline and mark.number > 1:
        name = words.say("{place} ({n})", place=name, n=mark.number)
    return Label(name, mark.x, mark.y, 0 if mark.is_outline else mark.size, mark.spot.is_point)


def _drawn(mark: _Mark, label: Markup, site: Site) -> list[Markup]:
    """Draw a mark with its label, as a link to its place, or to the list if it stands for several."""
    # An outline is a link already; see `View.land`.
    parts = [*_shapes(mark, site), label]
    if mark.is_outline:
        return parts
    target = site.href("places", mark.spot.place) if len(mark.spots) == 1 else site.more
    return [link(target, _title(mark.spots, site.words), *parts)]


def _shapes(mark: _Mark, site: Site) -> Iterator[Markup]:
    """Draw a mark, with the number of events where there are several."""
    x, y = percent(mark.x), percent(mark.y)
    if mark.is_outline:
        return
    if mark.spot.is_point:
        yield site.use(mark.shape, mark.x, y)
    else:
        yield tag("circle", cx=x, cy=y, r=mark.size / 2, cls="d-extent")
    if mark.number > 1:
        yield text(str(mark.number), x=x, y=y, dy=3.6, cls="d-figure", anchor="middle")


def _title(spots: Sequence[Spot], words: Words) -> str:
    """Name places, and the events there."""
    places = _some([spot.name for spot in spots])
    events = list(dict.fromkeys(event for spot in spots for event in spot.events))
    return words.say("{place}: {events}", place=places, events=_some(events)) if events else places


def _some(names: Sequence[str]) -> str:
    return "; ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")


def _summary(known: Sequence[Spot], words: Words) -> str:
    """Name the places with most events."""
    ranked = sorted(known, key=lambda spot: (-len(spot.events), spot.place))
    named = [
        words.count("{place} ({n} event)", "{place} ({n} events)", len(spot.events), place=spot.name)
        if spot.events
        else spot.name
        for spot in ranked[:_NAMED]
    ]
    if len(ranked) > _NAMED:
        rest = len(ranked) - _NAMED
        named.append(words.count("{n} more place", "{n} more places", rest))
    return words.say("On the map: {places}.", places="; ".join(named))


def _legend(marks: Sequence[_Mark], words: Words) -> Iterator[Key]:
    if any(mark.spot.is_point for mark in marks):
        yield Key.of_mark("event", words.say("city or site"))
    if any(mark.spot.is_point and mark.number > 1 for mark in marks):
        yield Key.of_mark("count", words.say("with the number of events or places"))
    if any(not mark.spot.is_point and not mark.is_outline for mark in marks):
        circle = Markup('<circle class="d-extent" cx="9" cy="8" r="7"/>')
        yield Key(circle, words.say("somewhere about here; the circle’s size says nothing"), 18)
    if any(mark.is_outline for mark in marks):
        yield Key.of_box("d-land d-ours", words.say("country as a whole"))


def _left_out(without: int, words: Words) -> list[str]:
    if not without:
        return []
    return [
        words.count(
            "{n} place without coordinates is in the list only.",
            "{n} places without coordinates are in the list only.",
            without,
        )
    ]


def _notes(shared: int, words: Words) -> Iterator[str]:
    if shared:
        yield words.say("Places too close to tell apart share a mark.")
    yield words.say("Borders as Natural Earth draws them; this dossier takes no position on them.")
