"""Runs the command `dossier`; whatever happens, it ends with an exit code and a line that says why."""

import gc
import os
import platform
import traceback
from collections.abc import Sequence
from pathlib import Path

from mkdocs_dossier.cli.app import app
from mkdocs_dossier.cli.terminal import INTERNAL, OK, note, prepare_streams
from mkdocs_dossier.extensions import ExtensionError
from mkdocs_dossier.version import __version__


def main() -> int:
    """Run as the command `dossier`, on the arguments of the process; return the exit code."""
    gc.disable()  # nearly all objects live until the end; to look for others takes a quarter of the time
    return run()


def run(args: Sequence[str] | None = None) -> int:
    """Carry out a command line, by default that of the process; return the exit code, never raise."""
    prepare_streams()
    try:
        app(args, prog_name="dossier")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else OK
    except OSError as trouble:
        place = f": {trouble.filename}" if trouble.filename else ""
        note(f"cannot go on: {trouble.strerror or trouble}{place}.")
        return INTERNAL
    except ExtensionError as trouble:
        note(f"cannot go on: {trouble}")
        return INTERNAL
    except Exception as trouble:
        _explain_fault(trouble)
        return INTERNAL
    return OK


def _explain_fault(trouble: Exception) -> None:
    if os.environ.get("DOSSIER_DEBUG"):
        traceback.print_exception(trouble)
    place = traceback.extract_tb(trouble.__traceback__)[-1]
    note(
        f"internal error: {type(trouble).__name__} in {Path(place.filename).name}, line {place.lineno}: "
        f"{trouble}. This is a fault of the program, not of your dossier: please report this line, with "
        f"dossier {__version__} and Python {platform.python_version()}; DOSSIER_DEBUG=1 tells more."
    )
