"""Where a quotation may begin and end, character by character: in the middle of a text, and at its ends."""

import pytest

from mkdocs_dossier.quotes.edges import trimmed
from mkdocs_dossier.quotes.letters import splits_character
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import may_end, may_start

PLACES = {
    # Whether a quotation may begin where `|` stands.
    "the |Iraqi government": True,
    "the I|raqi": False,
    "Il dit que l’|armée": True,
    "Il dit que jusqu’|à": True,
    "qu’il ajoute qu’|elle": True,
    "Il dit que n’|ont": False,
    "di dell’|esercito": True,
    "il a aujourd’|hui": False,
    "di xdell’|esercito": False,
    "Il dit que l′|armée": True,
    "It isn`|t": False,
    "It isn´|t": False,
    "It isn′|t": False,
    "حكومة: قال إن ال|حكومة": True,
    "حكومة: قال إن وبال|حكومة": True,
    "قال إن وَ|قال": True,
    "قال إن مَ|كتب": False,
    "قال إن مَال|حكومة": False,
    "حكومة: قال إن وَال|حكومة": True,
    "قال إن مكتبال|حكومة": False,
    "in 1,|500 cases": False,
    "in 1, |500 cases": True,
    "in 1\u00a0|500 cases": False,
    "in 1\u00a0|50 cases": True,
    "in 1\u00a0|5000 cases": True,
    "in 1'|500 cases": False,
    "in 1.|5 cases": False,
    "co\u00ad|operate": False,
    "co-|operate": True,
    "e|\u0301a": False,
    "在|US政府": True,
    "在U|S政府": False,
    "可|以": True,
    "三|五": False,
    "an [un]|happy man": False,
    "an [u|n]happy man": False,
    "an [|un]happy man": False,
    "an |[un]happy man": True,
    "an [un] |happy man": True,
    "said[1]|and": True,
    "an [abcdefghijkl]|mnop": False,
    "an [abcdefghijklm]|nop": True,
}


@pytest.mark.parametrize(("written", "allowed"), PLACES.items())
def test_a_quotation_may_begin_where_a_word_does(written: str, allowed: bool) -> None:
    before, after = written.split("|")
    assert may_start(SourceText(before + after), len(before)) is allowed


ENDS = {
    # Whether one may end there.
    "the Iraqi| government": True,
    "the I|raqi": False,
    "Iraq|’s government": True,
    "Iraq|'S GOVERNMENT": True,
    "Iraq|’st": False,
    "Iraq|’st it": False,
    "Iraq|’s\u0301 it": False,
    "Iraq|’t": False,
    "the soldiers|’ deaths": True,
    "did|n’t": False,
    "l|’armée": False,
    "in 1|,500 cases": False,
    "in 1|, 500 cases": True,
    "in 1|\u202f500 cases": False,
    "85|%": True,
    "cafe|\u0301": False,
    "می|\u200cخواهم": False,
    "15|万": False,
    "人|万": True,
    "said|[1]": True,
    "an [un]|happy man": False,
}


@pytest.mark.parametrize(("written", "allowed"), ENDS.items())
def test_a_quotation_may_end_where_a_word_does(written: str, allowed: bool) -> None:
    before, after = written.split("|")
    assert may_end(SourceText(before + after), len(before)) is allowed


def test_the_ends_of_a_text_are_ends_of_words() -> None:
    for text in ("a", "’", "1", "e\u0301", "\u0301", ""):
        assert may_start(SourceText(text), 0)
        assert may_end(SourceText(text), len(text))


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("“no”,", "no"),
        ("  no", "no"),
        ("no", "no"),
        ("a-b.", "a-b"),
        ("e\u0301. ", "e\u0301"),
        ("…", "…"),
        ("", ""),
        ("x", "x"),
    ],
)
def test_a_span_is_narrowed_to_its_letters_and_digits(text: str, core: str) -> None:
    padded = f"({text})"
    start, end = trimmed(padded, 1, 1 + len(text))
    assert padded[start:end] == core


@pytest.mark.parametrize(
    "char",
    [
        "\u0301",
        "\u064e",
        "\u200c",
        "\u200d",
        "\u0e33",
        "\u0eb3",
        "\u1160",
        "\u11ff",
        "\U0001f3fb",
        "\U0001f3ff",
    ],
)
def test_marks_joiners_vowels_and_skin_tones_belong_to_what_stands_before(char: str) -> None:
    assert splits_character(f"x{char}", 1)


@pytest.mark.parametrize("char", ["a", "\u00ad", "\u115f", "\u1200", "\U0001f3fa", "\U0001f400", "ا", "한"])
def test_other_characters_stand_by_themselves(char: str) -> None:
    assert not splits_character(f"x{char}", 1)
