"""What records are tied to: names, uses, voices, circles."""

import pytest

from tests.rules.checking import lines, messages


def test_an_anonymous_actor_may_bear_the_name_of_another() -> None:
    yaml = """
    actors:
      one: {name: A US official, kind: anonymous}
      two: {name: A US official, kind: anonymous}
      three: {name: A US official, kind: person}
    """
    assert lines("shared-name", yaml) == []


def test_names_are_compared_without_case_spaces_and_ways_of_composing_letters() -> None:
    yaml = """
    actors:
      a: {name: "José  Núñez", kind: person}
      b: {name: Pepe, kind: person, aliases: [Pepe, "JOSE\u0301 NU\u0301N\u0303EZ"]}
      c: {name: Other, kind: person, names: {ar: العوادي}}
      d:
        name: Another
        kind: person
        names:
          ckb: العوادي
    """
    assert lines("shared-name", yaml) == [3, 9]


def test_one_actor_may_be_called_the_same_in_two_languages() -> None:
    yaml = "actors: {iran: {name: Iran, kind: state, names: {de: Iran, fr: Iran}, aliases: [IRAN]}}"
    assert lines("shared-name", yaml) == []


def test_the_first_is_the_one_that_stands_first_in_the_files() -> None:
    yaml = """
    actors:
      zeta: {name: Awadi, kind: person}
      alpha: {name: Awadi, kind: person}
    """
    (message,) = messages("shared-name", yaml)
    assert message == "“Awadi” is a name of the actor `zeta` too, at records.yaml:2:16."


def unused(kind: str, yaml: str, settings: str = "title: A test\n") -> list[int]:
    return lines(f"unused-{kind}", yaml, settings=settings)


def test_a_link_in_prose_is_a_use() -> None:
    yaml = """
    actors:
      a: {name: A, kind: person}
      b: {name: B, kind: person, description: "Said by [[a]], [[place/p|the place]]."}
    places:
      p: {name: P}
    """
    assert unused("actor", yaml) == [3]
    assert unused("place", yaml) == []


def test_a_link_in_the_dossiers_summary_is_a_use() -> None:
    yaml = "actors: {a: {name: A, kind: person}}"
    assert unused("actor", yaml, "title: A test\nsummary: About [[a]].\n") == []


def test_to_name_oneself_is_no_use() -> None:
    yaml = """
    actors:
      a: {name: A, kind: person, description: "[[a]]", relations: [{to: a, kind: knows}]}
    places:
      p: {name: P, within: p}
    """
    assert unused("actor", yaml) == [2]
    assert unused("place", yaml) == [4]


def test_a_record_of_another_kind_with_the_same_id_is_another_record() -> None:
    yaml = """
    events:
      iraq: {name: Iraq, kind: war, places: [iraq], participants: [{actor: iraq, role: at war}]}
    places:
      iraq: {name: Iraq}
    actors:
      iraq: {name: Iraq, kind: state}
    """
    assert unused("actor", yaml) == unused("place", yaml) == []


def test_nothing_is_missed_in_a_dossier_of_which_a_part_could_not_be_read() -> None:
    yaml = """
    actors:
      a: {name: A, kind: person}
    claims:
      c: {text: It rained.}
    sources:
      s: {title: S}
    events:
      broken: {name: It, kind: No Such Kind}
    """
    for rule in ("unused-actor", "unused-source", "claim-without-position"):
        assert lines(rule, yaml) == []
        assert len(lines(rule, yaml.replace("No Such Kind", "rain"))) == 1


ROLE = """
sources:
  news: {{title: News, published: 2024-02-05}}
actors:
  kirby:
    name: John Kirby
    kind: person
    roles: [{roles}]
  council: {{name: Council, kind: organisation}}
  navy: {{name: Navy, kind: organisation}}
statements:
  told:
    speaker: kirby
    {said}
    source: news
    passage: Kirby said
"""
ENDED = "{title: Spokesman, at: council, until: 2023-12, speaks_for: true}"
NOT_YET = "{title: Spokesman, at: navy, from: 2024-03, speaks_for: true}"
HELD = "{title: Spokesman, at: navy, from: 2024, speaks_for: true}"
SILENT = "{title: Admiral, at: navy}"


def role_ended(said: str, *roles: str) -> list[int]:
    return lines("role-ended", ROLE.format(said=said, roles=", ".join(roles)))


def test_a_statement_through_roles_that_had_ended_or_not_begun_is_reported() -> None:
    assert role_ended("said: 2024-02-05", ENDED) == [13]
    assert role_ended("said: 2024-02-05", ENDED, NOT_YET, SILENT) == [13]


def test_a_role_that_may_have_been_held_is_enough() -> None:
    assert role_ended("said: 2024-02-05", ENDED, HELD) == []
    assert role_ended("said: 2023-12-31", ENDED) == []
    assert role_ended("said: ../2024-02-05", ENDED) == []


def test_a_speaker_who_never_spoke_for_anybody_is_not_reported() -> None:
    assert role_ended("said: 2024-02-05", SILENT) == []


def test_without_a_date_of_its_own_a_statement_is_no_later_than_its_source() -> None:
    assert role_ended("", NOT_YET) == [12]
    assert role_ended("", ENDED) == []


CORRECTION = """
sources:
  news: {{title: News}}
actors:
  kirby: {{name: Kirby, kind: person, part_of: us}}
  patel: {{name: Patel, kind: person, part_of: {body}}}
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


def test_a_net_without_circles_is_none() -> None:
    yaml = """
    actors:
      a: {name: A, kind: state, part_of: [{actor: b}, {actor: c}]}
      b: {name: B, kind: state, part_of: d}
      c: {name: C, kind: state, part_of: d}
      d: {name: D, kind: state}
    """
    assert circles(yaml) == []


def test_a_very_long_circle_is_named_in_short() -> None:
    size = 3000
    places = "".join(f"  p{n:04}: {{name: P, within: p{(n + 1) % size:04}}}\n" for n in range(size))
    (message,) = circles(f"places:\n{places}")
    assert "… (3000 in all)" in message
    assert message.endswith("is within `p0000`.")
    assert len(message) < 300
