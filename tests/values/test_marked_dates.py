"""Marks of doubt at dates of every precision: they are read, and move no bound."""

import pytest

from mkdocs_dossier.values.dates import EdtfDate

DATES = ["2024-02-05", "2024-02", "2024", "-0044", "Y12024", "199X", "19XX", "2024-21", "2004-XX"]


@pytest.mark.parametrize("text", DATES)
@pytest.mark.parametrize(
    ("mark", "uncertain", "approximate"),
    [("", False, False), ("?", True, False), ("~", False, True), ("%", True, True)],
)
def test_a_mark_is_read_whatever_the_precision(
    text: str, mark: str, uncertain: bool, approximate: bool
) -> None:
    found, plain = EdtfDate.parse(text + mark), EdtfDate.parse(text)
    assert (found.uncertain, found.approximate) == (uncertain, approximate)
    assert (found.earliest, found.latest, found.precision) == (plain.earliest, plain.latest, plain.precision)
    assert found.is_day is (text == "2024-02-05" and not mark)


@pytest.mark.parametrize(
    ("text", "is_interval"),
    [("2024/2025", True), ("2024/..", True), ("/2024", True), ("2024", False), ("2024-21", False)],
)
def test_only_what_is_written_with_two_ends_is_an_interval(text: str, is_interval: bool) -> None:
    assert EdtfDate.parse(text).is_interval is is_interval
