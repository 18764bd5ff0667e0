"""The hook that a dossier's repository can name in its pre-commit configuration."""

import re
from pathlib import Path

import yaml
from mkdocs_dossier.cli.main import run

HOOKS = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_the_hook_runs_a_command_that_there_is() -> None:
    (hook,) = HOOKS
    program, *arguments = hook["entry"].split()
    assert program == "dossier"
    assert run([*arguments, "--help"]) == 0


def test_the_hook_reads_the_dossier_as_a_whole_when_one_of_its_files_changes() -> None:
    (hook,) = HOOKS
    assert hook["pass_filenames"] is False
    touched = [
        name for name in ("seeds/a.yaml", "b.yml", "seeds/x/c.txt", "d.md") if re.search(hook["files"], name)
    ]
    assert touched == ["seeds/a.yaml", "b.yml", "seeds/x/c.txt"]
