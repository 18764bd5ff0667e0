"""Where sentences end, and that a quotation is inside one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.sourcetext import SourceText


def parts(text: str) -> list[str]:
    return [text[slice(*one.span)] for one in sentences(SourceText(text), PACK)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Roe left.", "Lee stayed."],
        ["Mr. Roe met J. Lee at 3 p.m. on Monday.", "It rained."],
        ["She works for Norland Inc.", "The firm is small."],
        ["Norland Inc. Roads is small."],
        ["“No.”", "“Yes.”"],
        ["“Why?” Roe asked.", "Nobody knew."],
        ["“It is late.”", "Roe left."],
        ["Rep. Ana Roe (D-Norl.), chair of the board, said no."],
        ["“I ask: Why? Who?” she said, “and when?”"],
        ["No. 7 is shut.", "No.", "Roads are shut."],
    ],
)
def test_a_text_is_parted_into_sentences(expected: list[str]) -> None:
    assert parts(" ".join(expected)) == expected


def test_no_sentence_runs_over_a_paragraph() -> None:
    assert parts("Roe said\n\nthat roads are shut") == ["Roe said", "that roads are shut"]


def test_what_stands_in_short_brackets_is_passed_over() -> None:
    (one,) = sentences(SourceText("Ana Roe (Reform) said so."), PACK)
    assert [token.text for token in one.plain] == ["Ana", "Roe", "said", "so", "."]


def test_a_long_bracket_and_one_with_a_quotation_are_kept() -> None:
    (one,) = sentences(SourceText("Roe (“the boss”) left (and a b c d e f g h i j k) again."), PACK)
    assert one.plain == one.tokens


@given(st.text(alphabet="Ab cd.?!()“”\"',:\n", max_size=120))
def test_the_sentences_hold_all_tokens_of_a_text_in_order(text: str) -> None:
    found = sentences(SourceText(text), PACK)
    places = [token.start for one in found for token in one.tokens]
    assert places == sorted(set(places))
    assert [one.index for one in found] == list(range(len(found)))
    covered = {at for one in found for token in one.tokens for at in range(token.start, token.end)}
    assert all(character.isspace() for at, character in enumerate(text) if at not in covered)
