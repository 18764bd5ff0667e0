"""Tells whether the HTML that we write is what the site would make of our Markdown, and if not, why.

To read Markdown that we wrote back into HTML that we knew is most of the work of a build. It is left out
where the result is known: where every extension of Markdown is one that changes nothing of what we write,
and where nothing else looks at the Markdown before.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_dossier.document.compose import element
from mkdocs_dossier.document.nodes import Inline, Text

# Extensions that find nothing to do in our Markdown, in which every character of theirs is escaped. A test
# builds with all of them, and with hostile dossiers.
_INERT = {
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "smarty",
    "tables",
    *(
        f"pymdownx.{name}"
        for name in (
            "arithmatex",
            "betterem",
            "blocks.admonition",
            "blocks.details",
            "blocks.html",
            "caret",
            "critic",
            "details",
            "emoji",
            "highlight",
            "inlinehilite",
            "keys",
            "magiclink",
            "mark",
            "smartsymbols",
            "superfences",
            "tabbed",
            "tasklist",
            "tilde",
        )
    ),
}
# What these options of `toc` do is known; the others change headings in ways of their own.
_CONTENTS = {"permalink", "permalink_class", "permalink_title", "separator", "slugify", "title", "toc_depth"}
# What a template names that needs more than its own page: a page's Markdown, or the list of all pages.
_LISTING = re.compile(rb"markdown|\bpages\b")
_THEMES = {"material", "mkdocs", "readthedocs"}  # no page of theirs does so
_OWN = {"dossier", "material/search", "search"}
# A permalink of other characters may mean something to Python-Markdown; words may be read as yes or no.
_MARK = re.compile(r"[^\s\w&<>]{1,3}")


@dataclass(frozen=True, slots=True)
class Permalink:
    """What stands at the end of each heading: a link with these words, class and title."""

    words: str
    cls: str
    title: str

    def to(self, identifier: str) -> Inline:
        """Write the link of the heading with an id."""
        attributes = {"class": self.cls, "href": f"#{identifier}", "title": self.title or None}
        return element("a", (Text(self.words),), attributes)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """How our pages become HTML.

    `reason` says why Python-Markdown makes it; it is empty if we may. `watched` tells whether something may
    look at a page's Markdown or content before the page is built, or change it. `permalink` is what stands
    at the end of a heading, if anything. `depth` are the first and the last level of headings that a page's
    table of contents shows.
    """

    reason: str
    watched: bool = False
    permalink: Permalink | None = None
    depth: tuple[int, int] = (1, 6)

    @property
    def is_taken(self) -> bool:
        """Whether our own HTML will do."""
        return not self.reason


def shortcut(config: MkDocsConfig) -> Shortcut:
    """Look at a configuration, after all plugins have seen it."""
    contents = config.mdx_configs.get("toc") or {}
    names = {str(name).removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    if unknown := sorted(names - _INERT - {"toc"}):
        return Shortcut(f"of the Markdown extension {unknown[0]}")
    if "toc" not in names:
        return Shortcut("the Markdown extension toc is off")
    if changed := sorted(set(contents) - _CONTENTS):
        return Shortcut(f"of the option {changed[0]} of the Markdown extension toc")
    depth = _depth(contents.get("toc_depth", 6))
    if depth is None:
        return Shortcut("of the option toc_depth of the Markdown extension toc")
    mark = contents.get("permalink", False)
    if not isinstance(mark, bool | None) and not (isinstance(mark, str) and _MARK.fullmatch(mark)):
        return Shortcut("of the option permalink of the Markdown extension toc")
    return Shortcut("", _is_watched(config), _permalink(contents), depth)


def _is_watched(config: MkDocsConfig) -> bool:
    """Tell whether a plugin or hook of others is there, or a template that prints Markdown or lists pages."""
    if config.hooks or set(config.plugins) - _OWN:
        return True
    folder = config.theme.custom_dir
    folders = [folder] if folder else []
    if config.theme.name not in _THEMES:
        folders = config.theme.dirs
    templates = chain.from_iterable(Path(folder).rglob("*.html") for folder in folders)
    return any(_LISTING.search(one.read_bytes()) for one in templates if one.is_file())


def _depth(option: object) -> tuple[int, int] | None:
    """Read the levels that a table of contents shows, "2-4", or the last of them."""
    first, dash, last = str(option).partition("-")
    levels = (first, last) if dash else ("1", first)
    if not all(one.isascii() and one.isdecimal() for one in levels):
        return None
    return int(levels[0]), int(levels[1])


def _permalink(contents: Mapping[str, Any]) -> Permalink | None:
    """Say what `toc` puts at the end of a heading; its defaults are those of Python-Markdown."""
    chosen = contents.get("permalink") or None
    if chosen is None:
        return None
    cls, title = (
        contents.get("permalink_class", "headerlink"),
        contents.get("permalink_title", "Permanent link"),
    )
    return Permalink("¶" if chosen is True else chosen, str(cls), str(title or ""))
