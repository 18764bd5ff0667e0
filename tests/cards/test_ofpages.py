"""Cards of pages that are no record's."""

from mkdocs_dossier.cards.ofpages import page_cards, written_cards
from mkdocs_dossier.document.compose import heading, paragraph, stack, text
from mkdocs_dossier.document.entries import entries
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.words import Words
from tests.cards.dealt import seeds
from tests.support import loaded_seeds


def test_an_index_is_found_by_its_title_and_what_it_says_of_itself() -> None:
    card = seeds()["places/index.md"]
    assert (card.kind, card.title) == ("Page", "Places")
    assert card.lines == ("Where events happened; only cities and sites are known as points.",)
    assert seeds()["index.md"].title == loaded_seeds().dossier.settings.title


def test_no_further_page_of_a_list_has_a_card() -> None:
    assert not [key for key in seeds() if "/pages/" in key or "/further/" in key]


def test_a_page_of_another_package_has_a_card_for_each_heading_with_text() -> None:
    blocks = stack(
        paragraph(text("first")),
        heading(2, text("A"), "a"),
        paragraph(text("one")),
        heading(2, text("B"), "b"),
    )
    loaded = loaded_seeds()
    view = View(loaded.dossier, loaded.findings, Words(), Outlines((), ()))
    page = Page("extra/index.md", "Extra", "", blocks)
    found = list(page_cards(view, page, entries(page), is_index=False))
    assert [(one.anchor, one.title, one.lines, one.page) for one in found] == [
        ("", "Extra", ("first",), ""),
        ("a", "A", ("one",), "Extra"),
    ]


def test_hand_written_pages_come_from_what_the_search_plugin_has_of_them() -> None:
    indexed = [
        {"location": "guide/", "title": "Guide", "text": ""},
        {"location": "guide/#a", "title": "A &amp; <code>B</code>", "text": "<p>x &lt; y</p> <p>z</p>"},
        {"location": "guide/#b", "title": "Empty", "text": ""},
    ]
    found = list(written_cards(indexed, Words()))
    assert [(one.path, one.anchor, one.title, one.lines, one.page) for one in found] == [
        ("guide/", "", "Guide", (), ""),
        ("guide/", "a", "A & B", ("x < y z",), "Guide"),
    ]
    assert all(one.written for one in found)
