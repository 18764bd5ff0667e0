"""Reads the folder of a dossier from the disk, and nothing outside of it."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs_dossier.disk.journal import JOURNAL, finish, is_half_changed, is_left_over, settle
from mkdocs_dossier.disk.lock import LockedError, locked
from mkdocs_dossier.disk.single import reason
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.problems import Location, Problem, error, warning
from mkdocs_dossier.yaml.files import MAX_BYTES

_YAML_SUFFIXES = (".yaml", ".yml")
_TEXT_SUFFIX = ".txt"

_TRIES, _SECONDS = 3, 10


def unfit(root: Path) -> str:
    """Say why a path is no dossier folder; nothing where it may be one."""
    try:
        mode = root.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return f"There is no folder {root}: name the one with dossier.yaml in it."
    except OSError as trouble:
        return f"{root} cannot be read: {reason(trouble)}."
    except ValueError:
        return f"{root} is no folder: it has characters that no path can have."
    return "" if stat.S_ISDIR(mode) else f"{root} is a file: name the folder that it lies in."


def read_folder(root: Path) -> Folder:
    """Read the YAML and text files below a folder; hidden files and folders are passed over.

    Nothing outside the folder is read: a link that leads out is a problem, as is what is no plain file. It is
    read as it was at one moment: what a stopped command left half changed is finished first, and where
    another command changes files meanwhile, all is read again.
    """
    if why := unfit(root):
        return Folder({}, {}, (error(Location("."), "no-folder", why),))
    for _ in range(_TRIES):
        if _is_unsettled(root) and (hindrances := settle(root)):
            return Folder({}, {}, tuple(hindrances))
        before = _state(root)
        folder = _read_all(root)
        if not is_half_changed(root) and _state(root) == before:
            return folder
    return _read_alone(root)


def _read_alone(root: Path) -> Folder:
    """Read a folder that does not hold still, while no command may change it."""
    try:
        with locked(root, _SECONDS):
            hindrances = finish(root)
            return Folder({}, {}, tuple(hindrances)) if hindrances else _read_all(root)
    except (LockedError, OSError):
        if not is_half_changed(root):
            return _read_all(root)
    hint = "Wait until it is done, and try again."
    busy = error(Location(JOURNAL), "unreadable", "Another command is changing this dossier.", hint)
    return Folder({}, {}, (busy,))


def _is_unsettled(root: Path) -> bool:
    """Tell whether a command that changes the dossier is at work, or was stopped."""
    for _, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if any(map(is_left_over, names)):
            return True
    return False


def _state(root: Path) -> dict[str, tuple[int, int, int]]:
    """Tell which files there are to be read, so that another content of one shows, or another one."""
    state = {}
    for path in _files(root, lambda _: None):
        with suppress(OSError):
            found = path.stat()
            state[str(path)] = found.st_ino, found.st_mtime_ns, found.st_size
    return state


def _read_all(root: Path) -> Folder:
    yaml: dict[str, bytes] = {}
    texts: dict[str, bytes] = {}
    problems: list[Problem] = []
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
            (texts if name.lower().endswith(_TEXT_SUFFIX) else yaml)[name] = content
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
    return name.lower().endswith((*_YAML_SUFFIXES, _TEXT_SUFFIX))


def _unreadable(root: Path, path: Path, trouble: OSError) -> Problem:
    message = f"This cannot be read: {reason(trouble)}."
    return error(Location(_shown(path.relative_to(root))), "unreadable", message)


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
