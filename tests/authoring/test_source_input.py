"""What `dossier source` can be given to read: anything at all, and it says in a line what it cannot take."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_dossier.cli.main import run

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a dossier's folder."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("title: A test\n")
    return folder


def refused(article: str, root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Give what is said of something that cannot be read: one line, and nothing is written."""
    assert run(["source", article, "--into", str(root)]) == 2
    said = capsys.readouterr()
    assert [path.name for path in root.iterdir()] == ["dossier.yaml"]
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_a_folder_is_not_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"{root} cannot be read: it is a folder: name the file" in refused(str(root), root, capsys)
    assert "it is a folder" in refused("", root, capsys)


def test_a_file_that_is_not_there_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "none.txt cannot be read: No such file or directory." in refused("none.txt", root, capsys)


def test_a_file_that_vanishes_before_it_is_read_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root.parent / "a.txt"
    path.write_text("One\n")
    ordinary = Path.open

    def vanishing(self: Path, *args: str, **options: str) -> io.IOBase:
        self.unlink()
        return ordinary(self, *args, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(Path, "open", vanishing)
    assert "a.txt cannot be read: No such file" in refused(str(path), root, capsys)


def test_a_name_that_is_too_long_is_shortened(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused("a" * 5_000, root, capsys)
    assert "a…a" in said
    assert len(said) < 250


@pytest.mark.parametrize("name", ["a\0b.txt", "a\ud800.txt"])
def test_a_name_that_no_file_can_have_is_refused(
    name: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "<U+" in refused(name, root, capsys)


def test_a_file_that_may_not_be_read_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root.parent / "a.txt"
    path.write_text("One\n")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    assert "a.txt cannot be read: Permission denied." in refused(str(path), root, capsys)


@POSIX
def test_what_might_never_end_is_not_waited_for(root: Path) -> None:
    pipe = root.parent / "pipe"
    os.mkfifo(pipe)
    writer = os.open(pipe, os.O_RDWR)
    command = [sys.executable, "-m", "mkdocs_dossier", "source", str(pipe), "--into", str(root)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    os.close(writer)
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"dossier: {pipe} cannot be read: it is not a plain file.")
    assert ended.stderr.count("\n") == 1


@POSIX
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(device: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"{device} cannot be read: it is not a plain file." in refused(device, root, capsys)


class Endless(io.BytesIO):
    def read(self, size: int | None = -1) -> bytes:
        return b"a" * (size or 0)


def test_standard_input_without_an_end_is_too_much(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Endless()))
    assert run(["source", "-", "--into", str(root)]) == 1
    assert "standard input has more than 16,777,216 bytes" in capsys.readouterr().err


def test_standard_input_that_is_closed_or_empty_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "Standard input cannot be read: it is closed." in refused("-", root, capsys)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert run(["source", "-", "--into", str(root)]) == 1
    assert "No text is found in standard input." in capsys.readouterr().err


def test_a_control_character_is_said_with_its_place_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root.parent / "a.txt"
    path.write_bytes(b"One\n\ntw\x08o\n")
    assert run(["source", str(path), "--into", str(root)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("dossier: a.txt:3:3: the text has a control character, U+0008: no quotation ")
    assert [path.name for path in root.iterdir()] == ["dossier.yaml"]


def test_text_and_record_are_written_together_or_not_at_all(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The name of the record is taken by a folder, which the dossier does not read as a file."""
    (root.parent / "a.txt").write_text("One\n")
    (root / "articles" / "one.yaml").mkdir(parents=True)
    assert run(["source", str(root.parent / "a.txt"), "--into", str(root)]) == 1
    assert "one.yaml" in capsys.readouterr().err
    assert [path.name for path in (root / "articles").iterdir()] == ["one.yaml"]
    (root / "articles" / "one.yaml").rmdir()
    assert run(["source", str(root.parent / "a.txt"), "--into", str(root)]) == 0
    assert sorted(path.name for path in (root / "articles").iterdir()) == ["one.txt", "one.yaml"]
    assert run(["check", str(root)]) == 0
