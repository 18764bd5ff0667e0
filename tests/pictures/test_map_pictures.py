"""Maps: any place on earth, spots as spots, and areas never as a precise spot."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product
from math import hypot, inf
from random import Random
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_dossier.model.vocabulary import PlaceKind
from mkdocs_dossier.pictures.map import worldmap as map
from mkdocs_dossier.pictures.map.countryrooms import rooms
from mkdocs_dossier.pictures.map.maplabels import NARROW_MAP, WIDE_MAP, Widths, _Sides
from mkdocs_dossier.pictures.map.outlines import View, _holds
from mkdocs_dossier.pictures.map.worldmap import Spot
from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.words import Words
from tests.pictures.drawn import (
    ARABIC,
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
    return Spot(name.lower(), name, PlaceKind.CITY, lat, lon, events)


@given(st.lists(st.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=8))
def test_every_place_on_earth_is_inside_the_map_fitted_to_it(places: list[tuple[float, float]]) -> None:
    view = View.fitted(places)
    for x, y in (view.at(place) for place in places):
        assert -0.01 <= x <= 100.01
        assert 0 < y < 100


@given(st.lists(st.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=8))
def test_a_map_stays_on_the_earth_and_in_shape(places: list[tuple[float, float]]) -> None:
    view = View.fitted(places)
    assert -90.01 <= view.south < view.north <= 90.01
    assert view.east - view.west <= 360.01
    assert 0.2 < view.ratio < 2.5


def test_places_on_both_sides_of_the_antimeridian_stand_near_one_another() -> None:
    view = View.fitted([(179.0, -17.0), (-179.0, -17.0)])
    assert view.east - view.west < 20
    assert view.at((179.0, -17.0))[0] < view.at((-179.0, -17.0))[0]


def test_a_map_of_one_place_shows_what_is_around_it() -> None:
    assert 800 < View.fitted([(44.4, 33.3)]).km_across < 2000


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
    assert classes.count("d-event") == 1
    assert classes.count("d-extent") == 2  # the region's, and the legend's
    assert classes.count("d-land d-ours") == 1


def test_each_place_links_to_its_page_and_names_its_events() -> None:
    picture = drawn_map()
    assert set(links(picture)) == {"../../places/iraq/", "../../places/baghdad/", "../../places/anbar/", MORE}
    assert "Baghdad: Strikes; Summons" in titles(picture)


def test_places_are_labelled_with_the_number_of_events_where_there_are_several() -> None:
    assert {"Iraq", "Baghdad (2)", "Anbar province"} <= set(texts(drawn_map()))


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


BAGHDAD = (
    city("Baghdad", 33.3, 44.4, "one"),
    city("Sadr City", 33.39, 44.46, "two", "one"),
    city("Cape Town", -33.9, 18.4, "three"),
)


def test_a_point_is_labelled_before_what_has_more_places_for_its_name() -> None:
    iraq = Spot("iraq", "Iraq", PlaceKind.COUNTRY, 33.0, 44.0, ("a", "b", "c"))
    near = Spot("near", "An area with a long name near it", PlaceKind.AREA, 33.6, 42.0, ("a", "b"))
    picture = drawn_map(places=(iraq, near, city("Baghdad", 33.3, 44.4, "a")))
    assert {"Baghdad", "Iraq (3)"} <= set(texts(picture))


def test_places_too_close_to_tell_apart_share_a_mark_with_their_number() -> None:
    picture = drawn_map(places=BAGHDAD)
    assert picture is not None
    assert picture.left_out == 2
    rings = [one for one in drawing(picture).iter("circle") if one.get("class") == "d-count"]
    assert len(rings) == 1
    assert {"2", "Sadr City and 1 more"} <= set(texts(picture))
    assert "Sadr City; Baghdad: two; one" in titles(picture)
    assert MORE in links(picture)
    assert "several places, and how many" in explained(picture)


def test_a_shared_mark_without_a_list_to_lead_to_is_no_link() -> None:
    picture = map.draw(BAGHDAD, outlines(), href=address, words=ENGLISH, more="")
    assert links(picture) == ["../../places/cape town/"]
    assert "Sadr City; Baghdad: two; one" in [one.findtext("title") for one in drawing(picture).iter("g")]


def test_an_area_and_a_point_that_crowd_share_a_mark_that_is_no_spot() -> None:
    places = (*BAGHDAD[:1], Spot("belt", "Baghdad belt", PlaceKind.AREA, 33.4, 44.5, ("one",)), BAGHDAD[2])
    picture = drawn_map(places=places)
    classes = [one.get("class") for one in drawing(picture).iter() if one.tag in ("circle", "use")]
    assert (classes.count("d-extent"), classes.count("d-count"), classes.count("d-event")) == (1, 0, 1)
    assert "Baghdad and 1 more" in texts(picture)


def test_what_crowds_on_a_phone_alone_is_apart_on_a_wide_map() -> None:
    places = (city("North", 34.0, 44.0, "one"), city("South", 33.0, 44.0, "two"), city("East", 33, 58))
    picture = drawn_map(places=places)
    narrow, wide = (shown(picture, width)[0] for width in (400, 900))
    assert (len(narrow), len(wide)) == (2, 3)
    assert [key for key in explained(picture) if key.startswith("several")] == [
        "several places, and how many"
    ]
    (several,) = [key for key in parsed(picture).iter("li") if "several" in "".join(key.itertext())]
    assert several.get("class") == "d-narrow"


def test_a_country_too_small_to_see_has_the_mark_of_an_area() -> None:
    kuwait = Spot("kuwait", "Kuwait", PlaceKind.COUNTRY, 29.4, 47.6, ("one",))
    small = drawn_map(places=(kuwait, city("Lisbon", 38.7, -9.1), city("Tokyo", 35.7, 139.7)))
    assert "d-extent" in [one.get("class") for one in drawing(small).iter("circle")]
    assert "d-land d-ours" in [one.get("class") for one in drawing(drawn_map(places=(kuwait,))).iter("path")]


def test_the_countries_around_are_named_in_the_language_of_the_dossier() -> None:
    def named(words: Words) -> set[str]:
        found = parsed(drawn_map(words)).iter("text")
        return {one.text or "" for one in found if one.get("class") == "d-country"}

    assert {"Syria", "Iran", "Saudi Arabia"} <= named(ENGLISH)
    assert {"سوريا", "إيران"} <= named(ARABIC)
    assert "Iraq" not in named(ENGLISH)  # the dossier names it itself
    assert "names of countries as in Unicode’s CLDR" in notes(drawn_map())


def test_what_has_no_code_of_a_country_has_no_name() -> None:
    somaliland = outlines().country_at(45.0, 9.8)
    assert somaliland is not None
    assert outlines().codes[somaliland] == ""
    picture = drawn_map(places=(city("Hargeisa", 9.56, 44.06),))
    assert "Ethiopia" in texts(picture)
    assert "Somaliland" not in texts(picture)


@pytest.mark.parametrize("widths", [NARROW_MAP, WIDE_MAP])
@given(place=st.tuples(st.floats(-170, 170), st.floats(-60, 70)), size=st.floats(1, 25))
@example(place=(44.0, 33.0), size=12.0)
@example(place=(0.0, 59.84375), size=25.0)  # fjords
@example(place=(22.0, -32.0), size=8.0)  # Lesotho, which South Africa surrounds
def test_the_name_of_a_country_stands_in_no_other(
    widths: Widths, place: tuple[float, float], size: float
) -> None:
    view = View.fitted([place, (place[0] + size, place[1] + size / 3)])
    wide, high = widths.least, widths.least / view.ratio
    for country, own in rooms(view, outlines(), wide).items():
        for room in own:
            x, y = room.x / 100 * wide, room.y / 100 * high
            assert x > room.length / 2
            assert x + room.length / 2 < wide
            assert 0 < y < high
            for along, down in product((-0.45, 0.0, 0.45), (-6.0, 0.0, 6.0)):
                lon = view.west + (x + room.length * along) / wide * (view.east - view.west)
                lat = view.north - (y + down) / high * (view.north - view.south)
                assert drawn_at(view, lon, lat) == {country}


def drawn_at(view: View, lon: float, lat: float) -> set[int]:
    """Find the countries that a map shows at a place."""
    unit = view.level(outlines()).unit
    return {
        piece.country
        for turn, piece in view.pieces(outlines())
        if _holds(piece.area, (lon - turn * 360) / unit, -lat / unit)
    }


@pytest.mark.parametrize(
    "spots",
    [
        (city("Suva", -18.14, 178.44), city("Vava’u", -18.65, -173.98)),
        (city("South Pole Station", -90, 0), city("McMurdo", -77.85, 166.67)),
        (Spot("russia", "Russia", PlaceKind.COUNTRY, 61.0, 96.0),),
        (city("London", 51.5, 0.0), city("Sydney", -33.9, 151.2), city("Lima", -12.0, -77.0)),
        (Spot("maldives", "Maldives", PlaceKind.COUNTRY, 3.2, 73.2),),
    ],
)
def test_maps_of_any_part_of_the_earth_are_small(spots: tuple[Spot, ...]) -> None:
    picture = drawn_map(places=spots)
    assert picture is not None
    assert len(picture.svg.encode()) < 60_000
    assert len(links(picture)) >= len(spots)


def test_only_outlines_in_view_are_in_the_picture() -> None:
    view = View.fitted([(44.4, 33.3)])
    assert 1 < len(list(view.pieces(outlines()))) < 40


def test_hundreds_of_places_stay_legible() -> None:
    spots = tuple(
        city(f"Place {index}", (index * 37 % 140) - 70.0, (index * 83 % 360) - 180.0, f"event {index}")
        for index in range(300)
    )
    picture = drawn_map(places=spots)
    assert picture is not None
    assert len(picture.svg.encode()) < 150_000


def test_a_map_has_no_more_than_a_hundred_marks_at_any_width() -> None:
    spots = tuple(
        city(f"Place {across}-{down}", down * 12.0 - 66, across * 17.0 - 170)
        for across in range(21)
        for down in range(12)
    )
    picture = drawn_map(places=spots)
    assert picture is not None
    for width in (300.0, 900.0):
        marks, _, _ = shown(picture, width)
        assert 15 < len(marks) <= 100


def test_the_order_of_places_changes_nothing() -> None:
    assert drawn_map() == drawn_map(places=PLACES[::-1])


@given(st.text(min_size=1, max_size=60))
def test_any_name_of_a_place_is_found_as_it_was_written(name: str) -> None:
    picture = map.draw(
        [Spot("a", name, PlaceKind.CITY, 1.0, 2.0)], outlines(), href=address, words=ENGLISH, more=MORE
    )
    assert folded(name) in titles(picture)


# Labels

WIDTHS = (280, 288, 320, 400, 599, 600, 601, 690, 800, 1000, 1300, 1920, 4000)
IN_SCRIPTS = (
    "Lennburg",
    "Altenkirchen an der Wied",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "محافظة الأنبار",
    "سلێمانی",
    "北京市朝阳区",
    "उत्तर प्रदेश",
    "ភ្នំពេញ",
    "Санкт-Петербург",
    "ירושלים",
    "W",
    "😀 \u202bאב\u202c",
)
SPOTS = st.builds(
    lambda name, kind, lat, lon, events: (name, kind, lat, lon, events),
    st.one_of(st.sampled_from(IN_SCRIPTS), st.text(min_size=1, max_size=30)),
    st.sampled_from(["city", "city", "site", "region", "country", "area"]),
    st.one_of(LATITUDES, st.sampled_from([-90.0, 90.0, 0.0]), st.floats(33, 34)),
    st.one_of(LONGITUDES, st.sampled_from([-180.0, 180.0, 0.0]), st.floats(44, 46)),
    st.integers(0, 12),
)
Rectangle = tuple[float, float, float, float]


def drawing(picture: Picture | None) -> Element:
    found = parsed(picture).find(".//svg")
    assert found is not None
    return found


def explained(picture: Picture | None) -> list[str]:
    """List what a legend explains."""
    return [key.findtext("span") or "" for key in parsed(picture).iter("li")]


def seen(part: Element, wide: float) -> Iterator[Element]:
    """List all elements that show at a width."""
    if (part.get("class") or "") != ("d-narrow" if wide >= 600 else "d-wide"):
        yield part
        for child in part:
            yield from seen(child, wide)


def shown(picture: Picture | None, wide: float) -> tuple[list[Rectangle], list[Rectangle], float]:
    """Read where the marks and the texts of a map stand at a width: marks, texts, and the map's height."""
    assert picture is not None
    (ratio,) = re.findall(r"aspect-ratio:([\d.]+)", picture.svg)
    high = wide / float(ratio)

    def at(one: Element, name: str, whole: float) -> float:
        return float((one.get(name) or "").rstrip("%")) * whole / 100

    marks, labels = [], []
    for one in seen(drawing(picture), wide):
        cls = one.get("class") or ""
        if one.tag == "use":
            marks.append(around(at(one, "x", wide), at(one, "y", high), 6.0))
        elif one.tag == "circle" and cls in ("d-count", "d-extent"):
            marks.append(around(at(one, "cx", wide), at(one, "cy", high), float(one.get("r") or 0)))
        elif one.tag == "text" and cls != "d-figure":
            x = at(one, "x", wide) + float(one.get("dx") or 0)
            y = at(one, "y", high) + float(one.get("dy") or 0)
            size = 11.0 if cls in ("d-km", "d-country") else 12.5
            room, anchor = ample(one.text or "", size), one.get("text-anchor")
            if one.get("direction") == "rtl":
                anchor = {"end": None, "start": "end"}.get(anchor or "start", anchor)
            left = {None: x, "middle": x - room / 2, "end": x - room}[anchor]
            labels.append((left, y - size * 0.9, left + room, y + size * 0.3))
    return marks, labels, high


