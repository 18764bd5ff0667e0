import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.quotes.match import verify
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.slips.outside import around_marks, inside, outside, sentences, shortened

TEXT = "Orm: “We left.” Adel: “They lie.”"


def words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("start", "end", "within", "without"),
    [
        (0, len(TEXT), ["“We left.”", "“They lie.”"], ["Orm: ", " Adel: "]),
        (6, 24, ["We left.”", "“T"], [" Adel: "]),
        (15, 22, [], [" Adel: "]),
        (7, 9, ["e "], []),
    ],
)
def test_a_stretch_is_cut_at_its_quotation_marks(
    start: int, end: int, within: list[str], without: list[str]
) -> None:
    text = SourceText(TEXT)
    assert words(TEXT, inside(text, (start, end))) == within
    assert words(TEXT, outside(text, (start, end))) == without


@given(st.text("a “”\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_each_character_is_either_inside_or_outside(written: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(written)), min(other, len(written))))
    text = SourceText(written)
    parts = sorted([*inside(text, (start, end)), *outside(text, (start, end))])
    assert [at for part in parts for at in range(*part)] == list(range(start, end))


@pytest.mark.parametrize(
    ("quote", "around"),
    [
        ("left", "“We left.”"),
        ("“We left.”", "“We left.”"),
        ("left. […] They", "“We left.” Adel: “They lie.”"),
        ("Adel", "Adel"),
        ("Adel: “They", "Adel: “They lie.”"),
    ],
)
def test_what_is_quoted_reaches_to_the_marks_around_it(quote: str, around: str) -> None:
    text = SourceText(TEXT)
    (match,) = verify(text, [quote], []).quote
    assert match
    assert words(TEXT, [around_marks(text, match)]) == [around]


def test_a_sentence_ends_with_a_mark_or_a_line_and_not_with_a_title() -> None:
    text = "Mr. Orm left. Did he? It is 3.5.\nGen. Adel stayed"
    found = words(text, list(sentences(SourceText(text), (0, len(text)))))
    assert found == ["Mr. Orm left.", " Did he?", " It is 3.5.", "\n", "Gen. Adel stayed"]


def test_of_a_very_long_stretch_the_ends_are_left() -> None:
    assert shortened((5, 2005)) == [(5, 2005)]
    assert shortened((5, 2006)) == [(5, 1005), (1006, 2006)]
