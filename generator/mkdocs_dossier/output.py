"""Writes files to a folder that may hold others: only what changed, and only over what it wrote itself.

A manifest in the folder tells what was written: a line `SHA-256  path` a file, as `sha256sum --check`
reads it. A file that is not in it, or whose content is not what was written, is somebody else's: it is
kept, and named. The manifest is written before the files as well as after them, so that what an
interrupted run wrote is not taken for somebody else's by the next one.
"""

import os
import re
import stat
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

MANIFEST = ".dossier-manifest"

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_UNSAFE = re.compile(r"[\\\x00-\x1f\x7f]")
# What stands at a path where no plain file does; no hash is equal to either.
_NOTHING = "nothing"
_OCCUPIED = "a folder, a link, or something behind one"

Hashes = Mapping[str, frozenset[str]]


class OutputError(Exception):
    """Says why a folder cannot be written to, in words for the person who named it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of each file, by its path in the folder.

    `kept` is somebody else's and stood in the way, so that the folder lacks our file of that path; `left`
    is no longer part of the output, and was changed by hand since it was written.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    left: tuple[str, ...]


def refuse_unfit(out: Path, source: Path) -> None:
    """Raise `OutputError` where `out` is no folder, or lies in the dossier folder `source`."""
    if out.resolve().is_relative_to(source.resolve()):
        raise OutputError(f"{out} lies in the dossier folder: name a folder outside {source}.")
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out} is a file: name a folder.")


def write_files(out: Path, files: Mapping[str, bytes]) -> Written:
    """Make the folder hold these files, by path with `/`, and none that an earlier run wrote besides.

    Raises `OutputError` where something cannot be written, `ValueError` for a path that leads out of the
    folder.
    """
    if unsafe := [path for path in files if not _is_safe(path)]:
        raise ValueError(f"not a path inside a folder: {unsafe[0]!r}")
    try:
        out.mkdir(parents=True, exist_ok=True)
        return _write_all(out, files)
    except OSError as trouble:
        raise OutputError(f"{trouble.filename or out} cannot be written: {trouble.strerror}.") from trouble


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises `OSError`."""
    unfinished = path.with_name(f".dossier-{os.getpid()}.tmp")
    file = unfinished.open("xb")
    try:
        with file:
            file.write(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _write_all(out: Path, files: Mapping[str, bytes]) -> Written:
    planned = {path: sha256(files[path]).hexdigest() for path in sorted(files)}
    owned = _read_manifest(out)
    removed, left = _remove_stale(out, owned, planned)
    found = {path: _found(out, path) for path in planned}
    kept = [path for path in planned if found[path] not in (_NOTHING, planned[path], *owned.get(path, ()))]
    ours = {path for path in planned if path in owned or found[path] == _NOTHING}.difference(kept)
    changed = [path for path in planned if path in ours and found[path] != planned[path]]
    held = {path: owned[path] for path in kept if path in owned}
    after = held | {path: frozenset({planned[path]}) for path in ours}
    _write_manifest(out, {path: hashes | owned.get(path, frozenset()) for path, hashes in after.items()})
    for path in changed:
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        replace_file(out / path, files[path])
    _write_manifest(out, after)
    unchanged = [path for path in planned if found[path] == planned[path]]
    return Written(tuple(changed), tuple(unchanged), tuple(removed), tuple(kept), tuple(left))


def _remove_stale(out: Path, owned: Hashes, planned: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Remove what was written before and is no longer planned; give what was removed, and what was not."""
    removed, left = [], []
    for path in sorted(owned.keys() - planned.keys()):
        if (found := _found(out, path)) in owned[path]:
            (out / path).unlink()
            _remove_empty_folders(out, path)
            removed.append(path)
        elif found != _NOTHING:
            left.append(path)
    return removed, left


def _remove_empty_folders(out: Path, path: str) -> None:
    for folder in list(PurePosixPath(path).parents)[:-1]:
        if any((out / folder).iterdir()):
            return
        (out / folder).rmdir()


def _found(out: Path, path: str) -> str:
    """Tell what stands at a path: a file by its hash, nothing, or what must not be written through."""
    for folder in reversed(list(PurePosixPath(path).parents)[:-1]):
        if (mode := _mode(out / folder)) is None:
            return _NOTHING
        if not stat.S_ISDIR(mode):
            return _OCCUPIED
    if (mode := _mode(out / path)) is None:
        return _NOTHING
    return sha256((out / path).read_bytes()).hexdigest() if stat.S_ISREG(mode) else _OCCUPIED


def _mode(path: Path) -> int | None:
    """Give the type of what stands at a path, a link's own; `None` where nothing does."""
    try:
        return path.lstat().st_mode
    except FileNotFoundError:
        return None


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return not (_UNSAFE.search(path) or {"", ".", ".."} & {*parts} or ":" in parts[0] or path == MANIFEST)


def _read_manifest(out: Path) -> Hashes:
    """Read what earlier runs wrote: by path, the hashes of all that may stand there and be ours."""
    if _found(out, MANIFEST) == _NOTHING:
        return {}
    if _found(out, MANIFEST) == _OCCUPIED:
        raise OutputError(f"{out / MANIFEST} is not a plain file: remove it, or name another folder.")
    hashes: dict[str, set[str]] = defaultdict(set)
    for digest, path in _manifest_lines((out / MANIFEST).read_bytes()):
        hashes[path].add(digest)
    return {path: frozenset(several) for path, several in hashes.items()}


def _manifest_lines(content: bytes) -> Iterator[tuple[str, str]]:
    for line in content.decode("utf-8", "replace").split("\n"):
        if (match := _LINE.fullmatch(line)) and _is_safe(match[2]):
            yield match[1], match[2]


def _write_manifest(out: Path, hashes: Hashes) -> None:
    lines = [f"{digest}  {path}\n" for path in sorted(hashes) for digest in sorted(hashes[path])]
    content = "".join(lines).encode()
    if _found(out, MANIFEST) != sha256(content).hexdigest():
        replace_file(out / MANIFEST, content)