def around(x: float, y: float, half: float) -> Rectangle:
    return x - half, y - half, x + half, y + half


def meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def faults(picture: Picture | None, wide: float) -> list[tuple[str, Rectangle, Rectangle]]:
    """List what meets another text or a mark, or is cut off, in a map of a width."""
    marks, labels, high = shown(picture, wide)
    found = [
        ("cut off", one, one) for one in labels if one[0] < 0 or one[1] < 0 or one[2] > wide or one[3] > high
    ]
    found += [("meet", one, other) for one, other in combinations(labels, 2) if meet(one, other)]
    found += [("on a mark", one, mark) for one in labels for mark in marks if meet(one, mark)]
    # Round marks: they meet where their middles are nearer than their radii.
    return found + [
        ("marks", one, other)
        for one, other in combinations(marks, 2)
        if hypot(one[0] + one[2] - other[0] - other[2], one[1] + one[3] - other[1] - other[3]) / 2
        < max(24.0, (one[2] - one[0] + other[2] - other[0]) / 2) - 0.1
    ]


def spots_of(drawn: Sequence[tuple[str, str, float, float, int]]) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            f"p{number}", name, PlaceKind(kind), lat, lon, tuple(f"e{number}-{one}" for one in range(events))
        )
        for number, (name, kind, lat, lon, events) in enumerate(drawn)
    )


