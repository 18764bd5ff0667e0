"""Keeps the page of a record within the size that a page may have: its lists get shorter."""

from collections.abc import Callable, Sequence
from typing import Any

from mkdocs_dossier.document.html import write
from mkdocs_dossier.document.nodes import Block
from mkdocs_dossier.pages.longlists import LongList

_LARGEST = 150_000
"""How many bytes of HTML a page with long lists has, at most: compressed, some 25 KB."""
_FEW = 60
"""Lists with no more rows than this together never make a page too large."""

Lists = Sequence[Sequence[LongList[Any]]]
"""The lists of a record in the groups in which its page has them."""


def fitting(lists: Lists, write_page: Callable[[Lists], Block]) -> tuple[Block, list[LongList[Any]]]:
    """Write the page of a record with as many rows of its lists as it has room for; return these too."""
    blocks = write_page(lists)
    while _rows(lists) > _FEW and len(write(blocks).html.encode()) > _LARGEST:
        shorter = [[one.shorter() for one in group] for group in lists]
        if _rows(shorter) == _rows(lists):
            break
        lists, blocks = shorter, write_page(shorter)
    return blocks, [one for group in lists for one in group]


def _rows(lists: Lists) -> int:
    return sum(one.kept_rows for group in lists for one in group)
