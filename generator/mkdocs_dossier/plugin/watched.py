"""What `mkdocs serve` watches: the dossier folder by its content, everything else by the times of its files.

MkDocs stops watching a folder for good once it is gone. Here each look starts at the path, and so sees
whatever is put there.
"""

import math
import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.disk.otherfiles import OtherFiles, is_noise
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.problems import Location, error

_YOUNG = 3.0
"""Seconds for which a changed folder is read at each look: some file systems keep times no more exactly."""

_LONG, _REST = 0.02, 20
"""A look at other files is long if it takes so many seconds; then they rest for so many times as long."""


@dataclass(frozen=True)
class Look:
    """What a look found: `moved`, something changed since the look before; `waiting`, a build is due."""

    moved: bool
    waiting: bool


class Watched(Protocol):
    """Something that can be looked at."""

    def look(self, now: float) -> Look:
        """Look at it; `now` is in seconds of a clock that only goes forwards."""
        ...

    def begin(self) -> None:
        """Note that a build of its present state begins."""
        ...


class DossierFolder:
    """The dossier folder: what was last read for the site, and what is there now.

    A build is due if these differ in a byte of the files that are read, or in the problems of the folder
    itself. Other changes in it, such as the files of an editor, are no reason for one.
    """

    def __init__(self) -> None:
        self._folder = Path()
        self._built: Folder | None = None
        self._seen: Folder | None = None
        self._compared: Folder | None = None
        self._marks: object = None
        self._read_until = 0.0

    def read(self, folder: Path) -> Folder:
        """Read a folder for the site, and look at this one from now on."""
        self._folder, self._built = folder, _read(folder)
        return self._built

    def look(self, now: float) -> Look:
        """Compare what is there with the look before, and with what the site was made of."""
        # The marks are taken before the reading, so that the next look finds what changes meanwhile.
        marks = self._folder, dict(_marks(self._folder, everything=False))
        if marks != self._marks:
            self._marks, self._read_until = marks, now + _YOUNG
        before, built = self._seen, self._built
        # Also after a build: it may have read a change that no mark shows, and would be due again and again.
        if now < self._read_until or built is not self._compared:
            self._seen, self._compared = _read(self._folder), built
        return Look(self._seen != before, _differ(self._seen, built))

    def begin(self) -> None:
        """Do nothing: the build calls `read`."""


def _differ(seen: Folder | None, built: Folder | None) -> bool:
    """Tell whether a folder is another than that which a site was made of, in what the site hangs on."""
    if seen is None or built is None or seen != built:
        return seen is not built
    match seen.others, built.others:
        case OtherFiles() as now, OtherFiles() as then:
            return now.differ(then)
    return False


class OtherPath:
    """A file, or a folder with all that is in it, whose contents are not read; only times and sizes are."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._built: dict[str, _Mark] | None = None
        self._seen: dict[str, _Mark] = {}
        self._rests_until = -math.inf

    def _files(self) -> dict[str, "_Mark"]:
        entries = _marks(self.path, everything=True)
        return {
            path: mark
            for path, mark in entries
            if not (mark.is_folder or is_noise(path.rpartition(os.sep)[2]))
        }

    def look(self, now: float) -> Look:
        """Compare the files with those of the look before, and of the last build.

        Where that takes long, as it does for the thousands of files of a theme, it is done less often.
        """
        if self._built is None:
            self.begin()
        before = self._seen
        if now >= self._rests_until:
            start = time.monotonic()
            self._seen = self._files()
            took = time.monotonic() - start
            self._rests_until = now + took * _REST if took > _LONG else now
        return Look(self._seen != before, self._seen != self._built)

    def begin(self) -> None:
        """Note that a build begins, of what was seen last: what has changed since is for the next."""
        if self._built is None:
            self._seen = self._files()
        self._built = self._seen


class _Mark(NamedTuple):
    """What tells that a file was written or replaced: its times, size and inode; of a folder, its inode."""

    is_folder: bool
    facts: tuple[int, ...]


def _marks(root: Path, *, everything: bool) -> Iterator[tuple[str, _Mark]]:
    """List what is at a path and below it, each with its mark; nothing if there is nothing.

    With `everything`, names that begin with a dot are included, and links to folders are followed.
    """
    if (mark := _mark(str(root))) is not None:
        yield str(root), mark
    entered: set[tuple[int, ...]] = set()
    for folder, folders, names in os.walk(root, followlinks=everything):
        if not everything:
            folders[:], names[:] = _unhidden(folders), _unhidden(names)
        for name in list(folders):
            mark = _mark(f"{folder}/{name}")
            # Each folder is entered once, since links may lead in a circle.
            if mark is None or (everything and mark.facts in entered):
                folders.remove(name)
                continue
            entered.add(mark.facts)
            yield f"{folder}/{name}", mark
        for name in names:
            if (mark := _mark(f"{folder}/{name}")) is not None:
                yield f"{folder}/{name}", mark


def _unhidden(names: list[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _mark(path: str) -> _Mark | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - some thousand a look
    except OSError:
        try:
            found = os.lstat(path)  # a dangling link is seen too: in a dossier folder, it is a problem
        except OSError:
            return None
    if stat.S_ISDIR(found.st_mode):
        return _Mark(True, (found.st_mode, found.st_ino, found.st_dev))
    return _Mark(False, (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev))


def _read(folder: Path) -> Folder:
    """Read a dossier folder; if that raises `OSError`, return it as a problem."""
    try:
        return read_folder(folder)
    except OSError as trouble:
        said = f"This cannot be read: {trouble.strerror or trouble}."
        return Folder({}, {}, (error(Location("."), "unreadable", said),))
