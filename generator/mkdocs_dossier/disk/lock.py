"""Lets one process at a time change a folder, by a lock that the system releases if the process is killed."""

import errno
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = ".dossier-lock"

_PAUSE = 0.05  # seconds between two attempts
_PATIENCE = 0.3  # seconds before the user is told who is waited for
# Never through a link that somebody has put in the lock's place.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NO_LOCKS = {getattr(errno, name, -1) for name in ("ENOSYS", "ENOLCK", "EOPNOTSUPP", "ENOTSUP")}
"""The errors of a disk that knows no locks, such as some network drives; there we go on without one."""

_LONGEST = 200  # bytes of a holder's name: the file may hold anything


class LockedError(Exception):
    """Another process holds the lock of a folder; `holder` names it for the user, as far as it is known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def locked(folder: Path, seconds: float, say: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the lock of a folder; wait for another process that has it, for `seconds` at most.

    `say` is called once with the name of that process. Raises `LockedError` if it does not end in time,
    `OSError` if the folder cannot be written to.
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
    """Take the lock, unless another process has it; return the open file that holds it."""
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
        # The holder before removes the file, maybe after it was opened here; then we locked a file that
        # nobody else will see.
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
            return None  # another process is removing it right now
        # It may be left from another user's process, and not ours to write; it can be locked all the same.
        return os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))


def _is_at(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except FileNotFoundError:
        return False


def _sign(file: int) -> None:
    """Write into the lock who holds it, if that is possible; errors do not matter."""
    # From the second byte on: on Windows the lock keeps others from reading the first. A file with a second
    # name (a hard link) may be anybody's file, and is left as it is.
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
        # Without blocking: anything may have the lock's name, a pipe for instance.
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
    """Remove the lock file, then release it; on Windows, which removes no open file, the other way round."""
    if os.name == "nt":
        from filelock import unlock_descriptor  # noqa: PLC0415

        unlock_descriptor(file)
        os.close(file)
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108
        return
    try:
        # Another process may have put a file of its own there, if somebody removed ours by hand.
        with suppress(OSError):
            if _is_at(file, path):
                os.unlink(path)  # noqa: PTH108
    finally:
        os.close(file)
