"""Our pages between their making and MkDocs' building of them: HTML, Markdown, and what is asked of them."""

import os
import posixpath
import tempfile
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import zip_longest
from typing import NamedTuple

from mkdocs_dossier.document.entries import Entry, entries
from mkdocs_dossier.document.html import Headline, Written, built, opening, write
from mkdocs_dossier.document.markdown import write_figure, write_page
from mkdocs_dossier.document.nodes import Figure, Page
from mkdocs_dossier.pages.tracing import Notes, Piece, ReadTable
from mkdocs_dossier.plugin.collector import paused_collector
from mkdocs_dossier.plugin.processes import FEWEST, Task
from mkdocs_dossier.plugin.progress import Progress
from mkdocs_dossier.plugin.shortcut import Shortcut


class Spool:
    """A file that nobody else sees, for what is written now and read once, later: so it is in no memory.

    A child process may write to it, if the parent then waits for its end before it reads.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - it lives as long as this
        self._end = 0
        self.close = weakref.finalize(self, self._file.close)
        """Let go of the file, at the latest when nobody holds this."""

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

    `page` has no blocks any more. `markdown` is its file, with front matter; empty where nobody asks for it.
    `content` says where its HTML is kept, None where that is not made, or known from the last build.
    `pictures` are put into the finished page; where nobody looks at the content, they are in it already.
    `parts` are what it has to be found, where another package has written it.
    """

    page: Page
    markdown: str = ""
    content: Place | None = None
    pictures: Sequence[str] = ()
    headings: tuple[Headline, ...] = ()
    anchors: tuple[str, ...] = ()
    linked: frozenset[str] = frozenset()
    """The files that the page links to, by their paths below the site's root."""
    pointed: tuple[tuple[str, str, str], ...] = ()
    """The links that end with an anchor: the file, the anchor, and the link as it was written."""
    parts: tuple[Entry, ...] = ()

    @property
    def path(self) -> str:
        """The path of its file below the site's root."""
        return self.page.path


@dataclass(frozen=True, slots=True)
class Known:
    """A piece of a site: what was read for it, by the numbers that this has in a table, and its pages."""

    reads: Sequence[int]
    pages: tuple[Made, ...]


class _Fresh(NamedTuple):
    """A piece that was just written: its pages, and what was read, by the names of mappings and of keys."""

    reads: tuple[tuple[str, str], ...]
    pages: tuple[Made, ...]


