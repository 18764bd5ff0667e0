"""Where things happened: a map with country outlines, marks for spots, extents for what is no spot."""

import math
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_dossier.pictures.map.maplabels import LEAST, Sides
from mkdocs_dossier.pictures.map.mapmarks import (
    Mark,
    Spot,
    boxes_of,
    draw_marks,
    marks_of,
    shapes_of,
    title_of,
)
from mkdocs_dossier.pictures.map.mapview import Place, View, fitted
from mkdocs_dossier.pictures.map.outlines import TURN, Outlines
from mkdocs_dossier.pictures.svg import glyphs
from mkdocs_dossier.pictures.svg.legends import box_key, extent_key, mark_key
from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.picture import Frame, Href, Key, Picture, Site, framed
from mkdocs_dossier.pictures.svg.svg import Markup, join, link, number, percent, tag, text
from mkdocs_dossier.words import Words

__all__ = ["Spot", "draw"]

_NAMED = 8
_LARGE_COUNTRY = 40.0  # degrees; one wider is not shown whole where there are other places
_CORNERS = ((2.0, 97.0), (98.0, 97.0), (2.0, 16.0), (98.0, 16.0))
_HALF = 50.0
_KM_SIZE, _KM_GAP = 11.0, 5.0
_LONGEST_BAR, _MOST_KM = 0.25, 8000.0  # of the map's width; a wider map has no one scale


def draw(
    spots: Sequence[Spot],
    outlines: Outlines,
    *,
    href: Href,
    words: Words,
    more: str,
    prefix: str = "map",
) -> Picture | None:
    """Draw places on a map; None where none has coordinates. `more` is the address of the list of places."""
    known = sorted((spot for spot in spots if spot.lat is not None), key=lambda spot: spot.place)
    if not known:
        return None
    site = Site(href, words, prefix, more)
    found = {spot.place: outlines.country_at(*spot.at) for spot in known if spot.kind == "country"}
    outlined = {place: country for place, country in found.items() if country is not None}
    view = fitted(_extremes(known, outlined, outlines))
    marks = marks_of(known, outlined, view)
    without = len(spots) - len(known)
    shared = sum(len(mark.spots) for mark in marks if len(mark.spots) > 1)
    frame = Frame(
        prefix,
        "map",
        title=words.say("Map"),
        summary=_summary(known, words),
        ratio=f"{view.ratio:.3f}",
        legend=list(_legend(marks, words)),
        listed=_left_out(without, words),
        more=more,
        notes=list(_notes(shared, words)),
    )
    taken = boxes_of(marks, view)
    bar, bar_boxes = _scale_bar(view, taken, words)
    own = {outlined[spot.place]: spot for spot in known if spot.place in outlined}
    return framed(
        frame,
        glyphs.define(prefix, shapes_of(marks)),
        _land(view, outlines, own, site),
        draw_marks(marks, view, [*taken, *bar_boxes], site),
        bar,
        left_out=without + shared,
    )


def _extremes(known: Sequence[Spot], outlined: Mapping[str, int], outlines: Outlines) -> list[Place]:
    """List what the map has to show: all places, and countries as a whole unless they are too wide."""
    places = [spot.at for spot in known]
    for country in outlined.values():
        main = outlines.main_part(country)
        if len(known) == 1 or main.east - main.west < _LARGE_COUNTRY:
            places += [(main.west, main.south), (main.east, main.north)]
    return places


def _land(view: View, outlines: Outlines, own: Mapping[int, Spot], site: Site) -> Markup:
    """Draw the outlines in view, clipped by it; those of the dossier's own countries are links."""
    unit = outlines.levels[view.level()].unit
    paths: dict[tuple[int, int, str], list[str]] = {}
    for turn, polygon in view.pieces(outlines):
        country, cls = (polygon.country, "d-land d-ours") if polygon.country in own else (-1, "d-land")
        if polygon.line:
            paths.setdefault((-1, turn, "d-land d-border"), []).append(polygon.line)
            cls += " d-fill"
        paths.setdefault((country, turn, cls), []).append(polygon.area)
    drawn = []
    for (country, turn, cls), areas in sorted(paths.items()):
        shift = f"translate({number(turn * TURN / unit)})" if turn else ""
        path = tag("path", cls=cls, transform=shift, d="".join(areas))
        if spot := own.get(country):
            path = link(site.href("places", spot.place), title_of((spot,), site.words), path)
        drawn.append(path)
    left, top, wide, high = (
        side / unit for side in (view.west, -view.north, view.east - view.west, view.north - view.south)
    )
    return tag(
        "svg",
        tag("rect", x=left, y=top, width="100%", height="100%", cls="d-sea"),
        *drawn,
        viewBox=" ".join(number(side) for side in (left, top, wide, high)),
        preserveAspectRatio="none",
        width="100%",
        height="100%",
        style="height:100%",
    )


def _scale_bar(view: View, taken: Sequence[Sides], words: Words) -> tuple[Markup, list[Sides]]:
    """Draw how long a round number of kilometres is, on maps small enough to have one scale.

    It stands in the first corner where it covers nothing that is taken; gives its boxes as well.
    """
    if view.km_across > _MOST_KM:
        return Markup(""), []
    longest = view.km_across * _LONGEST_BAR
    power = 10 ** math.floor(math.log10(longest))
    km = max(step * power for step in (1, 2, 5) if step * power <= longest)
    across, length = km / view.km_across * 100, words.say("{n} km", n=words.number(int(km)))
    for x, y in _CORNERS:
        ends = (x, x + across) if x < _HALF else (x - across, x)
        boxes = _bar_boxes(ends, y / view.ratio, ample(length, _KM_SIZE), is_left=x < _HALF)
        if not any(box.meets(other, LEAST) for box in boxes for other in taken):
            start, end = map(percent, ends)
            line = tag("line", x1=start, x2=end, y1=percent(y), y2=percent(y), cls="d-scale")
            anchor = "" if x < _HALF else "end"
            said = text(length, x=percent(x), y=percent(y), dy=-_KM_GAP, cls="d-km", anchor=anchor)
            return join([line, said]), boxes
    return Markup(""), []


def _bar_boxes(ends: tuple[float, float], down: float, wide: float, *, is_left: bool) -> list[Sides]:
    """Give the boxes of the scale's line and of its words; places in percent of the width."""
    left, right, y = ends[0] / 100, ends[1] / 100, down / 100
    top, bottom = -_KM_GAP - _KM_SIZE, -_KM_GAP + _KM_SIZE / 3
    said = (left, 0.0, left, wide) if is_left else (right, -wide, right, 0.0)
    return [
        Sides(left, 0, y, -1, right, 0, y, 1),
        Sides(said[0], said[1], y, top, said[2], said[3], y, bottom),
    ]


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


def _legend(marks: Sequence[Mark], words: Words) -> Iterator[Key]:
    if any(mark.spot.is_point for mark in marks):
        yield mark_key("event", words.say("city or site"))
    if any(mark.spot.is_point and mark.number > 1 for mark in marks):
        yield mark_key("count", words.say("with the number of events or places"))
    if any(not mark.spot.is_point and not mark.is_outline for mark in marks):
        yield extent_key(words.say("somewhere about here; the circle’s size says nothing"))
    if any(mark.is_outline for mark in marks):
        yield box_key("d-land d-ours", words.say("country as a whole"))


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
