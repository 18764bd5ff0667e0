"""Which cue a quotation belongs to, where a sentence has several of both."""

import pytest

from mkdocs_dossier.drafting.attribution.choosing import cue_of_each
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.drafting.verbs.cues import cues
from mkdocs_dossier.quotes.sourcetext import SourceText


def chosen(text: str) -> list[str]:
    (one,) = sentences(SourceText(text), PACK)
    places = [at for at, token in enumerate(one.plain) if token.is_quoted]
    found = cue_of_each(one.plain, places, cues(one.plain, PACK), PACK)
    return [one.plain[cue.start].text if cue else "" for cue in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” Roe said, “not now.”", ["said", "said"]),
        ("“No,” Roe said, but Lee answered “yes.”", ["said", "answered"]),
        ("Roe said Lee called it “bad.”", ["said"]),
        ("Roe praised a “good” plan and “fair” rules, Lee noted.", ["noted", "noted"]),
        ("Roe called it “bad,” he told Lee of the matter.", ["told"]),
        ("Although Roe admitted that it was “bad,” he claimed they had won.", ["admitted"]),
        ("“Bad” roads are shut.", [""]),
        ("The “bad” road angers voters, who told Roe so.", ["told"]),
    ],
)
def test_the_cue_of_each_quotation(text: str, expected: list[str]) -> None:
    assert chosen(text) == expected
