"""The table that the database's index of words is made from: a row for each record."""

from collections.abc import Iterator

from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.tabular import Column, Row, Table, whole
from mkdocs_dossier.model.records import Actor, Claim, Event, Place, Record, Source, Statement
from mkdocs_dossier.text.folding import folded
from mkdocs_dossier.text.spellings import spellings
from mkdocs_dossier.values.refs import SECTIONS, SINGULAR


def _rows(published: Published) -> Iterator[Row]:
    found = (one for section in SECTIONS for one in published.records(section))
    for number, (ref, record) in enumerate(found, 1):
        name, words = published.title(ref), "\n".join(_words(record))
        further = "\n".join(_names(record, name))
        whole_text = "\n".join(filter(None, (name, further, words)))
        bare = folded(whole_text)
        yield (
            number,
            SINGULAR[ref.section],
            ref.id,
            name,
            further or None,
            words or None,
            None if bare == whole_text.lower() else bare,
            published.page(ref),
        )


def _names(record: Record, name: str) -> Iterator[str]:
    if isinstance(record, Actor | Place):
        known = spellings((record.name, *record.names.values(), *record.aliases))
        yield from (one for one in known if one != name)


def _words(record: Record) -> Iterator[str]:
    """List the words of a record, as its authors wrote them: of a source's text, what they quote."""
    match record:
        case Actor():
            found = [record.description, *(role.title for role in record.roles)]
        case Event():
            found = [record.when_note, record.summary]
            found += [words for part in record.evidence for words in part.passage]
            found += [words for part in record.figures for words in part.passage]
        case Claim():
            found = [record.text, record.note]
        case Source():
            found = [record.url]
        case Statement():
            found = [record.summary, record.said_note]
            for one in record.reports:
                found += [*(one.quote or ()), *(one.passage or ()), one.translation]
        case _:
            found = []
    yield from (words for words in found if words)


SEARCH = Table(
    "search",
    "All records with their words; `search_index` is an index (FTS5) of it.",
    1,
    (
        whole("number", "The number of the row."),
        Column("kind", "What kind of record it is.", choices=tuple(SINGULAR.values())),
        Column("id", "The id of the record."),
        Column("name", "Its name or title, or who says what."),
        Column("names", "Its further names and spellings, in Latin letters too; one a line."),
        Column("words", "Its words."),
        Column("folded", "All this without case, diacritics and vowel signs, where that is another text."),
        Column("page", "The address of its page."),
    ),
    _rows,
)