@given(st.lists(SPOTS, min_size=1, max_size=25))
@example(
    [
        ("Lennburg", "city", 52.64, 9.47, 1),
        (IN_SCRIPTS[1], "city", 52.8, 7.92, 1),
        ("Oststadt", "city", 52.48, 10.54, 1),
    ]
)
@example([("West", "city", 0.0, 180.0, 1), ("East", "city", 0.0, -179.9, 1), ("Pole", "city", -90.0, 0.0, 2)])
@example([("Here", "city", 1.0, 2.0, 1)] * 9)
@example([("South west", "city", 30.0, 40.0, 2), ("North east", "city", 33.0, 45.0, 1)])
def test_labels_cover_no_label_no_mark_and_no_edge_at_any_width(
    drawn: list[tuple[str, str, float, float, int]],
) -> None:
    picture = drawn_map(places=spots_of(drawn))
    assert {wide: found for wide in WIDTHS if (found := faults(picture, wide))} == {}


@pytest.mark.parametrize("count", [30, 200])
def test_labels_of_many_places_cover_nothing_either(count: int) -> None:
    random = Random(count)  # noqa: S311 - not for secrets
    near = [
        (
            random.choice(IN_SCRIPTS),
            "city",
            random.uniform(30, 37),
            random.uniform(39, 48),
            random.randint(0, 3),
        )
        for _ in range(count)
    ]
    picture = drawn_map(places=spots_of(near))
    assert {wide: found for wide in WIDTHS if (found := faults(picture, wide))} == {}
    assert len(shown(picture, 1000)[1]) >= 8


