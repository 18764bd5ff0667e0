"""Lists all files of a built site with their SHA-256, when all are written."""

from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_dossier.disk.hashing import hashes_below
from mkdocs_dossier.disk.single import replace_file
from mkdocs_dossier.verifying.inventory import MANIFEST, Manifest, read, write


def list_files(config: MkDocsConfig) -> None:
    """Write the manifest of the built site anew, with the files that are there now. Raises `OSError`."""
    site = Path(config.site_dir)
    place = site / MANIFEST
    listed = read(place.read_bytes()) if place.is_file() else ""
    if isinstance(listed, Manifest):
        replace_file(place, write(replace(listed, files=hashes_below(site, {MANIFEST}))))
