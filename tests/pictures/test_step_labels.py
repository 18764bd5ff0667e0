"""Marks and labels that keep clear of one another at any width of the picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pictures.time.steplabels import Box, Label, Sheet, dodged, placed
from tests.pictures.drawn import read

NARROW = 300.0


def at(x: float, left: float, right: float, top: float = 0, bottom: float = 10) -> Box:
    return Box(x, x, left, right, top, bottom)


@pytest.mark.parametrize(
    ("one", "other", "is_apart"),
    [
        (at(50, -5, 5), at(50, -5, 5), False),
        (at(50, -5, 5), at(50, 5, 15), True),  # side by side
        (at(50, -5, 5), at(50, 4, 15), False),
        (at(50, -5, 5), at(50, -5, 5, 10, 20), True),  # below
        (at(50, -5, 5), at(50, -5, 5, 9, 20), False),
        (at(40, 0, 20), at(50, 0, 20), True),  # 30 pixels between their places
        (at(40, 0, 31), at(50, 0, 20), False),
        (at(50, -60, -40), at(40, 0, 20), False),  # apart here, but they meet as the picture grows
    ],
)
def test_boxes_are_apart_if_they_meet_at_no_width(one: Box, other: Box, is_apart: bool) -> None:
    assert one.is_apart(other, NARROW) is other.is_apart(one, NARROW) is is_apart


SIDES = st.tuples(st.integers(0, 100), st.integers(-90, 60), st.integers(1, 60))


@given(SIDES, SIDES, st.floats(0, 4000))
def test_what_is_apart_in_a_narrow_picture_is_so_in_each_wider_one(
    one: tuple[int, int, int], other: tuple[int, int, int], wider: float
) -> None:
    first, second = (at(x, left, left + size) for x, left, size in (one, other))
    if first.is_apart(second, NARROW):
        (start, end), (begin, stop) = (
            (box.start * (NARROW + wider) / 100 + box.left, box.end * (NARROW + wider) / 100 + box.right)
            for box in (first, second)
        )
        assert end <= begin + 1e-6 or stop <= start + 1e-6


@pytest.mark.parametrize(
    ("box", "is_inside"),
    [
        (at(0, 0, 20), True),
        (at(0, -1, 20), False),
        (at(100, -20, 0), True),
        (at(100, -20, 1), False),
        (at(10, -30, 0), True),
        (at(10, -31, 0), False),
        (Box(0, 100, 0, 0, 0, 10), True),
    ],
)
def test_a_box_is_inside_if_both_its_sides_are(box: Box, is_inside: bool) -> None:
    assert box.is_inside(NARROW) is is_inside


def test_marks_in_one_place_move_aside_by_their_own_width_and_no_further_than_the_edge() -> None:
    assert list(dodged([[at(50, -4, 4)]] * 4, NARROW)) == [0, 8, -8, 16]
    assert list(dodged([[at(2, -4, 4)]] * 3, NARROW)) == [0, 8, 16]
    assert list(dodged([[at(50, -4, 4)], [at(80, -4, 4)]], NARROW)) == [0, 0]


def test_a_range_moves_aside_with_both_its_ends() -> None:
    one, two = at(50, -4, 4), at(50, -4, 4, 50, 60)
    assert list(dodged([[one], [two], [two, one]], NARROW)) == [0, 0, 8]


def test_more_marks_than_have_room_stay_in_their_place() -> None:
    assert list(dodged([[at(50, -4, 4)]] * 8, NARROW))[-1] == 0


def words(labels: list[Label], *boxes: Box, lines: tuple[Box, ...] = ()) -> list[dict[str, str | None]]:
    sheet = Sheet(boxes, lines, NARROW, 0, 200)
    found = [read(markup) for markup in placed(labels, sheet)]
    return [
        {"text": one.text, **{key: one.get(key) for key in ("y", "text-anchor", "class")}} for one in found
    ]


def label(*texts: str, x: float = 50, is_name: bool = False) -> Label:
    box = Box(x, x, -6, 6, 94, 106)
    return Label(box, 100, texts, "d-caption", is_name=is_name)


def test_a_number_stands_above_its_mark_or_below_where_a_line_comes_from_above() -> None:
    assert words([label("7")])[0] == {"text": "7", "y": "89", "text-anchor": "middle", "class": "d-caption"}
    assert words([label("7")], lines=(Box(50, 50, -1, 1, 20, 100),))[0]["y"] == "116"


def test_a_number_stands_on_the_side_to_which_the_bar_of_its_mark_does_not_reach() -> None:
    upwards = Label(Box(50, 50, -6, 6, 74, 106), 100, ("7",), "d-caption")
    downwards = Label(Box(50, 50, -6, 6, 94, 126), 100, ("7",), "d-caption")
    assert [words([one])[0]["y"] for one in (upwards, downwards)] == ["116", "89"]


def test_a_number_stands_over_the_middle_of_a_mark_that_moved_aside() -> None:
    sheet = Sheet([], [], NARROW, 0, 200)
    (markup,) = placed([Label(Box(50, 50, 2, 14, 94, 106), 100, ("7",), "d-caption")], sheet)
    assert read(markup).get("dx") == "8"


def test_a_name_stands_beside_its_mark() -> None:
    assert [words([label("Ann", x=x, is_name=True)])[0]["text-anchor"] for x in (50, 98)] == [None, "end"]


def test_a_number_keeps_clear_of_boxes_and_lines_or_is_left_out() -> None:
    above = Box(0, 100, 0, 0, 80, 90)
    assert words([label("7")], above)[0]["y"] == "116"
    assert words([label("7")], lines=(above,))[0]["y"] == "116"
    assert words([label("7")], Box(0, 100, 0, 0, 0, 200)) == []
    assert words([label("7")], lines=(Box(0, 100, 0, 0, 0, 200),)) == []


def test_no_line_runs_through_a_name_which_the_legend_has_as_well() -> None:
    whole = Box(0, 100, 0, 0, 0, 200)
    assert words([label("Ann", is_name=True)], lines=(whole,)) == []
    assert words([label("Ann", is_name=True)], whole) == []


def test_a_text_stands_over_a_line_of_the_axis_only_where_nothing_else_is_free() -> None:
    above, whole = Box(0, 100, 0, 0, 84, 86), Box(0, 100, 0, 0, 0, 200)
    for rules, y in (((above,), "116"), ((whole,), "89")):
        (markup,) = placed([label("7")], Sheet([], [], NARROW, 0, 200, rules))
        assert read(markup).get("y") == y


def test_where_time_runs_from_right_to_left_a_name_stands_on_the_other_side_of_its_mark() -> None:
    one = Label(Box(30, 30, -6, 6, 94, 106), 100, ("Ann",), "d-caption", is_name=True)
    places = [
        [read(markup).get(key) for key in ("x", "dx", "text-anchor")]
        for is_mirrored in (False, True)
        for markup in placed([one], Sheet([], [], NARROW, 0, 200), is_mirrored=is_mirrored)
    ]
    assert places == [["30%", "9", None], ["70%", "-9", "end"]]


def test_a_name_moves_further_up_or_down_where_marks_are_around() -> None:
    around = Box(0, 100, 0, 0, 80, 120)
    (found,) = words([label("Ann", is_name=True)], around)
    assert found["y"] == "75"


def test_a_text_that_fits_on_wide_screens_only_is_shown_there_only() -> None:
    (found,) = words([label("m" * 28)])
    assert found["class"] == "d-caption d-wide"


def test_a_short_text_gives_way_to_the_long_one_on_wide_screens() -> None:
    found = words([label("m" * 28, "m", is_name=True)])
    assert [(one["text"], one["class"]) for one in found] == [
        ("m", "d-caption d-narrow"),
        ("m" * 28, "d-caption d-wide"),
    ]


def test_a_later_label_keeps_clear_of_an_earlier_one() -> None:
    first, second = words([label("7"), label("8")])
    assert (first["y"], second["y"]) == ("89", "116")


def test_a_label_stays_between_the_two_ends_of_the_sheet() -> None:
    high = Label(Box(50, 50, -6, 6, 6, 18), 12, ("7",), "d-caption")
    assert words([high])[0]["y"] == "28"
