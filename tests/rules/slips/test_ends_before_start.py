import pytest

from tests.rules.checking import lines


def terms(field: str, written: str) -> list[int]:
    yaml = f"""
    actors:
      a:
        name: A
        kind: person
        {field}:
          - {{{written}}}
      b: {{name: B, kind: state}}
    """
    return lines("ends-before-start", yaml)


@pytest.mark.parametrize(
    ("field", "tie"),
    [("part_of", "actor: b"), ("roles", "title: T, at: b"), ("relations", "to: b, kind: k")],
)
def test_what_ends_before_it_begins_is_reported_where_it_ends(field: str, tie: str) -> None:
    assert terms(field, f"{tie}, from: 2024-02-02, until: 2024-02-01") == [6]
    assert terms(field, f"{tie}, from: 2024, until: 2023-12") == [6]
    assert terms(field, f"{tie}, from: 2024-02-02, until: 2024-02-02") == []


@pytest.mark.parametrize(
    "dates",
    [
        "from: 2024-02-10, until: 2024-02",
        "from: 2024, until: 2024-01-01",
        "from: 2024-02-10",
        "until: 2020",
        "from: ../2024, until: 2023",
        "from: 2024, until: 2023/..",
        "from: 2024?, until: 2024~",
    ],
)
def test_dates_that_may_fit_are_not_reported(dates: str) -> None:
    assert terms("roles", f"title: T, at: b, {dates}") == []
