"""What a kind of page is: the section that it has in the site, and what writes its pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.pages.view import View


class _Listing(Protocol):
    """What a page of a list lists."""

    @property
    def items(self) -> Sequence[object]:
        """The items, in their order."""
        ...


class Paged(Protocol):
    """A list over several pages, each of which is written by itself."""

    def shown(self, view: View) -> Mapping[int, _Listing]:
        """Return what each page lists, by its number from 1; what is read of this is noted."""
        ...

    def page(self, view: View, number: int) -> Iterable[Page]:
        """Write a page."""
        ...


EachOf = Callable[[View, str], Iterable[Page]]
"""What writes the pages of one record, by its id."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: its section, and what writes the pages of it.

    The pages are below `section/`; the one at `section/index.md` is the index of the others, and is in the
    navigation if there is a `title` (English, marked for translation). `order` is the place of the section
    in the navigation; our own have 0 to 100. `write` writes the pages of the section as a whole, `index`
    those after the first of a long index, and `each` those of one of its records, by its id, where it has
    records.
    """

    order: int
    section: str
    title: str
    write: Callable[[View], Iterable[Page]]
    each: EachOf | None = None
    index: Paged | None = None
