"""`data/manifest.json`: the SHA-256 of every file of a site, and of the text of every source.

It is JSON in the one form of RFC 8785 (JSON Canonicalization Scheme), with a line end behind it: the same
site has the same manifest.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_dossier.dossier.linked import Dossier

MANIFEST = "data/manifest.json"
"""Where the manifest stands in a site; it lists all files but itself."""
_FORM = "mkdocs-dossier manifest 1"
_DIGEST = re.compile("[0-9a-f]{64}")
_UNSAFE = re.compile(r"[\\\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Manifest:
    """The files of a site by their paths below its root, each with its SHA-256.

    `sources` has the digests of the versions of each text, the oldest first, as far as the dossier has them.
    """

    files: Mapping[str, str]
    sources: Mapping[str, Sequence[str]]


def digests(dossier: Dossier) -> dict[str, list[str]]:
    """Return the SHA-256 digests of the texts of all sources, as far as they are recorded, by id."""
    found = {
        key: [one.sha256 for one in source.versions if one.sha256] for key, source in dossier.sources.items()
    }
    return {key: several for key, several in found.items() if several}


def write(manifest: Manifest) -> bytes:
    """Write a manifest."""
    whole = {"form": _FORM, "files": dict(manifest.files), "sources": dict(manifest.sources)}
    # Of texts without half characters and without numbers, this is what RFC 8785 asks for.
    return f"{json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(',', ':'))}\n".encode()


def read(content: bytes) -> Manifest | str:
    """Read a manifest; return what is wrong with it as a sentence if it is none."""
    try:
        whole: Any = json.loads(content)
    except (ValueError, RecursionError):
        return "It is no JSON."
    if not isinstance(whole, dict) or whole.get("form") != _FORM:
        return f"It is not of the form “{_FORM}”."
    files, sources = whole.get("files"), whole.get("sources")
    if not isinstance(files, dict) or not isinstance(sources, dict):
        return "It lacks `files` or `sources`."
    wrong = next((path for path, one in files.items() if not _is_entry(path, one)), None)
    if wrong is not None:
        return f"Its entry {wrong[:200]!r} is not a path inside the site with a SHA-256."
    several = (one for one in sources.values())
    if not all(isinstance(one, list) and all(map(_is_digest, one)) for one in several):
        return "Its `sources` are not lists of SHA-256 digests."
    return Manifest(files, sources)


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and bool(_DIGEST.fullmatch(value))


def _is_entry(path: str, value: object) -> bool:
    is_inside = not _UNSAFE.search(path) and not {"", ".", ".."} & {*path.split("/")}
    return is_inside and ":" not in path.partition("/")[0] and _is_digest(value)
