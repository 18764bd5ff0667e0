"""Reads the files of a dossier; one that is kept does not read again what has not changed."""

from mkdocs_dossier.problems import Problem
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import Node

_Parsed = tuple[Node | None, list[Problem]]


class Reader:
    """Reads YAML files and texts. It remembers those of the last round, which nobody may change."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[bytes, _Parsed]] = {}
        self._texts: dict[str, SourceText] = {}
        self._old_files = self._files
        self._old_texts = self._texts

    def begin(self) -> None:
        """Begin another round."""
        self._old_files, self._files = self._files, {}
        self._old_texts, self._texts = self._texts, {}

    def file(self, path: str, content: bytes) -> _Parsed:
        """Parse a YAML file; see `yaml.parse`."""
        known = self._old_files.get(path)
        if known is None or known[0] != content:
            known = content, parse(path, content)
        self._files[path] = known
        return known[1]

    def text(self, words: str) -> SourceText:
        """Return a text, with what was found out about it before."""
        found = self._old_texts.get(words) or SourceText(words)
        return self._texts.setdefault(words, found)
