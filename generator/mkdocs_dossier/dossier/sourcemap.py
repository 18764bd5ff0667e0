"""Where the records of a dossier stand in its YAML files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_dossier.problems import Location, Problem
from mkdocs_dossier.values.refs import Path, Ref
from mkdocs_dossier.yaml.tree import MapNode, Node, TextNode, locate

SETTINGS_PATH = "dossier.yaml"


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a record is written: the node of its id, and of its content."""

    ref: Ref
    key: TextNode
    node: Node

    def locate(self, path: Sequence[str | int], *, key: bool = False) -> Location:
        """Find the place of a field; the record's id where the field is not written."""
        if not path or not (isinstance(self.node, MapNode) and path[0] in self.node.items):
            return self.key.location
        return locate(self.node, path, key=key)


@dataclass(frozen=True)
class SourceMap:
    """The trees of a dossier's files, and where in them each record and the settings are written.

    `trees` holds, by path, the YAML files that nothing is wrong with as YAML. `entries` holds each record
    that is written, whether or not it is valid. `unread` is what is wrong with the files and the records in
    themselves: where there is any, more may be written than is known.
    """

    trees: Mapping[str, Node] = field(default_factory=dict)
    entries: Mapping[Ref, Entry] = field(default_factory=dict)
    settings: Node | None = None
    unread: tuple[Problem, ...] = ()

    def place(self, ref: Ref, path: Path = ()) -> Location:
        """Find the place of a field; the record's id where the field is not written, or none is named."""
        return self.entries[ref].locate(path)

    def settings_place(self, path: Path) -> Location:
        """Find the place of a setting."""
        return Location(SETTINGS_PATH) if self.settings is None else locate(self.settings, path)
