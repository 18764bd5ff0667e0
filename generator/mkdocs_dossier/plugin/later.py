"""What a server does when the pages of an edit are there already, and their reader sees them."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_log = logging.getLogger("mkdocs_dossier")


class Later:
    """Work that waits for the end of a build, and is done in a thread while no other build runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._work: list[Callable[[], None]] = []

    def add(self, work: Callable[[], None]) -> None:
        """Put off a piece of work."""
        self._work.append(work)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Run a block, a build, while nothing else is done; it takes the place of what was put off before.

        If it raises, that is still to be done.
        """
        with self._lock:
            before, self._work = self._work, []
            try:
                yield
            except BaseException:
                self._work = before
                raise

    def begin(self) -> None:
        """Begin with what was put off."""
        if self._work:
            threading.Thread(target=self.do, name="dossier-later", daemon=True).start()

    def do(self) -> None:
        """Do what was put off, piece by piece, until it is done or dropped."""
        while True:
            with self._lock:
                if not self._work:
                    return
                try:
                    self._work.pop(0)()
                except Exception as trouble:
                    _log.warning("Not all of the site is up to date: %s: %s", type(trouble).__name__, trouble)
