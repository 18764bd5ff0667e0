"""The kinds of pages in the order of the site, and the index that each page belongs to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.extensions import added, inside
from mkdocs_dossier.pages.view import PageKind, View, index_path


@cache
def _kinds() -> tuple[PageKind, ...]:
    """List all kinds of pages, our own and those of other packages, in the order of the site."""
    found = (*inside("mkdocs_dossier.pages", PageKind), *added("mkdocs_dossier.pages", PageKind))
    return tuple(sorted(found, key=lambda kind: (kind.order, kind.section)))


def pieces(view: View) -> Iterator[Callable[[], Iterable[Page]]]:
    """List what writes the pages of a dossier, in their order, piece by piece: each can be done by itself.

    Raises `ExtensionError` if another package's kind cannot be used.
    """
    for kind in _kinds():
        yield partial(kind.write, view)
        if kind.each:
            records: Mapping[str, object] = getattr(view.dossier, kind.section)
            yield from (partial(kind.each, view, key) for key in records)


def indexes() -> dict[str, str]:
    """Map the path of each index in the navigation to its title, in the order of the site."""
    return {index_path(kind.section): kind.title for kind in _kinds() if kind.title}


def is_index(path: str) -> bool:
    """Tell whether a page is in the navigation: whether it is the home page, or an index with a title."""
    return path == "index.md" or path in indexes()


def index_of(path: str) -> str:
    """Return the path of the index that a page belongs to."""
    return index_path(path.partition("/")[0])
