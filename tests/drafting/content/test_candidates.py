"""Claims that two utterances are at odds about."""

import pytest

from mkdocs_dossier.drafting.analysis import analyse
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.quotes.sourcetext import SourceText

CLOSED = "the bridge was closed before the storm"


def claims(text: str) -> list[tuple[str, dict[str, Stance]]]:
    found = analyse(SourceText(text), None, PACK)
    named = [found.parties[one.speaker].name if one.speaker is not None else "" for one in found.utterances]
    return [(one.text, {named[at]: stance for at, stance in one.positions}) for one in found.propositions]


def test_what_one_says_and_another_denies_is_a_claim() -> None:
    text = f"John Poe said that {CLOSED}. Mary Roe denied that {CLOSED}."
    assert claims(text) == [
        ("The bridge was closed before the storm.", {"John Poe": Stance.ASSERTS, "Mary Roe": Stance.DENIES})
    ]


@pytest.mark.parametrize(
    "text",
    [
        # Nobody denies it; another thing is denied; one denies what the same one said.
        f"John Poe said that {CLOSED}. Mary Roe said that the bridge was open.",
        f"John Poe said that {CLOSED}. Mary Roe denied that taxes would rise.",
        f"John Poe said that {CLOSED}. John Poe denied that the bridge was closed.",
    ],
)
def test_in_doubt_there_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_of_several_denials_the_one_that_says_most_of_it_counts() -> None:
    text = (
        f"The ministry denied that the bridge was closed. John Poe said that {CLOSED}, contradicting it. "
        f"Mary Roe denied that {CLOSED}, calling it “a tale”."
    )
    ((words, positions),) = claims(text)
    assert words == "The bridge was closed before the storm."
    assert positions == {"John Poe": Stance.ASSERTS, "Mary Roe": Stance.DENIES}
