"""A statement on no claim is reported, unless it takes another back or stands on the page of an event."""

import pytest

from tests.rules.checking import lines

RECORDS = """
sources: {{s: {{title: S}}}}
actors: {{voss: {{name: Voss, kind: person}}}}
events: {{strike: {{title: Strike, date: 2024-02-02}}}}
claims: {{told: {{text: They were told.}}}}
statements:
  first: {{speaker: voss, source: s, quote: A, positions: {{told: asserts}}}}
  x: {{speaker: voss, source: s, quote: B{more}}}
"""


@pytest.mark.parametrize(
    ("more", "reported"),
    [
        ("", [7]),
        (", positions: {told: unaware}", []),
        (", positions: {told: no-reply}", []),
        (", corrects: first", []),
        (", during: strike", []),
    ],
)
def test_a_statement_takes_a_position_takes_one_back_or_is_of_an_event(
    more: str, reported: list[int]
) -> None:
    assert lines("statement-without-position", RECORDS.format(more=more)) == reported
