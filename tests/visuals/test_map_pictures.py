"""Maps: any place on earth, spots as spots, and areas never as a precise spot."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.visuals import map
from mkdocs_dossier.visuals.mapmarks import Spot
from mkdocs_dossier.visuals.mapview import fitted
from tests.visuals.drawn import (
    ENGLISH,
    MORE,
    PLACES,
    address,
    drawn_map,
    folded,
    links,
    notes,
    outlines,
    parsed,
    shapes,
    texts,
    titles,
)

LONGITUDES = st.floats(min_value=-180, max_value=180, allow_nan=False)
LATITUDES = st.floats(min_value=-90, max_value=90, allow_nan=False)
INSIDE = {
    "Iraq": (44.4, 33.3),
    "Fiji": (178.0, -17.8),
    "Russia, west of 180 degrees": (170.0, 66.0),
    "Russia, east of it": (-175.0, 66.5),
}


def city(name: str, lat: float, lon: float, *events: str) -> Spot:
    return Spot(name.lower(), name, "city", lat, lon, events)


@given(st.lists(st.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=8))
def test_every_place_on_earth_is_inside_the_map_fitted_to_it(places: list[tuple[float, float]]) -> None:
    view = fitted(places)
    for x, y in (view.at(place) for place in places):
        assert -0.01 <= x <= 100.01
        assert 0 < y < 100


@given(st.lists(st.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=8))
def test_a_map_stays_on_the_earth_and_in_shape(places: list[tuple[float, float]]) -> None:
    view = fitted(places)
    assert -90.01 <= view.south < view.north <= 90.01
    assert view.east - view.west <= 360.01
    assert 0.2 < view.ratio < 2.5


def test_places_on_both_sides_of_the_antimeridian_stand_near_one_another() -> None:
    view = fitted([(179.0, -17.0), (-179.0, -17.0)])
    assert view.east - view.west < 20
    assert view.at((179.0, -17.0))[0] < view.at((-179.0, -17.0))[0]


def test_a_map_of_one_place_shows_what_is_around_it() -> None:
    assert 800 < fitted([(44.4, 33.3)]).km_across < 2000


@pytest.mark.parametrize(("name", "place"), INSIDE.items())
def test_a_country_is_found_by_a_place_in_it(name: str, place: tuple[float, float]) -> None:
    inside = outlines().country_at(*place)
    assert inside is not None, name
    assert (inside == outlines().country_at(96.0, 61.0)) is name.startswith("Russia")


@pytest.mark.parametrize("place", [(0.0, 0.0), (-150.0, -40.0), (180.0, 0.0)])
def test_at_sea_there_is_no_country(place: tuple[float, float]) -> None:
    assert outlines().country_at(*place) is None


def test_a_country_around_another_does_not_hold_it() -> None:
    lesotho, south_africa = outlines().country_at(28.2, -29.5), outlines().country_at(24.0, -30.5)
    assert lesotho is not None
    assert lesotho != south_africa


def test_every_level_has_the_same_countries_in_the_same_order() -> None:
    fine, *coarser = outlines().levels
    for level in coarser:
        for polygon in level.polygons:
            own = [piece for piece in fine.polygons if piece.country == polygon.country]
            assert any(
                piece.meets(polygon.west - 1, polygon.north + 1, polygon.east + 1, polygon.south - 1)
                for piece in own
            )


def test_a_city_is_a_spot_a_region_a_circle_and_a_country_its_outline() -> None:
    picture = drawn_map()
    classes = [part.get("class") for part in parsed(picture).iter() if part.tag in ("circle", "path", "use")]
    assert classes.count("d-count") == 1
    assert classes.count("d-extent") == 2  # the region's, and the legend's
    assert classes.count("d-land d-ours") == 1


def test_each_place_links_to_its_page_and_names_its_events() -> None:
    picture = drawn_map()
    assert set(links(picture)) == {"../../places/iraq/", "../../places/baghdad/", "../../places/anbar/", MORE}
    assert "Baghdad: Strikes; Summons" in titles(picture)
    assert "2" in texts(picture)


def test_places_are_labelled() -> None:
    assert {"Iraq", "Baghdad", "Anbar province"} <= set(texts(drawn_map()))


def test_places_without_coordinates_are_left_out_and_counted() -> None:
    picture = drawn_map()
    assert picture is not None
    assert picture.left_out == 1
    assert "1 place without coordinates is in the list only." in notes(picture)


def test_a_map_says_whose_borders_it_draws() -> None:
    assert "Borders as Natural Earth draws them" in notes(drawn_map())


def test_nothing_is_drawn_without_coordinates() -> None:
    assert drawn_map(places=PLACES[3:]) is None
    assert drawn_map(places=()) is None


def test_places_too_close_to_tell_apart_share_a_mark_with_the_number_of_events() -> None:
    spots = (
        city("Baghdad", 33.3, 44.4, "one"),
        city("Sadr City", 33.39, 44.46, "two", "one"),
        city("Cape Town", -33.9, 18.4, "three"),
    )
    picture = drawn_map(places=spots)
    assert picture is not None
    assert picture.left_out == 2
    assert shapes(picture).count("count") == 1
    assert "Baghdad; Sadr City: one; two" in titles(picture)
    assert MORE in links(picture)
    assert "Places too close to tell apart share a mark." in notes(picture)


@pytest.mark.parametrize(
    "spots",
    [
        (city("Suva", -18.14, 178.44), city("Vava’u", -18.65, -173.98)),
        (city("South Pole Station", -90, 0), city("McMurdo", -77.85, 166.67)),
        (Spot("russia", "Russia", "country", 61.0, 96.0),),
        (city("London", 51.5, 0.0), city("Sydney", -33.9, 151.2), city("Lima", -12.0, -77.0)),
        (Spot("maldives", "Maldives", "country", 3.2, 73.2),),
    ],
)
def test_maps_of_any_part_of_the_earth_are_small(spots: tuple[Spot, ...]) -> None:
    picture = drawn_map(places=spots)
    assert picture is not None
    assert len(picture.svg.encode()) < 60_000
    assert len(links(picture)) >= len(spots)


def test_only_outlines_in_view_are_in_the_picture() -> None:
    view = fitted([(44.4, 33.3)])
    assert 1 < len(list(view.pieces(outlines()))) < 40


def test_hundreds_of_places_stay_legible() -> None:
    spots = tuple(
        city(f"Place {index}", (index * 37 % 140) - 70.0, (index * 83 % 360) - 180.0, f"event {index}")
        for index in range(300)
    )
    picture = drawn_map(places=spots)
    assert picture is not None
    assert len(picture.svg.encode()) < 120_000


def test_the_order_of_places_changes_nothing() -> None:
    assert drawn_map() == drawn_map(places=PLACES[::-1])


@given(st.text(min_size=1, max_size=60))
def test_any_name_of_a_place_is_found_as_it_was_written(name: str) -> None:
    picture = map.draw(
        [Spot("a", name, "city", 1.0, 2.0)], outlines(), href=address, words=ENGLISH, more=MORE
    )
    assert folded(name) in titles(picture)


def test_the_scale_of_a_map_is_a_round_number() -> None:
    (scale,) = [words for words in texts(drawn_map()) if words.endswith(" km")]
    assert re.fullmatch(r"[125]0* km", scale.replace(",", ""))
