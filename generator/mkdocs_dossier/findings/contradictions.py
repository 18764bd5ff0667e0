"""Contradictions: pairs of statements on one claim that do not go together, and between whom they are."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Kind, Opposition
from mkdocs_dossier.model.vocabulary import Stance

Pair = tuple[Stance, Stance]

Between = Callable[[str, str], tuple[Kind, str | None]]
"""A function of the ids of two statements: between whom they stand, and the lowest actor both speak for."""

CONTRADICTING: tuple[Pair, ...] = ((Stance.ASSERTS, Stance.DENIES),)
"""The stances that contradict one another."""

IN_TENSION: tuple[Pair, ...] = ((Stance.QUALIFIES, Stance.ASSERTS), (Stance.QUALIFIES, Stance.DENIES))
"""The stances of which one says with a restriction what the other says without."""


def oppositions(
    dossier: Dossier, claim: str, taken: Mapping[str, Stance], pair: Pair, between: Between
) -> Iterator[Opposition]:
    """Pair the statements of one stance with those of another; the earlier one stands first in each pair.

    `taken` maps the ids of the claim's statements, in their order, to the stance of each.
    """
    keys = list(taken)
    places = {stance: [at for at, key in enumerate(keys) if taken[key] == stance] for stance in pair}
    for at, first in enumerate(keys):
        if taken[first] in pair:
            # `pair` has two places: a comparison that is true picks the second.
            others = places[pair[taken[first] == pair[0]]]
            # Only those after it, so that each pair comes once.
            for place in others[bisect_right(others, at) :]:
                second = keys[place]
                kind, within = between(first, second)
                withdrawn = _taken_back(dossier, first, second)
                yield Opposition(claim, kind, within, withdrawn, first, second)


def _taken_back(dossier: Dossier, first: str, second: str) -> str | None:
    """Return which of two statements the other one takes back, if it does."""
    if dossier.statements[second].corrects == first:
        return first
    return second if dossier.statements[first].corrects == second else None
