"""Dates in as few letters as a picture has room for."""

import pytest

from mkdocs_dossier.pictures.time.shortdates import short_date, year_of
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words


@pytest.mark.parametrize(
    ("date", "language", "said", "with_year"),
    [
        ("2024-02-03", "en", "3 Feb", "3 Feb 2024"),
        ("2024-02-03", "fr", "3 févr.", "3 févr. 2024"),
        ("2024-02-03T10:00Z", "en", "3 Feb", "3 Feb 2024"),
        ("../2024-02-03", "en", "3 Feb", "3 Feb 2024"),
        ("2024-01-20/2024-02-03", "en", "3 Feb", "3 Feb 2024"),
        ("2024-02-03/..", "en", "3 Feb", "3 Feb 2024"),
        ("2024-02-03~", "en", "3 Feb", "3 Feb 2024"),
        ("2024-02", "en", "Feb 2024", "Feb 2024"),
        ("2024", "en", "2024", "2024"),
        ("202X", "en", "202X", "202X"),
        ("-0044-03-15", "en", "-0044-03-15", "-0044-03-15"),
    ],
)
def test_a_date_is_as_short_as_it_can_be(date: str, language: str, said: str, with_year: str) -> None:
    value, words = EdtfDate.parse(date), Words(language)
    assert short_date(value, words, with_year=False) == said
    assert short_date(value, words, with_year=True) == with_year


def test_the_year_is_that_of_the_day_which_is_named() -> None:
    assert [year_of(EdtfDate.parse(one)) for one in ("../2024-02-03", "2023-12-20/2024-01-02")] == [
        2024,
        2024,
    ]
