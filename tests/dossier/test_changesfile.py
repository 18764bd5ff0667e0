"""Reading `changes.yaml`: what it says, and what is wrong with it, at its place."""

import pytest

from mkdocs_dossier.dossier.changesfile import by_day, read_changes
from mkdocs_dossier.model.changelog import What
from mkdocs_dossier.problems import Level
from mkdocs_dossier.values.nearestnames import Suggestions
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.parse import parse
from tests.support import RECORDS, dossier_of, marked, places, sound

PLACES = "places:\n  iraq: {name: Iraq, kind: country}\n  anbar: {name: Anbar, kind: region, within: iraq}\n"
DRAFT = "  draft: {name: Draft, kind: city, within: iraq, review: draft}\n"


def files(changes: str, records: str = PLACES) -> dict[str, str]:
    return {RECORDS: records, "changes.yaml": changes}


def test_a_change_has_a_day_a_kind_and_what_it_is_of() -> None:
    root, _ = parse(
        "changes.yaml",
        b"- on: 2024-02-05\n  record: claim/x\n  what: contested\n  since: 2024-02\n"
        b"  by: [statement/a, statement/b]\n  because: statement/b\n"
        b"- {on: 2024-02-06, what: position-changed, was: asserts, now: denies, by: claim/x, title: A}\n",
    )
    (first, second), problems = read_changes(root, Suggestions())
    assert problems == []
    assert (first.on.text, first.record, first.what) == ("2024-02-05", Ref("claims", "x"), What.CONTESTED)
    assert first.since is not None
    assert first.since.text == "2024-02"
    assert first.by == (Ref("statements", "a"), Ref("statements", "b"))
    assert first.because == Ref("statements", "b")
    assert (second.record, second.was, second.now_, second.title) == (None, "asserts", "denies", "A")
    assert second.by == (Ref("claims", "x"),)


@pytest.mark.parametrize(
    "written",
    [
        "⟨wrong-type⟩on: 2024-02-05\n",
        "- ⟨wrong-type⟩added\n",
        "- - ⟨wrong-type⟩on\n".replace("- - ⟨wrong-type⟩", "- ⟨wrong-type⟩- "),
        "- on: ⟨invalid-value⟩2024-02\n  what: added\n",
        "- on: ⟨invalid-value⟩2024-02-05?\n  what: added\n",
        "- on: ⟨invalid-value⟩2024-02-05T10:00:00Z\n  what: added\n",
        "- on: ⟨invalid-value⟩-0044-03-15\n  what: added\n",
        "- on: 2024-02-05\n  what: ⟨invalid-value⟩contestd\n",
        "- on: 2024-02-05\n  what: added\n  record: ⟨invalid-value⟩places/iraq\n",
        "- on: 2024-02-05\n  what: added\n  record: ⟨invalid-value⟩iraq\n",
        "- on: 2024-02-05\n  what: added\n  by: ⟨invalid-value⟩place/..\n",
        "- on: 2024-02-05\n  what: added\n  ⟨unknown-field⟩whatt: added\n",
        "- ⟨missing-field⟩on: 2024-02-05\n",
        "- ⟨missing-field⟩what: added\n",
    ],
)
def test_what_is_wrong_is_said_at_its_place(written: str) -> None:
    text, expected = marked(written)
    assert places(dossier_of(files(text))) == expected


def test_a_hint_names_the_kind_that_was_meant() -> None:
    loaded = dossier_of(files("- {on: 2024-02-05, what: contestd}\n"))
    (problem,) = (one for one in loaded.problems if one.level is Level.ERROR)
    assert problem.hint.startswith("Did you mean “contested”?")


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "[]\n"])
def test_nothing_in_it_is_no_change(content: str) -> None:
    assert sound(files(content)).dossier.changes == {}


def test_a_record_may_be_gone() -> None:
    loaded = sound(files("- {on: 2024-02-05, record: place/nowhere, what: added, by: claim/none}\n"))
    assert list(loaded.dossier.changes) == ["2024-02-05"]


def test_the_last_day_comes_first_and_each_day_in_its_order() -> None:
    content = "".join(
        f"- {{on: {day}, record: place/p{at}, what: added}}\n"
        for at, day in enumerate(["2024-02-05", "0987-01-01", "2024-02-05", "2024-02-06"])
    )
    root, _ = parse("changes.yaml", content.encode())
    found = by_day(read_changes(root, Suggestions())[0])
    ids = {day: [one.record.id for one in of_day if one.record] for day, of_day in found.items()}
    assert list(ids.items()) == [("2024-02-06", ["p3"]), ("2024-02-05", ["p0", "p2"]), ("0987-01-01", ["p1"])]


def test_it_is_no_file_of_records_and_drafts_do_not_hide_it() -> None:
    content = "- {on: 2024-02-05, record: place/iraq, what: added}\n"
    loaded = sound(files(content, PLACES + DRAFT))
    assert loaded.reviewed.dossier is not loaded.dossier
    assert loaded.reviewed.dossier.changes == loaded.dossier.changes != {}
    # In a folder below, the name means nothing.
    inner = dossier_of({RECORDS: PLACES, "inner/changes.yaml": content})
    assert [one.rule for one in inner.problems if one.level is Level.ERROR] == ["wrong-type"]


def test_one_that_is_no_yaml_is_told_once() -> None:
    loaded = dossier_of(files("- {on: 2024-02-05\n"))
    assert {one.location.path for one in loaded.problems if one.level is Level.ERROR} == {"changes.yaml"}
    assert loaded.dossier.changes == {}
