"""Verifying quotations with their passages: order, choice between occurrences, what is missing."""

from mkdocs_dossier.quotes.match import Match, verify
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.quotes.sourcetext import SourceText

ARTICLE = """\
The United States clarified that they informed the Iraqi government only after the attacks had been carried \
out, contradicting a prior US statement.
“There was not a pre-notification. We informed the Iraqis immediately after the strikes occurred,” Patel said.
Kirby said that Washington had “informed” Baghdad "prior" to carrying out the attacks, an assertion \
denied by Iraqi government spokesperson Basim al-Awadi.
“The American side then deliberately deceived by announcing prior coordination,” Awadi stated.
"""
REPORT = 'Washington had “informed” Baghdad "prior" to carrying out the attacks'


def places(matches: tuple[Match | None, ...]) -> list[int | None]:
    return [match.start if match else None for match in matches]


def test_fragments_are_found_inside_the_passage() -> None:
    found = verify(SourceText(ARTICLE), ["informed", "prior"], [REPORT])
    start = ARTICLE.index(REPORT)
    assert places(found.passage) == [start]
    assert places(found.quote) == [ARTICLE.index("informed", start), ARTICLE.index("prior", start)]


def test_fragments_that_stand_in_the_passage_in_another_order_are_not_found_elsewhere() -> None:
    found = verify(SourceText(ARTICLE), ["prior", "informed"], [REPORT])
    assert places(found.quote) == [ARTICLE.index('prior"'), None]
    assert places(verify(SourceText(ARTICLE), ["prior", "informed"], []).quote) != [None, None]


def test_a_fragment_that_the_passage_does_not_have_is_found_elsewhere() -> None:
    found = verify(SourceText(ARTICLE), ["prior", "deceived"], [REPORT])
    assert places(found.quote) == [ARTICLE.index('prior"'), ARTICLE.index("deceived")]


def test_the_passage_may_differ_in_its_typography() -> None:
    found = verify(SourceText(ARTICLE), ["informed"], [REPORT.replace("“", '"').replace("”", '"')])
    assert [match and match.tier for match in found.passage] == [Tier.TYPOGRAPHIC]
    assert places(found.quote) == [ARTICLE.index("informed", ARTICLE.index(REPORT))]


def test_without_a_passage_the_occurrences_in_quotation_marks_are_preferred() -> None:
    found = verify(SourceText(ARTICLE), ["informed", "prior"], [])
    assert found.passage == ()
    assert places(found.quote) == [ARTICLE.index("informed”"), ARTICLE.index('prior"')]


def test_without_quotation_marks_the_first_place_is_taken() -> None:
    text = "They informed us. They informed us again."
    assert places(verify(SourceText(text), ["informed us"], []).quote) == [5]
    assert places(verify(SourceText(text), ["They", "us"], []).quote) == [0, 14]


def test_the_passage_s_own_occurrence_is_preferred_where_not_all_of_a_quotation_stands_in_it() -> None:
    text = "“Prior notice,” he said. “Prior notice,” she said. “It was late.”"
    found = verify(SourceText(text), ["Prior notice", "It was late"], ["notice,” she said"])
    assert places(found.quote) == [text.rindex("Prior"), text.index("It")]


def test_a_repeated_passage_is_taken_where_it_holds_the_quotation() -> None:
    text = "Kirby said it. Kirby said that we informed them and Patel left. Kirby said more, Patel left."
    found = verify(SourceText(text), ["informed them"], ["Kirby said […] Patel left"])
    assert [match and match.exact for match in found.passage] == [
        "Kirby said that we informed them and Patel left"
    ]
    text = "He said it. They knew. He said it."
    found = verify(SourceText(text), ["it"], ["He said", "it"])
    assert places(found.passage) == [0, 8]


