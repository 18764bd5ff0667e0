"""`dossier timestamp`: writes the tokens of time stamps beside the captures of a source, and names them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as with_fields
from hashlib import sha256

from mkdocs_dossier.authoring.edits import Change, add_after, scalar
from mkdocs_dossier.authoring.reading import Reading, read, with_files, written
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.paths import path_inside
from mkdocs_dossier.model.recordparts import Capture
from mkdocs_dossier.model.walk import parts
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.values.refs import Path, Ref
from mkdocs_dossier.yaml.tree import MapNode, Node, TextNode

_SUFFIX = ".tsr"
"""The ending of an answer with a time stamp (RFC 3161, 3.2)."""


@dataclass(frozen=True, slots=True)
class Unstamped:
    """A capture without a time stamp: the way to it in its source, its path and digest.

    `token` is how the record will name the token of its time stamp.
    """

    way: Path
    path: str
    digest: str
    token: str


def unstamped(folder: Folder, identifier: str) -> list[Unstamped]:
    """List the captures of a source that have no time stamp yet.

    Raises `RefusedError` if there is none, or if one of them is not the file that it was.
    """
    reading = read(folder)
    source = reading.dossier.sources.get(identifier)
    if source is None:
        raise _unknown(reading, identifier)
    captures = [(way, part) for way, part in parts(source) if isinstance(part, Capture)]
    if not captures:
        hint = "`dossier source` keeps the file of an article as its capture."
        raise RefusedError(f"The source `{identifier}` has no `capture`, so there is nothing to stamp.", hint)
    missing = [(way, capture) for way, capture in captures if capture.timestamp is None]
    if not missing:
        raise RefusedError(
            f"The captures of `{identifier}` have time stamps already.",
            "For a new one, remove the line `timestamp` and its file.",
        )
    place = reading.entries[Ref("sources", identifier)].key.location.path
    return [_unstamped(folder, way, capture, place) for way, capture in missing]


def _unknown(reading: Reading, identifier: str) -> RefusedError:
    if Ref("sources", identifier) in reading.entries:
        hint = "`dossier check` says which: mend them first."
        return RefusedError(f"The source `{identifier}` has errors.", hint)
    close = nearest(identifier, reading.dossier.sources)
    return RefusedError(f"There is no source `{identifier}`.", f"Did you mean `{close}`?" if close else "")


def _unstamped(folder: Folder, way: Path, capture: Capture, place: str) -> Unstamped:
    path = path_inside(capture.file, place)
    digest = None if path is None else _digest(folder, path)
    if path is None or digest is None:
        hint = "`dossier check` says more."
        raise RefusedError(f"There is no file {capture.file} in the dossier folder.", hint)
    if digest != capture.sha256:
        message = f"The capture {capture.file} is not the file whose SHA-256 is written here."
        raise RefusedError(message, "Restore it: a time stamp would be for the changed file.")
    return Unstamped(way, path, digest, f"{capture.file}{_SUFFIX}")


def _digest(folder: Folder, path: str) -> str | None:
    """Return the SHA-256 of a file; None if there is none. Raises `RefusedError` if it cannot be read."""
    if path in folder.others:
        try:
            return folder.others.digest(path)
        except OSError as trouble:
            raise RefusedError(f"{path} cannot be read: {trouble.strerror or trouble}.") from trouble
    content = folder.texts.get(path, folder.yaml.get(path))
    return None if content is None else sha256(content).hexdigest()


def stamped(folder: Folder, identifier: str, tokens: Sequence[tuple[Unstamped, bytes]]) -> dict[str, bytes]:
    """Return the new contents of files, by path: the tokens, and the records that name them.

    Raises `RefusedError` if a record cannot be changed.
    """
    reading = read(folder)
    entry = reading.entries[Ref("sources", identifier)]
    place = entry.key.location.path
    # A file that is not sound YAML has no text that could be changed.
    text = reading.texts.get(place)
    changes = (
        [] if text is None else [_change(text, _node(entry.node, one.way), one.token) for one, _ in tokens]
    )
    files, _ = written(reading, {place: changes} if changes else {})
    after = read(with_files(folder, files)).dossier.sources.get(identifier)
    named = {} if after is None else dict(parts(after))
    for one, _ in tokens:
        capture = named.get(one.way)
        if not isinstance(capture, Capture) or capture.timestamp != one.token:
            message = f"The line `timestamp: {one.token}` cannot be written at {entry.key.location}."
            raise RefusedError(message, "Write the capture as a mapping of its own there, and try again.")
    return files | {path_inside(one.token, place) or "": token for one, token in tokens}


def _node(node: Node, way: Path) -> MapNode:
    """Return the mapping at a way that was read from these nodes."""
    for step in way:
        node = node.items[step]  # type: ignore[union-attr,index]
    if not isinstance(node, MapNode):
        raise TypeError(f"{way} is no mapping")
    return node


def _change(text: str, capture: MapNode, token: str) -> Change:
    """Plan to add the name of a token as the last field of a capture."""
    fields: Mapping[str, Node] = {
        key: node for key, node in capture.items.items() if isinstance(node, TextNode) and not node.is_blank
    }
    last = max(fields, key=lambda key: capture.keys[key].start)
    return with_fields(add_after(text, capture, last, "timestamp", scalar(token)), value=token)
