"""Events on the map, as GeoJSON (RFC 7946): a feature for each event at each place that has coordinates.

An event of which no place has any is there all the same, without a geometry (RFC 7946, 3.2). What is given as
the coordinates of a country, a region or an area is its middle, and `precision` says so.
"""

import json
from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.tabular import each, iso_day
from mkdocs_dossier.model.records import Event, Place
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref

Json = dict[str, Any]


def _write(published: Published) -> Iterator[bytes]:
    """Write the collection, a feature to a line."""
    places = {place.id: place for place in each(published, Place)}
    before = '{"type": "FeatureCollection", "features": ['
    for event in each(published, Event):
        for feature in _features(published, event, places):
            yield f"{before}\n{json.dumps(feature, ensure_ascii=False, sort_keys=True)}".encode()
            before = ","
    yield b"\n]}\n" if before == "," else f"{before}]}}\n".encode()


def _features(published: Published, event: Event, places: dict[str, Place]) -> Iterator[Json]:
    common = _properties(published, event)
    # A place that stands there twice is one place.
    known = [places[key] for key in dict.fromkeys(event.places) if key in places]
    at = [place for place in known if place.lat is not None and place.lon is not None]
    for place in at:
        about: Json = {
            "place": place.id,
            "place_name": place.name,
            "place_kind": place.kind,
            "precision": _precision(place),
        }
        yield {
            "type": "Feature",
            "id": f"{event.id}/{place.id}",
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": common | about,
        }
    if not at:
        yield {"type": "Feature", "id": event.id, "geometry": None, "properties": common}


def _properties(published: Published, event: Event) -> Json:
    when = event.when
    sources = {one.source for one in event.evidence} | {one.source for one in event.figures}
    return {
        "event": event.id,
        "name": event.name,
        "kind": event.kind,
        "when": when.text if when else None,
        "earliest": iso_day(when.earliest) if when else None,
        "latest": iso_day(when.latest) if when else None,
        "participants": [
            {"actor": one.actor, "name": published.title(Ref("actors", one.actor)), "role": one.role}
            for one in event.participants
        ],
        "sources": len(sources),
        "page": published.page(Ref("events", event.id)),
    }


def _precision(place: Place) -> str | None:
    """Say what the coordinates of a place are; None where its kind is not known, and so neither is this."""
    if place.kind is None:
        return None
    return "point" if place.kind.is_point else f"middle of the {place.kind}"


GEOJSON = Export(
    "events.geojson",
    mark("The events at their places, as GeoJSON: for maps."),
    _write,
    "geojson",
)
