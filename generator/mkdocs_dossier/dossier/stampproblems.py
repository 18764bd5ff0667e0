"""Look at the time stamps of captures, and say what is wrong with those that prove nothing."""

from collections.abc import Callable, Iterator

from mkdocs_dossier.dossier.captures import outside
from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.sourcemap import Entry
from mkdocs_dossier.dossier.texts import text_path
from mkdocs_dossier.dossier.timestamps import INSTALL, ROOTS_PATH, Flaw, is_available, read_token
from mkdocs_dossier.model.recordparts import Capture
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.model.walk import parts
from mkdocs_dossier.problems import Location, Problem, error, warning
from mkdocs_dossier.values.refs import Path, Ref


def timestamp_problems(decoded: Decoded, folder: Folder) -> Iterator[Problem]:
    """List what is wrong with the time stamps of all captures.

    A stamp is held to the SHA-256 that the record has; whether the file still has it is asked elsewhere.
    Where the extra is missing, that is one warning, at the first of them.
    """
    stamps = list(_stamps(decoded))
    if stamps and not is_available():
        where, *_ = stamps[0]
        yield warning(where, "timestamp-unchecked", "Time stamps cannot be looked at here.", INSTALL)
        return
    try:
        roots = [folder.others.content(ROOTS_PATH)] if ROOTS_PATH in folder.others else []
    except OSError as trouble:
        message = f"The roots of time stamps cannot be read: {trouble.strerror or trouble}."
        yield error(Location(ROOTS_PATH), "timestamp-unfit", message)
        return
    for stamped in stamps:
        yield from _problems(stamped, folder, roots)


_Stamped = tuple[Location, Capture, str, Entry]
"""Where a time stamp is named, of which capture, how, and the source."""


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


def _problems(stamped: _Stamped, folder: Folder, roots: list[bytes]) -> Iterator[Problem]:
    where, capture, written, entry = stamped
    place = entry.key.location.path
    path = text_path(written, place)
    if path is None:
        yield outside(where, "timestamp", written)
        return
    if path not in folder.others:
        message = f"There is no file {path} in the dossier folder."
        yield error(where, "timestamp-not-found", message, "The path is read from this YAML file.")
        return
    try:
        token = folder.others.content(path)
    except OSError as trouble:
        message = f"The time stamp {path} cannot be read: {trouble.strerror or trouble}."
        yield error(where, "timestamp-not-found", message)
        return
    found = read_token(token, capture.sha256, _content(text_path(capture.file, place), folder), roots)
    if isinstance(found, Flaw):
        yield error(where, "timestamp-unfit", found.message, found.hint)
    elif roots and not found.is_trusted:
        message = f"The certificate of “{found.authority}” leads to no root that you trust."
        hint = f"If you trust it, put its root certificate into {ROOTS_PATH} as well."
        yield warning(where, "timestamp-untrusted", message, hint)


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
