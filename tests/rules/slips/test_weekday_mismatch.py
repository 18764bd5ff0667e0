import pytest

from tests.rules.checking import messages
from tests.rules.slips.dated_records import EVENT, event, statement


@pytest.mark.parametrize(
    ("language", "passage"),
    [("en", "launched on Friday night."), ("fr", "lancé vendredi soir"), ("ar", "مساء يوم الجمعة")],
)
def test_an_event_on_another_weekday_than_its_evidence_names_is_reported(language: str, passage: str) -> None:
    assert event("weekday-mismatch", "2024-02-03", passage, language=language) == [7]
    assert event("weekday-mismatch", "2024-02-02", passage, language=language) == []


@pytest.mark.parametrize("when", ["2024-02", "2024-02-03?", "2024-02-03/2024-02-05", "../2024-02-03"])
def test_a_date_that_is_no_exact_day_has_no_weekday(when: str) -> None:
    assert event("weekday-mismatch", when, "launched on Friday night.") == []


def test_one_weekday_that_fits_is_enough_even_as_an_attribute() -> None:
    assert event("weekday-mismatch", "2024-02-05", "said on Monday of the raids on Friday.") == []
    assert event("weekday-mismatch", "2024-02-02", "the Friday strikes, it said on Monday.") == []
    assert event("weekday-mismatch", "2024-02-04", "said on Monday of the raids on Friday.") == [7]


def test_a_time_with_an_offset_has_the_weekday_of_its_own_clock() -> None:
    assert event("weekday-mismatch", "2024-02-02T23:30:00-05:00", "launched on Friday night.") == []


def test_the_passage_of_a_statement_counts_and_its_quote_does_not() -> None:
    assert statement("weekday-mismatch", "2024-02-05", "passage: Kirby said on Friday.") == [10]
    assert statement("weekday-mismatch", "2024-02-05", "quote: We did it on Friday.") == []


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        ("said the trial opens on Monday", []),
        ("said on Monday that the trial was over", [10]),
        ("said on Friday that the trial opens on Monday", []),
        ("said on Monday that the prisoners had fled on Friday", []),
    ],
)
def test_a_weekday_of_what_is_reported_says_nothing_of_the_day_it_was_said(
    passage: str, found: list[int]
) -> None:
    assert statement("weekday-mismatch", "2024-02-02", f"passage: {passage}") == found


def test_an_event_may_have_the_weekday_of_what_is_reported() -> None:
    assert event("weekday-mismatch", "2024-02-03", "said the trial opens on Monday") == [7]


def test_the_message_names_both_weekdays() -> None:
    yaml = EVENT.format(when="2024-02-03", passage="on Friday night.", note="", language="en")
    (message,) = messages("weekday-mismatch", yaml, "on Friday night.")
    assert message == "The passage names Friday, but 2024-02-03 is a Saturday."
