"""The day of publication, from metadata that agree."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.intake.publication import agreed, contradiction, moment


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-02-05", "2024-02-05"),
        ("2024-2-5", "2024-02-05"),
        ("2024/02/05 10:44", "2024-02-05"),
        ("2024-02-05T23:30:00.123Z", "2024-02-05"),
        ("2024-02-05T23:30:00+0330", "2024-02-05"),
        ("20240205T233000Z", "2024-02-05"),
        ("20240205", "2024-02-05"),
        ("٢٠٢٤-٠٢-٠٥", "2024-02-05"),
        ("1707128040", "2024-02-05"),
        ("1707128040000", "2024-02-05"),
        ("Mon, 05 Feb 2024 10:44:00 GMT", "2024-02-05"),
    ],
)
def test_a_day_is_read_as_metadata_write_it(written: str, day: str) -> None:
    found = moment("x", written)
    assert found is not None
    assert found.day.isoformat() == day


@pytest.mark.parametrize(
    "written",
    [
        "",
        "05/02/2024",  # of February, or the second of May
        "2024-13-01",
        "2024-02-30",
        "1402-11-16",  # of the Persian calendar
        "1445-07-24",  # of the Islamic one
        "0001-01-01",
        "1970-01-01T00:00:00Z",
        "0",
        "yesterday",
        "2024",
        "2024-02-05T25:00:00Z",
        "2024-02-05T10:00:00+99:99",
        "9" * 13,
        "2024-02-05" + " " * 100 + "x",
    ],
)
def test_what_may_be_another_day_is_not_read(written: str) -> None:
    assert moment("x", written) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (("2024-02-05T10:44:00Z", "2024-02-05T10:45:00Z"), "2024-02-05"),
        (("2024-02-05T22:30:00Z", "2024-02-06T01:30:00+03:00"), "2024-02-06"),
        (("2024-02-05T22:30:00Z", "2024-02-06"), "2024-02-06"),
        (("2024-02-05T05:30:00Z", "2024-02-04"), "2024-02-04"),
        (("2024-02-05T22:30:00Z", "2024-02-07"), None),
        (("2024-02-05T22:30:00+03:00", "2024-02-06"), None),
        (("2024-02-05", "2024-02-06"), None),
        (("2024-02-05T22:30:00Z", "2024-02-06T02:30:00+03:00"), None),
        ((), None),
    ],
)
def test_moments_agree_where_they_may_be_one(written: tuple[str, ...], day: str | None) -> None:
    moments = [one for text in written if (one := moment("x", text))]
    for order in (moments, moments[::-1]):
        found = agreed(order)
        assert (found and found.day) == (date.fromisoformat(day) if day else None)


def test_a_contradiction_names_each_day_with_what_says_it() -> None:
    moments = [
        one
        for told, text in (("a", "2024-02-06"), ("b", "2024-02-05"), ("c", "2024-02-06"))
        if (one := moment(told, text))
    ]
    assert "2024-02-05 (b) and 2024-02-06 (a). Give it with --published." in contradiction(moments)


@given(st.text(alphabet="0123456789-/T:.+Z ٠", max_size=40) | st.text(max_size=70))
def test_no_text_breaks_the_reading_of_dates(written: str) -> None:
    found = moment("x", written)
    assert found is None or 1600 <= found.day.year <= 2200
