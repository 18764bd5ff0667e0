"""What is wrong with a dossier: problems, as values that are sorted by their place in its files."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_dossier.text.shortening import cut_middle


class Level(StrEnum):
    """How much a problem weighs: an error stops a build, a warning stops a strict one."""

    ERROR = "error"
    WARNING = "warning"


class Purpose(StrEnum):
    """What a dossier is read for, on which hangs how much the drafts in it weigh (see `rules.rule.Rule`)."""

    CHECK = "check"
    """To tell its author what is wrong."""
    BUILD = "build"
    """To publish it."""
    SERVE = "serve"
    """To show it to its author alone."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the dossier.

    `path` is relative to the dossier folder, with `/` between its parts. `line` and `column` count from 1,
    columns in characters (code points).
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where, by which rule, in an author's words, and what to do about it."""

    location: Location
    level: Level
    rule: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.location}: {self.level}: {self.message} [{self.rule}]"
        return f"{text}\n    {self.hint}" if self.hint else text


def stops(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether problems stop a build: an error does; with `strict`, any problem does."""
    return any(strict or problem.level is Level.ERROR for problem in problems)


LONGEST = 1_000
"""The most characters of a message or hint that are kept: an author may have written a name of a million."""


def error(location: Location, rule: str, message: str, hint: str = "") -> Problem:
    """Make a problem that stops a build."""
    return Problem(location, Level.ERROR, rule, _shown(message), _shown(hint))


def warning(location: Location, rule: str, message: str, hint: str = "") -> Problem:
    """Make a problem that stops a strict build only."""
    return Problem(location, Level.WARNING, rule, _shown(message), _shown(hint))


def _shown(text: str) -> str:
    return cut_middle(text, LONGEST, " … ")
