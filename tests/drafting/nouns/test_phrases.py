"""The words that name or describe somebody, before and behind a verb."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.nouns.phrases import Phrase, What, phrase_after, phrase_before
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import Sentence, sentences
from mkdocs_dossier.quotes.sourcetext import SourceText


def read(text: str) -> Sentence:
    (one,) = sentences(SourceText(text), PACK)
    return one


def before(text: str, word: str) -> Phrase | None:
    plain = read(text).plain
    return phrase_before(plain, next(at for at, token in enumerate(plain) if token.text == word), PACK)


def words(found: Phrase | None) -> str:
    return " ".join(token.text for token in found.words) if found else ""


@pytest.mark.parametrize(
    ("text", "expected", "what", "name"),
    [
        ("Yesterday Ana Roe said so", "Ana Roe", What.NAME, "Ana Roe"),
        ("Then Mr. Roe said so", "Mr. Roe", What.NAME, "Roe"),
        ("Kelly said so", "Kelly", What.NAME, "Kelly"),
        ("Then, Will Roe said so", "Will Roe", What.NAME, "Will Roe"),
        (
            "White House press secretary Ana Roe said",
            "White House press secretary Ana Roe",
            What.NAME,
            "Ana Roe",
        ),
        (
            "A spokesman for the ministry of health said",
            "A spokesman for the ministry of health",
            What.POST,
            "",
        ),
        ("Later the Norland ministry said so", "the Norland ministry", What.BODY, ""),
        ("But officials said so", "officials", What.PEOPLE, ""),
        ("But she said so", "she", What.PRONOUN, ""),
        ("The report said so", "The report", What.THING, ""),
        ("Roe thinks that Ana Lee said so", "Ana Lee", What.NAME, "Ana Lee"),
        ("Roe thinks that officials said so", "officials", What.PEOPLE, ""),
    ],
)
def test_the_phrase_before_a_verb(text: str, expected: str, what: What, name: str) -> None:
    found = before(text, "said")
    assert found is not None
    assert (words(found), found.what) == (expected, what)
    assert not name or " ".join(token.text for token in found.names) == name


@pytest.mark.parametrize("text", ["Late in the day it was said", "They walked and said", "The plan, said"])
def test_no_phrase_stands_before_a_verb(text: str) -> None:
    assert before(text, "said") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said Luis Roe, who heads the centre", "Luis Roe"),
        ("said the head of the union in Norland", "the head of the union in Norland"),
        ("said Ana de Souza today", "Ana de Souza"),
        ("said didn’t", ""),
        ("said , he", ""),
    ],
)
def test_the_phrase_behind_a_verb(text: str, expected: str) -> None:
    assert words(phrase_after(read(text).plain, 1, PACK)) == expected


@given(
    st.lists(
        st.sampled_from(["Roe", "the", "of", "said", "who", "’s", ",", "ministry", "he", "x"]), max_size=30
    )
)
def test_a_phrase_is_bounded_and_ends_where_it_is_asked_for(some: list[str]) -> None:
    for one in sentences(SourceText(" ".join(some)), PACK):
        for at in range(len(one.plain) + 1):
            found = phrase_before(one.plain, at, PACK)
            assert found is None or (found.end == at and 0 < at - found.start <= 60)
            further = phrase_after(one.plain, at, PACK)
            assert further is None or (further.start == at and 0 < further.end - at <= 60)
