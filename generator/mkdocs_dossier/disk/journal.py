"""Changes several files of a folder together: all of them or none, whatever stops the program.

1. All new contents are written to temporary files beside the old ones, and the old ones are linked or copied.
2. A journal is written, which lists each file with what it is to become.
3. The files are renamed into place, one after the other.
4. The journal is removed.

So while there is a journal, everything needed to finish is on the disk, and the next process finishes it
before it reads or changes the folder; see `settle`. If a rename fails, a second journal replaces the first,
one that leads back to the old contents. Temporary files that no journal needs are removed.

A journal is data that anyone may have put there. It is followed only if its paths stay inside the folder, and
if each file has the hash that the journal says.
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
_LARGEST = 64 * 1024 * 1024  # bytes; a file in a dossier has at most a quarter of that
_DIGEST = re.compile("[0-9a-f]{64}")
# On Windows, a backslash separates folders, and a colon names a drive or a stream of a file.
_UNSAFE = re.compile(r"[\x00\ud800-\udfff\\:]" if os.name == "nt" else r"[\x00\ud800-\udfff]")
_HIDDEN = {".gitignore", ".gitattributes", ".github", ".vscode", ".pre-commit-config.yaml"}
"""The hidden files and folders that `dossier new` writes. A journal may name no others: a dossier that was
downloaded could otherwise have a journal that writes a hook into `.git`, which git then runs."""

_RESTORE = f"Put back the files that are wrong, from your version control; then remove {JOURNAL}."


@dataclass(frozen=True, slots=True)
class _Step:
    """The change of one file from the content `old` to `new`, which is ready in the file `temporary`.

    Contents are given as SHA-256 in hex, paths below the folder with `/`. None stands for no file.
    """

    path: str
    temporary: str | None
    new: str | None
    old: str | None


def change_together(root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
    """Write new contents to files below a folder, to all of them or none. The folder must be locked.

    `files` maps paths (with `/`, and no links in them) to the new contents, `before` to the present ones; a
    file that is not in `before` does not exist yet. Raises `OSError` if one cannot be written, `ValueError`
    for a path outside the folder or of a hidden file.
    """
    if unsafe := [path for path in files if not is_changeable(path)]:
        raise ValueError(f"not a path of a file in a dossier: {unsafe[0]!r}")
    made: list[Path] = []
    try:
        forward, back = _prepared(root, files, before, made)
        # The journal that leads back is written now: later the disk may be full.
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
        # From here on the journal leads back: if this is stopped too, the next process goes on with it.
        rename(returning, root / JOURNAL)
        _carry_out(root, back)
        _clear(root, made)
        raise
    _clear(root, made)


def _prepared(
    root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes], made: list[Path]
) -> tuple[list[_Step], list[_Step]]:
    """Write all that is needed to go forward and back; each file is added to `made` once it is written."""
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
    """Return the folder, or the nearest one above that exists: none is made before there is a journal."""
    return next(one for one in (folder, *folder.parents) if one.is_dir())


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _clear(root: Path, made: Sequence[Path]) -> None:
    """Remove the journal, then the files it needed, in that order; what is left over is swept later."""
    with suppress(OSError):
        os.unlink(root / JOURNAL)  # noqa: PTH108
        # The disk must have that first: a journal that came back after a crash would need those files.
        sync_folders([root])
        remove(made)


def _carry_out(root: Path, steps: Sequence[_Step]) -> None:
    """Carry out the steps of a journal that are not done already: it may be the second attempt."""
    for step in steps:
        target = root / step.path
        if step.new is None:
            # On the way back from a file that is new. It is removed only if nobody has changed it since.
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
    """Remove the folders above a file that are empty now."""
    with suppress(OSError):
        for folder in list(PurePosixPath(path).parents)[:-1]:
            os.rmdir(root / folder)  # noqa: PTH106


def is_left_over(name: str) -> bool:
    """Tell by its name whether a file belongs to a process that changes the folder, or was left by one."""
    return name in (JOURNAL, LOCK) or is_temporary(name)


def settle(root: Path) -> list[Problem]:
    """Finish what a stopped process began in a folder, and remove what it left; return what prevents that.

    If the folder is half changed and another process is at work in it, wait for that one. Raises nothing.
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
    # At first without waiting: if another process is at work, but the folder is whole, there is nothing to
    # do.
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
    """Tell whether some files of a folder may be changed and others not yet: whether it has a journal."""
    return os.path.lexists(root / JOURNAL)


def _told(root: Path, message: str, hint: str) -> list[Problem]:
    """Make a problem, unless the journal is gone by now: then the folder is whole."""
    return [error(Location(JOURNAL), "unreadable", message, hint)] if is_half_changed(root) else []


def _folders(root: Path) -> Iterator[Path]:
    for folder, inner, _ in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith(".") or name in _HIDDEN]
        yield Path(folder)


def finish(root: Path) -> list[Problem]:
    """Carry out the journal of a folder, if it has one; return what prevents that.

    The folder must be locked. Raises `OSError` if something cannot be written.
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
    # The journal that would have led back, and the old contents that it would have needed.
    sweep({root, *((root / step.temporary).parent for step in steps if step.temporary)})
    return []


def _known_hindrances(root: Path) -> list[Problem]:
    """List what prevents finishing, without the lock; nothing if the journal changes meanwhile.

    Raises `OSError`.
    """
    try:
        before = _content(root / JOURNAL)
        found = list(_hindrances(root, _decoded(before)))
        return found if _content(root / JOURNAL) == before else []
    except FileNotFoundError:  # another process has finished it, or goes on with it
        return []


def _hindrances(root: Path, steps: Sequence[_Step] | None) -> Iterator[Problem]:
    """List the files that have neither their old content nor their new one; None is an unsound journal."""
    if steps is None:
        message = "This is to tell what to finish, but it is not as `dossier` writes it: it is not obeyed."
        yield error(Location(JOURNAL), "unreadable", message, _RESTORE)
    for step in steps or ():
        # The temporary file first: another process may rename it into place in between.
        ready = hash_at(root, step.temporary, _LARGEST) if step.temporary else None
        found = hash_at(root, step.path, _LARGEST)
        if step.new is None or ready == step.new:
            sound = found in (step.old, step.new)
        else:
            # The temporary file was renamed into place already; the file may even have been edited since.
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
    """Read a journal; return b"" for anything that this module cannot have written. Raises `OSError`."""
    found = path.lstat()
    return path.read_bytes() if stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST else b""


def _decoded(content: bytes) -> list[_Step] | None:
    """Read the steps of a journal; None if it is not one that may be followed."""
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
    """Tell whether a path names a file below the folder that this module may change."""
    return _is_below(path, lambda name: not name.startswith(".") or name in _HIDDEN)


def _is_below(path: str, may_be: Callable[[str], bool]) -> bool:
    *folders, name = path.split("/")
    if _UNSAFE.search(path) or {"", ".", ".."} & {*folders, name}:
        return False
    return may_be(name) and all(not part.startswith(".") or part in _HIDDEN for part in folders)
