"""What drafts are held to: all rules but those that say that a record is not finished yet."""

import pytest

from mkdocs_dossier.rules.registry import sparing
from tests.support import dossier_of

TEXT = "„Niemand hat uns informiert“, sagte Ada Weber."
RECORDS = """\
sources:
  news: {title: News, text: news.txt, language: de, D}
  unused: {title: Nothing is taken from it, D}
actors:
  weber: {name: Ada Weber, kind: person, D}
  nobody: {name: Nobody, kind: person, D}
places:
  nowhere: {name: Nowhere, D}
events:
  talk: {name: A talk, kind: talk, D}
claims:
  told: {text: They were told., D}
statements:
  weber-denies: {speaker: weber, source: news, quote: Niemand hat uns informiert, D}
"""
SPARED = {
    "claim-without-position",
    "no-translation",
    "statement-without-position",
    "unused-actor",
    "unused-place",
    "unused-source",
}


def rules(records: str, *, draft: bool) -> set[str]:
    written = records.replace(", D}", ", review: draft}" if draft else "}").replace("", "")
    return {one.rule for one in dossier_of(written, {"news.txt": TEXT}).problems}


def test_what_says_that_a_record_is_not_finished_is_silent_for_drafts() -> None:
    assert sparing() == SPARED
    assert rules(RECORDS, draft=False) >= SPARED
    assert rules(RECORDS, draft=True).isdisjoint(SPARED)


def test_all_else_is_said_of_drafts_too() -> None:
    said = rules(RECORDS, draft=True)
    assert {"event-without-evidence", "source-without-hash"} <= said
    wrong = RECORDS.replace("speaker: weber", "speaker: webber")
    assert "unknown-reference" in rules(wrong, draft=True)


def test_of_a_record_that_is_approved_they_speak_beside_drafts() -> None:
    mixed = RECORDS.replace("nobody: {name: Nobody, kind: person, D}", "nobody: {name: Nobody, kind: person}")
    assert "unused-actor" in rules(mixed, draft=True)


def test_what_only_drafts_name_is_used() -> None:
    event = "fire: {name: F, kind: fire, places: [north], review: draft}"
    records = f"places:\n  north: {{name: Northtown}}\nevents:\n  {event}\n"
    assert "unused-place" not in rules(records, draft=True)


@pytest.mark.parametrize("draft", [True, False])
def test_an_allowance_in_a_draft_is_used_as_it_will_be_when_it_is_approved(*, draft: bool) -> None:
    records = (
        "places:\n  north: {name: Northtown, D} # dossier: allow unused-place: the next article names it\n"
    )
    assert rules(records, draft=draft) <= {"unreviewed"}
