"""The files of data that the site offers; each is an `Export` in a module beside this one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.extensions import added, inside

Write = Callable[[Published], Iterable[bytes]]
"""Writes a file piece by piece: all of a large dossier need not be in memory at once."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file below `/data/`: its name, one line on what it is for, and the function that writes it.

    `purpose` is English, marked for translation. `write` must give the same bytes for the same dossier.
    `format` is what `dossier export` calls it. `more` are further files that belong to it, by their names:
    the tables that a description lists.
    """

    name: str
    purpose: str
    write: Write
    format: str = ""
    more: Mapping[str, Write] = field(default_factory=dict)

    @property
    def files(self) -> Mapping[str, Write]:
        """All its files, by their names below `/data/`."""
        return {self.name: self.write, **self.more}


@cache
def downloads() -> tuple[Export, ...]:
    """List all exports, sorted by name: those in this package, and those of other packages.

    Raises `ExtensionError` where another package's cannot be used.
    """
    found = (*inside("mkdocs_dossier.exports", Export), *added("mkdocs_dossier.exports", Export))
    return tuple(sorted(found, key=lambda export: export.name))
