"""The days that a text names, and which of them is that of saying."""

from datetime import date

import pytest

from mkdocs_dossier.drafting.content.nameddays import day_of_saying, named_days
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.sourcetext import SourceText

MONDAY = date(2024, 2, 5)


def said_on(text: str, published: date | None = MONDAY) -> str:
    sentence = sentences(SourceText(text), PACK)[0]
    day = day_of_saying(text, sentence, published, PACK)
    return f"{day.day.isoformat()} {day.words}" if day else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is so,” Roe told reporters on Saturday.", "2024-02-03 Saturday"),
        ("“It is so,” Roe said on Monday.", "2024-02-05 Monday"),
        ("“It is so,” Roe said in a statement on Feb. 1.", "2024-02-01 Feb. 1"),
        ("Roe said yesterday that it is so.", "2024-02-04 yesterday"),
        # The traps: days of what was said, not of saying.
        ("“They struck on Friday,” Roe said.", ""),
        ("Roe said a damage assessment of the Friday strikes is underway.", ""),
        ("Roe said that they fled on Thursday.", ""),
        ("During the Friday strikes nobody was hurt, Roe said.", ""),
    ],
)
def test_a_day_counts_beside_the_verb_of_saying_only(text: str, expected: str) -> None:
    assert said_on(text) == expected


def test_without_a_day_of_publication_no_weekday_is_counted() -> None:
    assert said_on("“It is so,” Roe said on Saturday.", None) == ""


def days(text: str, published: date | None = MONDAY) -> list[str]:
    sentence = sentences(SourceText(text), PACK)[0]
    return [f"{one.day.isoformat()} {one.words}" for one in named_days(sentence, published, PACK)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on December 30 there.", ["2023-12-30 December 30"]),
        ("They met on January 7, 2019, there.", ["2019-01-07 January 7 , 2019"]),
        ("They met on 7 January 2019 there.", ["2019-01-07 7 January 2019"]),
        ("They met on the 3rd of nothing in May.", []),
        ("They met on February 31 there.", []),
        ("He may say 12 things.", []),
    ],
)
def test_dates_are_read_as_written(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_a_date_without_a_year_needs_a_day_of_publication() -> None:
    assert days("They met on December 30 there.", None) == []
    assert days("They met on December 30, 2021, there.", None) == ["2021-12-30 December 30 , 2021"]
