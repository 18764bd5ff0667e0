"""What a report is written from."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.problems import Problem


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers by name, in the order in which they are told; what there is none of is left out.

    `records` by kind, `quotations` by tier (and those not found), `contradictions` by kind, `claims` by
    label, `problems` by level; `conflicts` counts the pairs of figures that cannot both be true.
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

    `files` maps the paths of the dossier's files to their bytes, for the lines that problems quote.
    `folder` is the dossier folder as its author wrote it, `address` the same as a service finds it:
    relative to the root of the repository, or absolute where it lies elsewhere. `width` is that of the
    terminal, in cells.
    """

    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]
    summary: Summary
    folder: str = ""
    address: str = ""
    width: int = 100


def joined(folder: str, path: str) -> str:
    """Put the dossier folder before the path of one of its files; `.` stands for the folder itself."""
    start = "" if folder == "." else folder
    if path == ".":
        return start or "."
    return posixpath.join(start, path)
