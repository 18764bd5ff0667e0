"""Writes cards as entries of the index that MkDocs' search plugins make, and that a browser fetches whole."""

from collections.abc import Iterable, Mapping
from html import escape

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.document.html import built

HIDDEN_FIELDS: Mapping[str, Mapping[str, float]] = {
    "names": {"boost": 1e3},
    "beside": {"boost": 1e2},
    "near": {"boost": 0.5},
}
"""The fields that an entry of Material's search is found by and no hit shows, beside its own three."""


def material_entries(cards: Iterable[Card], *, directory_urls: bool) -> list[dict[str, object]]:
    """Write entries for the search of Material for MkDocs; what it does not know, our script shows.

    Titles and texts are HTML there.
    """
    return [_material(card, directory_urls=directory_urls) for card in cards]


def _material(card: Card, *, directory_urls: bool) -> dict[str, object]:
    entry = {
        "location": address(card, directory_urls=directory_urls),
        "title": _escaped(card.title),
        "text": "".join(f"<p>{_escaped(line)}</p>" for line in card.lines),
        "names": list(card.names),
        "beside": list(card.beside),
        "near": list(card.near),
        "boost": card.boost,
        "page": card.page,
        "kind": card.kind,
        "facts": card.facts,
        "language": card.language,
        "days": card.days,
        "facets": card.facets,
    }
    return {key: value for key, value in entry.items() if value or key in ("location", "title", "text")}


def plain_entries(cards: Iterable[Card], *, directory_urls: bool) -> list[dict[str, str]]:
    """Write entries for MkDocs' own search, which knows plain titles, texts and addresses only."""
    return [
        {
            "title": card.title,
            "text": " ".join((*card.lines, *card.names)),
            "location": address(card, directory_urls=directory_urls),
        }
        for card in cards
    ]


def address(card: Card, *, directory_urls: bool) -> str:
    """Return the address of a card below the site's root; that of the root itself is empty."""
    is_page = card.path.endswith(".md")  # of a hand-written page, it is the address already
    url = built(card.path, "", directory_urls=directory_urls).removeprefix("./") if is_page else card.path
    return f"{url}#{card.anchor}" if card.anchor else url


def _escaped(words: str) -> str:
    return escape(words, quote=False)
