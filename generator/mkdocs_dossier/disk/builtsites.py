"""Reads the files of a built site in a folder, and the texts that a reader has; nothing outside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mkdocs_dossier.disk.hashing import paths_below
from mkdocs_dossier.disk.otherfiles import is_plain
from mkdocs_dossier.yaml.files import MAX_BYTES

_LARGEST = 1 << 30
"""The most bytes of a file of a site that are read: of `dossier.json` some hundred thousand records."""


@dataclass(frozen=True)
class FolderSite:
    """A site in a folder."""

    root: Path

    def content(self, path: str) -> bytes | None:
        """Return the bytes of a file by its path; None if it is not there. Raises `OSError`."""
        place = self.root / path
        if not is_plain(place, self.root):
            return None
        with place.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise OSError(0, f"it has more than {_LARGEST:,} bytes")
        return content

    def paths(self) -> list[str]:
        """List the paths of all its files, sorted."""
        return paths_below(self.root)


def texts_in(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """List the files below a folder that may be texts, each with its path and SHA-256. Raises `OSError`."""
    for path in paths_below(folder):
        place = folder / path
        if is_plain(place, folder) and place.stat().st_size <= MAX_BYTES:
            content = place.read_bytes()
            yield path, sha256(content).hexdigest(), content
