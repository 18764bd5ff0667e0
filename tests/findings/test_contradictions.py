"""Contradictions and tensions: which statements do not go together, and between whom, by small tables."""

from itertools import combinations, permutations

import pytest
from hypothesis import given

from mkdocs_dossier.findings.found import Kind, Opposition
from tests.findings.two_states import (
    WORLD,
    contradictions,
    said,
    said_in_turn,
    several_statements,
    statement_of,
)
from tests.support import loaded_seeds, sound


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        # the same speaker
        (["x ann asserts 2024-01", "y ann denies 2024-02"], ("reversal", None, False)),
        (["x anon-1 asserts 2024-01", "y anon-1 denies 2024-02"], ("reversal", None, False)),
        (["x ann asserts 2024-01", "y ann denies 2024-02 corrects:x"], ("reversal", None, True)),
        # one voice above another
        (["x ann asserts 2024-01", "y ministry denies 2024-02"], ("within", "ministry", False)),
        (["x ann asserts 2024-01", "y gov denies 2024-02"], ("within", "gov", False)),
        (["x ann asserts 2024-01", "y state denies 2024-02"], ("within", "state", False)),
        # two voices that meet higher up: the lowest is named
        (["x ann asserts 2024-01", "y bob denies 2024-02"], ("within", "gov", False)),
        (["x ann asserts 2024-01", "y bob denies 2024-02 corrects:x"], ("within", "gov", True)),
        (["x ann asserts 2024-01 corrects:y", "y bob denies 2023"], ("within", "gov", True)),
        # to belong is not to speak for
        (["x leaker asserts 2024-01", "y ann denies 2024-02"], ("between", None, False)),
        (["x member asserts 2024-01", "y state denies 2024-02"], ("between", None, False)),
        (["x crowd asserts 2024-01", "y state denies 2024-02"], ("between", None, False)),
        (["x crier asserts 2024-01", "y crowd denies 2024-02"], ("within", "crowd", False)),
        # of several speakers, the nearest kind counts
        (["x ann+zoe asserts 2024-01", "y zoe denies 2024-02"], ("reversal", None, False)),
        (["x zoe+ann asserts 2024-01", "y bob denies 2024-02"], ("within", "gov", False)),
        (["x ann+anon-1 asserts 2024-01", "y zoe+anon-2 denies 2024-02"], ("between", None, False)),
        (["x ann+zoe asserts 2024-01", "y bob+party denies 2024-02"], ("within", "gov", False)),
        (["x ann+bob asserts 2024-01", "y council+state denies 2024-02"], ("within", "council", False)),
        (["x zoe asserts 2024-01", "y party denies 2024-02"], ("within", "land", False)),
        # they meet nowhere
        (["x ann asserts 2024-01", "y zoe denies 2024-02"], ("between", None, False)),
        (["x ann asserts 2024-01", "y clerk denies 2024-02"], ("between", None, False)),
        (["x anon-1 asserts 2024-01", "y anon-2 denies 2024-02"], ("between", None, False)),
        # one of the two no longer speaks for the body
        (["x ann asserts 2024-01", "y old denies 2024-02"], ("between", None, False)),
        (["x ann asserts 2018-01", "y old denies 2018-02"], ("within", "ministry", False)),
        # one voice of two is common
        (["x two-hats asserts 2024-01", "y bob denies 2024-02"], ("within", "council", False)),
        (["x two-hats asserts 2024-01", "y zoe denies 2024-02"], ("within", "rule", False)),
        (["x two-hats asserts 2024-01", "y ann denies 2024-02"], ("within", "gov", False)),
    ],
)
def test_a_contradiction_is_of_its_kind(statements: list[str], expected: tuple[object, ...]) -> None:
    (found,) = contradictions(said(*statements).findings)
    assert found[:3] == expected


@pytest.mark.parametrize(
    ("first", "second"), [*permutations(["asserts", "qualifies", "declines", "unaware"], 2)]
)
def test_only_an_assertion_and_a_denial_contradict_one_another(first: str, second: str) -> None:
    assert contradictions(said(f"x ann {first} 2024", f"y zoe {second} 2024").findings) == []


