"""Speech that is set without quotation marks, and what only looks like it."""

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.quotes.match import is_direct, is_said
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find


def spoken(text: str) -> list[str]:
    return [text[start:end] for start, end in SourceText(text).speech]


DIALOGUES = {
    "— Nous tenons la mairie, a dit Ana Roe.": 1,
    "– Nous tenons la mairie, a-t-elle dit.": 1,
    "- Nous tenons la mairie ! lui a répondu Ana Roe.": 1,
    "—Tenemos el ayuntamiento —dijo Ana Roe.": 1,
    "—¿Quién lo tiene? —preguntó Ana Roe.": 1,
    "— Мы держим мэрию, — сказала Ана Роэ.": 1,
    "— Trzymamy ratusz — powiedziała Ana Roe.": 1,
    "— Teniamo il municipio, disse Ana Roe.": 1,
    "— We hold the hall, said Ana Roe.": 1,
    "– Wir halten das Rathaus, sagte Ana Roe.": 1,
    "- نحن في المبنى، قالت آنا رو.": 1,
    # One of a row says who speaks, or asks.
    "— Qui tient la mairie ?\n— Nous la tenons.\nElle sourit.\n— Trois chars brûlent.": 2,
    "— Nous la tenons.\n— Vous mentez, a dit Bo Lee.\n— Je ne mens pas.": 3,
    "— Nous la tenons.\n— et la gare\n— Vous mentez, a dit Bo Lee.": 2,
    # A line above announces it.
    "Ana Roe a répondu :\n— Nous tenons la mairie.": 1,
    # Lists.
    "– three tanks": 0,
    "– Three tanks": 0,
    "– Three tanks were hit.\n– Two men died.": 0,
    "What was hit:\n– Three tanks, said Ana Roe.\n– Is that all?": 0,
    "- Three tanks, said Ana Roe": 0,
    "-Three tanks, said Ana Roe.": 0,
    "– 16 people died, said Ana Roe.": 0,
    "– nous tenons la mairie, a dit Ana Roe.": 0,
    "— Reporting by Bo Lee.": 0,
    # What somebody said, told.
    "– À Aldorf, le ministre a dit avoir gagné.": 0,
    "– À Aldorf, elle a dit que la ville tient.": 0,
    "– À Aldorf, a dit qu’elle tient.": 0,
    "– On Monday, she said the hall was lost.": 0,
    # The dash is not at the start.
    "ALDORF — Dozens of people left, a dit Ana Roe.": 0,
    "Nous — a dit Ana Roe — tenons.": 0,
}


@pytest.mark.parametrize(("text", "count"), DIALOGUES.items())
def test_a_dialogue_with_dashes_is_told_from_a_list(text: str, count: int) -> None:
    found = spoken(text)
    assert len(found) == count
    assert all(one in text.split("\n") and one[0] in "—–-" for one in found)
    assert len(spoken(normalize("NFD", text))) == count


BLOCKS = {
    "Ana Roe wrote on X:\n\n@We hold the block. No doubt.@\n\nThe post was deleted.",
    "Ana Roe wrote on X:\n@We hold the block.@\nThe post was deleted.",
    "In a statement, the council said:\n@We hold the block.@",
    "The full statement:\n@We hold the block.@\nMore.",
    "Ana Roe on Telegram:\n@we hold the block@\nMore.",
    "Ana Roe schrieb auf X:\n@Wir halten den Block.@\nMehr.",
    "Ana Roe a écrit sur X :\n@Nous tenons le bloc.@\nSuite.",
    "وكتبت آنا رو على إكس:\n@نحن في المبنى.@\nثم حذفت المنشور.",
    "Ana Roe wrote on X:\n@> We hold it.\n> No doubt.@\nThe post was deleted.",
    "Ana Roe wrote on X:\n@> We hold it.@\n  Set in.",
    "Ana Roe wrote on X:\n  @We hold it.\n  No doubt.@\nThe post was deleted.",
    "  Ana Roe wrote on X:\n  @We hold it.@\n  The post was deleted.",
    "Ana Roe wrote on X:\n  @We hold it.@\n",
    "Ana Roe wrote on X:\n@We said:@\nNo.",
    "Ana Roe wrote on X:\n@We hold it.@\nShe said:\n@No.@",
    # Nothing is announced, or no words.
    "Ana Roe wrote on X.\n\nWe hold the block.",
    "Ana Roe wrote on X:",
    "The gains so far:\nWe hold the block.",
    "What Ana Roe said:\nThe hall was lost.",
    "Was Ana Roe sagte:\nDas Rathaus sei verloren.",
    "What we know:\nThe hall was lost.",
    "The list of states:\nNorland.",
    "All about the statement:\nThe hall was lost.",
    "All that we know of the statement:\nThe hall was lost.",
    "Three losses, she said:\n– three tanks\n– a gun",
    "Three losses, she said:\n1. tanks\n2. a gun",
    "Three losses, she said:\n• tanks",
    "She said:\n“We hold it,” and left.",
    "She said " + "and said " * 40 + ":\nWe hold it.",
}


