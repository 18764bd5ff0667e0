"""The files beside the YAML and the texts: which are there, what they hold, and when they have changed."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.disk.otherfiles import OtherFiles


def others(folder: Path) -> OtherFiles:
    found = read_folder(folder).others
    assert isinstance(found, OtherFiles)
    return found


def test_captures_are_found_below_the_folder_and_read_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/page.html").write_bytes(b"<p>")
    found = others(tmp_path)
    assert "inner/page.html" in found
    assert "inner/other.html" not in found
    assert found.content("inner/page.html") == b"<p>"
    assert found.digest("inner/page.html") == sha256(b"<p>").hexdigest()


@pytest.mark.parametrize("name", [".hidden.html", "page.html~", "#page.html#", "page.tmp", ".git/config"])
def test_what_is_hidden_or_of_an_editor_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"<p>")
    assert others(tmp_path).marks == {}


def test_nothing_outside_the_folder_is_one(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (tmp_path / "secret.pdf").write_bytes(b"%PDF")
    (folder / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    (folder / "circle.pdf").symlink_to(folder / "circle.pdf")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.pdf")
    assert others(folder).marks == {}


def test_a_file_counts_as_changed_only_if_somebody_asked_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    (tmp_path / "b.pdf").write_bytes(b"b")
    first = others(tmp_path)
    assert "a.pdf" in first
    assert "c.pdf" not in first
    (tmp_path / "b.pdf").write_bytes(b"other")
    assert not others(tmp_path).differ(first)
    (tmp_path / "c.pdf").write_bytes(b"new")
    assert others(tmp_path).differ(first)


def test_another_content_has_another_digest(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    before = others(tmp_path).digest("a.pdf")
    (tmp_path / "a.pdf").write_bytes(b"another")
    assert others(tmp_path).digest("a.pdf") != before
