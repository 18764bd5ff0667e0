"""Positions on a claim: the order of statements over time, corrections after what they take back."""

from itertools import pairwise, permutations

import pytest

from mkdocs_dossier.findings.positions import statement_order
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.problems import stops
from tests.findings.two_states import said
from tests.support import dossier_of, sound

HEAD = """\
sources: {s: {title: S, published: 2024-02-05}}
actors:
  mayor: {name: Mayor, kind: person}
  clerk: {name: Clerk, kind: person}
claims: {c: {text: C}}
statements:
"""


def written(*statements: str) -> str:
    """Write statements, each `id speaker stance [said:date] [corrects:id]`, on the claim `c`."""
    lines = []
    for one in statements:
        key, speaker, stance, *more = one.split()
        optional = "".join(f", {field.replace(':', ': ', 1)}" for field in more)
        fields = f"speaker: {speaker}, source: s, quote: q{optional}"
        lines.append(f"  {key}: {{{fields}, positions: {{c: {stance}}}}}\n")
    return HEAD + "".join(lines)


def order(loaded: Loaded) -> list[str]:
    return list(loaded.findings.positions["c"])


def test_on_one_day_a_correction_comes_after_what_it_corrects() -> None:
    day = "said:2024-02-01"
    loaded = sound(
        written(
            f"c-first mayor asserts {day}",
            f"b-then mayor denies {day} corrects:c-first",
            f"a-last mayor asserts {day} corrects:b-then",
            f"d-other clerk denies {day}",
        )
    )
    assert order(loaded) == ["c-first", "d-other", "b-then", "a-last"]
    # The id decides among those that correct equally many.
    assert [statement_order(loaded.dossier, key)[2:] for key in ["a-last", "d-other"]] == [
        (2, "a-last"),
        (0, "d-other"),
    ]


def test_the_day_comes_before_the_correction() -> None:
    loaded = sound(
        written(
            "x mayor asserts said:2024-02-01",
            "y mayor denies said:2024-02-02 corrects:x",
            "z clerk denies said:2024-02-03",
        )
    )
    assert order(loaded) == ["x", "y", "z"]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["x mayor asserts corrects:nothing", "y clerk denies"], ["x", "y"]),
        (["x mayor asserts corrects:y", "y mayor denies corrects:x"], ["x", "y"]),
        (["y mayor asserts corrects:y", "x mayor denies"], ["x", "y"]),
    ],
    ids=["of a statement that is not there", "in a circle", "of itself"],
)
def test_a_correction_that_leads_nowhere_is_an_error_and_the_order_still_ends(
    statements: list[str], expected: list[str]
) -> None:
    loaded = dossier_of(written(*statements))
    assert stops(loaded.problems)
    assert order(loaded) == expected


def test_a_hundred_corrections_in_a_row_are_counted_and_no_more() -> None:
    keys = [f"s{200 - number}" for number in range(104)]
    chain = (f"{key} mayor asserts corrects:{before}" for before, key in pairwise(keys))
    loaded = sound(written(f"{keys[0]} mayor asserts", *chain))
    # Each id is before that of what it corrects, which decides only where both correct too many to count.
    assert order(loaded) == [*keys[:99], *sorted(keys[99:])]


@pytest.mark.parametrize("ids", [*permutations("abc")])
def test_on_one_day_a_correction_comes_after_what_it_takes_back_whatever_their_ids(
    ids: tuple[str, str, str],
) -> None:
    first, second, third = ids
    loaded = said(
        f"{first} ann asserts 2024-02-05",
        f"{second} ann denies 2024-02-05 corrects:{first}",
        f"{third} ann asserts 2024-02-05 corrects:{second}",
    )
    assert tuple(loaded.findings.positions["c"]) == ids
