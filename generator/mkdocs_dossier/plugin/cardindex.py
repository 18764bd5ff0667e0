"""Pagefind's index of a site's cards, and what our script fetches beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.htmlcards import html_cards, more_files
from mkdocs_dossier.cards.stored import from_json, to_json
from mkdocs_dossier.disk.single import replace_file
from mkdocs_dossier.plugin import pagefinding
from mkdocs_dossier.plugin.processes import meanwhile

_PAGES = "pagefind-pages.cards"


@dataclass(frozen=True)
class CardIndex:
    """The index of a site: `cache` keeps it between builds, words are stemmed by the `language`."""

    cache: Path
    language: str
    directory_urls: bool

    def keep(self, cards: Sequence[Card]) -> bool:
        """Make the index and the files beside it, if they are not kept already. Raises `PagefindError`."""
        pages = html_cards(cards, directory_urls=self.directory_urls)
        beside = more_files(cards, directory_urls=self.directory_urls)
        pagefinding.keep(pages, beside, self.cache, self.language)
        return True

    def last_pages(self) -> tuple[Card, ...] | None:
        """Return the cards of pages in the last build, which are known late; None if nobody knows."""
        try:
            return from_json((self.cache / _PAGES).read_bytes())
        except OSError:
            return None

    def remember(self, pages: Sequence[Card]) -> None:
        """Keep the cards of pages for the next build."""
        replace_file(self.cache / _PAGES, to_json(pages))


class EarlyIndex:
    """An index that another process makes while the pages are built, of records and of `pages` as guessed."""

    def __init__(
        self, index: CardIndex, cards: Callable[[], Sequence[Card]], pages: Sequence[Card], number: int
    ) -> None:
        self._pages = tuple(pages)
        self._made = meanwhile(lambda: index.keep([*cards(), *pages]), number)

    def is_of(self, pages: Sequence[Card]) -> bool:
        """Wait for the index, and tell whether it is of these pages. Raises `PagefindError`."""
        return self._made() and self._pages == tuple(pages)
