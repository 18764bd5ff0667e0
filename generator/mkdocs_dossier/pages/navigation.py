"""The kinds of pages, in the order in which the site shows them, and which index a page belongs to."""

from collections.abc import Iterator
from functools import cache

from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.extensions import added, inside
from mkdocs_dossier.pages.view import PageKind, View, index_path


@cache
def _kinds() -> tuple[PageKind, ...]:
    """List all kinds of pages in the order of the site: our own, and those of other packages."""
    found = (*inside("mkdocs_dossier.pages", PageKind), *added("mkdocs_dossier.pages", PageKind))
    return tuple(sorted(found, key=lambda kind: (kind.order, kind.section)))


def write_pages(view: View) -> Iterator[Page]:
    """Write all pages of a dossier."""
    for kind in _kinds():
        yield from kind.write(view)


def indexes() -> dict[str, str]:
    """Map the path of each index in the navigation to its title, in the order of the site."""
    return {index_path(kind.section): kind.title for kind in _kinds() if kind.title}


def is_index(path: str) -> bool:
    """Tell whether a page stands in the navigation: the home page and the index of each section do."""
    return path == "index.md" or path in indexes()


def index_of(path: str) -> str:
    """Return the path of the index that a page belongs to."""
    return index_path(path.partition("/")[0])
