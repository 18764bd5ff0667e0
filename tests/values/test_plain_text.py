"""Text, verbatim words and prose: what is kept, and which characters are kept out."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_prose, parse_text, parse_verbatim

PARSERS = [parse_text, parse_verbatim, parse_prose]
KEPT = [
    "باسم العوادي",
    "بەغدا",
    "می\u200cخواهم",
    "👩\u200d🚀",
    "a\u200eb\u200f\u061c",
    "x \u2067باسم\u2069 y",
    "<b>*&",
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", KEPT)
def test_text_in_any_script_is_kept(parser: Callable[[str], str], text: str) -> None:
    assert parser(f"  {text}\n") == unicodedata.normalize("NFC", text)


def test_text_and_prose_are_composed_and_verbatim_words_are_not() -> None:
    assert [parser("e\u0301") for parser in PARSERS] == ["é", "e\u0301", "é"]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", ["", " \n\t", "\u200e", "\u200b \ufeff"])
def test_what_shows_nothing_is_empty(parser: Callable[[str], str], text: str) -> None:
    with pytest.raises(InvalidValue, match="is empty"):
        parser(text)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\x00b", "has a control character, U+0000, at position 2"),
        (" ab\x1bc", "has a control character, U+001B, at position 4"),
        ("a\x9fb", "has a control character, U+009F, at position 2"),
        ("a\x7f.", "has a control character, U+007F, at position 2"),
        ("\ud800", "has a code that is no character, U+D800, at position 1"),
        ("a\ufffeb", "has a code that is no character, U+FFFE, at position 2"),
        ("a\ufdd0b", "has a code that is no character, U+FDD0, at position 2"),
        ("a\U0010ffffb", "has a code that is no character, U+10FFFF, at position 2"),
        (
            "a\u202eb\u202c",
            "has an unseen bidi control that overrides the order of letters, RLO (U+202E), at position 2",
        ),
        (
            "a\u202db\u202c",
            "has an unseen bidi control that overrides the order of letters, LRO (U+202D), at position 2",
        ),
        ("a\u2067b", "has an unseen bidi control that is never closed, RLI (U+2067), at position 2"),
        ("a\u2068b\u202c", "has an unseen bidi control that closes nothing, PDF (U+202C), at position 4"),
        ("a\u202bb\u2069", "has an unseen bidi control that closes nothing, PDI (U+2069), at position 4"),
        ("a\u2069", "has an unseen bidi control that closes nothing, PDI (U+2069), at position 2"),
    ],
)
def test_an_unseen_character_is_named_with_its_position(
    parser: Callable[[str], str], text: str, message: str
) -> None:
    with pytest.raises(InvalidValue) as fault:
        parser(text)
    assert fault.value.message == message


@pytest.mark.parametrize("line_break", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_text_stands_on_one_line(line_break: str) -> None:
    with pytest.raises(InvalidValue, match="has a line break at position 2"):
        parse_text(f"a{line_break}b")


def test_a_tab_within_a_text_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"has a tab, U\+0009, at position 2"):
        parse_text("a\tb")


def test_verbatim_words_keep_their_line_breaks() -> None:
    assert parse_verbatim("\n one\r\n\ttwo\u2028three \n") == "one\r\n\ttwo\u2028three"


def test_a_form_feed_in_verbatim_words_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"U\+000C"):
        parse_verbatim("a\x0cb")


def test_prose_keeps_its_lines_and_ends_them_alike() -> None:
    assert parse_prose("\r\none\r\n\ttwo\n\nthree\n") == "one\n\ttwo\n\nthree"


@pytest.mark.parametrize("line_break", ["\r", "\x0b", "\x0c", "\x85", "\u2028"])
def test_a_rare_line_break_in_prose_is_named(line_break: str) -> None:
    with pytest.raises(InvalidValue, match=f"has a line break, U\\+{ord(line_break):04X}, at position 2"):
        parse_prose(f"a{line_break}b")


def test_a_bidi_control_in_prose_ends_with_its_paragraph() -> None:
    assert parse_prose("\u2067a\nb\u2069") == "\u2067a\nb\u2069"
    with pytest.raises(InvalidValue, match="is never closed, RLI"):
        parse_prose("x \u2067a\n \nb\u2069")


@pytest.mark.parametrize("parser", PARSERS)
@given(text=st.text())
def test_what_is_read_reads_the_same_again(parser: Callable[[str], str], text: str) -> None:
    try:
        once = parser(text)
    except InvalidValue:
        return
    assert parser(once) == once
    assert once == once.strip() != ""


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"]), min_size=1)
)
def test_visible_characters_are_never_refused(text: str) -> None:
    assert parse_text(text) == unicodedata.normalize("NFC", text)
    assert parse_verbatim(text) == text
