"""A claim's page: what is asked, who says yes and who no, in which words, and what contradicts what."""

import pytest

from tests.pages.showing import Shown, joined, spaced
from tests.pages.test_page_contents import shown
from tests.rendering import Tree, elements
from tests.support import sound

HEAD = """
sources: {{s: {{title: S, publisher: paper, published: 2024-01-09}}, t: {{title: T}}, u: {{title: U}}}}
actors:
  paper: {{name: Paper, kind: media}}
  ann: {{name: Ann, kind: person}}
  bob: {{name: Bob, kind: person}}
claims: {{told: {{text: They were told.{question}}}}}
statements:
"""
SAID = "  {key}: {{speaker: {who}, said: {day}, source: s, quote: A{more}, positions: {{told: {stance}}}}}\n"


def page(*statements: tuple[str, str, str, str, str], question: str = "Were they told?") -> Shown:
    """Show a claim with statements on it, each as (key, speaker, day, stance, more fields)."""
    said = [
        SAID.format(key=key, who=who, day=day, stance=stance, more=more)
        for key, who, day, stance, more in statements
    ]
    records = HEAD.format(question=f", question: {question}" if question else "") + "".join(said)
    return Shown(sound({"dossier.yaml": "title: T\n", "r.yaml": records}, {}))


def of_class(tree: Tree, name: str) -> list[Tree]:
    """List the elements of a class."""
    return [one for one in elements(tree) if name in dict(one[1]).get("class", "").split()]


def said(site: Shown, name: str) -> list[str]:
    return [joined(spaced(one)) for one in of_class(site.tree("claims/told"), name)]


# The sentence on top

YES, NO = ("x", "ann", "2024-01-01", "asserts", ""), ("y", "bob", "2024-01-02", "denies", "")
OWN_NO = ("y", "ann", "2024-01-02", "denies", ", corrects: x")


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        ([YES], "Ann says yes."),
        ([NO], "Bob says no."),
        ([YES, NO], "Ann says yes. Bob says no."),
        ([YES, ("y", "bob", "2024-01-02", "asserts", "")], "Ann, Bob say yes."),
        (
            [YES, ("y", "ann", "2024-01-02", "denies", "")],
            "Ann has said yes (1 Jan 2024) and no (2 Jan 2024).",
        ),
        (
            [YES, OWN_NO],
            "Ann has said yes (1 Jan 2024) and no (2 Jan 2024); the yes was taken back (2 Jan 2024).",
        ),
        (
            [YES, ("y", "ann", "2024-01-02", "unaware", ", corrects: x")],
            "Ann said yes, which was taken back.",
        ),
        ([("x", "ann", "2024-01-01", "declines", "")], "Nobody in this dossier asserts or denies it."),
        ([], "Nobody in this dossier asserts or denies it."),
    ],
)
def test_a_sentence_says_which_sides_say_what_and_gives_no_verdict(
    statements: list[tuple[str, str, str, str, str]], sentence: str
) -> None:
    assert said(page(*statements), "dossier-summary") == [f"{sentence} This dossier gives no verdict."]


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        ([YES, NO], "Ann says so. Bob denies it."),
        (
            [YES, OWN_NO],
            "Ann has said so (1 Jan 2024) and denied it (2 Jan 2024); "
            "the former was taken back (2 Jan 2024).",
        ),
    ],
)
def test_a_claim_without_a_question_is_said_or_denied(
    statements: list[tuple[str, str, str, str, str]], sentence: str
) -> None:
    site = page(*statements, question="")
    assert said(site, "dossier-summary") == [f"{sentence} This dossier gives no verdict."]
    assert [one[:9] for one in said(site, "dossier-side-column")] == ["+ Says so", "− Denies "]


def test_of_many_sides_three_are_named_and_the_rest_counted() -> None:
    records = HEAD.format(question=", question: Really?") + "".join(
        SAID.format(key=f"k{n}", who=f"a{n}", day=f"2024-01-0{n}", stance="denies", more="")
        for n in range(1, 6)
    )
    actors = "".join(f"  a{n}: {{name: A{n}, kind: person}}\n" for n in range(1, 6))
    records = records.replace("actors:\n", f"actors:\n{actors}")
    site = Shown(sound({"dossier.yaml": "title: T\n", "r.yaml": records}, {}))
    assert said(site, "dossier-summary")[0].startswith("A1, A2, A3 and 2 more say no.")


# What those who share the page see


