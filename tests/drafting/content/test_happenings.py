"""What happened on a day that a text names."""

from datetime import date

import pytest

from mkdocs_dossier.drafting.content.happenings import happenings
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.sourcetext import SourceText


def found(text: str) -> list[tuple[str, str, str]]:
    those = happenings(text, sentences(SourceText(text), PACK), date(2024, 2, 5), PACK)
    return [(one.kind, one.words, one.day.day.isoformat()) for one in those if one.day]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Roe spoke during a press briefing on Monday.",
            [("press-briefing", "press briefing", "2024-02-05")],
        ),
        (
            "The airstrikes against the camps on Friday were long.",
            [("airstrike", "airstrikes", "2024-02-02")],
        ),
        ("Nobody was hurt in the Friday strikes.", []),
        ("“The airstrikes on Friday were long,” Roe said.", []),
        ("The airstrikes were long, Roe said on Friday.", []),
        ("The airstrikes were long.", []),
        # To come: not the Thursday before the day of publication.
        ("Parliament is to hold a debate on Thursday.", []),
        ("There will be a summit on Thursday.", []),
    ],
)
def test_an_event_has_its_day_behind_its_noun(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_one_event_is_told_once() -> None:
    text = "The airstrike on Friday was long. The second airstrike on Friday was short."
    assert len(found(text)) == 1
