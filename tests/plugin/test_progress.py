"""A long build says in a terminal how far it is; nothing is said anywhere else."""

import io
import logging

import pytest

from mkdocs_dossier.plugin.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, pages: int, level: int = logging.INFO) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(logging.getLogger("mkdocs"), "level", level)
    progress = Progress("Writing pages", pages)
    for _ in range(pages // 100):
        progress.step(100)
    progress.done()
    return stream.getvalue()


def test_a_terminal_shows_the_step_and_how_many_pages_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    said = shown(monkeypatch, Terminal(), 2000)
    assert "Writing pages" in said
    assert "1000/2000" in said
    assert "2000/2000" in said


def test_a_pipe_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), 2000) == ""


def test_a_short_build_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), 900) == ""


def test_a_quiet_build_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), 2000, logging.ERROR) == ""
