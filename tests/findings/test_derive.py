"""What follows from statements: voices, contradictions, labels, figures in conflict, by small tables."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.findings.derive import Findings, LabelName, bodies_above, positions_on
from mkdocs_dossier.load import Loaded
from tests.support import dossier_of, loaded_seeds, sound

# Two states. The first has a government with two ministries; its minister left office in 2020. The party
# belonged to the alliance from 2010 to 2015.
WORLD = """\
sources: {s: {title: S, published: 2024-02-05}, undated: {title: U}}
actors:
  state: {name: State, kind: state}
  gov: {name: Government, kind: government, part_of: state}
  ministry: {name: Ministry, kind: organisation, part_of: gov}
  council: {name: Council, kind: organisation, part_of: gov}
  ann: {name: Ann, kind: person, roles: [{title: Spokesperson, at: ministry, speaks_for: true}]}
  bob: {name: Bob, kind: person, roles: [{title: Spokesman, at: council, speaks_for: true}]}
  clerk: {name: Clerk, kind: person, roles: [{title: Clerk, at: ministry}]}
  old:
    name: Old
    kind: person
    roles: [{title: Minister, at: ministry, from: 2015, until: 2020, speaks_for: true}]
  land: {name: Land, kind: state}
  rule: {name: Rule, kind: government, part_of: land}
  zoe: {name: Zoe, kind: person, roles: [{title: Spokeswoman, at: rule, speaks_for: true}]}
  alliance: {name: Alliance, kind: organisation}
  party:
    name: Party
    kind: organisation
    part_of: [{actor: alliance, from: 2010, until: 2015}, {actor: land}]
  two-hats:
    name: Two Hats
    kind: person
    roles: [{title: A, at: council, speaks_for: true}, {title: B, at: rule, speaks_for: true}]
  anon-1: {name: An official, kind: anonymous}
  anon-2: {name: An official, kind: anonymous}
