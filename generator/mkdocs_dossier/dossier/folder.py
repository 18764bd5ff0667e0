"""What a dossier is read from: the content of its folder, wherever that was read."""

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.problems import Problem


@dataclass(frozen=True)
class Folder:
    """What stands in a dossier's folder: the bytes of its YAML and text files, by relative path.

    `redirects` is the content of `redirects.csv`, if there is one.
    """

    yaml: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    redirects: bytes = b""