@dataclass
class Kept:
    """All pages of a site; where a piece is known from the last build, its content is made when asked for.

    `pages` are by their paths, `pieces` by their names; those of other packages have none.
    """

    way: Shortcut
    directory_urls: bool = True
    processes: int = 1
    pages: dict[str, Made] = field(default_factory=dict)
    pieces: dict[str, Known] = field(default_factory=dict)
    unchanged: set[str] = field(default_factory=set)
    """The paths of the pages whose content is what it was in the last build."""
    table: ReadTable = field(default_factory=ReadTable)
    _notes: Notes = field(default_factory=Notes)
    _spools: list[Spool] = field(default_factory=list)
    _later: dict[str, Piece] = field(default_factory=dict)
    """The pieces that are not written yet, by the paths of their pages."""

    def add(
        self, pieces: Sequence[Piece], known: Mapping[str, Known], table: ReadTable, notes: Notes
    ) -> None:
        """Take over the pieces that are known, and write the others; pages keep the order of the pieces.

        `table` has what was read for those that are known, and gets what is read for the others.
        """
        self._notes, self.table = notes, table
        fresh = iter(self._written([piece for piece in pieces if piece.name not in known]))
        for piece in pieces:
            found = known.get(piece.name)
            if found is None:
                reads, pages = next(fresh)
                found = Known(table.numbers(reads), pages)
            self.pages.update((page.path, page) for page in found.pages)
            if piece.name:
                self.pieces[piece.name] = found
            if piece.name in known:
                self._later.update((page.path, piece) for page in found.pages)
        self.unchanged.update(self._later)

    def complete(self, paths: Iterable[str]) -> None:
        """Write the content of these pages, so far as it is not written."""
        missing = {self._later[path].name: self._later[path] for path in paths if path in self._later}
        for made in self._written(list(missing.values())):
            for page in made.pages:
                self.pages[page.path] = page
                del self._later[page.path]

    def close(self) -> None:
        """Let go of all content, when the site is built and nobody will ask for it again."""
        for spool in self._spools:
            spool.close()

    def content(self, path: str) -> str:
        """Return the HTML of a page's content."""
        self.complete([path])
        place = self.pages[path].content
        return self._spools[place.spool].read((place.start, place.length)) if place else ""

    def _written(self, pieces: Sequence[Piece]) -> list[_Fresh]:
        """Write pieces, by several processes if that is worth it."""
        if not pieces:
            return []
        number = self.processes if len(pieces) >= FEWEST else 1
        first = len(self._spools)
        self._spools += [Spool() for _ in range(number)]

        def share(at: int, progress: Progress | None = None) -> list[_Fresh]:
            pen = _Pen(self.way, self.directory_urls, first + at, self._spools[first + at])
            found = []
            for piece in pieces[at::number]:
                found.append(pen.piece(piece, self._notes))
                if progress:
                    progress.step(number)  # the others are about as far
            return found

        # Documents refer to one another in no circle.
        with paused_collector():
            tasks = [Task(partial(share, at)) for at in range(1, number)]
            progress = Progress("Writing pages", len(pieces))
            shares = [share(0, progress)]
            for at, task in enumerate(tasks, start=1):
                done = task.result()
                shares.append(share(at) if done is None else done)
            progress.done()
        # Back in the order of the pieces, of which the processes took turns.
        return [one for turn in zip_longest(*shares) for one in turn if one is not None]


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes pages into one of the spools."""

    way: Shortcut
    directory_urls: bool
    number: int
    spool: Spool

    def piece(self, piece: Piece, notes: Notes) -> _Fresh:
        with notes.taken() as reads:
            pages = tuple(self.made(page, is_ours=bool(piece.name)) for page in piece.write())
        return _Fresh(notes.named(reads), pages)

    def made(self, page: Page, *, is_ours: bool) -> Made:
        address = partial(built, path=page.path, directory_urls=self.directory_urls)
        markdown, pictures = "", list[str]()
        if self.way.watched or not self.way.is_taken:
            markdown = write_page(page, partial(_kept_back, pictures), address)
        bare, parts = replace(page, blocks=()), () if is_ours else entries(page)
        if not self.way.is_taken:
            return Made(bare, markdown, pictures=pictures, parts=parts)
        written = self.written(page, address)
        found = [(*_resolved(one, page.path), one) for one in written.links]
        return Made(
            bare,
            markdown,
            Place(self.number, *self.spool.keep(written.html)),
            pictures,
            written.headings,
            written.anchors,
            frozenset(file for file, _, _ in found),
            tuple((file, anchor, link) for file, anchor, link in found if anchor),
            parts,
        )

    def written(self, page: Page, address: Callable[[str], str]) -> Written:
        permalink = self.way.permalink.to if self.way.permalink else None
        if self.way.watched:
            # Pictures are kept back, and links marked in the page's content, when others have seen it.
            back = partial(_kept_back, [])
            return write(page.blocks, lambda target: opening(address(target)), permalink, back)
        return write(page.blocks, lambda target: _previewed(address(target)), permalink)


@lru_cache(maxsize=1 << 14)
def _resolved(link: str, path: str) -> tuple[str, str]:
    """Return the file that a page's link leads to, by its path below the site's root, and its anchor."""
    file, _, anchor = link.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path, anchor


@lru_cache(maxsize=1 << 14)
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
    """Mark the links of a page's content that preview their targets, as they are where nobody looks at it."""
    return html.replace('<a href="../', '<a data-preview href="../')
