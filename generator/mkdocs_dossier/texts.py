"""The archived texts of the sources: found by path inside the dossier, held to their SHA-256."""

import posixpath
from collections.abc import Mapping
from hashlib import sha256
from unicodedata import normalize

from mkdocs_dossier.decode import Decoded, Entry
from mkdocs_dossier.model import Source
from mkdocs_dossier.problems import Problem, error
from mkdocs_dossier.quotes import SourceText
from mkdocs_dossier.textfiles import decode_text
from mkdocs_dossier.values import nearest


def source_texts(
    decoded: Decoded, contents: Mapping[str, bytes]
) -> tuple[dict[str, SourceText], list[Problem]]:
    """Find the text of each source that names one.

    `contents` maps the path of each text file of the folder to its bytes. The result maps the ids of
    sources to their texts; a text whose hash does not match is reported and still read.
    """
    texts: dict[str, SourceText] = {}
    problems: list[Problem] = []
    read: dict[str, SourceText | None] = {}
    for identifier, record in decoded.records["sources"].items():
        if not isinstance(record, Source) or record.text is None:
            continue
        entry = decoded.entries["sources", identifier]
        path, trouble = _resolve(record.text, entry, contents)
        if path is None:
            problems.extend(trouble)
            continue
        problems.extend(_hash_problems(record, entry, contents[path]))
        if path not in read:
            text, unreadable = decode_text(path, contents[path])
            problems.extend(unreadable)
            read[path] = None if text is None else SourceText(text)
        if (found := read[path]) is not None:
            texts[identifier] = found
    return texts, problems


def text_path(written: str, yaml_path: str) -> str | None:
    """Give the path inside the dossier that a `text` field names; `None` where it leads outside."""
    if posixpath.isabs(written) or "\\" in written or (len(written) > 1 and written[1] == ":"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(yaml_path), written))
    return None if path == ".." or path.startswith("../") else path


def _resolve(written: str, entry: Entry, contents: Mapping[str, bytes]) -> tuple[str | None, list[Problem]]:
    where = entry.locate(["text"])
    path = text_path(written, entry.key.location.path)
    if path is None:
        message = f"`text` leads out of the dossier folder: {written}."
        hint = "Copy the file into the folder, and write its path from this YAML file, with `/`."
        return None, [error(where, "text-outside", message, hint)]
    if path in contents:
        return path, []
    # Some systems take accents apart in the names of files; what is written here is composed.
    if (same := next((name for name in contents if normalize("NFC", name) == path), None)) is not None:
        return same, []
    if not path.lower().endswith(".txt"):
        message, hint = f"A source text is a .txt file, not {written}.", "Save it as UTF-8 plain text."
        return None, [error(where, "text-not-found", message, hint)]
    close = nearest(path, tuple(contents))
    hint = "The path is read from the folder of this YAML file."
    if close:
        start = posixpath.dirname(entry.key.location.path) or "."
        hint = f"Did you mean `{posixpath.relpath(close, start)}`? {hint}"
    return None, [error(where, "text-not-found", f"There is no file {path} in the dossier folder.", hint)]


def _hash_problems(record: Source, entry: Entry, content: bytes) -> list[Problem]:
    found = sha256(content).hexdigest()
    if record.sha256 is None or record.sha256 == found:
        return []
    message = f"The text {record.text} changed since its SHA-256 was written here: it is now {found}."
    hint = "Restore the text; if the change is right, check every quotation and write the new hash."
    return [error(entry.locate(["sha256"]), "sha256-mismatch", message, hint)]