@given(st.lists(SPOTS, min_size=1, max_size=40), st.floats(280, 1100))
def test_numbers_fit_their_rings(drawn: list[tuple[str, str, float, float, int]], wide: float) -> None:
    picture = drawn_map(places=spots_of(drawn))
    assert faults(picture, wide) == []
    for group in (one for one in drawing(picture).iter() if one.find("text[@class='d-figure']") is not None):
        ring = [one for one in group.iter("circle") if one.get("class") != "d-target"][-1]
        number = group.findtext("text[@class='d-figure']") or ""
        assert hypot(ample(number, 11.0), 8.0) < 2 * float(ring.get("r") or 0)


def test_the_number_of_hundreds_of_places_fits_as_well() -> None:
    picture = drawn_map(places=tuple(city(f"Place {index}", 33.3, 44.4) for index in range(1200)))
    (ring,) = [one for one in drawing(picture).iter("circle") if one.get("class") == "d-count"]
    assert "1,200" in texts(picture)
    assert float(ring.get("r") or 0) * 2 > ample("1,200", 11.0) + 4


LEAST = 280.0
BOXES = st.tuples(*[st.integers(0, 20)] * 2, *[st.integers(-90, 90)] * 2, *[st.integers(1, 60)] * 2).map(
    lambda one: _Sides(
        *(
            one[0] / 20,
            one[2],
            one[1] / 20,
            one[3],
            one[0] / 20,
            one[2] + one[4],
            one[1] / 20,
            one[3] + one[5],
        )
    )
)


