"""What a date is made of stays a date: the ends of an interval, the month or year that it falls in."""

import pytest

from mkdocs_dossier.values.dates import EdtfDate, Precision


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-02-02/2024-02-05", "2024-02-02", "2024-02-05"),
        ("2024~/2024-03?", "2024~", "2024-03?"),
        ("../2024-02", None, "2024-02"),
        ("/2024-02", None, "2024-02"),
        ("2024-02/..", "2024-02", None),
        ("2024-02/", "2024-02", None),
        ("2024-02-02", None, None),
        ("2024-02-02T10:00:00Z", None, None),
    ],
)
def test_an_interval_knows_its_two_dates(text: str, start: str | None, end: str | None) -> None:
    date = EdtfDate.parse(text)
    assert date.start == (EdtfDate.parse(start) if start else None)
    assert date.end == (EdtfDate.parse(end) if end else None)


def test_the_interval_up_to_a_date_ends_with_its_last_day() -> None:
    until = EdtfDate.parse("2024-02").until()
    assert until == EdtfDate.parse("../2024-02-29")


@pytest.mark.parametrize(
    ("text", "precision", "found"),
    [
        ("2024-02-05", "day", "2024-02-05"),
        ("2024-02-05T13:15:00-05:00", "day", "2024-02-05"),
        ("2024-02-05T13:15:00-05:00", "month", "2024-02"),
        ("2024-02-05", "month", "2024-02"),
        ("2024-02", "year", "2024"),
        ("2024-02", "decade", "202X"),
        ("../2024-02-05", "day", "../2024-02-05"),
        ("../2024-02-05", "month", "2024-02"),
        ("2023-12-31/2024-02-05", "year", "2023"),
        ("0987-02-05", "decade", "098X"),
        ("-0044-03-15", "year", "-0044-03-15"),
        ("Y12024", "month", "Y12024"),
        ("2024-02-05", "century", "2024-02-05"),
    ],
)
def test_a_date_is_taken_at_a_coarser_precision(text: str, precision: Precision, found: str) -> None:
    assert EdtfDate.parse(text).at(precision) == EdtfDate.parse(found)
