"""A folder for files that are needed for a moment, in memory where there is room."""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

_MEMORY = "/dev/shm"  # noqa: S108 - made by mkdtemp, for this user alone
_PREFIX = "mkdocs-dossier-"
_SHARE = 4
"""At most the part of the free memory there: one in so many."""


def scratch(size: int) -> "tempfile.TemporaryDirectory[str]":
    """Make a folder for about so many bytes of files; it goes with the object that is returned.

    Thousands of small files come and go at once in memory; on a disk, they take longer than what is done with
    them.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            _sweep()
            if size * _SHARE < shutil.disk_usage(_MEMORY).free:
                name = f"{_PREFIX}{os.getpid()}-"
                return tempfile.TemporaryDirectory(prefix=name, dir=_MEMORY, ignore_cleanup_errors=True)
    return tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)


def _sweep() -> None:
    """Remove what builds left that were killed: nothing else would, before the machine is started again."""
    for folder in Path(_MEMORY).glob(f"{_PREFIX}*"):
        number = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if number.isdecimal() and not Path("/proc", number).exists() and folder.stat().st_uid == os.getuid():
            shutil.rmtree(folder, ignore_errors=True)
