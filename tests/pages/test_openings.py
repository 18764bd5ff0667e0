"""The first two sentences of a text, and the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pages.openings import first_sentences


@pytest.mark.parametrize(
    ("prose", "first", "rest"),
    [
        ("", "", ""),
        ("It rained.", "It rained.", ""),
        ("It rained. It snowed.", "It rained. It snowed.", ""),
        ("It rained. It snowed. It froze.", "It rained. It snowed.", "It froze."),
        ("It rained.\n\nIt snowed. It froze.", "It rained.", "It snowed. It froze."),
        ("One here. Two here. Three.\n\nFour.", "One here. Two here.", "Three.\n\nFour."),
        ("The U.S. said so. Mr. Orm did not. Zoe did.", "The U.S. said so. Mr. Orm did not.", "Zoe did."),
        ("He said “Go.” She went. They came.", "He said “Go.” She went.", "They came."),
        ("In 2024. Or [[a|b. C]] then. Yes here.", "In 2024. Or [[a|b. C]] then.", "Yes here."),
        ("قال نعم. هل قال؟ لا أحد.", "قال نعم. هل قال؟", "لا أحد."),
        ("他说了。她没说。没人说。", "他说了。她没说。", "没人说。"),
    ],
)
def test_an_opening_has_two_sentences_of_the_first_paragraph(prose: str, first: str, rest: str) -> None:
    assert first_sentences(prose) == (first, rest)


@given(st.lists(st.sampled_from(["It rained.", "No. 3", "[[a.", "b]]", "“Go.”", "\n\n", "Was it?", "x"])))
def test_nothing_is_lost(pieces: list[str]) -> None:
    prose = " ".join(pieces)
    assert " ".join(first_sentences(prose)).split() == prose.split()
