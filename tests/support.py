"""Dossiers in memory, and places in YAML, for the tests of what reads and writes them."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.problems import Level, Problem

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
SETTINGS = "title: A test\n"
RECORDS = "records.yaml"

_MARK = re.compile(r"⟨([a-z0-9-]+)⟩")

Place = tuple[str, int, int]
"""The rule of a problem, its line and its column."""


def folder_of(yaml: str | Mapping[str, str], texts: Mapping[str, str] | None = None) -> Folder:
    """Make a dossier's folder: one text is a file of records, beside settings that hold a title only."""
    files = {RECORDS: yaml} if isinstance(yaml, str) else dict(yaml)
    files.setdefault("dossier.yaml", SETTINGS)
    return Folder(
        {path: content.encode() for path, content in files.items()},
        {path: content.encode() for path, content in (texts or {}).items()},
    )


def dossier_of(yaml: str | Mapping[str, str], texts: Mapping[str, str] | None = None) -> Loaded:
    """Load a dossier that is written in a test."""
    return load(folder_of(yaml, texts))


def sound(yaml: str | Mapping[str, str], texts: Mapping[str, str] | None = None) -> Loaded:
    """Load a dossier that has to be without errors."""
    loaded = dossier_of(yaml, texts)
    assert errors(loaded) == [], "\n".join(map(str, loaded.problems))
    return loaded


def errors(loaded: Loaded) -> list[Problem]:
    """List the problems that stop a build."""
    return [problem for problem in loaded.problems if problem.level is Level.ERROR]


def places(loaded: Loaded) -> list[Place]:
    """List the errors by rule, line and column."""
    return [(one.rule, one.location.line, one.location.column) for one in errors(loaded)]


def marked(text: str) -> tuple[str, list[Place]]:
    """Read `⟨rule⟩` off a text: the text without it, and the places where each problem is expected."""
    plain, expected, at = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        expected.append((mark[1], plain.count("\n") + 1, len(plain) - plain.rfind("\n")))
    return plain + text[at:], expected


@cache
def seeds() -> Folder:
    """Read the project's own dossier."""
    return read_folder(SEEDS)


@cache
def loaded_seeds() -> Loaded:
    """Load the project's own dossier."""
    return load(seeds())


def golden(name: str) -> dict[str, str]:
    """Read the cases of a file in `golden/`, each below a line `### its name`."""
    parts = re.split(
        r"^### (.+)\n", (ROOT / "tests" / "golden" / name).read_text("utf-8"), flags=re.MULTILINE
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))
