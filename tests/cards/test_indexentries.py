"""Cards as entries of the index that MkDocs' search plugins make."""

import json
import re
from html import unescape

import pytest

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.indexentries import HIDDEN_FIELDS, address, material_entries, plain_entries
from mkdocs_dossier.loading import load
from tests.cards.dealt import cards_of, seeds, small
from tests.hostile import folder_of, hostile


def test_an_entry_is_what_it_was() -> None:
    card = small()["statements/first/index.md"]
    assert material_entries([card], directory_urls=True) == [
        {
            "location": "statements/first/",
            "title": "Ada al-Quill: Says that they are late.",
            "text": "<p>“Les travaux … en retard”</p><p>The works are late</p><p>selon elle</p>",
            "near": ["Ada al-Quill", "The Gazette", "Ministry of Works", "Baburia", "Countess"],
            "boost": 1,
            "kind": "Statement",
            "facts": "3 February 2024 · The Gazette",
            "language": "en",
            "days": (("2024-02-03",),),
            "facets": card.facets,
        }
    ]


def test_no_other_spelling_is_in_what_a_hit_shows() -> None:
    for entry in material_entries(seeds().values(), directory_urls=True):
        assert "kind" in entry
        assert set(entry) & set(HIDDEN_FIELDS) == {key for key in HIDDEN_FIELDS if entry.get(key)}
    (entry,) = material_entries([seeds()["actors/iraq/index.md"]], directory_urls=True)
    assert "lʿrq" not in str(entry["text"])
    assert "العراق" in entry["names"]  # type: ignore[operator]  # a list of texts


@pytest.mark.parametrize(
    ("card", "directory_urls", "expected"),
    [
        (Card("index.md", "", "", ""), True, ""),
        (Card("index.md", "", "", ""), False, "index.html"),
        (Card("claims/x/index.md", "", "", ""), True, "claims/x/"),
        (Card("claims/x/index.md", "", "", ""), False, "claims/x/index.html"),
        (Card("timeline/index.md", "", "", "", anchor="day"), True, "timeline/#day"),
        (Card("guide/", "", "", "", anchor="a"), True, "guide/#a"),
    ],
)
def test_an_address_is_that_of_the_built_page(card: Card, directory_urls: bool, expected: str) -> None:
    assert address(card, directory_urls=directory_urls) == expected


@pytest.mark.slow
def test_hostile_text_is_nothing_but_text() -> None:
    found = cards_of(load(folder_of(hostile(120)))).values()
    for card, entry in zip(found, material_entries(found, directory_urls=True), strict=True):
        title, text = str(entry["title"]), str(entry["text"])
        assert "<" not in title
        assert unescape(title) == card.title
        assert re.sub("</?p>", "", text).count("<") == 0
        assert tuple(map(unescape, re.findall("<p>(.*?)</p>", text, re.DOTALL))) == card.lines
        json.dumps(entry)


def test_mkdocs_own_search_gets_the_names_in_the_text() -> None:
    (entry,) = plain_entries([small()["actors/ada/index.md"]], directory_urls=True)
    assert entry["location"] == "actors/ada/"
    assert "Countess" in entry["text"]
