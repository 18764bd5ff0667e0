"""Words that are written as one are parted, each where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.splitting.parting import parted
from mkdocs_dossier.drafting.splitting.tokens import tokens
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.drafting.said_in import pack


def parts(text: str, language: str) -> list[str]:
    source = SourceText(text)
    found = parted(tokens(source, (0, len(text))), pack(language))
    assert all(text[token.start : token.end] == token.text for token in found)
    return [token.text for token in found]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("l’agence d’Orlane", "fr", ["l’", "agence", "d’", "Orlane"]),
        ("a-t-il dit-elle aujourd’hui", "fr", ["a", "il", "dit", "elle", "aujourd’hui"]),
        ("Jean-Marc porte-parole est-ce", "fr", ["Jean-Marc", "porte-parole", "est", "ce"]),
        ("وقال وزير", "ar", ["و", "قال", "وزير"]),
        ("فأضاف وصف", "ar", ["ف", "أضاف", "وصف"]),
        ("l’agence a-t-il", "de", ["l’agence", "a-t-il"]),
    ],
)
def test_small_words_are_parted(text: str, language: str, expected: list[str]) -> None:
    assert parts(text, language) == expected


@given(st.text(alphabet="lda’'- tilوقالف،.", max_size=30), st.sampled_from(["fr", "ar"]))
def test_no_letter_is_lost_but_the_one_between_two_hyphens(text: str, language: str) -> None:
    found = parted(tokens(SourceText(text), (0, len(text))), pack(language))
    covered = [at for token in found for at in range(token.start, token.end)]
    assert covered == sorted(set(covered))
    lost = [at for at, sign in enumerate(text) if sign.isalpha() and at not in covered]
    assert all(text[at - 1 : at + 2] == "-t-" for at in lost)
