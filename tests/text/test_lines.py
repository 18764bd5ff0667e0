"""The lines of a text: where they end, and on which of them a character stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.text.lines import line_and_column, line_spans, split_lines

TEXTS = st.text("a \r\n\x0b\u2028", max_size=12)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\r\nb\rc\n\rd", ["a", "b", "c", "", "d"]),
        ("a\x0bb\u2028c", ["a\x0bb\u2028c"]),
    ],
)
def test_a_line_ends_at_what_an_editor_takes_for_an_end(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines


@given(TEXTS)
def test_the_spans_of_the_lines_hold_the_lines(text: str) -> None:
    assert [text[start:end] for start, end in line_spans(text)] == split_lines(text)


@given(TEXTS)
def test_the_line_and_the_column_lead_back_to_the_character(text: str) -> None:
    for line, (start, end) in enumerate(line_spans(text), 1):
        for index in range(start, end + 1):
            assert line_and_column(text, index) == (line, index - start + 1)


def test_lines_and_columns_count_from_one_in_characters() -> None:
    text = "ab\r\ncé\rd\n\ne"
    assert [line_and_column(text, index) for index in range(len(text) + 1)] == [
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 1),  # inside of an end of a line, which is then the end of two
        (2, 1),
        (2, 2),
        (2, 3),
        (3, 1),
        (3, 2),
        (4, 1),
        (5, 1),
        (5, 2),
    ]
    assert line_and_column("", 0) == (1, 1)
