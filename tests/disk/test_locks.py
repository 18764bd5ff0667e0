"""One process at a time changes a folder."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import filelock
import pytest

from mkdocs_dossier.disk.lock import LOCK, LockedError, locked

HOLD = """
import sys, pathlib
from mkdocs_dossier.disk.lock import locked
with locked(pathlib.Path(sys.argv[1]), 0):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_who_comes_second_is_told_who_is_first_and_waits_no_longer_than_it_wants(tmp_path: Path) -> None:
    with (
        locked(tmp_path, 0),
        pytest.raises(LockedError, match=rf"process {os.getpid()} on "),
        locked(tmp_path, 0),
    ):
        pass


def test_nothing_is_left_of_it(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path, 0):
            assert [path.name for path in tmp_path.iterdir()] == [LOCK]
        assert list(tmp_path.iterdir()) == []


def test_who_waits_says_for_whom_once_and_gets_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ordinary = filelock.lock_descriptor
    said: list[str] = []
    tried_since: list[int] = []
    tried_again = threading.Event()

    def attempt(file: int, *, blocking: bool) -> bool:
        if said:
            tried_since.append(file)
        if len(tried_since) > 3:
            tried_again.set()
        return ordinary(file, blocking=blocking)

    def second() -> None:
        with locked(tmp_path, 60, said.append):
            pass

    thread = threading.Thread(target=second)
    with locked(tmp_path, 0):
        monkeypatch.setattr(filelock, "lock_descriptor", attempt)
        thread.start()
        assert tried_again.wait(60)
    thread.join(60)
    assert not thread.is_alive()
    assert len(said) == 1
    assert f"process {os.getpid()}" in said[0]


def test_a_killed_process_holds_it_no_longer(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LockedError, match=f"process {holder.pid} on"), locked(tmp_path, 0):
            pass
        holder.kill()
        holder.wait()
    assert (tmp_path / LOCK).exists()
    with locked(tmp_path, 0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_was_removed_while_it_was_being_opened_lets_nobody_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = filelock.lock_descriptor
    first = locked(tmp_path, 0)
    first.__enter__()

    def let_go_just_before(file: int, *, blocking: bool) -> bool:
        monkeypatch.setattr(filelock, "lock_descriptor", ordinary)
        first.__exit__(None, None, None)
        return ordinary(file, blocking=blocking)

    monkeypatch.setattr(filelock, "lock_descriptor", let_go_just_before)
    with pytest.raises(LockedError), locked(tmp_path, 0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_of_many_at_once_one_at_a_time_is_let_in(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work() -> None:
        for _ in range(10):
            with locked(tmp_path, 60):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert most == [1] * 40


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / LOCK).symlink_to("mine")
    with pytest.raises(OSError, match="symbolic links"), locked(tmp_path, 0):
        pass
    assert (tmp_path / "mine").read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_lock_that_is_another_file_by_a_second_name_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    os.link(tmp_path / "mine", tmp_path / LOCK)
    with locked(tmp_path, 0):
        pass
    assert (tmp_path / "mine").read_bytes() == b"mine"


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_on_a_disk_without_locks_it_is_worked_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(filelock, "lock_descriptor", refuse)
    with locked(tmp_path, 0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_another_trouble_of_the_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(filelock, "lock_descriptor", refuse)
    with pytest.raises(OSError, match="Input/output"), locked(tmp_path, 0):
        pass
