"""What is kept of a source beside its text: the file that it is from, and where its parts stand there."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.folder import Folder, Others


@dataclass(frozen=True, slots=True)
class Original:
    """The file that an author gives, to be kept as it is.

    `ending` is that of its name, with the dot; `digest` the SHA-256 of its bytes. `content` is None where the
    file is too large to be held in memory. `token` is a time stamp for it (RFC 3161), empty if there is none.
    """

    ending: str
    digest: str
    content: bytes | None
    token: bytes = b""


@dataclass(frozen=True, slots=True)
class Beside:
    """The files beside a text, by path: those that are new, and the digest of one that is to be copied."""

    capture: str = ""
    timestamp: str = ""
    locators: str = ""
    new: Mapping[str, bytes] = field(default_factory=dict)
    copied: Mapping[str, str] = field(default_factory=dict)


def beside(folder: Folder, stem: str, article: Article, original: Original | None) -> Beside:
    """Say which files belong beside a text whose path is `stem`, but for its ending.

    A file that is there already with the same bytes stays. Raises `RefusedError` if it has others.
    """
    wanted: dict[str, bytes] = {}
    copied: dict[str, str] = {}
    capture = timestamp = locators = ""
    if original is not None:
        capture = f"{stem}{original.ending}"
        if original.token:
            timestamp = f"{capture}.tsr"
            wanted[timestamp] = original.token
        if original.content is None:
            copied[capture] = original.digest
        else:
            wanted[capture] = original.content
    if article.locators:
        locators = f"{stem}.locators.csv"
        wanted[locators] = _locators_file(article)
    digests = {**{path: sha256(content).hexdigest() for path, content in wanted.items()}, **copied}
    there = {path for path in digests if path in folder.others}
    for path in sorted(there):
        if _digest(folder.others, path) != digests[path]:
            raise RefusedError(f"Another file stands at {path}.", "Name another id with --id.")
    new = {path: content for path, content in wanted.items() if path not in there}
    left = {path: one for path, one in copied.items() if path not in there}
    return Beside(capture, timestamp, locators, new, left)


def _digest(others: Others, path: str) -> str:
    try:
        return others.digest(path)
    except OSError as trouble:
        message = f"The file {path} cannot be read: {trouble.strerror or trouble}."
        raise RefusedError(message, "Name another id with --id.") from trouble


def _locators_file(article: Article) -> bytes:
    """Write where the parts of a text stand: a line a part, with its offset in code points."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(["start", article.located])
    rows.writerows(article.locators)
    return written.getvalue().encode()


def with_files(
    folder: Folder, yaml: Mapping[str, bytes], texts: Mapping[str, bytes], files: Beside
) -> Folder:
    """Return the content of a folder as it will be with some more files in it."""
    digests = {**{path: sha256(content).hexdigest() for path, content in files.new.items()}, **files.copied}
    others = _WithMore(folder.others, files.new, digests)
    return replace(folder, yaml={**folder.yaml, **yaml}, texts={**folder.texts, **texts}, others=others)


@dataclass(frozen=True)
class _WithMore:
    """The other files of a folder, and some that are not written yet."""

    there: Others
    new: Mapping[str, bytes]
    digests: Mapping[str, str]

    def __contains__(self, path: str, /) -> bool:
        return path in self.digests or path in self.there

    def digest(self, path: str) -> str:
        return self.digests[path] if path in self.digests else self.there.digest(path)

    def content(self, path: str) -> bytes:
        return self.new[path] if path in self.new else self.there.content(path)
