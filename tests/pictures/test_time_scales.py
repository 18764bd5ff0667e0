"""Dates as stretches of time, where they stand, and what the axis names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pictures.time.ticks import _day_of, day_number
from mkdocs_dossier.pictures.time.timescale import Scale, Span, ticks
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words

ROOM = 328.0


def moment(written: str) -> Span:
    return Span.of_moment(EdtfDate.parse(written))


def scale(*written: str) -> Scale:
    return Scale.fitted([moment(one) for one in written])


def named(*written: str, words: Words | None = None) -> list[str]:
    """Give the ticks of an axis, each with its month or year where that begins."""
    found = ticks(scale(*written), ROOM, words or Words())
    return [f"{tick.label} ({tick.context})" if tick.context else tick.label for tick in found]


@given(st.dates())
def test_days_are_counted_as_the_calendar_does(day: date) -> None:
    assert day_number((day.year, day.month, day.day)) == (day - date(1970, 1, 1)).days


@given(st.integers(min_value=-200_000_000, max_value=200_000_000))
def test_a_day_is_read_back_from_its_number_in_any_year(number: int) -> None:
    assert day_number(_day_of(number)) == number


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2024-02-05", (2024, 2, 5), (2024, 2, 6)),
        ("2024-02", (2024, 2, 1), (2024, 3, 1)),
        ("2024", (2024, 1, 1), (2025, 1, 1)),
        ("2023-10-15/2024-02-02", (2023, 10, 15), (2024, 2, 3)),
        ("-0044-03-15", (-44, 3, 15), (-44, 3, 16)),
    ],
)
def test_a_span_goes_from_its_first_day_to_the_day_after_its_last(
    written: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    assert moment(written) == Span(day_number(start), day_number(end), lasts=False, vague=False)


def test_an_open_end_has_no_day_and_its_mark_stands_on_the_day_that_is_known() -> None:
    before, since = moment("../2024-02-03"), moment("2024-02-03/..")
    assert before.start is None
    assert since.end is None
    assert before.moment == since.moment == day_number((2024, 2, 3)) + 0.5


@pytest.mark.parametrize("written", ["2024-02-05?", "2024~", "2024-02%", "2024-02-05/", "2023-10-15~/.."])
def test_what_is_uncertain_approximate_or_unknown_is_vague(written: str) -> None:
    assert moment(written).vague


def test_a_time_of_day_is_one_moment_by_the_clock_there() -> None:
    span = moment("2024-02-05T18:00:00-05:00")
    assert span.start == span.end == day_number((2024, 2, 5)) + 0.75


def test_only_an_interval_says_how_long_an_event_lasted() -> None:
    assert Span.of_event(EdtfDate.parse("2023-10-15/2024-02-02")).lasts
    assert not Span.of_event(EdtfDate.parse("2024-02")).lasts
    assert not Span.of_moment(EdtfDate.parse("2023-10-15/2024-02-02")).lasts


@given(st.lists(st.dates(), min_size=1, max_size=12))
def test_later_days_stand_further_to_the_right_and_all_in_the_picture(days: list[date]) -> None:
    found = scale(*(day.isoformat() for day in days))
    places = [found.at(day_number((day.year, day.month, day.day)) + 0.5) for day in sorted(set(days))]
    assert places == sorted(set(places))
    assert 0 <= places[0] <= places[-1] <= 100


def test_a_long_time_in_which_nothing_begins_or_ends_is_cut_out() -> None:
    found = scale("2002-10-07", "2024-02-03", "2024-02-05")
    assert len(found.breaks) == 1
    days = [found.at(day_number(day) + 0.5) for day in [(2002, 10, 7), (2024, 2, 3), (2024, 2, 5)]]
    assert days[2] - days[1] > 20


@pytest.mark.parametrize(
    "written",
    [
        ("2020", "2021", "2022", "2023"),
        ("2024-02-01", "2024-02-02", "2024-02-05"),
        ("2024-02-01", "2024-06-01"),
        ("2015/2019", "2019/2023"),
    ],
)
def test_what_stands_apart_already_has_no_break(written: tuple[str, ...]) -> None:
    assert scale(*written).breaks == []


def test_a_date_known_to_the_century_does_not_push_others_together() -> None:
    found = scale("2024-02-01", "2024-02-05", "20XX")
    assert found.holds(day_number((2024, 2, 3)))
    assert not found.holds(day_number((2000, 1, 1)))
    assert scale("19XX", "20XX").holds(day_number((1950, 1, 1)))


def test_each_part_of_a_broken_axis_names_a_day() -> None:
    assert named("2002-10-07", "2024-02-03", "2024-02-05") == ["7 (Oct 2002)", "3 (Feb 2024)", "4", "5"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("2024-02-02", "2024-02-05"), ["2 (February 2024)", "3", "4", "5"]),
        (
            ("2024-02-05T13:15:00-05:00", "2024-02-05T18:15:00-05:00"),
            ["12:00 (5 February 2024)", "15:00", "18:00", "21:00"],
        ),
        (
            ("2024-02-02", "2024-02-28", "2024-03-20", "2024-04-20"),
            ["5 (February 2024)", "19", "4 (March 2024)", "18", "1 (April 2024)", "15"],
        ),
        (
            ("2023-02/2023-09", "2023-09/2024-04"),
            ["Mar (2023)", "May", "Jul", "Sep", "Nov", "Jan (2024)", "Mar", "May"],
        ),
        (("2015/2019", "2019/2023"), ["2016", "2018", "2020", "2022", "2024"]),
        (("-0500/1000", "1000/2023"), ["−500", "0", "500", "1000", "1500", "2000"]),
    ],
)
def test_an_axis_names_days_months_years_or_centuries(written: tuple[str, ...], expected: list[str]) -> None:
    assert named(*written) == expected


def test_an_axis_speaks_the_language_of_the_dossier() -> None:
    assert named("2024-02-02", "2024-02-05", words=Words("ar"))[0] == "2 (فبراير 2024)"
    assert named("2024-02-02", "2024-02-05", words=Words("fr"))[0] == "2 (février 2024)"


@given(st.lists(st.dates(), min_size=1, max_size=6))
def test_ticks_are_in_order_and_few_enough_to_read(days: list[date]) -> None:
    found = scale(*(day.isoformat() for day in days))
    places = [found.at(tick.day) for tick in ticks(found, ROOM, Words())]
    assert places == sorted(places)
    assert len(places) <= ROOM / 18


def test_a_mirrored_scale_has_each_day_as_far_from_the_right_as_the_other_from_the_left() -> None:
    spans = [moment(one) for one in ("2002-10-07", "2024-02-03", "2024-02-05")]
    plain, mirrored = Scale.fitted(spans), Scale.fitted(spans, is_mirrored=True)
    days = [day_number(day) + 0.5 for day in [(2002, 10, 7), (2010, 1, 1), (2024, 2, 3), (2024, 2, 5)]]
    assert [mirrored.at(day) for day in days] == [100 - plain.at(day) for day in days]
    ((left, right),) = mirrored.breaks
    assert ((100 - right, 100 - left),) == tuple(plain.breaks)
    assert left < right


def test_a_part_that_is_too_short_for_a_day_is_named_all_the_same() -> None:
    spans = [moment(one) for one in ("2023-10-15", "2024-01", *["2024-02-03"] * 5, *["2024-02-05"] * 9)]
    found = ticks(Scale.fitted(spans, room=600), 600, Words())
    assert [(tick.label, tick.context) for tick in found][:3] == [
        ("15", "Oct 2023"),
        ("1", "Jan 2024"),
        ("1", "Feb 2024"),
    ]
