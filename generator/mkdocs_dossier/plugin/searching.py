"""The plugin's part in search: what the search plugin of a site indexes, and how its pages ask for it.

A small site has the search of its theme, with an entry for each card. A large one has Pagefind, of whose
index a browser fetches no more than it needs. Either way our script stands between the theme's search box and
what finds, so that nothing is fetched before somebody searches, and hits come in our order.
"""

import json
import logging
from collections.abc import Collection, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.htmlcards import html_cards, more_files
from mkdocs_dossier.cards.indexentries import HIDDEN_FIELDS, material_entries, plain_entries
from mkdocs_dossier.cards.ofpages import written_cards
from mkdocs_dossier.document.html import built
from mkdocs_dossier.plugin import pagefinding
from mkdocs_dossier.plugin.cachefolder import cache_folder
from mkdocs_dossier.words import Words

log = logging.getLogger("mkdocs_dossier")

CHOICES = ("auto", "material", "pagefind")
"""What `search` may be in `mkdocs.yml`; `auto` is Pagefind from a thousand records on."""
_LARGE = 1000
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
        self._is_made = False
        """Whether a server has made Pagefind's index since it was started."""
        self.spared: tuple[str, ...] = ()
        """The folders at the top of the site whose files may be as the last build left them."""
        self.cards: Sequence[Card] = ()
        """All that the dossier has to be found; the plugin puts it here whenever it has read it."""
        self._words = Words()

    def settle(self, config: MkDocsConfig, asked: str, words: Words, *, serving: bool) -> None:
        """Choose the kind of search, and set its plugin up, before that reads its own settings."""
        self._plugin = is_searched(config)
        self._is_theirs = type(self._plugin).__module__.startswith("material.")
        self._words, self._serving = words, serving
        self._is_large = self._is_theirs and self._chooses_pagefind(config, asked)
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

    def _chooses_pagefind(self, config: MkDocsConfig, asked: str) -> bool:
        number = sum(not card.is_day for card in self.cards)
        if asked == "material" or (asked == "auto" and number < _LARGE):
            return False
        offline: Any = config.plugins.get("material/offline")
        if offline is not None and offline.config.get("enabled", True):
            # Its index cannot be fetched from a file.
            return False
        if pagefinding.version() is None:
            log.warning(
                "%d records make a search that a browser fetches whole. For one that fetches what it needs,"
                ' install "mkdocs-dossier[search]".',
                number,
            )
            return False
        return True

    def leave_out(self, page: Page) -> None:
        """Keep a page of ours from being taken apart by the search plugin: its cards stand for it."""
        if self._is_theirs:
            page.meta["search"] = {**(page.meta.get("search") or {}), "exclude": True}

    def finish(self, config: MkDocsConfig, shown: Collection[str]) -> None:
        """Put what is searched in the place of what the search plugin has of our pages, and write our script.

        `shown` are the paths of our pages that no hand-written page replaces.
        """
        if self._plugin is None:
            return
        cards = [card for card in self.cards if card.path in shown]
        if not self._is_theirs:
            self._replace_plain(config, cards, shown)
            return
        index, before = self._plugin.search_index, self._plugin.search_index_prev
        is_large = self._is_large and self._write_pagefind(config, cards, index.entries)
        self.spared = ("pagefind",) if is_large else ()
        if is_large:
            # Nobody fetches the theme's index then.
            index.entries = []
        else:
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

    def _write_pagefind(self, config: MkDocsConfig, cards: Sequence[Card], others: Sequence[Any]) -> bool:
        """Make Pagefind's index, also of what is indexed of hand-written pages; tell if it went well."""
        all_cards = [*cards, *written_cards(others, self._words)]
        target, cache = Path(config.site_dir) / "pagefind", cache_folder(config)
        try:
            # A server shows an edit at once, and finds what was there when it was started.
            if not (self._is_made and pagefinding.reuse(target, cache)):
                pages = html_cards(all_cards, directory_urls=config.use_directory_urls)
                pagefinding.make(pages, target, cache, self._words.language)
                self._is_made = self._serving
        except pagefinding.PagefindError as trouble:
            log.warning("%s The search of the theme is used.", trouble)
            return False
        for name, content in more_files(all_cards, directory_urls=config.use_directory_urls).items():
            (target / name).write_bytes(content)
        return True

    def _write_script(self, config: MkDocsConfig, *, is_large: bool) -> None:
        settings = {"large": is_large, "separator": self._plugin.config["separator"]}
        script = (resources.files("mkdocs_dossier") / "assets" / "scripts" / "ahead.js").read_text("utf-8")
        target = Path(config.site_dir) / _SCRIPT
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"window.dossierSearch = {json.dumps(settings)};\n{script}", "utf-8")


def is_searched(config: MkDocsConfig) -> Any:
    """Return the plugin that a site is searched by, MkDocs' own or Material's; None if there is none."""
    for name in ("material/search", "search"):
        plugin: Any = config.plugins.get(name)
        if plugin is not None and plugin.config.get("enabled", True):
            return plugin
    return None
