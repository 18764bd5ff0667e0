"""Text made to fit: how much of it is left, and what stands for the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.text.shortening import cut_line, cut_middle, cut_words, first_words, opening

TEXTS = st.text("ab ,.\n", max_size=30)


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [("abcd", 4, "abcd"), ("abcde", 4, "abc…"), ("ab cd", 4, "ab…"), (" a\n\nb ", 3, "a b"), ("", 3, "")],
)
def test_a_line_is_cut_without_a_blank_before_the_ellipsis(text: str, most: int, shown: str) -> None:
    assert cut_line(text, most) == shown


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("it was so", 9, "it was so"),
        ("it  was\nso", 9, "it was so"),
        ("it was so", 8, "it was…"),
        ("it was so", 7, "it was…"),
        ("it was so", 6, "it…"),
        ("it was, so", 9, "it was…"),
        ("it was ,;:. so", 12, "it was…"),
        ("immediately", 6, "immedi…"),
    ],
)
def test_words_are_cut_between_two_of_them(text: str, most: int, shown: str) -> None:
    assert cut_words(text, most) == shown


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [("it was so", 9, "it was so"), ("it was, so", 9, "it was,"), ("immediately", 6, "immedi")],
)
def test_the_first_words_stand_without_an_ellipsis(text: str, most: int, shown: str) -> None:
    assert first_words(text, most) == shown


@pytest.mark.parametrize(
    ("text", "most", "ellipsis", "shown"),
    [
        ("abcdef", 6, "…", "abcdef"),
        ("abcdefg", 6, "…", "abc…efg"),
        ("abcdefgh", 5, "…", "ab…gh"),
        ("abcdefghijk", 10, " … ", "abcd … hijk"),
    ],
)
def test_of_a_text_without_its_middle_both_ends_are_left(
    text: str, most: int, ellipsis: str, shown: str
) -> None:
    assert cut_middle(text, most, ellipsis) == shown


@given(TEXTS, st.integers(4, 20))
def test_no_way_of_shortening_gives_more_than_it_may(text: str, most: int) -> None:
    assert max(len(cut_line(text, most)), len(first_words(text, most))) <= most
    assert max(len(cut_words(text, most)), len(cut_middle(text, most))) <= most + 1


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("one two three", "one two three"),
        ("one two three four", "one two three…"),
        ("one two, three, four", "one two, three…"),
        ("one   two\nthree", "one two three"),
        ("a" * 30, "a" * 20 + "…"),
        ("one " + "b" * 30, "one…"),
        ("one " + "b" * 30 + " c d", "one…"),
    ],
)
def test_an_opening_has_a_few_words(text: str, short: str) -> None:
    assert opening(text, 3, 20) == short
