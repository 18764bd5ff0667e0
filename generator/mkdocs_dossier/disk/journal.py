"""Several files of a folder changed together: all of them, or none, whatever stops the program.

All that is new is written beside the old first. Then a journal lists each file with what it is to become;
then the files are renamed, one after the other; then the journal goes. So where there is a journal, all is
there that it takes to finish, and whoever comes next finishes it. Where a rename fails, another journal takes
the place of the first: one that leads back.

A journal is obeyed only where it stays inside the folder, and where each file is what it says.

So the next process settles a folder before it reads or changes it: what was begun is finished where it can
be, else told; what else was left is swept.
"""

import json
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from mkdocs_dossier.disk.lock import LOCK, LockedError, locked
from mkdocs_dossier.disk.single import (
    hash_at,
    is_temporary,
    keep_old,
    reason,
    remove,
    rename,
    replace_file,
    sweep,
    sync_folders,
    write_temporary,
)
from mkdocs_dossier.problems import Location, Problem, error

JOURNAL = ".dossier-journal"

_SECONDS = 10
_LARGEST = 64 * 1024 * 1024
_DIGEST = re.compile("[0-9a-f]{64}")
_UNSAFE = re.compile(r"[\x00\ud800-\udfff\\:]" if os.name == "nt" else r"[\x00\ud800-\udfff]")
_HIDDEN = {".gitignore", ".gitattributes", ".github", ".vscode", ".pre-commit-config.yaml"}
"""The hidden files and folders of a new dossier. A journal in a dossier of somebody else's names no others:
what stands in `.git` is run."""

_RESTORE = f"Put back the files that are wrong, from your version control; then remove {JOURNAL}."


@dataclass(frozen=True, slots=True)
class _Step:
    """What one file is to become: `new`, which stands at `temporary`; it is `old` before.

    Paths are those below the folder, with `/`; contents are told by their SHA-256. None: no file.
    """

    path: str
    temporary: str | None
    new: str | None
    old: str | None


def change_together(root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
    """Write new content to files below a folder: to all of them, or none. The folder must be locked.

    `files` maps paths without links in them, with `/`, to the new content, `before` to the present one; a
    file that is not in `before` does not exist yet. Raises `OSError` where one cannot be written,
    `ValueError` for a path that leads elsewhere.
    """
    if unsafe := [path for path in files if not is_changeable(path)]:
        raise ValueError(f"not a path of a file in a dossier: {unsafe[0]!r}")
    made: list[Path] = []
    try:
        forward, back = _prepared(root, files, before, made)
        returning = write_temporary(root, _encoded(back))
        made.append(returning)
        sync_folders(path.parent for path in made)
        replace_file(root / JOURNAL, _encoded(forward))
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(root / JOURNAL)  # noqa: PTH108 - an interrupt may have come just after it was written
        remove(made)
        raise
    try:
        sync_folders([root])
        _carry_out(root, forward)
    except BaseException:
        rename(returning, root / JOURNAL)
        _carry_out(root, back)
        _clear(root, made)
        raise
    _clear(root, made)


def _prepared(
    root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes], made: list[Path]
) -> tuple[list[_Step], list[_Step]]:
    """Write all that it takes to go forward and to go back; what was `made` is listed as it comes to be."""
    forward, back = [], []
    for path, content in sorted(files.items()):
        target = root / path
        unfinished = write_temporary(_nearest(target.parent), content, like=target)
        made.append(unfinished)
        new, old, kept = sha256(content).hexdigest(), None, None
        if path in before:
            old = sha256(before[path]).hexdigest()
            made.append(keep_old(target))
            kept = _below(root, made[-1])
        forward.append(_Step(path, _below(root, unfinished), new, old))
        back.append(_Step(path, kept, old, new))
    return forward, back


def _nearest(folder: Path) -> Path:
    """Return the folder itself, or the nearest above it that exists: none is made before all is decided."""
    return next(one for one in (folder, *folder.parents) if one.is_dir())


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _clear(root: Path, made: Sequence[Path]) -> None:
    """Remove the journal, then what it no longer needs; what cannot be removed now is swept later."""
    with suppress(OSError):
        os.unlink(root / JOURNAL)  # noqa: PTH108
        sync_folders([root])
        remove(made)


def _carry_out(root: Path, steps: Sequence[_Step]) -> None:
    """Bring each file to what it is to become, if it is not that already."""
    for step in steps:
        target = root / step.path
        if step.new is None:
            if hash_at(root, step.path, _LARGEST) == step.old:
                os.unlink(target)  # noqa: PTH108
            _remove_empty_folders(root, step.path)
        elif step.temporary is not None and os.path.lexists(root / step.temporary):
            if hash_at(root, step.path, _LARGEST) == step.new:
                remove([root / step.temporary])
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                rename(root / step.temporary, target)
    sync_folders({one for step in steps if (one := (root / step.path).parent).is_dir()})


def _remove_empty_folders(root: Path, path: str) -> None:
    """Remove the folders that were made for a file and are empty again."""
    with suppress(OSError):
        for folder in list(PurePosixPath(path).parents)[:-1]:
            os.rmdir(root / folder)  # noqa: PTH106


