"""Corrections and changes of office: the order of statements, and for whom each is said, over time."""

from itertools import pairwise

import pytest

from mkdocs_dossier.findings.derive import LabelName, positions_on, statement_order
from mkdocs_dossier.load import Loaded
from tests.support import dossier_of, sound

HEAD = """\
sources: {s: {title: S, published: 2024-02-05}}
actors:
  office: {name: Office, kind: organisation}
  mayor:
    name: Mayor
    kind: person
    roles: [{title: Mayor, at: office, until: 2020, speaks_for: true}]
  deputy: {name: Deputy, kind: person, roles: [{title: Deputy, at: office, speaks_for: true}]}
  clerk: {name: Clerk, kind: person}
claims: {c: {text: C}}
statements:
"""


def said(*statements: str) -> str:
    """Write statements, each `id speaker stance [said:date] [corrects:id]`, on the claim `c`."""
    lines = []
    for one in statements:
        key, speaker, stance, *more = one.split()
        optional = "".join(f", {field.replace(':', ': ', 1)}" for field in more)
        fields = f"speaker: {speaker}, source: s, quote: q{optional}"
        lines.append(f"  {key}: {{{fields}, positions: {{c: {stance}}}}}\n")
    return HEAD + "".join(lines)


def order(loaded: Loaded) -> list[str]:
    return list(positions_on(loaded.dossier, loaded.dossier.claims["c"]))


def pairs(loaded: Loaded) -> list[tuple[str, str | None, bool]]:
    return [(str(one.kind), one.within, one.corrected) for one in loaded.findings.contradictions["c"]]


def test_on_one_day_a_correction_comes_after_what_it_corrects() -> None:
    day = "said:2024-02-01"
    loaded = sound(
        said(
            f"c-first mayor asserts {day}",
            f"b-then mayor denies {day} corrects:c-first",
            f"a-last mayor asserts {day} corrects:b-then",
            f"d-other clerk denies {day}",
        )
    )
    assert order(loaded) == ["c-first", "d-other", "b-then", "a-last"]
    # The id decides among those that correct equally many.
    assert [statement_order(loaded.dossier, key)[2:] for key in ["a-last", "d-other"]] == [
        (2, "a-last"),
        (0, "d-other"),
    ]


def test_the_day_comes_before_the_correction() -> None:
    loaded = sound(
        said(
            "x mayor asserts said:2024-02-01",
            "y mayor denies said:2024-02-02 corrects:x",
            "z clerk denies said:2024-02-03",
        )
    )
    assert order(loaded) == ["x", "y", "z"]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["x mayor asserts corrects:nothing", "y clerk denies"], ["x", "y"]),
        (["x mayor asserts corrects:y", "y mayor denies corrects:x"], ["x", "y"]),
        (["y mayor asserts corrects:y", "x mayor denies"], ["x", "y"]),
    ],
    ids=["of a statement that is not there", "in a circle", "of itself"],
)
def test_a_correction_that_leads_nowhere_is_an_error_and_the_order_still_ends(
    statements: list[str], expected: list[str]
) -> None:
    loaded = dossier_of(said(*statements))
    assert not loaded.is_sound
    assert order(loaded) == expected


def test_a_hundred_corrections_in_a_row_are_counted_and_no_more() -> None:
    keys = [f"s{200 - number}" for number in range(104)]
    chain = (f"{key} mayor asserts corrects:{before}" for before, key in pairwise(keys))
    loaded = sound(said(f"{keys[0]} mayor asserts", *chain))
    # Each id is before that of what it corrects, which decides only where both correct too many to count.
    assert order(loaded) == [*keys[:99], *sorted(keys[99:])]


def test_a_correction_counts_even_where_what_it_corrects_may_have_been_said_later() -> None:
    # Without a date of its own, `y` was said by the day that the source was published, four days after `x`.
    loaded = sound(said("x deputy asserts said:2024-02-01 corrects:y", "y deputy denies"))
    (found,) = loaded.findings.contradictions["c"]
    assert (found.first, found.second, found.corrected) == ("x", "y", True)
    label = loaded.findings.labels["c"]
    assert (label.name, label.statements) == (LabelName.SINGLE_VOICE, ("x",))


def test_one_speaker_speaks_for_an_office_only_while_in_it() -> None:
    loaded = sound(
        said(
            "before mayor asserts said:2019-05-01",
            "after mayor asserts said:2021-05-01",
            "other deputy denies said:2022-05-01",
        )
    )
    assert loaded.findings.voices["before"] == ("mayor", "office")
    assert loaded.findings.voices["after"] == ("mayor",)
    assert pairs(loaded) == [("within", "office", False), ("between", None, False)]


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
    assert pairs(sound(text.replace("DAY", "2014-05-01"))) == [("within", "bureau", False)]
    assert pairs(sound(text.replace("DAY", "2024-05-01"))) == [("within", "agency", False)]
