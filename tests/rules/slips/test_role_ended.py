from tests.rules.checking import lines

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


def test_who_left_office_more_than_a_year_before_speaks_for_themselves() -> None:
    assert role_ended("said: 2024-12-31", ENDED) == [13]
    assert role_ended("said: 2025-01-01", ENDED) == []
    assert role_ended("said: 2025", ENDED) == []
    assert role_ended("said: 2025-01-01", NOT_YET.replace("from", "until")) == [13]


def test_a_speaker_who_never_spoke_for_anybody_is_not_reported() -> None:
    assert role_ended("said: 2024-02-05", SILENT) == []


def test_without_a_date_of_its_own_a_statement_is_no_later_than_its_source() -> None:
    assert role_ended("", NOT_YET) == [12]
    assert role_ended("", ENDED) == []
