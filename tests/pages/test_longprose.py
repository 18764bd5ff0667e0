"""Prose of any length: what stands on the page of its record, and what on further ones."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pages.lengths import MOST_BYTES
from mkdocs_dossier.pages.longprose import prose_list
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.words import Words
from tests.pages.showing import Shown
from tests.support import sound

SENTENCE = "He spoke of [[bob]] and of what there was to be seen. "


@cache
def view() -> View:
    loaded = sound("actors: {bob: {name: Bob, kind: person}}\n")
    return View(loaded.dossier, loaded.findings, Words(), Outlines((), ()))


def pages(prose: str) -> list[list[str]]:
    listed = prose_list(view(), "note", prose)
    return [list(listed.rows_of(number)) for number in range(1, listed.count + 1)]


def test_short_prose_stands_on_one_page() -> None:
    assert pages("One.\n\nTwo.\n\n\nThree.") == [["One.", "Two.", "Three."]]
    assert prose_list(view(), "note", None).items == []


def test_what_belongs_to_a_list_or_a_quotation_is_not_parted() -> None:
    assert pages("One.\n\n- two\n\n- three\n\n> four\n\nFive.") == [
        ["One.\n\n- two\n\n- three\n\n> four", "Five."]
    ]


def test_long_prose_goes_on_after_a_paragraph() -> None:
    paragraph = "word " * 1_000
    found = pages("\n\n".join([paragraph.strip()] * 20))
    assert len(found) > 2
    assert sum(map(len, found)) == 20
    assert all(sum(map(len, one)) <= MOST_BYTES for one in found)


def test_one_endless_paragraph_is_parted_between_words_and_outside_links() -> None:
    found = pages(SENTENCE * 2_000)
    assert len(found) > 2
    pieces = [piece for one in found for piece in one]
    assert "".join(pieces) == SENTENCE * 2_000
    assert all(piece.count("[[") == piece.count("]]") for piece in pieces)


@given(st.lists(st.sampled_from(["word", "[[bob]]", "[a](b c)", "[", "]", "[[", " ", "\n"]), max_size=60))
def test_nothing_is_lost_of_a_paragraph_that_is_parted(pieces: list[str]) -> None:
    prose = "".join(pieces) + "x" * MOST_BYTES + "".join(pieces)
    kept = "".join(piece for page in pages(prose) for piece in page)
    assert "".join(kept.split()) == "".join(prose.split())


@cache
def site() -> Shown:
    note = "".join(f"\n\n      Paragraph {one}. " + SENTENCE * 20 for one in range(60))
    return Shown(
        sound(
            f"actors:\n  bob:\n    name: Bob\n    kind: person\n    description: |{note}\n"
            f"events:\n  e:\n    name: E\n    kind: talk\n    summary: |{note}\n"
            f"claims:\n  c:\n    text: It was so.\n    note: |{note}\n"
        )
    )


def test_all_paragraphs_of_a_description_a_summary_and_a_note_can_be_read() -> None:
    for record, anchor in (("actors/bob", "description"), ("events/e", "summary"), ("claims/c", "note")):
        own = [path.removesuffix("/index.md") for path in site().files if path.startswith(f"{record}/")]
        shown = " ".join(site().words(path) for path in own if path.endswith((record, *"23456789")))
        assert all(f"Paragraph {one}." in shown for one in range(60))
        assert f"{record}/{anchor}/2" in site().leads_to(record)
