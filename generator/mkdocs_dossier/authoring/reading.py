"""A dossier for those modules that change its files: with the text and the tree of each file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mkdocs_dossier.authoring.edits import Change, rewrite
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
            mark = _MARK if reading.folder.yaml[path].startswith(_MARK.encode()) else ""
            files[path] = (mark + text).encode()
            made.extend(done)
    return files, made


def with_files(folder: Folder, files: Mapping[str, bytes]) -> Folder:
    """Return the folder as it will be once these YAML files are written."""
    return replace(folder, yaml={**folder.yaml, **files})


def place(node: Node) -> TextNode | None:
    """Return the node if it is a text with any words in it."""
    return node if isinstance(node, TextNode) and not node.is_blank else None
