"""A running `mkdocs serve`: what it says, what it serves, and edits to its project."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from types import MappingProxyType
from urllib.error import URLError
from urllib.request import urlopen

# How long a busy machine may take. Nothing is held to it but that it comes to an end.
PATIENCE = 180
# MkDocs says the same line of another logger once only, so a second "built in 0.28 seconds" would be missed.
BUILDS = "Building documentation..."
RELOADS = "Reloading browsers"
SERVES = "Serving on"
# As a terminal starts it. What is started in the background of a shell would be deaf to Ctrl-C.
_MKDOCS = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('mkdocs', run_name='__main__', alter_sys=True)"
)


class Server:
    """`mkdocs serve` on a project whose pages stand below `base`, as a process of its own."""

    def __init__(
        self,
        project: Path,
        *options: str,
        base: str = "news/",
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.project = project
        self.base = base
        command = [sys.executable, "-u", "-c", _MKDOCS, "serve", "-a", self.address, *options]
        self.process = subprocess.Popen(
            command,
            cwd=project,
            env={**os.environ, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.lines.extend(re.sub(r"\x1b\[\d*m", "", line) for line in self.process.stdout)

    @property
    def said(self) -> str:
        """All that it has said so far, on both streams."""
        return "".join(self.lines)

    def builds(self) -> int:
        """Count the builds that have begun."""
        return self.said.count(BUILDS)

    def built(self) -> int:
        """Count the builds that have ended and are shown."""
        return self.said.count(RELOADS) + (SERVES in self.said)

    def wait(self, done: Callable[[], bool]) -> None:
        """Wait until something holds; fail with all that was said where it never does, or the server ends."""
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.05)

    def rest(self) -> int:
        """Wait until it has built what it has a mind to build, and give the number of builds."""
        before = -1
        while (now := self.builds()) != before or self.built() != now:
            before = now
            # Far longer than it waits for a change to be the last.
            time.sleep(4)
            self.wait(lambda: self.built() == self.builds())
        return before

    def get(self, path: str = "") -> str:
        """Ask for a page as a browser does."""
        with urlopen(f"http://{self.address}/{self.base}{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def has(self, path: str) -> bool:
        """Tell whether there is such a page."""
        try:
            self.get(path)
        except URLError:
            return False
        return True

    def shows(self, path: str, text: str) -> bool:
        """Tell whether there is such a page, and it says so."""
        return self.has(path) and text in self.get(path)

    def edit(self, path: str, content: str) -> None:
        """Write a file of the dossier."""
        target = self.project / "news" / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(content, "utf-8")

    def interrupt(self) -> int:
        """Press Ctrl-C, and give the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def memory(self) -> float:
        """Give the resident memory in MB (Linux only)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        found = re.search(r"VmRSS:\s*(\d+) kB", status)
        assert found is not None
        return int(found[1]) / 1024

    def stop(self) -> None:
        """End it, and all that belongs to it."""
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def running(
    project: Path,
    *options: str,
    base: str = "news/",
    variables: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Server]:
    """Serve a project, from the moment that it can be read on."""
    server = Server(project, *options, base=base, variables=variables)
    try:
        server.wait(lambda: SERVES in server.said)
        yield server
    finally:
        server.stop()


SCRIPT = re.compile(r"^livereload\((\d+), (\d+)\);", re.MULTILINE)
"""The line by which a page of the server waits for the next build."""


class Tab:
    """A tab of a browser that shows a page, and loads it again when the server's script would."""

    def __init__(self, server: Server, path: str) -> None:
        self.server = server
        self.path = path
        self.loads: list[str] = []
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._closed.is_set():
            try:
                page = self.server.get(self.path)
                if asked := SCRIPT.search(page):
                    self.loads.append(page)
                    self._wait(*asked.groups())
                    continue
                # Cut short: the server has ended meanwhile.
            except (OSError, HTTPException):  # the server has ended, or there is no such page now
                pass
            self._closed.wait(0.1)

    def _wait(self, epoch: str, request: str) -> None:
        asked = f"http://{self.server.address}/livereload/{epoch}/{request}"
        newest = 0
        while not self._closed.is_set() and newest <= int(epoch):
            with urlopen(asked, timeout=PATIENCE) as answer:
                newest = int(answer.read() or 0)  # nothing, where the server ends meanwhile

    @property
    def shown(self) -> str:
        """What it shows now."""
        return self.loads[-1] if self.loads else ""

    def close(self) -> None:
        """Look no more; whoever waits for the server is left to it."""
        self._closed.set()
