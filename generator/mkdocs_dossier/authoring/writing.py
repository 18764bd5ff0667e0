"""Puts what the other modules here have made on the disk, whole or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.disk.journal import (
    change_together,
    finish,
    is_changeable,
    is_half_changed,
    is_left_over,
    settle,
)
from mkdocs_dossier.disk.lock import LockedError, locked
from mkdocs_dossier.disk.single import reason, remove, rename, write_temporary
from mkdocs_dossier.problems import Problem

_SECONDS = 10  # to wait for another command
_PART = 1 << 20  # bytes of a large file that are in memory at once


def existing(root: Path, paths: Iterable[str]) -> list[str]:
    """List the paths below a folder that are taken already, or lead through something that is no folder."""
    return [path for path in sorted(paths) if _is_taken(root, root / path)]


def _is_taken(root: Path, path: Path) -> bool:
    above = [folder for folder in path.parents if folder.is_relative_to(root)]
    return os.path.lexists(path) or any(os.path.lexists(folder) and not folder.is_dir() for folder in above)


def write_all(root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
    """Write files below a folder, new ones and in place of others, all of them or none.

    The folder is made if it does not exist. `files` maps paths to the new contents, `before` to those that
    were read; a file that is not in `before` must not exist. Raises `RefusedError` if a file has changed
    since, exists already or is outside the folder, or if another command is at work; `OSError` if one cannot
    be written. In both cases, nothing has changed (or see `unwritten`).
    """
    if not files:
        return
    # Remembered now: the lock is a file in the folder, which has to exist for it.
    made = _missing(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
        with locked(root, _SECONDS):
            for hindrance in finish(root):
                raise _hindered(root, hindrance)
            changed = _checked(root, files, before)
            old = {place: before[path] for place, path in changed.items() if path in before}
            if changed:
                change_together(root.resolve(), {place: files[path] for place, path in changed.items()}, old)
    except LockedError as at_work:
        raise _busy(root, at_work) from at_work
    except BaseException:
        _remove(made)
        raise


def unwritten(root: Path, trouble: RefusedError | OSError) -> str:
    """Say for the author why nothing could be written below a folder, or not everything, and what to do."""
    if isinstance(trouble, RefusedError):
        return str(trouble)
    state = "Nothing has changed."
    if is_half_changed(root):
        state = "Some files are changed and others not yet: mend that, and the next command finishes it."
    return f"{trouble.filename or root} cannot be written: {reason(trouble)}. {state}"


def all_unwritten(root: Path, trouble: RefusedError | OSError) -> tuple[str, ...]:
    """Say the same as `unwritten`, and what else is wrong: a line each."""
    return unwritten(root, trouble), *(trouble.further if isinstance(trouble, RefusedError) else ())


def finish_begun(root: Path) -> None:
    """Finish what a stopped command began in a folder, if it exists. Raises `RefusedError` if that fails."""
    if root.is_dir() and any(is_left_over(path.name) for path in root.iterdir()):
        for hindrance in settle(root):
            raise _hindered(root, hindrance)


def _hindered(root: Path, hindrance: Problem) -> RefusedError:
    return RefusedError(f"{root / hindrance.location.path}: {hindrance.message}", hindrance.hint)


@contextmanager
def copied(root: Path, files: Mapping[str, str], given: Path) -> Iterator[None]:
    """Copy a large file to each of some paths below a folder; take the copies back if the block raises.

    `files` maps the paths to the SHA-256 that the file had when it was read. A copy is there whole or not at
    all. Raises `RefusedError` if the file has changed since, or if something else stands there; `OSError`.
    """
    made = [folder for path in files for folder in _missing((root / path).parent)]
    done: list[Path] = []
    try:
        for path, digest in files.items():
            done.append(_copied(root, path, digest, given))
        yield
    except BaseException as trouble:
        remove(done)
        _remove(made)
        if isinstance(trouble, LockedError):
            raise _busy(root, trouble) from trouble
        raise


def _copied(root: Path, path: str, digest: str, given: Path) -> Path:
    target = root / _place(root, path)
    with locked(root, _SECONDS):
        if existing(root, [path]):
            raise RefusedError(f"Nothing is written: there is already {root / path}.")
        target.parent.mkdir(parents=True, exist_ok=True)
        found = sha256()
        unfinished = write_temporary(target.parent, _parts(given, found.update), like=target)
        try:
            if found.hexdigest() != digest:
                message = f"{given} has changed while it was read: nothing is written."
                raise RefusedError(message, "Try again.")
            rename(unfinished, target)
        except BaseException:
            remove([unfinished])
            raise
    return target


def _parts(given: Path, note: Callable[[bytes], None]) -> Iterator[bytes]:
    with given.open("rb") as file:
        while part := file.read(_PART):
            note(part)
            yield part


def _busy(root: Path, at_work: LockedError) -> RefusedError:
    return RefusedError(
        f"Nothing is written: another command is changing {root}: {at_work.holder}.",
        "Wait until it is done, and try again.",
    )


def _missing(folder: Path) -> list[Path]:
    """List the folders that do not exist yet of a path, the innermost first."""
    return [one for one in (folder, *folder.parents) if not os.path.lexists(one)]


def _remove(folders: Iterable[Path]) -> None:
    """Remove folders that were just made, unless something is in them by now."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _checked(root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> dict[str, str]:
    """Map the path without links of each file that changes to its path as given. Raises `RefusedError`."""
    if taken := existing(root, files.keys() - before.keys()):
        raise RefusedError(
            f"Nothing is written: there is already {', '.join(str(root / one) for one in taken)}."
        )
    places: dict[str, str] = {}
    for path, content in files.items():
        place = _place(root, path)
        if path in before and _content(root / path) != before[path]:
            message = f"{root / path} has changed while it was read: nothing is written."
            raise RefusedError(message, "Try again.")
        if files[places.setdefault(place, path)] != content:
            raise RefusedError(f"Nothing is written: {root / path} and {root / places[place]} are one file.")
    return {place: path for place, path in places.items() if before.get(path) != files[path]}


def _place(root: Path, path: str) -> str:
    """Return the path below the folder that a path leads to. Raises `RefusedError` if that is outside."""
    target = (root / path).resolve()
    if not target.is_relative_to(root.resolve()):
        raise RefusedError(f"Nothing is written: {root / path} leads out of {root}.")
    place = target.relative_to(root.resolve()).as_posix()
    if not is_changeable(place):
        hint = "Give the file itself a name that does not begin with a dot."
        raise RefusedError(f"Nothing is written: {root / path} is the hidden file {place}.", hint)
    return place


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
