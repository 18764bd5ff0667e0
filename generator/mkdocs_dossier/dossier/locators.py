"""Read on which page, or at what time, each part of a source's text stands.

A file of locators is a CSV file beside the text. Its first line names what it tells: `start,page`, or
`start,time`, or `start,section`. Each further line has the number of characters of the text before a part,
and the page, time or section that begins there. `dossier source` writes one for a document or a recording.
"""

import csv
from dataclasses import dataclass, field

from pydantic import ValidationError

from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.located import Located, Locators, Versions
from mkdocs_dossier.dossier.paths import outside, path_inside
from mkdocs_dossier.dossier.sourcemap import Entry
from mkdocs_dossier.model.recordparts import Locator
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.values.refs import Path, Ref
from mkdocs_dossier.yaml.files import decode_text

_KINDS = ("page", "time", "section")
"""What a file of locators may tell, as `Locator` names it."""
_DIGITS = 9


def locators_of(decoded: Decoded, folder: Folder, versions: Versions) -> tuple[Located, list[Problem]]:
    """Return the locators of each source that names any, and what is wrong with them."""
    found: dict[str, tuple[Locators | None, ...]] = {}
    files = _Files(folder)
    for identifier, texts in versions.items():
        record = decoded.records["sources"][identifier]
        if not isinstance(record, Source) or not any(one.locators for one in record.versions):
            continue
        entry = decoded.entries[Ref("sources", identifier)]
        found[identifier] = tuple(
            files.read(version.locators, text, entry, record.way_to(number))
            for number, (version, text) in enumerate(zip(record.versions, texts, strict=True))
        )
    return found, files.problems


@dataclass
class _Files:
    """Reads the files of locators in a folder, and notes what is wrong with them."""

    folder: Folder
    problems: list[Problem] = field(default_factory=list)

    def read(self, written: str | None, text: SourceText | None, entry: Entry, way: Path) -> Locators | None:
        """Read the file that a version of a source names, if it names one and has a text."""
        if written is None or text is None:
            return None
        where, path = entry.locate([*way, "locators"]), path_inside(written, entry.key.location.path)
        if path is None:
            self.problems.append(outside(where, "locators", written))
            return None
        content = self._content(path, where)
        if content is None:
            return None
        rows, unread = decode_text(path, content)
        self.problems += unread
        return None if rows is None else _parsed(path, rows, len(text.text), self.problems)

    def _content(self, path: str, where: Location) -> bytes | None:
        if path not in self.folder.others:
            message = f"There is no file {path} in the dossier folder."
            hint = "The path is read from the folder of this YAML file."
            self.problems.append(error(where, "bad-locators", message, hint))
            return None
        try:
            return self.folder.others.content(path)
        except OSError as trouble:
            message = f"The locators {path} cannot be read: {trouble.strerror or trouble}."
            self.problems.append(error(where, "bad-locators", message))
            return None


def _parsed(path: str, text: str, length: int, problems: list[Problem]) -> Locators | None:
    """Read the lines of a file; None where one of them is wrong, since all behind it may be, too."""
    rows = csv.reader(text.splitlines(), strict=True)
    starts: list[int] = []
    parts: list[Locator] = []
    try:
        kind = _kind(next(rows, []))
        for row in rows:
            if row:
                start, part = _part(row, kind)
                if starts and start < starts[-1]:
                    raise _WrongLineError("its parts are not in the order of their starts", "Sort the lines.")
                if start > length:
                    raise _WrongLineError(f"the text has {length:,} characters, not {start:,}", _ANOTHER)
                starts.append(start)
                parts.append(part)
    except (_WrongLineError, csv.Error) as wrong:
        because, hint = wrong.args if isinstance(wrong, _WrongLineError) else (str(wrong), "")
        place = Location(path, max(1, rows.line_num))
        problems.append(error(place, "bad-locators", f"This line cannot be read: {because}.", hint))
        return None
    return Locators(tuple(starts), tuple(parts))


class _WrongLineError(Exception):
    """What is wrong with a line, and what to do about it."""


_ANOTHER = "Make the file anew from the text that is there now."


def _kind(head: list[str]) -> str:
    if len(head) != 2 or head[0] != "start" or head[1] not in _KINDS:  # noqa: PLR2004 - a start, and what begins
        raise _WrongLineError("the first one must be `start,page`, `start,time` or `start,section`", "")
    return head[1]


def _part(row: list[str], kind: str) -> tuple[int, Locator]:
    if len(row) != 2 or not (row[0].isascii() and row[0].isdigit()) or len(row[0]) > _DIGITS:  # noqa: PLR2004
        raise _WrongLineError(f"it must be a number of characters, and a {kind}", "")
    try:
        return int(row[0]), Locator.model_validate({kind: row[1]})
    except ValidationError as trouble:
        raise _WrongLineError(f"“{row[1]}” is no {kind}", trouble.errors()[0]["msg"]) from None
