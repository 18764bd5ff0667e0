"""Pages of a dossier as a reader sees them, without MkDocs around them."""

import posixpath
import re
from collections.abc import Sequence
from functools import cache, cached_property

from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.site import build
from tests.rendering import Tree, elements, folded, renderer, tree_of, words_in

_RENDER = renderer(more=False)


class Shown:
    """The site of a dossier: what each page shows, by the path of its record or index."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded

    @cached_property
    def files(self) -> dict[str, bytes]:
        """All files, by path."""
        return build(self.loaded)

    @cache  # noqa: B019 - a site lives as long as the tests of it
    def tree(self, path: str) -> Tree:
        """Render a page, such as `claims/it-is-over`."""
        markdown = self.files[posixpath.join(path, "index.md")].decode()
        return tree_of(markdown.split("\n---\n", 1)[1], _RENDER)

    def words(self, path: str) -> str:
        """Give what a page says."""
        return joined(spaced(self.tree(path)))

    def part(self, path: str, identifier: str) -> str:
        """Give what stands under a heading of a page, as far as the next one of its level; "" without one."""
        found: list[str] = []
        inside = False
        for child in self.tree(path)[2]:
            if isinstance(child, tuple) and child[0] in ("h1", "h2"):
                inside = dict(child[1]).get("id") == identifier
            elif inside:
                found += spaced(child) if isinstance(child, tuple) else [child]
        return joined(found)

    def rows(self, path: str) -> list[list[str]]:
        """List the rows of all tables of a page, heads included."""
        rows = [one for one in elements(self.tree(path)) if one[0] == "tr"]
        return [[joined(spaced(cell)) for cell in row[2] if isinstance(cell, tuple)] for row in rows]

    def links(self, path: str) -> list[tuple[str, str]]:
        """List the links of a page: what is written, and where it leads."""
        return [
            (folded(words_in(one)), dict(one[1])["href"])
            for one in elements(self.tree(path))
            if one[0] == "a" and "href" in dict(one[1])
        ]

    def leads_to(self, path: str) -> set[str]:
        """List the pages that a page leads to, by their paths."""
        inner = [href for _, href in self.links(path) if ":" not in href and not href.startswith("#")]
        targets = {posixpath.normpath(posixpath.join(path, href.partition("#")[0])) for href in inner}
        return {target.removesuffix("/index.md") for target in targets}


def joined(pieces: Sequence[str]) -> str:
    """Join pieces of text with a blank between, but for those that a mark of punctuation ends or begins."""
    return re.sub(r" (?=[,;:.)”])|(?<=[(“]) ", "", folded(" ".join(pieces)))


def spaced(tree: Tree) -> list[str]:
    """List the pieces of text of a tree, without linked data and the mark behind a heading."""
    if tree[0] == "script" or "headerlink" in dict(tree[1]).get("class", ""):
        return []
    return [piece for child in tree[2] for piece in ([child] if isinstance(child, str) else spaced(child))]
