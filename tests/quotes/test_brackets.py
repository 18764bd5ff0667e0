"""The brackets of a source are quoted as they stand, or left out; an author's never take their place."""

import pytest

from mkdocs_dossier.quotes.brackets import Elided, alters, bracketed, elided
from mkdocs_dossier.quotes.match import verify
from mkdocs_dossier.quotes.nearest import Reason, explain_missing
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find

SAID = "Orm said he “honestly [doesn’t] know the answer”, and that [the] talks [with Bo Lee] are over[1] now."


@pytest.mark.parametrize(
    ("fragment", "tier"),
    [
        ("honestly [doesn’t] know the answer", Tier.EXACT),
        ("honestly [doesn't] know the answer", Tier.TYPOGRAPHIC),
        ("honestly [doesn't] know […] answer", Tier.ELIDED),
        # Left out.
        ("honestly […] know", Tier.ELIDED),
        ("honestly [...] know", Tier.ELIDED),
        ("that […] talks […] are over", Tier.ELIDED),
        # Left out with other words, or far from what the author put in.
        ("he “honestly […] the answer", Tier.ELIDED),
        ("said [that he does not know] the answer", Tier.ELIDED),
        # Beside a bracket of the source that is kept.
        ("honestly [Orm] [doesn’t] know […] answer", Tier.ELIDED),
        ("honestly [doesn’t] [sic] know […] answer", Tier.ELIDED),
        # Where the source has none, or a note's number only.
        ("know the [right] answer", Tier.ELIDED),
        ("are over [as of] now", Tier.ELIDED),
    ],
)
def test_an_author_may_leave_out_a_bracket_and_keep_it(fragment: str, tier: Tier) -> None:
    assert {match.tier for match in find(SourceText(SAID), fragment)} == {tier}


@pytest.mark.parametrize(
    ("fragment", "theirs", "ours"),
    [
        ("honestly [does] know the answer", "[does]", "[doesn’t]"),
        ("honestly [doesn’t ever] know", "[doesn’t ever]", "[doesn’t]"),
        ("honestly [does] […] know", "[does] […]", "[doesn’t]"),
        ("[does] know the answer", "[does]", "[doesn’t]"),
        ("he “honestly [does]", "[does]", "[doesn’t]"),
        ("that [peace] talks", "[peace]", "[the]"),
        ("he [says that he does not] know", "[says that he does not]", "[doesn’t]"),
        ("honestly [sees] the answer", "[sees]", "[doesn’t]"),
        ("that [their meetings] are over", "[their meetings]", "[the]"),
        ("that [the] talks [of] are over", "[of]", "[with Bo Lee]"),
        ("[the] talks [of] are over", "[of]", "[with Bo Lee]"),
        ("that […] talks [of] are […] now", "[of]", "[with Bo Lee]"),
    ],
)
def test_other_words_in_the_place_of_a_bracket_of_the_source_are_refused(
    fragment: str, theirs: str, ours: str
) -> None:
    source = SourceText(SAID)
    assert find(source, fragment) == []
    assert verify(source, [fragment], [fragment]).quote == (None,)
    missing = explain_missing(source, fragment)
    assert missing.reason is Reason.ALTERED_BRACKET
    assert missing.difference and (missing.difference.quotation, missing.difference.source) == (theirs, ours)


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("We [didn’t] – agree.", False),
        ("We [didn’t], agree.", False),
        ("We (“[didn’t] agree.", False),
        ("We [didn’t][1] agree.", False),
        ("We [didn’t] fully agree.", False),
        ("We all [didn’t] agree.", False),
        ("We all [didn’t] then agree.", True),
        (f"We all [didn’t]{'.' * 40}agree.", False),
        (f"We all [didn’t]{'.' * 41}agree.", True),
        (f"We{'.' * 40}[didn’t] then agree.", False),
        (f"We{'.' * 41}[didn’t] then agree.", True),
        ("We [a] [didn’t] agree", False),
        ("We[didn’t] then agree", False),
    ],
)
def test_a_bracket_is_beside_a_word_where_signs_at_most_stand_between(source: str, is_found: bool) -> None:
    assert bool(find(SourceText(source), "We [did] agree")) is is_found
    assert find(SourceText(source), "We […] agree")


