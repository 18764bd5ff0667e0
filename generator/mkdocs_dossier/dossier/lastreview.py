"""When a record was last reviewed, and by whom."""

from dataclasses import dataclass

from mkdocs_dossier.values.dates import EdtfDate


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The last review of a record: by whom ("" where that is not said), on what day, and what came after.

    `is_changed` says that the record is another today than what was reviewed.
    """

    by: str
    on: EdtfDate
    is_changed: bool
