"""The tables as CSV: read back as they were, described rightly, and never run by a spreadsheet."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_dossier.exports.alltables import TABLES
from mkdocs_dossier.exports.csv_package import CSV
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.tabular import Cell, Column, Kind, Row, Table
from mkdocs_dossier.loading import load
from tests.exports.richdossier import GONE, HIDDEN, exported, folder, published, rich
from tests.support import sound

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = {table.name: table.columns for table in TABLES}


def written(found: Published) -> dict[str, bytes]:
    """Write the package, by the names of its files."""
    return {name: b"".join(write(found)) for name, write in CSV.files.items()}


def described(found: Published) -> dict[str, Any]:
    description: dict[str, Any] = json.loads(b"".join(CSV.write(found)))
    return description


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))


def untouched(text: str) -> str:
    """Take off the apostrophe that stands before what a spreadsheet would run, as the description says."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA) else text


@pytest.mark.parametrize("which", ["seeds", "rich", "hostile"])
def test_the_package_is_valid_to_another_program(tmp_path: Path, which: str) -> None:
    frictionless = pytest.importorskip("frictionless")
    for name, content in written(exported(which)).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "csv" / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "note"])[:5]
    assert report.stats["tasks"] == len(TABLES)


@pytest.mark.parametrize("name", [name for name in CSV.files if name.endswith(".csv")])
def test_each_table_reads_as_it_was(name: str) -> None:
    found = exported("rich")
    table = next(one for one in TABLES if name == f"csv/{one.name}.csv")
    head, *rows = read(b"".join(CSV.files[name](found)))
    assert head == [column.name for column in table.columns]
    expected = [[plain(cell) for cell in row] for row in table.rows(found)]
    assert [[untouched(cell) for cell in row] for row in rows] == expected


def plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:.17g}" if isinstance(cell, float) else str(cell)


def test_lines_end_as_the_standard_says() -> None:
    content = b"".join(CSV.files["csv/actors.csv"](exported("rich")))
    assert content.endswith(b"\r\n")
    assert re.findall(rb"(?<!\r)\n", content) == []


def of_cell(text: str) -> bytes:
    """Write a table of one row: a key, and a text."""

    def rows(_: Published) -> Iterator[Row]:
        yield "key", text

    table = Table("t", "T.", 1, (Column("id", "I."), Column("text", "T.", Kind.TEXT)), rows)
    write = next(iter(CSV.more.values()))
    return b"".join(write.func(exported("rich"), table))  # type: ignore[attr-defined]


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
@example("=cmd|' /C calc'!A0")
@example("'=1+1")
@example("''@a")
@example("'Twas")
@example("\r\n=1")
@example('"=1')
def test_no_text_is_a_formula_and_each_can_be_had_back(text: str) -> None:
    _, (_, cell) = read(of_cell(text))
    assert not cell.startswith(FORMULA)
    assert untouched(cell) == text


def test_numbers_below_zero_stay_numbers() -> None:
    head, *rows = read(b"".join(CSV.files["csv/places.csv"](exported("rich"))))
    county = dict(zip(head, rows[0], strict=True))
    assert (county["lat"], county["lon"]) == ("-33.5", "-44")
    assert rows[0][head.index("withdrawn")] == "false"


def test_the_description_names_each_file_with_its_types_and_ties() -> None:
    resources = {one["name"]: one for one in described(exported("rich"))["resources"]}
    assert {f"csv/{one['path']}" for one in resources.values()} == CSV.more.keys()
    statements = resources["statements"]["schema"]
    assert statements["primaryKey"] == ["id"]
    assert {"fields": ["corrects"], "reference": {"resource": "", "fields": ["id"]}} in statements[
        "foreignKeys"
    ]
    pairs = resources["figure_pairs"]["schema"]["foreignKeys"]
    assert {tuple(one["fields"]) for one in pairs} == {("event",), ("event", "first"), ("event", "second")}


@pytest.mark.parametrize(
    ("licence", "name"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"),
        ("CC0 1.0", "CC0-1.0"),
        ("All rights reserved", None),
    ],
)
def test_a_licence_is_that_of_the_dossiers_own_words(licence: str, name: str | None) -> None:
    found = described(
        published(sound({"dossier.yaml": f"title: T\nlicence: {licence}\n", "records.yaml": ""}))
    )
    assert f"Licence: {licence} (the dossier’s own words, not what it quotes)." in found["description"]
    assert [one["name"] for one in found.get("licenses", ())] == ([name] if name else [])


def test_what_nobody_said_is_not_in_the_description() -> None:
    found = described(published(sound({"dossier.yaml": "title: T\n", "records.yaml": ""})))
    assert found.keys().isdisjoint({"licenses", "contributors", "homepage"})
    assert described(published(rich(), "https://example.org/"))["homepage"] == "https://example.org/"


def test_nothing_goes_out_that_was_left_out_or_withdrawn() -> None:
    content = b"".join(written(exported("rich")).values()).decode()
    assert HIDDEN not in content
    assert GONE not in content


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert written(exported("rich")) == written(published(load(folder())))
