"""A capture is a file of the folder, and the one that it was when its SHA-256 was written."""

from dataclasses import dataclass, replace
from hashlib import sha256

import pytest

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from tests.otherfiles import GivenFiles
from tests.support import errors, folder_of

PAGE = b"<p>It rained.</p>"
DIGEST = sha256(PAGE).hexdigest()


def folder(file: str = "s.html", digest: str = DIGEST, *, of_version: bool = False) -> Folder:
    capture = f"capture: {{file: {file}, sha256: {digest}}}"
    text = f"texts: [{{text: s.txt, {capture}}}]" if of_version else f"text: s.txt, {capture}"
    made = folder_of(f"sources:\n  s: {{title: S, {text}}}\n", {"s.txt": "It rained."})
    return replace(made, others=GivenFiles({"s.html": PAGE}))


def told(given: Folder) -> list[tuple[str, int, str]]:
    return [(one.rule, one.location.column, one.message) for one in errors(load(given))]


@pytest.mark.parametrize("of_version", [False, True])
def test_the_file_that_it_was_is_no_problem(of_version: bool) -> None:
    assert told(folder(of_version=of_version)) == []


@pytest.mark.parametrize("of_version", [False, True])
def test_a_changed_byte_is_an_error_at_the_digest(of_version: bool) -> None:
    changed = replace(folder(of_version=of_version), others=GivenFiles({"s.html": PAGE + b"\n"}))
    [(rule, column, message)] = told(changed)
    assert rule == "capture-changed"
    assert (
        column
        == folder(of_version=of_version).yaml["records.yaml"].splitlines()[1].index(DIGEST.encode()) + 1
    )
    assert sha256(PAGE + b"\n").hexdigest() in message


def test_a_file_that_is_not_there_is_an_error() -> None:
    assert [one[0] for one in told(folder("other.html"))] == ["capture-not-found"]


@pytest.mark.parametrize("path", ["../s.html", "/etc/passwd", "'C:\\s.html'"])
def test_a_path_that_leads_out_of_the_folder_is_an_error(path: str) -> None:
    assert [one[0] for one in told(folder(path))] == ["text-outside"]


def test_a_text_or_a_record_file_may_be_the_capture() -> None:
    assert told(folder("s.txt", sha256(b"It rained.").hexdigest())) == []
    assert [one[0] for one in told(folder("dossier.yaml"))] == ["capture-changed"]


@dataclass(frozen=True)
class Unreadable(GivenFiles):
    """Files that are there, but cannot be read."""

    def digest(self, path: str) -> str:
        raise PermissionError(13, f"may not be read: {path}")


def test_a_file_that_cannot_be_read_is_an_error_that_says_why() -> None:
    [(rule, _, message)] = told(replace(folder(), others=Unreadable({"s.html": PAGE})))
    assert rule == "capture-not-found"
    assert "may not be read" in message


def test_a_source_may_have_a_capture_and_no_text() -> None:
    made = folder_of(f"sources:\n  s: {{title: S, capture: {{file: s.html, sha256: {DIGEST}}}}}\n")
    assert told(replace(made, others=GivenFiles({"s.html": PAGE}))) == []
