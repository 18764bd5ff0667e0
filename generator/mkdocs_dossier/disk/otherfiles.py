"""The files of a dossier's folder that are neither YAML nor text: captures, and what stands beside a text."""

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path

from mkdocs_dossier.yaml.files import MAX_BYTES

Mark = tuple[int, int, int]
"""The inode, time and size of a file: while these are the same, so is the file."""


_NOISE = re.compile(
    r"\..*\.sw[a-z]|.*\.swp|\d{4,5}"  # Vim: swap files, and a number to try whether it may write
    r"|.*~|#.*#|\.#.*"  # backups of most editors; Emacs: unsaved text, and a lock that is a dangling link
    r"|.*\.kate-swp|\.goutputstream-.*|\.~lock\..*#"  # Kate; GTK; LibreOffice
    r"|.*\.tmp|.*___jb_(?:tmp|old|bak)___"  # VS Code and others; JetBrains
    r"|\.DS_Store|\.dossier-.*"  # macOS; our own
)
"""Names of files that editors and systems keep for themselves, and that no page is made of."""


def is_noise(name: str) -> bool:
    """Tell whether a file of this name is one that no site is made of."""
    return _NOISE.fullmatch(name) is not None


@dataclass(frozen=True)
class OtherFiles:
    """Other files of a folder, as they were when it was read; they are opened when somebody asks for them.

    `asked` are the paths that somebody asked for: what a site hangs on.
    """

    root: Path
    marks: Mapping[str, Mark]
    asked: set[str] = field(default_factory=set)

    def __contains__(self, path: str, /) -> bool:
        """Tell whether there is such a file."""
        self.asked.add(path)
        return path in self.marks

    def differ(self, earlier: "OtherFiles") -> bool:
        """Tell whether a file that was asked for earlier is another now, or there, or gone."""
        return any(self.marks.get(path) != earlier.marks.get(path) for path in earlier.asked)

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file, of whatever size. Raises `OSError`."""
        return _digest(self.root / path, self.marks[path])

    def content(self, path: str) -> bytes:
        """Return the bytes of a file, up to one more than allowed, so that the excess is noticed."""
        with (self.root / path).open("rb") as file:
            return file.read(MAX_BYTES + 1)


@lru_cache(maxsize=10_000)
def _digest(path: Path, _: Mark) -> str:
    """Digest a file once, as long as its mark stays the same: a server asks after each edit."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def mark_of(path: Path) -> Mark:
    """Return the mark of a file. Raises `OSError`."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def is_plain(path: Path, root: Path) -> bool:
    """Tell whether a path is a plain file inside a folder, and bears a name that can be written."""
    try:
        path.as_posix().encode()
        return stat.S_ISREG(path.stat().st_mode) and path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, UnicodeEncodeError):
        return False
