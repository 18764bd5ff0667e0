"""Standard output, for what was asked; standard error, for what is done; and exit codes."""

import os
import sys
from pathlib import Path

from mkdocs_dossier.text.characters import visible

OK, PROBLEMS, USAGE, INTERNAL = 0, 1, 2, 3
"""Exit codes: all is well; the dossier has problems; the command was mistyped; the program is at fault."""


def prepare_streams() -> None:
    """Make standard output and standard error take every character; one that is closed drops what it gets."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open until the end
            setattr(sys, name, stream)
        reconfigure = getattr(stream, "reconfigure", None)
        # A file or pipe gets UTF-8 on every system; a terminal keeps its own encoding.
        if reconfigure and not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
            reconfigure(encoding="utf-8")
        if reconfigure:
            reconfigure(errors="backslashreplace")


def print_out(text: str) -> None:
    """Write to standard output; if nobody reads it any more (as after `| head`), drop the rest silently."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its exit, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(message: str) -> None:
    """Write a line for the person at the terminal to standard error."""
    sys.stderr.write(f"dossier: {visible(message)}\n")


def refuse(reason: str) -> int:
    """Say why a command cannot be carried out as it was given; return the exit code."""
    note(reason)
    return USAGE


def in_colour() -> bool:
    """Tell whether standard output is a terminal with colour, and `NO_COLOR` (no-color.org) is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
