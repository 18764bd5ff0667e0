"""Places: the index, and a page for each."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mkdocs_dossier.document.compose import heading, outside_link, paragraph, stack, table, text
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.model.records import Place
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index
from mkdocs_dossier.pages.largest import Lists, fitting
from mkdocs_dossier.pages.longlists import (
    LongList,
    events_list,
    first_rows,
    further_pages,
    mentions_list,
    records_list,
)
from mkdocs_dossier.pages.names import WIKIDATA, names_list
from mkdocs_dossier.pages.ordering import name_order
from mkdocs_dossier.pages.view import Here, View, record_path
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref

MOST_AROUND = 12
"""How many of the places around a place are named; there are fewer levels than that on earth."""


def _kind(here: Here, place: Place) -> str:
    return here.words.say(place.kind.message) if place.kind else here.words.say("place")


def _ordered(view: View) -> list[Place]:
    return sorted(view.dossier.places.values(), key=name_order)


def _listed(here: Here, keys: Sequence[str]) -> Block:
    """List places: kind, what they are within, events there."""
    places = [here.dossier.places[key] for key in keys]
    rows = [
        [
            here.record("places", place.id),
            text(_kind(here, place)),
            here.record("places", place.within) if place.within else (),
            parts.some(here, len(here.dossier.naming("places", place.id, Reverse.EVENTS))),
        ]
        for place in places
    ]
    head = [here.say("Name"), here.say("Kind"), here.say("Within"), here.say("Events")]
    return parts.part(here.say("As a list"), "list", table(here.say("Places"), head, rows))


def _page(view: View, key: str) -> Iterator[Page]:
    """Write a place's page: names, what it is within, a map, events there."""
    place = view.dossier.places[key]
    ref = Ref("places", place.id)
    here = view.here(record_path("places", place.id))
    lists = [_lists(view, place), [names_list(view, place)], [mentions_list(view, ref)]]
    blocks, written = fitting(lists, partial(_blocks, here, place))
    yield Page(here.path, view.title("places", place.id), _kind(here, place), blocks, boost=2.0)
    yield from further_pages(view, ref, *written)


def _blocks(here: Here, place: Place, lists: Lists) -> Block:
    ref = Ref("places", place.id)
    happened, (names,), (mentions,) = lists
    return stack(
        heading(1, here.own(place.name), "place"),
        paragraph(text(_kind(here, place)), cls="dossier-kind"),
        _facts(here, place),
        pictures.of_places(here, [place]),
        *(first_rows(here, ref, one) for one in (*happened, names)),
        further(here, ref),
        first_rows(here, ref, mentions),
        parts.report_or_edit(here, ref),
    )


def _lists(view: View, place: Place) -> list[LongList[Any]]:
    """List what happened at a place, what it contains, and what was written there."""
    say = view.words.say
    events, contained, written = (
        view.dossier.naming("places", place.id, one)
        for one in (Reverse.EVENTS, Reverse.CONTAINS, Reverse.DATELINED)
    )
    return [
        events_list(view, "events", say("Events"), events),
        records_list(view, "contains", say("Contains"), "places", contained),
        records_list(view, "sources", say("Sources written from here"), "sources", written),
    ]


def _facts(here: Here, place: Place) -> Block:
    wikidata = outside_link(text(place.wikidata), WIKIDATA + place.wikidata) if place.wikidata else None
    return parts.facts(
        [
            (here.say("Within"), here.join(_around(here, place), ", ")),
            (here.say("Coordinates"), _position(here, place)),
            (text("Wikidata"), wikidata),
        ]
    )


def _around(here: Here, place: Place) -> Iterator[Inline]:
    """List the places around a place, the nearest first."""
    # `seen` is a guard: places within each other are an error, with which no page is written.
    seen = {place.id}
    within = place.within
    while within and within not in seen and len(seen) <= MOST_AROUND:
        seen.add(within)
        yield here.record("places", within)
        within = here.dossier.places[within].within


def _position(here: Here, place: Place) -> Inline | None:
    """Write the coordinates, and whether they are a point or the middle of an area."""
    if place.lat is None or place.lon is None:
        return None
    words, lat, lon = here.words, here.words.decimal(abs(place.lat)), here.words.decimal(abs(place.lon))
    north = (
        words.say("{degrees}° N", degrees=lat) if place.lat >= 0 else words.say("{degrees}° S", degrees=lat)
    )
    east = (
        words.say("{degrees}° E", degrees=lon) if place.lon >= 0 else words.say("{degrees}° W", degrees=lon)
    )
    exact = place.kind is not None and place.kind.is_point
    how = (
        here.words.say("a point") if exact else here.words.say("the middle of an extent, not a precise spot")
    )
    return text(f"{north}{words.say(', ')}{east} – {how}")


PLACES = Index(
    "places",
    mark("Places"),
    mark("Where events happened; only cities and sites are known as points."),
    lambda view: [one.id for one in _ordered(view)],
    _listed,
    lambda here: pictures.of_places(here, _ordered(here.view), more="#list"),
).kind(60, _page)
