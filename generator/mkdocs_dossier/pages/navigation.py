"""The kinds of pages in the order of the site, and the index that each page belongs to."""

from collections.abc import Iterator, Mapping
from functools import cache, partial

from mkdocs_dossier.extensions import added, inside
from mkdocs_dossier.pages.kinds import EachOf, Paged, PageKind
from mkdocs_dossier.pages.tombstones import tombstones
from mkdocs_dossier.pages.tracing import Piece
from mkdocs_dossier.pages.view import View, index_path


@cache
def _own() -> tuple[PageKind, ...]:
    return inside("mkdocs_dossier.pages", PageKind)


@cache
def _kinds() -> tuple[PageKind, ...]:
    """List all kinds of pages, our own and those of other packages, in the order of the site."""
    found = (*_own(), *added("mkdocs_dossier.pages", PageKind))
    return tuple(sorted(found, key=lambda kind: (kind.order, kind.section)))


def pieces(view: View) -> Iterator[Piece]:
    """List the pieces of a site, in their order.

    Raises `ExtensionError` if another package's kind cannot be used.
    """
    own = inside("mkdocs_dossier.pages", PageKind)
    for kind in _kinds():
        yield Piece(f"{kind.section}/" if kind in own else "", partial(kind.write, view))
        if index := kind.index:
            for number in range(2, len(index.shown(view)) + 1):
                name = f"{kind.section}/pages/{number}" if kind in own else ""
                yield Piece(name, partial(index.page, view, number))
        if kind.each:
            records: Mapping[str, object] = getattr(view.dossier, kind.section)
            for key in records:
                yield Piece(f"{kind.section}/{key}" if kind in own else "", partial(kind.each, view, key))
    yield from tombstones(view)


def writing() -> dict[str, EachOf]:
    """Map each section of ours that has records to what writes the pages of one."""
    return {kind.section: kind.each for kind in _own() if kind.each}


def paged() -> dict[str, Paged]:
    """Map each section whose index may have several pages to what writes these."""
    return {kind.section: kind.index for kind in _kinds() if kind.index}


def indexes() -> dict[str, str]:
    """Map the path of each index in the navigation to its title, in the order of the site."""
    return {index_path(kind.section): kind.title for kind in _kinds() if kind.title}


def is_index(path: str) -> bool:
    """Tell whether a page is in the navigation: whether it is the home page, or an index with a title."""
    return path == "index.md" or path in indexes()


def is_ours(path: str) -> bool:
    """Tell whether a page is of a kind of our own, and not of another package's."""
    section = path.partition("/")[0] if "/" in path else ""
    return section in {kind.section for kind in _own()}


def index_of(path: str) -> str:
    """Return the path of the index that a page belongs to."""
    return index_path(path.partition("/")[0])
