"""`dossier rename`: gives a record another id, in its definition, in every reference, and in prose."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.authoring.mentioning import (
    at_end,
    naming,
    refuse_unknown,
    refuse_unread,
)
from mkdocs_dossier.authoring.reading import Reading, read, with_files, with_ids_replaced
from mkdocs_dossier.authoring.redirecting import redirected
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.reviewstamps import carried_over
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.dossier.reviewsfile import REVIEWS_PATH
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.values.ids import parse_id
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.values.refs import SECTION_OF, SECTIONS, SINGULAR, Ref, Section


@dataclass(frozen=True, slots=True)
class Renamed:
    """The new contents of files, by path in the dossier, and in how many places the id was replaced."""

    files: Mapping[str, bytes]
    places: int


def section_named(kind: str) -> Section:
    """Read the kind of a record, `claim` or `claims`, as its section. Raises `RefusedError`."""
    named: dict[str, Section] = {**SECTION_OF, **{section: section for section in SECTIONS}}
    if kind in named:
        return named[kind]
    close = nearest(kind, named)
    hint = f"Did you mean `{close}`?" if close else f"It is one of: {', '.join(SECTION_OF)}."
    raise RefusedError(f"`{kind}` is no kind of record.", hint)


def rename(folder: Folder, section: Section, old: str, new: str) -> Renamed:
    """Rename a record, and add a redirect from its old address; what was reviewed stays reviewed.

    Raises `RefusedError` if there is no such record, the new id is not valid or taken, or not all places
    that name the record can be known and rewritten.
    """
    reading = read(folder)
    new = _checked(reading, section, old, new)
    record = Ref(section, old)
    key = reading.entries[record].key
    found = [(key, at_end(key, old, new)), *naming(reading.dossier, reading.source_map, record, new)]
    files = with_ids_replaced(reading, found)
    after, renamed = read(with_files(folder, files)), Ref(section, new)
    _prove(reading, after, record, renamed)
    files[REDIRECTS_PATH] = redirected(folder.redirects or b"", record, renamed)
    led, stamps = reading.dossier.redirects, folder.reviews or b""
    if reviews := carried_over(stamps, led, reading.entries, after.entries, old=record, new=renamed):
        files[REVIEWS_PATH] = reviews
    return Renamed(files, len(found))


def _checked(reading: Reading, section: Section, old: str, new: str) -> str:
    """Return the new id. Raises `RefusedError` if the record cannot be renamed to it."""
    refuse_unread(reading.source_map)
    refuse_unknown(reading.source_map, section, old, "rename")
    try:
        new = parse_id(new)
    except InvalidValue as trouble:
        raise RefusedError(f"The new id {trouble.message}.", trouble.hint) from trouble
    if Ref(section, new) in reading.entries:
        where = reading.entries[Ref(section, new)].key.location
        raise RefusedError(
            f"The {SINGULAR[section]} `{new}` is there already, at {where}.", "Choose another id."
        )
    return new


def _prove(before: Reading, after: Reading, old: Ref, new: Ref) -> None:
    """Raise `RefusedError` if the dossier, read again, does not say of the new id all it said of the old."""
    wanted = Counter(
        ((new if target == old else target), reverse, len(ids))
        for target, reverse, ids in _named(before.dossier)
    )
    found = Counter((target, reverse, len(ids)) for target, reverse, ids in _named(after.dossier))
    ids = {new if ref == old else ref for ref in before.entries}
    if after.unread or found != wanted or ids != set(after.entries):
        first = f": {min(after.unread).message}" if after.unread else "."
        raise RefusedError(f"Not every reference to `{old.id}` can be rewritten{first}", "Rename it by hand.")


def _named(dossier: Dossier) -> Iterator[tuple[Ref, Reverse | None, Sequence[str | Ref]]]:
    """List what names each record: by each kind of reference, and (None) in prose."""
    for target, reverses in dossier.backlinks.items():
        yield from ((target, reverse, ids) for reverse, ids in reverses.items())
    yield from ((target, None, refs) for target, refs in dossier.mentions.items())
