"""Makes the files of a dossier's site.

The plugin and the command line read a folder by `disk.folders`, load it by `loading`, and call this.
"""

import json
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from hashlib import sha256
from importlib import resources
from itertools import chain
from typing import Any

from pydantic_core import to_json

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.ofdays import day_cards
from mkdocs_dossier.cards.ofpages import page_cards
from mkdocs_dossier.cards.ofrecords import record_cards
from mkdocs_dossier.document.entries import Entry
from mkdocs_dossier.document.html import built
from mkdocs_dossier.document.markdown import write_page
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.exports.downloads import Write, downloads
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.findings.contents import Content
from mkdocs_dossier.loading import Loaded, Read
from mkdocs_dossier.model.vocabulary import Rights
from mkdocs_dossier.pages.draftpages import draft_pieces
from mkdocs_dossier.pages.editing import Repository
from mkdocs_dossier.pages.filterfiles import filter_files
from mkdocs_dossier.pages.following import follow
from mkdocs_dossier.pages.moved import redirect_pages
from mkdocs_dossier.pages.navigation import is_index, is_ours, paged, pieces, writing
from mkdocs_dossier.pages.tracing import Digests, Notes, Piece, digest, mappings, watched
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.pictures.ties.graphviz import load_layout
from mkdocs_dossier.problems import Location
from mkdocs_dossier.values.refs import SECTIONS, Ref
from mkdocs_dossier.verifying.inventory import MANIFEST, Manifest, digests
from mkdocs_dossier.verifying.inventory import write as write_manifest
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
    with_drafts: bool = False,
    address: str = "",
) -> Site:
    """Make the site of a reviewed dossier: pages, data, redirects, styles and scripts; no hand-written page.

    `words` are by default those in the dossier's language. `directory_urls` says whether a page is published
    as `x/`, as MkDocs does by default, or as `x/index.html`. `repository` is where the dossier's files are
    kept. The index of a section that has nothing is left out, unless its path is one of those `wanted`. The
    same dossier gives the same site. `address` is that of the site's root, where it is known, for files of
    data that are read elsewhere. `with_drafts` adds pages of the drafts, for those who review them; they
    are in no list, search or file. Raises `ExtensionError` where another package's page or export cannot be
    used.
    """
    content, places = loaded.reviewed, _Places.of(loaded, with_drafts=with_drafts)
    words = words or words_in(content.dossier.settings.language)
    view = _view(content, places, words, repository, directory_urls=directory_urls)
    made = [Piece(name, partial(_wanted, write, wanted)) for name, write in pieces(view)]
    views = [view]
    if places.drafts:
        views.append(_whole(view, loaded))
        made += draft_pieces(views[-1], view, paged(), writing())
    settings, lead = content.dossier.settings, content.findings.lead
    basis = digest(to_json([settings, lead, words.language, directory_urls, repository, sorted(wanted)]))
    return Site(
        made,
        _files(content, view, address),
        view.notes,
        Digests(_held(loaded, places), partial(_followed, views)),
        basis,
        partial(_cards, view),
        partial(_forget, views),
        partial(_page_cards, view),
    )


def _view(
    content: Content, places: "_Places", words: Words, repository: Repository | None, *, directory_urls: bool
) -> View:
    notes = Notes()
    seen = watched(places, notes)
    return View(
        watched(content.dossier, notes),
        watched(content.findings, notes),
        words,
        _outlines(),
        load_layout(),
        directory_urls,
        seen.written,
        repository,
        notes,
        seen.drafts,
    )


_WHOLE = "drafts/"
"""What the names begin with of all that is read of the dossier with its drafts."""


def _whole(view: View, loaded: Loaded | Read) -> View:
    """Return a view as another of the dossier with its drafts."""
    return replace(
        view,
        dossier=watched(loaded.dossier, view.notes, _WHOLE),
        findings=watched(loaded.findings, view.notes, _WHOLE),
        realm=_WHOLE,
    )


def _held(loaded: Loaded | Read, places: "_Places") -> dict[str, Mapping[Any, Any]]:
    """Return all mappings that pages are written from, by the names under which they are noted."""
    content = loaded.reviewed
    held = mappings(content.dossier) | mappings(content.findings) | mappings(places)
    if places.drafts:
        whole = mappings(loaded.dossier) | mappings(loaded.findings)
        held |= {f"{_WHOLE}{name}": mapping for name, mapping in whole.items()}
    return held


def _followed(views: Sequence[View], name: str) -> Mapping[Any, Any] | None:
    """Return a mapping that follows from the others, by its name: that of the view whose realm it is of."""
    view = next(one for one in reversed(views) if name.startswith(one.realm))
    return follow(view, paged(), name)


def _forget(views: Iterable[View]) -> None:
    for view in views:
        view.forget()


@dataclass(frozen=True)
class _Places:
    """Where each record is written, and in which file each draft that is shown; the trees can be let go."""

    written: Mapping[Ref, Location]
    drafts: Mapping[Ref, str]

    @classmethod
    def of(cls, loaded: Loaded | Read, *, with_drafts: bool) -> "_Places":
        """Return the places of a dossier's records."""
        written = {ref: entry.key.location for ref, entry in loaded.source_map.entries.items()}
        if not with_drafts or loaded.reviewed.dossier is loaded.dossier:
            return cls(written, {})
        drafts = (
            Ref(section, key)
            for section in SECTIONS
            for key, record in loaded.dossier.section(section).items()
            if record.is_draft
        )
        return cls(written, {ref: written[ref].path for ref in drafts})


def _joined(write: Write, published: Published) -> bytes:
    return b"".join(write(published))


def _files(content: Content, view: View, address: str) -> dict[str, Callable[[], bytes]]:
    published = Published(content.dossier, content.findings, address, view.directory_urls, view.words)
    found = {
        f"data/{name}": partial(_joined, write, published)
        for one in downloads()
        for name, write in one.files.items()
    }
    # Which files there are is known when all are written: who writes them writes this one again then.
    listed = write_manifest(Manifest({}, digests(content.dossier)))
    written = redirect_pages(view) | assets(view.words) | _texts(content) | {MANIFEST: listed}
    return found | filter_files(view) | {path: partial(bytes, content) for path, content in written.items()}


def _texts(content: Content) -> dict[str, bytes]:
    """Return the texts of sources that may be published, each under the SHA-256 of its file."""
    found = (
        text.text.encode()
        for key, source in content.dossier.sources.items()
        if source.rights is Rights.PUBLISH
        for text in content.dossier.versions.get(key, ())
        if text is not None
    )
    # A byte order mark is no part of a text, but of the file that was hashed.
    recorded = {one for several in digests(content.dossier).values() for one in several}
    marked = ((text, BOM_UTF8 + text) for text in found)
    files = ((sha256(one).hexdigest(), one) for both in marked for one in both)
    return {f"data/texts/{digest}.txt": text for digest, text in files if digest in recorded}


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
    files = pages | {path: write() for path, write in site.files.items()}
    hashes = {path: sha256(content).hexdigest() for path, content in files.items() if path != MANIFEST}
    return files | {MANIFEST: write_manifest(Manifest(hashes, digests(loaded.reviewed.dossier)))}


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
