"""Where the records of a dossier are written in its YAML files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_dossier.problems import Location, Problem
from mkdocs_dossier.values.refs import Path, Ref
from mkdocs_dossier.yaml.tree import MapNode, Node, TextNode, locate

SETTINGS_PATH = "dossier.yaml"
"""The file of the settings, in the dossier folder itself."""
CHANGES_PATH = "changes.yaml"
"""The file of what changed in the dossier, day by day, in its folder itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as written: `key` is the node of its id, `node` that of its fields."""

    ref: Ref
    key: TextNode
    node: Node

    def locate(self, path: Sequence[str | int], *, key: bool = False) -> Location:
        """Return the place of a field, or of its key; that of the record's id where it is not written."""
        if not path or not (isinstance(self.node, MapNode) and path[0] in self.node.items):
            return self.key.location
        return locate(self.node, path, key=key)


@dataclass(frozen=True)
class SourceMap:
    """The trees of a dossier's files, and where in them each record and the settings are written.

    `trees` holds, by path, the YAML files that are sound as YAML. `entries` holds each record that is
    written, valid or not. `unread` holds the problems of files and records by themselves, references aside:
    where there is any, more may be written than is known.
    """

    trees: Mapping[str, Node] = field(default_factory=dict)
    entries: Mapping[Ref, Entry] = field(default_factory=dict)
    settings: Node | None = None
    unread: tuple[Problem, ...] = ()

    def place(self, ref: Ref, path: Path = ()) -> Location:
        """Return the place of a field of a record; that of its id where the field is not written."""
        return self.entries[ref].locate(path)

    def settings_place(self, path: Path) -> Location:
        """Return the place of a setting; the start of its file where that is not there."""
        return Location(SETTINGS_PATH) if self.settings is None else locate(self.settings, path)
