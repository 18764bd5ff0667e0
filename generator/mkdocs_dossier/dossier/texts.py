"""Find the archived texts of the sources by their paths in the dossier, and compare their SHA-256 digests."""

import posixpath
from collections.abc import Collection, Mapping
from hashlib import sha256
from unicodedata import normalize

from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.reader import Reader
from mkdocs_dossier.dossier.sourcemap import Entry
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.problems import Problem, error, warning
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.values.nearestnames import Suggestions
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.files import MAX_BYTES, decode_text


def source_texts(
    decoded: Decoded, contents: Mapping[str, bytes], reader: Reader
) -> tuple[dict[str, SourceText], list[Problem]]:
    """Return the text of each source that names one, by the id of the source, and what is wrong with them.

    `contents` maps the path of each text file of the folder to its bytes. A text whose digest is missing or
    does not match is reported and still read. One that is too large is reported whether a source names it or
    not; its digest is not compared, since not all of it was read.
    """
    texts: dict[str, SourceText] = {}
    large, problems = _too_large(contents)
    # Each file once, since several sources may name one.
    read: dict[str, SourceText | None] = dict.fromkeys(large)
    hashes: dict[str, str] = {}
    folder = _Texts(contents)
    for identifier, record in decoded.records["sources"].items():
        if not isinstance(record, Source) or record.text is None:
            continue
        entry = decoded.entries[Ref("sources", identifier)]
        path, trouble = _resolve(record.text, entry, folder)
        if path is None:
            problems.extend(trouble)
            continue
        if path not in large:
            found = hashes.get(path) or hashes.setdefault(path, sha256(contents[path]).hexdigest())
            problems.extend(_hash_problems(record, entry, found))
        if path not in read:
            text, unreadable = decode_text(path, contents[path])
            problems.extend(unreadable)
            read[path] = None if text is None else reader.text(text)
        if (source_text := read[path]) is not None:
            texts[identifier] = source_text
    return texts, problems


def _too_large(contents: Mapping[str, bytes]) -> tuple[set[str], list[Problem]]:
    large = {path for path, content in contents.items() if len(content) > MAX_BYTES}
    hint = "Keep the article alone in it; or split it, with a source for each part."
    return large, [
        problem for path in large for problem in decode_text(path, contents[path], too_large=hint)[1]
    ]


def text_path(written: str, yaml_path: str) -> str | None:
    """Return the path inside the dossier that a `text` field means; None where it leads outside.

    `yaml_path` is the path of the file that has the field. A backslash or the letter of a drive leads outside
    on Windows, so it does everywhere.
    """
    if posixpath.isabs(written) or "\\" in written or (len(written) > 1 and written[1] == ":"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(yaml_path), written))
    return None if path == ".." or path.startswith("../") else path


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


def _resolve(written: str, entry: Entry, texts: _Texts) -> tuple[str | None, list[Problem]]:
    where = entry.locate(["text"])
    path = text_path(written, entry.key.location.path)
    if path is None:
        message = f"`text` leads out of the dossier folder: {written}."
        hint = "Copy the file into the folder, and write its path from this YAML file, with `/`."
        return None, [error(where, "text-outside", message, hint)]
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


def _hash_problems(record: Source, entry: Entry, found: str) -> list[Problem]:
    if record.sha256 == found:
        return []
    if record.sha256 is None:
        message = f"The text {record.text} has no `sha256`: nobody would notice if it changed."
        hint = f"Add the line `sha256: {found}`, or let `dossier fix` add it."
        return [warning(entry.locate(["text"]), "source-without-hash", message, hint)]
    message = f"The text {record.text} changed since its SHA-256 was written here: it is now {found}."
    hint = "Restore the text; if the change is right, check every quotation and write the new hash."
    return [error(entry.locate(["sha256"]), "sha256-mismatch", message, hint)]
