"""Takes a page apart for search: an entry for the page, and one for what stands below each heading of it."""

from dataclasses import dataclass, field

from mkdocs_dossier.document.nodes import Block, Box, Heading, Page
from mkdocs_dossier.document.plain import lines, words

EXCLUDED = "data-search-exclude"
"""The attribute of a box that search passes over, as Material's own search does."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What search finds a part of a page by: heading and words; `anchor` is empty for the page as such."""

    anchor: str
    title: str
    text: str


def entries(page: Page) -> tuple[Entry, ...]:
    """Take a page apart; the page's own heading and what stands below it go with the page.

    A heading inside a box reigns to the end of that box.
    """
    found = [_Part("", page.title)]
    _take(page.blocks, found[0], found)
    return tuple(Entry(part.anchor, part.title, " ".join(part.lines)) for part in found)


@dataclass(slots=True)
class _Part:
    anchor: str
    title: str
    lines: list[str] = field(default_factory=list)


def _take(blocks: Block, part: _Part, found: list[_Part]) -> None:
    for node in blocks:
        if isinstance(node, Heading) and node.level > 1:
            part = _Part(node.identifier, words(node.content))
            found.append(part)
        elif isinstance(node, Box):
            if EXCLUDED not in dict(node.attributes):
                _take(node.blocks, part, found)
        elif not isinstance(node, Heading):
            part.lines.extend(lines((node,)))
