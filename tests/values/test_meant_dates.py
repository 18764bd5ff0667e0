"""What an author is offered for a date in another notation: of each notation, both ends and each word."""

import pytest

from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.invalid import InvalidValue


def refusal(text: str) -> InvalidValue:
    with pytest.raises(InvalidValue) as fault:
        EdtfDate.parse(text)
    return fault.value


MEANT = {
    # a month and a year
    "02.2024": "2024-02",
    "2/2024": "2024-02",
    "11-2024": "2024-11",
    # a day with the month first or last
    "2024-13-12": "2024-12-13",
    "2024.12.05": "2024-12-05",
    "5.13.2024": "2024-05-13",
    "1/2/2024": "2024-02-01, or as 2024-01-02",
    "5.5.2024": "2024-05-05",
    # names of months
    "1 Jan 2024": "2024-01-01",
    "31 December 2024": "2024-12-31",
    "may 5, 2024": "2024-05-05",
    "Tues 5th of May, 2024": "2024-05-05",
    "Oct.-2023": "2023-10",
    # seasons, quarters, decades
    "summer of 2023": "2023-22",
    "fall 2023": "2023-23",
    "autumn 2023": "2023-23",
    "winter 2023": "2023-24",
    "Q1 2024": "2024-01/2024-03",
    "q4/2024": "2024-10/2024-12",
    "2024-33": "2024-01/2024-03",
    "2024-36": "2024-10/2024-12",
    "1980's": "198X",
    # what is unknown
    "20uu": "20XX",
    "199x": "199X",
    "2004-uu": "2004-XX",
    # marks
    "c. 199X": "199X~",
    "c1990": "1990~",
    "approx. may 1990": "1990-05~",
    "~2024-02-05": "2024-02-05~",
    "?199X": "199X?",
    "~2024-02-05?": "2024-02-05%",
    "2024%-02": "2024-02%",
    # moments
    "2024-02-05 13:15 +03:00": "2024-02-05T13:15+03:00",
    "2024-02-05t13:15z": "2024-02-05T13:15Z",
    # intervals
    "2024-01 to 2024-03": "2024-01/2024-03",
    "2024-01 until 2024-03": "2024-01/2024-03",
    "2024-01--2024-03": "2024-01/2024-03",
    "1 Jan 2024 – 3 Mar 2024": "2024-01-01/2024-03-03",
    "3 Mar 2024 – 1 Jan 2024": "2024-01-01/2024-03-03",
    "2024-01 / 2024-03": "2024-01/2024-03",
    "2024-02-XX/2024-03-XX": "2024-02/2024-03",
    "2024-XX/..": "2024/..",
    "unknown/2024": "/2024",
}


@pytest.mark.parametrize(("text", "meant"), MEANT.items())
def test_what_was_meant_is_offered(text: str, meant: str) -> None:
    assert refusal(text).hint == f"write it as {meant}"


@pytest.mark.parametrize("word", ["open", "now", "Present", "today", "ongoing", "*"])
def test_a_word_for_an_end_that_is_open_means_two_dots(word: str) -> None:
    assert refusal(f"2024-02-05/{word}").hint == "write it as 2024-02-05/.."


@pytest.mark.parametrize("word", ["unknown", "?"])
def test_a_word_for_an_end_that_is_unknown_means_nothing(word: str) -> None:
    assert refusal(f"2024-02-05/{word}").hint == "write it as 2024-02-05/"


def test_an_end_that_is_left_out_is_not_turned_round() -> None:
    # What ends before it starts may be the wrong way round; `../` and `/..` are not the same.
    assert refusal("5 Feb 2024/..").hint == "write it as 2024-02-05/.."
    assert refusal("/5 Feb 2024").hint == "write it as /2024-02-05"
    assert refusal("..").hint.startswith("write it as 2024-02-05, or 2024-02 if")


@pytest.mark.parametrize("text", ["../..", "/", "../", "/.."])
def test_an_interval_without_any_date_is_no_date(text: str) -> None:
    fault = refusal(text)
    assert (fault.message, fault.hint) == (
        f"is an interval without any date: “{text}”",
        "leave the field out",
    )


@pytest.mark.parametrize("length", [60, 61])
def test_sixty_characters_are_looked_at(length: int) -> None:
    text = f"c. {'0' * (length - 7)}1990"
    fault = refusal(text)
    assert fault.message.startswith("is not a date" if length == 60 else "is too long for a date")
    assert fault.hint == "write it as 2024-02-05, or 2024-02 if the day is not known"
