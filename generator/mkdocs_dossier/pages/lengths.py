"""How much a page of a long list holds, and which page has which item."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

ROWS = 100
"""How many rows a page lists: as many as a phone opens at once."""
FEWER_ROWS = 30
"""How many rows of several lines the page of a record lists, which has several such lists."""
MOST_BYTES = 40_000
"""How many bytes of text of any length a page lists: a quarter of an hour's reading."""


def page_starts(
    items: Sequence[Item], kept: int, rows: int, weigh: Callable[[Item], int] | None = None
) -> list[int]:
    """Return at which items the pages of a list begin: the first has `kept` of them, each other one `rows`.

    With `weigh`, which returns how many bytes of text an item has, a page ends before it has too many.
    """
    starts = [0] if kept or not items else [0, 0]
    if weigh is None:
        return [*starts, *range(kept or rows, len(items), rows)]
    weight = 0
    for at, item in enumerate(items):
        size, most = weigh(item), kept if len(starts) == 1 else rows
        if at > starts[-1] and (weight + size > MOST_BYTES or at - starts[-1] == most):
            starts.append(at)
            weight = 0
        weight += size
    return starts


def page_of(place: int) -> int:
    """Return the number of the page that has the item at a place in an index, from 0."""
    return place // ROWS + 1


def page_section(section: str, number: int) -> str:
    """Return the folder of a page of an index."""
    # Two levels below `pages`, so that a record with the id `pages` keeps its address.
    return section if number == 1 else f"{section}/pages/{number}"
