"""Find the captures of sources in the dossier's folder, and compare their SHA-256 digests."""

from collections.abc import Iterator
from hashlib import sha256

from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.paths import outside, path_inside
from mkdocs_dossier.dossier.sourcemap import Entry
from mkdocs_dossier.model.recordparts import Capture
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.problems import Problem, error
from mkdocs_dossier.values.refs import Path, Ref


def capture_problems(decoded: Decoded, folder: Folder) -> Iterator[Problem]:
    """List what is wrong with the captures of all sources: not there, outside, or not the file they were."""
    for identifier, record in decoded.records["sources"].items():
        if isinstance(record, Source):
            entry = decoded.entries[Ref("sources", identifier)]
            for way, capture in _captures(record):
                yield from _problems(capture, entry, (*way, "capture"), folder)


def _captures(source: Source) -> Iterator[tuple[Path, Capture]]:
    if source.capture:
        yield (), source.capture
    for number, version in enumerate(source.texts):
        if version.capture:
            yield source.way_to(number), version.capture


def _problems(capture: Capture, entry: Entry, way: Path, folder: Folder) -> Iterator[Problem]:
    where = entry.locate([*way, "file"])
    path = path_inside(capture.file, entry.key.location.path)
    if path is None:
        yield outside(where, "file", capture.file)
        return
    found = _digest(path, folder)
    if found is None:
        message, hint = (
            f"There is no file {path} in the dossier folder.",
            "The path is read from this YAML file.",
        )
        yield error(where, "capture-not-found", message, hint)
    elif isinstance(found, OSError):
        message = f"The capture {path} cannot be read: {found.strerror or found}."
        yield error(where, "capture-not-found", message)
    elif found != capture.sha256:
        message = f"The capture {capture.file} changed since its SHA-256 was written here: it is now {found}."
        hint = "Restore the file: it is evidence as it came, and no change to it is right."
        yield error(entry.locate([*way, "sha256"]), "capture-changed", message, hint)


def _digest(path: str, folder: Folder) -> str | OSError | None:
    """Return the SHA-256 of a file; None if there is none, the trouble if it cannot be read."""
    if path in folder.others:
        try:
            return folder.others.digest(path)
        except OSError as trouble:
            return trouble
    content = folder.texts.get(path, folder.yaml.get(path))
    return None if content is None else sha256(content).hexdigest()
