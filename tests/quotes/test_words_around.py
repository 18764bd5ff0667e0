"""How far the words around a match go: to the paragraph, a sentence, a word, and never beyond the limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.quotes.context import context
from mkdocs_dossier.quotes.letters import splits_character
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find, may_end, may_start


def around(text: str, fragment: str, limit: int) -> tuple[str, str]:
    source = SourceText(text)
    (match,) = find(source, fragment)
    return context(source, match, limit=limit)


def test_a_paragraph_of_just_the_limit_is_taken_whole() -> None:
    text = "one two. HERE. nine ten"
    assert around(text, "HERE", 9) == ("one two. ", ".")
    assert around(text, "HERE", 10) == ("one two. ", ". nine ten")
    assert around(text, "HERE", 8) == ("", ".")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("It was. It is. He said ", "It is. He said "),
        ("Now it was so.   He said ", "He said "),
        ("It was late.” He said ", "He said "),
        ("“It was late!)” He said ", "He said "),
        ("one two three four five six ", "three four five six "),
        ("美国政府没有通知伊拉克。没有通知伊拉克政府", "没有通知伊拉克政府"),
    ],
)
def test_the_words_before_begin_with_the_first_whole_sentence_or_word(before: str, expected: str) -> None:
    # No sentence that begins behind the match counts.
    assert around(f"{before}HERE it is. And so on.", "HERE", 20)[0] == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (" is it. So it is. And so on", " is it. So it is."),
        (" is it. And so on it went", " is it."),
        (" is it. So. No. And on it went", " is it. So. No."),
        (" one two three four. Five", " one two three four."),
        (" one two three four five. Six", " one two three four"),
        (" one two three four fives. Six", " one two three four"),
        ("没有通知。美国政府没有通知伊拉克政府美国。", "没有通知。"),
    ],
)
def test_the_words_after_end_with_the_last_whole_sentence_or_word(after: str, expected: str) -> None:
    assert around(f"HERE{after}", "HERE", 20)[1] == expected


def test_a_word_that_goes_on_and_on_is_cut_at_a_character() -> None:
    text = "x" * 200 + "国" + "x" * 200
    assert around(text, "国", 50) == ("x" * 50, "x" * 50)
    marks = "e" + "\u0301" * 3
    for limit in (48, 49, 50, 51):
        assert around(marks * 60 + "国" + marks * 60, "国", limit) == (marks * 12, marks * 12)


def test_the_words_around_stay_in_the_paragraph_wherever_it_stands() -> None:
    assert around("国" * 300 + "\nHe said HERE. Yes.\n" + "国" * 300, "HERE", 20) == ("He said ", ". Yes.")
    assert around("He said so.\nA plan.\nNext.", "so. A", 20) == ("He said ", " plan.")


def test_280_characters_are_taken_on_each_side() -> None:
    source = SourceText("国" * 281 + "HERE" + "国" * 281)
    (match,) = find(source, "HERE")
    assert [len(words) for words in context(source, match)] == [280, 280]


def test_nothing_is_taken_of_a_character_that_is_longer_than_the_limit() -> None:
    long = "e" + "\u0301" * 60
    assert around(f"{long}国{long}", "国", 50) == ("", "")


PIECES = ["it", "was", "so.", "late.”", "国政", "é", "e\u0301n", "(no!)"]


@given(
    st.lists(st.sampled_from([*PIECES, "x" * 45]), max_size=30),
    st.lists(st.sampled_from([*PIECES, "x" * 45]), max_size=30),
    st.integers(1, 60),
    st.sampled_from([" ", "  ", ""]),
)
def test_the_words_around_are_of_whole_characters_and_within_the_limit(
    before: list[str], after: list[str], limit: int, blank: str
) -> None:
    text = f"{blank.join(before)} HERE {blank.join(after)}"
    found_before, found_after = around(text, "HERE", limit)
    assert max(len(found_before), len(found_after)) <= limit
    assert not splits_character(text, text.index("HERE") - len(found_before))
    assert not splits_character(text, text.index("HERE") + 4 + len(found_after))


@given(
    st.lists(st.sampled_from(PIECES), max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=30),
    st.integers(12, 60),
)
def test_the_words_around_are_whole_where_one_fits(before: list[str], after: list[str], limit: int) -> None:
    text = f"{' '.join(before)} HERE {' '.join(after)}"
    found_before, found_after = around(text, "HERE", limit)
    assert may_start(SourceText(text), text.index("HERE") - len(found_before))
    assert may_end(SourceText(text), text.index("HERE") + 4 + len(found_after))


@pytest.mark.parametrize(("length", "shown"), [(31, 31), (32, 32), (33, 32)])
def test_32_characters_around_a_match_come_with_it(length: int, shown: int) -> None:
    (match,) = find(SourceText(f"{'a' * (length - 1)} HERE {'b' * (length - 1)}"), "HERE")
    assert (match.prefix, match.suffix) == ("a" * (shown - 1) + " ", " " + "b" * (shown - 1))


def test_a_character_that_does_not_fit_around_a_match_is_left_out_whole() -> None:
    mark = "e" + "\u0301" * 40
    (match,) = find(SourceText(f"{mark}国HERE国{mark}"), "国HERE国")
    assert (match.prefix, match.suffix) == ("", "")
    (match,) = find(SourceText("e\u0301" * 20 + " HERE " + "e\u0301" * 20), "HERE")
    assert (match.prefix, match.suffix) == ("e\u0301" * 15 + " ", " " + "e\u0301" * 15)
