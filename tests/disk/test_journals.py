"""What a journal may do, whoever wrote it: finish what was begun inside the folder, and nothing else."""

import json
import os
import shutil
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import filelock
import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk import folders, journal
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.disk.journal import JOURNAL, change_together, settle
from mkdocs_dossier.disk.lock import LOCK, locked
from mkdocs_dossier.disk.single import hash_at
from mkdocs_dossier.dossier.folder import Folder
from tests.faults.injecting import failing_and_killed_at, steps_of, tree

TEMPORARY = ".dossier-00000000000000aa.tmp"


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a folder in which a change of `a.yaml` from `old` to `new` was stopped half way."""
    root = tmp_path / "seeds"
    root.mkdir()
    (root / "dossier.yaml").write_text("title: A test\n")
    (root / "a.yaml").write_bytes(b"old")
    (root / TEMPORARY).write_bytes(b"new")
    write_journal(root)
    return root


def write_journal(root: Path, **changed: Any) -> None:
    step = {"path": "a.yaml", "temporary": TEMPORARY, "new": digest(b"new"), "old": digest(b"old"), **changed}
    (root / JOURNAL).write_text(json.dumps({"finish": [step]}))


def names(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


def test_what_was_begun_is_finished_and_nothing_is_left_of_it(root: Path) -> None:
    assert settle(root) == []
    assert (root / "a.yaml").read_bytes() == b"new"
    assert names(root) == {"dossier.yaml", "a.yaml"}


def test_what_was_finished_but_not_cleared_may_have_been_edited_since(root: Path) -> None:
    (root / TEMPORARY).unlink()
    (root / "a.yaml").write_bytes(b"edited")
    assert settle(root) == []
    assert (root / "a.yaml").read_bytes() == b"edited"
    assert names(root) == {"dossier.yaml", "a.yaml"}


def test_a_file_that_is_there_already_as_it_is_to_become_is_left(root: Path) -> None:
    (root / "a.yaml").write_bytes(b"new")
    assert settle(root) == []
    assert names(root) == {"dossier.yaml", "a.yaml"}


def test_a_file_that_was_edited_since_is_not_overwritten_but_named(root: Path) -> None:
    (root / "a.yaml").write_bytes(b"edited")
    (found,) = settle(root)
    assert (found.rule, str(found.location)) == ("unreadable", "a.yaml:1:1")
    assert f"What it was to become stands in {TEMPORARY}." in found.hint
    assert f"then remove {JOURNAL}" in found.hint
    assert (root / "a.yaml").read_bytes() == b"edited"
    assert (root / TEMPORARY).read_bytes() == b"new"
    (root / JOURNAL).unlink()
    assert settle(root) == []
    assert names(root) == {"dossier.yaml", "a.yaml"}


def test_what_cannot_be_finished_is_said_each_time_without_touching_the_folder(root: Path) -> None:
    # A server that watches the folder would build again and again.
    (root / "a.yaml").write_bytes(b"edited")
    before = {path: path.stat().st_mtime_ns for path in (root, *root.iterdir())}
    assert settle(root) == settle(root) != []
    assert {path: path.stat().st_mtime_ns for path in (root, *root.iterdir())} == before


def test_a_file_without_what_it_was_to_become_is_named(root: Path) -> None:
    (root / TEMPORARY).unlink()
    assert [str(one.location) for one in settle(root)] == ["a.yaml:1:1"]


@pytest.mark.parametrize("found", [b"old", b"edited"])
def test_one_that_was_changed_is_not_what_it_was_to_become(root: Path, found: bytes) -> None:
    (root / TEMPORARY).write_bytes(b"forged")
    (root / "a.yaml").write_bytes(found)
    assert [str(one.location) for one in settle(root)] == ["a.yaml:1:1"]
    assert (root / "a.yaml").read_bytes() == found


@pytest.mark.parametrize(
    "path",
    [
        "../a.yaml",
        "/etc/a.yaml",
        "x/../../a.yaml",
        "",
        ".",
        "a//b.yaml",
        ".git/hooks/pre-commit",
        ".git/config",
        ".a.yaml",
        "x/.hidden/a.yaml",
        "a\x00.yaml",
        "a\ud800.yaml",
        JOURNAL,
        LOCK,
        None,
        7,
        ["a.yaml"],
    ],
)
@pytest.mark.parametrize("field", ["path", "temporary"])
def test_a_journal_that_leads_elsewhere_is_not_obeyed(root: Path, path: object, field: str) -> None:
    write_journal(root, **{field: path}, **({"old": None} if field == "path" else {}))
    before = names(root.parent)
    (found,) = settle(root)
    assert (found.rule, str(found.location)) == ("unreadable", f"{JOURNAL}:1:1")
    assert names(root.parent) == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_journal_that_leads_out_through_a_link_is_not_obeyed(root: Path) -> None:
    (root.parent / "outside").mkdir()
    (root / "link").symlink_to(root.parent / "outside")
    write_journal(root, path="link/a.yaml", old=None)
    assert [str(one.location) for one in settle(root)] == ["link/a.yaml:1:1"]
    assert list((root.parent / "outside").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_taken_for_what_a_file_was_to_become(root: Path) -> None:
    (root.parent / "secret").write_bytes(b"new")
    (root / TEMPORARY).unlink()
    (root / TEMPORARY).symlink_to(root.parent / "secret")
    assert [str(one.location) for one in settle(root)] == ["a.yaml:1:1"]
    assert (root / "a.yaml").read_bytes() == b"old"


@pytest.mark.parametrize(
    "written", [{"new": "x"}, {"old": "../x"}, {"new": None}, {"temporary": "a.yaml"}, {"x": 1}]
)
def test_a_journal_with_anything_strange_in_it_is_not_obeyed(root: Path, written: dict[str, Any]) -> None:
    write_journal(root, **written)
    assert [str(one.location) for one in settle(root)] == [f"{JOURNAL}:1:1"]
    assert (root / "a.yaml").read_bytes() == b"old"


def no_more(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


def nonsense(path: Path) -> None:
    path.write_bytes(b"\xff\xfe nonsense")


def deep(path: Path) -> None:
    path.write_text("[" * 100_000)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(10**12)


@pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
@pytest.mark.parametrize("spoil", [no_more, nonsense, deep, pipe, endless, huge])
def test_what_is_no_journal_is_named_and_never_waited_for(root: Path, spoil: Callable[[Path], None]) -> None:
    spoil(root / JOURNAL)
    assert [str(one.location) for one in settle(root)] == [f"{JOURNAL}:1:1"]
    assert (root / "a.yaml").read_bytes() == b"old"


def test_a_folder_with_a_journal_that_is_not_obeyed_is_not_read(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nonsense(root / JOURNAL)
    content = read_folder(root)
    assert (dict(content.yaml), [one.rule for one in content.problems]) == ({}, ["unreadable"])
    for command in (["check"], ["fix"], ["rename", "actor", "a", "b"]):
        assert run([*command, str(root)]) == 1
    assert (root / "a.yaml").read_bytes() == b"old"
    said = capsys.readouterr()
    assert f"{JOURNAL}:1:1: error: " in said.out
    assert "internal error" not in said.err


def test_a_folder_that_cannot_be_written_to_is_told_what_to_do(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = os.open

    def refuse(path: Path, flags: int, *more: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(30, "Read-only file system", str(path))
        return ordinary(path, flags, *more)

    # Root, who may run the tests, may write to any folder.
    monkeypatch.setattr(os, "open", refuse)
    content = read_folder(root)
    (found,) = content.problems
    assert str(found.location) == f"{JOURNAL}:1:1"
    assert "its disk can only be read" in found.message
    assert found.hint == "Let the folder be written to, and give any command again."
    assert dict(content.yaml) == {}
    (root / JOURNAL).unlink()
    assert read_folder(root).problems == ()


def test_a_folder_that_another_process_is_changing_is_waited_for_and_who_it_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_SECONDS", 0)
    with locked(root, 0):
        (found,) = read_folder(root).problems
    assert f"process {os.getpid()} on" in found.message
    assert read_folder(root).problems == ()


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the attempts to take a lock."""
    ordinary = filelock.lock_descriptor
    made: list[int] = []

    def attempt(file: int, *, blocking: bool) -> bool:
        made.append(file)
        return ordinary(file, blocking=blocking)

    monkeypatch.setattr(filelock, "lock_descriptor", attempt)
    return made


