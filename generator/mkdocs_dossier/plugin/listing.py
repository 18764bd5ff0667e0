"""Lists all files of a built site with their SHA-256, when all are written.

What was digested is kept with the stamp of each file: after an edit, only what was written again is read.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_dossier.disk.hashing import hashes_of
from mkdocs_dossier.disk.single import replace_file
from mkdocs_dossier.plugin.cachefolder import cache_folder
from mkdocs_dossier.plugin.stamps import Stamp, stamps
from mkdocs_dossier.verifying.inventory import MANIFEST, Manifest, read, write

_KEPT = "digests.json"


def list_files(config: MkDocsConfig) -> None:
    """Write the manifest of the built site anew, with the files that are there now. Raises `OSError`."""
    site = Path(config.site_dir)
    place = site / MANIFEST
    listed = read(place.read_bytes()) if place.is_file() else ""
    if isinstance(listed, Manifest):
        kept = cache_folder(config) / _KEPT
        replace_file(place, write(replace(listed, files=_digests(site, kept))))


def _digests(site: Path, kept: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a site but the manifest; hidden ones are none of it."""
    now = {
        path: stamp
        for whole, stamp in stamps(str(site)).items()
        if _is_listed(path := Path(whole).relative_to(site).as_posix())
    }
    known = {path: digest for path, (stamp, digest) in _read(kept).items() if stamp == now.get(path)}
    found = known | hashes_of(site, now.keys() - known.keys())
    _write(kept, now, found)
    return found


def _is_listed(path: str) -> bool:
    return path != MANIFEST and not any(part.startswith(".") for part in path.split("/"))


def _read(kept: Path) -> Mapping[str, tuple[Stamp, str]]:
    """Return what was kept; nothing, if it cannot be read as it was written."""
    try:
        held: Any = json.loads(kept.read_bytes())
        return {path: (Stamp(*stamp), str(digest)) for path, (*stamp, digest) in held.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _write(kept: Path, now: Mapping[str, Stamp], found: Mapping[str, str]) -> None:
    """Keep digests; where nothing can be written, nothing is kept."""
    content = json.dumps({path: (*now[path], digest) for path, digest in sorted(found.items())})
    with suppress(OSError):
        replace_file(kept, content.encode(), synced=False)
