"""The edge: reads and writes an author's files."""

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.redirects import REDIRECTS_PATH


def existing(root: Path, paths: Iterable[str]) -> list[str]:
    """List those of the paths below a folder where something stands already, or on the way there."""
    return [path for path in sorted(paths) if _is_taken(root, root / path)]


def _is_taken(root: Path, path: Path) -> bool:
    above = [folder for folder in path.parents if folder.is_relative_to(root)]
    return os.path.lexists(path) or any(os.path.lexists(folder) and not folder.is_dir() for folder in above)


def write_new(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files that must not exist, by path below a folder: all of them or none.

    Raises `RefusedError` where one exists, or would come to stand outside the folder; `OSError` where one
    cannot be written.
    """
    if taken := existing(root, files):
        raise RefusedError(
            f"Nothing is written: there is already {', '.join(str(root / one) for one in taken)}."
        )
    targets = {_inside(root, path): content for path, content in files.items()}
    made: list[Path] = []
    try:
        for target, content in targets.items():
            made += _missing(target.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                made.append(target)
                file.write(content)
    except OSError:
        _remove(made)
        raise


def _inside(root: Path, path: str) -> Path:
    target = root / path
    if not target.resolve().is_relative_to(root.resolve()):
        raise RefusedError(f"Nothing is written: {target} leads out of {root}.")
    return target


def _missing(folder: Path) -> list[Path]:
    """List the folders that are to be made for one, the outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    return list(reversed(missing))


def _remove(made: Iterable[Path]) -> None:
    """Remove what was just made; a folder that something else has come into stays."""
    for path in reversed(list(made)):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()


def replace_files(root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
    """Give files another content, each whole or not at all, with their permissions kept.

    `before` is what they were when they were read, by path; one that is not in it must not exist. Raises
    `RefusedError` where one has changed since, `OSError` where one cannot be written.
    """
    for path in files:
        target = _inside(root, path)
        found = target.read_bytes() if target.exists() else None
        if found != before.get(path):
            raise RefusedError(f"{target} has changed while it was read: nothing is written.", "Try again.")
    for path, content in files.items():
        _replace((root / path).resolve(), content)


def _replace(target: Path, content: bytes) -> None:
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
        if target.exists():
            shutil.copymode(target, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def read_redirects(root: Path) -> bytes | None:
    """Read `redirects.csv` of a dossier's folder; None where there is none. Raises `OSError`."""
    path = root / REDIRECTS_PATH
    return path.read_bytes() if path.exists() else None
