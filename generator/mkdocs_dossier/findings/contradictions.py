"""Contradictions: pairs of statements on one claim that do not go together, and between whom they are."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_dossier.findings.found import Kind, Opposition, Positions
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.values.dates import Day

Pair = tuple[Stance, Stance]

Between = Callable[[str, str], tuple[Kind, str | None]]
"""A function of the ids of two statements: between whom they stand, and the lowest actor both speak for."""

Days = Mapping[str, Day | None]
"""A day for each of some statements, by id; None where it is not known to the day."""


@dataclass(frozen=True)
class Compared:
    """What it takes to pair statements: between whom two stand, when they were made, and what was taken back.

    `said` are the days on which statements were made; `fallen` holds, by claim, those that were taken back on
    it, with the day of that.
    """

    between: Between
    said: Days
    fallen: Mapping[str, Days]


CONTRADICTING: tuple[Pair, ...] = ((Stance.ASSERTS, Stance.DENIES),)
"""The stances that contradict one another."""

IN_TENSION: tuple[Pair, ...] = ((Stance.QUALIFIES, Stance.ASSERTS), (Stance.QUALIFIES, Stance.DENIES))
"""The stances of which one says with a restriction what the other says without."""


def oppositions(claim: str, taken: Positions, pair: Pair, compared: Compared) -> Iterator[Opposition]:
    """Pair the statements of one stance with those of another; the earlier one stands first in each pair.

    `taken` maps the ids of the claim's statements, in their order, to the position of each. What was said on
    a later day than another was taken back is not set against it.
    """
    keys = list(taken)
    places = {stance: [at for at, key in enumerate(keys) if taken[key].stance == stance] for stance in pair}
    for at, first in enumerate(keys):
        if taken[first].stance in pair:
            # `pair` has two places: a comparison that is true picks the second.
            others = places[pair[taken[first].stance == pair[0]]]
            # Only those after it, so that each pair comes once.
            for place in others[bisect_right(others, at) :]:
                second = keys[place]
                if not (_is_over(claim, first, second, compared) or _is_over(claim, second, first, compared)):
                    yield _opposition(claim, taken, (first, second), compared)


def _is_over(claim: str, one: str, other: str, compared: Compared) -> bool:
    """Tell whether a statement was taken back on a day before that on which the other was made."""
    end, start = compared.fallen.get(claim, {}).get(one), compared.said.get(other)
    return end is not None and start is not None and start > end


def _opposition(claim: str, taken: Positions, keys: tuple[str, str], compared: Compared) -> Opposition:
    first, second = keys
    kind, within = compared.between(first, second)
    withdrawn = tuple(key for key in keys if key in compared.fallen.get(claim, {}))
    return Opposition(
        claim, kind, within, withdrawn, first, second, (taken[first].through, taken[second].through)
    )
