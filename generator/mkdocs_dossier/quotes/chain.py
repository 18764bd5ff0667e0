"""Setting fragments in their order: which occurrence of each, so that they follow one another."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_dossier.quotes.hits import Hit


class Chain(NamedTuple):
    """One occurrence of each fragment, in order and without overlap, from the last one back."""

    score: int
    start: int
    hit: Hit
    before: "Chain | None"

    def hits(self) -> tuple[Hit, ...]:
        """Give the occurrences in the order of the text."""
        hits: list[Hit] = []
        chain: Chain | None = self
        while chain:
            hits.append(chain.hit)
            chain = chain.before
        return tuple(reversed(hits))


def chains(layers: Sequence[Sequence[Hit]], weigh: Callable[[Hit], int]) -> list[Chain]:
    """Find, for each occurrence of the last fragment, the best way to it through all the others.

    Best is the highest sum of weights, then the latest start: the tightest. `layers` holds the occurrences
    of each fragment. The work grows with the number of occurrences, not with that of their combinations.
    """
    reached: list[Chain] | None = None
    for hits in layers:
        reached = list(_extended(reached, hits, weigh))
    return reached or []


def _extended(
    reached: list[Chain] | None, hits: Sequence[Hit], weigh: Callable[[Hit], int]
) -> Iterator[Chain]:
    """Extend the chains so far by each occurrence of the next fragment that stands after one of them."""
    if reached is None:
        yield from (Chain(weigh(hit), hit.start, hit, None) for hit in hits)
        return
    by_end = sorted(reached, key=lambda chain: chain.hit.end)
    ends = [chain.hit.end for chain in by_end]
    best: list[Chain] = []
    for chain in by_end:
        best.append(max(best[-1], chain, key=_rank) if best else chain)
    for hit in hits:
        index = bisect_right(ends, hit.start) - 1
        if index >= 0:
            before = best[index]
            yield Chain(before.score + weigh(hit), before.start, hit, before)


def _rank(chain: Chain) -> tuple[int, int, int]:
    return chain.score, chain.start, chain.hit.start