def test_the_description_names_the_standing_and_both_sides() -> None:
    front = page(YES, NO).files["claims/told/index.md"].decode().split("---")[1]
    assert "contested: Ann says yes. Bob says no. This dossier gives no verdict." in front
    assert "They were told" not in front


def test_the_sentence_of_the_claim_is_marked_as_the_claim() -> None:
    assert said(page(YES), "dossier-claim-text") == ["The claim: “They were told.”"]
    assert said(page(YES, question=""), "dossier-claim-text") == []


# The two columns


def test_each_utterance_stands_once_with_who_for_whom_what_when_and_where() -> None:
    site = shown()
    cards = of_class(site.tree("claims/told"), "dossier-utterance")
    ids = [dict(one[1])["id"] for one in cards]
    assert ids == ["says-ann-told", "says-bob-denies", "says-ann-takes-back", "says-zoe-knew-nothing"]
    assert joined(spaced(cards[0])) == (
        "Ann Ministry # “We told them before” “We told them before,” said Ann, spokesperson of the Ministry. "
        "Taken back 4 February 2024 by Ann 3 Feb 2024 · word for word in Paper, 5 Feb 2024"
    )
    withdrawn = [
        dict(one[1])["id"] for one in of_class(site.tree("claims/told"), "dossier-utterance--withdrawn")
    ]
    assert withdrawn == ["says-ann-told"]


def test_words_that_are_only_reported_are_not_put_between_quotation_marks() -> None:
    (card,) = [
        one
        for one in of_class(shown().tree("claims/told"), "dossier-utterance")
        if dict(one[1])["id"] == "says-bob-denies"
    ]
    (words,) = of_class(card, "dossier-words")
    assert joined(spaced(words)) == "denied it (reported)"
    (around,) = of_class(card, "dossier-around")
    assert joined(spaced(around)) == "Bob of the Council denied it."


def test_a_long_quotation_is_cut_after_a_dozen_words() -> None:
    words = " ".join(f"w{n}" for n in range(20))
    site = page(("x", "ann", "2024-01-01", "asserts", f" {words}"))
    assert said(site, "dossier-words") == ["“A w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10…”"]


def test_further_reports_are_named_with_their_publishers() -> None:
    more = ", also_in: [{source: t, quote: A}, {source: u, quote: A}]"
    (source,) = said(page(("x", "ann", "2024-01-01", "asserts", more)), "dossier-source")
    assert source == "1 Jan 2024 · Paper, 9 Jan 2024; not looked up · also in T; U"


def test_a_column_counts_sides_and_through_what_they_are_known() -> None:
    known = said(page(YES, NO, ("z", "bob", "2024-01-03", "denies", "")), "dossier-known")[-2:]
    assert known == ["1 side through 1 source", "1 side through 1 source"]
    assert said(page(YES, OWN_NO), "dossier-known")[-2] == "All of it was taken back."
    assert said(page(YES), "dossier-known")[-1] == "Nobody, in the sources of this dossier."


def many(number: int) -> Shown:
    return page(*((f"k{n:03}", "ann", "2024-01-01", "asserts", "") for n in range(number)))


@pytest.mark.parametrize(("number", "folded_away", "pages"), [(6, 0, 0), (7, 1, 0), (30, 24, 0), (31, 24, 1)])
def test_of_many_utterances_six_are_shown_at_once_thirty_on_the_page_and_the_rest_behind_it(
    number: int, folded_away: int, pages: int
) -> None:
    site = many(number)
    tree = site.tree("claims/told")
    (column,) = of_class(tree, "dossier-side-column--asserts")
    assert len(of_class(column, "dossier-utterance")) == min(number, 30)
    more = of_class(column, "dossier-more")
    assert [len(of_class(one, "dossier-utterance")) for one in more] == [folded_away] * bool(folded_away)
    assert ("claims/told/statements/2/index.md" in site.files) == bool(pages)
    if pages:
        assert "claims/told/statements/2" in site.leads_to("claims/told")
        assert site.leads_to("claims/told/statements/2") >= {"statements/k030", "claims/told"}


def test_what_is_neither_yes_nor_no_stands_below() -> None:
    (below,) = of_class(shown().tree("claims/told"), "dossier-neither")
    assert joined(spaced(below)).startswith("Neither yes nor no ± qualifies An official · “لم نعرف”")


# Contradictions


def test_contradictions_are_listed_by_the_sides_between_which_they_are() -> None:
    part = shown().part("claims/told", "contradictions")
    assert "Inside Government: 1, later taken back" in part
    assert "Ann, who said both: 1, later taken back" in part
    assert "State ↔ Zoë: 1, later taken back" in part
    assert "No contradiction stands any more: the last one was ended by Ann, 4 February 2024." in part


