"""Whose a verb is, past small words, times and places, and what commas set apart."""

import pytest

from mkdocs_dossier.drafting.nouns.phrases import Phrase
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.subjects import is_finite, is_small, main_subject, subject_before
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.drafting.counted_calls import calls_of


def plain(text: str) -> tuple[Token, ...]:
    (one,) = sentences(SourceText(text), PACK)
    return one.plain


def words(found: Phrase | None) -> str:
    return " ".join(token.text for token in found.words) if found else ""


def subject(text: str, verb: str = "said") -> str:
    tokens = plain(text)
    return words(subject_before(tokens, next(at for at, one in enumerate(tokens) if one.text == verb), PACK))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe has also repeatedly said no.", "Ana Roe"),
        ("Ana Roe on Monday said no.", "Ana Roe"),
        ("Ana Roe at a rally in Lenz said no.", "Ana Roe"),
        ("Ana Roe, the head of the union, said no.", "Ana Roe"),
        ("Ana Roe, 41, of Lenz, Mich., said no.", "Ana Roe"),
        ("Ana Roe, the mayor, in a speech said no.", "Ana Roe"),
        ("“No,” the elder, Ana Roe, said.", "Ana Roe"),
        ("“No,” cried the crowd; Lenz, Ana Roe, said.", "Lenz"),
        ("Ana Roe, whose firm was sold last year, said no.", "Ana Roe"),
        ("Ana Roe – the head of the union – said no.", "Ana Roe"),
        ("The head of the union, Ana Roe, said no.", "Ana Roe"),
        ("Their lawyer, Ana Roe, said no.", "Ana Roe"),
        ("Ana Roe, who said no, left.", "Ana Roe , who"),
        ("Ana Roe, the mayor, who said no, left.", "Ana Roe , the mayor , who"),
        ("Six in 10 said no.", "Six in 10"),
        ("They walked to Lenz and said no.", ""),
        ("They went to Lenz, said no and left.", ""),
        ("Ana Roe, citing “bad roads,” said no.", "Ana Roe"),
    ],
)
def test_the_subject_before_a_verb(text: str, expected: str) -> None:
    assert subject(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe left the hall.", "Roe"),
        ("In the evening, the ministry left.", "the ministry"),
        ("Asked about it, Roe left.", "Roe"),
        ("Smiling, Roe left.", "Smiling"),
        ("Smiling broadly at them, Roe left.", "Roe"),
        ("The ad targets voters.", "The ad"),
        ("“Roads” are shut.", ""),
        ("In the evening.", ""),
    ],
)
def test_whom_a_sentence_is_about(text: str, expected: str) -> None:
    assert words(main_subject(plain(text), PACK)) == expected


def test_a_verb_that_no_table_lists_shows_by_its_ending_behind_a_name() -> None:
    tokens = plain("Ana later juggled a tired ball.")
    assert [one.text for at, one in enumerate(tokens) if is_finite(tokens, at, PACK)] == ["juggled"]


def test_names_that_look_like_small_words_are_none() -> None:
    assert [one.text for one in plain("Then Kelly really will ask Will.") if is_small(one, PACK)] == [
        "really",
        "will",
    ]


def test_a_subject_is_looked_for_in_a_bounded_part_of_a_sentence() -> None:
    def steps(asides: int) -> int:
        tokens = plain("Roe, " + "of the town, " * asides + "said no.")
        return calls_of(lambda: subject_before(tokens, len(tokens) - 3, PACK))

    assert steps(2000) == steps(4000)
