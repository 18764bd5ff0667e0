"""Positions: which statements take which stance on a claim, in the order in which they were made."""

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Claim
from mkdocs_dossier.model.vocabulary import Reverse, Stance

_MOST_CORRECTIONS = 100
"""How far a chain of corrections is followed: it is done for each statement, and no real one is longer."""


def statement_order(dossier: Dossier, key: str) -> tuple[object, ...]:
    """Return the sort key of a statement: by date, those without one last; by what it corrects; by id."""
    date = dossier.date_of(dossier.statements[key])
    return (date is None, date.sort_key if date else (), _corrections(dossier, key), key)


def _corrections(dossier: Dossier, key: str) -> int:
    """Count the statements that one takes back, and these in turn: of one day, it came after all of them."""
    seen = {key}
    corrected = dossier.statements[key].corrects
    while corrected and corrected in dossier.statements and corrected not in seen:
        if len(seen) == _MOST_CORRECTIONS:
            break
        seen.add(corrected)
        corrected = dossier.statements[corrected].corrects
    return len(seen) - 1


def positions_on(dossier: Dossier, claim: Claim) -> dict[str, Stance]:
    """Return the stance of each statement that takes a position on a claim, by id, the earliest first."""
    keys = dossier.naming("claims", claim.id, Reverse.STATEMENTS)
    ordered = sorted(keys, key=lambda key: statement_order(dossier, key))
    return {key: dossier.statements[key].positions[claim.id] for key in ordered}
