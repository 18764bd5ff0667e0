"""Language tags, and the direction of languages and of texts."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.text.languages import Direction, by_direction, direction, direction_of
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.tags import parse_tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en", "en"),
        ("CKB", "ckb"),
        ("ar-iq", "ar-IQ"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("sl-ROZAJ-biske-1994", "sl-rozaj-biske-1994"),
        ("ar-x-Levant", "ar-x-levant"),
        ("X-Dialect", "x-dialect"),
    ],
)
def test_a_tag_is_read_into_its_usual_letter_case(text: str, tag: str) -> None:
    assert parse_tag(text) == tag


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("en_us", "en-US"),
        ("en_US.UTF-8", "en-US"),
        ("Arabic", "ar"),
        ("English (US)", "en"),
        ("central kurdish", "ckb"),
        ("Sorani", "ckb"),
    ],
)
def test_another_spelling_is_refused_with_the_tag(text: str, meant: str) -> None:
    with pytest.raises(InvalidValue) as fault:
        parse_tag(text)
    assert fault.value.hint == f"write it as {meant}"


@pytest.mark.parametrize(
    "text", ["", "e", "zh-yue", "de-1996-1996", "en-u-ca-buddhist", "i-klingon", "en-", "x", "ａｒ"]
)
def test_what_is_no_tag_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a language tag"):
        parse_tag(text)


RIGHT_TO_LEFT = ["ar", "ckb", "fa", "he", "ur", "yi", "dv", "ps", "sd", "ug", "pnb", "ar-Arab-IQ", "ku-Arab"]
RIGHT_TO_LEFT += ["az-Arab", "pa-PK", "uz-AF"]
LEFT_TO_RIGHT = ["en", "ku", "de-1996", "zh-Hant-TW", "ar-Latn", "pa", "es-419", "x-arab", "en-x-arab", "qaa"]
IN_LOCALE_DATA = [
    "am",
    "ar",
    "az",
    "ckb",
    "dv",
    "en",
    "fa",
    "he",
    "hi",
    "hy",
    "ja",
    "ks",
    "lrc",
    "mzn",
    "nqo",
]
IN_LOCALE_DATA += ["ps", "ru", "sd", "syr", "tr", "ug", "ur", "yi"]


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_a_language_written_from_right_to_left(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize("tag", LEFT_TO_RIGHT)
def test_a_language_written_from_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


@pytest.mark.parametrize("tag", IN_LOCALE_DATA)
def test_directions_are_those_of_the_locale_data(tag: str) -> None:
    expected = {"right-to-left": "rtl", "left-to-right": "ltr"}[Locale.parse(tag).character_order]
    assert direction(tag) == expected


@pytest.mark.parametrize(
    ("text", "among_ltr", "among_rtl"),
    [
        ("Basim al-Awadi (باسم)", "ltr", "ltr"),
        ("الحشد الشعبي (PMF)", "rtl", "rtl"),
        ("نائب قائد PMF في الأنبار", "rtl", "rtl"),
        ("“مدير المياه” at the time", "ltr", "rtl"),
        ("«on Friday»، في تقرير يوم الجمعة", "ltr", "rtl"),
        ("שלום", "rtl", "rtl"),
        ("said", "ltr", "ltr"),
        ("2024-02-02/..", "ltr", "ltr"),
        ("“12”", "ltr", "ltr"),
        ("", "ltr", "ltr"),
    ],
)
def test_a_text_is_turned_where_most_of_its_letters_run_the_other_way(
    text: str, among_ltr: str, among_rtl: str
) -> None:
    assert (direction_of(text), direction_of(text, "rtl")) == (among_ltr, among_rtl)


@pytest.mark.parametrize(
    ("text", "among", "pieces"),
    [
        ("all in Latin", "ltr", ["all in Latin"]),
        ("“الأربعاء”, 16 March", "ltr", ["“", "الأربعاء", "”, 16 March"]),
        ("in Sahlan (في 13 مارس، صباحًا) and", "ltr", ["in Sahlan (", "في 13 مارس، صباحًا", ") and"]),
        ("«on Friday»، 17 مارس", "rtl", ["«", "on Friday", "»، 17 مارس"]),
        ("باسم", "ltr", ["باسم"]),
        ("2024", "rtl", ["2024"]),
    ],
)
def test_a_text_is_split_where_its_direction_changes(text: str, among: Direction, pieces: list[str]) -> None:
    assert [piece for piece, _ in by_direction(text, among)] == pieces


@given(st.text(st.sampled_from("ab בא 12,(“”)\u064b")), st.sampled_from(["ltr", "rtl"]))
def test_the_pieces_of_a_text_are_the_text_and_begin_and_end_with_letters(
    text: str, among: Direction
) -> None:
    pieces = by_direction(text, among)
    assert "".join(piece for piece, _ in pieces) == text
    for piece, way in pieces:
        if way != among:
            assert {direction_of(piece[0]), direction_of(piece[-1])} == {way}
            assert not any(char.isalpha() and direction_of(char) == among for char in piece)


@given(st.text())
def test_any_text_is_a_tag_or_an_invalid_value(text: str) -> None:
    try:
        tag = parse_tag(text)
    except InvalidValue as fault:
        assert fault.hint
    else:
        assert parse_tag(tag) == tag
        assert direction(tag) in ("ltr", "rtl")
