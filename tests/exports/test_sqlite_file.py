"""The database: sound, the same each time, and with every name found in it."""

import asyncio
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from mkdocs_dossier.exports import sqlite_file
from mkdocs_dossier.exports.alltables import TABLES
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.sqlite_file import SQLITE
from mkdocs_dossier.loading import load
from tests.exports.richdossier import GONE, HIDDEN, exported, folder, published


def written(found: Published) -> bytes:
    return b"".join(SQLITE.write(found))


def opened(content: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    return database


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(opened(written(exported("rich")))) as one:
        yield one


def found(database: sqlite3.Connection, query: str) -> list[str]:
    """Look words up in the index, each as it is typed."""
    words = " ".join(f'"{word}"' for word in query.split())
    asked = (
        "SELECT id FROM search WHERE number IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)"
    )
    return [row[0] for row in database.execute(asked, (words,))]


@pytest.mark.parametrize("which", ["seeds", "rich", "hostile"])
def test_it_is_sound_and_every_row_that_is_named_is_there(which: str) -> None:
    of = exported(which)
    with closing(opened(written(of))) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in TABLES:
            counted = database.execute(f"SELECT count(*) FROM {table.name}").fetchone()  # noqa: S608
            assert counted == (len(list(table.rows(of))),)


def test_it_holds_what_the_tables_hold(database: sqlite3.Connection) -> None:
    for table in TABLES:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        rows = database.execute(f"SELECT {names} FROM {table.name}").fetchall()  # noqa: S608
        assert sorted(rows, key=repr) == sorted(
            (tuple(row) for row in table.rows(exported("rich"))),
            key=lambda row: repr(tuple(int(cell) if isinstance(cell, bool) else cell for cell in row)),
        )


def test_the_same_dossier_gives_the_same_bytes_whichever_sqlite_wrote_it() -> None:
    first, again = written(exported("rich")), written(published(load(folder())))
    assert first == again
    assert int.from_bytes(first[96:100], "big") == 3_037_000
    assert len(first) == int.from_bytes(first[16:18], "big") * int.from_bytes(first[28:32], "big")


@pytest.mark.parametrize("name", ["مُحَمَّد العوادي", "محمد", "العوادي", "muhamad", "Ada quill", "ada", "Adá"])
def test_a_name_is_found_in_each_script_with_and_without_its_signs(
    database: sqlite3.Connection, name: str
) -> None:
    assert "ada" in found(database, name)


def test_a_vowel_sign_ends_no_word(database: sqlite3.Connection) -> None:
    assert found(database, "م") == found(database, "د") == []


def test_words_are_found_without_case(database: sqlite3.Connection) -> None:
    assert found(database, "PARTLY closed") == ["guild-partly"]
    assert found(database, "no such words") == []


def test_a_contradiction_reads_with_the_words_of_both(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT first_words, second_words FROM contradictions_in_words WHERE claim='closed'"
    )
    assert rows.fetchall() == [("We closed the bridge […] at dawn.", "the bridge was open")]


def test_a_quotation_reads_with_its_source(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT exact, source_title FROM quotations_in_words WHERE statement = 'guild-open'"
    )
    assert rows.fetchall() == [("the bridge was open", "-The paper")]


def test_a_value_of_another_type_is_refused(database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        database.execute("UPDATE claims SET withdrawn = 2")
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        database.execute("UPDATE positions SET stance = 'agrees'")


def test_it_is_made_by_an_older_sqlite_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with closing(opened(written(exported("rich")))) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        made = [row[0] for row in database.execute("SELECT sql FROM sqlite_master WHERE sql NOTNULL")]
        assert not [one for one in made if "STRICT" in one]


def test_it_is_made_by_an_sqlite_that_cannot_index_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sqlite_file, "_INDEX", "CREATE VIRTUAL TABLE search_index USING fts_of_no_sqlite(words)"
    )
    with closing(opened(written(exported("rich")))) as database:
        assert database.execute("SELECT count(*) FROM search WHERE words LIKE '%partly%'").fetchone() == (1,)
        assert database.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_index'").fetchall() == []


def test_ties_to_other_tables_have_an_index(database: sqlite3.Connection) -> None:
    steps = database.execute("EXPLAIN QUERY PLAN SELECT * FROM quotations WHERE source = 'paper'").fetchall()
    assert "quotations_source" in steps[0][3]


def test_nothing_is_left_out_of_it_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = written(exported("rich"))
    monkeypatch.setattr(sqlite_file, "_PIECE", 1000)
    assert written(exported("rich")) == whole


def test_nothing_is_in_it_that_was_left_out_or_withdrawn() -> None:
    content = written(exported("rich"))
    assert HIDDEN.encode() not in content
    assert GONE.encode() not in content


def test_datasette_opens_it_and_finds_an_arabic_name(tmp_path: Path) -> None:
    datasette = pytest.importorskip("datasette.app")
    (tmp_path / "dossier.db").write_bytes(written(exported("arabic")))

    async def asked(path: str) -> dict[str, object]:
        site = datasette.Datasette([str(tmp_path / "dossier.db")])
        await site.invoke_startup()
        response = await site.client.get(path)
        assert response.status_code == 200
        answer: dict[str, object] = response.json()
        return answer

    def told(path: str) -> object:
        # In a thread of its own: one of a browser's tests may have left a loop in this one.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, asked(path)).result()["rows"]

    hits = told("/dossier/search.json?_search=ليلى+الراوي&_shape=objects&kind=actor")
    assert isinstance(hits, list)
    assert [hit["id"] for hit in hits] == ["layla-al-rawi"]
    assert told("/dossier/contradictions.json?_labels=on")
