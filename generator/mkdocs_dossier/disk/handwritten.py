"""Reads the pages that an author writes beside a dossier, for builders that take all from one folder."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from mkdocs_dossier.disk.output import OutputError, is_safe
from mkdocs_dossier.disk.single import reason


def read_pages(folder: Path, dossier: Path, out: Path) -> dict[str, bytes]:
    """Return the content of each file in a folder and its sub-folders, by path with `/`; not of hidden ones.

    What lies in the dossier folder is left out: its texts may not be for everybody. Raises `OutputError` if
    something cannot be read or leads out of the folder, and if that is the dossier folder or holds `out`.
    """
    try:
        root = folder.resolve(strict=True)
        if not root.is_dir():
            raise OutputError(f"{folder} is a file: name the folder of your own pages with --docs.")
        if root == dossier.resolve():
            raise OutputError(f"{folder} is the dossier folder: name that of your own pages with --docs.")
        if out.resolve().is_relative_to(root):
            raise OutputError(
                f"{out} lies in {folder}, the folder of your own pages: name another with --out."
            )
        return {
            path.relative_to(root).as_posix(): _content(path, root)
            for path in _files(root, dossier.resolve())
        }
    except OSError as trouble:
        raise OutputError(f"{trouble.filename or folder} cannot be read: {reason(trouble)}.") from trouble
    except (RuntimeError, ValueError) as trouble:
        raise OutputError(f"{folder} cannot be read: it has a name that no path can have.") from trouble


def _files(root: Path, dossier: Path) -> Iterator[Path]:
    """List the files to read, in a fixed order. Raises `OSError` for a folder that cannot be read."""

    def refuse(trouble: OSError) -> None:
        raise trouble

    for here, folders, names in os.walk(root, onerror=refuse):
        inner = [Path(here) / name for name in sorted(folders) if not name.startswith(".")]
        for linked in (one for one in inner if one.is_symlink()):
            raise OutputError(f"{linked} is a link to a folder: put the folder itself in its place.")
        folders[:] = [one.name for one in inner if one != dossier]
        yield from (Path(here) / name for name in sorted(names) if not name.startswith("."))


def _content(path: Path, root: Path) -> bytes:
    """Read a plain file inside the folder."""
    name = path.relative_to(root).as_posix()
    if not is_safe(name) or name.encode(errors="replace").decode() != name:
        shown = name.encode("ascii", "backslashreplace").decode()
        raise OutputError(f"{shown}, a file of your own pages, has a name that not every system can have.")
    if not path.resolve().is_relative_to(root):
        raise OutputError(f"{path} leads out of the folder of your own pages: put the file itself there.")
    if not stat.S_ISREG(path.stat().st_mode):
        raise OutputError(f"{path} is not a plain file: move it out of the folder of your own pages.")
    return path.read_bytes()
