"""What there is to review, in which order, and what is shown of each record."""

import textwrap

from mkdocs_dossier.authoring.reading import Reading, read
from mkdocs_dossier.authoring.reviewing import queue
from mkdocs_dossier.authoring.reviewingitems import Item, Kind, after
from mkdocs_dossier.drafting.reasons import Basis, Reason
from mkdocs_dossier.problems import Level
from mkdocs_dossier.values.refs import Ref
from tests.authoring.drafted_dossier import ARTICLE, DRAFT, DRAFT_PATH, drafted

UNKNOWN, HE, QUILL, SORREL = (
    "unknown-2024-03-04-1",
    "sorrel-2024-03-04-2",
    "quill-2024-03-04-1",
    "sorrel-2024-03-04-1",
)


def items_of(draft: str = DRAFT, **files: str) -> dict[str, Item]:
    return {item.ref.id: item for item in queue(read(drafted(draft, **files)))}


def told(item: Item, kind: Kind) -> list[str]:
    assert item.context
    return [item.context.text[one.start : one.end] for one in item.context.spans if one.kind is kind]


def needed(item: Item) -> list[str]:
    return [str(one.ref) for one in item.needs]


# The order


def test_the_least_certain_statement_comes_first_and_what_no_statement_needs_last() -> None:
    assert [*items_of()] == [UNKNOWN, HE, QUILL, SORREL, "lower-quill", "lower-dunwold"]


def test_statements_stand_in_the_order_of_their_reasons_the_surest_last() -> None:
    statements = "".join(
        f"  s-{basis.rank}:\n    review: draft\n    # {Reason('speaker', basis, 'Quill').comment()}\n"
        "    speaker: dunwold\n    source: gazette-2024-03-04\n    quote: Nobody asked us\n"
        for basis in Basis
    )
    assert [*items_of(f"statements:\n{statements}")] == [f"s-{basis.rank}" for basis in reversed(Basis)]


def test_a_statement_of_which_nothing_says_what_its_speaker_rests_on_comes_first() -> None:
    without = DRAFT.replace('    # speaker: from "Ben Sorrel", named beside a verb of saying\n', "")
    assert [*items_of(without)][:2] == [SORREL, UNKNOWN]


def test_of_equal_certainty_the_source_decides_then_the_place_in_the_file() -> None:
    other = """\
sources:
  a-paper: {title: A paper}
statements:
  in-a-paper:
    review: draft
    # speaker: from "Quill", named beside a verb of saying
    speaker: dunwold
    source: a-paper
    passage: Not to be found
"""
    assert [*items_of(zzz=other)][:5] == [UNKNOWN, HE, "in-a-paper", QUILL, SORREL]


def test_an_approved_dossier_leaves_nothing_to_review() -> None:
    assert items_of("") == {}


def test_a_file_that_is_not_sound_is_left_to_the_check() -> None:
    broken = DRAFT.replace("quote: Nobody asked us", 'quote: "Nobody asked us')
    assert items_of(broken) == {}


def test_a_broken_record_is_shown_with_what_is_wrong() -> None:
    items = items_of(DRAFT.replace("    said: 2024-03-04\n", "    sayd: 2024-03-04\n"))
    assert [one.rule for one in items[QUILL].draft.problems] == ["unknown-field"]
    assert items[SORREL].draft.problems == ()


def test_two_events_that_name_one_another_are_both_shown() -> None:
    circle = """\
events:
  first: {review: draft, name: First, kind: march, part_of: second}
  second: {review: draft, name: Second, kind: march, part_of: first}
"""
    assert {"first", "second"} <= {*items_of(circle=circle)}


# What an item shows


def test_a_statement_comes_with_the_drafts_that_it_refers_to_and_those_that_they_do() -> None:
    items = items_of()
    assert needed(items[HE]) == ["actor/ben-sorrel", "actor/ferrymens-guild"]
    assert needed(items[UNKNOWN]) == []
    assert items[HE].together[0] == Ref("statements", HE)


def test_a_link_in_prose_is_a_reference_too() -> None:
    draft = DRAFT.replace(
        "    name: Ada Quill\n", "    name: Ada Quill\n    description: Of [[lower-dunwold]].\n"
    )
    assert needed(items_of(draft)[QUILL]) == ["actor/ada-quill", "place/lower-dunwold"]
    assert "lower-dunwold" not in items_of(draft)


def test_a_statement_is_an_item_of_its_own_even_if_another_one_needs_it() -> None:
    draft = DRAFT.replace("    said: 2024-03-04\n", f"    corrects: {SORREL}\n")
    items = items_of(draft)
    assert needed(items[QUILL])[:2] == ["actor/ada-quill", f"statement/{SORREL}"]
    assert SORREL in items


def test_the_words_are_marked_in_the_text_around_them() -> None:
    item = items_of()[HE]
    assert told(item, Kind.QUOTE) == ["will not pay for a bridge that it never wanted"]
    assert told(item, Kind.PASSAGE) == [
        "He added that the guild “will not pay for a bridge that it never wanted”"
    ]
    assert "He" in told(item, Kind.NAMED)
    assert item.context
    assert item.context.text in ARTICLE
    assert item.context.text.startswith("“Nobody asked us,”")
    assert not item.context.is_start


def test_the_name_is_marked_where_it_is_nearest_to_the_quotation_and_outside_of_it() -> None:
    item = items_of()[QUILL]
    assert item.context
    places = [one.start for one in item.context.spans if one.kind is Kind.NAMED]
    assert places == [item.context.text.index("Quill told")]