@pytest.mark.parametrize(
    ("later", "is_set_against"),
    [
        # said before it was taken back, or on that day
        ("z zoe denies 2024-02-04", True),
        ("z zoe denies 2024-02-05", True),
        ("z zoe denies 2024-02-05T23:00:00+00:00", True),
        # on a later day
        ("z zoe denies 2024-02-06", False),
        ("z zoe qualifies 2024-02-06", False),
        # perhaps later, but nobody knows the day
        ("z zoe denies 2024-02", True),
        ("z zoe denies 2024-02-06?", True),
        ("z zoe denies source:daily", True),
    ],
)
def test_what_was_said_after_a_withdrawal_is_not_set_against_what_was_withdrawn(
    later: str, is_set_against: bool
) -> None:
    findings = said("x ann asserts 2024-02-01", "y ann denies 2024-02-05 corrects:x", later).findings
    found = [*findings.contradictions["c"], *findings.tensions["c"]]
    assert ({"x", "z"} in [{one.first, one.second} for one in found]) is is_set_against
    # The one that takes it back is set against it, whenever it was said.
    assert ("x", "y") in [(one.first, one.second) for one in found]


def test_a_withdrawal_on_an_unknown_day_ends_nothing() -> None:
    found = contradictions(
        said("x ann asserts 2024-02-01", "y ann denies corrects:x", "z zoe denies 2024-03-01").findings
    )
    assert ("between", None, True, "x", "z") in found


def test_the_first_known_day_of_a_withdrawal_counts() -> None:
    statements = [
        "x ann asserts 2024-02-01",
        "y ann denies 2024-02-10 corrects:x",
        "w bob denies 2024-02-03 corrects:x",
        "z zoe denies 2024-02-05",
    ]
    for order in permutations(statements):
        found = contradictions(said(*order).findings)
        assert [one[3:] for one in found] == [("x", "w")]


def test_a_contradiction_names_which_of_the_two_were_taken_back() -> None:
    findings = said(
        "x ann asserts 2020",
        "y ann denies 2021 corrects:x",
        "p zoe denies 2020",
        "q zoe asserts 2021 corrects:p",
    ).findings
    assert {(one.first, one.second): one.withdrawn for one in findings.contradictions["c"]} == {
        ("p", "x"): ("p", "x"),
        ("p", "q"): ("p",),
        ("x", "y"): ("x",),
        ("q", "y"): (),
    }


@pytest.mark.parametrize(
    ("dates", "first", "second"),
    [
        (("2024-01-01", "2024-01-02"), "x", "y"),
        (("2024-01-02", "2024-01-01"), "y", "x"),
        (("2024-01-01", "2024-01-01"), "x", "y"),
        (("2024-02", "2024-02-02"), "x", "y"),
        (("../2024-02-03", "2024-02-03"), "x", "y"),
        (("2024-02-03", "../2024-02-03"), "y", "x"),
        (("2024-02-05T13:15:00-05:00", "2024-02-05T13:15:00+01:00"), "y", "x"),
    ],
)
def test_the_earlier_statement_comes_first(dates: tuple[str, str], first: str, second: str) -> None:
    text = WORLD + "".join(
        f"  {key}: {{speaker: {who}, source: s, quote: q, said: '{date}', positions: {{c: {stance}}}}}\n"
        for key, who, stance, date in zip("xy", ("ann", "zoe"), ("asserts", "denies"), dates, strict=True)
    )
    (found,) = contradictions(sound(text).findings)
    assert found[3:] == (first, second)


def test_a_statement_without_any_date_comes_last() -> None:
    (found,) = contradictions(said("a ann asserts source:undated", "b zoe denies 2024").findings)
    assert found[3:] == ("b", "a")


def test_each_pair_is_one_contradiction() -> None:
    loaded = said("a ann asserts 2020", "b bob asserts 2021", "c zoe denies 2022", "d ann denies 2023")
    assert [(one[0], *one[3:]) for one in contradictions(loaded.findings)] == [
        ("between", "a", "c"),
        ("reversal", "a", "d"),
        ("between", "b", "c"),
        ("within", "b", "d"),
    ]


@given(several_statements)
def test_pairs_are_those_of_a_look_at_all(statements: list[tuple[str, str, str]]) -> None:
    loaded = said_in_turn(statements)
    taken = {key: one.stance for key, one in loaded.findings.positions["c"].items()}
    for found, stances in (
        (loaded.findings.contradictions, [{"asserts", "denies"}]),
        (loaded.findings.tensions, [{"qualifies", "asserts"}, {"qualifies", "denies"}]),
    ):
        expected = [
            pair
            for wanted in stances
            for pair in combinations(taken, 2)
            if {taken[pair[0]], taken[pair[1]]} == wanted
        ]
        assert [(one.first, one.second) for one in found["c"]] == expected


