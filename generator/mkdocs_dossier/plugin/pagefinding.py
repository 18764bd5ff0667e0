"""Runs Pagefind, the extra `search`, on the cards of a site; its index is kept while these stay the same."""

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


def make(pages: Mapping[str, bytes], target: Path, cache: Path, language: str) -> None:
    """Make the index of pages, in a folder; `cache` keeps it for the next time that the pages are the same.

    `language` is that by which words are stemmed. Raises `PagefindError` where Pagefind fails.
    """
    key = _digest(pages, language)
    kept = cache / _KEPT
    if _key_of(kept) != key:
        # Beside it: so nobody finds half an index, whoever else builds, and whenever this one is stopped.
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache, ignore_cleanup_errors=True) as beside:
            fresh = Path(beside) / "fresh"
            _run(pages, fresh, language)
            (fresh / _MARK).write_text(key, "ascii")
            with suppress(OSError):  # there was none yet
                kept.rename(Path(beside) / "old")
            with suppress(OSError):  # somebody else was faster
                fresh.rename(kept)
    _copy(kept, target)


def reuse(target: Path, cache: Path) -> bool:
    """Put the index that was kept into a folder, whatever pages it is of; tell if there is one."""
    kept = cache / _KEPT
    if _key_of(kept) is None:
        return False
    _copy(kept, target)
    return True


def _key_of(folder: Path) -> str | None:
    """Return what an index was made of; None where there is none that is whole."""
    mark = folder / _MARK
    return mark.read_text("ascii") if mark.is_file() else None


def _copy(kept: Path, target: Path) -> None:
    if _key_of(target) != _key_of(kept):
        shutil.rmtree(target, ignore_errors=True)
        try:
            shutil.copytree(kept, target)
        except OSError as trouble:
            raise PagefindError(f"The index of Pagefind cannot be copied: {trouble}.") from trouble


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
                command, capture_output=True, text=True, timeout=_PATIENCE, check=False
            )
        except (OSError, subprocess.SubprocessError) as trouble:
            raise PagefindError(f"Pagefind did not run: {trouble}.") from trouble
    if done.returncode:
        raise PagefindError(f"Pagefind failed: {(done.stderr or done.stdout).strip()[-300:]}")
    for pattern in _UNUSED:
        for path in target.glob(pattern):
            path.unlink()