@pytest.mark.parametrize("marked", sorted(BLOCKS))
def test_a_block_is_the_words_that_a_line_announces(marked: str) -> None:
    assert spoken(marked.replace("@", "")) == marked.split("@")[1::2]


TURNS = {
    "Q: @Did you hold it?@\nA: @We did.@",
    "Q2: @Did you hold it?@",
    "QUESTION: @did you hold it@",
    "Frage: @Halten Sie es?@\nAntwort: @Ja.@",
    "Question : @Vous la tenez ?@\nRéponse : @Oui.@",
    "سؤال: @هل أنتم هناك؟@\nجواب: @نعم.@",
    "MR. ROE: @We hold it.@",
    "MR KIRBY: @we hold it@",
    "Mme Roe : @Nous la tenons.@",
    "Ana Roe: @We hold it.@\nBo Lee: @You lie —@",
    "ANA ROE (via video): @We hold it.@\nBO LEE: @You lie!@",
    "KIRBY: @We hold it.@\nThey left.\nKIRBY: @“We do.”@",
    "Ana van der Roe: @We hold it.@\nBo Lee: @No…@",
    "ROE：@We hold it.@\nLEE：@No.@",
    "Q: @Who?@\nRoe: @We hold it.@",
    # One name may be that of a place.
    "BEIRUT: Dozens of people left.",
    "New Delhi: Dozens of people left.",
    # No names.
    "Live: the siege",
    "Note: We hold it.\nNote: We do.",
    "Editor’s Note: We hold it.\nLive Updates: We do.",
    "Time: 5pm\nPlace: Aldorf",
    "Monday: It rains.\nTuesday: It rains.",
    "We hold it: They do not.\nThey do: We do not.",
    "The Long Siege of the Old Town Hall: We hold it.\nThe Long Siege of the Old Town Hall: We do.",
    # No sentences.
    "Aldorf: the siege.\nLennburg: the end.",
    "Aldorf: Siege of the hall\nLennburg: End of the siege",
    "Ana Roe:We hold it.\nBo Lee:No.",
    "Ana Roe:\nBo Lee:",
    "Q: ",
    "a: three tanks\nq: a gun",
    "Mr: We hold it.",
    "the Mr. Roe: We hold it.",
    "1: We hold it.\n2: We do.",
    "https://a.example\n10:30 We hold it.",
    "of Roe: We hold it.\nof Lee: We do.",
}


@pytest.mark.parametrize("marked", sorted(TURNS))
def test_a_turn_is_what_follows_a_name_and_a_colon(marked: str) -> None:
    assert spoken(marked.replace("@", "")) == marked.split("@")[1::2]


def test_a_name_before_a_colon_has_sixty_characters_at_most() -> None:
    for length in (59, 60):
        name = "R" * length
        assert len(spoken(f"{name}: We hold it.\n{name}: We do.")) == (2 if length == 59 else 0)


@pytest.mark.parametrize(("words", "count"), [(6, 2), (7, 0)])
def test_a_name_before_a_colon_has_six_words_at_most(words: int, count: int) -> None:
    name = " ".join(["Roe"] * words)
    assert len(spoken(f"{name}: We hold it.\n{name}: We do.")) == count


@pytest.mark.parametrize(("length", "count"), [(300, 1), (301, 0)])
def test_a_line_that_announces_has_three_hundred_characters_at_most(length: int, count: int) -> None:
    line = "Ana Roe said".ljust(length - 1, "!") + ":"
    assert len(spoken(f"{line}\nWe hold it.")) == count


@pytest.mark.parametrize(
    ("clause", "count"),
    [
        ("a b c dit Ana", 1),
        ("a b c d dit Ana", 0),
        ("abcd dit Ana", 1),
        ("abcde dit Ana", 0),
        ("dit que", 0),
        ("a dit que", 0),
        ("a said Ana", 0),
    ],
)
def test_a_verb_stands_behind_the_words_after_three_short_words_at_most(clause: str, count: int) -> None:
    assert len(spoken(f"— Nous tenons, {clause}.")) == count


def test_words_in_either_form_are_said_and_only_those_in_marks_are_direct() -> None:
    source = SourceText("Ana Roe wrote on X:\nWe hold it, all of it.\nShe “lied” twice.")
    for fragment, said, direct in [
        ("We hold it", True, False),
        ("We hold […] all of it.", True, False),
        ("We hold it […] lied", True, False),
        ("lied", True, True),
        ("She “lied”", False, False),
        ("all of it. She", False, False),
    ]:
        (match,) = find(source, fragment)
        assert (is_said(source, match), is_direct(source, match)) == (said, direct), fragment


@given(
    st.lists(st.sampled_from([*DIALOGUES, *BLOCKS, *TURNS, "— ", ">", ":", "  a"]), max_size=6).map("\n".join)
)
def test_speech_is_in_order_and_inside_of_paragraphs(text: str) -> None:
    source = SourceText(text)
    spans = source.speech
    assert list(spans) == sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    starts, ends = {start for start, _ in source.paragraphs}, {end for _, end in source.paragraphs}
    assert all(end in ends and start < end for start, end in spans)
    assert all(start in starts or text[:start].rstrip()[-1] in ":：" for start, _ in spans)
