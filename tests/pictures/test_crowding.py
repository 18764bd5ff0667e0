"""Marks of a map that would crowd one another."""

from itertools import combinations
from math import hypot
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pictures.map.crowding import Crowding

RATIO, WIDE, APART = 1.6, 280.0, 24.0
Given = tuple[float, float, float]

_percent = st.floats(0, 100).map(lambda number: round(number, 3))
marks = st.lists(st.tuples(_percent, _percent, st.sampled_from([12.0, 26.0])), max_size=40)


def ring(number: int) -> float:
    return 22.0 + len(str(number))


def crowds(given: list[Given], most: int = 1000) -> list[tuple[list[int], float, float, float]]:
    found = Crowding(RATIO, WIDE, APART, ring).crowds(given, most)
    return [(sorted(one.members), one.x, one.y, one.size) for one in found]


def spread(count: int) -> list[Given]:
    random = Random(1)  # noqa: S311 - not for secrets
    return [(random.uniform(0, 100), random.uniform(0, 100), 12.0) for _ in range(count)]


@given(marks)
def test_every_mark_is_in_one_crowd_and_no_two_crowds_are_too_near(given: list[Given]) -> None:
    found = crowds(given)
    assert sorted(index for members, *_ in found for index in members) == list(range(len(given)))
    for (_, x1, y1, size1), (_, x2, y2, size2) in combinations(found, 2):
        apart = hypot(x1 - x2, (y1 - y2) / RATIO) * WIDE / 100
        assert apart >= max(APART, (size1 + size2) / 2 + 2)


@given(marks)
def test_a_crowd_stands_in_the_middle_of_its_marks(given: list[Given]) -> None:
    for members, x, y, _ in crowds(given):
        assert x == pytest.approx(sum(given[one][0] for one in members) / len(members), abs=1e-6)
        assert y == pytest.approx(sum(given[one][1] for one in members) / len(members), abs=1e-6)


def test_where_there_are_too_many_marks_more_of_them_are_put_together() -> None:
    given = [(x * 9.0, y * 15.0, 12.0) for x in range(11) for y in range(6)]
    assert len(crowds(given)) == 66
    assert len(crowds(given, 40)) <= 40
    assert len(crowds(given, 1)) == 1


def test_to_find_crowds_takes_as_many_looks_as_there_are_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0

    def counted(*sides: float) -> float:
        nonlocal looks
        looks += 1
        return hypot(*sides)

    monkeypatch.setattr("mkdocs_dossier.pictures.map.crowding.hypot", counted)
    counts = []
    for number in (1000, 2000):
        looks = 0
        crowds(spread(number))
        counts.append(looks)
    assert counts[1] < 2.5 * counts[0]
