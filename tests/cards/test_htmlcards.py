"""Cards as the pages that Pagefind reads, and what is fetched beside its index."""

import json
from typing import Any
from urllib.parse import unquote

import html5lib
import pytest

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.htmlcards import _key, _letters, html_cards, more_files
from mkdocs_dossier.loading import load
from tests.cards.dealt import cards_of, seeds, small
from tests.hostile import folder_of, hostile


def read(page: bytes) -> tuple[dict[str, list[str]], str]:
    """Read a page as Pagefind does: its metadata by name, and its text."""
    tree = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    found: dict[str, list[str]] = {}
    for one in tree.iter("meta"):
        if key := one.get("data-pagefind-meta"):
            found.setdefault(key.removesuffix("[content]"), []).append(one.get("content", ""))
    return found, "|".join("".join(one.itertext()) for one in tree.iter("p"))


def told(page: bytes) -> dict[str, Any]:
    tree = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    (anchor,) = (one.get("id", "") for one in tree.iter() if one.get("id"))
    assert anchor == "".join(anchor.split()), "Pagefind leaves blanks out"
    data = json.loads(unquote(anchor))
    assert isinstance(data, dict)
    return data


def test_a_card_is_a_page_with_its_words_and_what_no_hit_shows() -> None:
    (page,) = html_cards([small()["actors/ada/index.md"]], directory_urls=True).values()
    known, text = read(page)
    assert text == "An engineer, of the Ministry of Works.|Spokesperson, Ministry of Works"
    assert known["title"] == ["Ada al-Quill"]
    assert told(page)["facets"]["kind"] == ["Actor"]
    assert _letters("kind Actor") in known["facets"][0]
    assert "Countess" in known["names"][0]
    assert _key("Ada al-Quill") in known["keys"][0].split()
    assert told(page)["address"] == "actors/ada/"


def test_a_card_without_a_line_has_a_word_to_be_found_at_all_and_says_so() -> None:
    (page,) = html_cards([Card("places/x/index.md", "Place", "Erbil", "en")], directory_urls=True).values()
    assert read(page)[1] == "Erbil"
    assert told(page)["empty"] is True


def test_hostile_text_is_nothing_but_text() -> None:
    found = [card for card in cards_of(load(folder_of(hostile(120)))).values() if not card.is_day]
    pages = html_cards(found, directory_urls=True)
    assert len(pages) == len(found)
    for card, page in zip(found, pages.values(), strict=True):
        known, text = read(page)
        assert known["title"] == [card.title]
        assert text == "|".join(card.lines or (card.title,))
        assert told(page).get("facts", "") == card.facts


def test_the_place_of_a_card_among_others_changes_nothing() -> None:
    found = list(seeds().values())
    assert html_cards(found, directory_urls=True) == html_cards(found[::-1], directory_urls=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Basim al-Awadi", "basim awadi"),
        ("U.S. Army", "us army"),
        ("حكومة سهلان", "الحكومة سهلان"),
        ("Ö", "o"),
    ],
)
def test_names_that_are_typed_for_one_another_have_one_key(one: str, other: str) -> None:
    assert _key(one) == _key(other)


def test_a_key_begins_with_the_first_word_and_a_name_without_a_word_has_none() -> None:
    assert _key("John Kirby").startswith("johnqx")
    assert _key("John Kirby") != _key("John Kerby")
    assert _key("—") == ""


def test_days_names_and_facets_stand_beside_the_index() -> None:
    files = {
        name: json.loads(content)
        for name, content in more_files(list(seeds().values()), directory_urls=True).items()
    }
    assert "kirby" in files["names.json"]
    assert "alawadi" in files["names.json"]
    day = next(one for one in files["days.json"] if one[0] == "timeline/#day-2024-02-03")
    assert day[1:] == ["3 February 2024", "1 event, 5 statements", [["2024-02-03"]], "Timeline", "Day"]
    assert "Vedant Patel" in files["facets.json"]["speaker"]
    assert list(files["facets.json"]) == ["kind", "speaker", "stance", "label", "year"]
