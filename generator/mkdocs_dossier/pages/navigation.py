"""The order of the site's sections, and which section a page belongs to."""

from mkdocs_dossier.pages.view import index_path
from mkdocs_dossier.words import mark

SECTIONS_IN_NAV: tuple[tuple[str, str], ...] = (
    (index_path("claims"), mark("Disputed statements")),
    (index_path("actors"), mark("Actors")),
    (index_path("events"), mark("Events")),
    (index_path("statements"), mark("Statements")),
    (index_path("sources"), mark("Sources")),
    (index_path("places"), mark("Places")),
    (index_path("timeline"), mark("Timeline")),
    (index_path("map"), mark("Map")),
    (index_path("network"), mark("Network")),
    (index_path("data"), mark("Data")),
)


def is_index(path: str) -> bool:
    """Tell whether a page stands in the navigation: the home page and the index of each section do."""
    return path == "index.md" or any(path == index for index, _ in SECTIONS_IN_NAV)


def section_of(path: str) -> str:
    """Give the path of the index that a page belongs to."""
    return index_path(path.partition("/")[0])
