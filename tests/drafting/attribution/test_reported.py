"""What a sentence has somebody say without quotation marks."""

import pytest

from mkdocs_dossier.drafting.attribution.reported import basis_of, reported
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.drafting.verbs.cues import cues
from mkdocs_dossier.quotes.sourcetext import SourceText


def speakers(text: str) -> list[str]:
    return [
        " ".join(token.text for token in said.speaker.words)
        for one in sentences(SourceText(text), PACK)
        for said in reported(one, cues(one.plain, PACK), PACK)
        if said.speaker
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe said that roads are shut.", ["Roe"]),
        ("Roe said she believes that Lee thinks so.", ["Roe"]),
        ("Roe announced a new road.", ["Roe"]),
        ("Roe vowed to build a road.", ["Roe"]),
        ("Roe began to build a road.", []),
        ("Roe called for a road.", ["Roe"]),
        ("Roe called Lee.", []),
        ("The rebels denied it.", ["The rebels"]),
        ("Roe would deny it.", []),
        ("Roe did not mention it.", []),
        ("Did Roe say that roads are shut?", []),
        ("I think that roads are shut.", []),
        ("Roads are shut, according to Roe.", ["Roe"]),
        ("According to Lee, Roe said that roads are shut.", ["Lee"]),
        ("Lee plans a road, Roe said.", ["Roe"]),
        ("Roe left for Lenz, saying that roads are shut.", ["Roe"]),
        ("Roe left for Lenz and said that roads are shut.", ["Roe"]),
        ("Roe said roads are shut, and said that rails are shut.", ["Roe"]),
        ("Roe said roads are shut, while Lee said that rails are shut.", ["Roe", "Lee"]),
        ("Roe maintains a road.", []),
        ("Roe left for Lenz and criticized Lee.", ["Roe"]),
        ("Roe replied:", []),
    ],
)
def test_who_says_something(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_who_is_quoted_is_not_listed_again() -> None:
    (one,) = sentences(SourceText("Roe said that roads are shut."), PACK)
    found = list(reported(one, cues(one.plain, PACK), PACK))
    assert len(found) == 1
    assert list(reported(one, cues(one.plain, PACK), PACK, found)) == []


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Roe said no.", Basis.NAMED),
        ("She said no.", Basis.PRONOUN),
        ("Officials said no.", Basis.POST),
        ("It is no, according to Roe.", Basis.SOURCED),
    ],
)
def test_what_a_speaker_rests_on(text: str, basis: Basis) -> None:
    (one,) = sentences(SourceText(text), PACK)
    assert basis_of(cues(one.plain, PACK)[-1]) is basis
