"""Runs the command `dossier`; whatever happens, it ends with an exit code and a line that says why."""

import gc
from collections.abc import Sequence

from mkdocs_dossier.cli.app import app
from mkdocs_dossier.cli.terminal import INTERNAL, OK, note, prepare_streams
from mkdocs_dossier.extensions import ExtensionError
from mkdocs_dossier.faults import fault


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
        told = fault(trouble)
        note(f"internal error: {told.message} {told.hint}")
        return INTERNAL
    return OK
