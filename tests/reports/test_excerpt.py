import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mkdocs_dossier.reports.excerpt import Excerpt, excerpt, lines_of


def shown(line: str, column: int, width: int = 60, *, point: bool = False) -> str:
    """Draw an excerpt as it is printed."""
    drawn = excerpt(line, column, width, point=point)
    return f"{drawn.before}{drawn.marked}{drawn.after}\n{drawn.mark}" + (drawn.note and f" {drawn.note}")


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("    kind: persn", 11, "    kind: persn\n          ^~~~~"),
        ("    kind: persn  # a comment", 11, "    kind: persn  # a comment\n          ^~~~~"),
        ("  kin: person", 3, "  kin: person\n  ^~~"),
        ('  "a: b": {}', 3, '  "a: b": {}\n  ^~~~~~'),
        ("  note: it's: odd", 9, "  note: it's: odd\n        ^~~~"),
        ("  note: 'it''s'", 9, "  note: 'it''s'\n        ^~~~~~~"),
        ("  url: http://a.example/b, c", 8, "  url: http://a.example/b, c\n       ^~~~~~~~~~~~~~~~~~~~~"),
        ("to: [iraq, iran]", 6, "to: [iraq, iran]\n     ^~~~"),
        ("to: [iraq, iran]", 5, "to: [iraq, iran]\n    ^"),
        ("p: {a: deny, b: c}", 8, "p: {a: deny, b: c}\n       ^~~~"),
        ("  - to: x", 3, "  - to: x\n  ^"),
        ("  text: >-", 9, "  text: >-\n        ^~"),
    ],
)
def test_the_mark_stands_under_the_whole_of_what_is_at_the_place(
    line: str, column: int, expected: str
) -> None:
    assert shown(line, column) == expected


def test_a_point_is_marked_as_one_character() -> None:
    assert shown('  a: "open', 6, point=True) == '  a: "open\n     ^'


def test_a_place_behind_the_end_of_the_line_is_marked_there() -> None:
    assert shown("a: b", 5) == "a: b\n    ^"
    assert shown("a: b", 900) == "a: b\n    ^"


def test_wide_characters_take_two_cells_of_the_mark() -> None:
    assert shown("漢字: 漢漢 x", 5) == "漢字: 漢漢 x\n      ^~~~~~"


def test_combining_marks_take_none() -> None:
    assert shown("e\u0301e\u0301: bad", 7) == "e\u0301e\u0301: bad\n    ^~~"


def test_a_tab_is_seen_and_keeps_the_mark_in_line() -> None:
    assert shown("\tkind: x", 2) == "→   kind: x\n    ^~~~"
    assert shown("\tkind: x", 1, point=True) == "→   kind: x\n^~~~"


def test_controls_and_overrides_are_spelt_out_before_and_under_the_mark() -> None:
    assert shown("\u202ea: b\x1b", 5) == "<U+202E>a: b<U+001B>\n           ^~~~~~~~~"


def test_text_from_right_to_left_is_repeated_after_the_mark() -> None:
    assert shown("ar: باسم", 5) == "ar: باسم\n    ^~~~ “باسم”"


def test_text_from_right_to_left_behind_the_place_needs_no_repetition() -> None:
    assert shown("arr: باسم", 1) == "arr: باسم\n^~~"


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 200 + " [bad, " + "b" * 200
    assert shown(line, 203, 30) == "…aaaaaaa [bad, bbbbbbbbbbbbbb…\n          ^~~"


def test_a_long_value_is_cut_at_its_end() -> None:
    assert shown("key: " + "v" * 100, 6, 20) == "key: vvvvvvvvv…\n     ^~~~~~~~~~"


@pytest.mark.parametrize("content", [b"a\nb\nc", b"a\r\nb\r\nc", b"a\rb\rc", b"\xef\xbb\xbfa\nb\nc"])
def test_lines_are_counted_as_editors_count_them(content: bytes) -> None:
    assert lines_of(content) == ["a", "b", "c"]


def test_bytes_that_are_not_utf8_have_a_place_too() -> None:
    assert lines_of(b"a: \xff\n") == ["a: \ufffd", ""]


@given(
    st.text(st.characters(exclude_characters="\r\n")),
    st.integers(1, 300),
    st.integers(40, 120),
    st.booleans(),
)
def test_whatever_the_line_the_excerpt_fits_and_its_mark_begins_under_the_place(
    line: str, column: int, width: int, point: bool
) -> None:
    drawn: Excerpt = excerpt(line, column, width, point=point)
    assert cell_len(drawn.before) + cell_len(drawn.marked) + cell_len(drawn.after) <= width
    assert drawn.mark.index("^") == cell_len(drawn.before)
    assert cell_len(drawn.mark) <= max(width, cell_len(drawn.before) + 1)
