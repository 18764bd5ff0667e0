"""Positions: which statements take which stance on a claim, in the order in which they were made."""

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Claim
from mkdocs_dossier.model.vocabulary import Reverse, Stance

_MOST_CORRECTIONS = 100


def statement_order(dossier: Dossier, key: str) -> tuple[object, ...]:
    """Give what statements are ordered by: their date, if they have one; what they correct; their id."""
    date = dossier.date_of(dossier.statements[key])
    return (date is None, date.sort_key if date else (), _corrections(dossier, key), key)


def _corrections(dossier: Dossier, key: str) -> int:
    """Count how many statements one takes back, and these in turn: on one day it came after them."""
    seen = {key}
    corrected = dossier.statements[key].corrects
    while corrected and corrected in dossier.statements and corrected not in seen:
        if len(seen) == _MOST_CORRECTIONS:
            break
        seen.add(corrected)
        corrected = dossier.statements[corrected].corrects
    return len(seen) - 1


def positions_on(dossier: Dossier, claim: Claim) -> dict[str, Stance]:
    """Map the statements that take a position on a claim, in their order, to the stance."""
    keys = dossier.naming("claims", claim.id, Reverse.STATEMENTS)
    ordered = sorted(keys, key=lambda key: statement_order(dossier, key))
    return {key: dossier.statements[key].positions[claim.id] for key in ordered}
