"""Voices: for whom a statement is made, by the posts and bodies of its speaker on its date."""

import pytest

from mkdocs_dossier.findings.voices import bodies_above, held, sides_of
from mkdocs_dossier.values.dates import EdtfDate
from tests.findings.two_states import WORLD, contradictions, said, statement_of
from tests.support import dossier_of, loaded_seeds


@pytest.mark.parametrize(
    ("statement", "voices"),
    [
        ("x ann asserts 2024-02-05", ["ann", "ministry", "gov", "state"]),
        ("x ann asserts", ["ann", "ministry", "gov", "state"]),
        ("x clerk asserts 2024-02-05", ["clerk"]),
        ("x ministry asserts 2024-02-05", ["ministry", "gov", "state"]),
        ("x state asserts 2024-02-05", ["state"]),
        ("x old asserts 2018-06-01", ["old", "ministry", "gov", "state"]),
        ("x old asserts 2015", ["old", "ministry", "gov", "state"]),
        ("x old asserts 2020-12-31", ["old", "ministry", "gov", "state"]),
        ("x old asserts 2021-01-01", ["old"]),
        ("x old asserts 2014-12-31", ["old"]),
        ("x old asserts 2014/2016", ["old", "ministry", "gov", "state"]),
        ("x old asserts ../2014", ["old"]),
        ("x old asserts ../2016", ["old", "ministry", "gov", "state"]),
        # Published in 2024, long after: who is quoted then does not speak for an office of 2020.
        ("x old asserts", ["old"]),
        ("x old asserts ../2021-01-01", ["old"]),
        ("x old asserts ../2020-12-31", ["old", "ministry", "gov", "state"]),
        ("x old asserts /2021-01-01", ["old"]),
        ("x old asserts 2016/..", ["old", "ministry", "gov", "state"]),
        ("x old asserts source:undated", ["old", "ministry", "gov", "state"]),
        ("x party asserts 2012", ["party", "alliance", "land"]),
        ("x party asserts 2016", ["party", "land"]),
        ("x party asserts 2015/2016", ["party", "alliance", "land"]),
        ("x two-hats asserts 2024", ["two-hats", "council", "rule", "gov", "state", "land"]),
        ("x anon-1 asserts 2024", ["anon-1"]),
        # To belong is not to speak for.
        ("x leaker asserts 2024", ["leaker"]),
        ("x member asserts 2024", ["member"]),
        ("x crowd asserts 2024", ["crowd"]),
        # Somebody may speak for a group, which speaks for nobody else.
        ("x crier asserts 2024", ["crier", "crowd"]),
        # Of a joint statement, the voices of each speaker.
        ("x zoe+ann asserts 2024", ["zoe", "rule", "land", "ann", "ministry", "gov", "state"]),
    ],
)
def test_a_statement_speaks_for_its_speaker_and_all_bodies_behind_them_on_its_date(
    statement: str, voices: list[str]
) -> None:
    assert list(said(statement).findings.voices["x"]) == voices


@pytest.mark.parametrize(
    ("statement", "sides"),
    [
        ("x ann asserts 2024-02-05", ("state",)),
        ("x state asserts 2024-02-05", ("state",)),
        ("x clerk asserts 2024-02-05", ("clerk",)),
        ("x old asserts 2018-06-01", ("state",)),
        ("x old asserts 2021-01-01", ("old",)),
        ("x party asserts 2012", ("alliance", "land")),
        ("x two-hats asserts 2024", ("state", "land")),
        ("x crier asserts 2024", ("crowd",)),
        ("x zoe+ann asserts 2024", ("land", "state")),
    ],
)
def test_a_side_is_the_outermost_body_that_a_statement_speaks_for(
    statement: str, sides: tuple[str, ...]
) -> None:
    dossier = said(statement).dossier
    assert sides_of(dossier, dossier.statements["x"]) == sides


def test_bodies_are_listed_the_nearest_first_and_a_circle_ends() -> None:
    text = """\
sources: {s: {title: S}}
actors:
  a: {name: A, kind: organisation, part_of: [{actor: far}, {actor: near}]}
  near: {name: N, kind: organisation, part_of: top}
  far: {name: F, kind: organisation, part_of: mid}
  mid: {name: M, kind: organisation, part_of: top}
  top: {name: T, kind: organisation, part_of: a}
statements: {x: {speaker: a, source: s, quote: q}}
"""
    loaded = dossier_of(text)
    assert bodies_above(loaded.dossier, "a", None) == ("far", "near", "mid", "top")
    assert loaded.findings.voices["x"] == ("a", "far", "near", "mid", "top")


def test_a_body_that_is_no_record_is_an_error_and_stops_nothing_else() -> None:
    world = WORLD.replace(
        "kind: organisation, part_of: gov}\n  ann", "kind: organisation, part_of: club}\n  ann"
    )
    statements = statement_of("x", "council", "asserts") + statement_of("y", "zoe", "denies")
    loaded = dossier_of(world + statements)
    assert [one.rule for one in loaded.problems if "club" in one.message] == ["unknown-reference"]
    assert bodies_above(loaded.dossier, "council", None) == ("club",)
    assert loaded.findings.voices["x"] == ("council", "club")
    assert len(loaded.findings.contradictions["c"]) == 1


def test_one_speaker_speaks_for_an_office_only_while_in_it() -> None:
    loaded = said("before old asserts 2019-05-01", "after old asserts 2021-05-01", "x ann denies 2022-05-01")
    assert loaded.findings.voices["before"] == ("old", "ministry", "gov", "state")
    assert loaded.findings.voices["after"] == ("old",)
    assert [one[:4] for one in contradictions(loaded.findings)] == [
        ("within", "ministry", False, "before"),
        ("between", None, False, "after"),
    ]


@pytest.mark.parametrize(
    ("date", "is_held"),
    [
        (None, True),
        ("2017", True),
        ("2015", True),
        ("2020-12-31", True),
        ("2014-12-31", False),
        ("2021-01-01", False),
        ("2014/2016", True),
    ],
)
def test_a_tie_may_have_held_on_every_date_that_its_own_do_not_rule_out(
    date: str | None, is_held: bool
) -> None:
    (role,) = said().dossier.actors["old"].roles
    (undated,) = said().dossier.actors["ann"].roles
    when = EdtfDate.parse(date) if date else None
    assert held(role, when) is is_held
    assert held(undated, when)


def test_the_spokespeople_of_the_seeds_speak_for_their_governments_and_the_charge_d_affaires_does_not() -> (
    None
):
    voices = loaded_seeds().findings.voices
    assert voices["kirby-informed-prior"] == (
        "john-kirby",
        "us-national-security-council",
        "us-government",
        "united-states",
    )
    assert voices["awadi-denies-prior-notice"] == ("basim-al-awadi", "iraqi-government", "iraq")
    assert voices["militia-groups-condemn-us-support"] == ("iran-aligned-militia-groups",)


def test_a_group_speaks_for_nobody_by_a_post_and_nothing_passes_through_it() -> None:
    text = """\
sources: {s: {title: S}}
actors:
  state: {name: State, kind: state}
  crowd:
    name: Residents
    kind: group
    part_of: state
    roles: [{title: Voice, at: state, speaks_for: true}]
  club: {name: Club, kind: organisation, part_of: crowd}
statements:
  x: {speaker: crowd, source: s, quote: q}
  y: {speaker: club, source: s, quote: q}
"""
    voices = dossier_of(text).findings.voices
    assert (voices["x"], voices["y"]) == (("crowd",), ("club", "crowd"))
