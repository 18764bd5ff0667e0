"""Marks in lanes: each item has its mark or is counted, and none hides another."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pictures.svg.picture import MARK
from mkdocs_dossier.pictures.time.items import Item, Lane, Mark, Room
from mkdocs_dossier.pictures.time.lanes import Chart
from mkdocs_dossier.pictures.time.timescale import Scale, Span
from mkdocs_dossier.values.dates import EdtfDate

ROOM = Room(328, 690, rows=3)
DATES = st.dates(min_value=date(2014, 1, 1), max_value=date(2024, 12, 31)).map(date.isoformat)
SPANS = st.one_of(
    DATES,
    DATES.map(lambda day: f"../{day}"),
    DATES.map(lambda day: f"{day}/.."),
    DATES.map(lambda day: day[:7]),
)


def item(index: int, written: str, caption: str = "") -> Item:
    return Item(f"i{index:03}", Span.of_event(EdtfDate.parse(written)), "event", written, "#", caption)


def placed(*items: Item, rows: int = 3) -> list[Mark]:
    scale = Scale.fitted([one.span for one in items if one.span])
    room = Room(ROOM.narrow, ROOM.wide, rows)
    return Chart.of([Lane("a lane", items)], scale, room, 0).marks


def extent(mark: Mark, pixels: float) -> tuple[float, float]:
    middle, half = mark.x * pixels / 100, MARK / 2
    return min(mark.left * pixels / 100, middle - half), max(mark.right * pixels / 100, middle + half)


@given(st.lists(SPANS, min_size=1, max_size=40), st.integers(min_value=1, max_value=5))
def test_every_item_has_one_mark_alone_or_with_others(written: list[str], rows: int) -> None:
    items = [item(index, one) for index, one in enumerate(written)]
    found = [one.id for mark in placed(*items, rows=rows) for one in mark.items]
    assert sorted(found) == [one.id for one in items]


@given(st.lists(SPANS, min_size=1, max_size=40), st.sampled_from([328.0, 690.0, 1200.0]))
def test_no_mark_hides_another_on_any_screen(written: list[str], pixels: float) -> None:
    marks = placed(*(item(index, one) for index, one in enumerate(written)))
    for first, second in combinations(marks, 2):
        (left, right), (other_left, other_right) = extent(first, pixels), extent(second, pixels)
        assert first.y != second.y or right <= other_left + 0.01 or other_right <= left + 0.01


@given(st.lists(SPANS, min_size=1, max_size=40), st.integers(min_value=1, max_value=4))
def test_a_lane_has_no_more_rows_than_it_may(written: list[str], rows: int) -> None:
    marks = placed(*(item(index, one) for index, one in enumerate(written)), rows=rows)
    assert len({mark.y for mark in marks}) <= rows


@given(st.lists(SPANS, min_size=1, max_size=20))
def test_the_order_in_which_items_come_changes_nothing(written: list[str]) -> None:
    items = [item(index, one) for index, one in enumerate(written)]
    assert placed(*items) == placed(*items[::-1])


def test_marks_of_one_day_stand_side_by_side_where_the_day_is_wide() -> None:
    marks = placed(item(1, "2024-02-05"), item(2, "2024-02-05"), item(3, "2024-02-06"))
    assert len({mark.y for mark in marks}) == 1


def test_more_than_fit_are_one_mark_with_their_number() -> None:
    crowd = [item(index, "2024-02-05") for index in range(9)]
    marks = placed(item(100, "2014-01-01"), item(101, "2019-01-01"), *crowd, rows=2)
    assert sorted(len(mark.items) for mark in marks) == [1, 1, 9]


def test_a_caption_stands_beside_its_mark_where_there_is_room() -> None:
    marks = placed(item(1, "2024-02-01", "asserts"), item(2, "2024-02-20", "denies"))
    assert [mark.caption for mark in marks] == ["right", "left"]


def test_a_caption_without_room_on_a_phone_is_kept_for_wide_screens() -> None:
    long = "a caption that is rather long for a phone, and yet not for a page"
    (mark, _) = placed(item(1, "2024-02-01", long), item(2, "2024-02-20"))
    assert (mark.caption, mark.is_wide) == ("right", True)


def test_a_caption_of_what_lasted_may_stand_in_its_bar() -> None:
    (mark,) = placed(item(1, "2024-02-01/2024-06-30", "a campaign"))
    assert mark.caption == "inside"
