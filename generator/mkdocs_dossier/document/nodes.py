"""A page as a value: what it says, before it is written in any format.

Text of a dossier stands in `Text` and in the attributes of elements, as it is: the writer of a format escapes
it. Inlines and blocks are tuples of nodes; an empty one says nothing, and nothing is written of it.
"""

from dataclasses import dataclass

Attributes = tuple[tuple[str, str], ...]
"""The attributes of an HTML element; one whose value is empty is written without it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of running text on one line; a blank at its begin or end parts it from what is beside it."""

    value: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line inside a paragraph or a cell."""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text whose blanks and line ends are shown as they stand."""

    value: str


@dataclass(frozen=True, slots=True)
class Element:
    """Inlines marked by an HTML element: their language and direction, what they are, how they look."""

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
    """A heading, with the id that an address of the page can end with."""

    level: int
    content: Inline
    identifier: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, perhaps of a class."""

    content: Inline
    cls: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, one inline an item."""

    items: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks in an HTML element: a quotation, a card, a section, an item of a list."""

    name: str
    blocks: "Block"
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; each of its rows has as many cells."""

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: a finished HTML `figure` with its SVG in it, which says itself what it shows."""

    markup: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Words to be copied as they stand, folded under the name of their format."""

    name: str
    content: Inline
    direction: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """A sentence that search finds and nobody sees; `cls` is its class."""

    content: Inline
    cls: str


Block = tuple[Heading | Paragraph | Bullets | Box | Table | Figure | Listing | Hidden, ...]


@dataclass(frozen=True)
class Page:
    """One page: its path below the site's root, what heads it, and its blocks.

    `title` and `description` are plain text; `boost` lifts it among search results; `hide` names the parts of
    the theme's page that it does without.
    """

    path: str
    title: str
    description: str
    blocks: Block
    boost: float = 1.0
    hide: tuple[str, ...] = ()
