"""Positions: which statements take which stance on a claim, in the order in which they were made."""

from collections.abc import Mapping

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Position, Positions

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


def positions_by_claim(
    dossier: Dossier, implied: Mapping[str, Positions], order: Mapping[str, int]
) -> dict[str, dict[str, Position]]:
    """Return the positions on each claim, own and implied, by the id of the statement, the earliest first.

    `order` puts the ids of statements in the order in which they were made.
    """
    found: dict[str, dict[str, Position]] = {key: {} for key in dossier.claims}
    for key in sorted(dossier.statements, key=order.__getitem__):
        taken = {claim: Position(stance) for claim, stance in dossier.statements[key].positions.items()}
        # An own answer that is no position gives way to one that follows from others.
        for claim, position in (taken | dict(implied.get(key, {}))).items():
            if claim in found:
                found[claim][key] = position
    return found
