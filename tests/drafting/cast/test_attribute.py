"""Whom pronouns, posts and family names mean."""

import pytest

from mkdocs_dossier.drafting.analysis import analyse
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.quotes.sourcetext import SourceText


def speakers(text: str) -> list[str]:
    found = analyse(SourceText(text), None, PACK)
    return [found.parties[one.speaker].name if one.speaker is not None else "" for one in found.utterances]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("John Poe met Mary Roe. “It is so, as everybody knows,” he said.", "John Poe"),
        ("John Poe met Mary Roe. “It is so, as everybody knows,” she said.", "Mary Roe"),
        ("Zyx Quux said it is so. “Nobody was told of it,” she added.", "Zyx Quux"),
        ("Zyx Quux said Mary Roe lied. “Nobody was told of it,” she added.", "Zyx Quux"),
        (
            "Government spokesman John Poe met Jim Roe. “It is so, as we know,” the spokesperson said.",
            "John Poe",
        ),
        ("John Poe met Jim Roe. “It is so, as we all know,” Poe said.", "John Poe"),
        (
            "The Norland Water Ministry met. “It is so, as we all know,” the ministry said.",
            "Norland Water Ministry",
        ),
        ("John Poe met Jim Roe. “It is so, as we all know,” a US official said.", "a US official"),
        ("Nobody came. “It is so, as we all know,” she said.", "she"),
        ("The rule is “a lawful source of income,” as a ministry memo put it.", "a ministry memo"),
        ("The mayor said it was too early to tell, and there was “no trace of it at all” yet.", "The mayor"),
    ],
)
def test_a_phrase_means_who_was_named_before(text: str, last: str) -> None:
    assert speakers(text)[-1] == last


def test_a_pronoun_tells_how_it_goes_on() -> None:
    # Once "she" was Quux, Quux is no "he".
    text = (
        "Zyx Quux and Jim Roe met. “It is so, as we know,” Quux said. “Yes, it is so,” she said. "
        "“No, it is not,” he said."
    )
    assert speakers(text)[-1] == "Jim Roe"


def test_nobody_is_found_far_away() -> None:
    far = " ".join("It rained there." for _ in range(40))
    assert speakers(f"Then John Poe left. {far} “It is so, as everybody knows,” he said.")[-1] == "he"
