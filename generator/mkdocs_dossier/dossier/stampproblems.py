"""Look at the time stamps of captures, and say what is wrong with those that prove nothing."""

from collections.abc import Callable, Iterator, Sequence

from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.paths import outside, path_inside
from mkdocs_dossier.dossier.sourcemap import Entry
from mkdocs_dossier.dossier.timestamps import INSTALL, LARGEST, ROOTS_PATH, Flaw, is_available, read_token
from mkdocs_dossier.model.recordparts import Capture
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.model.walk import parts
from mkdocs_dossier.problems import Location, Problem, error, warning
from mkdocs_dossier.values.refs import Path, Ref

_Stamped = tuple[Location, Capture, str, Entry]
"""Where a time stamp is named, of which capture, how, and the source."""


def timestamp_problems(decoded: Decoded, folder: Folder) -> Iterator[Problem]:
    """List what is wrong with the time stamps of all captures.

    A stamp is held to the SHA-256 that the record has; whether the file still has it is asked elsewhere.
    Where the extra is missing, that is one warning, at the first of them.
    """
    found = [(stamped, _token(stamped, folder)) for stamped in _stamps(decoded)]
    yield from (token for _, token in found if isinstance(token, Problem))
    tokens = [(stamped, token) for stamped, token in found if isinstance(token, bytes)]
    if tokens and not is_available():
        where, *_ = tokens[0][0]
        yield warning(where, "timestamp-unchecked", "Time stamps cannot be looked at here.", INSTALL)
    elif tokens:
        yield from _unfit(tokens, folder)


def _unfit(tokens: Sequence[tuple[_Stamped, bytes]], folder: Folder) -> Iterator[Problem]:
    """List the tokens that prove nothing, and those of whom the author does not trust."""
    try:
        roots = [folder.others.content(ROOTS_PATH)] if ROOTS_PATH in folder.others else []
    except OSError as trouble:
        message = f"The roots of time stamps cannot be read: {trouble.strerror or trouble}."
        yield error(Location(ROOTS_PATH), "timestamp-unfit", message)
        return
    for (where, capture, _, entry), token in tokens:
        content = _content(path_inside(capture.file, entry.key.location.path), folder)
        found = read_token(token, capture.sha256, content, roots)
        if isinstance(found, Flaw):
            yield error(where, "timestamp-unfit", found.message, found.hint)
        elif roots and not found.is_trusted:
            message = f"The certificate of “{found.authority}” leads to no root that you trust."
            hint = f"If you trust it, put its root certificate into {ROOTS_PATH} as well."
            yield warning(where, "timestamp-untrusted", message, hint)


def _stamps(decoded: Decoded) -> Iterator[_Stamped]:
    for identifier, record in decoded.records["sources"].items():
        if isinstance(record, Source):
            entry = decoded.entries[Ref("sources", identifier)]
            for way, part in _captures(record):
                if part.timestamp is not None:
                    yield entry.locate([*way, "timestamp"]), part, part.timestamp, entry


def _captures(source: Source) -> Iterator[tuple[Path, Capture]]:
    # Most sources have none, and a dossier has thousands.
    if source.capture is not None or source.texts:
        yield from ((way, part) for way, part in parts(source) if isinstance(part, Capture))


def _token(stamped: _Stamped, folder: Folder) -> bytes | Problem:
    """Return the bytes of a token, or why there are none."""
    where, _, written, entry = stamped
    path = path_inside(written, entry.key.location.path)
    if path is None:
        return outside(where, "timestamp", written)
    if path not in folder.others:
        message = f"There is no time stamp {path} in the dossier folder."
        return error(where, "timestamp-unfit", message, "The path is read from the folder of this YAML file.")
    try:
        # No more than it takes to see that one is too large: there may be many.
        return folder.others.content(path)[: LARGEST + 1]
    except OSError as trouble:
        message = f"The time stamp {path} cannot be read: {trouble.strerror or trouble}."
        return error(where, "timestamp-unfit", message)


def _content(path: str | None, folder: Folder) -> Callable[[], bytes]:
    """Return what reads a capture. It raises `OSError` where there is none."""

    def read() -> bytes:
        if path is not None and path in folder.others:
            return folder.others.content(path)
        found = folder.texts.get(path or "", folder.yaml.get(path or ""))
        if found is None:
            raise FileNotFoundError(0, "it is not in the dossier folder")
        return found

    return read
