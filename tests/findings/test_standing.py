"""Standing: the label of a claim with the statements that make it so, and which claim leads."""

from itertools import combinations

import pytest
from hypothesis import given

from mkdocs_dossier.findings.found import LabelName
from mkdocs_dossier.findings.positions import positions_on
from tests.findings.two_states import WORLD, said, said_in_turn, several_statements, statement_of
from tests.support import loaded_seeds, sound

# Labels


@pytest.mark.parametrize(
    ("statements", "label", "because"),
    [
        ([], "open", ""),
        (["x ann declines 2024", "y zoe unaware 2024"], "open", ""),
        (["x ann qualifies 2024"], "open", ""),
        (["x ann asserts 2024"], "single voice", "x"),
        (["x ann denies 2024"], "single voice", "x"),
        (["x ann asserts 2020", "y bob asserts 2021"], "single voice", "x y"),
        (["x ann asserts 2020", "y state asserts 2021"], "single voice", "x y"),
        (["x ann asserts 2020", "y zoe declines 2021"], "single voice", "x"),
        (["x ann asserts 2020", "y zoe asserts 2021"], "corroborated", "x y"),
        (["x ann denies 2020", "y zoe denies 2021"], "corroborated", "x y"),
        (["x ann asserts 2020", "y bob asserts 2021", "z zoe asserts 2022"], "corroborated", "x y z"),
        (["x ann asserts 2020", "y zoe asserts 2021", "z zoe qualifies 2022"], "corroborated", "x y"),
        (["x anon-1 asserts 2020", "y anon-2 asserts 2021"], "corroborated", "x y"),
        (["x ann asserts 2020", "y zoe denies 2021"], "contested", "x y"),
        (["x ann asserts 2020", "y ann denies 2021"], "contested", "x y"),
        (["w gov asserts 2019", "x ann asserts 2020", "y zoe denies 2021"], "contested", "w x y"),
        (["x ann asserts 2020", "y zoe denies 2021", "z bob qualifies 2022"], "contested", "x y"),
        # taken back by their own side
        (["x ann asserts 2020", "y ann denies 2021 corrects:x"], "single voice", "y"),
        (["x ann asserts 2020", "y bob denies 2021 corrects:x"], "single voice", "y"),
        (["x ann asserts 2020", "y ann denies 2021 corrects:x", "z zoe denies 2022"], "contested", "x z"),
        (["x ann asserts 2020", "y ann denies 2021 corrects:x", "z zoe asserts 2022"], "contested", "y z"),
        (
            ["x ann asserts 2020", "y bob denies 2021 corrects:x", "z ann asserts 2022 corrects:y"],
            "single voice",
            "z",
        ),
    ],
)
def test_a_claim_is_labelled_with_the_statements_that_make_it_so(
    statements: list[str], label: str, because: str
) -> None:
    found = said(*statements).findings.labels["c"] if statements else sound(WORLD).findings.labels["c"]
    assert (str(found.name), " ".join(found.statements)) == (label, because)


def test_a_correction_that_two_sides_make_leaves_what_they_agree_on_corroborated() -> None:
    loaded = said(
        "x ann asserts 2020",
        "y ann denies 2021 corrects:x",
        "p zoe asserts 2020",
        "q zoe denies 2021 corrects:p",
    )
    # x against q, and p against y, stand: neither of a pair corrects the other.
    assert str(loaded.findings.labels["c"].name) == "contested"
    assert sum(one.corrected for one in loaded.findings.contradictions["c"]) == 2


@given(several_statements)
def test_what_is_corroborated_is_so_by_all_that_agree_and_have_no_voice_in_common(
    statements: list[tuple[str, str, str]],
) -> None:
    loaded = said_in_turn(statements)
    taken = positions_on(loaded.dossier, loaded.dossier.claims["c"])
    label = loaded.findings.labels["c"]
    if label.name is LabelName.CORROBORATED:
        voices = loaded.findings.voices
        assert {*label.statements} == {
            key
            for pair in combinations([key for key in taken if taken[key] in ("asserts", "denies")], 2)
            if taken[pair[0]] == taken[pair[1]] and not {*voices[pair[0]]} & {*voices[pair[1]]}
            for key in pair
        }


