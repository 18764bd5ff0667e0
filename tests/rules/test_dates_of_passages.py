import pytest

from mkdocs_dossier.rules.lexicon.calendar import states
from mkdocs_dossier.rules.lexicon.weekdays import named_weekdays
from mkdocs_dossier.values.dates import EdtfDate
from tests.rules.checking import lines, messages

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Washington on Friday night launched a campaign", FRI),
        ("he said Saturday.", SAT),
        ("told reporters Monday that it was over", MON),
        ("Iraq’s foreign ministry on Saturday summoned the chargé d’affaires", SAT),
        ("Sunday, he left", SUN),
        ("TUESDAY", TUE),
        ("on Wednesday 7 February", WED),
        ("late Thursday in Baghdad", THU),
    ],
)
def test_a_weekday_gives_a_date(text: str, number: int) -> None:
    assert list(named_weekdays(text, "en")) == [(number, True)]


@pytest.mark.parametrize(
    "text",
    [
        "casualties during the Friday strikes",
        "Friday’s attack",
        "Friday's attack",
        "ahead of Friday strikes",
        "after Friday prayers",
        "the talks go on until Friday",
        "every Friday",
        "on Black Friday",
        "by Friday.",
        "a Friday-night raid",
    ],
)
def test_a_weekday_that_belongs_to_something_else_gives_none(text: str) -> None:
    assert list(named_weekdays(text, "en")) == [(FRI, False)]


@pytest.mark.parametrize("text", ["Fridays", "Fri.", "the sun and the moon", "midfriday"])
def test_only_whole_and_full_names_are_weekdays(text: str) -> None:
    assert list(named_weekdays(text, "en")) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "a déclaré vendredi le porte-parole", (FRI, True)),
        ("fr", "Vendredi, il est parti", (FRI, True)),
        ("fr", "les frappes de vendredi", (FRI, False)),
        ("fr", "jusqu’à samedi", (SAT, False)),
        ("ar", "قال يوم الجمعة إن", (FRI, True)),
        ("ar", "أعلن، الجمعة، أن", (FRI, True)),
        ("ar", "قال العوادي الأحد إن", (SUN, True)),
        ("ar", "ضربات الجمعة", (FRI, False)),
        ("ar", "صلاة الجمعة، ثم", (FRI, False)),
        ("de", "am Freitagabend, den Freitag", (FRI, True)),
        ("fa", "روز سه‌شنبه گفت", (TUE, True)),
        ("fa", "روز سه شنبه گفت", (TUE, True)),
        ("ja", "2日金曜日に", (FRI, True)),
        ("pt-BR", "na sexta-feira", (FRI, True)),
    ],
)
def test_weekdays_are_known_in_the_language_of_the_source(
    language: str, text: str, found: tuple[int, bool]
) -> None:
    assert list(named_weekdays(text, language)) == [found]


def test_a_language_that_nobody_knows_names_no_weekday() -> None:
    assert list(named_weekdays("on Friday", "qaa")) == []


EVENT = """
sources:
  news: {{title: News, text: news.txt, language: {language}}}
events:
  strikes:
    name: The strikes
    kind: airstrike
    when: {when}
    {note}
    evidence:
      - {{source: news, passage: "{passage}"}}
"""
STATEMENT = """
sources:
  news: {{title: News, text: news.txt}}
actors:
  kirby: {{name: John Kirby, kind: person}}
events:
  briefing: {{name: Briefing, kind: press-briefing, {briefing}}}
statements:
  said:
    speaker: kirby
    said: {said}
    {more}
    source: news
    {words}
"""


def event(rule: str, when: str, passage: str, note: str = "", language: str = "en") -> list[int]:
    yaml = EVENT.format(when=when, passage=passage, note=note, language=language)
    return lines(rule, yaml, passage)


def statement(rule: str, said: str, words: str, more: str = "", briefing: str = "") -> list[int]:
    return lines(rule, STATEMENT.format(said=said, words=words, more=more, briefing=briefing), words)


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


def test_the_message_names_both_weekdays() -> None:
    yaml = EVENT.format(when="2024-02-03", passage="on Friday night.", note="", language="en")
    (message,) = messages("weekday-mismatch", yaml, "on Friday night.")
    assert message == "The passage names Friday, but 2024-02-03 is a Saturday."


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
    ("language", "text"),
    [
        ("en", "on 5 February"),
        ("en", "Feb. 5, 2024"),
        ("en", "the 5th of February"),
        ("fr", "le 5 février"),
        ("de", "am 5. Februar"),
        ("ar", "٥ فبراير"),
        ("ar", "5 شباط"),
        ("ja", "2月5日"),
        ("ko", "2월 5일"),
        ("en", "05/02/2024"),
        ("en", "2/5/24"),
        ("de", "5.2.2024"),
    ],
)
def test_a_day_is_stated_by_its_number_and_its_month(language: str, text: str) -> None:
    assert states(text, EdtfDate.parse("2024-02-05"), language)
    assert not states(text, EdtfDate.parse("2024-03-06"), language)


@pytest.mark.parametrize(
    "text", ["in February", "5 soldiers", "the 15th of February", "5 March and in April"]
)
def test_a_month_or_a_number_alone_states_no_day(text: str) -> None:
    assert not states(text, EdtfDate.parse("2024-02-05"), "en")
