"""Reads the folder of a dossier from the disk, and nothing outside of it."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs_dossier.loading import Folder
from mkdocs_dossier.problems import Location, Problem, error, warning
from mkdocs_dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.textfiles import MAX_BYTES

YAML_SUFFIXES = (".yaml", ".yml")
TEXT_SUFFIX = ".txt"


def read_folder(root: Path) -> Folder:
    """Read the YAML and text files below a folder; hidden files and folders are passed over.

    Nothing outside the folder is read: a link that leads out is a problem, as is what is no plain file.
    """
    yaml: dict[str, bytes] = {}
    texts: dict[str, bytes] = {}
    problems: list[Problem] = []
    if not root.is_dir():
        hint = "Name the folder that holds dossier.yaml."
        missing = error(Location("."), "no-folder", f"There is no folder {root}.", hint)
        return Folder({}, {}, (missing,))
    redirects = b""
    for path in _files(root, problems.append):
        name = path.relative_to(root).as_posix()
        try:
            content = _read(root, path)
        except OSError as trouble:
            problems.append(_unreadable(root, path, trouble))
            continue
        if name == REDIRECTS_PATH:
            redirects = content
        else:
            (texts if name.lower().endswith(TEXT_SUFFIX) else yaml)[name] = content
    return Folder(yaml, texts, tuple(problems), redirects)


def _files(root: Path, report: Callable[[Problem], None]) -> Iterator[Path]:
    def refuse(trouble: OSError) -> None:
        report(_unreadable(root, Path(trouble.filename), trouble))

    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (inner := Path(folder) / name).is_symlink():
                report(_not_entered(inner.relative_to(root)))
            elif _is_read(name):
                report(_no_file(inner.relative_to(root)))
        for name in sorted(names):
            if _is_read(name) and not name.startswith("."):
                yield Path(folder) / name
    if os.path.lexists(root / REDIRECTS_PATH):
        yield root / REDIRECTS_PATH


def _is_read(name: str) -> bool:
    return name.lower().endswith((*YAML_SUFFIXES, TEXT_SUFFIX))


def _unreadable(root: Path, path: Path, trouble: OSError) -> Problem:
    reason = trouble.strerror or str(trouble)
    return error(Location(_shown(path.relative_to(root))), "unreadable", f"This cannot be read: {reason}.")


def _no_file(folder: Path) -> Problem:
    message = "This cannot be read: it is a folder with the name of a file."
    return error(Location(_shown(folder)), "unreadable", message, "Give the folder another name.")


def _not_entered(linked: Path) -> Problem:
    message = "This is a link to a folder: nothing in it is read."
    return warning(Location(_shown(linked)), "linked-folder", message, "Put the folder itself in its place.")


def _shown(path: Path) -> str:
    """Write a path so that it can be printed, whatever its bytes are."""
    return path.as_posix().encode(errors="backslashreplace").decode()


def _read(root: Path, path: Path) -> bytes:
    """Read a plain file inside the folder, one byte more than is allowed at most.

    Raises `OSError`, with a reason for the author, for anything else.
    """
    # The mode first: it raises where links lead in a circle, which `resolve` reports in other ways.
    mode = path.stat().st_mode
    if not path.resolve().is_relative_to(root.resolve()):
        raise OSError(0, "it is a link that leads out of the dossier folder")
    if not stat.S_ISREG(mode):
        raise OSError(0, "it is not a plain file")
    if _shown(path) != path.as_posix():
        raise OSError(0, "its name is not UTF-8")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
