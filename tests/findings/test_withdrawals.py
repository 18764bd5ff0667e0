"""Withdrawals: what a side took back, on which claims, by which statement, from which day."""

from itertools import permutations

import pytest

from mkdocs_dossier.findings.found import Findings
from mkdocs_dossier.findings.withdrawals import fallen_by_claim
from tests.findings.two_states import WORLD
from tests.support import sound

HEAD = WORLD.replace(
    "claims: {c: {text: C}, d: {text: D}}",
    "claims:\n  a: {text: A, implies: [b]}\n  b: {text: B, implies: [c]}\n  c: {text: C}\n"
    "  d: {text: D, implies: [c]}\n  e: {text: E}",
)
STANCES = {
    "+": "asserts",
    "-": "denies",
    "~": "qualifies",
    "?": "unaware",
    "o": "declines",
    ".": "no-reply",
}


def written(*statements: str) -> str:
    """Write statements, each `id speaker positions [said:date] [corrects:id]`, positions such as `+a,-b`."""
    lines = []
    for one in statements:
        key, speaker, taken, *more = one.split()
        positions = ", ".join(f"{part[1]}: {STANCES[part[0]]}" for part in taken.split(",") if part[1:])
        fields = "".join(f", {part.replace(':', ': ', 1)}" for part in more)
        lines.append(
            f"  {key}: {{speaker: {speaker}, source: s, quote: q{fields}, positions: {{{positions}}}}}\n"
        )
    return HEAD + "".join(lines)


def findings(*statements: str) -> Findings:
    return sound(written(*statements)).findings


def withdrawn(*statements: str) -> tuple[str, str] | None:
    """Return by whom the statement `x` was taken back, and on which claims."""
    found = findings(*statements).withdrawn.get("x")
    return (found.by, "".join(found.claims)) if found else None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # on what the corrector takes a position on, whatever the stance
        ("+e", "-e", ("y", "e")),
        ("+e", "?e", ("y", "e")),
        ("+e", "~e", ("y", "e")),
        ("+e", "oe", ("y", "e")),
        ("+e", "+e", ("y", "e")),
        ("+e,-d", "?e", ("y", "e")),
        ("+e,-d", "?e,?d", ("y", "de")),
        # without any position: on every claim
        ("+e,-d", "", ("y", "de")),
        ("+e", ".e", ("y", "e")),
        ("+e,-d", ".e", ("y", "de")),
        ("", "", ("y", "")),
        # on none that the other takes a position on
        ("+e", "?d", ("y", "")),
        # what follows falls with what it follows from
        ("+a", "?a", ("y", "abc")),
        ("+a", "", ("y", "abc")),
        # and on its own
        ("+a", "?b", ("y", "b")),
        ("+a", "?c", ("y", "c")),
        # what still follows from another position stands
        ("+a,+d", "?a", ("y", "ab")),
        ("+a,+d", "?d", ("y", "d")),
        ("+a,+d", "?a,?d", ("y", "abcd")),
        # implied positions of the corrector count
        ("+a", "-b", ("y", "abc")),
        ("+e,+c", "+d", ("y", "c")),
    ],
)
def test_a_statement_is_taken_back_on_claims(
    first: str, second: str, expected: tuple[str, str] | None
) -> None:
    assert withdrawn(f"x ann {first or ','}", f"y ann {second or ','} corrects:x") == expected


@pytest.mark.parametrize(
    ("speaker", "other", "is_taken_back"),
    [
        ("ann", "ann", True),
        ("ann", "bob", True),
        ("ann", "state", True),
        ("ann", "zoe", False),
        ("ann", "member", False),
        ("anon-1", "anon-2", False),
        ("[ann, zoe]", "party", True),
        ("ann", "[zoe, bob]", True),
    ],
)
def test_only_the_own_side_takes_back(speaker: str, other: str, is_taken_back: bool) -> None:
    speakers = [
        one.replace("[ann, zoe]", "[ann,zoe]").replace("[zoe, bob]", "[zoe,bob]") for one in (speaker, other)
    ]
    found = findings(f"x {speakers[0]} +e", f"y {speakers[1]} -e corrects:x")
    assert ("x" in found.withdrawn) is is_taken_back
    assert found.stands("x", "e") is not is_taken_back


def test_nothing_that_is_not_corrected_is_taken_back() -> None:
    found = findings("x ann +e", "y ann -e")
    assert found.withdrawn == {}
    assert found.stands("x", "e")


def test_a_corrector_that_is_corrected_revives_nothing() -> None:
    found = findings("x ann +e said:2020", "y ann -e said:2021 corrects:x", "z ann +e said:2022 corrects:y")
    assert {key: one.by for key, one in found.withdrawn.items()} == {"x": "y", "y": "z"}
    assert str(found.labels["e"].name) == "contested"
    assert found.labels["e"].ended is not None
    assert found.labels["e"].ended.by == "z"


def test_of_several_the_earliest_took_it_back_and_each_claim_names_its_own() -> None:
    given = [
        "x ann +e,+d said:2020",
        "y ann ?d said:2022 corrects:x",
        "z bob ?e said:2021 corrects:x",
        "w ann ?e,?d said:2023 corrects:x",
    ]
    for order in permutations(given):
        found = findings(*order).withdrawn["x"]
        assert (found.by, found.claims) == ("z", {"c": ("y",), "d": ("y", "w"), "e": ("z", "w")})


def test_what_was_taken_back_has_the_first_known_day_of_that() -> None:
    loaded = sound(
        written(
            "x ann +e",
            "y ann ?e corrects:x",
            "z bob ?e said:2021-03-02 corrects:x",
            "v zoe +e",
            "w zoe -e said:2021-03 corrects:v",
        )
    )
    found = fallen_by_claim(loaded.dossier, loaded.findings.withdrawn)
    assert found["e"] == {"x": (2021, 3, 2), "v": None}
    assert found["d"] == {}
