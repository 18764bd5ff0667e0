"""Opens a text in the author's editor; the text is in a file of its own until it is in the dossier."""

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from mkdocs_dossier.authoring.refusal import RefusedError

_NAME = "record.yaml"


def command() -> list[str]:
    """Return the command that the author edits with. Raises `RefusedError` if none is named."""
    usual = "notepad" if os.name == "nt" else ""
    named = next((one for name in ("VISUAL", "EDITOR") if (one := os.environ.get(name, "").strip())), usual)
    if not named:
        raise RefusedError("No editor is named.", "Set EDITOR, for example: export EDITOR=nano")
    try:
        return shlex.split(named, posix=os.name != "nt")
    except ValueError as trouble:
        raise RefusedError(f"EDITOR cannot be read: {named}", "Close its quotation marks.") from trouble


def keep(text: str) -> Path:
    """Write a text to a new file, for the author to edit. Raises `OSError`."""
    path = Path(tempfile.mkdtemp(prefix="dossier-review-")) / _NAME
    path.write_text(text, "utf-8", newline="\n")
    return path


def edit(command: Sequence[str], path: Path) -> str:
    """Open a file by the command of the author's editor, wait until that is closed, and return the text.

    Raises `RefusedError` where the editor cannot be started, ends with an error, or leaves no UTF-8 text.
    """
    # Ctrl+C is for the editor meanwhile. Not `SIG_IGN`, which the editor would inherit.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        # The editor that the author names, with a path that we made; no shell takes part.
        code = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603
    except OSError as trouble:
        raise RefusedError(f"The editor {command[0]} cannot be started: {trouble.strerror}.") from trouble
    finally:
        signal.signal(signal.SIGINT, before)
    if code:
        raise RefusedError(f"The editor {command[0]} ended with an error ({code}); nothing is changed.")
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise RefusedError(f"The text in {path} cannot be read: {trouble}") from trouble


def forget(path: Path) -> None:
    """Remove a file that `keep` made."""
    with suppress(OSError):
        path.unlink()
        path.parent.rmdir()
