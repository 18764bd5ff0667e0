"""A folder's content to a dossier: what is said of one that is not whole."""

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Location, error, warning
from tests.support import dossier_of

SOUND = """\
sources: {s: {title: S}}
actors: {ann: {name: Ann, kind: person}, ben: {name: Ben, kind: person}}
claims: {c: {text: C}}
statements:
  x: {speaker: ann, source: s, quote: q, to: [ben], positions: {c: asserts}}
"""


def said(yaml: str) -> list[str]:
    return [one.rule for one in dossier_of(yaml).problems]


def test_of_a_whole_dossier_it_is_said_what_nothing_names() -> None:
    assert said(SOUND) == []
    assert said(SOUND.replace("to: [ben], ", "")) == ["unused-actor"]


def test_what_only_a_mistyped_reference_names_is_not_called_unused() -> None:
    assert said(SOUND.replace("to: [ben]", "to: [bem]")) == ["unknown-reference"]


def test_while_a_reference_is_mistyped_no_allowance_is_called_unused() -> None:
    allowed = SOUND.replace("c: {text: C}}", "c: {text: C}} # dossier: allow verdict-word: it is its name")
    assert said(allowed) == ["unused-allowance"]
    assert said(allowed.replace("to: [ben]", "to: [bem]")) == ["unknown-reference"]


def test_what_only_an_unread_record_names_is_not_called_unused() -> None:
    assert said(SOUND.replace("quote: q", "qoute: q")) == ["unknown-field"]


def test_the_order_of_the_files_of_a_folder_changes_nothing() -> None:
    files = {"dossier.yaml": b"title: T\n", "a.yaml": SOUND.encode(), "b.yaml": b"places: {p: {nam: P}}\n"}
    files["c.yaml"] = SOUND.encode()
    texts = {"a.txt": b"A", "b.txt": b"B"}
    forth = load(Folder(files, texts))
    back = load(Folder(dict(reversed(files.items())), dict(reversed(texts.items()))))
    assert forth.problems == back.problems
    assert {one.rule for one in forth.problems} >= {"duplicate-id", "unknown-field"}
    assert forth.dossier.backlinks == back.dossier.backlinks


def test_of_a_folder_that_cannot_be_read_it_is_not_said_what_it_lacks() -> None:
    missing = error(Location("."), "no-folder", "There is no folder.")
    assert [one.rule for one in load(Folder({}, {}, (missing,))).problems] == ["no-folder"]
    entered = warning(Location("linked"), "linked-folder", "This is a link.")
    assert "no-settings" in [one.rule for one in load(Folder({}, {}, (entered,))).problems]
