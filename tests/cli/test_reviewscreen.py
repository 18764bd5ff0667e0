"""What the screen of a review shows: all of it in the width of the terminal, and nothing that steers it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mkdocs_dossier.authoring.reading import read
from mkdocs_dossier.authoring.reviewing import queue
from mkdocs_dossier.authoring.reviewingitems import Context, Draft, Item, Kind, Span, Written
from mkdocs_dossier.cli.reviewscreen import KEYS, help_lines, item_lines, key_lines, listed, question_lines
from mkdocs_dossier.drafting.reasons import Basis, Reason
from mkdocs_dossier.problems import Location, warning
from mkdocs_dossier.values.refs import Ref
from tests.authoring.drafted_dossier import drafted

STYLES = re.compile(r"\x1b\[[0-9;]*m")
ITEMS = {item.ref.id: item for item in queue(read(drafted()))}


def plain(lines: list[str]) -> list[str]:
    return [STYLES.sub("", line) for line in lines]


def made(words: str) -> Item:
    """Make an item in which the same words stand in each place that may hold words of a dossier."""
    place = Location("a.yaml", 3, 3)
    reason = Reason("speaker", Basis.PRONOUN, words)
    fields = (Written("speaker", (words, f"  {words}"), reason, (f"# {words}",)),)
    draft = Draft(Ref("statements", words), place, fields, (warning(place, "same-words", words, words),))
    spans = (Span(0, len(words), Kind.QUOTE), Span(len(words) // 2, len(words), Kind.PASSAGE))
    return Item(draft, (draft,), Context("s", f"{words} and {words}", spans, False, True), Basis.PRONOUN)


def test_a_statement_is_shown_with_its_words_its_fields_and_what_comes_with_it() -> None:
    shown = plain(item_lines(ITEMS["sorrel-2024-03-04-2"], 2, 6, "Saved: something.", 79))
    assert shown[0] == "2 of 6: statement sorrel-2024-03-04-2"
    assert "Saved: something." in shown
    assert "speaker: ben-sorrel  (from “He”, a pronoun beside a verb of saying)" in shown
    assert "quote: in bold above" in shown
    assert "Approved with it: actor ferrymens-guild" in shown
    assert shown.index("Approved with it: actor ben-sorrel") < shown.index("    at: ferrymens-guild")
    assert any("added that the guild “will not pay for a bridge" in line for line in shown)


def test_at_80_columns_the_keys_take_one_line_and_a_statement_fits_above_them() -> None:
    assert len(key_lines(80)) == 1
    assert len(item_lines(ITEMS["quill-2024-03-04-1"], 1, 6, "", 80)) < 24


@pytest.mark.parametrize("width", [80, 40, 20, 1])
@given(
    st.text(
        st.characters(codec="utf-8") | st.sampled_from("漢字한글خوسيه\u0301\u200d\ufe0f👩\u202e\x1b[]"),
        min_size=1,
    )
)
def test_no_line_is_wider_than_the_terminal_and_nothing_steers_it(width: int, words: str) -> None:
    item = made(words)
    drawn = [
        *item_lines(item, 1, 1, words, width),
        *question_lines(words, [words], width),
        *help_lines(width),
        *key_lines(width),
    ]
    for line in plain(drawn):
        assert cell_len(line) <= max(20, width)
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", listed(item))


def test_each_span_has_its_style_and_where_two_overlap_both() -> None:
    line = next(one for one in item_lines(made("ab"), 1, 1, "", 80) if "and ab" in STYLES.sub("", one))
    assert re.search(r"\x1b\[1;33ma\x1b\[0m\x1b\[[0-9;]*m?", line)
    assert "\x1b[1;4;33mb\x1b[0m and ab" in line


def test_where_the_text_is_cut_it_says_so() -> None:
    lines = plain(item_lines(made("ab"), 1, 1, "", 80))
    assert "… ab and ab" in lines


def test_paragraphs_begin_a_new_line() -> None:
    context = Context("s", "One two.\n\n \nThree.", (), True, True)
    shown = plain(item_lines(Item(made("a").draft, (), context, None), 1, 1, "", 80))
    at = shown.index("One two.")
    assert shown[at + 1].strip() == "Three."


def test_all_keys_are_named_and_explained() -> None:
    bar, told = " ".join(plain(key_lines(40))), " ".join(plain(help_lines(80)))
    for key, (word, _) in KEYS.items():
        assert f"{key} {word}" in bar
        assert f"{key}  {word}: " in told


def test_a_key_is_not_parted_from_its_word() -> None:
    for line in plain(key_lines(30)):
        assert len(re.findall(r"(\S) (\w{4,})", line)) == len(line.split("  "))


def test_in_a_list_each_item_is_one_line() -> None:
    assert (
        listed(ITEMS["unknown-2024-03-04-1"])
        == "statement unknown-2024-03-04-1; speaker: not-found; not found"
    )
    assert listed(ITEMS["quill-2024-03-04-1"]) == (
        "statement quill-2024-03-04-1; speaker: ada-quill; "
        "from “Quill”, named beside a verb of saying; with actor ada-quill"
    )
    assert listed(ITEMS["lower-dunwold"]) == "place lower-dunwold; from “Lower Dunwold”, as it stands there"
