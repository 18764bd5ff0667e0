"""Names that stand before or behind words as a label."""

import pytest

from mkdocs_dossier.drafting.attribution.labels import heading, label_after, label_before, turn
from mkdocs_dossier.drafting.nouns.phrases import Phrase
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import Sentence, sentences
from mkdocs_dossier.quotes.sourcetext import SourceText


def read(text: str) -> tuple[Sentence, ...]:
    return sentences(SourceText(text), PACK)


def words(found: Phrase | None) -> str:
    return " ".join(token.text for token in found.words) if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe: “It is late.”", "Ana Roe"),
        ("Voters agree – Ana Roe: “It is late.”", "Ana Roe"),
        ("He thanked Ana Roe: “It is late.”", ""),
        ("The rest: “It is late.”", ""),
    ],
)
def test_a_name_with_a_colon_before_a_quotation(text: str, expected: str) -> None:
    (one,) = read(text)
    at = next(at for at, token in enumerate(one.plain) if token.is_quoted)
    assert words(label_before(one.plain, at, PACK)) == expected


@pytest.mark.parametrize(
    ("text", "expected", "index"),
    [
        ("“It is late.” ― Ana Roe", "Ana Roe", 1),
        ("“It is late.”\n\n― Ana Roe, Lenz", "Ana Roe", 1),
        ("“It is late” — Ana Roe.", "Ana Roe", 0),
        ("“It is late” — Ana Roe left town", "", 0),
        ("“It is late.”\n\nAna Roe", "", 0),
        ("“It is late.”", "", 0),
    ],
)
def test_a_name_with_a_dash_behind_a_quotation(text: str, expected: str, index: int) -> None:
    found = read(text)
    label = label_after(found[0], 0, found, PACK)
    assert words(label[0] if label else None) == expected
    assert not label or label[1] is found[index]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ROE: Well, look, it is late.", "ROE"),
        ("“ROE: Well, look, it is late.”", "ROE"),
        ("MS. ROE: Well, look.", "MS. ROE"),
        ("Roe: Well, look, it is late.", ""),
        ("ROE said it is late.", ""),
    ],
)
def test_a_turn_of_a_transcript(text: str, expected: str) -> None:
    found = read(text)[0]
    name = turn(found)
    assert words(name) == expected
    assert not name or text[name.tokens[0].start :].startswith(expected.partition(" ")[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe: Roads will stay shut for long", "Ana Roe"),
        ("Ana Roe: 12", ""),
        ("Latest: Roads will stay shut for long", ""),
        ("The Latest: Roads will stay shut for long", ""),
        ("New Report: Roads will stay shut for long", ""),
        ("We asked Ana Roe: Roads will stay shut for long", ""),
    ],
)
def test_a_name_that_heads_a_line(text: str, expected: str) -> None:
    assert words(heading(read(text)[0].plain, PACK)) == expected
