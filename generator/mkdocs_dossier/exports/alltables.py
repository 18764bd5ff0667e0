"""The tables of a dossier, which the exports as CSV and as SQLite share."""

from mkdocs_dossier.exports.findingtables import FINDING_TABLES
from mkdocs_dossier.exports.recordtables import SECTION_TABLES, SETTINGS
from mkdocs_dossier.exports.tabular import Table
from mkdocs_dossier.exports.tietables import TIE_TABLES

TABLES: tuple[Table, ...] = (SETTINGS, *SECTION_TABLES, *TIE_TABLES, *FINDING_TABLES)
"""All tables, in an order for readers; ties may lead to tables that come later."""
