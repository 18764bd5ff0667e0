"""Under which day, month or year a date stands, and in which order."""

import pytest

from mkdocs_dossier.pages.days import Dated, Days
from mkdocs_dossier.values.dates import EdtfDate


def days(*written: str | None) -> Days:
    return Days.of(
        [
            (("events", str(index)), EdtfDate.parse(date) if date else None)
            for index, date in enumerate(written)
        ]
    )


def anchors(*written: str | None) -> list[str]:
    return [day.anchor for day in days(*written).first]


@pytest.mark.parametrize(
    ("written", "anchor"),
    [
        ("2024-02-05", "day-2024-02-05"),
        ("2024-02-05?", "day-2024-02-05"),
        ("2024-02-05T23:30:00-05:00", "day-2024-02-05"),
        ("2024-02-05/2024-03-01", "day-2024-02-05"),
        ("2023-10-15~/..", "day-2023-10-15"),
        ("../2024-02-03", "day-2024-02-03"),
        ("2024-02", "day-2024-02"),
        ("2024-02-XX", "day-2024-02"),
        ("2024~", "day-2024"),
        ("2024-21", "day-2024-21"),
        ("201X", "day-201x"),
        ("-0044-03-15", "day--0044-03-15"),
        (None, "day-not-stated"),
    ],
)
def test_a_date_stands_under_what_it_begins_with_as_exactly_as_it_is_known(
    written: str | None, anchor: str
) -> None:
    assert anchors(written) == [anchor]


def test_a_year_comes_before_its_months_and_these_before_their_days_and_what_has_no_date_last() -> None:
    assert anchors(None, "2024-01-02", "2024-01-01", "2024-01", "2024", "2023-12-31") == [
        "day-2023-12-31",
        "day-2024",
        "day-2024-01",
        "day-2024-01-01",
        "day-2024-01-02",
        "day-not-stated",
    ]


def test_the_records_of_a_day_stand_together_in_the_order_that_they_came_in() -> None:
    found = days("2024-02-05", "2024-02-03", "2024-02-05?", "../2024-02-05")
    assert [key for _, key in found.items] == ["1", "0", "2", "3"]
    assert list(found.first.values()) == [0, 1]


def test_events_and_statements_of_a_day_are_counted() -> None:
    day = EdtfDate.parse("2024-02-05")
    items: list[Dated] = [("events", "a"), ("statements", "b"), ("statements", "c")]
    assert list(Days.of([(item, day) for item in items]).counts.values()) == [(1, 2)]
