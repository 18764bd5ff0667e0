"""Standing: the label of a claim with the statements that make it so, and which claim leads."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.findings.found import LabelName
from mkdocs_dossier.model.vocabulary import Stance
from tests.findings.two_states import WORLD, said, said_in_turn, several_statements, statement_of
from tests.support import loaded_seeds, sound

# Labels


@pytest.mark.parametrize(
    ("statements", "label", "because"),
    [
        ([], "open", ""),
        (["x ann declines 2024", "y zoe unaware 2024"], "open", ""),
        (["x ann qualifies 2024"], "open", ""),
        (["x ann no-reply 2024"], "open", ""),
        (["x ann asserts 2024"], "asserted single voice", "x"),
        (["x ann denies 2024"], "denied single voice", "x"),
        (["x ann asserts 2020", "y bob asserts 2021"], "asserted single voice", "x y"),
        (["x ann asserts 2020", "y state asserts 2021"], "asserted single voice", "x y"),
        (["x ann asserts 2020", "y zoe declines 2021"], "asserted single voice", "x"),
        (["x ann asserts 2020", "y zoe no-reply 2021"], "asserted single voice", "x"),
        # a joint statement is one statement, whoever makes it
        (["x ann+zoe asserts 2020"], "asserted single voice", "x"),
        (["x ann+zoe asserts 2020", "y bob asserts 2021 source:daily"], "asserted single voice", "x y"),
        # no voice in common, but all through one origin
        (["x ann asserts 2020", "y zoe asserts 2021"], "asserted single origin", "x y"),
        (
            ["x ann asserts 2020 source:daily", "y zoe asserts 2021 source:sunday"],
            "asserted single origin",
            "x y",
        ),
        (
            ["x ann asserts 2020 source:daily", "y zoe asserts 2021 source:reprint"],
            "asserted single origin",
            "x y",
        ),
        (
            ["x ann asserts 2020 source:wired", "y zoe asserts 2021 source:daily via:wire"],
            "asserted single origin",
            "x y",
        ),
        (["x anon-1 denies 2020", "y anon-2 denies 2021"], "denied single origin", "x y"),
        # no voice in common, and from different origins
        (["x ann asserts 2020 source:daily", "y zoe asserts 2021"], "asserted corroborated", "x y"),
        (["x ann denies 2020 source:daily", "y zoe denies 2021 source:weekly"], "denied corroborated", "x y"),
        (
            ["x ann asserts 2020 source:daily+weekly", "y zoe asserts 2021 source:daily"],
            "asserted corroborated",
            "x y",
        ),
        (
            ["x ann asserts 2020 source:daily", "y bob asserts 2021", "z zoe asserts 2022 source:weekly"],
            "asserted corroborated",
            "x y z",
        ),
        # those who are apart, but known from one origin, are not among the reasons
        (
            ["x ann asserts 2020 source:daily", "y anon-1 asserts 2021 source:daily", "z zoe asserts 2022"],
            "asserted corroborated",
            "x y z",
        ),
        (
            [
                "w bob asserts 2019",
                "x ann asserts 2020 source:daily",
                "y zoe asserts 2021",
                "z party asserts 2022",
            ],
            "asserted corroborated",
            "x y z",
        ),
        (
            ["x ann asserts 2020 source:daily", "y zoe asserts 2021", "z zoe qualifies 2022"],
            "asserted corroborated",
            "x y",
        ),
        (["x ann asserts 2020", "y zoe denies 2021"], "contested", "x y"),
        (["x ann asserts 2020", "y ann denies 2021"], "contested", "x y"),
        (["w gov asserts 2019", "x ann asserts 2020", "y zoe denies 2021"], "contested", "w x y"),
        (["x ann asserts 2020", "y zoe denies 2021", "z bob qualifies 2022"], "contested", "x y"),
        # taken back by their own side: contested it was, and stays
        (["x ann asserts 2020", "y ann denies 2021 corrects:x"], "contested ended y 2021", "x y"),
        (["x ann asserts 2020", "y bob denies 2021 corrects:x"], "contested ended y 2021", "x y"),
        (["x ann asserts 2020", "y ann denies corrects:x"], "contested ended y", "x y"),
        (
            ["x ann asserts 2020", "y ann denies 2021 corrects:x", "z zoe denies 2020"],
            "contested ended y 2021",
            "x z y",
        ),
        (["x ann asserts 2020", "y ann denies 2021 corrects:x", "z zoe asserts 2022"], "contested", "y z"),
        (
            ["x ann asserts 2020", "y bob denies 2021 corrects:x", "z ann asserts 2022 corrects:y"],
            "contested ended z 2022",
            "x y z",
        ),
        # taken back without a word against it
        (["x ann asserts 2020", "y ann unaware 2021 corrects:x"], "open", ""),
        (["x ann asserts 2020", "y ann asserts 2021 corrects:x"], "asserted single voice", "y"),
        (
            ["x ann asserts 2020", "y ann unaware 2021 corrects:x", "z zoe denies 2022"],
            "contested ended y 2021",
            "x z",
        ),
        (
            ["x ann asserts 2020-01-01", "y ann unaware 2021-01-01 corrects:x", "z zoe denies 2022-01-01"],
            "denied single voice",
            "z",
        ),
    ],
)
def test_a_claim_is_labelled_with_the_statements_that_make_it_so(
    statements: list[str], label: str, because: str
) -> None:
    found = said(*statements).findings.labels["c"] if statements else sound(WORLD).findings.labels["c"]
    stance = {Stance.ASSERTS: "asserted", Stance.DENIES: "denied", None: ""}[found.stance]
    ended = f"ended {found.ended.by} {found.ended.on.text if found.ended.on else ''}" if found.ended else ""
    assert " ".join(f"{stance} {found.name} {ended}".split()) == label
    assert " ".join(found.statements) == because


@pytest.mark.parametrize(
    ("statements", "asserted", "denied"),
    [
        ([], 0, 0),
        (["x ann asserts 2020"], 1, 0),
        (["x ann asserts 2020", "y bob asserts 2021", "z state asserts 2022"], 1, 0),
        (["x ann asserts 2020", "y zoe asserts 2021"], 2, 0),
        (["x ann asserts 2020", "y zoe denies 2021", "z rule denies 2022", "w anon-1 denies 2022"], 1, 2),
        # a joint statement does not link its speakers
        (["x ann+zoe asserts 2020"], 2, 0),
        (["x ann+bob asserts 2020"], 1, 0),
        (["x ann+zoe asserts 2020", "y bob asserts 2021"], 2, 0),
        # somebody with two posts does
        (["x ann asserts 2020", "y zoe asserts 2021", "z two-hats asserts 2022"], 1, 0),
        (
            ["z two-hats asserts 2022", "x ann asserts 2020", "y zoe asserts 2021", "w anon-1 asserts 2021"],
            2,
            0,
        ),
        # only those who assert or deny and were not taken back count
        (["x ann asserts 2020", "y ann denies 2021 corrects:x"], 0, 1),
        (["x ann qualifies 2020", "y zoe unaware 2021", "z anon-1 no-reply 2021"], 0, 0),
    ],
)
def test_sides_are_groups_of_speakers_with_a_voice_in_common(
    statements: list[str], asserted: int, denied: int
) -> None:
    found = said(*statements).findings.labels["c"] if statements else sound(WORLD).findings.labels["c"]
    assert found.sides == {Stance.ASSERTS: asserted, Stance.DENIES: denied}


def test_what_counts_is_known_through_the_sources_and_origins_of_all_its_reports() -> None:
    found = said(
        "x ann asserts 2020 source:daily+reprint",
        "y zoe denies 2021 source:wired",
        "z anon-1 qualifies 2021 source:s",
        "v bob denies 2019 source:undated",
        "w bob unaware 2022 source:weekly corrects:v",
    ).findings.labels["c"]
    assert found.sources == ("daily", "reprint", "wired")
    assert [str(one) for one in found.origins] == ["actor/paper", "actor/wire"]


def test_implied_positions_count_as_own_ones_do() -> None:
    text = (
        WORLD.replace("c: {text: C}", "c: {text: C, implies: [d]}")
        + statement_of("x", "ann", "asserts", "source:daily")
        + statement_of("y", "zoe", "denies").replace("{c:", "{d:")
        + statement_of("z", "anon-1", "asserts").replace("{c:", "{d:")
    )
    findings = sound(text).findings
    # Who denies what it implies denies the claim, too.
    assert str(findings.labels["c"].name) == "contested"
    assert findings.labels["d"].statements == ("y", "z", "x")
    assert findings.labels["d"].sides == {Stance.ASSERTS: 2, Stance.DENIES: 1}
    assert [(one.first, one.second, one.through) for one in findings.contradictions["c"]] == [
        ("y", "x", (("d",), ()))
    ]
    assert {(one.first, one.second): one.through for one in findings.contradictions["d"]} == {
        ("y", "x"): ((), ("c",)),
        ("y", "z"): ((), ()),
    }


RANK = [LabelName.OPEN, LabelName.SINGLE_VOICE, LabelName.SINGLE_ORIGIN, LabelName.CORROBORATED]
agreeing = st.lists(
    st.tuples(
        st.sampled_from(["ann", "bob", "zoe", "anon-1", "ann+zoe"]),
        st.sampled_from(["daily", "weekly", "sunday", "reprint", "wired", "s", "daily+weekly"]),
    ),
    min_size=1,
    max_size=6,
)


def labelled(statements: list[tuple[str, str]]) -> LabelName:
    lines = (f"s{at} {who} asserts 2024 source:{where}" for at, (who, where) in enumerate(statements))
    return said(*lines).findings.labels["c"].name


@given(agreeing, st.integers(0, 5))
def test_another_report_of_the_same_origin_never_makes_a_claim_more_corroborated(
    statements: list[tuple[str, str]], which: int
) -> None:
    speaker, where = statements[which % len(statements)]
    same = {"daily": "sunday", "sunday": "reprint", "reprint": "daily"}
    if where in same:
        more = list(statements)
        more[which % len(statements)] = (speaker, f"{where}+{same[where]}")
        assert labelled(more) == labelled(statements)


@given(agreeing, st.randoms(use_true_random=False))
def test_the_order_of_records_and_of_reports_changes_no_label(
    statements: list[tuple[str, str]], random: Random
) -> None:
    shuffled = [
        ("+".join(sorted(who.split("+"), reverse=True)), "+".join(where.split("+")[::-1]))
        for who, where in statements
    ]
    random.shuffle(shuffled)
    assert labelled(shuffled) == labelled(statements)


@given(agreeing)
def test_another_statement_never_makes_a_claim_on_which_all_agree_less_corroborated(
    statements: list[tuple[str, str]],
) -> None:
    assert RANK.index(labelled(statements)) >= RANK.index(
        labelled(statements[:-1]) if statements[1:] else RANK[0]
    )


def test_a_correction_that_two_sides_make_leaves_what_they_agree_on_contested_until_both_took_it_back() -> (
    None
):
    loaded = said(
        "x ann asserts 2020",
        "y ann denies 2021 corrects:x",
        "p zoe asserts 2020",
        "q zoe denies 2022 corrects:p",
    )
    label = loaded.findings.labels["c"]
    assert str(label.name) == "contested"
    assert label.ended is not None
    assert label.ended.by == "q"
    assert label.sides == {Stance.ASSERTS: 0, Stance.DENIES: 2}


@given(several_statements)
def test_what_is_said_by_several_sides_is_so_by_all_that_agree_and_have_no_voice_in_common(
    statements: list[tuple[str, str, str]],
) -> None:
    loaded = said_in_turn(statements)
    taken = {key: one.stance for key, one in loaded.findings.positions["c"].items()}
    label = loaded.findings.labels["c"]
    # All of one source, so that none of it is known independently.
    assert label.name is not LabelName.CORROBORATED
    if label.name is LabelName.SINGLE_ORIGIN:
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
    assert (label.name, label.statements) == (LabelName.CONTESTED, ("x", "y"))
    assert label.ended is not None
    assert (label.ended.by, label.sides) == ("x", {Stance.ASSERTS: 1, Stance.DENIES: 0})


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
    assert set(label.statements) == {
        "kirby-informed-prior",
        "awadi-denies-prior-notice",
        "patel-no-pre-notification",
    }
    assert label.ended is not None
    assert label.ended.on is not None
    assert (label.ended.by, label.ended.on.text) == ("patel-no-pre-notification", "2024-02-05")
    assert label.sides == {Stance.ASSERTS: 0, Stance.DENIES: 2}
    assert [str(one) for one in label.origins] == ["actor/rudaw"]
    assert loaded_seeds().findings.lead == "iraq-informed-before"


def test_every_other_claim_of_the_seeds_is_of_a_single_voice_in_one_article() -> None:
    labels = loaded_seeds().findings.labels
    names = {str(one.name) for key, one in labels.items() if key != "iraq-informed-before"}
    assert names == {"single voice"}
    assert loaded_seeds().findings.conflicts["us-strikes-of-2-february"] == ()
