"""A page as a value, before it is written in any format.

Nothing in it is escaped: text of a dossier stands in `Text`, `Verbatim` and attributes as it is, and the
writer of each format escapes it. `Inline` and `Block` are tuples of nodes; for an empty one nothing is
written.
"""

from collections.abc import Mapping
from dataclasses import dataclass

EXCLUDED = "data-search-exclude"
"""The attribute of a box that search leaves out; Material's own search knows it by the same name."""

Attributes = tuple[tuple[str, str], ...]
"""The attributes of an HTML element: names with values; with an empty value, the bare name is written."""


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of running text on one line; a blank at its start or end separates it from its neighbour."""

    value: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line inside a paragraph or a cell."""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text whose blanks and line ends are kept."""

    value: str


@dataclass(frozen=True, slots=True)
class Element:
    """Inlines inside an HTML element, which gives them a meaning, a class, a language or a direction."""

    name: str
    content: "Inline"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another file of the site; `target` is a relative path that the program made itself."""

    label: "Inline"
    target: str


Inline = tuple[Text | Break | Verbatim | Element | Link, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1 to 6, with the id that links to it end with."""

    level: int
    content: Inline
    identifier: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `cls` is its class, if it has one."""

    content: Inline
    cls: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each inline is an item."""

    items: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks inside an HTML element, such as a quotation, a card, a section or a list item."""

    name: str
    blocks: "Block"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; each row has as many cells as the head.

    `caption` says what it lists, for those who do not see what it stands below. The cell in the column
    `row_head`, counted from 0, names its row.
    """

    caption: Inline
    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    row_head: int = 0


@dataclass(frozen=True, slots=True)
class Details:
    """Blocks that fold away under a line that says what they are."""

    summary: Inline
    blocks: "Block"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: a finished HTML `figure` with SVG inside, and a title and description for screen readers."""

    markup: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Text to copy, such as a citation, which folds away under its `name`."""

    name: str
    content: Inline
    direction: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What programs read of a page as linked data: a JSON-LD value, of which nothing is shown."""

    value: Mapping[str, object]


Block = tuple[Heading | Paragraph | Bullets | Box | Table | Details | Figure | Listing | LinkedData, ...]


@dataclass(frozen=True)
class Page:
    """A page: the path of its file below the site's root, its title, and its blocks.

    `title` and `description` are plain text. `boost` is the factor by which search ranks it higher. `hide`
    names the parts of the theme that it does without: `navigation`, `toc`. `is_empty` marks the index of a
    section of which the dossier has nothing: it is written only where a site asks for it.
    """

    path: str
    title: str
    description: str
    blocks: Block
    boost: float = 1.0
    hide: tuple[str, ...] = ()
    is_empty: bool = False
