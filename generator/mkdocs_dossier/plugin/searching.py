"""The plugin's part in search: what the search plugin of a site indexes, and how its pages ask for it.

A small site has the search of its theme, with an entry for each card. A large one has Pagefind, of whose
index a browser fetches no more than it needs. Either way our script stands between the theme's search box and
what finds, so that nothing is fetched before somebody searches, and hits come in our order.
"""

import json
import logging
import os
import shutil
from collections.abc import Callable, Collection, Sequence
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.indexentries import HIDDEN_FIELDS, material_entries, plain_entries
from mkdocs_dossier.cards.ofpages import written_cards
from mkdocs_dossier.document.html import built
from mkdocs_dossier.plugin import pagefinding
from mkdocs_dossier.plugin.cachefolder import cache_folder
from mkdocs_dossier.plugin.cardindex import CardIndex, EarlyIndex
from mkdocs_dossier.plugin.processes import meanwhile
from mkdocs_dossier.words import Words

log = logging.getLogger("mkdocs_dossier")

CHOICES = ("auto", "material", "pagefind")
"""What `search` may be in `mkdocs.yml`; `auto` is Pagefind from a thousand records on."""
_LARGE = 1000
_PAGEFIND = "pagefind"
_SCRIPT = "assets/dossier/ahead.js"  # beside the script of all pages
# Where Material's search splits words: at everything that is no letter, and before each Han character, so
# that a name inside a longer run is found.
_SEPARATOR = (
    r"[\s\u200b\-‐-―_,.:;!?=\[\](){}<>\"'’‘ʼʿʾ`“”„«»،؛؟。、，：；！？（）《》「」/|·…]+"
    r"|(?=[\u3400-\u9fff])|&(?:amp|lt|gt);"
)