def test_a_folder_in_which_a_process_only_prepares_a_change_is_read_as_it_is(
    root: Path, attempts: list[int]
) -> None:
    (root / JOURNAL).unlink()
    with locked(root, 0):
        attempts.clear()
        assert read_folder(root).problems == ()
        assert len(attempts) == 1
        assert (root / TEMPORARY).exists()
    read_folder(root)
    assert names(root) == {"dossier.yaml", "a.yaml"}


def test_a_folder_that_is_half_changed_is_read_once_that_is_done(root: Path, attempts: list[int]) -> None:
    read: list[Folder] = []
    reader = threading.Thread(target=lambda: read.append(read_folder(root)))
    with locked(root, 0):
        reader.start()
        while len(attempts) < 4 and reader.is_alive():
            reader.join(0.01)
    reader.join(60)
    assert [(one.problems, one.yaml["a.yaml"]) for one in read] == [((), b"new")]


def test_a_change_that_begins_while_a_folder_is_read_is_waited_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = (root / JOURNAL).read_bytes()
    (root / JOURNAL).unlink()
    ordinary = folders._read_all

    def a_change_begins(place: Path) -> Folder:
        monkeypatch.setattr(folders, "_read_all", ordinary)
        found = ordinary(place)
        (root / TEMPORARY).write_bytes(b"new")
        (root / JOURNAL).write_bytes(written)
        return found

    monkeypatch.setattr(folders, "_read_all", a_change_begins)
    assert read_folder(root).yaml["a.yaml"] == b"new"


