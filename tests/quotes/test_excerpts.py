"""What is shown around quoted words: their sentences and no more, and nothing of what was left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.quotes.excerpts import LONGEST, _merged, excerpts, left_out, merged_parts, pieces, shown
from mkdocs_dossier.quotes.letters import splits_character
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find


def around(text: str, *fragments: str) -> list[str]:
    source = SourceText(text)
    matches = [find(source, fragment)[0] for fragment in fragments]
    return [text[start:end] for start, end in excerpts(source, matches)]


@pytest.mark.parametrize(
    ("text", "fragment", "expected"),
    [
        # the sentence, in its paragraph
        ("It was late. He said HERE it is. And so on.", "HERE", ["He said HERE it is."]),
        ("He said HERE it is", "HERE", ["He said HERE it is"]),
        ("HERE. And so on.", "HERE", ["HERE."]),
        ("HERE. And so on.", "HERE.", ["HERE."]),
        ("It was late.” He said HERE", "HERE", ["He said HERE"]),
        ("“It was late!)” He said HERE", "HERE", ["He said HERE"]),
        ("Now? He said “HERE.” And so on.", "HERE", ["He said “HERE.”"]),
        ("Title\nHe said HERE\nNext", "HERE", ["He said HERE"]),
        ("没有通知。美国政府没有通知伊拉克。政府", "美国政府", ["美国政府没有通知伊拉克。"]),
        # words over two sentences have both
        ("One. He said. Yes HERE it is. Two.", "said. Yes", ["He said. Yes HERE it is."]),
        ("One. Two.\nHe said.\nThey left. So.", "said. They", ["He said.\nThey left."]),
        # parts with something between are apart, unless one sentence holds them: then what is between is not
        ("We told them. They knew. We left.", "told them […] left", ["We told them", "left."]),
        ("We told nobody of the raid.", "We […] of the raid", ["We", "of the raid."]),
        (
            "“We told them,” Orm said, “before it.” So.",
            "We told them, […] before it",
            ["“We told them,", "before it.”"],
        ),
        # a bracket that adds words leaves nothing out
        ("We told them of it. So.", "We [never] told", ["We told them of it."]),
    ],
)
def test_around_quoted_words_stands_their_sentence(text: str, fragment: str, expected: list[str]) -> None:
    assert around(text, fragment) == expected


def test_fragments_of_a_list_have_their_own_sentences() -> None:
    text = "He said HERE. Nobody knew why. He said THERE. So."
    assert around(text, "HERE", "THERE") == ["He said HERE.", "He said THERE."]
    assert around("He said HERE, and he said THERE. So.", "HERE", "THERE") == [
        "He said HERE, and he said THERE."
    ]


def test_what_one_quotation_leaves_out_and_another_has_is_shown() -> None:
    text = "We told nobody of the raid before it. So."
    assert around(text, "We […] before it", "nobody of") == ["We", "nobody of", "before it."]


def test_what_is_hidden_besides_is_left_out_of_the_sentences() -> None:
    text = "He said HERE, and they knew why. So."
    source = SourceText(text)
    (match,) = find(source, "HERE")
    at = text.index("and they")
    found = excerpts(source, [match], [(at, at + len("and they"))])
    assert [text[start:end] for start, end in found] == ["He said HERE,", "knew why."]


def test_what_is_left_out_is_what_no_match_has() -> None:
    text = "We told all and each of the shops."
    source = SourceText(text)
    first, second = find(source, "We […] each")[0], find(source, "all and")[0]
    assert [text[start:end] for start, end in left_out([first, second])] == [" told ", " "]


def test_a_long_sentence_is_cut_at_words_to_300_characters() -> None:
    text = f"{'before ' * 60}HERE{' after' * 60}."
    (found,) = around(text, "HERE")
    assert LONGEST - 14 < len(found) <= LONGEST
    assert found.startswith("before before")
    assert found.endswith("after after")
    # What one side does not need goes to the other.
    (found,) = around(f"One HERE{' after' * 60}.", "HERE")
    assert found.startswith("One HERE after")
    assert LONGEST - 7 < len(found) <= LONGEST
    (found,) = around(f"{'before ' * 60}HERE it.", "HERE")
    assert found.endswith("before HERE it.")
    assert LONGEST - 8 < len(found) <= LONGEST


@pytest.mark.parametrize("length", [296, 297, 400])
def test_quoted_words_are_shown_whole_however_long(length: int) -> None:
    quoted = "x" * length
    (found,) = around(f"So {quoted} it.", quoted)
    assert found == (f"So {quoted} it." if length <= LONGEST - 7 else quoted)


def test_a_word_that_goes_on_and_on_is_cut_at_a_character() -> None:
    marks = "e" + "\u0301" * 3
    (found,) = around(marks * 60 + "国" + marks * 60, "国")
    assert len(found) <= LONGEST
    assert found == marks * 37 + "国" + marks * 37


def test_the_pieces_of_a_match_are_the_source_s_own_words() -> None:
    (match,) = find(SourceText("“We told them,” Orm said, “before it.”"), "We told them […] before it")
    assert pieces(match) == ("We told them", "before it")
    assert shown(match) == "We told them […] before it"
    (match,) = find(SourceText("“We  told\nthem.”"), "We told them")
    assert (pieces(match), shown(match)) == (("We  told\nthem",), "We  told\nthem")


def test_spans_are_sorted_and_those_that_touch_joined() -> None:
    assert _merged([(5, 7), (0, 2), (2, 3), (6, 9), (12, 13)]) == [(0, 3), (5, 9), (12, 13)]


PIECES = ["it", "was", "so.", "late.”", "国政。", "é", "e\u0301n", "(no!)", "x" * 45, "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.data())
def test_nothing_left_out_is_shown_and_all_that_is_quoted_is(words: list[str], data: st.DataObject) -> None:
    text = " ".join([*words[:20], "HERE", *words[20:30], "THERE", *words[30:]])
    source = SourceText(text)
    fragment = data.draw(st.sampled_from(["HERE", "HERE […] THERE", "HERE [and] THERE"]))
    (match,) = find(source, fragment)[:1]
    found = excerpts(source, [match])
    assert found == _merged(found)
    quoted = merged_parts([match])
    assert all(any(start <= a and b <= end for start, end in found) for a, b in quoted)
    for (_, end), (start, _) in zip(match.parts, match.parts[1:], strict=False):
        assert not any(a < start and end < b and text[max(a, end) : min(b, start)].strip() for a, b in found)
    for start, end in found:
        assert not splits_character(text, start)
        assert not splits_character(text, end)
        assert text[start:end] == text[start:end].strip()