class Searching:
    """What the plugin does for search, in the order of a build: `settle`, `leave_out`, `finish`."""

    def __init__(self) -> None:
        self._plugin: Any = None
        self._is_theirs = False
        """Whether it is the search of Material, which our script can stand in front of."""
        self._is_large = False
        self._serving = False
        self._served: TemporaryDirectory[str] | None = None
        """Where a server keeps Pagefind's index."""
        self.spared: tuple[str, ...] = ()
        """The folders at the top of the site whose files may be as the last build left them; from `settle` on
        those of which this may be so."""
        self._records = 0
        self._cards: Callable[[], Sequence[Card]] = tuple
        """Makes the cards of records and days."""
        self._early: EarlyIndex | None = None
        self._process = 0
        self._words = Words()

    def take(self, cards: Callable[[], Sequence[Card]], records: int, words: Words) -> None:
        """Take over what the dossier, of so many records, has to be found, whenever it has been read."""
        self._cards, self._records, self._words = cards, records, words

    def settle(self, config: MkDocsConfig, asked: str, *, serving: bool) -> None:
        """Choose the kind of search, and set its plugin up, before that reads its own settings."""
        self._plugin = _searched(config)
        self._is_theirs = type(self._plugin).__module__.startswith("material.")
        self._serving, self._early, self._process = serving, None, os.getpid()
        self._is_large = self._is_theirs and self._chooses_pagefind(config, asked)
        self.spared = (_PAGEFIND,) if self._is_large else ()
        if not self._is_theirs:
            return
        settings = self._plugin.config
        if not settings.get("separator"):
            settings["separator"] = _SEPARATOR
            settings["lang"] = settings.get("lang") or ["en"]
            # Material's default drops stop words such as "said", which is a name too, and stems the others.
            settings["pipeline"] = settings.get("pipeline") or []
        for name, field in HIDDEN_FIELDS.items():
            settings["fields"].setdefault(name, dict(field))
        scripts = config.extra.get("polyfills") or []
        # Material puts these into the head of each page, so that they run before its own script.
        config.extra["polyfills"] = [*(one for one in scripts if one != _SCRIPT), _SCRIPT]

    def begin(self, config: MkDocsConfig, number: int) -> None:
        """Let another process, of so many, begin with what is searched, before the site's folder is emptied.

        Of pages, that is taken to be what it was in the last build.
        """
        if self._plugin is None or number == 1:
            return
        if not self._is_large:
            self._cards = meanwhile(self._cards, number)
        elif (guess := self._index(config).last_pages()) is not None:
            early = EarlyIndex(self._index(config), self._cards, self._records, guess)
            self._early = early.begin(number, at_once=False)

    def begin_with(
        self, config: MkDocsConfig, number: int, pages: Sequence[Card], shown: Collection[str]
    ) -> None:
        """Let another process begin if none has: with our pages that are `shown`, and those built yet."""
        # Other processes that build pages come here as well.
        if not self._is_large or number == 1 or self._early or os.getpid() != self._process:
            return
        early = EarlyIndex(self._index(config), self._cards, self._records, self._all_pages(pages, shown))
        self._early = early.begin(number, at_once=True)

    def _all_pages(self, pages: Sequence[Card], shown: Collection[str]) -> list[Card]:
        """List the cards of pages: of ours that are shown, and of what the theme has indexed of others."""
        written = written_cards(self._plugin.search_index.entries, self._words)
        return [*(one for one in pages if one.path in shown), *written]

    def _index(self, config: MkDocsConfig) -> CardIndex:
        target = Path(config.site_dir) / _PAGEFIND
        if self._serving:
            self._served = self._served or TemporaryDirectory(prefix="dossier-", ignore_cleanup_errors=True)
            target = Path(self._served.name) / _PAGEFIND
        return CardIndex(target, cache_folder(config), self._words.language, config.use_directory_urls)

    def _chooses_pagefind(self, config: MkDocsConfig, asked: str) -> bool:
        if asked == "material" or (asked == "auto" and self._records < _LARGE):
            return False
        offline: Any = config.plugins.get("material/offline")
        if offline is not None and offline.config.get("enabled", True):
            # Its index cannot be fetched from a file.
            return False
        if pagefinding.version() is None:
            log.warning(
                "%d records make a search that a browser fetches whole. For one that fetches what it needs,"
                ' install "mkdocs-dossier[search]".',
                self._records,
            )
            return False
        return True

    def leave_out(self, page: Page) -> None:
        """Keep a page of ours from being taken apart by the search plugin: its cards stand for it."""
        if self._is_theirs:
            page.meta["search"] = {**(page.meta.get("search") or {}), "exclude": True}

    def finish(
        self, config: MkDocsConfig, pages: Sequence[Card], shown: Collection[str], *, is_whole: bool
    ) -> None:
        """Put what is searched in the place of what the search plugin has of our pages, and write our script.

        `pages` are the cards of our pages. `shown` are the paths of those that no hand-written page replaces;
        `is_whole` says whether these are all.
        """
        if self._plugin is None:
            return
        if not self._is_theirs:
            self._replace_plain(config, self._all_cards(pages, shown), shown)
            return
        index, before = self._plugin.search_index, self._plugin.search_index_prev
        is_large = False
        if self._is_large:
            all_pages = self._all_pages(pages, shown)
            is_large = self._write_pagefind(config, all_pages, shown, is_whole=is_whole)
        self.spared = (_PAGEFIND,) if is_large else ()
        if is_large:
            # Nobody fetches the theme's index then.
            index.entries = []
        else:
            cards = self._all_cards(pages, shown)
            index.entries += material_entries(cards, directory_urls=config.use_directory_urls)
        if before is not None:
            # `mkdocs serve --dirty` adds to what it had.
            before.entries = [one for one in before.entries if "kind" not in one]
        self._write_script(config, is_large=is_large)

    def _replace_plain(self, config: MkDocsConfig, cards: Sequence[Card], shown: Collection[str]) -> None:
        """Put cards in the place of what MkDocs' own search has taken from the HTML of our pages."""
        ours = {
            built(path, "", directory_urls=config.use_directory_urls).removeprefix("./") for path in shown
        }
        index = self._plugin.search_index
        own = plain_entries(cards, directory_urls=config.use_directory_urls)
        index._entries = [
            *own,
            *(one for one in index._entries if one["location"].partition("#")[0] not in ours),
        ]

    def _all_cards(self, pages: Sequence[Card], shown: Collection[str]) -> list[Card]:
        """List all cards; the theme takes the first of an address for what its other ones are parts of."""
        cards = self._cards()
        records, days = ([card for card in cards if card.is_day is is_day] for is_day in (False, True))
        return [card for card in (*records, *pages, *days) if card.path in shown]

    def _write_pagefind(
        self, config: MkDocsConfig, pages: Sequence[Card], shown: Collection[str], *, is_whole: bool
    ) -> bool:
        """Make Pagefind's index of the records that are shown and of all pages; tell if it went well."""
        index = self._index(config)
        try:
            is_there = self._early.write(pages) if self._early else False
            # A server shows an edit at once, and finds what was there when it was started.
            if not (is_there and is_whole) and not (self._serving and pagefinding.key_of(index.target)):
                index.write([*(card for card in self._cards() if card.path in shown), *pages])
        except pagefinding.PagefindError as trouble:
            log.warning("%s The search of the theme is used.", trouble)
            return False
        if self._serving:
            _lead(Path(config.site_dir) / _PAGEFIND, index.target)
        index.remember(pages)
        return True

    def _write_script(self, config: MkDocsConfig, *, is_large: bool) -> None:
        settings = {"large": is_large, "separator": self._plugin.config["separator"]}
        script = (resources.files("mkdocs_dossier") / "assets" / "scripts" / "ahead.js").read_text("utf-8")
        target = Path(config.site_dir) / _SCRIPT
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"window.dossierSearch = {json.dumps(settings)};\n{script}", "utf-8")


def _lead(path: Path, target: Path) -> None:
    """Let a path of the site lead to a folder beside it."""
    if path.is_symlink():  # it was left where a site's folder was emptied
        path.unlink()
    try:
        path.symlink_to(target, target_is_directory=True)
    except OSError:  # not every system lets every user
        shutil.copytree(target, path, dirs_exist_ok=True)


def _searched(config: MkDocsConfig) -> Any:
    """Return the plugin that a site is searched by, MkDocs' own or Material's; None if there is none."""
    for name in ("material/search", "search"):
        plugin: Any = config.plugins.get(name)
        if plugin is not None and plugin.config.get("enabled", True):
            return plugin
    return None
