"""A dossier for those modules that change its files: with the text and the tree of each file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as with_fields
from functools import cached_property

from mkdocs_dossier.authoring.edits import Change, Edit, replace, rewrite
from mkdocs_dossier.authoring.mentioning import Place
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import Entry, SourceMap
from mkdocs_dossier.findings.found import Quotations
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.tree import Node, TextNode

_MARK = "\ufeff"


@dataclass(frozen=True)
class Reading:
    """The content of a folder, and the dossier that was loaded from it, as far as it can be read."""

    folder: Folder
    loaded: Loaded

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.loaded.dossier

    @property
    def quotations(self) -> Quotations:
        """What was found of each quotation."""
        return self.loaded.findings.quotations

    @property
    def source_map(self) -> SourceMap:
        """Where the records are written."""
        return self.loaded.source_map

    @property
    def entries(self) -> Mapping[Ref, Entry]:
        """Where each record is written, valid or not."""
        return self.source_map.entries

    @property
    def unread(self) -> tuple[Problem, ...]:
        """The problems of files and records that could not be read: there may be more than is known."""
        return self.source_map.unread

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The texts of the files that are sound YAML, by path; without a byte order mark, as nodes count."""
        return {path: self.folder.yaml[path].decode().removeprefix(_MARK) for path in self.source_map.trees}


def read(folder: Folder) -> Reading:
    """Load the dossier in the content of a folder."""
    return Reading(folder, load(folder))


def written(
    reading: Reading, changes: Mapping[str, Sequence[Change]]
) -> tuple[dict[str, bytes], list[Change]]:
    """Make changes, given by path of their file; return the new contents, and the changes that were made."""
    files: dict[str, bytes] = {}
    made: list[Change] = []
    for path in sorted(changes):
        text, done = rewrite(path, reading.texts[path], reading.source_map.trees[path], changes[path])
        if done:
            files[path] = encoded(reading, path, text)
            made.extend(done)
    return files, made


def with_ids_replaced(reading: Reading, found: Sequence[Place]) -> dict[str, bytes]:
    """Make all edits of ids; return the new contents of the files.

    Raises `RefusedError` if one of them cannot be made.
    """
    changes: dict[str, list[Change]] = {}
    for node, edits in _by_node(found):
        text = reading.texts[node.location.path]
        changes.setdefault(node.location.path, []).append(replace(text, node, edits))
    files, made = written(reading, changes)
    # By identity: two changes in different places may be equal.
    done = {id(change) for change in made}
    unmade = next((one for each in changes.values() for one in each if id(one) not in done), None)
    if unmade is not None:
        raise RefusedError(
            f"The id cannot be replaced at {unmade.node.location}.", "Write it as plain text there."
        )
    return files


def _by_node(places: Sequence[Place]) -> list[tuple[TextNode, list[Edit]]]:
    """Group the edits by node; a node that several records share by an alias is edited once."""
    nodes: dict[int, tuple[TextNode, list[Edit]]] = {}
    for node, edit in places:
        edits = nodes.setdefault(id(node), (node, []))[1]
        if edit not in edits:
            edits.append(edit)
    return list(nodes.values())


def encoded(reading: Reading, path: str, text: str) -> bytes:
    """Return the bytes of a new text of a file, which keeps the byte order mark that it had."""
    mark = _MARK if reading.folder.yaml.get(path, b"").startswith(_MARK.encode()) else ""
    return (mark + text).encode()


def with_files(folder: Folder, files: Mapping[str, bytes]) -> Folder:
    """Return the folder as it will be once these YAML files are written."""
    return with_fields(folder, yaml={**folder.yaml, **files})


def place(node: Node) -> TextNode | None:
    """Return the node if it is a text with any words in it."""
    return node if isinstance(node, TextNode) and not node.is_blank else None
