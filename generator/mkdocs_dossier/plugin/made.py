"""Our pages between their making and MkDocs' building of them: HTML, Markdown, and what is asked of them."""

import os
import posixpath
import tempfile
import weakref
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, zip_longest
from typing import NamedTuple

from mkdocs_dossier.document.html import Headline, Written, built, opening, write
from mkdocs_dossier.document.markdown import metadata, write_figure, write_page
from mkdocs_dossier.document.nodes import Figure, Page
from mkdocs_dossier.plugin.processes import FEWEST, Task
from mkdocs_dossier.plugin.shortcut import Shortcut


class Spool:
    """A file that nobody else sees, for what is written now and read once, later: so it is in no memory.

    A child process may write to it, if the parent then waits for its end before it reads.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - it lives as long as this
        self._end = 0
        weakref.finalize(self, self._file.close)

    def keep(self, text: str) -> tuple[int, int]:
        """Keep a text; return where it stands."""
        content = text.encode()
        self._file.seek(self._end)
        self._file.write(content)
        start, self._end = self._end, self._end + len(content)
        return start, len(content)

    def read(self, place: tuple[int, int]) -> str:
        """Return what stands at a place."""
        start, length = place
        if hasattr(os, "pread"):  # a child has the same position in the file, which this leaves alone
            return os.pread(self._file.fileno(), length, start).decode()
        self._file.seek(start)
        return self._file.read(length).decode()


class Place(NamedTuple):
    """Where a text is kept: the number of the spool, and the place in it."""

    spool: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Made:
    """One of our pages, made.

    `meta` is what its front matter says. `markdown` is its file, with front matter; empty where nobody asks
    for it. `content` says where its HTML is kept, None where Python-Markdown makes it. `pictures` are put
    into the finished page; where nobody looks at the content, they are in it already.
    """

    path: str
    meta: Mapping[str, object]
    markdown: str = ""
    content: Place | None = None
    pictures: Sequence[str] = ()
    headings: tuple[Headline, ...] = ()
    anchors: tuple[str, ...] = ()
    linked: frozenset[str] = frozenset()
    """The files that the page links to, by their paths below the site's root."""
    pointed: tuple[tuple[str, str, str], ...] = ()
    """The links that end with an anchor: the file, the anchor, and the link as it was written."""


@dataclass(frozen=True, slots=True)
class Kept:
    """All pages of a site, by their paths, with the way that they go, and the spools with their content."""

    pages: Mapping[str, Made]
    way: Shortcut
    spools: Sequence[Spool] = ()

    def read(self, place: Place) -> str:
        """Return a page's content."""
        return self.spools[place.spool].read((place.start, place.length))


def make_pages(
    pieces: Sequence[Callable[[], Sequence[Page]]], way: Shortcut, *, directory_urls: bool, processes: int = 1
) -> Kept:
    """Write pages as they are handed to MkDocs, by so many processes."""
    number = processes if len(pieces) >= FEWEST else 1
    spools = [Spool() for _ in range(number)]

    def share(at: int) -> list[list[Made]]:
        pen = _Pen(way, directory_urls, at, spools[at])
        return [[pen.made(page) for page in piece()] for piece in pieces[at::number]]

    tasks = [Task(partial(share, at)) for at in range(1, number)]
    shares = [share(0)]
    for at, task in enumerate(tasks, start=1):
        done = task.result()
        shares.append(share(at) if done is None else done)
    # Back in the order of the pieces, of which the processes took turns.
    rounds = chain.from_iterable(zip_longest(*shares, fillvalue=[]))
    return Kept({page.path: page for made in rounds for page in made}, way, spools)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes pages into one of the spools."""

    way: Shortcut
    directory_urls: bool
    number: int
    spool: Spool

    def made(self, page: Page) -> Made:
        address = partial(built, path=page.path, directory_urls=self.directory_urls)
        markdown, pictures = "", list[str]()
        if self.way.watched or not self.way.is_taken:
            markdown = write_page(page, partial(_kept_back, pictures), address)
        if not self.way.is_taken:
            return Made(page.path, metadata(page), markdown, pictures=pictures)
        written = self.written(page, address)
        found = [(*_resolved(one, page.path), one) for one in written.links]
        return Made(
            page.path,
            metadata(page),
            markdown,
            Place(self.number, *self.spool.keep(written.html)),
            pictures,
            written.headings,
            written.anchors,
            frozenset(file for file, _, _ in found),
            tuple((file, anchor, link) for file, anchor, link in found if anchor),
        )

    def written(self, page: Page, address: Callable[[str], str]) -> Written:
        permalink = self.way.permalink.to if self.way.permalink else None
        if self.way.watched:
            # Pictures are kept back, and links marked in the page's content, when others have seen it.
            back = partial(_kept_back, [])
            return write(page.blocks, lambda target: opening(address(target)), permalink, back)
        return write(page.blocks, lambda target: _previewed(address(target)), permalink)


@lru_cache(maxsize=1 << 16)
def _resolved(link: str, path: str) -> tuple[str, str]:
    """Return the file that a page's link leads to, by its path below the site's root, and its anchor."""
    file, _, anchor = link.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path, anchor


@lru_cache(maxsize=1 << 16)
def _previewed(address: str) -> str:
    """Open a link that previews its target; links between records all go up and down again."""
    return with_previews(opening(address))  # the attribute is Material's


def _kept_back(kept: list[str], figure: Figure) -> str:
    """Leave an empty element in place of a picture, until the page is built.

    Pictures are finished HTML. To let a Markdown parser and an indexer read them makes a build of many pages
    a third slower, and changes nothing.
    """
    kept.append(write_figure(figure))
    return _place(len(kept) - 1)


def _place(number: int) -> str:
    """Write what stands in a page's content for one of its pictures."""
    return f'<div data-dossier-picture="{number}"></div>'


def with_pictures(html: str, pictures: Sequence[str]) -> str:
    """Put the pictures that were kept back into a finished page."""
    for number, picture in enumerate(pictures):
        html = html.replace(_place(number), picture, 1)
    return html


def with_previews(html: str) -> str:
    """Mark the links of a page's content that preview their targets, as `make_pages` does."""
    return html.replace('<a href="../', '<a data-preview href="../')
