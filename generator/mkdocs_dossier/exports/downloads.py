"""The files of data that the site offers; each is an `Export` in a module beside this one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.extensions import added, inside
from mkdocs_dossier.findings.found import Findings


@dataclass(frozen=True, slots=True)
class Export:
    """A file below `/data/`: its name, one line on what it is for, and the function that writes it.

    `purpose` is English, marked for translation. `write` must return the same bytes for the same dossier.
    """

    name: str
    purpose: str
    write: Callable[[Dossier, Findings], bytes]


@cache
def downloads() -> tuple[Export, ...]:
    """List all exports, sorted by name: those in this package, and those of other packages.

    Raises `ExtensionError` where another package's cannot be used.
    """
    found = (*inside("mkdocs_dossier.exports", Export), *added("mkdocs_dossier.exports", Export))
    return tuple(sorted(found, key=lambda export: export.name))
