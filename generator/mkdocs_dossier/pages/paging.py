"""On which page of an index an item stands, and where that page is."""

ROWS = 200
"""How many rows a page lists: as many as a phone can open at once."""


def page_of(place: int) -> int:
    """Return the number of the page that has the item at a place in an index."""
    return place // ROWS + 1


def page_section(section: str, number: int) -> str:
    """Return the folder of a page of an index."""
    # Two levels below `pages`, so that a record with the id `pages` keeps its address.
    return section if number == 1 else f"{section}/pages/{number}"