claims: {c: {text: C}, d: {text: D}}
events: {e: {name: E, kind: k}}
statements:
"""


def said(*statements: str) -> Loaded:
    """Load statements, each `id speaker stance [date] [corrects:id] [source:id]`, on the claim `c`."""
    lines = [statement_of(*one.split()) for one in statements]
    return sound(WORLD + "".join(lines))


def statement_of(key: str, speaker: str, stance: str, *more: str) -> str:
    fields = dict(one.split(":") for one in more if ":" in one)
    dates = [one for one in more if ":" not in one]
    source = fields.pop("source", "s")
    optional = "".join(f", {name}: {value}" for name, value in fields.items())
    when = f", said: {dates[0]}" if dates else ""
    fixed = f"speaker: {speaker}, source: {source}, quote: q{when}{optional}"
    return f"  {key}: {{{fixed}, positions: {{c: {stance}}}}}\n"


def contradictions(findings: Findings, claim: str = "c") -> list[tuple[object, ...]]:
    return [
        (str(one.kind), one.within, one.corrected, one.first, one.second)
        for one in findings.contradictions[claim]
    ]


# Voices


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
        # Published in 2024, so that it may have been said in office; nothing rules that out.
        ("x old asserts", ["old", "ministry", "gov", "state"]),
        ("x old asserts source:undated", ["old", "ministry", "gov", "state"]),
        ("x party asserts 2012", ["party", "alliance", "land"]),
        ("x party asserts 2016", ["party", "land"]),
        ("x party asserts 2015/2016", ["party", "alliance", "land"]),
        ("x two-hats asserts 2024", ["two-hats", "council", "rule", "gov", "state", "land"]),
        ("x anon-1 asserts 2024", ["anon-1"]),
    ],
)
def test_a_statement_speaks_for_its_speaker_and_all_bodies_behind_them_on_its_date(
    statement: str, voices: list[str]
) -> None:
    assert list(said(statement).findings.voices["x"]) == voices


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


# Contradictions


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


@pytest.mark.parametrize("ids", [*permutations("abc")])
def test_on_one_day_a_correction_comes_after_what_it_takes_back_whatever_their_ids(
    ids: tuple[str, str, str],
) -> None:
    first, second, third = ids
    loaded = said(
        f"{first} ann asserts 2024-02-05",
        f"{second} ann denies 2024-02-05 corrects:{first}",
        f"{third} ann asserts 2024-02-05 corrects:{second}",
    )
    assert tuple(positions_on(loaded.dossier, loaded.dossier.claims["c"])) == ids


def test_each_pair_is_one_contradiction() -> None:
    loaded = said("a ann asserts 2020", "b bob asserts 2021", "c zoe denies 2022", "d ann denies 2023")
    assert [(one[0], *one[3:]) for one in contradictions(loaded.findings)] == [
        ("between", "a", "c"),
        ("reversal", "a", "d"),
        ("between", "b", "c"),
        ("within", "b", "d"),
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["ann", "bob", "zoe", "party", "anon-1"]),
            st.sampled_from(["asserts", "denies", "qualifies", "declines"]),
            st.sampled_from(["", "2012", "2016", "2024-02-05"]),
        ),
        max_size=9,
    )
)
def test_pairs_are_those_of_a_look_at_all(statements: list[tuple[str, str, str]]) -> None:
    loaded = said(*(f"s{number} {' '.join(one)}".strip() for number, one in enumerate(statements)))
    taken = positions_on(loaded.dossier, loaded.dossier.claims["c"])
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
    label = loaded.findings.labels["c"]
    if label.name is LabelName.CORROBORATED:
        voices = loaded.findings.voices
        assert {*label.statements} == {
            key
            for pair in combinations([key for key in taken if taken[key] in ("asserts", "denies")], 2)
            if taken[pair[0]] == taken[pair[1]] and not {*voices[pair[0]]} & {*voices[pair[1]]}
            for key in pair
        }


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


# Figures


def figures(*written: str) -> list[tuple[int, int]]:
    """Find conflicts of figures, each `value [measure] [of]`."""
    items = []
    for one in written:
        value, measure, of = [*one.split(), *["killed", ""][len(one.split()) - 1 :]]
        of_whom = f"of: {of}, " if of else ""
        items.append(f"{{measure: {measure}, {of_whom}value: '{value}', source: s, passage: p}}")
    text = WORLD.replace("e: {name: E, kind: k}", f"e: {{name: E, kind: k, figures: [{', '.join(items)}]}}")
    return [(one.first, one.second) for one in sound(text).findings.conflicts["e"]]


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("16", "16", False),
        ("16", "17", True),
        (">=16", "17", False),
        (">=16", "15", True),
        (">16", "16", True),
        ("<40", "40", True),
        ("<=40", "40", False),
        ("16-20", "18", False),
        ("16-20", "21", True),
        ("16-20", "20-30", False),
        (">85", "<80", True),
        ("~30", "33", False),
        ("0", ">0", True),
    ],
)
def test_figures_conflict_where_they_cannot_both_be_true(first: str, second: str, conflict: bool) -> None:
    assert figures(first, second) == ([(0, 1)] if conflict else [])
    assert figures(second, first) == ([(0, 1)] if conflict else [])


def test_only_figures_of_one_measure_and_of_the_same_actor_conflict() -> None:
    assert figures("1 killed", "2 wounded") == []
    assert figures("1 killed ann", "2 killed bob") == []
    assert figures("1 killed ann", "2 killed") == []
    assert figures("1 killed ann", "5 killed", "2 killed ann", "5 killed", "3 killed ann") == [
        (0, 2),
        (0, 4),
        (2, 4),
    ]


# The lead


@pytest.mark.parametrize(
    ("settings", "statements", "lead"),
    [
        ("lead: d", ["x ann asserts", "y zoe denies"], "d"),
        ("", ["x ann asserts", "y zoe denies"], "c"),
        ("", [], "c"),
    ],
)
def test_the_lead_is_the_one_set_else_the_contested_claim_with_most_statements(
    settings: str, statements: list[str], lead: str
) -> None:
    text = WORLD + "".join(statement_of(*one.split()) for one in statements)
    assert sound({"dossier.yaml": f"title: T\n{settings}\n", "r.yaml": text}).findings.lead == lead


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


# The project's own dossier


def test_the_seeds_give_the_contradictions_that_the_article_reports() -> None:
    findings = loaded_seeds().findings
    assert str(findings.labels["iraq-informed-before"].name) == "contested"
    assert set(contradictions(findings, "iraq-informed-before")) == {
        ("within", "us-government", True, "kirby-informed-prior", "patel-no-pre-notification"),
        ("within", "united-states", True, "kirby-informed-prior", "us-informed-only-after"),
        ("between", None, False, "kirby-informed-prior", "awadi-denies-prior-notice"),
    }


def test_the_seeds_say_what_makes_the_lead_claim_contested() -> None:
    label = loaded_seeds().findings.labels["iraq-informed-before"]
    assert set(label.statements) == {"kirby-informed-prior", "awadi-denies-prior-notice"}
    assert loaded_seeds().findings.lead == "iraq-informed-before"


def test_no_other_claim_of_the_seeds_is_contested() -> None:
    labels = loaded_seeds().findings.labels
    assert [key for key, one in labels.items() if one.name == "contested"] == ["iraq-informed-before"]
    assert loaded_seeds().findings.conflicts["us-strikes-of-2-february"] == ()


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
    assert voices["us-informed-only-after"] == ("united-states",)
