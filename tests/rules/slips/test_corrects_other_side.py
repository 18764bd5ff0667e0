from tests.rules.checking import messages

CORRECTION = """
sources:
  news: {{title: News}}
actors:
  kirby: {{name: Kirby, kind: person, roles: [{{title: T, at: us, speaks_for: true}}]}}
  patel: {{name: Patel, kind: person, roles: [{{title: T, at: {body}, speaks_for: true}}]}}
  us: {{name: US, kind: state}}
  iraq: {{name: Iraq, kind: state}}
statements:
  first: {{speaker: kirby, said: {first}, source: news, passage: Kirby said}}
  second:
    speaker: patel
    said: {second}
    source: news
    passage: Patel said
    corrects: first
"""


def corrects(body: str, first: str, second: str) -> list[str]:
    return messages("corrects-other-side", CORRECTION.format(body=body, first=first, second=second))


def test_a_correction_is_of_an_earlier_statement_of_the_same_side() -> None:
    assert corrects("us", "2024-02-02", "2024-02-05") == []
    assert corrects("us", "2024-02-05", "2024-02-05") == []
    assert corrects("us", "../2024-02-05", "2024-02-03") == []


def test_a_correction_of_another_side_or_of_a_later_statement_is_reported() -> None:
    assert corrects("iraq", "2024-02-02", "2024-02-05") == [
        "The statement `first` is of another side: the two speak for nobody in common."
    ]
    assert corrects("us", "2024-02-06", "2024-02-05") == ["The statement `first` is later than this one."]
