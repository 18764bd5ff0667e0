"""The content of a dossier's folder, wherever it was read: from a disk, or in a test."""

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.problems import Problem


@dataclass(frozen=True)
class Folder:
    """The content of a dossier's folder: the bytes of its YAML and text files, by relative path.

    `problems` says what could not be read. `redirects` is the content of `redirects.csv`, None if there is
    none.
    """

    yaml: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    redirects: bytes | None = None
