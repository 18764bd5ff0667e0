"""One file, whole or not at all."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from mkdocs_dossier.disk.single import hash_at, is_temporary, reason, replace_file, sweep, temporary_name


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.txt", b"one")
    replace_file(tmp_path / "a.txt", b"two")
    assert names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"two"


def test_its_content_is_on_the_disk_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    replace = os.replace

    def fsync(file: int) -> None:
        done.append(os.fstat(file).st_size)

    def rename(old: Path, new: Path) -> None:
        done.append(new.name)
        replace(old, new)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", rename)
    replace_file(tmp_path / "a.txt", b"content")
    assert done == [7, "a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions there")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_it_keeps_the_permissions_of_the_one_that_it_replaces(tmp_path: Path, mode: int) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "a.txt").chmod(mode)
    replace_file(tmp_path / "a.txt", b"two")
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == mode


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions there")
def test_a_new_file_may_be_read_by_whom_the_system_lets(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    replace_file(tmp_path / "a.txt", b"one")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_what_cannot_be_written_leaves_no_part_of_it_and_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "page.md").mkdir()
    with pytest.raises(OSError, match="directory") as caught:
        replace_file(tmp_path / "page.md", b"content")
    assert caught.value.filename == str(tmp_path / "page.md")
    assert names(tmp_path) == ["page.md"]


def test_two_unfinished_files_never_have_one_name_though_their_processes_have_one_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "getpid", lambda: 1)
    drawn = {temporary_name() for _ in range(1_000)}
    assert len(drawn) == 1_000
    assert all(map(is_temporary, drawn))


@pytest.mark.parametrize(
    "name", ["a.tmp", ".dossier-lock", ".dossier-.tmp", ".dossier-xyz.tmp", "x.dossier-1.tmp"]
)
def test_no_other_name_is_taken_for_that_of_an_unfinished_file(name: str) -> None:
    assert not is_temporary(name)


def test_a_name_of_the_greatest_length_can_be_replaced(tmp_path: Path) -> None:
    replace_file(tmp_path / ("a" * 255), b"content")
    assert names(tmp_path) == ["a" * 255]


def test_only_unfinished_files_are_swept_and_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "kept.tmp").write_bytes(b"")
    (tmp_path / temporary_name()).write_bytes(b"")
    (tmp_path / ".dossier-4711.tmp").write_bytes(b"of an earlier version")
    (tmp_path / ".dossier-ab.tmp").mkdir()
    (tmp_path / ".dossier-cd.tmp").symlink_to("kept.tmp")
    sweep([tmp_path, tmp_path / "none"])
    assert names(tmp_path) == [".dossier-ab.tmp", ".dossier-cd.tmp", "kept.tmp"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_refusal_is_told_in_an_authors_words(number: int, said: str) -> None:
    assert said in reason(OSError(number, os.strerror(number)))
    assert reason(OSError(0, "it is a link")) == "it is a link"


def test_where_windows_refuses_to_rename_it_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mkdocs_dossier.disk import single  # noqa: PLC0415

    class Windows:
        name = "nt"
        asked = 0

        def replace(self, old: Path, new: Path) -> None:
            self.asked += 1
            if self.asked < 3:
                raise PermissionError(errno.EACCES, "in use")
            os.replace(old, new)  # noqa: PTH105

    windows = Windows()
    (tmp_path / "a").write_bytes(b"a")
    monkeypatch.setattr(single, "os", windows)
    monkeypatch.setattr(single, "_PAUSE", 0)
    single.rename(tmp_path / "a", tmp_path / "b")
    assert names(tmp_path) == ["b"]


def test_a_file_is_known_by_its_hash_and_nothing_is_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_bytes(b"a")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "link.txt").symlink_to("real/a.txt")
    found = {
        path: hash_at(tmp_path, path)
        for path in ("real/a.txt", "real", "link/a.txt", "link.txt", "real/a.txt/b", "gone/a.txt", "gone")
    }
    assert found == {
        "real/a.txt": sha256(b"a").hexdigest(),
        **dict.fromkeys(("real", "link/a.txt", "link.txt", "real/a.txt/b"), ""),
        **dict.fromkeys(("gone/a.txt", "gone")),
    }
    assert (hash_at(tmp_path, "real/a.txt", 1), hash_at(tmp_path, "real/a.txt", 0)) == (
        found["real/a.txt"],
        "",
    )
