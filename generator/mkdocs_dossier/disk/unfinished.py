"""What stopped processes left in a folder: finished where it can be, else told; then swept."""

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs_dossier.disk.journal import HIDDEN, JOURNAL, finish, hindrances
from mkdocs_dossier.disk.lock import LOCK, LockedError, locked
from mkdocs_dossier.disk.single import is_temporary, reason, sweep
from mkdocs_dossier.problems import Location, Problem, error

_SECONDS = 10


def is_left_over(name: str) -> bool:
    """Tell whether a file is one that stands in a folder only while a process changes it, or was stopped."""
    return name in (JOURNAL, LOCK) or is_temporary(name)


def settle(root: Path) -> list[Problem]:
    """Finish what a stopped process had begun in a folder, and remove what it left; gives what is in the way.

    Where another process is at work it is waited for, as long as the folder is half changed.
    """
    try:
        if is_half_changed(root) and (problems := hindrances(root)):
            return problems
        return _settled(root)
    except OSError as trouble:
        message = "A command was stopped while it changed several files at once, and that cannot be finished"
        hint = "Let the folder be written to, and give any command again."
        return _told(root, f"{message}: {reason(trouble)}.", hint)


def _settled(root: Path) -> list[Problem]:
    holder = ""
    for seconds in (0, _SECONDS):
        try:
            with locked(root, seconds):
                problems = finish(root)
                if not problems:
                    sweep(_folders(root))
                return problems
        except LockedError as at_work:
            holder = at_work.holder
            if not is_half_changed(root):
                return []
    message = f"Another command is changing this dossier: {holder}."
    return _told(root, message, "Wait until it is done, and try again.")


def is_half_changed(root: Path) -> bool:
    """Tell whether some files of a folder are changed and others not yet, as far as can be known."""
    return os.path.lexists(root / JOURNAL)


def _told(root: Path, message: str, hint: str) -> list[Problem]:
    """Make the problem, if it is one: a folder without a journal is whole, whatever else is left in it."""
    return [error(Location(JOURNAL), "unreadable", message, hint)] if is_half_changed(root) else []


def _folders(root: Path) -> Iterator[Path]:
    for folder, inner, _ in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith(".") or name in HIDDEN]
        yield Path(folder)
