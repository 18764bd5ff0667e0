"""Runs Pagefind, the extra `search`, on the cards of a site; its index is kept while these stay the same."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from importlib import metadata
from pathlib import Path

_DISTRIBUTIONS = ("pagefind", "pagefind-bin-extended", "pagefind-bin")
_PATIENCE = 1800
_KEPT = "pagefind"
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


def keep(pages: Mapping[str, bytes], beside: Mapping[str, bytes], cache: Path, language: str) -> None:
    """Make the index of pages and keep it in `cache`, unless it is there, of the very same pages.

    `beside` are files to be kept with it. `language` is that by which words are stemmed. Raises
    `PagefindError` where Pagefind fails.
    """
    key = _digest({**pages, **beside}, language)
    kept = cache / _KEPT
    if _key_of(kept) != key:
        # Beside it: so nobody finds half an index, whoever else builds, and whenever this one is stopped.
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache, ignore_cleanup_errors=True) as folder:
            fresh = Path(folder) / "fresh"
            _run(pages, fresh, language)
            for name, content in beside.items():
                (fresh / name).write_bytes(content)
            (fresh / _MARK).write_text(key, "ascii")
            with suppress(OSError):  # there was none yet
                kept.rename(Path(folder) / "old")
            with suppress(OSError):  # somebody else was faster
                fresh.rename(kept)


def place(target: Path, cache: Path) -> bool:
    """Put the index that is kept into a folder, whatever pages it is of; tell if there is one.

    Raises `PagefindError` where it cannot be copied.
    """
    kept = cache / _KEPT
    if _key_of(kept) is None:
        return False
    if _key_of(target) != _key_of(kept):
        shutil.rmtree(target, ignore_errors=True)
        try:
            shutil.copytree(kept, target, copy_function=_link)
        except OSError as trouble:
            raise PagefindError(f"The index of Pagefind cannot be copied: {trouble}.") from trouble
    return True


def _link(source: str, target: str) -> None:
    """Let both names lead to one file, which nobody changes: its name tells its content."""
    try:
        os.link(source, target)
    except OSError:  # there are file systems without links
        shutil.copy2(source, target)


def _key_of(folder: Path) -> str | None:
    """Return what an index was made of; None where there is none that is whole."""
    mark = folder / _MARK
    return mark.read_text("ascii") if mark.is_file() else None


def _digest(pages: Mapping[str, bytes], language: str) -> str:
    found = sha256(f"{version()} {language}\n".encode())
    for name in sorted(pages):
        found.update(f"{name} {len(pages[name])}\n".encode() + pages[name])
    return found.hexdigest()


def _run(pages: Mapping[str, bytes], target: Path, language: str) -> None:
    with tempfile.TemporaryDirectory(prefix="dossier-cards-") as folder:
        for name, content in pages.items():
            (Path(folder) / name).write_bytes(content)
        command = [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            folder,
            "--output-path",
            str(target),
            "--quiet",
        ]
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
    for pattern in _UNUSED:
        for path in target.glob(pattern):
            path.unlink()
