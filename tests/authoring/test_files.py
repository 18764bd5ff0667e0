"""Writing an author's files: nothing is overwritten, nothing is left half done."""

import os
import shutil
from pathlib import Path

import pytest

from mkdocs_dossier.authoring import writing as files
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.writing import existing, finish_begun, unwritten, write_all
from mkdocs_dossier.disk.journal import JOURNAL
from mkdocs_dossier.disk.lock import LOCK, locked
from tests.faults.injecting import failing_at, killed_at, tree


@pytest.fixture(autouse=True)
def never_wait_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `os.fsync` return at once: it changes nothing that a process can see."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def test_new_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_all(tmp_path / "new", {"a.txt": b"a", "b/c/d.txt": b"d", ".gitignore": b"x"}, {})
    assert tree(tmp_path / "new") == {
        "a.txt": b"a",
        "b": None,
        "b/c": None,
        "b/c/d.txt": b"d",
        ".gitignore": b"x",
    }


def test_where_one_file_exists_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"mine")
    with pytest.raises(RefusedError, match=r"there is already .*b\.txt"):
        write_all(tmp_path, {"a.txt": b"a", "b.txt": b"b"}, {})
    assert tree(tmp_path) == {"b.txt": b"mine"}


def test_a_link_to_nowhere_and_a_file_in_place_of_a_folder_are_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    (tmp_path / "folder").write_bytes(b"mine")
    assert existing(tmp_path, ["link", "folder/a.txt", "free"]) == ["folder/a.txt", "link"]
    for path in ("link", "folder/a.txt"):
        with pytest.raises(RefusedError, match="there is already"):
            write_all(tmp_path, {"free": b"x", path: b"x"}, {})


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "b.txt").write_bytes(b"mine")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "link").symlink_to(tmp_path / "outside")
    before = tree(tmp_path)
    for path, known in (("link/new.txt", {}), ("link/b.txt", {"link/b.txt": b"mine"}), ("../c.txt", {})):
        with pytest.raises(RefusedError, match="leads out"):
            write_all(tmp_path / "root", {"a.txt": b"a", path: b"b"}, known)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("path", [".git/config", "x/.hidden.txt", "link.txt"])
def test_nothing_is_written_to_a_hidden_file(tmp_path: Path, path: str) -> None:
    (tmp_path / ".real.txt").write_bytes(b"mine")
    (tmp_path / "link.txt").symlink_to(".real.txt")
    with pytest.raises(RefusedError, match="hidden file"):
        write_all(tmp_path, {path: b"x"}, {"link.txt": b"mine"})


@pytest.mark.parametrize("forever", [False, True], ids=["once", "from then on"])
def test_what_fails_leaves_no_folder_that_was_not_there(tmp_path: Path, forever: bool) -> None:
    def start() -> None:
        write_all(tmp_path / "a" / "new", {"x/a.txt": b"a", "b.txt": b"b"}, {})

    for step in range(1, 100):
        struck, trouble = failing_at(step, start, forever=forever)
        if not struck:
            break
        if trouble is None:
            shutil.rmtree(tmp_path / "a")
        assert list(tmp_path.iterdir()) == [], step
    assert step > 5
    assert set(tree(tmp_path / "a" / "new")) == {"x", "x/a.txt", "b.txt"}


def test_files_are_replaced_with_their_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_all(tmp_path, {"a.yaml": b"new", "b.csv": b"b"}, {"a.yaml": b"old"})
    assert tree(tmp_path) == {"a.yaml": b"new", "b.csv": b"b"}
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("found", [b"edited", None])
def test_a_file_that_changed_meanwhile_is_not_replaced(tmp_path: Path, found: bytes | None) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    if found is not None:
        (tmp_path / "b.yaml").write_bytes(found)
    before = tree(tmp_path)
    with pytest.raises(RefusedError, match="changed"):
        write_all(tmp_path, {"a.yaml": b"new", "b.yaml": b"new"}, {"a.yaml": b"old", "b.yaml": b"old"})
    assert tree(tmp_path) == before


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    write_all(tmp_path, {"link.yaml": b"new"}, {"link.yaml": b"old"})
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "a.yaml").read_bytes() == b"new"


def test_two_names_of_one_file_may_not_become_different(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    known = {"a.yaml": b"old", "link.yaml": b"old"}
    with pytest.raises(RefusedError, match="are one file"):
        write_all(tmp_path, {"a.yaml": b"one", "link.yaml": b"two"}, known)
    write_all(tmp_path, {"a.yaml": b"new", "link.yaml": b"new"}, known)
    assert (tmp_path / "a.yaml").read_bytes() == b"new"


def test_what_does_not_change_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    before = (tmp_path / "a.yaml").stat()
    write_all(tmp_path, {}, {})
    write_all(tmp_path, {"a.yaml": b"old"}, {"a.yaml": b"old"})
    assert (tmp_path / "a.yaml").stat().st_ino == before.st_ino
    assert tree(tmp_path) == {"a.yaml": b"old"}


def test_while_another_command_is_at_work_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_SECONDS", 0)
    with locked(tmp_path, 0), pytest.raises(RefusedError, match=f"process {os.getpid()}"):
        write_all(tmp_path, {"a.txt": b"a"}, {})
    assert tree(tmp_path) == {}


def test_what_was_begun_is_finished_before_anything_else_is_written(tmp_path: Path) -> None:
    kill_half_way(tmp_path)
    with pytest.raises(RefusedError, match="there is already"):
        write_all(tmp_path, {"a.txt": b"another"}, {})
    assert tree(tmp_path) == {"a.txt": b"a", "b.txt": b"b"}


def kill_half_way(root: Path) -> None:
    """Leave a folder with one file that is written, and one that is not yet."""
    for step in range(1, 100):
        shutil.rmtree(root)
        root.mkdir()
        killed_at(step, lambda: write_all(root, {"a.txt": b"a", "b.txt": b"b"}, {}))
        if (root / "a.txt").exists():
            break
    assert not (root / "b.txt").exists()


def test_what_was_begun_is_finished_when_it_is_asked_for(tmp_path: Path) -> None:
    kill_half_way(tmp_path)
    assert {JOURNAL, LOCK} < set(tree(tmp_path))
    finish_begun(tmp_path)
    assert tree(tmp_path) == {"a.txt": b"a", "b.txt": b"b"}
    finish_begun(tmp_path / "none")


def test_what_cannot_be_finished_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).write_text("nonsense")
    with pytest.raises(RefusedError, match="not obeyed"):
        finish_begun(tmp_path)
    with pytest.raises(RefusedError, match="not obeyed"):
        write_all(tmp_path, {"a.txt": b"a"}, {})
    assert tree(tmp_path) == {JOURNAL: b"nonsense"}


def test_a_failure_tells_whether_anything_has_changed(tmp_path: Path) -> None:
    trouble = OSError(28, "No space left on device", "a.yaml")
    assert unwritten(tmp_path, trouble) == "a.yaml cannot be written: the disk is full. Nothing has changed."
    (tmp_path / JOURNAL).write_text("")
    assert "the next command finishes it" in unwritten(tmp_path, trouble)


def test_a_refusal_tells_what_to_do(tmp_path: Path) -> None:
    assert unwritten(tmp_path, RefusedError("It is there.", "Try again.")) == "It is there. Try again."
    assert unwritten(tmp_path, RefusedError("It is there.")) == "It is there."
