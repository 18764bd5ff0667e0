"""Draws where things happened: a map with country outlines, marks for points, and circles for areas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.model.vocabulary import PlaceKind
from mkdocs_dossier.pictures.map.countryrooms import Room, rooms
from mkdocs_dossier.pictures.map.crowding import Crowding
from mkdocs_dossier.pictures.map.maplabels import NARROW_MAP, WIDE_MAP, Label, Widths, lettered
from mkdocs_dossier.pictures.map.outlines import Outlines, Place, View
from mkdocs_dossier.pictures.svg.lettering import ample, shortened
from mkdocs_dossier.pictures.svg.markup import Markup, escaped, link, percent, tag, text
from mkdocs_dossier.pictures.svg.picture import Frame, Href, Key, Picture, Site, framed
from mkdocs_dossier.words import Words

_NAMED = 8  # names in a title or summary at most
_LARGE_COUNTRY = 40.0  # degrees; one wider is not shown whole where there are other places
_SEEN = 14.0  # pixels; a country that is smaller on the narrowest map is marked as an area is
_LABELS = {NARROW_MAP: 150.0, WIDE_MAP: 260.0}  # pixels of a label at most
_TARGET = 24.0  # pixels between the middles of two marks at least, so that each can be hit
_MOST_MARKS = 100  # of places that are no countries; more are merged though they have room
_DOT, _EXTENT = 12.0, 26.0  # pixels across the mark of a point, and across that of an area
_NUMBER, _AROUND, _RING = 11.0, 10.0, 22.0  # pixels: a number, what is free around it, the least ring
_MOST_COUNTRIES = 40  # names of countries around the places


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
    """A mark of one or more spots, with its middle in percent; that of most events is first.

    With `outline`, the outline of this country on the map is the mark.
    """

    spots: tuple[Spot, ...]
    x: float
    y: float
    outline: int | None = None

    @property
    def events(self) -> int:
        """The number of events at its places."""
        return len({event for spot in self.spots for event in spot.events})

    @property
    def is_point(self) -> bool:
        """Whether all its places are points."""
        return all(spot.is_point for spot in self.spots)

    @property
    def size(self) -> float:
        """Its width in pixels; 0 if it is an outline."""
        if self.outline is not None:
            return 0
        if len(self.spots) > 1:
            return _ring_width(len(self.spots))
        return _DOT if self.is_point else _EXTENT


@dataclass(frozen=True, slots=True)
class _Ground:
    """What lies below the marks: a part of the earth, and in it the countries that are places themselves."""

    view: View
    outlines: Outlines
    own: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What a map of some widths has: its marks with their labels, the names of countries, and its scale."""

    marks: Mapping[_Mark, Markup]
    names: Sequence[Markup]
    scale: Markup


def draw(spots: Sequence[Spot], outlines: Outlines, *, href: Href, words: Words, more: str) -> Picture | None:
    """Draw places on a map; None if none has coordinates. `more` is the address of the list of places."""
    known = sorted((spot for spot in spots if spot.lat is not None), key=lambda spot: spot.place)
    if not known:
        return None
    site = Site(href, words, "map", more)
    found = {spot.place: outlines.country_at(*spot.at) for spot in known if spot.kind is PlaceKind.COUNTRY}
    countries = {place: country for place, country in found.items() if country is not None}
    view = View.fitted(_extremes(known, countries, outlines))
    outlined = {place: country for place, country in countries.items() if _is_seen(country, view, outlines)}
    ground = _Ground(view, outlines, frozenset(countries.values()))
    narrow, wide = (
        _laid_out(_marks(known, outlined, view, widths), ground, words, widths)
        for widths in (NARROW_MAP, WIDE_MAP)
    )
    marks = {**wide.marks, **narrow.marks}
    without = len(spots) - len(known)
    shared = sum(len(mark.spots) for mark in narrow.marks if len(mark.spots) > 1)
    frame = Frame(
        "map",
        words.say("Map"),
        _summary(known, words),
        ratio=f"{view.ratio:.3f}",
        shapes=["event"] if any(mark.size == _DOT for mark in marks) else [],
        legend=list(_legend(narrow.marks, wide.marks, words)),
        listed=_left_out(without, words),
        notes=[_borders(words, is_named=bool(narrow.names or wide.names))],
        left_out=without + shared,
    )
    own = {
        outlined[spot.place]: (href("places", spot.place), _title((spot,), words))
        for spot in known
        if spot.place in outlined
    }
    return framed(frame, site, view.land(outlines, own), *_drawn(narrow, wide, site))


