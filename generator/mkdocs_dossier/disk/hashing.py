"""The SHA-256 of files, and which files there are below a folder."""

import os
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from hashlib import file_digest
from pathlib import Path

_AT_A_TIME = 4


def hashes_of(root: Path, paths: Collection[str]) -> dict[str, str]:
    """Return the SHA-256 of files below a folder, given by their paths. Raises `OSError`."""
    wanted = sorted(paths)
    # Python lets others run while it digests, so that two cores do it in half the time.
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        return dict(zip(wanted, pool.map(lambda path: _digest(root / path), wanted), strict=True))


def paths_below(root: Path) -> list[str]:
    """List the plain files below a folder by their paths with `/`, sorted; nothing hidden, and no link."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        shown = [Path(folder) / name for name in names if not name.startswith(".")]
        found += [
            path.relative_to(root).as_posix() for path in shown if path.is_file() and not path.is_symlink()
        ]
    return sorted(found)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
