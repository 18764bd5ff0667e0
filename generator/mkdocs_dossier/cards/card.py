"""A card: what search finds a record, a day or a page by, and shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Day = tuple[str, ...]
"""The first and the last day of a time, as 2024-02-03; of a single day, that one."""


@dataclass(frozen=True, slots=True)
class Card:
    """What search knows of something that has an address.

    `path` is that of its page below the site's root. Of a part of a page, `anchor` is the place there, and
    `page` the page's title. `kind` says in readers' words what it is, `facts` in a line what tells it apart,
    such as when and where. `lines` are its words, which a hit shows; the `language` is that of its `title`.

    It is found by these and by what no hit shows: its `names` in every spelling, what is said `beside` its
    title as often as that, the names of what is `near` it, its `days`. `facets` are what a search can be
    narrowed by. `boost` is the factor by which it ranks higher; a page that was `written` by hand comes
    behind what the dossier has.
    """

    path: str
    kind: str
    title: str
    language: str
    anchor: str = ""
    page: str = ""
    facts: str = ""
    lines: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    boost: float = 1.0
    written: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it stands for a day of the timeline, and not for what happened on it."""
        return bool(self.anchor and self.days)
