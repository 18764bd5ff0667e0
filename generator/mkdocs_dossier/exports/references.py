"""A source as a bibliography names it, before it is written in any format."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.model.vocabulary import SourceKind
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref

_MOST_AUTHORS = 50
"""How many authors of a source are named."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What is said of a source where it is cited, as plain text; `key` is what programs know the entry by.

    What is not known is empty or None. `language` is a BCP 47 tag. `note` says what of the source is cited.
    """

    key: str
    kind: SourceKind
    title: str
    authors: tuple[str, ...]
    publisher: str
    published: EdtfDate | None
    retrieved: EdtfDate | None
    language: str
    url: str
    note: str = ""


def reference(dossier: Dossier, source: Source, key: str, note: str = "") -> Reference:
    """Return what is said of a source where it is cited under a key; of actors that were withdrawn, nothing.

    Of very many authors the first are named.
    """
    named = [_name(dossier, one) for one in source.authors[:_MOST_AUTHORS]]
    return Reference(
        key,
        source.kind,
        source.title,
        tuple(name for name in named if name),
        _name(dossier, source.publisher) if source.publisher else "",
        source.published,
        source.retrieved,
        dossier.source_language(source.id),
        source.url or "",
        note,
    )


def all_references(published: Published) -> Iterator[Reference]:
    """List all sources of a dossier as a bibliography names them, each under its id."""
    for ref, record in published.records("sources"):
        if isinstance(record, Source):
            yield reference(published.dossier, record, ref.id)


def _name(dossier: Dossier, actor: str) -> str:
    return "" if Ref("actors", actor) in dossier.gone else dossier.actors[actor].name


def day(date: EdtfDate | None) -> str:
    """Write a date as YYYY-MM-DD, if it is a single day; else nothing."""
    if date is None or not date.is_day or date.earliest is None:
        return ""
    return f"{date.earliest[0]:04}-{date.earliest[1]:02}-{date.earliest[2]:02}"
