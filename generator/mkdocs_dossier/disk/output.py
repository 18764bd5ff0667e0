"""Writes files to a folder that may hold other files: only what changed, and only over its own files.

A manifest in the folder says what was written, a line `SHA-256  path` for each file, which `sha256sum
--check` reads too. A file that is not in it, or whose content is not what was written, belongs to somebody
else: it is kept, and reported. The manifest is written before the files as well as after them, so that the
next run knows what an interrupted one wrote. Two runs wait for each other.
"""

import re
import stat
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from mkdocs_dossier.disk.lock import LOCK, LockedError, locked
from mkdocs_dossier.disk.single import hash_at, is_temporary, reason, replace_file, sweep, temporary_name

_MANIFEST = ".dossier-manifest"

_SECONDS = 60  # to wait for another build
_AT_A_TIME = 8  # files written in parallel

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_UNSAFE = re.compile(r"[\\\x00-\x1f\x7f]")

_Hashes = Mapping[str, frozenset[str]]


class OutputError(Exception):
    """A folder cannot be written to; the message tells the person who named it why."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of each file, as paths in the folder.

    `kept`: files of somebody else at the paths of ours, which were not written. `left`: files that are no
    longer part of the output, but were changed by hand since they were written, and so not removed.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    left: tuple[str, ...]


def refuse_unfit(out: Path, source: Path) -> None:
    """Raise `OutputError` if `out` cannot be a folder for a site, or lies in the dossier folder `source`."""
    if not str(out).strip():
        raise OutputError("--out is blank: name a folder.")
    try:
        real = out.resolve()
        is_file = not stat.S_ISDIR(_mode_of_target(out))
        inside = any(_is_same(folder, source) for folder in (real, *real.parents))
    except (OSError, RuntimeError, ValueError) as trouble:
        raise OutputError(f"{out} is no folder to write to: {_because(trouble)}.") from trouble
    if inside:
        raise OutputError(f"{out} lies in the dossier folder: name a folder outside {source}.")
    if is_file:
        raise OutputError(f"{out} is a file: name a folder.")
    if real in (real.parent, _home()):
        what = "the root of the file system" if real == real.parent else "your home folder"
        raise OutputError(f"{out} is {what}: name a folder of the site's own.")


def refuse_overlap(out: Path, paths: Iterable[str], source: Path) -> None:
    """Raise `OutputError` if one of the paths, below `out`, leads into the dossier folder, even by a link."""
    places = {PurePosixPath(path) for path in paths}
    places |= {above for path in places for above in list(path.parents)[:-1]}
    for place in sorted(places):
        if _is_same(out / place, source):
            raise OutputError(
                f"The dossier folder {source} is {out / place}, where files of the site are to be written: "
                "name another folder with --out."
            )


def _mode_of_target(path: Path) -> int:
    """Return the mode of what a path leads to; if there is nothing, that of a folder. Raises `OSError`."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return stat.S_IFDIR


