"""Reads the folder of a dossier from the disk, and nothing outside it."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs_dossier.disk.journal import JOURNAL, finish, is_half_changed, is_left_over, settle
from mkdocs_dossier.disk.lock import LockedError, locked
from mkdocs_dossier.disk.otherfiles import Mark, OtherFiles, is_noise, is_plain, mark_of
from mkdocs_dossier.disk.single import reason
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.dossier.reviewsfile import REVIEWS_PATH
from mkdocs_dossier.problems import Location, Problem, error, warning
from mkdocs_dossier.yaml.files import MAX_BYTES

_YAML_SUFFIXES = (".yaml", ".yml")
_TEXT_SUFFIX = ".txt"
_LISTS = (REDIRECTS_PATH, REVIEWS_PATH)

# How often to read a folder that changes meanwhile, and how long to wait for the lock after that.
_TRIES, _SECONDS = 3, 10


def unfit(root: Path) -> str:
    """Say, as a sentence for the user, why a path cannot be a dossier folder; return "" if it may be one."""
    try:
        mode = root.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return f"There is no folder {root}: name the one with dossier.yaml in it."
    except OSError as trouble:
        return f"{root} cannot be read: {reason(trouble)}."
    except ValueError:
        return f"{root} is no folder: it has characters that no path can have."
    return "" if stat.S_ISDIR(mode) else f"{root} is a file: name the folder that it lies in."


def unread(root: Path, content: Folder) -> str:
    """Say, as a sentence for the user, why nothing of a folder could be read; "" if anything was."""
    if content.yaml or not content.problems:
        return ""
    first = min(content.problems)
    return f"{root / first.location.path}: {first.message} {first.hint}".rstrip()


def read_folder(root: Path) -> Folder:
    """Read the YAML and text files in a folder and its sub-folders, except hidden ones.

    Nothing outside is read: a link that leads out is a problem, and so is anything but a plain file. What is
    returned is the folder at one moment: a change that a stopped command left half done is finished first,
    and if another command changes files meanwhile, all of them are read again. Problems are returned with
    the content, none raised; files that cannot be read are left out.
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
    """Read a folder that keeps changing, under its lock, so that no command can change it."""
    try:
        with locked(root, _SECONDS):
            hindrances = finish(root)
            return Folder({}, {}, tuple(hindrances)) if hindrances else _read_all(root)
    except (LockedError, OSError):
        # Without the lock, as on a disk that cannot be written to, a reading may still be whole.
        if not is_half_changed(root):
            return _read_all(root)
    hint = "Wait until it is done, and try again."
    busy = error(Location(JOURNAL), "unreadable", "Another command is changing this dossier.", hint)
    return Folder({}, {}, (busy,))


def _is_unsettled(root: Path) -> bool:
    """Tell whether a command that changes the dossier is running, or was stopped before it was done."""
    for _, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if any(map(is_left_over, names)):
            return True
    return False


def _state(root: Path) -> dict[str, tuple[int, int, int]]:
    """Map the files to read to their inode, time and size: equal states mean that nothing has changed."""
    state = {}
    for path in _files(root, lambda _: None):
        with suppress(OSError):
            found = path.stat()
            state[str(path)] = found.st_ino, found.st_mtime_ns, found.st_size
    return state


def _read_all(root: Path) -> Folder:
    """Read all files of a folder, whatever another process does to them meanwhile."""
    yaml: dict[str, bytes] = {}
    texts: dict[str, bytes] = {}
    problems: list[Problem] = []
    lists: dict[str, bytes] = {}
    others: dict[str, Mark] = {}
    for path in _files(root, problems.append):
        name = path.relative_to(root).as_posix()
        try:
            if name not in _LISTS and not _is_read(name):
                others[name] = mark_of(path)
                continue
            content = _read(root, path)
        except OSError as trouble:
            problems.append(_unreadable(root, path, trouble))
            continue
        if name in _LISTS:
            lists[name] = content
        else:
            (texts if name.lower().endswith(_TEXT_SUFFIX) else yaml)[name] = content
    found = lists.get(REDIRECTS_PATH), OtherFiles(root, others), lists.get(REVIEWS_PATH)
    return Folder(yaml, texts, tuple(problems), *found)


def _files(root: Path, report: Callable[[Problem], None]) -> Iterator[Path]:
    """List the files to read, in a fixed order; `report` is called with what cannot be."""

    def refuse(trouble: OSError) -> None:
        report(_unreadable(root, Path(trouble.filename), trouble))

    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # `os.walk` follows no links; an author should know that what is behind one is missing.
        for name in folders:
            if (inner := Path(folder) / name).is_symlink():
                report(_not_entered(inner.relative_to(root)))
            elif _is_read(name):
                report(_no_file(inner.relative_to(root)))
        for name in sorted(names):
            # What else lies there may be a capture; of what is no plain file, none is.
            path = Path(folder) / name
            if not name.startswith(".") and (_is_read(name) or _is_other(path, root)):
                yield path
    # `lexists`: a dangling link is to be reported as unreadable, not passed over.
    for path in (root / name for name in _LISTS):
        if os.path.lexists(path) and not _is_other(path, root):
            yield path


def _is_other(path: Path, root: Path) -> bool:
    return not is_noise(path.name) and is_plain(path, root)


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
    """Write a path so that it can be printed, even if its bytes are not UTF-8."""
    return path.as_posix().encode(errors="backslashreplace").decode()


def _read(root: Path, path: Path) -> bytes:
    """Read a plain file inside the folder, up to one byte more than allowed, so that the excess is noticed.

    Raises `OSError`, with a reason for the author, for anything else.
    """
    # `stat` comes first: for links in a circle it raises `OSError`, `resolve` other things.
    mode = path.stat().st_mode
    if not path.resolve().is_relative_to(root.resolve()):
        raise OSError(0, "it is a link that leads out of the dossier folder")
    if not stat.S_ISREG(mode):
        raise OSError(0, "it is not a plain file")
    if _shown(path) != path.as_posix():
        raise OSError(0, "its name is not UTF-8")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