def is_left_over(name: str) -> bool:
    """Tell whether a file is a trace of a process that changes the folder, or was stopped while it did."""
    return name in (JOURNAL, LOCK) or is_temporary(name)


def settle(root: Path) -> list[Problem]:
    """Finish what a stopped process had begun in a folder, and remove what it left; return what hinders that.

    Where the folder is half changed and another process is at work there, wait for that one.
    """
    try:
        if is_half_changed(root) and (problems := _known_hindrances(root)):
            return problems
        return _settled(root)
    except OSError as trouble:
        message = "A command was stopped while it changed several files at once, and that cannot be finished"
        hint = "Let the folder be written to, and give any command again."
        return _told(root, f"{message}: {reason(trouble)}.", hint)


def _settled(root: Path) -> list[Problem]:
    holder = ""
    for seconds in (0, _SECONDS):
        try:
            with locked(root, seconds):
                problems = finish(root)
                if not problems:
                    sweep(_folders(root))
                return problems
        except LockedError as at_work:
            holder = at_work.holder
            if not is_half_changed(root):
                return []
    message = f"Another command is changing this dossier: {holder}."
    return _told(root, message, "Wait until it is done, and try again.")


def is_half_changed(root: Path) -> bool:
    """Tell whether some files of a folder are changed and others not yet, as far as can be known."""
    return os.path.lexists(root / JOURNAL)


def _told(root: Path, message: str, hint: str) -> list[Problem]:
    """Make the problem, if it is one: a folder without a journal is whole, whatever else is left in it."""
    return [error(Location(JOURNAL), "unreadable", message, hint)] if is_half_changed(root) else []


def _folders(root: Path) -> Iterator[Path]:
    for folder, inner, _ in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith(".") or name in _HIDDEN]
        yield Path(folder)


def finish(root: Path) -> list[Problem]:
    """Finish what a stopped process had begun, if there is a journal; return what stands in the way of it.

    The folder must be locked. Raises `OSError` where something cannot be written.
    """
    path = root / JOURNAL
    if not os.path.lexists(path):
        return []
    steps = _decoded(_content(path))
    hindrances = list(_hindrances(root, steps))
    if hindrances or steps is None:
        return hindrances
    _carry_out(root, steps)
    _clear(root, [root / step.temporary for step in steps if step.temporary])
    # The journal that would have led back, and what it would have needed.
    sweep({root, *((root / step.temporary).parent for step in steps if step.temporary)})
    return []


def _known_hindrances(root: Path) -> list[Problem]:
    """List what stands in the way of finishing, whether the folder is locked or not. Raises `OSError`."""
    try:
        before = _content(root / JOURNAL)
        found = list(_hindrances(root, _decoded(before)))
        return found if _content(root / JOURNAL) == before else []
    except FileNotFoundError:  # another process has finished it, or goes on with it
        return []


def _hindrances(root: Path, steps: Sequence[_Step] | None) -> Iterator[Problem]:
    """List the files that are neither as they were nor as they are to become; `None` is no sound journal."""
    if steps is None:
        message = "This is to tell what to finish, but it is not as `dossier` writes it: it is not obeyed."
        yield error(Location(JOURNAL), "unreadable", message, _RESTORE)
    for step in steps or ():
        # In this order: another process may rename the one over the other in between.
        ready = hash_at(root, step.temporary, _LARGEST) if step.temporary else None
        found = hash_at(root, step.path, _LARGEST)
        if step.new is None or ready == step.new:
            sound = found in (step.old, step.new)
        else:
            # What a temporary file held stands in its place already, and may have been edited since.
            sound = ready is None and found != step.old
        if not sound:
            message = (
                "A command was stopped while it changed several files at once, and it cannot be finished: "
                "this file is not what it was."
            )
            lies = f"What it was to become stands in {step.temporary}. " if ready == step.new else ""
            yield error(Location(step.path), "unreadable", message, lies + _RESTORE)


def _encoded(steps: Sequence[_Step]) -> bytes:
    return json.dumps({"finish": [asdict(step) for step in steps]}, ensure_ascii=True, indent=1).encode()


def _content(path: Path) -> bytes:
    """Read a journal; nothing where it is none that could have been written here. Raises `OSError`."""
    found = path.lstat()
    return path.read_bytes() if stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST else b""


def _decoded(content: bytes) -> list[_Step] | None:
    try:
        steps = [_Step(**fields) for fields in json.loads(content)["finish"]]
        return steps if all(map(_is_sound, steps)) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _is_sound(step: _Step) -> bool:
    digests = all(one is None or _DIGEST.fullmatch(one) for one in (step.new, step.old))
    if not digests or not is_changeable(step.path) or (step.new is None) != (step.temporary is None):
        return False
    return step.temporary is None or _is_below(step.temporary, is_temporary)


def is_changeable(path: str) -> bool:
    """Tell whether a path leads to a file below the folder that may be changed with others."""
    return _is_below(path, lambda name: not name.startswith(".") or name in _HIDDEN)


def _is_below(path: str, may_be: Callable[[str], bool]) -> bool:
    *folders, name = path.split("/")
    if _UNSAFE.search(path) or {"", ".", ".."} & {*folders, name}:
        return False
    return may_be(name) and all(not part.startswith(".") or part in _HIDDEN for part in folders)
