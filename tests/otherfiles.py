"""Other files of a dossier's folder, as a test gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True)
class GivenFiles:
    """Other files whose bytes are known already."""

    files: Mapping[str, bytes] = field(default_factory=dict)

    def __contains__(self, path: str, /) -> bool:
        """Tell whether there is such a file."""
        return path in self.files

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file."""
        return sha256(self.files[path]).hexdigest()

    def content(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return self.files[path]
