"""What tells that a file is as it was left, without reading it."""

import os
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """A file's size, times and inode."""

    size: int
    modified: int
    changed: int
    inode: int

    def is_of(self, now: "Stamp | None", *, moved: bool = False) -> bool:
        """Tell whether a file is still as it was; where it was `moved` since, one of its times is another."""
        return now is not None and (now._replace(changed=self.changed) if moved else now) == self


def _of(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def stamp(path: str | Path) -> Stamp | None:
    """Look at a file; None if there is none."""
    try:
        return _of(os.stat(path))  # noqa: PTH116 - of each page of a site
    except OSError:
        return None


def stamps(folder: str, left_out: Collection[str] = ()) -> dict[str, Stamp]:
    """Look at all files below a folder, by their paths; links to folders are not followed.

    Folders at its top can be `left_out`, by their names. Raises `OSError`.
    """
    found = {}
    waiting = [folder]
    while waiting:
        at = waiting.pop()
        with os.scandir(at) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    found[entry.path] = _of(entry.stat(follow_symlinks=False))
                elif at != folder or entry.name not in left_out:
                    waiting.append(entry.path)
    return found
