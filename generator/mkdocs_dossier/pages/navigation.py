"""The order of the site's sections, and which section a page belongs to."""

from mkdocs_dossier.pages.view import index_path

SECTIONS_IN_NAV: tuple[tuple[str, str], ...] = (
    (index_path("claims"), "Disputed statements"),
    (index_path("actors"), "Actors"),
    (index_path("events"), "Events"),
    (index_path("statements"), "Statements"),
    (index_path("sources"), "Sources"),
    (index_path("places"), "Places"),
    (index_path("timeline"), "Timeline"),
    (index_path("map"), "Map"),
    (index_path("network"), "Network"),
    (index_path("data"), "Data"),
)


def is_index(path: str) -> bool:
    """Tell whether a page stands in the navigation: the home page and the index of each section do."""
    return path == "index.md" or any(path == index for index, _ in SECTIONS_IN_NAV)


def section_of(path: str) -> str:
    """Give the path of the index that a page belongs to."""
    return index_path(path.partition("/")[0])
