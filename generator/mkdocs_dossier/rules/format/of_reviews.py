"""The rules of `reviews.csv`, which says who reviewed which record, and when."""

from mkdocs_dossier.dossier.reviewsfile import REVIEWS_PATH
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Example, Rule

_PLACES = """
    places:
      iraq: {name: Iraq, kind: country}
    """
_HASH = "821323090c6b65990e07febb1c862fadefcc41b8b7a18a33053e050f8c229ec5"


def _example(stamp: str, line: int = 0) -> Example:
    return Example(
        _PLACES, others={REVIEWS_PATH: f"record,by,on,hash\n{stamp}"}, path=REVIEWS_PATH, line=line
    )


_PASSING = _example(f"place/iraq,Jane Doe,2024-02-06,{_HASH}")

INVALID_REVIEW = Rule(
    "invalid-review",
    Level.ERROR,
    page="""
    A line of `reviews.csv` says who reviewed a record, and when.

    The first line of the file is `record,by,on,hash`. Each line after it has a record, the name of whoever
    read it (or nothing), a day, and the fingerprint of the record on that day. `dossier review --stamp`
    writes these lines. A line that cannot be read says nothing about any record.

    Mend what the message names, or remove the line and stamp the record again. A spreadsheet may have changed
    the day, or the commas.
    """,
    passing=_PASSING,
    failing=_example(f"place/iraq,Jane Doe,6/2/2024,{_HASH}", 2),
)

UNUSED_STAMP = Rule(
    "unused-stamp",
    Level.WARNING,
    page="""
    A line of `reviews.csv` is about a record of the dossier.

    The record was removed since, or its id was changed by hand: so nobody can tell what was reviewed. An id
    that `dossier rename` has changed is found by `redirects.csv`.

    Name the record as it is called today, or remove the line.
    """,
    passing=_PASSING,
    failing=_example(f"place/irak,Jane Doe,2024-02-06,{_HASH}", 2),
)