def _is_same(one: Path, other: Path) -> bool:
    """Ask the system whether two paths lead to the same folder: their letters may differ."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _because(trouble: Exception) -> str:
    if isinstance(trouble, OSError):
        return reason(trouble)
    return "it has characters that no path can have" if isinstance(trouble, ValueError) else str(trouble)


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (OSError, RuntimeError):
        return None


def write_files(out: Path, files: Mapping[str, bytes], say: Callable[[str], None] | None = None) -> Written:
    """Write files, by path with `/`, to a folder, and remove those that an earlier run wrote beside them.

    If another run is writing to the folder, wait for it; `say` is called once with its name. Raises
    `OutputError` if something cannot be written, `ValueError` for a path that leads out of the folder.
    """
    if unsafe := [path for path in files if not is_safe(path)]:
        raise ValueError(f"not a path inside a folder: {unsafe[0]!r}")
    try:
        _refuse_long(out, files)
        out.mkdir(parents=True, exist_ok=True)
        with locked(out, _SECONDS, say):
            return _write_all(out, files)
    except LockedError as at_work:
        message = f"{at_work.holder} has been writing to {out} for {_SECONDS} seconds"
        raise OutputError(f"{message}. Wait until it is done, or end it; then build again.") from at_work
    except OSError as trouble:
        raise OutputError(f"{trouble.filename or out} cannot be written: {reason(trouble)}.") from trouble


def _refuse_long(out: Path, files: Iterable[str]) -> None:
    """Raise `OSError` if a path is too long for the system, before anything is written."""
    longest = max(files, key=lambda path: len(path.encode()), default=_MANIFEST)
    # `lstat` raises for a path that is too long; that of the temporary file beside it may be longer.
    for name in (PurePosixPath(longest).name, temporary_name()):
        _mode((out / longest).with_name(name))


def _write_all(out: Path, files: Mapping[str, bytes]) -> Written:
    """Write files, and the manifest before and after them; the folder is locked."""
    planned = {path: sha256(files[path]).hexdigest() for path in sorted(files)}
    owned = _read_manifest(out)
    sweep(_folders(out, {*owned, *planned}))
    removed, left = _remove_stale(out, owned, planned)
    found = {path: hash_at(out, path) for path in planned}
    kept = [path for path in planned if found[path] not in (None, planned[path], *owned.get(path, ()))]
    ours = {path for path in planned if path in owned or found[path] is None}.difference(kept)
    changed = [path for path in planned if path in ours and found[path] != planned[path]]
    # A file of ours that was changed by hand stays in the manifest: put back as it was, it is ours again.
    held = {path: owned[path] for path in kept if path in owned}
    after = held | {path: frozenset({planned[path]}) for path in ours}
    _write_manifest(out, {path: hashes | owned.get(path, frozenset()) for path, hashes in after.items()})
    _replace_all(out, {path: files[path] for path in changed})
    _write_manifest(out, after)
    unchanged = [path for path in planned if found[path] == planned[path]]
    return Written(tuple(changed), tuple(unchanged), tuple(removed), tuple(kept), tuple(left))


def _replace_all(out: Path, files: Mapping[str, bytes]) -> None:
    """Write files, several at a time: nearly all of the time is spent waiting for the disk."""
    for path in files:
        (out / path).parent.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        # Iterating raises what a thread has raised.
        for _ in pool.map(lambda path: replace_file(out / path, files[path]), files):
            pass


def _folders(out: Path, paths: Iterable[str]) -> list[Path]:
    """List the folders above files that exist, except links and what lies behind them."""
    folders = set()
    for path in paths:
        while path := path.rpartition("/")[0]:
            folders.add(path)
    real = {""}
    for folder in sorted(folders):  # each after the one that it lies in
        if folder.rpartition("/")[0] in real and stat.S_ISDIR(_mode(out / folder) or 0):
            real.add(folder)
    return [out / folder for folder in real]


def _remove_stale(out: Path, owned: _Hashes, planned: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Remove what an earlier run wrote and this one does not; return what was removed, and what is left."""
    removed, left = [], []
    for path in sorted(owned.keys() - planned.keys()):
        if (found := hash_at(out, path)) in owned[path]:
            (out / path).unlink()
            removed.append(path)
        elif found is not None:
            left.append(path)
            continue
        _remove_empty_folders(out, path)
    return removed, left


def _remove_empty_folders(out: Path, path: str) -> None:
    """Remove the folders above a removed file that are empty now; a link stays."""
    for folder in list(PurePosixPath(path).parents)[:-1]:
        if stat.S_ISDIR(_mode(out / folder) or 0):
            if any((out / folder).iterdir()):
                return
            (out / folder).rmdir()


def _mode(path: Path) -> int | None:
    """Return the mode of what is at a path, of a link its own; None if there is nothing."""
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def is_safe(path: str) -> bool:
    """Tell whether a path can be that of a file which is written: inside the folder, on every system."""
    parts = path.split("/")
    # A colon in the first part may name a drive of Windows.
    return not (_UNSAFE.search(path) or {"", ".", ".."} & {*parts} or ":" in parts[0] or _is_ours(parts[-1]))


def _is_ours(name: str) -> bool:
    return name in (_MANIFEST, LOCK) or is_temporary(name)


def _read_manifest(out: Path) -> _Hashes:
    """Map each path that earlier runs wrote to the hashes that its file may have and be ours.

    There may be two: an interrupted run leaves the old and the new one.
    """
    found = hash_at(out, _MANIFEST)
    if found is None:
        return {}
    if not found:  # "" stands for a folder or a link
        raise OutputError(f"{out / _MANIFEST} is not a plain file: remove it, or name another folder.")
    hashes: dict[str, set[str]] = defaultdict(set)
    for digest, path in _manifest_lines((out / _MANIFEST).read_bytes()):
        hashes[path].add(digest)
    return {path: frozenset(several) for path, several in hashes.items()}


def _manifest_lines(content: bytes) -> Iterator[tuple[str, str]]:
    """Read hashes and paths; anyone may edit them, so a path that leads out of the folder is ignored."""
    for line in content.decode("utf-8", "replace").split("\n"):
        if (match := _LINE.fullmatch(line)) and is_safe(match[2]):
            yield match[1], match[2]


def _write_manifest(out: Path, hashes: _Hashes) -> None:
    lines = [f"{digest}  {path}\n" for path in sorted(hashes) for digest in sorted(hashes[path])]
    content = "".join(lines).encode()
    if hash_at(out, _MANIFEST) != sha256(content).hexdigest():
        replace_file(out / _MANIFEST, content)
