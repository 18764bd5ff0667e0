"""Problems for another program: a JSON list, with each problem's path as seen from the dossier folder."""

import json

from mkdocs_dossier.problems import Problem
from mkdocs_dossier.reports.outcome import Outcome


def report(outcome: Outcome) -> str:
    """Write the problems, one to a line; in ASCII, so that no encoding of a terminal can spoil it."""
    members = ",\n".join(json.dumps(_member(problem)) for problem in outcome.problems)
    return f"[\n{members}\n]\n" if members else "[]\n"


def _member(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "level": str(problem.level),
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }
