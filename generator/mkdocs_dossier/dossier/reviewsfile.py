"""Read who reviewed which record: `reviews.csv` in the dossier folder.

Its first line is `record,by,on,hash`. Each line after it, a stamp, says of a record, as `claim/some-id`, who
read it (this may be left out), on which day, and what the record was then: the fingerprint of its fields. Of
several stamps of a record that of the latest day counts, and of one day the last; the others tell who read it
before. It is CSV as spreadsheets write it (RFC 4180), in UTF-8. `dossier review --stamp` adds to the file.
"""

import csv
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from itertools import islice
from typing import Any

from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.lastreview import Reviewed
from mkdocs_dossier.problems import Location, Problem, error, warning
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.ids import parse_id
from mkdocs_dossier.values.invalid import InvalidValue, quoted
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.values.refs import SECTION_OF, Ref
from mkdocs_dossier.yaml.files import decode_text
from mkdocs_dossier.yaml.tree import Node, to_data

REVIEWS_PATH = "reviews.csv"
COLUMNS = ("record", "by", "on", "hash")
"""The first line of the file."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line of the file: where it stands, the record, who read it, on what day, and its fingerprint then."""

    location: Location
    ref: Ref
    by: str
    on: EdtfDate
    hash: str


def parse_day(text: str) -> EdtfDate:
    """Read a day of the years 0 to 9999. Raises `InvalidValue`."""
    if not _DAY.fullmatch(text):
        advice = "write it as 2024-02-05; some spreadsheets write it otherwise"
        raise InvalidValue(f"is not one day: {quoted(text)}", advice)
    return EdtfDate.parse(text)


def fingerprint(node: Node) -> str:
    """Return the SHA-256 of the fields of a valid record as they are written, in hexadecimal.

    It is that of their JSON with sorted keys, without blanks, in ASCII, all text in Unicode's form NFC. The
    order of lines, comments, the way of quoting and the file do not count; nor do the id, which a rename
    changes, and `review`, which an approval removes.
    """
    fields = _composed(to_data(node))
    fields.pop("review", None)
    return sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _composed(data: Any) -> Any:
    match data:
        case str():
            return unicodedata.normalize("NFC", data)
        case list():
            return [_composed(one) for one in data]
        case dict():
            return {_composed(key): _composed(one) for key, one in data.items()}
    return data


def parse_reviews(
    content: bytes, decoded: Decoded, redirects: Mapping[Ref, Ref], *, is_whole: bool
) -> tuple[dict[Ref, Reviewed], list[Problem]]:
    """Return the last review of each valid record that was reviewed, and what is wrong with the file.

    A stamp of a record that was renamed since counts for the record that its address leads to. `is_whole`
    says that all files could be read: only then is it known that there is no such record.
    """
    text, problems = decode_text(REVIEWS_PATH, content)
    stamps, found = read_stamps(text or "")
    led = [(redirects.get(stamp.ref, stamp.ref), stamp) for stamp in stamps]
    unused = [_unused(stamp) for ref, stamp in led if is_whole and ref not in decoded.entries]
    reviews = {
        ref: Reviewed(stamp.by, stamp.on, stamp.hash != fingerprint(decoded.entries[ref].node))
        for ref, stamp in sorted(last(led).items())
        if ref.id in decoded.records[ref.section]
    }
    return reviews, sorted([*problems, *found, *unused])


def last(stamps: Iterable[tuple[Ref, Stamp]]) -> dict[Ref, Stamp]:
    """Return the stamp of each record that counts, of stamps in the order of the file."""
    found: dict[Ref, Stamp] = {}
    for ref, stamp in stamps:
        if ref not in found or stamp.on.text >= found[ref].on.text:
            found[ref] = stamp
    return found


def read_stamps(text: str) -> tuple[list[Stamp], list[Problem]]:
    """Read the lines of the file one by one; return the valid stamps, and what is wrong with the others."""
    stamps: list[Stamp] = []
    problems: list[Problem] = []
    rows = _rows(text)
    for where, row in islice(rows, 1):
        # Of a file that has other columns, each line would be reported.
        if isinstance(row, Problem) or tuple(row) != COLUMNS:
            return [], [row if isinstance(row, Problem) else _no_header(where)]
    for where, row in rows:
        if isinstance(row, Problem):
            problems.append(row)
        else:
            found = list(_problems(where, row))
            problems.extend(found)
            if not found:
                stamps.append(_stamp(where, row))
    return stamps, problems


def _rows(text: str) -> Iterator[tuple[Location, list[str] | Problem]]:
    """List the rows that have anything in them, each with its place; what follows a fault is not read."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    while True:
        where = Location(REVIEWS_PATH, reader.line_num + 1)
        try:
            row = [field.strip() for field in next(reader)]
        except StopIteration:
            return
        except csv.Error as trouble:
            message = f"Here, and so below, the file cannot be read as CSV: {trouble}."
            hint = 'Write a quotation mark inside of quotation marks twice: "Ann ""Ace"" Lee".'
            yield where, error(where, "invalid-review", message, hint)
            return
        if any(row):
            yield where, row


def _problems(where: Location, row: list[str]) -> Iterator[Problem]:
    """List what is wrong with a stamp."""
    if len(row) != len(COLUMNS):
        message = f"A stamp has the fields {', '.join(COLUMNS)}; here are {len(row)}."
        yield error(where, "invalid-review", message, "Write it as claim/some-id,Jane Doe,2024-02-05,…")
        return
    record, by, on, written = row
    kind, _, identifier = record.partition("/")
    if kind not in SECTION_OF:
        hint = f"It begins with one of {', '.join(SECTION_OF)}, as claim/some-id."
        yield error(where, "invalid-review", f"{quoted(record)} is no record.", hint)
    yield from _refused(where, f"{quoted(record)}: the id", parse_id, identifier)
    if by:
        yield from _refused(where, f"The name {quoted(by)}", parse_text, by)
    yield from _refused(where, "The date", parse_day, on)
    if not _HASH.fullmatch(written):
        message = f"{quoted(written)} is no SHA-256: 64 digits and letters from a to f."
        yield error(where, "invalid-review", message, "Remove the line, and stamp the record again.")


def _refused(where: Location, name: str, parse: Any, value: str) -> Iterator[Problem]:
    """Say what a parser has against a value; nothing if it takes it."""
    try:
        parse(value)
    except InvalidValue as trouble:
        yield error(where, "invalid-review", f"{name} {trouble.message}.", trouble.advice)


def _stamp(where: Location, row: list[str]) -> Stamp:
    record, by, on, written = row
    kind, _, identifier = record.partition("/")
    ref = Ref(SECTION_OF[kind], parse_id(identifier))
    return Stamp(where, ref, parse_text(by) if by else "", EdtfDate.parse(on), written)


def _no_header(where: Location) -> Problem:
    columns = ",".join(COLUMNS)
    hint = (
        "Write that line first; if a spreadsheet has saved the file, save it with commas between the fields."
    )
    return error(where, "invalid-review", f"The first line must be {columns}", hint)


def _unused(stamp: Stamp) -> Problem:
    message = f"There is no {stamp.ref.kind} `{stamp.ref.id}`, which this line says was reviewed."
    hint = "Name the record that it was made of, or remove the line."
    return warning(stamp.location, "unused-stamp", message, hint)