def test_all_brackets_in_a_row_are_kept_or_left_out() -> None:
    for text in ("all so then [a] [didn’t] agree", "all [a] [didn’t] then so agree"):
        for fragment, is_found in [
            ("all [didn’t] agree", False),
            ("all [a] agree", False),
            ("all [a] [didn’t] agree", True),
            ("all […] agree", True),
        ]:
            assert bool(find(SourceText(text), fragment)) is is_found


@pytest.mark.parametrize("count", [8, 9])
def test_eight_brackets_in_a_row_are_looked_at(count: int) -> None:
    notes = "[1]" * (count - 1)
    assert bool(find(SourceText(f"all [didn’t]{notes} agree"), "all [did] agree")) is False
    assert bool(find(SourceText(f"We all then [didn’t]{notes} agree"), "all [did] agree")) is (count == 9)
    assert bool(find(SourceText(f"all {notes}[didn’t] then agree"), "all [did] agree")) is (count == 9)


def test_at_an_end_only_a_bracket_right_beside_counts() -> None:
    text = SourceText("He sat down. [Laughs.] We agreed. [Applause.]")
    assert find(text, "[Then] We agreed") == []
    assert find(text, "[Then] We agreed. [sic]") == []
    assert find(SourceText("He left [alone]. We agreed, [he] said"), "[Then] We agreed [so]")


def test_another_place_without_a_bracket_is_found() -> None:
    text = "we [don’t] agree. we too agree. we [don’t] agree"
    for fragment in ("we [all] agree", "[all of] we [all] agree"):
        assert [match.exact for match in find(SourceText(text), fragment)] == ["we too agree"]
    # A part that stands further off is no reason against one, nor a bracket among other words.
    (match,) = find(SourceText("we all met [him] only twice"), "we [were] twice")
    assert match.exact == "we all met [him] only twice"


def test_a_part_between_two_brackets_is_held_to_both() -> None:
    text = SourceText("He [often] says [never] no.")
    assert find(text, "He [often] says [never] no")
    assert find(text, "He […] says […] no")
    assert find(text, "He [often] says [ever] no") == []
    assert find(text, "He [seldom] says […] no") == []


def test_very_many_brackets_and_parts_are_looked_up_in_time() -> None:
    text = SourceText("we [didn’t] agree " * 20_000)
    assert find(text, "we [did] agree") == []
    assert find(text, " [x] ".join(["we", "agree"] * 100)) == []
    assert find(text, " […] ".join(["we", "agree"] * 100))
    assert len(bracketed("[" * 100_000 + "a]")) == 1


@pytest.mark.parametrize(
    ("fragment", "taken"),
    [
        ("We agreed", None),
        ("[…]", None),
        ("[…] 165 […]", None),
        ("We […] agreed", Elided(("We", "agreed"), ((), ("[…]",), ()))),
        ("[a] We [b] [c] agreed.[d]", Elided(("We", "agreed."), (("[a]",), ("[b]", "[c]"), ("[d]",)))),
        ("[w]e agreed", Elided(("We agreed",), ((), ()))),
        ("[a]", None),
        ("We [agreed", None),
    ],
)
def test_a_fragment_is_taken_apart_at_its_brackets(fragment: str, taken: Elided | None) -> None:
    assert elided(fragment) == taken


@pytest.mark.parametrize(
    ("theirs", "ours", "are"),
    [
        (["[…]"], ["[a]"], False),
        (["[ ]"], ["[a]"], False),
        (["[b]"], ["[a]"], True),
        (["[2]"], ["[a]"], True),
        (["[b]"], ["[1]"], False),
        (["[b]"], [], False),
        (["[b]", "[a]"], ["[a]"], False),
        (["[b]", "[a]"], ["[a]", "[b]"], True),
        (["[a]", "[…]", "[b]"], ["[a]", "[1]", "[b]"], False),
    ],
)
def test_brackets_are_altered_where_not_all_stand_there(
    theirs: list[str], ours: list[str], are: bool
) -> None:
    assert alters(theirs, ours) is are
