import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.text.characters import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, “typographic” – and باسم 漢字 é", "plain, “typographic” – and باسم 漢字 é"),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\nb\tc", "a<U+000A>b<U+0009>c"),
        ("abc\u202edef\u202c", "abc<U+202E>def<U+202C>"),
        ("\u2066isolated\u2069", "<U+2066>isolated<U+2069>"),
        ("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
        ("\x9b31m", "<U+009B>31m"),
        ("half \udc80", "half <U+DC80>"),
    ],
)
def test_what_cannot_be_seen_is_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["می‌خواهم", "👩‍👩‍👧", "e\u0301"])
def test_joiners_and_combining_marks_stay_since_words_are_written_with_them(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_no_control_or_direction_override_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert not any(
        unicodedata.bidirectional(c) in ("LRO", "RLO", "LRE", "RLE", "PDF", "LRI", "RLI") for c in shown
    )
