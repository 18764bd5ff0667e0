"""Blocks of marks: of one day together, beside those of other days, and none over another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pictures.time.stacks import stacks

ROOM, SLOT = 600.0, 19.0
PLACES = st.lists(st.integers(min_value=12, max_value=588), min_size=1, max_size=60).map(sorted)


def test_the_marks_of_a_day_stand_in_a_block_as_wide_as_there_is_room() -> None:
    (one, _) = stacks([300.0] * 9 + [500.0], 6, ROOM, SLOT)
    assert list(one.places(SLOT))[:4] == [(0, -19.0), (0, 0.0), (0, 19.0), (1, -19.0)]


def test_a_block_with_too_little_room_for_its_rows_is_counted() -> None:
    crowd = [300.0] * 9
    found = stacks([*crowd, 320.0, 340.0], 6, ROOM, SLOT)
    assert [one.columns for one in found] == [0, 1, 1]


def test_marks_too_close_to_be_told_apart_share_a_block() -> None:
    assert [(one.first, one.end) for one in stacks([300.0, 310.0, 318.0, 330.0], 6, ROOM, SLOT)] == [
        (0, 3),
        (3, 4),
    ]


@given(PLACES, st.integers(min_value=1, max_value=6))
def test_every_mark_is_in_one_block_of_no_more_rows_than_it_may_have(places: list[int], most: int) -> None:
    found = stacks([float(place) for place in places], most, ROOM, SLOT)
    assert [index for one in found for index in range(one.first, one.end)] == list(range(len(places)))
    assert all(row < most for one in found if one.columns for row, _ in one.places(SLOT))


@given(PLACES)
def test_no_block_meets_another_where_days_are_apart(places: list[int]) -> None:
    days = [float(place // 40 * 40 + 20) for place in places]
    found = [one for one in stacks(days, 6, ROOM, SLOT) if one.columns]
    for one, other in pairwise(found):
        assert one.x + one.columns * SLOT / 2 <= other.x - other.columns * SLOT / 2 + 0.01
