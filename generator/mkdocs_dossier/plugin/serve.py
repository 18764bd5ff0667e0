"""What `mkdocs serve` watches, and when it builds anew.

MkDocs watches a folder until it is gone, and builds a tenth of a second after the first change that it
sees. Here every look begins at the path, so whatever is put there is seen, and a build waits until nothing
changes any more.
"""

import logging
import os
import re
import shutil
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.load import Folder
from mkdocs_dossier.problems import Location, error

log = logging.getLogger("mkdocs_dossier")

INTERVAL = 0.25
"""Seconds between two looks."""
QUIET = 0.4
"""Seconds without a change after which the last one counts as the last."""
LONGEST = 15.0
"""Seconds after which an author who never pauses sees a build all the same."""
YOUNG = 3.0
"""Seconds for which a change is read again: some file systems tell two writings apart by no less."""
SHARE = 4
"""How many times as long as a look takes the next one is put off: on a network, a look may take seconds."""

_NOISE = re.compile(
    r"\..*\.sw[a-z]|.*\.swp|\d{4,5}"  # Vim: swap files, and a number to try whether it may write
    r"|.*~|#.*#|\.#.*"  # backups of most editors; Emacs: unsaved text, and a lock that is a dangling link
    r"|.*\.kate-swp|\.goutputstream-.*|\.~lock\..*#"  # Kate; GTK; LibreOffice
    r"|.*\.tmp|.*___jb_(?:tmp|old|bak)___"  # VS Code and others; JetBrains
    r"|\.DS_Store|\.dossier-.*"  # macOS; our own
)


def is_noise(name: str) -> bool:
    """Tell whether a file is an editor's or a system's own, which no page is made of."""
    return _NOISE.fullmatch(name) is not None


@dataclass(frozen=True)
class Look:
    """What a look found: whether anything moved since the last one, and whether a build is due for it."""

    moved: bool
    waiting: bool


@dataclass
class Pace:
    """Tells when to build: once nothing has moved for a moment, or when that has not come for long."""

    quiet: float = QUIET
    longest: float = LONGEST
    first: float | None = None
    """When it was first seen that a build is due; `None` while none is."""
    last: float = 0.0
    """When something last moved."""

    def seen(self, look: Look, start: float, end: float) -> bool:
        """Take note of a look that took from `start` to `end`, and tell whether to build now.

        On a busy machine a look takes long, and nobody knows when in it the files were asked. So what moved
        counts as of its end, and the quiet lasts until its start.
        """
        if not look.waiting:
            self.first = None
            return False
        if self.first is None:
            self.first = end
        if look.moved:
            self.last = end
        if start < min(self.last + self.quiet, self.first + self.longest):
            return False
        self.first = None
        return True

    def pause(self, now: float, took: float) -> float:
        """Give the seconds until the next look, when the last one took so long."""
        due = INTERVAL if self.first is None else max(0.0, self.last + self.quiet - now)
        return max(min(INTERVAL, due), took * SHARE, 0.01)


class Watched(Protocol):
    """Something to look at."""

    def look(self, now: float) -> Look:
        """Look at it."""
        ...

    def begin(self) -> None:
        """Take note that what stands there now is built."""
        ...


class DossierFolder:
    """The dossier folder: what was last read for the site, and what stands there now.

    A build is due where the two differ in a byte that is read, or in what is wrong with the folder itself.
    What else changes in it, such as the files of an editor, is no reason.
    """

    def __init__(self) -> None:
        self._folder = Path()
        self._built: Folder | None = None
        self._seen: Folder | None = None
        self._compared: Folder | None = None
        self._marks: object = None
        self._read_until = 0.0

    def read(self, folder: Path) -> Folder:
        """Read a folder for the site: this one is looked at from now on."""
        self._folder, self._built = folder, _read(folder)
        return self._built

    def look(self, now: float) -> Look:
        """Compare what stands there with the last look, and with what the site was made of."""
        # Before the reading: what changes meanwhile is then found by the next look.
        marks = self._folder, dict(_marks(self._folder, hidden=False, follow=False))
        if marks != self._marks:
            self._marks, self._read_until = marks, now + YOUNG
        before, built = self._seen, self._built
        # After a build too: should it have read what no mark shows, it would be due again and again.
        if now < self._read_until or built is not self._compared:
            self._seen, self._compared = _read(self._folder), built
        return Look(self._seen != before, self._seen != built)

    def begin(self) -> None:
        """Do nothing: the build will read it."""


