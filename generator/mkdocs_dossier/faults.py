"""What is said of a fault of the program itself, on the command line as in MkDocs."""

import os
import platform
import traceback
from pathlib import Path

from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.version import __version__


def fault(trouble: Exception) -> Problem:
    """Make a problem of an unforeseen exception that was raised: where it happened, and what to do.

    The place is the dossier's folder, since no file of it is known to be the cause. Where `DOSSIER_DEBUG` is
    set, the traceback is printed on stderr.
    """
    if os.environ.get("DOSSIER_DEBUG"):
        traceback.print_exception(trouble)
    place = traceback.extract_tb(trouble.__traceback__)[-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return error(
        Location("."),
        "internal-error",
        f"{type(trouble).__name__} in {where}: {trouble}.",
        "This is a fault of the program, not of your dossier: please report this line, with dossier "
        f"{__version__} and Python {platform.python_version()}; DOSSIER_DEBUG=1 tells more.",
    )