def at_width(box: _Sides, wide: float) -> Rectangle:
    left, top, right, bottom = (box[side] * wide + box[side + 1] for side in (0, 2, 4, 6))
    return left, top, right, bottom


@given(BOXES, BOXES)
@example(
    _Sides(0.1, 0, 0.1, -10, 0.1, 10, 0.1, 0), _Sides(0, 0, 0, 50, 0, 40, 0, 60)
)  # past, before they level
def test_boxes_meet_just_where_there_is_a_width_at_which_they_do(one: _Sides, other: _Sides) -> None:
    # Between two widths at which sides pass one another nothing changes.
    shares = [(a, b) for a in (0, 2, 4, 6) for b in (0, 2, 4, 6) if one[a] != other[b]]
    passing = [(other[b + 1] - one[a + 1]) / (one[a] - other[b]) for a, b in shares]
    steps = sorted({LEAST, *(wide for wide in passing if wide > LEAST)})
    widths = [(low + high) / 2 for low, high in pairwise([*steps, steps[-1] + 1000])]
    assert one.meets(other, Widths(LEAST, inf)) == any(
        meet(at_width(one, wide), at_width(other, wide)) for wide in widths
    )


def test_what_meets_on_wider_maps_alone_may_stand_on_narrow_ones() -> None:
    growing, fixed = _Sides(0, 0, 0, 0, 0.5, 0, 0, 10), _Sides(0, 200, 0, 0, 0, 300, 0, 10)
    assert growing.meets(fixed, Widths(280, inf))
    assert not growing.meets(fixed, Widths(280, 390))


def test_few_places_are_all_labelled() -> None:
    spots = (city("Lennburg", 52.64, 9.47), city(IN_SCRIPTS[1], 52.8, 7.92), city("Oststadt", 52.48, 10.54))
    assert {spot.name for spot in spots} <= set(texts(drawn_map(places=spots)))


def test_the_scale_of_a_map_is_a_round_number() -> None:
    (scale,) = [words for words in texts(drawn_map()) if words.endswith(" km")]
    assert re.fullmatch(r"[125]0* km", scale.replace(",", ""))
