import pytest

from mkdocs_dossier.rules.lexicon.calendar import named_weekdays, states
from mkdocs_dossier.values.dates import EdtfDate

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
