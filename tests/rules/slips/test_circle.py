import pytest

from tests.rules.checking import lines, messages


def circles(yaml: str) -> list[str]:
    return messages("circle", yaml)


def test_a_circle_is_reported_once_at_its_first_member_with_all_in_order() -> None:
    yaml = """
    places:
      c: {name: C, within: a}
      b: {name: B, within: c}
      a: {name: A, within: b}
      d: {name: D, within: a}
    """
    assert circles(yaml) == ["`a` is within itself: `a` is within `b` is within `c` is within `a`."]
    assert lines("circle", yaml) == [4]


def test_each_circle_is_reported_and_a_record_may_be_one_by_itself() -> None:
    yaml = """
    events:
      a: {name: A, kind: x, part_of: b}
      b: {name: B, kind: x, part_of: a}
      c: {name: C, kind: x, part_of: c}
    sources: {s: {title: S}}
    actors: {x: {name: X, kind: person}}
    statements:
      p: {speaker: x, source: s, passage: p, corrects: q}
      q: {speaker: x, source: s, passage: q, corrects: p}
    """
    assert lines("circle", yaml) == [2, 4, 8]


def test_of_several_bodies_the_one_that_closes_the_circle_is_pointed_at() -> None:
    yaml = """
    actors:
      a:
        name: A
        kind: state
        part_of:
          - actor: c
          - actor: b
            from: 2020
      b: {name: B, kind: state, part_of: a}
      c: {name: C, kind: state}
    """
    assert lines("circle", yaml) == [7]


def test_events_do_not_answer_one_another_in_a_circle() -> None:
    yaml = """
    events:
      a: {name: A, kind: k, responds_to: [c, b]}
      b: {name: B, kind: k, responds_to: [c], part_of: a}
      c:
        name: C
        kind: k
        responds_to:
          - b
    """
    assert circles(yaml) == ["`b` responds to itself: `b` responds to `c` responds to `b`."]
    assert lines("circle", yaml) == [3]


def test_a_net_without_circles_is_none() -> None:
    yaml = """
    actors:
      a: {name: A, kind: state, part_of: [{actor: b}, {actor: c}]}
      b: {name: B, kind: state, part_of: d}
      c: {name: C, kind: state, part_of: d}
      d: {name: D, kind: state}
    """
    assert circles(yaml) == []


@pytest.mark.slow
def test_a_very_long_circle_is_named_in_short() -> None:
    size = 3000
    places = "".join(f"  p{n:04}: {{name: P, within: p{(n + 1) % size:04}}}\n" for n in range(size))
    (message,) = circles(f"places:\n{places}")
    assert "… (3000 in all)" in message
    assert message.endswith("is within `p0000`.")
    assert len(message) < 300
