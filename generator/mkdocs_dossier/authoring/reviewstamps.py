"""`dossier review --stamp`: notes in `reviews.csv` who has read which records, and what they were then."""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from mkdocs_dossier.authoring.mentioning import refuse_unknown, refuse_unread
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.reviewsfile import (
    COLUMNS,
    REVIEWS_PATH,
    Stamp,
    fingerprint,
    last,
    parse_day,
    read_stamps,
)
from mkdocs_dossier.dossier.sourcemap import Entry, SourceMap
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.values.refs import Ref

_FORMULAS = "=+-@"
"""What a name must not begin with: a spreadsheet would take it for a formula, and run it."""


_Written = Mapping[Ref, Entry]


@dataclass(frozen=True, slots=True)
class Stamped:
    """The new content of `reviews.csv`, the records of its new lines, and how many needed none."""

    content: bytes
    new: tuple[Ref, ...]
    known: int


def stamped(
    content: bytes, dossier: Dossier, places: SourceMap, wanted: Collection[Ref], *, by: str, on: str
) -> Stamped:
    """Add a stamp of each of the `wanted` records; of all that are reviewed, where none is named.

    `content` is that of `reviews.csv`, empty if there is none. `by` names who read them, or is empty; `on` is
    the day. Of all records, those are passed over that the same person has read as they are, on whatever day.
    Lines that are there stay as they are. Raises `RefusedError` if a record, the name, the day or the file
    does not allow it.
    """
    refuse_unread(places)
    by, day = _name(by), _day(on)
    text, stamps = _read(content)
    records = dict(dossier.all_records())
    for ref in wanted:
        refuse_unknown(places, ref.section, ref.id, "stamp")
        _refuse_unreviewed(ref, records[ref])
    refs = sorted(wanted) or sorted(ref for ref, one in records.items() if not _unreviewed(one))
    there = last(_led(stamps, dossier.redirects))
    rows, known = [], 0
    for ref in refs:
        stamp, now = there.get(ref), fingerprint(places.entries[ref].node)
        if stamp and (stamp.by, stamp.hash) == (by, now) and (not wanted or stamp.on.text == day):
            known += 1
        else:
            rows.append((ref, by, day, now))
    return Stamped(_added(text, rows).encode(), tuple(ref for ref, *_ in rows), known)


def carried_over(
    content: bytes, redirects: Mapping[Ref, Ref], before: _Written, after: _Written, *, old: Ref, new: Ref
) -> bytes | None:
    """Stamp anew the records that name another, of which nothing but its id was rewritten.

    What was reviewed as it stood `before` counts as reviewed as it stands `after`, by the same person on the
    same day. `old` is what the other was called before, `new` what it is called after; `redirects` are those
    of before. Return the new content of `reviews.csv`; None if nothing is to be written. Raises
    `RefusedError` if the file cannot be read.
    """
    text, stamps = _read(content)
    rows = []
    for ref, stamp in last(_led(stamps, redirects)).items():
        called = new if ref == old else ref
        if ref in before:
            was, now = fingerprint(before[ref].node), fingerprint(after[called].node)
            if stamp.hash == was != now:
                rows.append((called, stamp.by, stamp.on.text, now))
    return _added(text, sorted(rows)).encode() if rows else None


def _led(stamps: Iterable[Stamp], redirects: Mapping[Ref, Ref]) -> Iterator[tuple[Ref, Stamp]]:
    """List stamps, each with the record of today."""
    return ((redirects.get(one.ref, one.ref), one) for one in stamps)


def _unreviewed(record: Record) -> str:
    """Say why nobody can have reviewed a record; "" if somebody can."""
    if record.is_draft:
        return "is a draft: approve it first, with dossier review"
    return "was withdrawn: there is nothing to be reviewed" if record.withdrawn else ""


def _refuse_unreviewed(ref: Ref, record: Record) -> None:
    if why := _unreviewed(record):
        raise RefusedError(f"The {ref.kind} `{ref.id}` {why}.")


def _name(by: str) -> str:
    try:
        name = parse_text(by) if by else ""
    except InvalidValue as trouble:
        raise RefusedError(f"--by {trouble.message}.", trouble.advice) from trouble
    if name.startswith(tuple(_FORMULAS)):
        raise RefusedError("--by begins like a formula of a spreadsheet.", "Begin it with a letter.")
    return name


def _day(on: str) -> str:
    try:
        return parse_day(on).text
    except InvalidValue as trouble:
        raise RefusedError(f"--on {trouble.message}.", trouble.advice) from trouble


def _read(content: bytes) -> tuple[str, list[Stamp]]:
    """Return the text of `reviews.csv` and its stamps. Raises `RefusedError` if any of it cannot be read."""
    try:
        # With its byte order mark, which stays.
        text = content.decode()
    except UnicodeDecodeError as trouble:
        raise RefusedError(f"{REVIEWS_PATH} is not UTF-8.", "Save it with that encoding.") from trouble
    stamps, problems = read_stamps(text.removeprefix("\ufeff"))
    if problems:
        first = min(problems)
        raise RefusedError(f"{first.location.path}, line {first.location.line}: {first.message}", first.hint)
    return text, stamps


def _added(text: str, rows: Iterable[tuple[Ref, str, str, str]]) -> str:
    """Add lines to the text of the file, which ends its lines as those do that are there."""
    ending = "\r\n" if "\r\n" in text else "\n"
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator=ending)
    writer.writerows([*_header(text), *((str(ref), *rest) for ref, *rest in rows)])
    kept = text if not text.strip("\ufeff") or text.endswith(("\n", "\r")) else f"{text}{ending}"
    return kept + written.getvalue()


def _header(text: str) -> Iterator[tuple[str, ...]]:
    if not text.strip("\ufeff \t\r\n"):
        yield COLUMNS
