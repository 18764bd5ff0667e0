"""Pagefind's index of a site's cards, and what our script fetches beside it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.htmlcards import html_cards, more_files
from mkdocs_dossier.cards.stored import from_json, to_json
from mkdocs_dossier.disk.single import replace_file
from mkdocs_dossier.plugin.pagefinding import key_of, make, put
from mkdocs_dossier.plugin.processes import meanwhile
from mkdocs_dossier.plugin.scratch import scratch

_PAGES = "pagefind-pages.cards"
_SIZE = 10_000
"""About how many bytes the files of a card take, before and after Pagefind has read it."""


@dataclass(frozen=True)
class CardIndex:
    """The index of a site, in the folder `target`; words are stemmed by the `language`.

    `cache` keeps what is known of the last build.
    """

    target: Path
    cache: Path
    language: str
    directory_urls: bool

    def write(self, cards: Sequence[Card]) -> None:
        """Make the index and the files beside it, unless they are there. Raises `PagefindError`."""
        with scratch(len(cards) * _SIZE) as folder:
            self.made(cards, folder)
            put(Path(folder), self.target)

    def made(self, cards: Sequence[Card], folder: str) -> str:
        """Make the index in another folder, unless it is there where it belongs; return what it is of."""
        pages = html_cards(cards, directory_urls=self.directory_urls)
        beside = more_files(cards, directory_urls=self.directory_urls)
        return make(pages, beside, Path(folder), self.language, there=key_of(self.target))

    def last_pages(self) -> tuple[Card, ...] | None:
        """Return the cards of pages in the last build, which are known late; None if nobody knows."""
        try:
            return from_json((self.cache / _PAGES).read_bytes())
        except OSError:
            return None

    def remember(self, pages: Sequence[Card]) -> None:
        """Keep the cards of pages for the next build, where anything can be kept."""
        with suppress(OSError):
            replace_file(self.cache / _PAGES, to_json(pages), synced=False)


class EarlyIndex:
    """An index that another process makes while the pages are built, of records and of `pages` as guessed."""

    def __init__(
        self, index: CardIndex, cards: Callable[[], Sequence[Card]], records: int, pages: Sequence[Card]
    ) -> None:
        self._index = index
        self._cards = cards
        self._pages = tuple(pages)
        self._folder = scratch(records * _SIZE)
        self._made: Callable[[], str] = str

    def begin(self, number: int, *, at_once: bool) -> "EarlyIndex":
        """Let one of so many processes begin.

        `at_once` says that it also puts the index where it belongs, for MkDocs will not empty that any more.
        """
        self._made = meanwhile(lambda: self._make(at_once=at_once), number)
        return self

    def _make(self, *, at_once: bool) -> str:
        made = self._index.made([*self._cards(), *self._pages], self._folder.name)
        if at_once:
            put(Path(self._folder.name), self._index.target)
        return made

    def write(self, pages: Sequence[Card]) -> bool:
        """Wait for the index, and put it where it belongs; tell if it is of these pages, and there.

        Raises `PagefindError`.
        """
        made = self._made()
        with self._folder as folder:
            if self._pages != tuple(pages):
                return False
            put(Path(folder), self._index.target)
        return key_of(self._index.target) == made
