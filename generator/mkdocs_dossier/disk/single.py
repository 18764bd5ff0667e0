"""Writes one file, whole or not at all: under a temporary name, renamed once the disk has its content."""

import errno
import math
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

_TEMPORARY = re.compile(r"\.dossier-[0-9a-f]+\.tmp")
# A file that is new for certain: nothing is written through a link, or into a file that is there already.
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
# Windows refuses to rename over a file that another program has open: try again for a second.
_TRIES, _PAUSE = 20, 0.05

_REASONS = {
    errno.ENOSPC: "the disk is full",
    getattr(errno, "EDQUOT", -1): "the disk quota is used up",
    errno.EFBIG: "it would become larger than this system allows",
    errno.ENAMETOOLONG: "its path is too long for this system",
    errno.EROFS: "its disk can only be read",
    errno.EACCES: "permission is denied",
    errno.EPERM: "permission is denied",
}


def reason(trouble: OSError) -> str:
    """Say in words for an author why the system refused, as the end of a sentence."""
    return _REASONS.get(trouble.errno or 0) or trouble.strerror or str(trouble)


def hash_at(root: Path, path: str, largest: float = math.inf) -> str | None:
    """Return the SHA-256, in hex, of the file at a path (with `/`) below a folder.

    Return None if there is nothing; "" if there is anything but a plain file (a folder, a link, something
    behind a link) or a file of more than `largest` bytes. Raises `OSError`.
    """
    place = PurePosixPath(path)
    for one in (*reversed(list(place.parents)[:-1]), place):
        try:
            found = (root / one).lstat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        if not (stat.S_ISREG if one == place else stat.S_ISDIR)(found.st_mode):
            return ""
    return sha256((root / path).read_bytes()).hexdigest() if found.st_size <= largest else ""


def is_temporary(name: str) -> bool:
    """Tell whether a name is one that `temporary_name` makes."""
    return _TEMPORARY.fullmatch(name) is not None


def replace_file(path: Path, content: bytes | Iterable[bytes], *, synced: bool = True) -> None:
    """Write a file, whole or not at all, with the permissions of the file it replaces. Raises `OSError`.

    The content may come in parts, of which no more than one is in memory. Where the file is not `synced`, it
    may be lost or cut short when the machine stops; but nobody waits for the disk, which may first have to
    write all that others have written.
    """
    unfinished = write_temporary(path.parent, content, like=path, synced=synced)
    try:
        rename(unfinished, path)
    except BaseException as trouble:
        remove([unfinished])
        if isinstance(trouble, OSError):
            # Messages are to name the author's file, not the temporary one.
            trouble.filename, trouble.filename2 = str(path), None
        raise


def write_temporary(
    folder: Path, content: bytes | Iterable[bytes], like: Path | None = None, *, synced: bool = True
) -> Path:
    """Write a file under a temporary name, and if `synced` wait until the disk has it; return its path.

    The file gets the permissions of `like`, if that exists. Raises `OSError`; then no part of the file is
    left.
    """
    path = folder / temporary_name()
    try:
        file = os.open(path, _FLAGS, 0o666)
        try:
            for part in [content] if isinstance(content, bytes) else content:
                _write(file, part)
            if synced:
                os.fsync(file)
        finally:
            os.close(file)
        if like is not None:
            _copy_mode(like, path)
    except BaseException as trouble:
        remove([path])
        if isinstance(trouble, OSError):
            trouble.filename, trouble.filename2 = str(like or folder), None
        raise
    return path


def temporary_name() -> str:
    """Make up a short name that no file has."""
    # Random, not a process id: two containers that share a folder may number their processes alike. Short,
    # and not derived from the file's own name, which may be as long as the system allows.
    return f".dossier-{secrets.token_hex(8)}.tmp"


def keep_old(path: Path) -> Path:
    """Link or copy a file to a temporary name beside it, so that it can be put back; return that path."""
    kept = path.with_name(temporary_name())
    try:
        os.link(path, kept)
    except OSError:
        return write_temporary(path.parent, path.read_bytes(), like=path)
    return kept


def _write(file: int, content: bytes) -> None:
    # `os.write` may write less than it is given.
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]


def _copy_mode(like: Path, path: Path) -> None:
    """Take over the permissions of `like`, if it is a file and the disk knows permissions."""
    with suppress(FileNotFoundError, PermissionError):
        if stat.S_ISREG(like.lstat().st_mode):
            shutil.copymode(like, path)


def rename(old: Path, new: Path) -> None:
    """Rename a file over another; on Windows, try again while it is in use. Raises `OSError`."""
    for _ in range(_TRIES if os.name == "nt" else 0):
        with suppress(PermissionError):
            os.replace(old, new)  # noqa: PTH105 - the tests of faults hook into `os`
            return
        time.sleep(_PAUSE)
    os.replace(old, new)  # noqa: PTH105


def remove(paths: Iterable[Path]) -> None:
    """Remove files as far as possible; `sweep` removes the rest another time."""
    for path in paths:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108


def sync_folders(folders: Iterable[Path]) -> None:
    """Wait until the disk has the renames in these folders, on systems that can do that."""
    for folder in sorted({*folders}):
        with suppress(OSError):
            file = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(file)
            finally:
                os.close(file)


def sweep(folders: Iterable[Path]) -> None:
    """Remove the temporary files that stopped processes left in folders. The folder must be locked."""
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as found:
            remove(
                Path(one.path)
                for one in found
                if is_temporary(one.name) and one.is_file(follow_symlinks=False)
            )
