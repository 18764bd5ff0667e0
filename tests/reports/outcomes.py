"""Outcomes of checks for the tests of reports."""

from pathlib import Path

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.reports.outcome import Outcome, Summary
from mkdocs_dossier.reports.summary import summarise

NOTHING = Summary({}, {}, {}, {}, 0, {})
SEEDS = Path(__file__).parents[2] / "seeds"


def outcome(*problems: Problem, folder: str = "seeds", **files: str) -> Outcome:
    """Make an outcome; a file `actors_yaml` is named `actors.yaml`."""
    contents = {name.replace("_", "."): text.encode() for name, text in files.items()}
    return Outcome(problems, contents, NOTHING, folder=folder, address=folder)


def seeds_summary() -> Summary:
    """Summarise the project's own dossier."""
    loaded = load(read_folder(SEEDS))
    return summarise(loaded)