def test_a_correction_counts_even_where_what_it_corrects_may_have_been_said_later() -> None:
    # Without a date of its own, `y` was said by the day that the source was published, four days after `x`.
    findings = said("x ann asserts 2024-02-01 corrects:y", "y ann denies").findings
    (found,) = findings.contradictions["c"]
    assert (found.first, found.second, found.corrected) == ("x", "y", True)
    label = findings.labels["c"]
    assert (label.name, label.statements) == (LabelName.SINGLE_VOICE, ("x",))


# The lead


def test_a_contested_claim_leads_before_an_agreed_one_with_more_statements() -> None:
    agreed = "".join(statement_of(key, "ann", "asserts").replace("{c:", "{d:") for key in ("p", "q", "r"))
    text = WORLD + agreed + statement_of("x", "ann", "asserts") + statement_of("y", "zoe", "denies")
    assert sound(text).findings.lead == "c"


@pytest.mark.parametrize(("most", "other"), [("c", "d"), ("d", "c")])
def test_of_several_contested_claims_the_one_with_most_statements_leads(most: str, other: str) -> None:
    written = [
        statement_of(f"{speaker}-{claim}", speaker, stance).replace("{c:", f"{{{claim}:")
        for claim in (most, other)
        for speaker, stance in (("ann", "asserts"), ("zoe", "denies"))
    ]
    more = statement_of("bob-says-nothing", "bob", "declines").replace("{c:", f"{{{most}:")
    assert sound(WORLD + "".join(written) + more).findings.lead == most


def test_a_dossier_without_claims_has_no_lead() -> None:
    assert sound("actors: {a: {name: A, kind: person}}\n").findings.lead is None


@pytest.mark.parametrize(
    ("statements", "lead"),
    [
        # Nothing is contested: the claim with most statements, then the first id.
        ({"a": ["asserts"], "b": ["asserts", "asserts"]}, "b"),
        ({"b": ["asserts"], "a": ["asserts"]}, "a"),
        ({"a": [], "b": ["declines"]}, "b"),
        # One is: it leads, whatever its id and however few its statements.
        ({"a": ["asserts"] * 5, "b": ["asserts", "denies"]}, "b"),
        ({"a": ["asserts", "denies"], "b": ["denies", "asserts", "unaware"]}, "b"),
    ],
)
def test_the_lead_is_the_claim_that_most_was_said_on_among_the_contested(
    statements: dict[str, list[str]], lead: str
) -> None:
    claims = "".join(f"  {key}: {{text: T}}\n" for key in statements)
    said = "".join(
        f"  {key}-{number}: {{speaker: {'ann' if stance == 'asserts' else 'bob'}, source: s, quote: q, "
        f"positions: {{{key}: {stance}}}}}\n"
        for key, stances in statements.items()
        for number, stance in enumerate(stances)
    )
    head = WORLD.partition("claims:")[0]
    assert sound(f"{head}claims:\n{claims}statements:\n{said}").findings.lead == lead


# The project's own dossier


def test_the_seeds_say_what_makes_the_lead_claim_contested() -> None:
    label = loaded_seeds().findings.labels["iraq-informed-before"]
    assert set(label.statements) == {"kirby-informed-prior", "awadi-denies-prior-notice"}
    assert loaded_seeds().findings.lead == "iraq-informed-before"


def test_no_other_claim_of_the_seeds_is_contested() -> None:
    labels = loaded_seeds().findings.labels
    assert [key for key, one in labels.items() if one.name == "contested"] == ["iraq-informed-before"]
    assert loaded_seeds().findings.conflicts["us-strikes-of-2-february"] == ()
