"""Problems as workflow commands, which GitHub shows as annotations beside the lines of a change.

Escaping as in `escapeData` and `escapeProperty` of the actions toolkit (packages/core/src/command.ts).
"""

from mkdocs_dossier.problems import Problem
from mkdocs_dossier.reports.outcome import Outcome, joined
from mkdocs_dossier.text.characters import visible

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(outcome: Outcome) -> str:
    """Write each problem as a workflow command, one to a line, with paths as seen from the repository."""
    return "".join(f"{_command(outcome, problem)}\n" for problem in outcome.problems)


def _command(outcome: Outcome, problem: Problem) -> str:
    place = problem.location
    properties = {
        "file": joined(outcome.address, place.path),
        "line": str(place.line),
        "col": str(place.column),
        "title": visible(problem.rule),
    }
    written = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    data = "\n".join(visible(text) for text in (problem.message, problem.hint) if text)
    return f"::{problem.level} {written}::{data.translate(_DATA)}"