def _extremes(known: Sequence[Spot], countries: Mapping[str, int], outlines: Outlines) -> list[Place]:
    """List what the map has to show: all places, and the corners of countries unless those are too wide."""
    places = [spot.at for spot in known]
    for country in countries.values():
        (west, south), (east, north) = outlines.corners(country)
        if len(known) == 1 or east - west < _LARGE_COUNTRY:
            places += [(west, south), (east, north)]
    return places


def _is_seen(country: int, view: View, outlines: Outlines) -> bool:
    """Tell whether a country is large enough on the narrowest map for its outline to be a mark."""
    (west, south), (east, north) = outlines.corners(country)
    across = (east - west) / (view.east - view.west)
    down = (north - south) / (view.north - view.south) / view.ratio
    return max(across, down) * NARROW_MAP.least >= _SEEN


def _marks(known: Sequence[Spot], outlined: Mapping[str, int], view: View, widths: Widths) -> list[_Mark]:
    """Put spots on a map of some widths; what would crowd there shares a mark.

    They get labels in this order: points, areas, then countries, whose names have most places to stand at;
    among these, those of most events first.
    """
    single = [_Mark((spot,), *view.at(spot.at), outlined.get(spot.place)) for spot in known]
    countries = [mark for mark in single if mark.outline is not None]
    others = _merged([mark for mark in single if mark.outline is None], view.ratio, widths.least)
    return sorted(
        [*countries, *others],
        key=lambda mark: (not mark.is_point, not mark.size, -mark.events, mark.spots[0].place),
    )


def _merged(marks: Sequence[_Mark], ratio: float, wide: float) -> Iterator[_Mark]:
    """Merge marks that are too near to one another on a map of a width, or too many for one."""
    crowding = Crowding(ratio, wide, _TARGET, _ring_width)
    for one in crowding.crowds([(mark.x, mark.y, mark.size) for mark in marks], _MOST_MARKS):
        spots = (spot for index in one.members for spot in marks[index].spots)
        ordered = sorted(spots, key=lambda spot: (-len(spot.events), spot.place))
        yield _Mark(tuple(ordered), one.x, one.y)


def _ring_width(number: int) -> float:
    """Return the width of the mark of several places, which has their number in it."""
    return max(_RING, round(ample(str(number), _NUMBER) + _AROUND, 1))


def _laid_out(marks: Sequence[_Mark], ground: _Ground, words: Words, widths: Widths) -> _Layout:
    """Letter a map of some widths."""
    free = rooms(ground.view, ground.outlines, widths.least)
    labels = [_label(mark, free, words, _LABELS[widths]) for mark in marks]
    labels += _countries(free, ground, words)
    found, scale = lettered(tuple(labels), ground.view, words, widths)
    names = [name for name in found[len(marks) :] if name]
    return _Layout(dict(zip(marks, found, strict=False)), names, scale)


def _label(mark: _Mark, free: Mapping[int, tuple[Room, ...]], words: Words, longest: float) -> Label:
    name = shortened(mark.spots[0].name, longest)
    if len(mark.spots) > 1:
        name = words.say("{place} and {n} more", place=name, n=words.number(len(mark.spots) - 1))
    elif mark.events > 1:
        name = words.say("{place} ({n})", place=name, n=words.number(mark.events))
    if mark.outline is not None:
        return Label(name, mark.x, mark.y, 0, "d-place d-area d-whole", free.get(mark.outline, ()))
    return Label(name, mark.x, mark.y, mark.size, "d-place" if mark.is_point else "d-place d-area")


def _countries(free: Mapping[int, tuple[Room, ...]], ground: _Ground, words: Words) -> list[Label]:
    """Name the countries around, those with most room first."""
    codes = ground.outlines.codes
    around = ((places, codes[country]) for country, places in free.items() if country not in ground.own)
    known = ((places, words.territory(code)) for places, code in around if code)
    ordered = sorted(known, key=lambda one: (-one[0][0].length, one[1]))[:_MOST_COUNTRIES]
    return [Label(name, 0, 0, 0, "d-country", places, is_faint=True) for places, name in ordered if name]


def _drawn(narrow: _Layout, wide: _Layout, site: Site) -> Iterator[Markup]:
    """Draw what both layouts have once, and what one of them has for its widths."""
    # The names of countries are for the eye, as their outlines are.
    yield tag("g", *_for_widths(narrow.names, wide.names), aria_hidden="true")
    for mark in {**wide.marks, **narrow.marks}:
        if mark in narrow.marks and mark in wide.marks:
            labels = _for_widths([narrow.marks[mark]], [wide.marks[mark]])
            yield _as_link(mark, site, *labels)
        elif mark in wide.marks:
            yield tag("g", _as_link(mark, site, wide.marks[mark]), cls="d-wide")
        else:
            yield tag("g", _as_link(mark, site, narrow.marks[mark]), cls="d-narrow")
    yield from _for_widths([narrow.scale], [wide.scale])


def _for_widths(narrow: Sequence[Markup], wide: Sequence[Markup]) -> Iterator[Markup]:
    """Write what is the same at all widths as it is, and the rest in groups that show at some."""
    yield from (one for one in wide if one in narrow)
    for own, others, cls in ((narrow, wide, "d-narrow"), (wide, narrow, "d-wide")):
        if rest := [one for one in own if one and one not in others]:
            yield tag("g", *rest, cls=cls)


def _as_link(mark: _Mark, site: Site, *label: Markup) -> Markup:
    """Draw a mark with its label, as a link to its place, or to the list if it stands for several."""
    if mark.outline is not None:
        # An outline is a link already, with its name; see `View.land`.
        return tag("g", *label, aria_hidden="true") if any(label) else Markup("")
    target = site.href("places", mark.spots[0].place) if len(mark.spots) == 1 else site.more
    parts = *_shapes(mark, site), *label
    title = _title(mark.spots, site.words)
    return link(target, title, *parts) if target else tag("g", tag("title", escaped(title)), *parts)


def _shapes(mark: _Mark, site: Site) -> Iterator[Markup]:
    """Draw a mark, with the number of its places where there are several, and what takes the pointer."""
    x, y = percent(mark.x), percent(mark.y)
    if mark.size < _TARGET:
        yield tag("circle", cx=x, cy=y, r=_TARGET / 2, cls="d-target")
    if mark.size == _DOT:
        yield site.use("event", mark.x, y)
        return
    yield tag("circle", cx=x, cy=y, r=mark.size / 2, cls="d-count" if mark.is_point else "d-extent")
    if len(mark.spots) > 1:
        number = site.words.number(len(mark.spots))
        yield text(number, x=x, y=y, dy=4, cls="d-figure", anchor="middle")


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


def _legend(narrow: Iterable[_Mark], wide: Iterable[_Mark], words: Words) -> Iterator[Key]:
    """Explain what there is; what narrow maps alone have, because it crowds there, on these alone."""
    here, everywhere = _keys(narrow, words), _keys(wide, words)
    for key in {**everywhere, **here}:
        cls = "" if key in here and key in everywhere else "d-narrow" if key in here else "d-wide"
        yield replace((here | everywhere)[key], cls=cls)


def _keys(marks: Iterable[_Mark], words: Words) -> dict[str, Key]:
    """Map what kinds of marks there are to what explains them."""
    found: dict[str, Key] = {}
    marks = list(marks)
    single = [mark for mark in marks if len(mark.spots) == 1]
    if any(mark.size == _DOT for mark in single):
        found["point"] = Key.of_mark("event", words.say("city or site"))
    if any(mark.size == _EXTENT for mark in single):
        circle = Markup('<circle class="d-extent" cx="9" cy="8" r="7"/>')
        meaning = words.say("somewhere about here; the circle’s size says nothing")
        found["area"] = Key(circle, meaning, 18)
    if any(mark.outline is not None for mark in single):
        found["country"] = Key.of_box("d-land d-ours", words.say("country as a whole"))
    if any(len(mark.spots) > 1 for mark in marks):
        found["several"] = Key(_ring(marks), words.say("several places, and how many"), 18)
    if any(mark.events > 1 for mark in single):
        number = text("(2)", x=9, y=12, cls="d-figure", anchor="middle")
        found["events"] = Key(number, words.say("number of events there"), 18)
    return found


def _ring(marks: Iterable[_Mark]) -> Markup:
    """Draw a mark of several places for the legend, as it looks on the map."""
    cls = "d-count" if any(len(mark.spots) > 1 and mark.is_point for mark in marks) else "d-extent"
    ring = tag("circle", cx=9, cy=8, r=7.2, cls=cls)
    return Markup(ring + text("2", x=9, y=11.8, cls="d-figure", anchor="middle"))


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


def _borders(words: Words, *, is_named: bool) -> str:
    if not is_named:
        return words.say("Borders as Natural Earth draws them; this dossier takes no position on them.")
    return words.say(
        "Borders as Natural Earth draws them, names of countries as in Unicode’s CLDR; "
        "this dossier takes no position on either."
    )