def test_where_the_speaker_is_not_named_the_last_name_before_the_words_is_shown_too() -> None:
    item = items_of(
        DRAFT.replace("    name: Ben Sorrel\n", "    name: Ben Sorrel\n    aliases: [the clerk]\n")
    )[HE]
    assert told(item, Kind.NAMED) == ["Ben Sorrel", "He"]
    folder = drafted(DRAFT)
    text = ARTICLE.replace("He added", "“It is not.”\n\nHe added")
    apart = queue(read(type(folder)(folder.yaml, {"gazette/gazette-2024-03-04.txt": text.encode()})))
    found = next(item for item in apart if item.ref.id == HE)
    assert told(found, Kind.NAMED) == ["Ben Sorrel", "He"]
    assert found.context
    assert "“It is not.”\n\nHe added" in found.context.text


def test_a_record_without_a_quotation_is_shown_where_its_name_stands() -> None:
    item = items_of()["lower-dunwold"]
    assert told(item, Kind.NAMED) == ["Lower Dunwold"]
    assert item.context
    assert item.context.text == "The bridge stands at Lower Dunwold."
    assert item.context.is_end


def test_a_name_that_stands_in_the_quotation_alone_is_not_marked() -> None:
    draft = DRAFT.replace('speaker: from "Ben Sorrel"', 'speaker: from "Nobody"')
    assert told(items_of(draft)[SORREL], Kind.NAMED) == []


def test_the_lines_of_a_wrapped_text_are_put_together() -> None:
    folder = drafted(DRAFT)
    wrapped = "\n\n".join(textwrap.fill(one, 60) for one in ARTICLE.split("\n\n"))
    reading = read(type(folder)(folder.yaml, {"gazette/gazette-2024-03-04.txt": wrapped.encode()}))
    item = next(one for one in queue(reading) if one.ref.id == HE)
    assert item.context
    assert "\n" not in item.context.text
    assert told(item, Kind.QUOTE) == ["will not pay for a bridge that it never wanted"]


def test_of_very_long_words_the_beginning_is_shown() -> None:
    words = " ".join(["and so on"] * 2_000)
    folder = drafted(
        "statements:\n  s:\n    review: draft\n    speaker: dunwold\n    source: gazette-2024-03-04\n"
        f"    quote: {words}\n"
    )
    reading = read(type(folder)(folder.yaml, {"gazette/gazette-2024-03-04.txt": words.encode()}))
    context = queue(reading)[0].context
    assert context
    assert 5_900 < len(context.text) < 6_100
    assert context.spans[0].end == len(context.text)


def test_long_paragraphs_are_cut_between_words() -> None:
    words = "before " * 100 + "“It is,” said Ada Quill. " + "behind " * 100
    folder = drafted(
        'statements:\n  s:\n    review: draft\n    # speaker: from "Ada Quill", named before the words\n'
        "    speaker: dunwold\n    source: gazette-2024-03-04\n    quote: It is\n"
    )
    long = type(folder)(folder.yaml, {"gazette/gazette-2024-03-04.txt": words.encode()})
    context = queue(read(long))[0].context
    assert context
    assert 400 < len(context.text) < 620
    assert context.text.startswith("before")
    assert context.text.endswith("behind")
    assert not context.is_start
    assert not context.is_end


def test_fields_are_shown_as_written_with_their_reasons_and_comments_but_not_the_mark_of_a_draft() -> None:
    fields = items_of()[HE].draft.fields
    assert [one.name for one in fields] == ["speaker", "source", "quote", "passage"]
    assert fields[0].lines == ("speaker: ben-sorrel",)
    assert fields[0].reason == Reason("speaker", Basis.PRONOUN, "He")
    assert fields[0].comments == ("# What they paid for the old one is another story.",)
    assert [one.is_marked for one in fields] == [False, False, True, True]


def test_a_reason_above_another_field_is_a_comment_like_any_other() -> None:
    draft = DRAFT.replace(
        "    # What they paid", '    # said: from "Monday", as it stands there\n    # What they paid'
    )
    fields = items_of(draft)[HE].draft.fields
    assert fields[0].comments[0] == '# said: from "Monday", as it stands there'
    assert fields[0].reason == Reason("speaker", Basis.PRONOUN, "He")


def test_a_quotation_of_which_one_part_is_not_in_the_source_is_shown_itself() -> None:
    items = items_of(DRAFT.replace("quote: Nobody asked us", "quote: [Nobody, asked me]"))
    assert [one.is_marked for one in items[SORREL].draft.fields if one.name == "quote"] == [False]


def test_words_that_are_not_in_the_source_are_shown_themselves() -> None:
    items = items_of(DRAFT.replace("quote: Nobody asked us", "quote: Nobody asked me"))
    marked = {one.name: one.is_marked for one in items[SORREL].draft.fields}
    assert (marked["quote"], marked["passage"]) == (False, True)
    assert [one.level for one in items[SORREL].draft.problems] == [Level.ERROR]


def test_that_a_file_has_drafts_is_no_problem_of_the_first_of_them() -> None:
    reading: Reading = read(drafted())
    assert [one.rule for one in reading.loaded.problems] == ["unreviewed"]
    assert all(one.problems == () for item in queue(reading) for one in (item.draft, *item.needs))
    assert {item.draft.place.path for item in queue(reading)} == {DRAFT_PATH}


# Going on and back


def test_going_on_leads_around_the_end_and_from_nowhere_to_the_first() -> None:
    items = queue(read(drafted()))
    assert after(items, items[0].ref, 1) == items[1]
    assert after(items, items[0].ref, -1) == items[-1]
    assert after(items, items[-1].ref, 1) == items[0]
    assert after(items, None, 1) == items[0]
    assert after((), items[0].ref, 1) is None
