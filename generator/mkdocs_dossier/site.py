"""Makes the files of a dossier's site.

The plugin and the command line read a folder by `disk.folders`, load it by `loading`, and call this.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from itertools import chain

from pydantic_core import to_json

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.ofdays import day_cards
from mkdocs_dossier.cards.ofpages import page_cards
from mkdocs_dossier.cards.ofrecords import record_cards
from mkdocs_dossier.document.entries import Entry
from mkdocs_dossier.document.html import built
from mkdocs_dossier.document.markdown import write_page
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.exports.downloads import downloads
from mkdocs_dossier.loading import Loaded, Read
from mkdocs_dossier.pages.editing import Repository
from mkdocs_dossier.pages.filterfiles import filter_files
from mkdocs_dossier.pages.following import follow
from mkdocs_dossier.pages.moved import redirect_pages
from mkdocs_dossier.pages.navigation import is_index, is_ours, paged, pieces
from mkdocs_dossier.pages.tracing import Digests, Notes, Piece, digest, mappings, watched
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.pictures.ties.graphviz import load_layout
from mkdocs_dossier.problems import Location
from mkdocs_dossier.values.refs import Ref
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
    """The site of a dossier: what writes its pages, in their order, and its other files, by their paths.

    `notes` are told what a piece is written from, of which `digests` knows what it is. `basis` is the digest
    of all else that pages of the dossier depend on, the program itself aside. `cards` makes what search finds
    of records and of days; `page_cards` that of a page, which is taken apart where another package has
    written it. `forget` lets go of what several pages are written from, when most of them are written.
    """

    pieces: Sequence[Piece]
    files: Mapping[str, Callable[[], bytes]]
    notes: Notes
    digests: Digests
    basis: str
    cards: Callable[[], tuple[Card, ...]]
    forget: Callable[[], None]
    page_cards: Callable[[Page, Sequence[Entry]], Iterable[Card]]

    @property
    def pages(self) -> Iterator[Page]:
        """All pages, written one by one."""
        return chain.from_iterable(piece.write() for piece in self.pieces)


def make_site(
    loaded: Loaded | Read,
    words: Words | None = None,
    *,
    directory_urls: bool = True,
    repository: Repository | None = None,
    wanted: Collection[str] = (),
) -> Site:
    """Make the site of a dossier: pages, data, redirects, styles and scripts; no hand-written page.

    `words` are by default those in the dossier's language. `directory_urls` says whether a page is published
    as `x/`, as MkDocs does by default, or as `x/index.html`. `repository` is where the dossier's files are
    kept. The index of a section that has nothing is left out, unless its path is one of those `wanted`. The
    same dossier gives the same site. Raises `ExtensionError` where another package's page or export cannot be
    used.
    """
    dossier, findings, notes = loaded.dossier, loaded.findings, Notes()
    words = words or words_in(dossier.settings.language)
    seen = watched(dossier, notes), watched(findings, notes)
    places = _Places({ref: entry.key.location for ref, entry in loaded.source_map.entries.items()})
    written = watched(places, notes).written
    view = View(*seen, words, _outlines(), load_layout(), directory_urls, written, repository, notes)
    made = tuple(Piece(name, partial(_wanted, write, wanted)) for name, write in pieces(view))
    held = mappings(dossier) | mappings(findings) | mappings(places)
    basis = digest(
        to_json([dossier.settings, findings.lead, words.language, directory_urls, repository, sorted(wanted)])
    )
    return Site(
        made,
        _files(loaded, view),
        notes,
        Digests(held, partial(follow, view, paged())),
        basis,
        partial(_cards, view),
        view.forget,
        partial(_page_cards, view),
    )


@dataclass(frozen=True)
class _Places:
    """Where each record is written; the trees of the files can be let go."""

    written: Mapping[Ref, Location]


def _files(loaded: Loaded | Read, view: View) -> dict[str, Callable[[], bytes]]:
    found = {f"data/{one.name}": partial(one.write, loaded.dossier, loaded.findings) for one in downloads()}
    written = redirect_pages(view) | assets(view.words)
    return found | filter_files(view) | {path: partial(bytes, content) for path, content in written.items()}


def _page_cards(view: View, page: Page, parts: Sequence[Entry]) -> Iterable[Card]:
    return page_cards(view, page, parts, is_index=is_ours(page.path) and is_index(page.path))


def _cards(view: View) -> tuple[Card, ...]:
    return (*record_cards(view), *day_cards(view))


def _wanted(write: Callable[[], Iterable[Page]], wanted: Collection[str]) -> Sequence[Page]:
    """Write the pages of a piece, without the indexes of nothing that nobody asks for."""
    return [page for page in write() if not page.is_empty or page.path in wanted]


def build(loaded: Loaded, words: Words | None = None, *, directory_urls: bool = True) -> dict[str, bytes]:
    """Write all files of the site, the pages as Markdown, by their paths below its root; see `make_site`."""
    site = make_site(loaded, words, directory_urls=directory_urls)
    pages = {}
    for page in site.pages:
        address = partial(built, path=page.path, directory_urls=directory_urls)
        pages[page.path] = write_page(page, address=address).encode()
    return pages | {path: write() for path, write in site.files.items()}


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