class OtherPath:
    """A file, or a folder with all that is in it, of which we know only when its files were written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._built: dict[str, _Mark] | None = None
        self._seen: dict[str, _Mark] = {}

    def _files(self) -> dict[str, "_Mark"]:
        entries = _marks(self.path, hidden=True, follow=True)
        return {path: mark for path, mark in entries if not mark.is_folder and not is_noise(Path(path).name)}

    def look(self, now: float) -> Look:  # noqa: ARG002 - as `Watched` has it
        """Compare the files with those of the last look, and of the last build."""
        if self._built is None:
            self.begin()
        before, self._seen = self._seen, self._files()
        return Look(self._seen != before, self._seen != self._built)

    def begin(self) -> None:
        """Take note that what stands there now is built."""
        self._built = self._seen = self._files()


@dataclass(frozen=True, slots=True)
class _Mark:
    """By what it shows that a file was written, or another one put in its place."""

    is_folder: bool
    facts: tuple[int, ...]


def _marks(root: Path, *, hidden: bool, follow: bool) -> Iterator[tuple[str, _Mark]]:
    """List all that stands at and below a path; nothing where there is nothing.

    `hidden`: whether names that begin with a dot count, `follow`: whether links to folders are entered.
    """
    if (mark := _mark(str(root))) is not None:
        yield str(root), mark
    entered: set[tuple[int, ...]] = set()
    for folder, folders, names in os.walk(root, followlinks=follow):
        for name in list(folders):
            mark = _mark(f"{folder}/{name}")
            # A folder that links lead to twice is entered once: they may lead in a circle.
            if mark is None or (follow and mark.facts in entered) or (name.startswith(".") and not hidden):
                folders.remove(name)
                continue
            entered.add(mark.facts)
            yield f"{folder}/{name}", mark
        for name in names:
            if (hidden or not name.startswith(".")) and (mark := _mark(f"{folder}/{name}")) is not None:
                yield f"{folder}/{name}", mark


def _mark(path: str) -> _Mark | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - some thousand a look
    except OSError:
        try:
            found = os.lstat(path)  # a link that leads nowhere: where it is a problem, that has to be said
        except OSError:
            return None
    if stat.S_ISDIR(found.st_mode):
        return _Mark(True, (found.st_mode, found.st_ino, found.st_dev))
    return _Mark(False, (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev))


def _read(folder: Path) -> Folder:
    """Read a dossier folder, whatever stands in its place."""
    try:
        return read_folder(folder)
    except OSError as trouble:
        said = f"This cannot be read: {trouble.strerror or trouble}."
        return Folder({}, {}, (error(Location("."), "unreadable", said),))


class Watcher:
    """Looks at all that a site is made of, and asks the server for a build.

    It stands in the place of the server's observer, and leaves to that one what it does not know.
    """

    def __init__(self, others: Any, watched: Mapping[str, Sequence[Watched]]) -> None:
        self._others = others
        self._watched = watched
        self._handlers: dict[str, FileSystemEventHandler] = {}
        self._pace = Pace()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="dossier-watcher", daemon=True)
        self._busy = False
        """Whether a build was asked for, or is under way: what changes meanwhile waits for its end."""
        self._said = ""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._others, name)

    def schedule(self, handler: FileSystemEventHandler, path: str, **options: Any) -> object:
        """Watch a path for the server: that is how it wishes to be told."""
        if path not in self._watched:
            return self._others.schedule(handler, path, **options)
        self._handlers[path] = handler
        return path

    def unschedule(self, watch: Any) -> None:
        """Watch a path no more."""
        if self._handlers.pop(watch, None) is None:
            self._others.unschedule(watch)

    def start(self) -> None:
        """Begin to look."""
        self._others.start()
        self._thread.start()

    def stop(self) -> None:
        """Stop looking, at once or after the look that is under way."""
        self._stopped.set()
        self._others.stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has stopped."""
        self._others.join(timeout)
        self._thread.join(timeout)

    def is_alive(self) -> bool:
        """Tell whether it looks."""
        return self._thread.is_alive()

    @contextmanager
    def build(self) -> Iterator[None]:
        """Look at nothing during a build."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    def _run(self) -> None:
        pause = INTERVAL
        while not self._stopped.wait(pause):
            if self._busy:
                pause = INTERVAL
                continue
            start = time.monotonic()
            try:
                self.look(time.monotonic)
            except Exception as trouble:  # whatever it is, the next look may succeed
                self._say(f"Edits may go unseen: {type(trouble).__name__}: {trouble}")
            now = time.monotonic()
            pause = self._pace.pause(now, now - start)

    def look(self, clock: Callable[[], float]) -> None:
        """Look at all of it once, and ask for a build where one is due and none is under way."""
        start = clock()
        things = [(path, thing) for path in list(self._handlers) for thing in self._watched[path]]
        looks = [(path, thing.look(start)) for path, thing in things]
        whole = Look(any(look.moved for _, look in looks), any(look.waiting for _, look in looks))
        if self._pace.seen(whole, start, clock()) and not self._busy:
            self._busy = True
            changed = next(path for path, look in looks if look.waiting)
            try:
                for _, thing in things:
                    thing.begin()
                self._handlers[changed].dispatch(FileModifiedEvent(changed))
            except BaseException:
                self._busy = False
                raise

    def _say(self, trouble: str) -> None:
        """Say once what comes again with each look."""
        if trouble != self._said:
            self._said = trouble
            log.warning("%s", trouble)


def fits(server: object) -> bool:
    """Tell whether a server has all the parts that ours are put in place of, as MkDocs' has."""
    observer = getattr(server, "observer", None)
    wanted = ("schedule", "unschedule", "start", "stop", "join")
    return (
        all(callable(getattr(observer, name, None)) for name in wanted)
        and callable(getattr(server, "builder", None))
        and isinstance(getattr(server, "root", None), str)
    )


