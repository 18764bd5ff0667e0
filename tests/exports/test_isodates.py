"""Dates for formats that know no uncertainty: what is exact is written, all else left out."""

import pytest

from mkdocs_dossier.exports.isodates import exact, lasting, shortened
from mkdocs_dossier.values.dates import EdtfDate


@pytest.mark.parametrize(
    ("written", "day", "short", "span"),
    [
        ("2024-02-05", "2024-02-05", "2024-02-05", ("2024-02-05", None)),
        ("2024-02-05T13:15-05", "2024-02-05T13:15:00-05:00", None, None),
        ("2024-02", None, "2024-02", (None, None)),
        ("2024-02-XX", None, "2024-02", (None, None)),
        ("2024", None, "2024", (None, None)),
        ("202X", None, None, (None, None)),
        ("2024-21", None, None, (None, None)),
        ("2024-02-05?", None, None, (None, None)),
        ("2024-02~", None, None, (None, None)),
        ("-0044-03-15", None, None, (None, None)),
        ("Y12024", None, None, (None, None)),
        ("2024-02-02/2024-02-03", None, None, ("2024-02-02", "2024-02-03")),
        ("2024-02-02/2024-03", None, None, ("2024-02-02", None)),
        ("2024-02-02/2024-02-03~", None, None, (None, None)),
        ("2024-02-02/..", None, None, ("2024-02-02", None)),
        ("../2024-02-03", None, None, (None, "2024-02-03")),
    ],
)
def test_a_date_is_written_as_far_as_it_is_exact(
    written: str, day: str | None, short: str | None, span: tuple[str | None, str | None] | None
) -> None:
    date = EdtfDate.parse(written)
    assert exact(date) == day
    assert shortened(date) == (short if span else day)
    assert lasting(date) == (span or (day, None))


def test_where_there_is_no_date_nothing_is_written() -> None:
    assert (exact(None), shortened(None), lasting(None)) == (None, None, (None, None))
