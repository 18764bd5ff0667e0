"""A statement on no claim is reported, unless it takes another back."""

import pytest

from tests.rules.checking import lines

RECORDS = """
sources: {{s: {{title: S}}}}
actors: {{voss: {{name: Voss, kind: person}}}}
claims: {{told: {{text: They were told.}}}}
statements:
  first: {{speaker: voss, source: s, quote: A, positions: {{told: asserts}}}}
  x: {{speaker: voss, source: s, quote: B{more}}}
"""


@pytest.mark.parametrize(
    ("more", "reported"),
    [
        ("", [6]),
        (", positions: {told: unaware}", []),
        (", positions: {told: no-reply}", []),
        (", corrects: first", []),
    ],
)
def test_a_statement_takes_a_position_or_takes_one_back(more: str, reported: list[int]) -> None:
    assert lines("statement-without-position", RECORDS.format(more=more)) == reported
