"""Find the archived texts of the sources by their paths in the dossier, and compare their SHA-256 digests."""

import posixpath
from collections.abc import Collection, Mapping
from hashlib import sha256
from unicodedata import normalize

from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.located import Versions
from mkdocs_dossier.dossier.paths import outside, path_inside
from mkdocs_dossier.dossier.reader import Reader
from mkdocs_dossier.dossier.sourcemap import Entry
from mkdocs_dossier.model.recordparts import Version
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.problems import Problem, error, warning
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.values.nearestnames import Suggestions
from mkdocs_dossier.values.refs import Path, Ref
from mkdocs_dossier.yaml.files import MAX_BYTES, decode_text


def source_texts(
    decoded: Decoded, contents: Mapping[str, bytes], reader: Reader
) -> tuple[Versions, list[Problem]]:
    """Return the texts of each source that names any, and what is wrong with them.

    `contents` maps the path of each text file of the folder to its bytes. A text whose digest is missing or
    does not match is reported and still read. One that is too large is reported whether a source names it or
    not; its digest is not compared, since not all of it was read.
    """
    large, problems = _too_large(contents)
    files = _Files(contents, reader, dict.fromkeys(large), problems)
    versions: dict[str, tuple[SourceText | None, ...]] = {}
    for identifier, record in decoded.records["sources"].items():
        if not isinstance(record, Source) or not record.versions:
            continue
        entry = decoded.entries[Ref("sources", identifier)]
        versions[identifier] = tuple(
            files.text(version, entry, record.way_to(number))
            for number, version in enumerate(record.versions)
        )
    return versions, problems


class _Files:
    """Reads the files of texts: each once, since several sources may name one."""

    def __init__(
        self,
        contents: Mapping[str, bytes],
        reader: Reader,
        read: dict[str, SourceText | None],
        problems: list[Problem],
    ) -> None:
        """Begin with the texts that are known to be too large, as `read` without a text."""
        self._contents, self._reader, self._read, self._problems = contents, reader, read, problems
        self._large = frozenset(read)
        self._hashes: dict[str, str] = {}
        self._folder = _Texts(contents)

    def text(self, version: Version, entry: Entry, way: Path) -> SourceText | None:
        """Return the text of a version of a source; `way` leads to the fields that name it."""
        path, trouble = _resolve(version.text, entry, way, self._folder)
        self._problems.extend(trouble)
        if path is None:
            return None
        content = self._contents[path]
        if path not in self._large:
            found = self._hashes.get(path) or self._hashes.setdefault(path, sha256(content).hexdigest())
            self._problems.extend(_hash_problems(version, entry, way, found))
        if path not in self._read:
            text, unreadable = decode_text(path, content)
            self._problems.extend(unreadable)
            self._read[path] = None if text is None else self._reader.text(text)
        return self._read[path]


def _too_large(contents: Mapping[str, bytes]) -> tuple[set[str], list[Problem]]:
    large = {path for path, content in contents.items() if len(content) > MAX_BYTES}
    hint = "Keep the article alone in it; or split it, with a source for each part."
    return large, [
        problem for path in large for problem in decode_text(path, contents[path], too_large=hint)[1]
    ]


class _Texts:
    """The paths of the folder's texts, and the one that is most likely meant by a path that is not there."""

    def __init__(self, paths: Collection[str]) -> None:
        self.paths = paths
        # Some systems store names of files in NFD; the paths in a dossier are NFC.
        self.composed = {normalize("NFC", path): path for path in paths}
        self.suggestions = Suggestions()

        self.lowered = {path.casefold(): path for path in paths}

    def nearest(self, path: str) -> str | None:
        return self.lowered.get(path.casefold()) or self.suggestions.nearest(path, "texts", self.paths)


def _resolve(written: str, entry: Entry, way: Path, texts: _Texts) -> tuple[str | None, list[Problem]]:
    where = entry.locate([*way, "text"])
    path = path_inside(written, entry.key.location.path)
    if path is None:
        return None, [outside(where, "text", written)]
    if path in texts.paths or path in texts.composed:
        return (path if path in texts.paths else texts.composed[path]), []
    if not path.lower().endswith(".txt"):
        message, hint = f"A source text is a .txt file, not {written}.", "Save it as UTF-8 plain text."
        return None, [error(where, "text-not-found", message, hint)]
    close = texts.nearest(path)
    hint = "The path is read from the folder of this YAML file."
    if any(part.startswith(".") for part in path.split("/")):
        hint = "What has a name that begins with a dot is passed over: give it another name."
    elif close:
        start = posixpath.dirname(entry.key.location.path) or "."
        hint = f"Did you mean `{posixpath.relpath(close, start)}`? {hint}"
    return None, [
        error(where, "text-not-found", f"There is no text file {path} in the dossier folder.", hint)
    ]


def _hash_problems(version: Version, entry: Entry, way: Path, found: str) -> list[Problem]:
    if version.sha256 == found:
        return []
    if version.sha256 is None:
        message = f"The text {version.text} has no `sha256`: nobody would notice if it changed."
        hint = f"Add the line `sha256: {found}`, or let `dossier fix` add it."
        return [warning(entry.locate([*way, "text"]), "source-without-hash", message, hint)]
    message = f"The text {version.text} changed since its SHA-256 was written here: it is now {found}."
    hint = "Restore the text; if the change is right, check every quotation and write the new hash."
    return [error(entry.locate([*way, "sha256"]), "sha256-mismatch", message, hint)]
