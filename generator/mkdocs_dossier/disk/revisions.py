"""Reads the folder of a dossier as it is at a revision of its git repository; the work tree stays as it is.

Nothing but the command `git` is run, which is told to fetch nothing. What a person names is never an option.
"""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.dossier.reviewsfile import REVIEWS_PATH
from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.yaml.files import MAX_BYTES

_SECONDS = 120
_MOST_BYTES = 1 << 30
"""How much all files together may have that are read."""
_SUFFIXES = (".yaml", ".yml", ".txt")
_LISTS = (REDIRECTS_PATH, REVIEWS_PATH)
_LINK, _FILES = "120000", ("100644", "100755")
_NOT_FETCHING = ("-c", "protocol.allow=never", "-c", "core.fsmonitor=false")
_MANY = 64 * 1024


class RevisionError(Exception):
    """A revision cannot be read; the message says why, as a sentence for the user."""


class UnknownRevisionError(RevisionError):
    """There is no such revision."""


class _Blob(NamedTuple):
    """A file at a revision: its path in the folder, the name of its content, and how many bytes it has."""

    path: str
    oid: str
    size: int


@dataclass(frozen=True)
class _OtherBlobs:
    """The other files at a revision, which are read when somebody asks for them."""

    git: "_Git"
    blobs: Mapping[str, _Blob]

    def __contains__(self, path: str, /) -> bool:
        """Tell whether there is such a file."""
        return path in self.blobs

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file. Raises `OSError`."""
        digest = sha256()
        self.git.stream(self.blobs[path], digest.update)
        return digest.hexdigest()

    def content(self, path: str) -> bytes:
        """Return the bytes of a file, up to one more than allowed. Raises `OSError`."""
        found = bytearray()
        self.git.stream(self.blobs[path], lambda part: found.extend(part[: MAX_BYTES + 1 - len(found)]))
        return bytes(found)


def read_revision(root: Path, revision: str) -> Folder:
    """Read a dossier folder as it is at a revision, such as `HEAD~1` or `main`, of the repository around it.

    Links are not followed, and hidden files are left out, as in a folder. Raises `RevisionError`, in one
    sentence or two, where that cannot be done: `UnknownRevisionError` where there is no such revision.
    """
    git = _Git(root)
    inner = git.line("rev-parse", "--show-prefix", why=f"{root} is not in a git repository.")
    commit = _commit(git, revision)
    tree = f"{commit}:{inner.removesuffix('/')}"
    why = f"At the revision {revision} there is no folder {root}."
    return _folder(git, git.line("rev-parse", "--verify", "--quiet", tree, why=why))


def _commit(git: "_Git", revision: str) -> str:
    """Return the name of the commit that a revision means."""
    unknown = UnknownRevisionError(f"There is no revision {revision} in the repository of {git.root}.")
    # Whatever the version of git: what begins with a dash might be an option.
    if revision.startswith("-") or not revision.isprintable() or not revision.strip():
        raise unknown
    try:
        return git.line("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", why="")
    except RevisionError as trouble:
        raise trouble if str(trouble) else unknown from None


@dataclass(frozen=True)
class _Git:
    """Runs `git` in a folder."""

    root: Path

    def line(self, *command: str, why: str) -> str:
        """Return the one line that a command prints. Raises `RevisionError`, which says `why` if it fails."""
        done = self.run(*command)
        if done.returncode != 0:
            # Git reads nothing of a folder of somebody else's.
            foreign = b"dubious ownership" in done.stderr
            said = f"The repository of {self.root} belongs to another user, so git does not read it."
            raise RevisionError(said if foreign else why)
        return os.fsdecode(done.stdout).removesuffix("\n")

    def run(self, *command: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run a command to its end. Raises `RevisionError` if that cannot be done."""
        try:
            return subprocess.run(  # noqa: S603 - git, with options of ours
                self._whole(command),
                input=given,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                env=_environment(),
            )
        except FileNotFoundError as trouble:
            said = "The command git is needed for that, and it is not installed."
            raise RevisionError(said) from trouble
        except subprocess.TimeoutExpired as trouble:
            raise RevisionError(f"git took longer than {_SECONDS} seconds.") from trouble
        except (OSError, ValueError) as trouble:
            raise RevisionError(f"git cannot be run: {trouble}.") from trouble

    def stream(self, blob: _Blob, take: Callable[[bytes], object]) -> None:
        """Hand over a file's bytes piece by piece. Raises `OSError` if it cannot be read."""
        with subprocess.Popen(  # noqa: S603 - git, with options of ours
            self._whole(("cat-file", "blob", blob.oid)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        ) as running:
            written = running.stdout or BytesIO()
            while part := written.read(_MANY):
                take(part)
        if running.returncode != 0:
            raise OSError(0, "it cannot be read from the repository")

    def _whole(self, command: Sequence[str]) -> list[str]:
        return ["git", "--no-pager", "--no-replace-objects", "-C", str(self.root), *_NOT_FETCHING, *command]


def _environment() -> dict[str, str]:
    """Return an environment in which git asks nobody, fetches nothing, and works in the folder named."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
    }
    return kept | {
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def _folder(git: _Git, tree: str) -> Folder:
    listed = git.run("ls-tree", "-r", "-z", "-l", "--full-tree", tree)
    if listed.returncode != 0:
        raise RevisionError("The files of the revision cannot be listed: the repository lacks some of them.")
    problems: list[Problem] = []
    blobs = list(_blobs(listed.stdout, problems))
    read = [one for one in blobs if _is_read(one.path)]
    if sum(one.size for one in read) > _MOST_BYTES:
        raise RevisionError(f"The files of the revision have more than {_MOST_BYTES:,} bytes.")
    contents = _contents(git, read)
    lists = {name: contents.pop(name) for name in _LISTS if name in contents}
    texts = {path: content for path, content in contents.items() if path.lower().endswith(".txt")}
    yaml = {path: content for path, content in contents.items() if path not in texts}
    others = _OtherBlobs(git, {one.path: one for one in blobs if not _is_read(one.path)})
    found = lists.get(REDIRECTS_PATH), others, lists.get(REVIEWS_PATH)
    return Folder(yaml, texts, tuple(problems), *found)


def _is_read(path: str) -> bool:
    return path in _LISTS or path.lower().endswith(_SUFFIXES)


def _blobs(listed: bytes, problems: list[Problem]) -> Iterator[_Blob]:
    """Read the list of files that git made: those that are no links, and of which no part is hidden."""
    for line in filter(None, listed.split(b"\0")):
        facts, _, raw = line.partition(b"\t")
        mode, _, oid, size = facts.decode("ascii").split()
        path = raw.decode("utf-8", "backslashreplace")
        if any(part.startswith(".") for part in path.split("/")):
            continue
        trouble = "it is a link" if mode == _LINK else ""
        if path.encode() != raw:
            trouble = "its name is not UTF-8"
        if trouble and _is_read(path):
            message = f"This cannot be read: {trouble}."
            problems.append(error(Location(path), "unreadable", message))
        if mode in _FILES and not trouble:
            yield _Blob(path, oid, int(size))


def _contents(git: _Git, blobs: Sequence[_Blob]) -> dict[str, bytes]:
    """Read files at once; of one that is too large, as many bytes as are needed to see that it is."""
    small = [one for one in blobs if one.size <= MAX_BYTES]
    excess = bytes(MAX_BYTES + 1)
    found = {one.path: excess for one in blobs if one.size > MAX_BYTES}
    asked = "".join(f"{one.oid}\n" for one in small).encode()
    given = git.run("cat-file", "--batch", given=asked).stdout if small else b""
    at = 0
    for one in small:
        # `oid blob size`, the content, and a line end.
        start = given.find(b"\n", at) + 1
        if given[at:start] != f"{one.oid} blob {one.size}\n".encode():
            raise RevisionError(f"{one.path} cannot be read: the repository lacks it.")
        found[one.path] = given[start : start + one.size]
        at = start + one.size + 1
    return found
