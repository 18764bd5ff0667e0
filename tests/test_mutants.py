"""The command that changes the program to see which changes no test notices: its groups, and what it says."""

import sys

import pytest

from tests.support import ROOT
from tools import mutants


@pytest.mark.parametrize("group", mutants.GROUPS)
def test_each_group_has_modules_and_tests(group: str) -> None:
    modules, tests = mutants.GROUPS[group]
    program = ROOT / "generator" / mutants.PACKAGE
    assert all(list(program.glob(pattern)) for pattern in modules)
    assert mutants.chosen_tests(group)
    assert all(list(ROOT.glob(pattern)) for pattern in tests)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """Run the command where mutmut is not installed, and give what it ends with."""
    monkeypatch.setattr(sys, "argv", ["mutants.py", *arguments])
    monkeypatch.setattr(mutants, "find_spec", lambda _: None)
    with pytest.raises(SystemExit) as ended:
        mutants.main()
    return str(ended.value.code)


def test_where_mutmut_is_not_installed_it_says_how_to_run_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "findings") == f"mutmut is not installed. Run: {mutants.INSTALL}"


def test_a_group_that_there_is_not_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "derive") == "2"
    assert "There is no group derive. There are: quotes, findings," in capsys.readouterr().err


def test_what_no_test_noticed_is_counted_with_what_no_test_ran() -> None:
    found = {"a": "killed", "b": "survived", "c": "timeout", "d": "no tests"}
    assert mutants.unnoticed(found) == 0.5
    assert list(mutants.table("verify", found)) == ["verify", "4", "1", "1", "1", "1", "50.0%"]
    assert mutants.unnoticed({}) == 0
