"""A statement that leads to both stances on a claim is reported, once, with how it comes to each."""

import pytest

from tests.rules.checking import messages

RECORDS = """
sources: {{s: {{title: S}}}}
actors: {{voss: {{name: Voss, kind: person}}}}
claims:
  a: {{text: A., implies: [b]}}
  b: {{text: B., implies: [c]}}
  c: {{text: C.}}
  d: {{text: D., excludes: [c]}}
statements:
  x: {{speaker: voss, source: s, quote: q, positions: {{{positions}}}}}
"""


@pytest.mark.parametrize(
    ("positions", "said"),
    [
        ("a: asserts", ""),
        ("a: asserts, b: qualifies", ""),
        ("a: asserts, c: asserts", ""),
        ("a: denies, b: asserts", ""),
        (
            "a: asserts, b: denies",
            "on the claim `a`: it asserts it, and it denies `b`, from which follows that it denies it.",
        ),
        (
            "a: asserts, d: asserts",
            "on the claim `a`: it asserts it, and it asserts `d`, from which follows that it denies it, "
            "through `c`, `b`.",
        ),
    ],
)
def test_both_stances_are_told_with_their_chains(positions: str, said: str) -> None:
    found = messages("self-contradiction", RECORDS.format(positions=positions))
    assert len(found) == bool(said)
    assert all(one == f"This statement leads to both stances {said}" for one in found)
