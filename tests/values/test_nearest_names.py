"""The nearest name to one that is wrong: what counts as near, among few and among very many."""

from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.values.ids import slugged
from mkdocs_dossier.values.nearestnames import Suggestions, nearest
from tests.thorough import times

NAMES = st.text("abcd", min_size=1, max_size=9)


def likeness(name: str, other: str) -> float:
    return SequenceMatcher(None, other, name).ratio()


@given(NAMES, st.lists(NAMES, max_size=40))
def test_of_few_names_the_most_alike_is_found_wherever_one_is_alike_enough(
    name: str, candidates: list[str]
) -> None:
    best = max((likeness(name, one) for one in candidates), default=0.0)
    found = nearest(name, candidates)
    if found is None:
        assert best <= 0.6
    else:
        assert likeness(name, found) == best >= 0.6


@pytest.mark.parametrize(
    ("name", "candidate", "found"),
    [
        ("abcdefg", "abc", True),  # 2 · 3 of 10 letters: 0.6
        ("abcdefgh", "abc", False),
        ("abc", "abcdefgh", False),
        ("abc", "abcdef", True),
        ("x" * 150, "x" * 100, True),
        ("x" * 100 + "y" * 100, "x" * 100, True),
    ],
)
def test_a_name_is_near_where_six_of_ten_letters_are_common(name: str, candidate: str, found: bool) -> None:
    assert nearest(name, [candidate]) == (candidate if found else None)


@settings(max_examples=times(40, 15))
@given(st.randoms(use_true_random=False))
def test_among_very_many_the_answer_is_that_of_a_plain_loop(chance: Random) -> None:
    held_to_a_plain_loop(chance)


def test_so_it_is_of_two_hundred_sets() -> None:
    for seed in range(200):
        held_to_a_plain_loop(Random(seed))  # noqa: S311 - not for secrets


def test_a_name_longer_than_any_that_could_be_near_is_passed_over() -> None:
    assert nearest("baghdad", ["b" * 300, "bagdad", "x" * 100_000]) == "bagdad"
    assert nearest("b" * 100, ["b" * 255, "c"]) is None
    assert nearest("b" * 100, ["b" * 233, "c"]) == "b" * 233


def held_to_a_plain_loop(chance: Random) -> None:
    name, *candidates = (
        "".join(chance.choices("abcd", k=chance.randint(4, 14))) for _ in range(chance.randint(60, 250))
    )
    factor = 0.6 / (2 - 0.6)
    fitting = {one for one in candidates if len(name) * factor <= len(one) <= len(name) / factor}
    pairs = [name[start : start + 2] for start in range(0, len(name), 2)]

    def shared(one: str) -> tuple[int, int, str]:
        return sum(pair in one for pair in pairs), -abs(len(one) - len(name)), one

    compared = sorted(fitting, key=shared)[-60:]
    found = nearest(name, candidates)
    assert ([] if found is None else [found]) == get_close_matches(name, compared, n=1, cutoff=0.6)


def others(count: int, stem: str) -> list[str]:
    """Make names that all begin alike and end in a letter of their own."""
    return [f"{stem}{chr(0x3B1 + number)}" for number in range(count)]


def test_among_very_many_the_name_that_shares_most_pairs_of_letters_is_found() -> None:
    # The nearest has all pairs of `abcdefgh`, but no three letters in a row; the others have the first six.
    assert nearest("abcdefgh", ["abxcdxefxgh", *others(80, "abcdefz")]) == "abxcdxefxgh"
    assert nearest("abcdefgh", ["zab", "cdefgh", *others(80, "abcd")]) == "cdefgh"


def test_among_very_many_that_share_as_many_pairs_those_of_about_the_length_are_compared() -> None:
    assert nearest("abcdefgh", ["abcdefgi", *others(80, "abcdef")]) == "abcdefgi"
    assert nearest("abcdefgh", ["abcdefgi", *others(80, "abcdefzzz")]) == "abcdefgi"


def test_as_many_as_are_compared_in_full_are_not_chosen_from() -> None:
    # It shares no pair of letters at the places that the choice among very many looks at.
    name, near = "abcdefghij", "xbcxdexfgxhix"
    assert likeness(name, near) > 0.6 > likeness(name, "abzzzzzzzz")
    assert nearest(name, [near, *others(59, "abzzzzzzz")]) == near
    assert nearest(name, [near, *others(60, "abzzzzzzz")]) is None


def test_three_hundred_wrong_names_are_looked_for_and_no_more() -> None:
    suggestions = Suggestions()
    found = [suggestions.nearest(f"name-{number}", "names", ["name-x"]) for number in range(302)]
    assert found == ["name-x"] * 300 + [None] * 2
    assert suggestions.nearest("name-0", "names", []) == "name-x"


def test_names_are_looked_for_once_and_no_more_than_a_few_hundred() -> None:
    looks = []

    def candidates() -> Iterator[str]:
        looks.append(1)
        yield from ("alpha", "beta")

    suggestions = Suggestions(most=2)
    assert suggestions.nearest("alpa", "letters", candidates()) == "alpha"
    assert suggestions.nearest("alpa", "letters", candidates()) == "alpha"
    assert suggestions.nearest("alpa", "numbers", ["one"]) is None
    assert suggestions.nearest("bet", "letters", candidates()) is None
    assert len(looks) == 1


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("a" * 79 + " b", "a" * 79),
        ("- " + "a" * 81, "a" * 80),
        ("Don't", "dont"),
        ("ÉCOLE 12", "ecole-12"),
        ("e\u0301te\u0301", "ete"),
        ("…", ""),
    ],
)
def test_a_slug_is_cut_to_the_length_of_an_id_and_has_no_hyphen_at_its_ends(text: str, slug: str) -> None:
    assert slugged(text) == slug
