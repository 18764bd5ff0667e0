"""Eighty invented articles in four languages: who says each quotation, and what each sentence reports.

Beside each `NN.txt` stands `NN.said`: some words of the quotation or the sentence, an arrow, and the words
for the speaker, "-" where nobody speaks.
"""

from pathlib import Path

import pytest

from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.text.folding import folded, split
from tests.drafting.said_in import said_in, words_of

_ARTICLES = Path(__file__).parent / "articles"
_LANGUAGES = {"ar": 0.97, "de": 0.97, "en": 0.9, "fr": 0.97}
"""The share of the speakers that is found at least; the target for each language is .85."""

_PRECISION = 0.8
"""The share of what is read as reported that is."""


def _articles(language: str) -> list[Path]:
    return sorted((_ARTICLES / language).glob("*.txt"))


def _expected(path: Path) -> list[tuple[str, str]]:
    lines = path.with_suffix(".said").read_text("utf-8").splitlines()
    return [(words, who) for words, _, who in (line.partition(" -> ") for line in lines)]


def _is_same(one: str, other: str) -> bool:
    """Tell whether two have at least half of all their words in common."""
    first, second = set(split(folded(one))), set(split(folded(other)))
    return 2 * len(first & second) >= len(first | second)


def _candidates(said: tuple[Said, ...], at: int, *, is_quoted: bool) -> list[Said]:
    """List what is said at an offset: in its quotation, or as reported by its sentence."""
    if is_quoted:
        return [one for one in said if any(token.start <= at < token.end for token in one.quoted)]
    return [one for one in said if not one.quoted and one.sentence.span[0] <= at < one.sentence.span[1]]


def _right(path: Path) -> tuple[int, int, int, int]:
    """Count the speakers found, all speakers, what is rightly read as reported, and all that is."""
    text, language = path.read_text("utf-8"), path.parent.name
    source, said = SourceText(text), said_in(text, language)
    right, reported = 0, set()
    expected = _expected(path)
    for words, who in expected:
        at = text.index(words)
        found = _candidates(said, at, is_quoted=source.is_quoted(at, at + 1))
        good = [one for one in found if one.speaker and _is_same(words_of(one, text), who)]
        right += bool(good) if who != "-" else not any(one.speaker for one in found)
        reported |= {id(one) for one in good if not one.quoted}
    return right, len(expected), len(reported), sum(not one.quoted for one in said)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_speakers_of_twenty_articles_are_found(language: str) -> None:
    counts = [_right(path) for path in _articles(language)]
    right, everything, reported, read = map(sum, zip(*counts, strict=True))
    assert len(counts) == 20
    assert right >= _LANGUAGES[language] * everything
    assert reported >= _PRECISION * read


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_words_of_each_expectation_stand_once_in_its_article(language: str) -> None:
    for path in _articles(language):
        text = path.read_text("utf-8")
        for words, who in _expected(path):
            assert text.count(words) == 1
            assert who == "-" or who in text
