"""Setting fragments in their order, by the places where each stands."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.quotes.search import Hit, Tier, chains


def hit(start: int, end: int) -> Hit:
    return Hit(start, end, ((start, end),), Tier.EXACT)


def spans(layers: list[list[Hit]]) -> list[list[tuple[int, int]]]:
    return [[(one.start, one.end) for one in chain.hits()] for chain in chains(layers, lambda _: 0)]


@pytest.mark.parametrize(("start", "follows"), [(1, False), (2, True), (3, True)])
def test_a_fragment_may_begin_where_the_one_before_ends_and_no_earlier(start: int, follows: bool) -> None:
    assert spans([[hit(0, 2)], [hit(start, 5)]]) == ([[(0, 2), (start, 5)]] if follows else [])


def test_of_ways_of_the_same_weight_the_tightest_is_taken() -> None:
    assert spans([[hit(0, 1), hit(4, 5)], [hit(1, 2), hit(5, 6)], [hit(8, 9)]]) == [[(4, 5), (5, 6), (8, 9)]]


def test_without_fragments_there_is_no_way() -> None:
    assert spans([]) == spans([[]]) == spans([[hit(0, 1)], []]) == []


hits = st.builds(lambda start, length: hit(start, start + length), st.integers(0, 9), st.integers(1, 3))


@given(st.lists(st.lists(hits, max_size=4, unique=True), min_size=1, max_size=3), st.data())
def test_the_best_way_is_that_of_a_look_at_all(layers: list[list[Hit]], data: st.DataObject) -> None:
    weights = {one: data.draw(st.integers(0, 3)) for layer in layers for one in layer}
    ways = [way for way in product(*layers) if all(one.end <= other.start for one, other in pairwise(way))]
    best = {
        last: max((sum(map(weights.__getitem__, way)), way[0].start) for way in ways if way[-1] == last)
        for last in {way[-1] for way in ways}
    }
    found = chains(layers, weights.__getitem__)
    assert {chain.hit: (chain.score, chain.start) for chain in found} == best
    assert all(sum(map(weights.__getitem__, chain.hits())) == chain.score for chain in found)
    assert all(one.end <= other.start for chain in found for one, other in pairwise(chain.hits()))
