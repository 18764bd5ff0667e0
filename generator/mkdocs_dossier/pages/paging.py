"""The links between the pages that one long list stands on."""

from collections.abc import Callable

from mkdocs_dossier.document.compose import join, link, paragraph, strong, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.pages.view import Here

_AROUND = 2  # pages before and after the current one that have a link of their own


def page_links(
    here: Here, path: Callable[[int], str], current: int, count: int, shown_rows: Inline = ()
) -> Block:
    """Link to the pages of a list, of many to the first, the last and those nearby; nothing if it has one.

    `path` returns the path of a page by its number, from 1. `shown_rows` says before that what this shows.
    """
    if count == 1:
        return ()
    near = range(max(1, current - _AROUND), min(count, current + _AROUND) + 1)
    shown = sorted({1, *near, count})
    links: list[Inline] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            links.append(text("…"))
        named = text(here.words.number(number))
        links.append(strong(named) if number == current else link(named, here.target(path(number))))
    pages = here.fill("Pages: {pages}", pages=join(links))
    return paragraph(join([shown_rows, pages], " · "), cls="dossier-pages")