def test_a_folder_that_commands_never_leave_alone_is_read_while_they_wait(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = (root / JOURNAL).read_bytes()
    ordinary = folders._read_all

    def a_change_begins(place: Path) -> Folder:
        found = ordinary(place)
        if not (root / LOCK).exists():
            (root / "a.yaml").write_bytes(b"old")
            (root / TEMPORARY).write_bytes(b"new")
            (root / JOURNAL).write_bytes(written)
        return found

    monkeypatch.setattr(folders, "_read_all", a_change_begins)
    content = read_folder(root)
    assert (content.problems, content.yaml["a.yaml"]) == ((), b"new")
    assert names(root) == {"dossier.yaml", "a.yaml"}


def test_a_journal_that_goes_while_it_is_looked_at_is_no_problem(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = journal._content

    def gone(_: Path) -> bytes:
        monkeypatch.setattr(journal, "_content", ordinary)
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(journal, "_content", gone)
    assert settle(root) == []
    assert (root / "a.yaml").read_bytes() == b"new"


@pytest.mark.parametrize("path", ["../a.yaml", ".git/config", "a\x00"])
def test_no_change_is_begun_that_leads_elsewhere(root: Path, path: str) -> None:
    (root / JOURNAL).unlink()
    before = names(root.parent)
    with pytest.raises(ValueError, match="not a path"):
        change_together(root, {"b.yaml": b"b", path: b"x"}, {})
    assert names(root.parent) == before


def test_names_that_this_system_allows_are_finished_too(root: Path) -> None:
    odd = "sub:folder/a b\n\\é.yaml" if os.name != "nt" else "sub folder/é.yaml"
    write_journal(root, path=odd, old=None)
    assert settle(root) == []
    assert (root / odd).read_bytes() == b"new"


def test_where_there_are_no_second_names_for_a_file_a_copy_is_kept(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / JOURNAL).unlink()
    replace = os.replace

    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    def fail_at_b(old: Path, new: Path) -> None:
        if Path(new).name == "b.yaml":
            raise OSError(28, "No space left on device")
        replace(old, new)

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "replace", fail_at_b)
    with pytest.raises(OSError, match="No space"):
        change_together(root, {"a.yaml": b"new", "b.yaml": b"b", "c/d.yaml": b"d"}, {"a.yaml": b"old"})
    assert names(root) == {"dossier.yaml", "a.yaml", TEMPORARY}
    assert (root / "a.yaml").read_bytes() == b"old"


def test_a_kill_at_any_step_while_a_change_is_taken_back_leaves_all_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    root = tmp_path / "seeds"
    old, new = {"a.txt": b"a"}, {"a.txt": b"new a", "b.txt": b"new b"}

    def act() -> None:
        with locked(root, 0):
            change_together(root, new, old)

    def again() -> None:
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir()
        (root / "a.txt").write_bytes(b"a")

    again()
    names = steps_of(act)
    struck = 0
    for step in (number for number, name in enumerate(names, 1) if name == "replace"):
        for later in range(1, len(names)):
            again()
            if not failing_and_killed_at(step, later, act):
                break
            assert settle(root) == [], (step, later)
            assert tree(root) in (old, new), (step, later)
            struck += 1
    assert struck > 10


def test_a_journal_that_another_process_replaces_meanwhile_is_not_held_against_the_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / TEMPORARY).unlink()
    ordinary = hash_at

    def another_process_takes_it_back(place: Path, path: str, largest: int) -> str | None:
        monkeypatch.setattr(journal, "hash_at", ordinary)
        (root / TEMPORARY).write_bytes(b"old")
        write_journal(root, new=digest(b"old"), old=digest(b"new"))
        return None if path == TEMPORARY else ordinary(place, path, largest)

    monkeypatch.setattr(journal, "hash_at", another_process_takes_it_back)
    assert settle(root) == []
    assert (root / "a.yaml").read_bytes() == b"old"
    assert names(root) == {"dossier.yaml", "a.yaml"}
