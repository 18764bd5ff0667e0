"""Writes cards as the small HTML pages that Pagefind reads, and that no reader sees.

What it finds a card by and what a hit shows of it are told apart: the words of the card are the page's text;
other spellings, names, and a word for each value of a facet are metadata, which it searches as well; and what
only our script reads stands in the id of an anchor, which is not searched. Pagefind's own filters are not
used: it writes their values in another order each time, so that no two builds were the same.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from unicodedata import category

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.indexentries import address
from mkdocs_dossier.text.folding import split, without_dots
from mkdocs_dossier.text.typing import as_typed

_FACETS = ("kind", "speaker", "stance", "label", "year")
_MOST_BARE = 300
_SHORTEST = 3
_ARABIC = re.compile("[\u0620-\u06ff]+")
_ARTICLE = re.compile("^(?:[وف]?[بكل]?ال|[وف]?لل)(?=..)")
# The same as in `ranking.js`: the articles that are left out of names as often as they are written.
_ARTICLES = frozenset(["al", "el", "ad", "ar", "as", "at", "an", "az", "the", "of", "la", "le", "les", "l"])
_BLANK = re.compile(r"[\s%]")
_FACET_KEY = "zzqx"
"""How the word for a value begins: last of all, so that these share no part of the index with others."""
_SEPARATOR = " \u2016 "
"""What stands between the names of a card."""


def html_cards(cards: Iterable[Card], *, directory_urls: bool) -> dict[str, bytes]:
    """Write the page of each card, by its path in a folder of their own; `more_files` has the days."""
    written = {}
    for card in cards:
        if card.is_day:
            continue
        url = address(card, directory_urls=directory_urls)
        # Named for its address alone, so that its place among the others does not change what is made of it.
        name = sha256(url.encode()).hexdigest()[:20]
        written[f"{name}.html"] = _page(card, url).encode()
    return written


def more_files(cards: Sequence[Card], *, directory_urls: bool) -> dict[str, bytes]:
    """Write what our script fetches beside Pagefind's index when it needs it, by the names of the files."""
    written = {
        "names.json": _name_words(cards),
        "days.json": _days(cards, directory_urls=directory_urls),
        "facets.json": _facet_values(cards),
    }
    return {
        name: json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        for name, content in written.items()
    }


def _name_words(cards: Iterable[Card]) -> list[str]:
    """List the words of all names as they are compared, for near spellings of them."""
    found = {as_typed(word) for card in cards for name in card.names for word in split(name)}
    return sorted(word for word in found if len(word) >= _SHORTEST)


def _days(cards: Iterable[Card], *, directory_urls: bool) -> list[list[object]]:
    """List the days of the timeline, which would make Pagefind's index a third larger than the records do."""
    return [
        [
            address(card, directory_urls=directory_urls),
            card.title,
            card.facts,
            card.days,
            card.page,
            card.kind,
        ]
        for card in cards
        if card.is_day
    ]


def _facet_values(cards: Iterable[Card]) -> dict[str, list[str]]:
    """List the values of each facet, in no order that says anything."""
    found: dict[str, set[str]] = {}
    for card in cards:
        for facet, values in card.facets.items():
            found.setdefault(facet, set()).update(values)
    return {facet: sorted(found[facet]) for facet in _FACETS if facet in found}


def _page(card: Card, url: str) -> str:
    metadata = {
        "title": card.title,
        "names": _SEPARATOR.join(card.names),
        "beside": _SEPARATOR.join(card.beside),
        "near": _SEPARATOR.join([*card.near, card.facts, *_bare_words(card)]),
        "keys": " ".join(_keys(card)),
        "facets": " ".join(_facet_keys(card)),
    }
    told: dict[str, object] = {
        "address": url,
        "page": card.page,
        "facts": card.facts,
        "days": card.days,
        "language": card.language,
        "boost": card.boost,
        "written": card.written,
        "empty": not card.lines,
        "facets": card.facets,
    }
    known = {key: value for key, value in told.items() if value or key == "address"}
    anchor = _BLANK.sub(_encoded, json.dumps(known, ensure_ascii=False, separators=(",", ":")))
    head = [_meta(key, value) for key, value in metadata.items() if value]
    # A page without a word is passed over: that of a card without lines has the title's.
    body = "".join(f"<p>{escape(line)}</p>" for line in card.lines or (card.title,))
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{"".join(head)}</head>'
        f'<body data-pagefind-body>{body}<span id="{escape(anchor)}"></span></body></html>\n'
    )


def _meta(key: str, value: str) -> str:
    return f'<meta data-pagefind-meta="{key}[content]" content="{escape(value)}">'


def _encoded(found: re.Match[str]) -> str:
    """Write a blank as in an address: Pagefind leaves blanks out of an id."""
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _keys(card: Card) -> Iterator[str]:
    """List the words that a card is found by where a whole name is typed."""
    found = (key for name in (card.title, *card.names) if (key := _key(name)))
    yield from dict.fromkeys(found)


def _facet_keys(card: Card) -> Iterator[str]:
    """List the words that a search is narrowed by, one for each value of a facet."""
    for facet in _FACETS:
        for value in card.facets.get(facet, ()):
            yield f"{_FACET_KEY}{_letters(f'{facet} {value}')}"


def _key(name: str) -> str:
    """Make one word of a name: its first word, and a hash of all.

    Pagefind would split the name itself, and stem it. As the first word begins it, it stands in the part of
    the index that is fetched for that word.
    """
    words = _words(name)
    bare = [_ARTICLE.sub("", word) for word in words if word not in _ARTICLES] or words
    if not bare:
        return ""
    return f"{bare[0]}qx{_letters(''.join(bare))}"


def _letters(text: str) -> str:
    """Return a hash (FNV-1a, of 32 bits) in letters."""
    found = 0x811C9DC5
    for byte in text.encode():
        found = (found ^ byte) * 0x01000193 % 2**32
    letters = ""
    for _ in range(7):
        found, letter = divmod(found, 26)
        letters += chr(ord("a") + letter)
    return letters


def _words(text: str) -> list[str]:
    """Return the words of a text as they are compared; marks are parts of words."""
    plain = as_typed(without_dots(text))
    return "".join(char if category(char)[0] in "LNM" else " " for char in plain).split()


def _bare_words(card: Card) -> list[str]:
    """List Arabic words in one form, and without their article, where that differs from how they stand."""
    found: dict[str, None] = {}
    for text in (card.title, *card.lines, *card.names):
        for word in _ARABIC.findall(text):
            plain = as_typed(word)
            bare = _ARTICLE.sub("", plain)
            found.update(dict.fromkeys(one for one in (plain, bare) if one != word))
    return list(found)[:_MOST_BARE]
