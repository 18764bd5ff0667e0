"""Shows in a terminal how far a long build is: which step, how many pages, how long still."""

import logging
import sys

import click

_FEWEST = 1000
"""So many pages take seconds."""


class Progress:
    """A step of a build that handles so many pages; silent in a pipe, with `-q`, and where it is short."""

    def __init__(self, label: str, pages: int) -> None:
        hidden = (
            pages < _FEWEST
            or not sys.stderr.isatty()
            or logging.getLogger("mkdocs").getEffectiveLevel() > logging.INFO
        )
        self._bar = click.progressbar(
            length=pages, label=label, show_pos=True, file=sys.stderr, hidden=hidden, update_min_steps=10
        )
        self._bar.render_progress()

    def step(self, pages: int = 1) -> None:
        """Note that so many more pages are done."""
        self._bar.update(pages)

    def done(self) -> None:
        """Note that the step is done."""
        self._bar.render_finish()
