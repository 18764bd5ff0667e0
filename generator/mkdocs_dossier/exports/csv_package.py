"""All tables as CSV (RFC 4180), with a description of them: a Data Package, version 2.

The description follows https://datapackage.org/standard/data-package/ and the Table Schema beside it. By it,
other programs know the type of each column, and which rows a row names. A text that a spreadsheet would take
for a formula gets an apostrophe before it.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from mkdocs_dossier.exports.alltables import TABLES
from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.tabular import Cell, Column, Kind, Table
from mkdocs_dossier.text.messages import mark

Json = dict[str, Any]

_FOLDER = "csv"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
_ABOUT = (
    "All records, and what is derived from them: a table a file. Dates are in EDTF (ISO 8601-2), with the "
    "first and the last day that they may mean beside them. A text that begins with =, +, -, @, a tab or a "
    "line break has an apostrophe before it, so that no spreadsheet runs it as a formula: take it off where "
    "you read the texts with a program."
)
# With apostrophes before it, so that whoever takes one off has the text as it was. The wide forms of these
# signs are formulas to some spreadsheets too.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


_COMMONS = re.compile(r"(CC0|CC)[ -](?:(BY(?:-NC)?(?:-SA|-ND)?)[ -])?([1-4]\.0)")


def _describe(published: Published) -> Iterator[bytes]:
    settings = published.dossier.settings
    package: Json = {
        "$schema": _PROFILE,
        "name": "dossier",
        "title": settings.title,
        "description": _ABOUT,
        "resources": [_resource(table) for table in TABLES],
    }
    if published.address:
        package["homepage"] = published.address
    if settings.licence:
        package |= _licensed(settings.licence)
    if settings.editors:
        package["contributors"] = [{"title": name, "roles": ["editor"]} for name in settings.editors]
    yield f"{json.dumps(package, ensure_ascii=False, indent=2, sort_keys=True)}\n".encode()


def _licensed(licence: str) -> Json:
    """Say which licence the dossier's own words have; one of Creative Commons also by its name in SPDX."""
    told = f"{licence} (the dossier’s own words, not what it quotes)"
    found: Json = {"description": f"{_ABOUT} Licence: {told}."}
    if name := _COMMONS.fullmatch(licence):
        found["licenses"] = [{"name": "-".join(filter(None, name.groups())), "title": told}]
    return found


def _resource(table: Table) -> Json:
    return {
        "$schema": _RESOURCE,
        "name": table.name,
        "path": f"{table.name}.csv",
        "type": "table",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "$schema": _SCHEMA,
            "fields": [_field(column, is_key=column.name in table.key) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(link.columns),
                    # An empty name stands for the table itself.
                    "reference": {
                        "resource": "" if link.table == table.name else link.table,
                        "fields": list(link.named),
                    },
                }
                for link in table.all_links
            ],
            "missingValues": [""],
        },
    }


def _field(column: Column, *, is_key: bool) -> Json:
    constraints: Json = {"required": True} if is_key else {}
    if column.choices:
        constraints["enum"] = list(map(str, column.choices))
    field: Json = {"name": column.name, "type": column.kind, "description": column.about}
    return field | ({"constraints": constraints} if constraints else {})


class _Line:
    """What the writer of CSV writes to: it hands back each line, so that none is kept."""

    def write(self, line: str) -> str:
        return line


def _lines(published: Published, table: Table) -> Iterator[bytes]:
    # Its own type is that of a file, of which nobody uses what `write` returns.
    line: Callable[[list[str]], Any] = csv.writer(_Line()).writerow
    yield line([column.name for column in table.columns]).encode()
    texts = [column.kind is Kind.TEXT for column in table.columns]
    for row in table.rows(published):
        cells = [_text(cell) if is_text else _plain(cell) for cell, is_text in zip(row, texts, strict=True)]
        yield line(cells).encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    written = str(cell)
    return f"'{written}" if _FORMULA.match(written) else written


def _plain(cell: Cell) -> str:
    """Write a value that is no text, as the Table Schema does."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _writer(table: Table) -> Callable[[Published], Iterator[bytes]]:
    return partial(_lines, table=table)


CSV = Export(
    f"{_FOLDER}/datapackage.json",
    mark("All tables as CSV, for spreadsheets and statistics; this file describes them."),
    _describe,
    "csv",
    {f"{_FOLDER}/{table.name}.csv": _writer(table) for table in TABLES},
)
