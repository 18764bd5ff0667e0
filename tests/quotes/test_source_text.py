"""A source's text: its paragraphs and lines, and the words around a match."""

import pytest

from mkdocs_dossier.quotes.context import context
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in SourceText(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title\nOne.\nTwo.\n", ["Title", "One.", "Two."]),
        ("\n  \n Title \r\n\r\nOne.\rTwo.", ["Title", "One.\rTwo."]),
        ("One is\nwrapped.\n\nTwo is\ntoo.", ["One is\nwrapped.", "Two is\ntoo."]),
        ("\n\nTitle\nOne.\n\n", ["Title", "One."]),
        # Half of the breaks stand inside a sentence: wrapped. Fewer: a line is a paragraph.
        ("He said that they\nwere told.\nThey left.", ["He said that they\nwere told.\nThey left."]),
        ("He said\nthat.\nThey left.\nSo it was.", ["He said", "that.", "They left.", "So it was."]),
        ("Title\n\n" + "long " * 30 + "\nTwo.", ["Title", ("long " * 30).strip(), "Two."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_paragraphs_are_lines_or_blocks_of_wrapped_lines(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def around(text: str, fragment: str, limit: int = 280) -> tuple[str, str]:
    source = SourceText(text)
    return context(source, find(source, fragment)[0], limit=limit)


def test_the_words_around_go_as_far_as_the_paragraph() -> None:
    assert around("Title\nHe said so. We informed them. Yes.\nNext.", "informed") == (
        "He said so. We ",
        " them. Yes.",
    )
    assert around("Title\nAll of it.\nNext.", "All of it.") == ("", "")


def test_the_words_around_a_match_over_paragraphs_go_to_both_ends() -> None:
    assert around("Title\nHe said so.\nThey left.\nNext.", "so. They") == ("He said ", " left.")


def test_where_the_paragraph_is_long_the_words_around_go_to_sentences() -> None:
    text = "Long ago it was. He said that “it was late.” We informed them. That is all. And so it went on."
    assert around(text, "informed", 30) == ("We ", " them. That is all.")


def test_where_the_sentence_is_long_the_words_around_go_to_whole_words() -> None:
    text = "one two three four five six seven eight nine"
    assert around(text, "five", 12) == ("three four ", " six seven")
    assert around("国" * 50 + "通知" + "人" * 50, "通知", 12) == ("国" * 12, "人" * 12)


def test_the_words_around_are_never_longer_than_allowed_nor_cut_in_a_character() -> None:
    text = "x" * 100 + " here " + "e\u0301" * 100
    before, after = around(text, "here", 11)
    assert (len(before) <= 11, after) == (True, " " + "e\u0301" * 5)
