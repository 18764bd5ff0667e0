"""Takes a page apart for search: an entry for the page itself, and one for each heading with its text."""

from dataclasses import dataclass, field

from mkdocs_dossier.document.nodes import EXCLUDED, Block, Box, Details, Heading, Page
from mkdocs_dossier.document.plain import lines, words


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a page as search knows it: the heading's id, its words, and the text below it.

    `anchor` is empty for the page itself.
    """

    anchor: str
    title: str
    text: str


def entries(page: Page) -> tuple[Entry, ...]:
    """Take a page apart, in its order; its own heading and the text right below that are the first entry.

    A heading inside a box holds to the end of that box.
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
        elif isinstance(node, Details):
            part.lines.append(words(node.summary))
            _take(node.blocks, part, found)
        elif not isinstance(node, Heading):
            part.lines.extend(lines((node,)))
