"""Sets of nouns that have their compounds too."""

import pytest

from mkdocs_dossier.drafting.packs.compounds import compounds

_NOUNS = compounds("sprecher rat amt ministerium")


@pytest.mark.parametrize("word", ["sprecher", "rat", "regierungssprecher", "us-außenministerium", "amt"])
def test_a_noun_and_a_compound_that_ends_with_one_are_in(word: str) -> None:
    assert word in _NOUNS


@pytest.mark.parametrize("word", ["vorrat", "gesamt", "sprechers", "", "recher", 3, None])
def test_other_words_are_not(word: object) -> None:
    assert word not in _NOUNS


def test_only_the_end_of_a_long_word_is_looked_at() -> None:
    assert "x" * 10_000 + "sprecher" in _NOUNS
