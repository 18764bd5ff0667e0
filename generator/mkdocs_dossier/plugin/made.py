"""Our pages between their making and MkDocs' building of them: HTML, Markdown, and what is asked of them."""

import os
import posixpath
import tempfile
import weakref
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from mkdocs_dossier.document.html import Headline, built, opening, write
from mkdocs_dossier.document.markdown import metadata, write_figure, write_page
from mkdocs_dossier.document.nodes import Figure, Page
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


@dataclass(frozen=True, slots=True)
class Made:
    """One of our pages, made.

    `meta` is what its front matter says. `markdown` is its file, with front matter; empty where nobody asks
    for it. `content` says where its HTML stands in the spool, None where Python-Markdown makes it.
    `pictures` are put into the finished page; where nobody looks at the content, they are in it already.
    """

    path: str
    meta: Mapping[str, object]
    markdown: str = ""
    content: tuple[int, int] | None = None
    pictures: Sequence[str] = ()
    headings: tuple[Headline, ...] = ()
    anchors: tuple[str, ...] = ()
    linked: frozenset[str] = frozenset()
    """The files that the page links to, by their paths below the site's root."""
    pointed: tuple[tuple[str, str, str], ...] = ()
    """The links that end with an anchor: the file, the anchor, and the link as it was written."""


@dataclass(frozen=True, slots=True)
class Kept:
    """All pages of a site, by their paths, with the way that they go and the spool that has their content."""

    pages: Mapping[str, Made]
    way: Shortcut
    spool: Spool


def no_pages() -> Kept:
    """Keep nothing."""
    return Kept({}, Shortcut(""), Spool())


def make_pages(pages: Iterable[Page], way: Shortcut, *, directory_urls: bool) -> Kept:
    """Write pages as they are handed to MkDocs."""
    spool = Spool()
    return Kept({page.path: _made(page, way, spool, directory_urls) for page in pages}, way, spool)


def _made(page: Page, way: Shortcut, spool: Spool, directory_urls: bool) -> Made:
    address = partial(built, path=page.path, directory_urls=directory_urls)
    markdown, pictures = "", list[str]()
    if way.watched or not way.is_taken:
        markdown = write_page(page, partial(_kept_back, pictures), address)
    if not way.is_taken:
        return Made(page.path, metadata(page), markdown, pictures=pictures)
    permalink = way.permalink.to if way.permalink else None
    if way.watched:
        # The pictures are kept back, and links are marked in the page's content, when others have seen it.
        written = write(
            page.blocks, lambda target: opening(address(target)), permalink, partial(_kept_back, [])
        )
    else:
        written = write(page.blocks, lambda target: _previewed(address(target)), permalink)
    found = [(*_resolved(one, page.path), one) for one in written.links]
    return Made(
        page.path,
        metadata(page),
        markdown,
        spool.keep(written.html),
        pictures,
        written.headings,
        written.anchors,
        frozenset(file for file, _, _ in found),
        tuple((file, anchor, link) for file, anchor, link in found if anchor),
    )


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
