"""All tables as one SQLite database, with an index of all words: for SQL, and for Datasette.

It is made in memory and written out whole. The same dossier gives the same bytes with the same SQLite; what a
file says of the SQLite that wrote it is made the same for all.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from mkdocs_dossier.exports.alltables import TABLES
from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.searched import SEARCH
from mkdocs_dossier.exports.tabular import Column, Kind, Link, Table
from mkdocs_dossier.text.messages import mark

_TYPES = {
    Kind.TEXT: "TEXT",
    Kind.WHOLE: "INTEGER",
    Kind.NUMBER: "REAL",
    Kind.FLAG: "INTEGER",
    Kind.DAY: "TEXT",
}
# Some systems have Python 3.11 with an older SQLite.
_STRICT_SINCE = (3, 37)
# Where a file has the number of the SQLite that wrote it (https://www.sqlite.org/fileformat2.html, 1.3.18),
# and what stands there for all: the first that knows strict tables.
_WRITER, _WRITTEN_BY = slice(96, 100), (3_037_000).to_bytes(4, "big")
_PIECE = 1 << 20

# Arabic has its vowel signs in the words as written, and none in `folded`. They are part of a word (`Mn`): so
# it is found whether they are typed as they are written, or not at all. Datasette finds an index by its
# `content`, in these marks.
_INDEX = """CREATE VIRTUAL TABLE search_index USING fts5(
  name, names, words, folded, content="search", content_rowid="number",
  tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
)"""
_VIEWS = (
    """CREATE VIEW contradictions_in_words AS
SELECT c.claim, k.text AS claim_text, c.kind, c.corrected,
  c."first", a.title AS first_title, a.words AS first_words, a.said AS first_said,
  c.second, b.title AS second_title, b.words AS second_words, b.said AS second_said
FROM contradictions AS c
JOIN claims AS k ON k.id = c.claim
JOIN statements AS a ON a.id = c."first"
JOIN statements AS b ON b.id = c.second""",
    """CREATE VIEW quotations_in_words AS
SELECT q.id, q.exact, q.tier, q.source, s.title AS source_title, s.url, q.statement,
  t.title AS statement_title, t.page
FROM quotations AS q
JOIN sources AS s ON s.id = q.source
LEFT JOIN statements AS t ON t.id = q.statement
WHERE q.part_of IS NULL""",
)


def _write(published: Published) -> Iterator[bytes]:
    database = sqlite3.connect(":memory:")
    try:
        _fill(database, published)
        content = database.serialize()
    finally:
        database.close()
    # In pieces: of a large file there are not two in memory.
    yield content[: _WRITER.start] + _WRITTEN_BY
    yield from (content[at : at + _PIECE] for at in range(_WRITER.stop, len(content), _PIECE))


def _fill(database: sqlite3.Connection, published: Published) -> None:
    tables = (*TABLES, SEARCH)
    database.execute("PRAGMA page_size = 4096")
    with database:
        for table in tables:
            database.execute(_created(table))
        for table in tables:
            places = ", ".join("?" for _ in table.columns)
            # The names of tables are ours.
            into = f"INSERT INTO {table.name} VALUES ({places})"  # noqa: S608
            database.executemany(into, table.rows(published))
        for made in (*_indices(), *_VIEWS):
            database.execute(made)
        _index_words(database)
    database.execute("VACUUM")


def _index_words(database: sqlite3.Connection) -> None:
    """Make the index of words, unless this SQLite was built without FTS5: all else is there all the same."""
    try:
        database.execute(_INDEX)
    except sqlite3.OperationalError:
        return
    for wanted in ("rebuild", "optimize"):
        database.execute("INSERT INTO search_index(search_index) VALUES (?)", (wanted,))


def _created(table: Table) -> str:
    """Return the statement that makes a table; what is said of it and of its columns stays as comments."""
    key = _names(table.key)
    lines = [(_column(column, is_key=column.name in table.key), column.about) for column in table.columns]
    lines += [(f"PRIMARY KEY ({key})", ""), *((_reference(link), "") for link in table.all_links)]
    commas = [*("," for _ in lines[1:]), ""]
    body = "".join(
        f"  {line}{comma}{f' -- {about}' if about else ''}\n"
        for (line, about), comma in zip(lines, commas, strict=True)
    )
    options = ["STRICT"] if sqlite3.sqlite_version_info >= _STRICT_SINCE else []
    # The index of words needs numbered rows; others are kept by their key alone, which takes less room.
    options += [] if table is SEARCH else ["WITHOUT ROWID"]
    return f"CREATE TABLE {table.name} ( -- {table.about}\n{body}) {', '.join(options)}"


def _column(column: Column, *, is_key: bool) -> str:
    name = _names([column.name])
    line = f"{name} {_TYPES[column.kind]}{' NOT NULL' if is_key else ''}"
    if column.kind is Kind.FLAG:
        return f"{line} CHECK ({name} IN (0, 1))"
    if column.choices:
        # They are words of ours, without quotation marks.
        choices = ", ".join(f"'{one}'" for one in column.choices)
        return f"{line} CHECK ({name} IN ({choices}))"
    return line


def _reference(link: Link) -> str:
    return f"FOREIGN KEY ({_names(link.columns)}) REFERENCES {link.table} ({_names(link.named)})"


def _indices() -> Iterator[str]:
    """List the statements that make an index for each way to another table that no key begins with."""
    for table in TABLES:
        for link in table.all_links:
            if table.key[: len(link.columns)] != link.columns:
                name = "_".join((table.name, *link.columns))
                yield f"CREATE INDEX {name} ON {table.name} ({_names(link.columns)})"


def _names(columns: Iterable[str]) -> str:
    # In marks, since some are words of SQL too.
    return ", ".join(f'"{name}"' for name in columns)


SQLITE = Export(
    "dossier.sqlite",
    mark("All tables as one SQLite database, with a search of all words: for SQL and Datasette."),
    _write,
    "sqlite",
)
