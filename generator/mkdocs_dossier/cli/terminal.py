"""Standard output, standard error and exit codes: reports to the one, what is done to the other."""

import os
import sys
from pathlib import Path

from mkdocs_dossier.text.characters import visible

OK, PROBLEMS, USAGE, INTERNAL = 0, 1, 2, 3
"""Exit codes: all is well; the dossier has problems; the command is wrong; the program is."""


def prepare_streams() -> None:
    """Let there be no character that standard output or standard error cannot take.

    One that is closed swallows what is written to it.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open until the end
            setattr(sys, name, stream)
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
            reconfigure(encoding="utf-8")
        if reconfigure:
            reconfigure(errors="backslashreplace")


def print_out(text: str) -> None:
    """Write to standard output; whoever stopped reading it misses the rest without a complaint."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(message: str) -> None:
    """Say something to the person at the terminal, on standard error."""
    sys.stderr.write(f"dossier: {visible(message)}\n")


def refuse(reason: str) -> int:
    """Say why a command cannot be carried out as it was given; return the exit code."""
    note(reason)
    return USAGE


def in_colour() -> bool:
    """Tell whether standard output is a terminal that shows colour, and nobody asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
