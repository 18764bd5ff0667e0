"""Folders that no command can work with, and folders that a command was stopped in: told, or mended."""

import shutil
from pathlib import Path

import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.journal import JOURNAL
from tests.faults.injecting import killed_at, tree
from tests.faults.several_files import put

LONG = "a" * 300


@pytest.mark.parametrize("command", [["fix"], ["rename", "actor", "a", "b"], ["build", "--out", "site"]])
def test_a_dossier_folder_that_cannot_be_is_told(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, LONG]) == 2
    assert "too long for this system" in capsys.readouterr().err


@pytest.mark.parametrize("name", [LONG, " "], ids=["too long", "blank"])
def test_a_folder_for_the_site_that_cannot_be_is_told_before_the_dossier_is_read(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    root = put(tmp_path)
    assert run(["build", str(root), "--out", name]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "no folder to write to" in said.err or "is blank" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["seeds"]


def test_a_folder_for_a_new_dossier_that_cannot_be_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", str(tmp_path / LONG), "--yes"]) == 1
    assert "cannot be written: its path is too long for this system" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a\ud800", "a\udce9", "a\0b"])
@pytest.mark.parametrize("command", [["check"], ["fix"], ["rename", "actor", "a", "b"], ["new", "--yes"]])
def test_half_a_character_in_a_name_is_no_fault_of_the_program(
    command: list[str], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, str(tmp_path / name)]) in (0, 1, 2)
    assert "internal error" not in capsys.readouterr().err


@pytest.mark.parametrize("place", ["statements", "sources/gazette"])
def test_no_site_is_written_into_the_dossier_that_lies_in_its_folder(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "site" / place
    root.parent.mkdir(parents=True)
    shutil.move(put(tmp_path), root)
    before = tree(tmp_path)
    assert run(["build", str(root), "--out", str(tmp_path / "site")]) == 2
    assert "where files of the site are to be written" in capsys.readouterr().err
    assert tree(tmp_path) == before


def test_a_new_dossier_that_was_stopped_is_finished_or_begun_anew_by_the_same_command(tmp_path: Path) -> None:
    new = ["new", str(tmp_path / "mine"), "--yes", "--title", "A title"]
    assert run(new) == 0
    expected = tree(tmp_path / "mine")
    codes = []
    for step in range(1, 1_000, 40):
        shutil.rmtree(tmp_path / "mine", ignore_errors=True)
        if not killed_at(step, lambda: run(new)):
            break
        codes.append(run(new))
        assert tree(tmp_path / "mine") == expected, step
    assert codes == sorted(codes)
    assert set(codes) == {0, 1}


def test_a_dossier_that_cannot_be_finished_is_not_called_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path)
    (root / JOURNAL).write_text("nonsense")
    for command in (["fix"], ["rename", "actor", "ada-quill", "b"], ["check"], ["build", "--out", "site"]):
        assert run([*command, str(root)]) == 1
        said = capsys.readouterr()
        assert "it is not obeyed" in said.out + said.err
