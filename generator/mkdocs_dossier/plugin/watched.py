"""What `mkdocs serve` watches: the dossier's folder by what is read of it, all else by when it was written.

MkDocs watches a folder until it is gone. Here every look begins at the path, so whatever is put there is
seen.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.problems import Location, error

_YOUNG = 3.0
"""Seconds for which a change is read again: some file systems tell two writings apart by no less."""

_NOISE = re.compile(
    r"\..*\.sw[a-z]|.*\.swp|\d{4,5}"  # Vim: swap files, and a number to try whether it may write
    r"|.*~|#.*#|\.#.*"  # backups of most editors; Emacs: unsaved text, and a lock that is a dangling link
    r"|.*\.kate-swp|\.goutputstream-.*|\.~lock\..*#"  # Kate; GTK; LibreOffice
    r"|.*\.tmp|.*___jb_(?:tmp|old|bak)___"  # VS Code and others; JetBrains
    r"|\.DS_Store|\.dossier-.*"  # macOS; our own
)
"""Files of an editor's or a system's own, which no page is made of."""


@dataclass(frozen=True)
class Look:
    """What a look found: whether anything moved since the last one, and whether a build is due for it."""

    moved: bool
    waiting: bool


class Watched(Protocol):
    """Something to look at."""

    def look(self, now: float) -> Look:
        """Look at it."""
        ...

    def begin(self) -> None:
        """Take note that what stands there now is built."""
        ...


class DossierFolder:
    """The dossier folder: what was last read for the site, and what stands there now.

    A build is due where the two differ in a byte that is read, or in what is wrong with the folder itself.
    What else changes in it, such as the files of an editor, is no reason for one.
    """

    def __init__(self) -> None:
        self._folder = Path()
        self._built: Folder | None = None
        self._seen: Folder | None = None
        self._compared: Folder | None = None
        self._marks: object = None
        self._read_until = 0.0

    def read(self, folder: Path) -> Folder:
        """Read a folder for the site: this one is looked at from now on."""
        self._folder, self._built = folder, _read(folder)
        return self._built

    def look(self, now: float) -> Look:
        """Compare what stands there with the last look, and with what the site was made of."""
        # Before the reading: what changes meanwhile is then found by the next look.
        marks = self._folder, dict(_marks(self._folder, everything=False))
        if marks != self._marks:
            self._marks, self._read_until = marks, now + _YOUNG
        before, built = self._seen, self._built
        # After a build too: should it have read what no mark shows, it would be due again and again.
        if now < self._read_until or built is not self._compared:
            self._seen, self._compared = _read(self._folder), built
        return Look(self._seen != before, self._seen != built)

    def begin(self) -> None:
        """Do nothing: the build will read it."""


class OtherPath:
    """A file, or a folder with all that is in it, of which we know only when its files were written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._built: dict[str, _Mark] | None = None
        self._seen: dict[str, _Mark] = {}

    def _files(self) -> dict[str, "_Mark"]:
        entries = _marks(self.path, everything=True)
        return {path: mark for path, mark in entries if not (mark.is_folder or _is_noise(path))}

    def look(self, now: float) -> Look:  # noqa: ARG002 - as `Watched` has it
        """Compare the files with those of the last look, and of the last build."""
        if self._built is None:
            self.begin()
        before, self._seen = self._seen, self._files()
        return Look(self._seen != before, self._seen != self._built)

    def begin(self) -> None:
        """Take note that what stands there now is built."""
        self._built = self._seen = self._files()


class _Mark(NamedTuple):
    """By what it shows that a file was written, or another one put in its place."""

    is_folder: bool
    facts: tuple[int, ...]


def _is_noise(path: str) -> bool:
    return _NOISE.fullmatch(os.path.basename(path)) is not None  # noqa: PTH119 - some thousand a look


def _marks(root: Path, *, everything: bool) -> Iterator[tuple[str, _Mark]]:
    """List what stands at and below a path; nothing where there is nothing.

    Only with `everything` do names count that begin with a dot, and are links to folders entered.
    """
    if (mark := _mark(str(root))) is not None:
        yield str(root), mark
    entered: set[tuple[int, ...]] = set()
    for folder, folders, names in os.walk(root, followlinks=everything):
        if not everything:
            folders[:], names[:] = _unhidden(folders), _unhidden(names)
        for name in list(folders):
            mark = _mark(f"{folder}/{name}")
            # A folder that links lead to twice is entered once: they may lead in a circle.
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
            found = os.lstat(path)  # a link that leads nowhere: where it is a problem, that has to be said
        except OSError:
            return None
    if stat.S_ISDIR(found.st_mode):
        return _Mark(True, (found.st_mode, found.st_ino, found.st_dev))
    return _Mark(False, (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev))


def _read(folder: Path) -> Folder:
    """Read a dossier folder, whatever stands in its place."""
    try:
        return read_folder(folder)
    except OSError as trouble:
        said = f"This cannot be read: {trouble.strerror or trouble}."
        return Folder({}, {}, (error(Location("."), "unreadable", said),))
