"""Decides when `mkdocs serve` rebuilds, and keeps the server running when a build fails.

MkDocs builds a tenth of a second after the first change that it sees, while others may still be written.
Here a build waits until nothing changes any more; and one that fails leaves the last pages in place.
"""

import logging
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from mkdocs_dossier.plugin.collector import collect, paused_collector
from mkdocs_dossier.plugin.later import Later
from mkdocs_dossier.plugin.watched import Look, Watched

_log = logging.getLogger("mkdocs_dossier")

_INTERVAL = 0.1
"""Seconds between two looks."""
_QUIET = 0.15
"""Seconds without a change after which to build."""
_LONGEST = 15.0
"""Seconds after which to build even though files keep changing."""
_SHARE = 2
"""The pause after a look, in times of how long it took: on a network drive, a look may take seconds."""


@dataclass
class _Pace:
    """Tells when to build: once nothing has changed for a moment, or if that has not happened for long."""

    first: float | None = None
    """When it was first seen that a build is due; None while none is."""
    last: float = 0.0
    """When something last changed."""

    def seen(self, look: Look, start: float, end: float) -> bool:
        """Note a look that took from `start` to `end`, in seconds of one clock; tell whether to build now.

        On a busy machine a look takes long, and nobody knows when each file was looked at. So a change
        counts as of the end of its look, and the quiet time up to the start of the next one.
        """
        if not look.waiting:
            self.first = None
            return False
        if self.first is None:
            self.first = end
        if look.moved:
            self.last = end
        if start < min(self.last + _QUIET, self.first + _LONGEST):
            return False
        self.first = None
        return True

    def pause(self, now: float, took: float) -> float:
        """Return the seconds until the next look, after one that took `took` seconds."""
        due = _INTERVAL if self.first is None else max(0.0, self.last + _QUIET - now)
        return max(min(_INTERVAL, due), took * _SHARE, 0.01)


class _Watcher:
    """Looks, in a thread of its own, at all that a site is made of, and asks the server for a build.

    It replaces the server's observer, and passes on to it what it does not know.
    """

    def __init__(self, others: Any, watched: Mapping[str, Sequence[Watched]]) -> None:
        self._others = others
        self._watched = watched
        self._handlers: dict[str, FileSystemEventHandler] = {}
        self._pace = _Pace()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="dossier-watcher", daemon=True)
        self._busy = False
        """Whether a build was asked for or is running: changes meanwhile wait for its end."""
        self._said = ""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._others, name)

    def schedule(self, handler: FileSystemEventHandler, path: str, **options: Any) -> object:
        """Watch a path for the server, which wants `handler` to be called; as watchdog's observer does."""
        if path not in self._watched:
            return self._others.schedule(handler, path, **options)
        self._handlers[path] = handler
        return path

    def unschedule(self, watch: Any) -> None:
        """Stop watching a path."""
        if self._handlers.pop(watch, None) is None:
            self._others.unschedule(watch)

    def start(self) -> None:
        """Start looking."""
        self._others.start()
        self._thread.start()

    def stop(self) -> None:
        """Stop looking, now or after the look that is under way."""
        self._stopped.set()
        self._others.stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has stopped."""
        self._others.join(timeout)
        self._thread.join(timeout)

    def is_alive(self) -> bool:
        """Tell whether the thread runs."""
        return self._thread.is_alive()

    @contextmanager
    def build(self) -> Iterator[None]:
        """Look at nothing while the block, a build, runs."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    def _run(self) -> None:
        pause = _INTERVAL
        while not self._stopped.wait(pause):
            if self._busy:
                pause = _INTERVAL
                continue
            start = time.monotonic()
            try:
                self.look(time.monotonic)
            except Exception as trouble:  # whatever it is, the next look may succeed
                self._say(f"Edits may go unseen: {type(trouble).__name__}: {trouble}")
            now = time.monotonic()
            pause = self._pace.pause(now, now - start)

    def look(self, clock: Callable[[], float]) -> None:
        """Look at everything once, and ask for a build if one is due and none is running."""
        start = clock()
        things = [(path, thing) for path in list(self._handlers) for thing in self._watched[path]]
        looks = [(path, thing.look(start)) for path, thing in things]
        whole = Look(any(look.moved for _, look in looks), any(look.waiting for _, look in looks))
        if self._pace.seen(whole, start, clock()) and not self._busy:
            self._busy = True
            # One event will do: the server builds once, whatever has changed.
            changed = next(path for path, look in looks if look.waiting)
            try:
                for _, thing in things:
                    thing.begin()
                self._handlers[changed].dispatch(FileModifiedEvent(changed))
            except BaseException:
                self._busy = False
                raise

    def _say(self, trouble: str) -> None:
        """Log a warning, but only once if it comes again with each look."""
        if trouble != self._said:
            self._said = trouble
            _log.warning("%s", trouble)


