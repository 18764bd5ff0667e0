"""One process at a time changes a folder: a lock that a killed process cannot keep."""

import errno
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = ".dossier-lock"

_PAUSE = 0.05
_PATIENCE = 0.3
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NO_LOCKS = {getattr(errno, name, -1) for name in ("ENOSYS", "ENOLCK", "EOPNOTSUPP", "ENOTSUP")}
"""The errors of a disk without locks, such as some network drives: the work is done without one there."""

_LONGEST = 200


class LockedError(Exception):
    """Another process is changing a folder: `holder` says which, as far as that is known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def locked(folder: Path, seconds: float, say: Callable[[str], None] | None = None) -> Iterator[None]:
    """Keep other processes from changing a folder; wait for one that does, for so many seconds at most.

    `say` is told once who is waited for. Raises `LockedError` where that one does not end in time, `OSError`
    where the folder cannot be written to.
    """
    path = folder / LOCK
    file = _acquire(path, seconds, say)
    try:
        yield
    finally:
        _release(path, file)


def _acquire(path: Path, seconds: float, say: Callable[[str], None] | None) -> int:
    start = time.monotonic()
    while (file := _try(path)) is None:
        waited = time.monotonic() - start
        if waited >= seconds:
            raise LockedError(_holder(path))
        if say is not None and waited > _PATIENCE:
            say(_holder(path))
            say = None
        time.sleep(_PAUSE)
    return file


def _try(path: Path) -> int | None:
    """Take the lock, unless somebody else has it; return the open file that it is held by."""
    from filelock import lock_descriptor  # noqa: PLC0415 - slow to import, and seldom needed

    file = _open(path)
    if file is None:
        return None
    try:
        try:
            ours = lock_descriptor(file, blocking=False)
        except OSError as trouble:
            if trouble.errno not in _NO_LOCKS:
                raise
            ours = True
        # Whoever had the lock before removed the file, maybe after it was opened here: then it locks nothing.
        if ours and _is_at(file, path):
            _sign(file)
            return file
    except BaseException:
        os.close(file)
        raise
    os.close(file)
    return None


def _open(path: Path) -> int | None:
    try:
        return os.open(path, _FLAGS, 0o666)
    except PermissionError:
        if os.name == "nt":
            return None  # it is about to go: somebody let it go just now
        # Another user's, who was stopped: it can be locked all the same.
        return os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))


def _is_at(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except FileNotFoundError:
        return False


def _sign(file: int) -> None:
    """Write into the lock who holds it, as far as there is room. Windows locks the first byte to others."""
    with suppress(OSError):
        if os.fstat(file).st_nlink == 1:
            os.ftruncate(file, 0)
            os.lseek(file, 0, os.SEEK_SET)
            os.write(file, f"\n{_myself()}\n".encode(errors="replace"))


def _myself() -> str:
    program = " ".join((Path(sys.argv[0]).name, *sys.argv[1:2])).strip() or "a program"
    return f"{program} (process {os.getpid()} on {socket.gethostname()})"


def _holder(path: Path) -> str:
    with suppress(OSError):
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            os.lseek(file, 1, os.SEEK_SET)
            said = os.read(file, _LONGEST).decode(errors="replace").partition("\n")[0].strip()
        finally:
            os.close(file)
        if said:
            return said
    return "another process"


def _release(path: Path, file: int) -> None:
    """Remove the lock, then let it go. Windows removes no file that is open: it has to be let go first."""
    if os.name == "nt":
        from filelock import unlock_descriptor  # noqa: PLC0415

        unlock_descriptor(file)
        os.close(file)
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108
        return
    try:
        with suppress(OSError):
            if _is_at(file, path):
                os.unlink(path)  # noqa: PTH108
    finally:
        os.close(file)
