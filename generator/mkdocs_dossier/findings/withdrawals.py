"""Withdrawals: what a side took back of its own statements, on which claims, and by which statement."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Own, Positions, Withdrawal
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.values.dates import Day

Voices = Mapping[str, tuple[str, ...]]
"""The actors that a statement speaks for, by its id."""

LedTo = Callable[[Own], Container[str]]
"""A function of positions: the claims on which others follow from them, and their own."""


def withdrawals(
    dossier: Dossier,
    voices: Voices,
    implied: Mapping[str, Positions],
    led_to: LedTo,
    order: Mapping[str, int],
) -> Iterator[tuple[str, Withdrawal]]:
    """List the statements that their own side took back, with what of them, in the order of their ids.

    Only a statement that shares a voice with another takes it back; one that is itself taken back later
    revives nothing. `implied` are the positions that follow from each statement's own, by `led_to`; `order`
    puts statements in the order in which they were made.
    """
    for key, statement in dossier.statements.items():
        correctors = sorted(_correctors(dossier, voices, key), key=order.__getitem__)
        if correctors:
            taken = {other: _claims(dossier, implied, other) for other in correctors}
            fallen = _fallen(statement.positions, implied.get(key, {}), led_to, taken)
            yield key, Withdrawal(correctors[0], {claim: tuple(fallen[claim]) for claim in sorted(fallen)})


def fallen_by_claim(
    dossier: Dossier, withdrawn: Mapping[str, Withdrawal]
) -> dict[str, dict[str, Day | None]]:
    """Return the statements that were taken back on each claim, each with the day of that if it is known."""
    found: dict[str, dict[str, Day | None]] = {key: {} for key in dossier.claims}
    for key, withdrawal in withdrawn.items():
        for claim, correctors in withdrawal.claims.items():
            days = (day_said(dossier, other) for other in correctors)
            found.setdefault(claim, {})[key] = min((day for day in days if day), default=None)
    return found


def day_said(dossier: Dossier, key: str) -> Day | None:
    """Return the day on which a statement was made, if it is known to the day."""
    said = dossier.statements[key].said
    return said.earliest if said and said.is_day else None


def _correctors(dossier: Dossier, voices: Voices, key: str) -> Iterator[str]:
    """List the statements of the same side that correct one."""
    own = set(voices[key])
    for other in dossier.naming("statements", key, Reverse.CORRECTED_BY):
        if other != key and other in voices and not own.isdisjoint(voices[other]):
            yield other


def _claims(dossier: Dossier, implied: Mapping[str, Positions], key: str) -> frozenset[str]:
    """Return the claims on which a statement takes a position, own or implied."""
    own = (claim for claim, stance in dossier.statements[key].positions.items() if stance.is_position)
    return frozenset([*own, *implied.get(key, ())])


def _fallen(
    own: Own, implied: Positions, led_to: LedTo, taken: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """Return the claims on which a statement was taken back, each with those by which it was.

    `taken` are the claims of the statements that correct it, in their order; those without any correct all.
    An implied position falls with its own claim, and with all the positions that led to it.
    """
    fallen: dict[str, list[str]] = {}
    standing = {claim: stance for claim, stance in own.items() if stance.is_position}
    held = (*standing, *implied)
    for other, claims in taken.items():
        named = set(claims) or set(held)
        standing = {claim: stance for claim, stance in standing.items() if claim not in named}
        reached = led_to(standing)
        for claim in held:
            loses_all = claim in implied and claim not in reached and claim not in fallen
            if claim in named or loses_all:
                fallen.setdefault(claim, []).append(other)
    return fallen
