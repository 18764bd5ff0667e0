"""What is said after its source was published is reported."""

import pytest

from tests.rules.checking import messages

RECORDS = """
sources:
  news: {{title: News, {source}}}
  later: {{title: Later, published: 2024-03-01}}
actors: {{voss: {{name: Voss, kind: person}}}}
statements:
  x: {{speaker: voss, source: news, quote: No, {said}, also_in: [{{source: later, quote: No}}]}}
"""


@pytest.mark.parametrize(
    ("source", "said", "is_reported"),
    [
        ("published: 2024-02-05", "said: 2024-02-06", True),
        ("published: 2024-02-05", "said: 2024-03", True),
        ("published: 2024-01", "said: 2024-02-01", True),
        ("published: 2024-02-05, updated: 2024-02-07", "said: 2024-02-08", True),
        ("published: 2024-02-05T10:00Z", "said: 2024-02-05T10:01Z", True),
        ("published: 2024-02-05", "said: 2024-02-05", False),
        ("published: 2024-02-05", "said: 2024-02", False),
        ("published: 2024-02-05", "said: 2024-02-01/2024-02-09", False),
        ("published: 2024-02", "said: 2024-02-29", False),
        ("published: 2024-02-05, updated: 2024-02-07", "said: 2024-02-06", False),
        ("published: 2024-02-05T10:00Z", "said: 2024-02-05", False),
        ("published: 2024-02-05", "during: y", False),
        ("language: de", "said: 2030-01-01", True),
    ],
)
def test_nothing_is_said_after_its_source_was_published(source: str, said: str, is_reported: bool) -> None:
    assert bool(messages("said-after-published", RECORDS.format(source=source, said=said))) is is_reported


def test_the_source_is_named_that_cannot_have_it() -> None:
    records = RECORDS.format(source="published: 2024-03-05", said="said: 2024-03-03")
    assert messages("said-after-published", records) == [
        "The source `later` is of 2024-03-01, before this was said."
    ]