def attach(server: LiveReloadServer, watched: Mapping[str, Sequence[Watched]], *, keeps: bool) -> None:
    """Let a server look at these absolute paths as we do, and stay on its feet when a build fails.

    `keeps`: whether a build that fails is to leave the last pages. A server that is built in another way is
    left to watch as it does.
    """
    if not fits(server):
        return
    again = [path for path in watched if _unwatched(server, path)]
    watcher = Watcher(server.observer, watched)
    server.observer = watcher  # type: ignore[assignment]
    server.builder = _steadied(server.builder, watcher, Path(server.root), keeps=keeps)
    for path in again:
        server.watch(path)


def _unwatched(server: LiveReloadServer, path: str) -> bool:
    """Let a server watch a path no more; tell whether it did."""
    try:
        server.unwatch(path)
    except KeyError:
        return False
    return True


def _steadied(build: Callable[[], None], watcher: Watcher, site: Path, *, keeps: bool) -> Callable[[], None]:
    """Make a builder that never raises: after an exception, MkDocs would let each request wait for ever."""

    def builder() -> None:
        with watcher.build():
            try:
                with kept(site) if keeps else nullcontext():
                    build()
            except Exception as trouble:
                # MkDocs has said why it aborts, before it does.
                why = "See above." if isinstance(trouble, Abort) else f"{type(trouble).__name__}: {trouble}"
                log.error("The site cannot be built. The last good pages stay. %s", why)
                log.debug("", exc_info=trouble)

    return builder


@contextmanager
def kept(site: Path) -> Iterator[None]:
    """Let a folder be filled anew, and put its files back where that raises."""
    with tempfile.TemporaryDirectory(prefix="mkdocs_", ignore_cleanup_errors=True) as aside:
        last = Path(aside) / "site"
        try:
            site.rename(last)
        except OSError:  # on some systems while a file in it is read
            yield
            return
        try:
            site.mkdir(mode=0o700)
            yield
        except Exception:
            shutil.rmtree(site, ignore_errors=True)
            last.rename(site)
            raise