def test_a_pair_leads_to_its_two_utterances_and_has_an_address() -> None:
    tree = shown().tree("claims/told")
    (pair,) = [one for one in elements(tree) if dict(one[1]).get("id") == "ann-told-zoe-knew-nothing"]
    links = [dict(one[1])["href"] for one in elements(pair) if one[0] == "a"]
    assert links == ["#says-ann-told", "#says-zoe-knew-nothing", "#ann-told-zoe-knew-nothing"]


def test_a_few_contradictions_are_unfolded_and_many_are_not() -> None:
    def opened(number: int) -> list[bool]:
        denials = [(f"k{n}", "bob", "2024-01-02", "denies", "") for n in range(number)]
        groups = of_class(page(YES, *denials).tree("claims/told"), "dossier-dispute")
        return ["open" in dict(one[1]) for one in groups]

    assert opened(6) == [True]
    assert opened(7) == [False]


def test_a_tension_is_told_from_a_contradiction() -> None:
    part = shown().part("claims/told", "tensions")
    assert "this is no contradiction" in part
    assert "An official" in part


def test_other_questions_on_the_same_event_are_listed_with_their_labels() -> None:
    records = HEAD.format(question=", question: Were they told?").replace(
        "claims: {told: {",
        "events: {raid: {name: Raid, kind: raid}}\n"
        "claims: {other: {text: It rained., about: [event/raid]}, told: {about: [event/raid], ",
    ) + SAID.format(key="x", who="ann", day="2024-01-01", stance="asserts", more="")
    site = Shown(sound({"dossier.yaml": "title: T\n", "r.yaml": records}, {}))
    (listed,) = of_class(site.tree("claims/told"), "dossier-onward")
    assert joined(spaced(listed)) == "Other questions on the same event It rained. open"
    (listed,) = of_class(site.tree("claims/other"), "dossier-onward")
    assert joined(spaced(listed)).endswith("Were they told? asserted · single voice")


# What was taken back of several claims at different times


TWICE = """
sources: {s: {title: S}}
actors: {ann: {name: Ann, kind: person}}
claims: {rain: {text: It rained., question: Did it rain?}, snow: {text: It snowed., question: Did it snow?}}
statements:
  x: {speaker: ann, said: 2024-01-01, source: s, quote: A, positions: {rain: asserts, snow: asserts}}
  y: {speaker: ann, said: 2024-01-02, source: s, quote: B, positions: {rain: denies}, corrects: x}
  z: {speaker: ann, said: 2024-01-03, source: s, quote: C, positions: {snow: denies}, corrects: x}
"""


@pytest.mark.parametrize(("claim", "day", "by"), [("rain", 2, "y"), ("snow", 3, "z")])
def test_a_claim_says_when_and_by_what_something_was_taken_back_of_it(claim: str, day: int, by: str) -> None:
    tree = Shown(sound({"dossier.yaml": "title: T\n", "r.yaml": TWICE}, {})).tree(f"claims/{claim}")
    (summary,) = of_class(tree, "dossier-summary")
    assert f"the yes was taken back ({day} Jan 2024)" in joined(spaced(summary))
    (fate,) = of_class(tree, "dossier-taken-back")
    assert joined(spaced(fate)) == f"Taken back {day} January 2024 by Ann"
    (link,) = (dict(one[1])["href"] for one in elements(fate) if one[0] == "a")
    assert link == f"../../statements/{by}/index.md"


JOINT = """
sources: {s: {title: S}}
actors: {ann: {name: Ann, kind: person}, bob: {name: Bob, kind: person}, zoe: {name: Zoe, kind: person}}
claims: {told: {text: They were told., question: Were they told?}}
statements:
  x: {speaker: [ann, bob], said: 2024-01-01, source: s, quote: A, positions: {told: asserts}}
  y: {speaker: zoe, said: 2024-01-02, source: s, quote: B, positions: {told: denies}}
"""


def test_a_joint_statement_counts_for_all_its_sides() -> None:
    site = Shown(sound({"dossier.yaml": "title: T\n", "r.yaml": JOINT}, {}))
    assert said(site, "dossier-known")[-2:] == ["2 sides through 1 source", "1 side through 1 source"]
    assert "Ann, Bob ↔ Zoe: 1" in site.part("claims/told", "contradictions")
