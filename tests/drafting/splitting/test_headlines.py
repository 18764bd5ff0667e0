"""Headlines, whose verbs are known though they have capitals."""

import pytest

from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.headlines import in_small_letters
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.sourcetext import SourceText


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe Says Roads Will Stay Shut", "Ana Roe says Roads will Stay Shut"),
        ("Ana Roe Says roads stay shut", "Ana Roe Says roads stay shut"),
        ("ANA ROE SAYS ROADS STAY SHUT", "ANA ROE SAYS ROADS STAY SHUT"),
        ("Roe Says So", "Roe Says So"),
    ],
)
def test_the_verbs_of_a_headline_are_written_small(text: str, expected: str) -> None:
    (one,) = sentences(SourceText(text), PACK)
    found = in_small_letters(one.plain, PACK)
    assert " ".join(token.text for token in found) == expected
    assert [(token.start, token.end) for token in found] == [(token.start, token.end) for token in one.plain]
