"""Titles and values of markup, which are nobody's words."""

from dataclasses import replace

import pytest

from mkdocs_dossier.drafting.nouns.titles import is_title, may_be_title
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.sourcetext import SourceText


@pytest.mark.parametrize(
    ("text", "certainly", "perhaps"),
    [
        ("Roe said on “The Morning Show” that it is late.", True, True),
        ("Roe said on Channel 4’s “Morning Show” that it is late.", True, True),
        ("Roe starred in the film “A Road to Lenz” once.", True, True),
        ("Roe loved the famous “A Road to Lenz” once.", False, True),
        ("Roe said “No” to it.", False, False),
        ("Crowds shouted, “Build The Road!”", False, False),
        ("Roe spoke of “a bad road” then.", False, False),
        ("Roe spoke of “One Two Three Four Five Six Seven Eight Nine” then.", False, False),
        ('<a name="late">', True, False),
        ("Roe wrote “…” there.", True, False),
    ],
)
def test_a_title_shows_by_its_capitals_and_the_word_before(text: str, certainly: bool, perhaps: bool) -> None:
    (one,) = sentences(SourceText(text), PACK)
    at = next(at for at, token in enumerate(one.plain) if token.is_quoted)
    assert (is_title(one.plain, at, PACK), may_be_title(one.plain, at, PACK)) == (certainly, perhaps)


def test_a_language_without_capitals_in_titles_has_none() -> None:
    (one,) = sentences(SourceText("Roe said on “The Morning Show” that it is late."), PACK)
    assert not is_title(one.plain, 3, replace(PACK, small_in_titles=frozenset()))