def test_statements_on_other_claims_do_not_count() -> None:
    text = (
        WORLD + statement_of("x", "ann", "asserts") + statement_of("y", "zoe", "denies").replace("{c:", "{d:")
    )
    findings = sound(text).findings
    assert contradictions(findings) == contradictions(findings, "d") == []


@pytest.mark.parametrize(
    ("stances", "tension"),
    [
        (("qualifies", "asserts"), True),
        (("denies", "qualifies"), True),
        (("qualifies", "qualifies"), False),
        (("qualifies", "declines"), False),
        (("unaware", "qualifies"), False),
        (("asserts", "denies"), False),
    ],
)
def test_a_qualification_is_in_tension_with_what_it_qualifies(
    stances: tuple[str, str], tension: bool
) -> None:
    findings = said(f"x ann {stances[0]} 2020", f"y bob {stances[1]} 2021").findings
    found = [(str(one.kind), one.within, one.first, one.second) for one in findings.tensions["c"]]
    assert found == ([("within", "gov", "x", "y")] if tension else [])


def test_an_opposition_names_its_claim_and_both_statements() -> None:
    findings = said("x ann asserts 2024-01", "y zoe denies 2024-02", "z zoe qualifies 2024-03").findings
    assert findings.contradictions == {
        "c": (Opposition("c", Kind.BETWEEN, None, (), "x", "y"),),
        "d": (),
    }
    assert findings.tensions == {
        "c": (
            Opposition("c", Kind.BETWEEN, None, (), "x", "z"),
            Opposition("c", Kind.REVERSAL, None, (), "y", "z"),
        ),
        "d": (),
    }


def kinds(yaml: str) -> list[tuple[object, ...]]:
    return [one[:3] for one in contradictions(sound(yaml).findings)]


def test_the_lowest_body_is_that_of_the_days_of_the_two_statements() -> None:
    # The bureau was part of the agency until 2015 only; both are part of the state, then and now.
    text = """\
sources: {s: {title: S}}
actors:
  state: {name: State, kind: state}
  agency: {name: Agency, kind: organisation, part_of: state}
  bureau:
    name: Bureau
    kind: organisation
    part_of: [{actor: agency, until: 2015}, {actor: state}]
  ann:
    name: Ann
    kind: person
    roles: [{title: A, at: agency, speaks_for: true}, {title: B, at: bureau, speaks_for: true}]
  bob:
    name: Bob
    kind: person
    roles: [{title: A, at: agency, speaks_for: true}, {title: B, at: bureau, speaks_for: true}]
claims: {c: {text: C}}
statements:
  x: {speaker: ann, source: s, quote: q, said: DAY, positions: {c: asserts}}
  y: {speaker: bob, source: s, quote: q, said: DAY, positions: {c: denies}}
"""
    assert kinds(text.replace("DAY", "2014-05-01")) == [("within", "bureau", False)]
    assert kinds(text.replace("DAY", "2024-05-01")) == [("within", "agency", False)]


@given(several_statements)
def test_two_reports_of_one_utterance_make_no_more_contradictions_than_one(
    statements: list[tuple[str, str, str]],
) -> None:
    apart = said_in_turn([*statements, *statements[:1]])
    together = said_in_turn(statements)
    assert len(together.findings.contradictions["c"]) <= len(apart.findings.contradictions["c"])
    # With another report, an utterance is in the same contradictions as before.
    again = [f"s{number} {' '.join(one)} source:s+undated" for number, one in enumerate(statements)]
    assert contradictions(said(*again).findings) == contradictions(together.findings)


def test_the_seeds_give_the_contradictions_that_the_article_reports() -> None:
    findings = loaded_seeds().findings
    assert str(findings.labels["iraq-informed-before"].name) == "contested"
    assert set(contradictions(findings, "iraq-informed-before")) == {
        ("within", "us-government", True, "kirby-informed-prior", "patel-no-pre-notification"),
        ("between", None, True, "kirby-informed-prior", "awadi-denies-prior-notice"),
    }
