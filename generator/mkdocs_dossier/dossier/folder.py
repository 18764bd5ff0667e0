"""The content of a dossier's folder, wherever it was read: from a disk, or in a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from mkdocs_dossier.problems import Problem


class Others(Protocol):
    """The other files of a folder, such as captures, by their relative paths; they may be very large."""

    def __contains__(self, path: str, /) -> bool:
        """Tell whether there is such a file."""
        ...

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file. Raises `OSError` if it cannot be read."""
        ...

    def content(self, path: str) -> bytes:
        """Return the bytes of a small file, at most `MAX_BYTES` and one more. Raises `OSError` likewise."""
        ...


class _NoFiles:
    """No other files at all."""

    def __contains__(self, path: str, /) -> bool:
        return False

    def digest(self, path: str) -> str:
        raise FileNotFoundError(path)

    def content(self, path: str) -> bytes:
        raise FileNotFoundError(path)


@dataclass(frozen=True)
class Folder:
    """The content of a dossier's folder: the bytes of its YAML and text files, by relative path.

    `problems` says what could not be read. `redirects` is the content of `redirects.csv`, None if there is
    none; `reviews` that of `reviews.csv`. The `others` are read when they are asked for, and not compared.
    """

    yaml: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    redirects: bytes | None = None
    others: Others = field(default_factory=_NoFiles, compare=False)
    reviews: bytes | None = None
