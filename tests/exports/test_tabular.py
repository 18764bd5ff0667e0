"""The tables of a dossier: each row as its table says, and nothing in them that is not to go out."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

from mkdocs_dossier.exports.alltables import TABLES
from mkdocs_dossier.exports.searched import SEARCH
from mkdocs_dossier.exports.tabular import Column, Kind, Row, Table, date_cells, iso_day
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import SECTIONS, Section
from tests.exports.richdossier import GONE, HIDDEN, exported

TYPES = {Kind.TEXT: str, Kind.WHOLE: int, Kind.NUMBER: float, Kind.FLAG: bool, Kind.DAY: str}
BY_NAME = {table.name: table for table in TABLES}


ALL = pytest.mark.parametrize("of", ["seeds", "rich", "hostile", "synthetic"])


@cache
def rows(table: Table, of: str) -> tuple[Row, ...]:
    return tuple(table.rows(exported(of)))


def read(name: str, of: str = "rich") -> list[Mapping[str, object]]:
    """Read a table's rows, each by the names of its columns, without what is blank."""
    names = [column.name for column in BY_NAME[name].columns]
    return [
        {name: cell for name, cell in zip(names, row, strict=True) if cell is not None}
        for row in rows(BY_NAME[name], of)
    ]


def test_no_two_tables_and_no_two_columns_of_one_have_the_same_name() -> None:
    assert len(BY_NAME) == len(TABLES)
    for table in (*TABLES, SEARCH):
        assert len({column.name for column in table.columns}) == len(table.columns)


def test_what_a_table_names_is_there_and_a_row_is_found_by_it() -> None:
    for table in TABLES:
        for link in table.all_links:
            assert BY_NAME[link.table].key == link.named
            assert {*link.columns} <= {column.name for column in table.columns}


def test_the_rich_dossier_has_something_in_every_table() -> None:
    assert [table.name for table in TABLES if not rows(table, "rich")] == []


@ALL
@pytest.mark.parametrize("table", (*TABLES, SEARCH), ids=lambda table: table.name)
def test_each_cell_is_what_its_column_says(table: Table, of: str) -> None:
    for row in rows(table, of):
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or is_right(column, cell), (column.name, cell)


def is_right(column: Column, cell: object) -> bool:
    """Tell whether a value is of a column's kind, and one of its choices."""
    if column.kind is Kind.DAY:
        date.fromisoformat(str(cell))
    of_kind = isinstance(cell, TYPES[column.kind])
    is_number = column.kind in (Kind.WHOLE, Kind.NUMBER)
    return of_kind and not (is_number and cell is True) and (not column.choices or cell in column.choices)


@ALL
@pytest.mark.parametrize("table", (*TABLES, SEARCH), ids=lambda table: table.name)
def test_a_key_is_whole_and_of_one_row(table: Table, of: str) -> None:
    keys = [row[: table.keys] for row in rows(table, of)]
    assert None not in {cell for key in keys for cell in key}
    assert len({*keys}) == len(keys)


@ALL
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_that_is_named_is_there(table: Table, of: str) -> None:
    places = {column.name: place for place, column in enumerate(table.columns)}
    for link in table.all_links:
        named = {row[: len(link.columns)] for row in rows(BY_NAME[link.table], of)}
        told = {tuple(row[places[name]] for name in link.columns) for row in rows(table, of)}
        assert {one for one in told if None not in one} <= named, link


@ALL
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_has_a_row_for_each_record_by_id(section: Section, of: str) -> None:
    found = exported(of)
    keys = [str(row[0]) for row in rows(BY_NAME[section], of)]
    gone = {ref.id for ref in found.dossier.gone if ref.section == section}
    assert keys == sorted({*found.dossier.section(section), *gone})


def test_of_a_withdrawn_record_there_is_its_id_alone() -> None:
    for section, key in (("sources", "taken"), ("actors", "left"), ("claims", "dropped")):
        found = [one for one in read(section) if one["id"] == key]
        assert found == [{"id": key, "withdrawn": True}]
    said = [one for one in read("statements") if one["id"] == "withdrawn-words"]
    assert said == [{"id": "withdrawn-words", "withdrawn": True}]


def test_nothing_goes_out_that_was_left_out_or_withdrawn() -> None:
    for table in (*TABLES, SEARCH):
        cells = [str(cell) for row in rows(table, "rich") for cell in row]
        assert not [cell for cell in cells if HIDDEN in cell or GONE in cell], table.name


def test_parts_of_words_with_something_left_out_are_named_by_the_whole() -> None:
    found = [one for one in read("quotations") if one.get("statement") == "mayor-closed"]
    whole, first, second = found[:3]
    assert whole["exact"] == "We closed the bridge […] at dawn."
    assert (
        [first["part_of"], second["part_of"]] == [whole["id"]] * 2 == ["statement/mayor-closed/quote/0"] * 2
    )
    assert [first["exact"], second["exact"]] == ["We closed the bridge", "at dawn."]


def test_what_follows_is_told_apart_from_what_is_said() -> None:
    found = {one["claim"]: one for one in read("positions") if one["statement"] == "mayor-closed"}
    assert "through" not in found["closed"]
    assert (found["not-open"]["stance"], found["not-open"]["through"]) == ("asserts", "closed")


def test_a_report_has_its_translation_and_from_whom_it_is_known() -> None:
    first, second = (one for one in read("reports") if one["statement"] == "mayor-closed")
    assert (first["tier"], first["origin_actor"]) == ("elided", "wire")
    assert second["translation"] == "We closed the bridge"
    assert (second["via"], second["translated_by"]) == ("wire", "dossier")


def test_a_figure_has_the_bounds_that_it_leaves() -> None:
    about, least = read("figures")
    assert (about["low"], about["high"], about["about"]) == (22.5, 37.5, True)
    assert (least["low"], least.get("high"), least["about"]) == (50.0, None, False)


def test_where_a_claim_stands_is_counted() -> None:
    found = next(one for one in read("labels") if one["claim"] == "closed")
    assert (found["label"], found["asserting"], found["denying"]) == ("contested", 1, 1)


@pytest.mark.parametrize(
    ("written", "cells"),
    [
        ("2024-02-05", ("2024-02-05", "2024-02-05", "2024-02-05")),
        ("2024-02~", ("2024-02~", "2024-02-01", "2024-02-29")),
        ("2024-02/..", ("2024-02/..", "2024-02-01", None)),
        ("0000", ("0000", None, None)),
        ("-0044-03-15/0001-01-01", ("-0044-03-15/0001-01-01", None, "0001-01-01")),
        ("Y17000", ("Y17000", None, None)),
        ("9999", ("9999", "9999-01-01", "9999-12-31")),
    ],
)
def test_a_date_has_the_days_that_it_may_mean(written: str, cells: tuple[object, ...]) -> None:
    assert date_cells(EdtfDate.parse(written)) == cells


def test_no_date_has_no_days() -> None:
    assert date_cells(None) == (None, None, None)
    assert iso_day(None) is None


def test_a_name_is_searched_in_other_scripts_and_without_vowel_signs() -> None:
    found = next(row for row in rows(SEARCH, "rich") if row[2] == "ada")
    assert "مُحَمَّد العوادي" in str(found[4]).split("\n")
    assert "محمد العوادي" in str(found[6]).split("\n")
