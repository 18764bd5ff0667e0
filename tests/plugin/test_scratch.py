"""The folder for a moment: in memory where there is room, and gone with what was killed."""

import os
import sys
from pathlib import Path

import pytest

from mkdocs_dossier.plugin import scratch as module
from mkdocs_dossier.plugin.scratch import scratch

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="there is a folder in memory on Linux alone")


def test_the_folder_is_there_for_a_moment() -> None:
    with scratch(1) as folder:
        assert list(Path(folder).iterdir()) == []
    assert not Path(folder).exists()


@on_linux
def test_it_is_on_a_disk_where_memory_has_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MEMORY", str(tmp_path))
    with scratch(1) as here, scratch(1 << 60) as elsewhere:
        assert Path(here).parent == tmp_path
        assert Path(elsewhere).parent != tmp_path


@on_linux
def test_what_a_build_left_that_was_killed_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MEMORY", str(tmp_path))
    dead = tmp_path / f"mkdocs-dossier-{2**22 + 1}-abc"
    living = tmp_path / f"mkdocs-dossier-{os.getpid()}-abc"
    other = tmp_path / "mkdocs-dossier-notes"
    for folder in (dead, living, other):
        (folder / "deep").mkdir(parents=True)
    with scratch(1):
        assert not dead.exists()
        assert living.exists()
        assert other.exists()
