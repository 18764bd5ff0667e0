"""What a report is written from."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.problems import Problem


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts by name, in the order to print them, without names that count nothing.

    `records` by kind, `quotations` by tier (and those not found), `contradictions` by kind, `claims` by
    label, `problems` by level; `conflicts` is the number of pairs of figures that cannot both be true.
    """

    records: Mapping[str, int]
    quotations: Mapping[str, int]
    contradictions: Mapping[str, int]
    claims: Mapping[str, int]
    conflicts: int
    problems: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check of a dossier found.

    `files` maps the paths of the dossier's files to their bytes, for the lines to quote. `folder` is the
    path of the dossier folder as the author gave it; `address` is the same for a service: relative to the
    root of the repository, or absolute if it is not in one. `width` is that of the terminal, in cells.
    """

    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]
    summary: Summary
    folder: str = ""
    address: str = ""
    width: int = 100


def joined(folder: str, path: str) -> str:
    """Join the path of the dossier folder and that of one of its files; `.` is the folder itself."""
    start = "" if folder == "." else folder
    if path == ".":
        return start or "."
    return posixpath.join(start, path)
