"""Says what is wrong with a dossier: in the log, and at the head of each page that a server shows."""

import logging
from html import escape

from mkdocs_dossier.problems import Level, Problem, stops

_log = logging.getLogger("mkdocs_dossier")

_MARK = "<!-- dossier: problems -->\n"
"""What no page has anywhere else: here the box of a finished page can be replaced."""

MOST_IN_BANNER = 20
"""How many problems the box at the head of a page shows."""


def report(problems: tuple[Problem, ...], folder: str) -> None:
    """Log each problem with its place, which many terminals make clickable."""
    for problem in problems:
        level = logging.ERROR if problem.level is Level.ERROR else logging.WARNING
        _log.log(level, "%s/%s", folder, problem)


def banner(problems: tuple[Problem, ...], folder: str, *, waiting: bool = False) -> str:
    """Write the problems as a box of HTML for the head of a page; the mark before it is there without any."""
    return _MARK + (_box(problems, folder, waiting=waiting) if problems else "")


def _box(problems: tuple[Problem, ...], folder: str, *, waiting: bool) -> str:
    items = "".join(
        f"<li><code>{escape(f'{folder}/{problem.location}')}</code> {escape(problem.message)}"
        f"{f'<br>{escape(problem.hint)}' if problem.hint else ''}</li>"
        for problem in problems[:MOST_IN_BANNER]
    )
    shown = "it cannot be shown yet" if waiting else "this is the last good site"
    inside = f"<p>The dossier has errors: {shown}.</p><ul>{items}</ul>"
    if not stops(problems):
        # Folded: the page is what it should be, and the author came to see it.
        inside = f"<details><summary>The dossier has warnings.</summary><ul>{items}</ul></details>"
    return f'<aside class="dossier-problems" role="alert">{inside}</aside>\n'
