"""The downloads: which files of data the site offers, each by the module beside this that writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.extensions import added, inside
from mkdocs_dossier.findings.found import Findings


@dataclass(frozen=True, slots=True)
class Export:
    """A file below `/data/`: its name, what it is for (in English, to be translated), and what writes it."""

    name: str
    purpose: str
    write: Callable[[Dossier, Findings], bytes]


@cache
def downloads() -> tuple[Export, ...]:
    """List all exports by their names: those in this package, and those of other packages."""
    found = (*inside("mkdocs_dossier.exports", Export), *added("mkdocs_dossier.exports", Export))
    return tuple(sorted(found, key=lambda export: export.name))
