"""Numbers up a picture: round ticks, their names, and how high each number stands."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.time.numberscale import NumberScale
from mkdocs_dossier.words import Words
from tests.pictures.drawn import ARABIC, ENGLISH


def scale(largest: str) -> NumberScale:
    return NumberScale(Decimal(largest), top=100, bottom=300)


@pytest.mark.parametrize(
    ("largest", "expected"),
    [
        ("0", ["0", "1"]),
        ("1", ["0", "1"]),
        ("3", ["0", "1", "2", "3"]),
        ("9", ["0", "2", "4", "6", "8", "10"]),
        ("10", ["0", "2", "4", "6", "8", "10"]),
        ("11", ["0", "5", "10", "15"]),
        ("166", ["0", "50", "100", "150", "200"]),
        ("9999", ["0", "2,000", "4,000", "6,000", "8,000", "10,000"]),
        ("1500000", ["0", "500K", "1M", "1.5M"]),
        ("999999999999999", ["0", "200T", "400T", "600T", "800T", "1000T"]),
        ("0.5", ["0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
        ("0.000001", ["0", "0.000001"]),
    ],
)
def test_a_few_round_numbers_are_named(largest: str, expected: list[str]) -> None:
    assert scale(largest).labels(ENGLISH) == expected


def test_numbers_are_named_as_the_language_does() -> None:
    assert scale("1500000").labels(Words("de"))[1:] == ["500000", "1\u00a0Mio.", "1,5\u00a0Mio."]
    assert scale("1500000").labels(ARABIC)[-1] == "1.5\u00a0مليون"


@given(st.decimals(0, 10**15, places=6))
def test_every_number_up_to_the_largest_stands_between_nothing_and_the_last_tick(largest: Decimal) -> None:
    found = NumberScale(largest, top=100, bottom=300)
    assert 2 <= len(found.ticks) <= 6
    assert found.ticks[0] == 0
    assert found.ticks[-1] >= largest
    assert found.at(found.ticks[0]) == 300
    assert found.at(found.ticks[-1]) == 100
    assert 100 <= found.at(largest) <= 300
    names = found.labels(ENGLISH)
    assert len(set(names)) == len(names)
    assert max(map(ample, names)) + 9 == found.room(ENGLISH) < 80


def test_an_even_scale_has_twice_the_number_twice_as_high() -> None:
    found = scale("200")
    assert 300 - found.at(Decimal(100)) == 2 * (300 - found.at(Decimal(50))) == 100
