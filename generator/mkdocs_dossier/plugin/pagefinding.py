"""Runs Pagefind, the extra `search`, on the cards of a site; its index stays while these do."""

import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from shutil import copyfile

_DISTRIBUTIONS = ("pagefind", "pagefind-bin-extended", "pagefind-bin")
_PATIENCE = 1800
_MARK = "cards.sha256"
# More of them spend their time waiting for one another, and the pages are built meanwhile.
_ONE_THREAD = {"RAYON_NUM_THREADS": "1", "TOKIO_WORKER_THREADS": "1"}
# What its own search boxes need; ours asks its programming interface alone, and without a worker.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "pagefind-worker.js")


class PagefindError(Exception):
    """Pagefind could not make an index; the message says why."""


def version() -> str | None:
    """Return what is installed of Pagefind, as one text; None unless both its parts are there."""
    found = []
    for name in _DISTRIBUTIONS:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return " ".join(found) if len(found) > 1 and found[0].startswith("pagefind ") else None


def make(
    pages: Mapping[str, bytes],
    beside: Mapping[str, bytes],
    folder: Path,
    language: str,
    *,
    there: str | None = None,
) -> str:
    """Make the index of pages in a folder, and return what it is of; nothing is made if it is `there`.

    `beside` are files to be put with it. `language` is that by which words are stemmed. Raises
    `PagefindError` where Pagefind fails.
    """
    key = _digest({**pages, **beside}, language)
    if key != there:
        try:
            _run(pages, folder, language)
            for name, content in beside.items():
                (folder / name).write_bytes(content)
            (folder / _MARK).write_text(key, "ascii")
        except OSError as trouble:
            raise PagefindError(f"The pages for Pagefind cannot be written: {trouble}.") from trouble
    return key


def put(made: Path, target: Path) -> None:
    """Put an index in the place of the one before it, if one was made; what both have is left alone.

    After an edit nearly all files are the same, which are as many as there are records. Raises
    `PagefindError` where a file cannot be written.
    """
    if key_of(made) is None:
        return
    try:
        if target.is_file():
            target.unlink()
        fresh, before = _files(made), _files(target)
        (target / _MARK).unlink(missing_ok=True)  # until all is there
        for name in sorted(fresh):
            # A file in a folder is there or not: its name tells its content.
            if name not in before or ("/" not in name and _differ(made / name, target / name)):
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                copyfile(made / name, target / name)
        for name in before - fresh:
            (target / name).unlink()
        copyfile(made / _MARK, target / _MARK)
    except OSError as trouble:
        raise PagefindError(f"The index of Pagefind cannot be written: {trouble}.") from trouble


def _files(folder: Path) -> set[str]:
    """List the files of an index, but for its mark, by their paths in it."""
    found = set[str]()
    for base, _, names in os.walk(folder):
        inside = Path(base).relative_to(folder).as_posix()
        found.update(name if inside == "." else f"{inside}/{name}" for name in names if name != _MARK)
    return found


def _differ(one: Path, other: Path) -> bool:
    return one.read_bytes() != other.read_bytes()


def key_of(folder: Path) -> str | None:
    """Return what an index was made of; None where there is none that is whole."""
    try:
        return (folder / _MARK).read_text("ascii")
    except (OSError, ValueError):
        return None


def _digest(pages: Mapping[str, bytes], language: str) -> str:
    found = sha256(f"{version()} {language}\n".encode())
    for name in sorted(pages):
        found.update(f"{name} {len(pages[name])}\n".encode() + pages[name])
    return found.hexdigest()


def _command() -> list[str]:
    """Return the command that runs Pagefind; its own module only looks for the program, and starts Python."""
    for name in ("pagefind_bin_extended", "pagefind_bin"):
        with suppress(ImportError, AttributeError, OSError):
            return [str(importlib.import_module(name).get_executable())]
    return [sys.executable, "-m", "pagefind"]


def _run(pages: Mapping[str, bytes], target: Path, language: str) -> None:
    """Have Pagefind read pages, which are put beside the index for that time."""
    read = target / ".read"
    read.mkdir(exist_ok=True)  # it is there if this was begun before, by a process that failed
    for name, content in pages.items():
        (read / name).write_bytes(content)
    command = [*_command(), "--site", str(read), "--output-path", str(target), "--quiet"]
    # One index, in whose language most words are: a page asks for one alone.
    command += ["--force-language", language.partition("-")[0]]
    try:
        done = subprocess.run(  # noqa: S603 - our own command
            command,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, **_ONE_THREAD},
        )
    except (OSError, subprocess.SubprocessError) as trouble:
        raise PagefindError(f"Pagefind did not run: {trouble}.") from trouble
    if done.returncode:
        raise PagefindError(f"Pagefind failed: {(done.stderr or done.stdout).strip()[-300:]}")
    shutil.rmtree(read)
    for pattern in _UNUSED:
        for path in target.glob(pattern):
            path.unlink()
