"""Makes the files of a dossier's site.

The plugin and the command line read a folder by `disk.folders`, load it by `loading`, and call this.
"""

import json
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.ofdays import day_cards
from mkdocs_dossier.cards.ofpages import page_cards
from mkdocs_dossier.cards.ofrecords import record_cards
from mkdocs_dossier.document.html import built
from mkdocs_dossier.document.markdown import write_page
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.exports.downloads import downloads
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.pages.editing import Repository
from mkdocs_dossier.pages.filterfiles import filter_files
from mkdocs_dossier.pages.moved import redirect_pages
from mkdocs_dossier.pages.navigation import write_pages
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.pictures.ties.graphviz import load_layout
from mkdocs_dossier.words import Words, read_catalogue

ASSETS = "assets/dossier"
_STYLES = [
    "colours",
    "text",
    "badges",
    "statements",
    "claims",
    "home",
    "facts",
    "records",
    "tables",
    "controls",
    "filter",
    "search",
    "pictures",
    "timeline",
    "positions",
    "print",
]
_SCRIPTS = [
    "start",
    "matching",
    "filter",
    "ranking",
    "hits",
    "smallsearch",
    "largesearch",
    "narrowing",
    "searching",
    "tables",
    "cite",
    "anchors",
]
"""The parts of the style sheet and of the script, in their order: a site fetches one file of each."""


@dataclass(frozen=True)
class Site:
    """The site of a dossier: its pages, its other files by their paths below its root, its search cards."""

    pages: tuple[Page, ...]
    files: Mapping[str, bytes]
    cards: tuple[Card, ...] = ()


def make_site(
    loaded: Loaded,
    words: Words | None = None,
    *,
    directory_urls: bool = True,
    repository: Repository | None = None,
    wanted: Container[str] = (),
    searched: bool = False,
) -> Site:
    """Make the site of a dossier: pages, data, redirects, styles and scripts; no hand-written page.

    `words` are by default those in the dossier's language. `directory_urls` says whether a page is published
    as `x/`, as MkDocs does by default, or as `x/index.html`. `repository` is where the dossier's files are
    kept. The index of a section that has nothing is left out, unless its path is one of those `wanted`. Cards
    for search are made if the site is `searched`. The same dossier gives the same site. Raises
    `ExtensionError` where another package's page or export cannot be used.
    """
    dossier, findings = loaded.dossier, loaded.findings
    words = words or words_in(dossier.settings.language)
    view = View(
        dossier, findings, words, _outlines(), load_layout(), directory_urls, loaded.source_map, repository
    )
    exports = {f"data/{export.name}": export.write(dossier, findings) for export in downloads()}
    pages = tuple(page for page in write_pages(view) if not page.is_empty or page.path in wanted)
    files = exports | filter_files(view) | redirect_pages(view) | assets(words)
    return Site(pages, files, _cards(view, pages) if searched else ())


def _cards(view: View, pages: tuple[Page, ...]) -> tuple[Card, ...]:
    """Make all cards of a site: one a record, a page beside these, and a day of the timeline."""
    # The theme takes the first entry of an address for the page that its other ones are parts of.
    return (*record_cards(view), *page_cards(view, pages), *day_cards(view))


def build(loaded: Loaded, words: Words | None = None, *, directory_urls: bool = True) -> dict[str, bytes]:
    """Write all files of the site, the pages as Markdown, by their paths below its root; see `make_site`."""
    site = make_site(loaded, words, directory_urls=directory_urls)
    address = partial(built, directory_urls=directory_urls)
    pages = {page.path: write_page(page, address=address).encode() for page in site.pages}
    return pages | dict(site.files)


def _script_words(words: Words) -> str:
    """Write the words that the script shows, as its first line."""
    said = {
        "any": words.say("any"),
        "by-kind": words.say("Kind"),
        "by-label": words.say("Where it stands"),
        "by-speaker": words.say("Speaker"),
        "by-stance": words.say("Position"),
        "by-year": words.say("Year"),
        "comma": words.say(", "),
        "copied": words.say("Copied"),
        "copy": words.say("Copy"),
        "failed": words.say("The filter could not be loaded; the list below holds everything."),
        "fewer": words.say("fewer"),
        "fewerFilters": words.say("Fewer filters"),
        "filter": words.say("Filter"),
        "filterDated": words.say("Filter by name, word or day"),
        "filterNamed": words.say("Filter by name or word"),
        "first": words.say("the first {n} are shown"),
        "more": words.say("more"),
        "moreFilters": words.say("More filters"),
        "narrow": words.say("Narrow the search"),
        "near": words.say("with a spelling near to it: {words}"),
        "none": words.say("Nothing found"),
        "page": words.say("Page"),
        "reset": words.say("Show all"),
        "shown": words.say("{n} of {all}"),
        "selected": words.say("Selected: copy it with the keyboard"),
        "sort": words.say("Sort by this column"),
    }
    return f"window.dossierWords = {json.dumps(said, ensure_ascii=False)};"


def words_in(language: str) -> Words:
    """Return the program's own words in a language (a BCP 47 tag), in English if there is no catalogue."""
    catalogues = resources.files("mkdocs_dossier") / "locale"
    for name in (language, language.partition("-")[0]):
        catalogue = catalogues / f"{name}.po"
        if catalogue.is_file():
            return read_catalogue(language, catalogue.read_bytes())
    return Words(language)


@cache
def _outlines() -> Outlines:
    """Read the country outlines that come with the program; once, since parsing them takes a moment."""
    return Outlines.parse((resources.files("mkdocs_dossier") / "data" / "outlines.json").read_bytes())


def assets(words: Words) -> dict[str, bytes]:
    """Read the styles, the script and the pictures of every site, by their paths below the site's root."""
    folder = resources.files("mkdocs_dossier") / "assets"
    styles = [(folder / "styles" / f"{name}.css").read_text("utf-8") for name in _STYLES]
    scripts = [(folder / "scripts" / f"{name}.js").read_text("utf-8") for name in _SCRIPTS]
    # In a function of their own, so that no name of theirs meets one of another script.
    script = "\n".join([_script_words(words), "(() => {", '"use strict";', *scripts, "})();", ""])
    return {
        f"{ASSETS}/dossier.css": "\n".join(styles).encode(),
        f"{ASSETS}/dossier.js": script.encode(),
        f"{ASSETS}/favicon.svg": (folder / "favicon.svg").read_bytes(),
    }
