"""Problems as SARIF 2.1.0, the OASIS standard for results of static analysis."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from mkdocs_dossier.problems import Problem
from mkdocs_dossier.reports.outcome import Outcome, joined
from mkdocs_dossier.rules.registry import summary_of
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"


def report(outcome: Outcome) -> str:
    """Write the problems as one run, with paths as seen from the repository; in ASCII."""
    rules = {rule: index for index, rule in enumerate(sorted({one.rule for one in outcome.problems}))}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
                "results": [_result(outcome, problem, rules) for problem in outcome.problems],
            }
        ],
    }
    return json.dumps(log) + "\n"


def _driver(rules: Iterable[str]) -> dict[str, Any]:
    return {
        "name": "dossier",
        "version": __version__,
        "rules": [{"id": rule, "shortDescription": {"text": summary_of(rule)}} for rule in rules],
    }


def _result(outcome: Outcome, problem: Problem, rules: Mapping[str, int]) -> dict[str, Any]:
    place = problem.location
    return {
        "ruleId": problem.rule,
        "ruleIndex": rules[problem.rule],
        "level": str(problem.level),
        "message": {"text": _message(f"{problem.message} {problem.hint}".strip())},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(joined(outcome.address, place.path)),
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }


def _message(text: str) -> str:
    """Escape text that could be read as a placeholder or a link (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return visible(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _artifact(path: str) -> dict[str, str]:
    """Return the URI of a file: relative to the root of the repository, or absolute if it is outside."""
    # A path of bytes that are not UTF-8 keeps them.
    escaped = quote(os.fsencode(path))
    if PurePosixPath(path).is_absolute():
        return {"uri": f"file://{escaped}"}
    if (drive := PureWindowsPath(path).drive) and PureWindowsPath(path).is_absolute():
        return {"uri": f"file:///{drive}{escaped.removeprefix(quote(drive))}"}
    return {"uri": escaped, "uriBaseId": _ROOT}