def test_a_passage_that_is_found_in_part_only_binds_a_quotation_to_no_place_in_it() -> None:
    text = "He wrote of no plan, no date. Asked twice he said “no”, and again “no”."
    whole = verify(SourceText(text), ["no", "no"], ["He wrote of no plan", "no date"])
    assert places(whole.quote) == [text.index("no plan"), text.index("no date")]
    part = verify(SourceText(text), ["no", "no"], ["He wrote of no plan, no date", "and left"])
    assert places(part.passage) == [0, None]
    assert places(part.quote) == [text.index("no”, and"), text.rindex("no")]


def test_a_repeated_fragment_that_the_passage_has_once_is_found_a_second_time_elsewhere() -> None:
    text = "He said “no” then. And “no” again."
    found = verify(SourceText(text), ["no", "no"], ["He said “no” then"])
    assert places(found.quote) == [text.index("no"), text.rindex("no")]


def test_fragments_that_touch_are_taken_where_they_stand_in_quotation_marks() -> None:
    text = "美国政府说。“美国政府”没有通知。"
    assert places(verify(SourceText(text), ["美国", "政府"], []).quote) == [7, 9]
    assert places(verify(SourceText(text), ["美国", "国政府"], []).quote) == [0, 8]


def test_where_the_passage_does_not_hold_the_quotation_both_are_still_found() -> None:
    found = verify(SourceText(ARTICLE), ["deliberately deceived"], [REPORT])
    assert places(found.quote) == [ARTICLE.index("deliberately")]
    assert places(found.passage) == [ARTICLE.index(REPORT)]


def test_fragments_do_not_overlap() -> None:
    text = "after the strikes"
    assert places(verify(SourceText(text), ["after the", "the strikes"], []).quote) == [0, None]
    assert places(verify(SourceText(text + " the strikes"), ["after the", "the strikes"], []).quote) == [
        0,
        18,
    ]


def test_the_first_fragment_that_breaks_the_order_is_the_missing_one() -> None:
    source = SourceText("one two three four")
    assert places(verify(source, ["three", "one", "four"], []).quote) == [8, None, 14]
    assert places(verify(source, ["nothing", "two"], []).quote) == [None, 4]
    assert places(verify(source, [], ["one", "five", "two"]).passage) == [0, None, 4]


def test_an_order_is_found_even_if_the_better_place_of_a_fragment_forbids_it() -> None:
    text = "‘no’ came first. “Later” he said 'no' again."
    found = verify(SourceText(text), ["'no'", "Later"], [])
    assert places(found.quote) == [0, 18]
    assert [match and match.tier for match in found.quote] == [Tier.TYPOGRAPHIC, Tier.EXACT]
    text = "prior to it. “prior” words. The end, prior."
    assert places(verify(SourceText(text), ["prior", "prior", "prior"], []).quote) == [0, 14, 37]


def test_the_better_tier_comes_before_quotation_marks() -> None:
    text = "“It’s late” and later: It's late."
    assert places(verify(SourceText(text), ["It's late"], []).quote) == [text.rindex("It")]


def test_elided_and_verbatim_fragments_keep_one_order() -> None:
    text = "We informed them late. We told them early."
    found = verify(SourceText(text), ["We […] them", "early"], [])
    assert [match and match.exact for match in found.quote] == ["We told them", "early"]
    found = verify(SourceText(text), ["We […] them", "We told"], [])
    assert [match and match.exact for match in found.quote] == ["We informed them", "We told"]


def test_very_many_fragments_are_each_taken_at_their_first_place() -> None:
    words = [f"word{number}" for number in range(200)]
    found = verify(SourceText(" ".join(words)), words, [])
    assert [match and match.exact for match in found.quote] == words


def test_more_occurrences_than_are_weighed_do_not_hide_an_order() -> None:
    text = "a, " * 3000 + "end, a"
    assert places(verify(SourceText(text), ["end", "a"], []).quote) == [9000, 9005]
    assert places(verify(SourceText("b, " + text), ["b", "a, end"], []).quote) == [0, 9000]


def test_nothing_to_verify_gives_nothing() -> None:
    found = verify(SourceText(""), [], [])
    assert (found.quote, found.passage) == ((), ())
    assert verify(SourceText(""), ["a"], ["b"]).quote == (None,)
