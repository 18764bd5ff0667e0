"""Addresses that open the original at a passage, by the rules of URL text fragments."""

from urllib.parse import unquote

import pytest
from hypothesis import given

from mkdocs_dossier.pages.textfragment import passage_url
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find
from tests.rendering import hostile_text

URL = "https://example.org/a"


def match(words: str) -> Match:
    return find(SourceText(words), words)[0]


def directive(words: str, url: str = URL) -> str:
    whole = passage_url(url, match(words))
    head, _, tail = whole.partition(":~:")
    assert head == (url if "#" in url else f"{url}#")
    return tail


def test_a_short_passage_stands_whole() -> None:
    assert directive("We informed the Iraqis") == "text=We%20informed%20the%20Iraqis"


def test_what_means_something_in_a_directive_is_encoded() -> None:
    assert directive("al-Awadi, said & done") == "text=al%2DAwadi%2C%20said%20%26%20done"


def test_a_long_passage_stands_by_its_ends() -> None:
    words = " ".join(f"word{number}" for number in range(30))
    ends = ["word0 word1 word2 word3 word4", "word25 word26 word27 word28 word29"]
    assert [unquote(part) for part in directive(words).removeprefix("text=").split(",")] == ends


def test_a_passage_of_two_paragraphs_stands_by_its_ends() -> None:
    assert directive("The end.\nThe start").removeprefix("text=").split(",") == ["The%20end.", "The%20start"]


def test_a_few_long_words_stand_whole() -> None:
    words = "Donaudampfschifffahrtsgesellschaftskapitän und Donaudampfschifffahrtsgesellschaftsmütze"
    assert unquote(directive(words)) == f"text={words}"


def test_arabic_is_encoded_as_utf8() -> None:
    assert directive("باسم") == "text=%D8%A8%D8%A7%D8%B3%D9%85"


@pytest.mark.parametrize("url", [f"{URL}#section", f"{URL}?q=1#s", f"{URL}?q=1"])
def test_a_fragment_of_the_addresss_own_stays(url: str) -> None:
    assert directive("word", url) == "text=word"


@given(hostile_text)
def test_an_address_is_one_word_of_ascii_and_gives_back_the_passage(words: str) -> None:
    matches = find(SourceText(words), words)
    if not matches:
        return
    found = matches[0]
    url = passage_url(URL, found)
    assert url.isascii()
    assert not set(url) & set(" \t\n\"'<>`|{}\\^")
    assert url.startswith(f"{URL}#:~:text=") or url == URL
    if len(words.splitlines()) == 1 and len(words) <= 60:
        assert unquote(url.partition("text=")[2]).split() == found.exact.split()
