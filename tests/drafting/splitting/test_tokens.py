"""Words, signs and quotations: where each begins and ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.splitting.token import Kind, Token
from mkdocs_dossier.drafting.splitting.tokens import tokens
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.drafting.counted_calls import calls_of


def read(text: str) -> tuple[Token, ...]:
    return tokens(SourceText(text), (0, len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana’s e-mail cost $3.50.", ["Ana", "’s", "e-mail", "cost", "$", "3.50", "."]),
        ("the voters’ list", ["the", "voters", "’", "list"]),
        ("He said “no, no” twice", ["He", "said", "“no, no”", "twice"]),
        ("the U.S. office", ["the", "U.S.", "office"]),
    ],
)
def test_a_text_is_parted_into_words_and_signs(text: str, expected: list[str]) -> None:
    assert [token.text for token in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "quoted", "inside"),
    [
        ("''Roads are shut,'' Roe said", "''Roads are shut,''", "Roads are shut,"),
        ("He wrote ``shut'' there", "``shut''", "shut"),
        ("''Ask for 'The Road,''' Roe said", "''Ask for 'The Road,'''", "Ask for 'The Road,"),
        ("Roe said “shut” there", "“shut”", "shut"),
    ],
)
def test_a_quotation_has_both_of_its_doubled_marks(text: str, quoted: str, inside: str) -> None:
    (found,) = (token for token in read(text) if token.is_quoted)
    assert (found.text, found.inside) == (quoted, inside)


def test_the_ending_of_an_owner_is_no_word() -> None:
    assert [token.kind for token in read("Ana’s voters’ list")] == [
        Kind.WORD,
        Kind.OWNER,
        Kind.WORD,
        Kind.OWNER,
        Kind.WORD,
    ]


def test_the_point_of_a_short_word_is_left_out_in_small_letters() -> None:
    assert (Token(0, 3, "Mr.", Kind.WORD).low, Token(0, 4, "U.S.", Kind.WORD).low) == ("mr", "u.s.")


@given(st.text(alphabet="ab ’'“”\"«».,-\n", max_size=80))
def test_each_token_stands_where_it_says_and_none_overlap(text: str) -> None:
    source = SourceText(text)
    for span in source.paragraphs:
        found = tokens(source, span)
        assert all(text[token.start : token.end] == token.text for token in found)
        assert all(span[0] <= token.start < token.end <= span[1] for token in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_quotation_is_looked_for_in_its_own_paragraph_only() -> None:
    def steps(paragraphs: int) -> int:
        source = SourceText("\n\n".join(["“One,” Roe said."] * paragraphs))
        assert len(source.quotations) == paragraphs
        return calls_of(lambda: [tokens(source, span) for span in source.paragraphs])

    assert steps(400) < 2.2 * steps(200)
