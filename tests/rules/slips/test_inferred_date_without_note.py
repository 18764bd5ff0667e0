import pytest

from tests.rules.checking import lines
from tests.rules.slips.dated_records import event, statement

INFERRED = "inferred-date-without-note"


@pytest.mark.parametrize(
    ("when", "passage"),
    [
        ("2024-02-03/..", "the strikes began"),
        ("../2024-02-03", "the strikes ended"),
        ("2024-02-03?", "the strikes"),
        ("2024-02~", "the strikes"),
        ("2024-02-02", "launched on Friday night"),
        ("2024-02-02", "the Friday strikes"),
        ("2024-02-04", "the strikes came yesterday"),
        ("2024-01", "took place late last month"),
        ("2024-01-28", "took place two days ago"),
        ("2023-10-15", "attacks since mid-October"),
        ("2024-01-28", "attacks late last month, 16 of them"),
    ],
)
def test_an_event_whose_date_must_be_inferred_needs_a_note(when: str, passage: str) -> None:
    assert event(INFERRED, when, passage) == [7]
    assert event(INFERRED, when, passage, note="when_note: Counted from the article’s date.") == []


@pytest.mark.parametrize(
    ("when", "passage"),
    [
        ("2024-02-02", "launched on Friday, 2 February"),
        ("2024-02-02", "launched on Friday, February 2nd, 2024"),
        ("2024-02-02", "launched on Friday (2024-02-02)"),
        ("2024-02-02", "launched in the night"),
        ("2024-02-03", "launched on Friday night"),
        ("2024-01", "took place last month, in January"),
        ("2023-10", "attacks since mid-October"),
        ("2024", "took place last year"),
    ],
)
def test_a_date_that_is_stated_or_not_known_from_the_words_needs_none(when: str, passage: str) -> None:
    assert event(INFERRED, when, passage) == []


def test_a_statement_needs_a_note_where_words_name_its_weekday_or_count_its_day() -> None:
    assert statement(INFERRED, "2024-02-05", "passage: Kirby said on Monday.") == [10]
    assert statement(INFERRED, "2024-02-05", "quote: On this Monday we say no.") == [10]
    assert statement(INFERRED, "2024-02-05", "passage: Kirby said yesterday.") == [10]
    assert statement(INFERRED, "2024-02-05", "passage: Kirby said on Monday.", "said_note: x") == []


def test_what_a_statement_tells_of_another_time_is_no_reason_for_a_note() -> None:
    assert statement(INFERRED, "2024-02-05", "passage: Kirby said of the deaths last month.") == []
    assert statement(INFERRED, "2024-02-05", "quote: Yesterday we struck.") == []


def test_the_date_of_the_event_at_which_it_was_said_explains_a_statements() -> None:
    words = "passage: Kirby said on Monday."
    assert statement(INFERRED, "2024-02-05", words, "during: briefing", "when: 2024-02-05") == []
    assert statement(INFERRED, "2024-02-05", words, "during: briefing", "when_note: x") == []
    assert statement(INFERRED, "2024-02-05", words, "during: briefing") == [10]


@pytest.mark.parametrize(
    ("said", "is_reported"),
    [
        ("../2024-02-05", False),
        ("../2024-02-07", False),
        ("../2024-02-06", True),
        ("../2024-02-05?", True),
        ("2024-02-05/..", True),
    ],
)
def test_no_later_than_published_needs_no_note(said: str, is_reported: bool) -> None:
    records = f"""
    sources:
      news: {{title: News, published: 2024-02-05}}
      later: {{title: Later, published: 2024-02-07T10:00Z}}
      undated: {{title: Undated}}
    actors: {{kirby: {{name: Kirby, kind: person}}}}
    statements:
      x:
        speaker: kirby
        said: {said}
        source: undated
        quote: No
        also_in: [{{source: news, quote: No}}, {{source: later, quote: No}}]
    """
    assert bool(lines(INFERRED, records)) is is_reported
