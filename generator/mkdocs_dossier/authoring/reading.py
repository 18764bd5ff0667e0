"""A dossier as those see it who change its files: the text and the tree of each, and what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_dossier.authoring.rewrite import Change, rewrite
from mkdocs_dossier.dossier.decode import Decoded, decode
from mkdocs_dossier.dossier.link import Dossier, link
from mkdocs_dossier.dossier.texts import source_texts
from mkdocs_dossier.findings.verification import Verified, verify_quotations
from mkdocs_dossier.load import Folder
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.yaml.parse import Node, TextNode, parse

_MARK = "\ufeff"


@dataclass(frozen=True)
class Reading:
    """What stands in a folder, as far as it can be read.

    `texts` and `trees` hold the YAML files that nothing is wrong with as YAML; `unread` says what is wrong
    with the others and with the records, so that more may be written than is known.
    """

    folder: Folder
    texts: Mapping[str, str]
    trees: Mapping[str, Node]
    decoded: Decoded
    dossier: Dossier
    unread: tuple[Problem, ...]

    @cached_property
    def verified(self) -> Verified:
        """What was found of each quotation."""
        return verify_quotations(self.dossier)[0]


def read(folder: Folder) -> Reading:
    """Read a folder."""
    trees: dict[str, Node | None] = {}
    sound: dict[str, Node] = {}
    unread = list(folder.problems)
    for path, content in sorted(folder.yaml.items()):
        tree, problems = parse(path, content)
        trees[path] = tree
        unread.extend(problems)
        if tree is not None and not problems:
            sound[path] = tree
    decoded = decode(trees)
    texts, _ = source_texts(decoded, folder.texts)
    dossier, _ = link(decoded, texts)
    written = {path: folder.yaml[path].decode().removeprefix(_MARK) for path in sound}
    return Reading(folder, written, sound, decoded, dossier, (*unread, *decoded.problems))


def written(
    reading: Reading, changes: Mapping[str, Sequence[Change]]
) -> tuple[dict[str, bytes], list[Change]]:
    """Make changes, by path of the file; gives the files that are new, and the changes that could be made."""
    files: dict[str, bytes] = {}
    made: list[Change] = []
    for path in sorted(changes):
        text, done = rewrite(path, reading.texts[path], reading.trees[path], changes[path])
        if done:
            mark = _MARK if reading.folder.yaml[path].startswith(_MARK.encode()) else ""
            files[path] = (mark + text).encode()
            made.extend(done)
    return files, made


def with_files(folder: Folder, files: Mapping[str, bytes]) -> Folder:
    """Give the folder as it is once these YAML files are written."""
    return Folder({**folder.yaml, **files}, folder.texts, folder.problems)


def place(node: Node) -> TextNode | None:
    """Give the node if it is a text that is written out."""
    return node if isinstance(node, TextNode) and not node.is_blank else None
