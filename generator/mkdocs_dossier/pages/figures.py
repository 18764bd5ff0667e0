"""Takes the pictures out of a page while its Markdown is rendered, and puts them back after.

A picture is finished HTML. To let the Markdown parser and the search indexer read through all of them
makes a build of many pages a third slower, and gives the same.
"""

import re

_FIGURE = re.compile(r'^<figure class="dossier-figure.*?</figure>$', re.DOTALL | re.MULTILINE)
_PLACE = re.compile(r'<div data-dossier-picture="(\d+)"></div>')


def without_figures(markdown: str) -> tuple[str, list[str]]:
    """Replace each picture of a page by a mark; gives the page and the pictures."""
    figures: list[str] = []

    def mark(found: re.Match[str]) -> str:
        figures.append(found[0])
        return f'<div data-dossier-picture="{len(figures) - 1}"></div>'

    return _FIGURE.sub(mark, markdown), figures


def with_figures(html: str, figures: list[str]) -> str:
    """Put the pictures back into the built page."""
    return _PLACE.sub(lambda found: figures[int(found[1])], html)
