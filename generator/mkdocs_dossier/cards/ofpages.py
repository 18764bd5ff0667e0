"""Makes the cards of pages that are no record's: the home page, the indexes, and those of other packages."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.document.entries import Entry
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.text.shortening import cut_words
from mkdocs_dossier.words import Words

_PAGE = mark("Page")
_MOST_CHARACTERS = 1200
_TAG = re.compile("<[^>]*>")


def page_cards(view: View, page: Page, parts: Iterable[Entry], *, is_index: bool) -> Iterator[Card]:
    """Make the cards of a page, none of those of records and of the further pages of lists.

    An index of ours lists records, which have cards of their own: if the page is one (`is_index`), it is
    found by its title and by what it says of itself. A page of another package has a card for each of its
    `parts` with text.
    """
    for number, entry in enumerate(parts):
        if entry.text or not number:
            yield _card(view, page, entry.anchor, entry.title, entry.text)
    if is_index:
        yield _card(view, page, "", page.title, page.description)


def _card(view: View, page: Page, anchor: str, title: str, words: str) -> Card:
    kind = view.words.say(_PAGE)
    return Card(
        path=page.path,
        anchor=anchor,
        page=page.title if anchor else "",
        kind=kind,
        title=title,
        language=view.dossier.settings.language,
        lines=(cut_words(words, _MOST_CHARACTERS),) if words else (),
        facets={"kind": (kind,)},
        boost=page.boost,
    )


def written_cards(entries: Sequence[Mapping[str, str]], words: Words) -> Iterator[Card]:
    """Make cards of what a search plugin has indexed of hand-written pages: parts with a title and a text."""
    kind = words.say(_PAGE)
    titles = {entry["location"]: _plain(entry["title"]) for entry in entries}
    for entry in entries:
        path, _, anchor = entry["location"].partition("#")
        said = _plain(entry["text"])
        if said or not anchor:
            yield Card(
                path=path,
                anchor=anchor,
                page=titles.get(path, "") if anchor else "",
                kind=kind,
                title=_plain(entry["title"]),
                language=words.language,
                lines=(cut_words(said, _MOST_CHARACTERS),) if said else (),
                facets={"kind": (kind,)},
                written=True,
            )


def _plain(markup: str) -> str:
    """Return the words of the HTML that a search index holds."""
    return " ".join(unescape(_TAG.sub(" ", markup)).split())