def _fits(server: object) -> bool:
    """Tell whether a server has all the parts that are replaced here, as that of MkDocs does."""
    observer = getattr(server, "observer", None)
    wanted = ("schedule", "unschedule", "start", "stop", "join")
    return (
        all(callable(getattr(observer, name, None)) for name in wanted)
        and callable(getattr(server, "builder", None))
        and isinstance(getattr(server, "root", None), str)
    )


@dataclass
class LastSite:
    """Where the last site stands while the next one is built; None at other times."""

    folder: Path | None = None


def attach(
    server: LiveReloadServer, watched: Mapping[str, Sequence[Watched]], last: LastSite | None, later: Later
) -> bool:
    """Let a server watch these absolute paths by `_Watcher`, and keep running when a build fails.

    `last` is told where the last pages are kept, which come back when a build fails; None, if they are not to
    be kept. What is put off for `later` is done after each build. A server of another kind than MkDocs' is
    left as it is; tells whether it is of that kind.
    """
    if not _fits(server):
        return False
    # What the old observer watches already has to be handed over to the new one.
    again = [path for path in watched if _unwatched(server, path)]
    watcher = _Watcher(server.observer, watched)
    server.observer = watcher  # type: ignore[assignment]
    server.builder = _steadied(server.builder, watcher, Path(server.root), last, later)
    for path in again:
        server.watch(path)
    return True


def _unwatched(server: LiveReloadServer, path: str) -> bool:
    """Make a server stop watching a path; tell whether it watched it."""
    try:
        server.unwatch(path)
    except KeyError:
        return False
    return True


def _steadied(
    build: Callable[[], None], watcher: _Watcher, site: Path, last: LastSite | None, later: Later
) -> Callable[[], None]:
    """Make a builder that never raises: after an exception, MkDocs' server leaves each request waiting."""

    def builder() -> None:
        with watcher.build():
            try:
                # To look for garbage meanwhile takes a third of a second, again and again.
                with paused_collector(), later.held(), _kept(site, last) if last else nullcontext():
                    build()
                    later.add(collect)
            except Exception as trouble:
                # Before it aborts, MkDocs has logged why.
                why = "See above." if isinstance(trouble, Abort) else f"{type(trouble).__name__}: {trouble}"
                _log.error("The site cannot be built. The last good pages stay. %s", why)
                _log.debug("", exc_info=trouble)
        later.begin()

    return builder


@contextmanager
def _kept(site: Path, last: LastSite) -> Iterator[None]:
    """Put the site's folder aside while the block fills it anew, and put it back if that raises."""
    aside = tempfile.TemporaryDirectory(prefix="mkdocs_", ignore_cleanup_errors=True)
    # Nobody waits for thousands of files to go.
    clean = threading.Thread(target=aside.cleanup, name="dossier-cleanup", daemon=True)
    kept = Path(aside.name) / "site"
    try:
        site.rename(kept)
    except OSError:  # some systems rename no folder while a file in it is being read
        yield
        clean.start()
        return
    try:
        last.folder = kept
        site.mkdir(mode=0o700)
        yield
        clean.start()
    except BaseException as trouble:
        if isinstance(trouble, Exception):
            shutil.rmtree(site, ignore_errors=True)
            kept.rename(site)
        aside.cleanup()
        raise
    finally:
        last.folder = None
