"""A claim that excludes itself, or what it implies, is an error."""

import pytest

from tests.rules.checking import messages

BOTH = "The claim `a` implies `b`, and one of the two excludes the other."
RECORDS = """
claims:
  a: {{text: A.{a}}}
  b: {{text: B.{b}}}
"""


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("", "", ""),
        (", implies: [b]", ", implies: [a]", ""),
        (", implies: [a]", "", ""),
        (", excludes: [b]", ", excludes: [a]", ""),
        (", excludes: [a]", "", "The claim `a` excludes itself."),
        (
            ", implies: [b], excludes: [b]",
            "",
            BOTH,
        ),
        (
            ", implies: [b]",
            ", excludes: [a]",
            BOTH,
        ),
        (", excludes: [nothing], implies: [nobody]", "", ""),
    ],
)
def test_what_a_claim_implies_it_does_not_exclude(a: str, b: str, said: str) -> None:
    found = messages("claim-against-itself", RECORDS.format(a=a, b=b))
    assert found == ([said] if said else [])
