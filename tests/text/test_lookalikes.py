"""What tells two words apart that look the same."""

import pytest

from mkdocs_dossier.text.lookalikes import spelt_out, strangers


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("Ir\u0430q", "Iraq", "\u0430"),
        ("\u043e\u0441\u0430", "oca", "\u043e\u0441\u0430"),
        ("Iraq\u200b", "Iraq", "\u200b"),
        ("told\ufeff", "told", "\ufeff"),
        ("８５", "85", "８５"),
        ("a\u0430b\u0432c\u0441d\u0501", "abcd", "\u0430\u0432\u0441"),
    ],
)
def test_what_looks_like_something_else_or_like_nothing_is_named(
    word: str, other: str, expected: str
) -> None:
    assert strangers(word, other) == list(expected)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("naive", "naïve"),
        ("Iraq", "Ir\u0430q"),
        ("Iran", "Iraq"),
        ("don't", "don’t"),
        ("العراق", "Iraq"),
        ("x", ""),
    ],
)
def test_what_anybody_sees_is_not_named(word: str, other: str) -> None:
    assert strangers(word, other) == []


def test_a_character_is_spelt_out_by_its_code_and_name() -> None:
    assert spelt_out("\u200b") == "U+200B ZERO WIDTH SPACE"
    assert spelt_out("\ue000") == "U+E000"
