import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.rules.checking import lines
from tests.rules.slips.said_figures import NOT_SAID, SAID


def is_reported(value: str, passage: str, language: str = "en") -> bool:
    yaml = f"""\
sources:
  news: {{title: News, language: {language}}}
events:
  attack:
    name: The attack
    kind: attack
    figures:
      - measure: killed
        value: "{value}"
        source: news
        passage: {json.dumps(passage, ensure_ascii=False)}
"""
    found = lines("figure-not-in-passage", yaml)
    assert found in ([], [9])
    return bool(found)


@pytest.mark.parametrize(
    ("value", "passage"),
    [
        (">85", "striking more than 85 targets"),
        ("1500", "1,500 people"),
        ("1500", "1.500 people"),
        ("1500", "1 500 people"),
        ("1500", "1\u202f500 people"),
        ("1500", "1’500 people"),
        ("1.5", "1,5 metres"),
        ("1234567", "1,234,567 people"),
        ("1234567", "12,34,567 people"),
        ("3", "three soldiers"),
        ("7", "up ¼. Seven people said so"),
        ("7", "up by a quarter, seven people said"),
        ("25", "twenty-five soldiers"),
        ("305", "three hundred and five soldiers"),
        ("2000000", "2 million people"),
        ("1500000", "1.5 million people"),
        ("3000", "three thousand people"),
        ("12", "a dozen soldiers"),
        ("24", "two dozen soldiers"),
        ("16-20", "between 16 and 20 fighters"),
        ("16-20", "sixteen fighters, or some more"),
        ("~30", "about thirty fighters"),
        ("1", "a soldier was killed"),
        ("0", "no soldier was killed"),
    ],
)
def test_a_number_that_stands_in_the_passage_in_any_writing_is_found(value: str, passage: str) -> None:
    assert not is_reported(value, passage)


@pytest.mark.parametrize(
    ("value", "passage"),
    [
        ("58", "striking more than 85 targets"),
        ("30", "three soldiers"),
        ("150", "1,500 people"),
        ("2000", "2 soldiers"),
        ("16-20", "sixty fighters"),
        ("5", "soldiers were killed"),
    ],
)
def test_a_number_that_does_not_stand_there_is_reported(value: str, passage: str) -> None:
    assert is_reported(value, passage)


@pytest.mark.parametrize(
    ("language", "value", "passage"),
    [
        ("fr", "90", "quatre-vingt-dix soldats"),
        ("fr", "30", "une trentaine de soldats"),
        ("de", "25", "fünfundzwanzig Soldaten"),
        ("pt-BR", "20", "vinte soldados"),
        ("ar", "16", "مقتل ١٦ مقاتلا"),
        ("ar", "1500", "١٬٥٠٠ شخص"),
        ("ar", "16", "مقتل ستة عشر مقاتلا"),
        ("ar", "2", "مقتل جنديين من 5"),
        ("ar", "2000000", "2 مليون"),
        ("zh", "16", "十六人"),
    ],
)
def test_in_other_languages_only_what_can_be_told_is_reported(
    language: str, value: str, passage: str
) -> None:
    assert not is_reported(value, passage, language)


@pytest.mark.parametrize(
    ("language", "value", "passage"),
    [("fr", "90", "quatre-vingts soldats"), ("de", "25", "52 Soldaten"), ("ar", "16", "مقتل ٦١ مقاتلا")],
)
def test_in_other_languages_other_digits_and_known_words_are_reported(
    language: str, value: str, passage: str
) -> None:
    assert is_reported(value, passage, language)


@pytest.mark.parametrize(
    ("language", "value", "passage"),
    [(language, *case) for language, cases in SAID.items() for case in cases],
)
def test_an_amount_that_the_words_say_is_found(language: str, value: str, passage: str) -> None:
    assert not is_reported(value, passage, language)


@pytest.mark.parametrize(
    ("language", "value", "passage"),
    [(language, *case) for language, cases in NOT_SAID.items() for case in cases],
)
def test_an_amount_that_the_words_do_not_say_is_reported(language: str, value: str, passage: str) -> None:
    assert is_reported(value, passage, language)


@pytest.mark.parametrize(("value", "reported"), [("12", False), ("5", False), ("60", False), ("61", True)])
def test_digits_before_a_size_may_be_numbers_by_themselves(value: str, reported: bool) -> None:
    assert is_reported(value, "five 12-year-olds") is reported


@pytest.mark.parametrize("value", ["dozens", "several", "millions"])
def test_a_word_is_not_looked_for_in_a_language_whose_words_nobody_knows(value: str) -> None:
    assert not is_reported(value, "murieron 3 personas", "es")
    assert not is_reported(value, "3人", "zh")


@pytest.mark.parametrize(
    "words", ["hundreds of ", "two to three hundred ", "half a ", "several ", "and a half "]
)
def test_words_without_end_are_read_in_time(words: str) -> None:
    assert is_reported("77", words * 10_000)


_WORDS = st.sampled_from(
    [
        *(
            "9" * 40,
            "2",
            "0",
            "½",
            "3.5",
            "45k",
            "-",
            "’s",
            ",",
            "a",
            "half",
            "and a half",
            "to",
            "dozen",
            "in",
        ),
        *("hundreds", "several", "of", "ein", "halb", "und", "bis", "demi", "et", "de"),
        *("مئة", "وخمسين", "نصف", "آلاف", "عشر"),
    ]
)


@given(st.lists(_WORDS, max_size=8).map(" ".join), st.sampled_from(["en", "de", "fr", "ar", "es", "zh"]))
def test_no_order_of_words_ends_the_reading(passage: str, language: str) -> None:
    assert not is_reported("7", f"7 … {passage}", language)
    assert is_reported("7007", f"8 … {passage}.", language) in (True, False)


def test_numbers_without_end_are_read_in_time() -> None:
    assert is_reported("77", "one 1000 " * 20_000 + "9" * 9_000)


@given(st.text(max_size=60), st.sampled_from(["en", "fr", "de", "nl", "es", "it", "pt"]))
@example("¼", "en")
def test_whatever_a_passage_says_its_numbers_in_words_are_read(passage: str, language: str) -> None:
    seven = {
        "en": "seven",
        "fr": "sept",
        "de": "sieben",
        "nl": "zeven",
        "es": "siete",
        "it": "sette",
        "pt": "sete",
    }
    assert not is_reported("7", f"{passage}. … {seven[language]}", language)
