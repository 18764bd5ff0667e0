"""What is said of a fault of the program: where it is, and that the author is not to blame."""

import platform

import pytest

from mkdocs_dossier.faults import fault
from mkdocs_dossier.problems import LONGEST, Level, Location, Problem
from mkdocs_dossier.version import __version__


def _told(message: str) -> Problem:
    try:
        raise KeyError(message)
    except KeyError as trouble:
        return fault(trouble)


def test_a_fault_is_a_problem_that_says_where_it_happened(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DOSSIER_DEBUG", raising=False)
    told = _told("no such state")
    assert (told.location, told.level, told.rule) == (Location("."), Level.ERROR, "internal-error")
    assert told.message == "KeyError in test_faults.py, line 14: 'no such state'."
    assert "not of your dossier" in told.hint
    assert f"dossier {__version__} and Python {platform.python_version()}" in told.hint
    assert capsys.readouterr() == ("", "")


def test_a_fault_prints_its_traceback_where_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DOSSIER_DEBUG", "1")
    _told("no such state")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Traceback") and "no such state" in err


def test_a_long_fault_is_told_in_short() -> None:
    told = _told("x" * 10 * LONGEST).message
    # One character more than the bound: both halves around the gap are of one length.
    assert len(told) <= LONGEST + 1
    assert told.startswith("KeyError in test_faults.py") and " … " in told
