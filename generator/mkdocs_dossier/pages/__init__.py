"""The pages of the site: one module a kind, each listed in `PAGES`."""

from collections.abc import Callable, Iterator

from mkdocs_dossier.pages import actors, claims, data, events, home, overviews, places, sources, statements
from mkdocs_dossier.pages.view import Page, View

PAGES: tuple[Callable[[View], Iterator[Page]], ...] = (
    home.pages,
    claims.pages,
    actors.pages,
    events.pages,
    statements.pages,
    sources.pages,
    places.pages,
    overviews.pages,
    data.pages,
)


def write_pages(view: View) -> Iterator[Page]:
    """Write all pages of a dossier."""
    for pages in PAGES:
        yield from pages(view)
