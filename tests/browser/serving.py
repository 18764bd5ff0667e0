"""Builds sites, serves them on this machine alone, and finds a Chromium to open them with."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mkdocs_dossier.pages.navigation import indexes

ROOT = Path(__file__).parent.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# A browser in a container has no sandbox of its own, and asks its maker for nothing while it is tested.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page asks of another host comes to nothing, and is noted by the test.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
SECTIONS = ("claims", "actors", "events", "statements", "sources", "places")


def chromium() -> str | None:
    """Find an installed Chromium."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def build(target: Path, *, config: Path = ROOT / "mkdocs.yml") -> Path:
    """Build a site strictly with the real command."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=config.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, replaced: Mapping[str, bytes], **more: Any) -> None:
        self.replaced = replaced
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        """Answer with what replaces a file, or with the file."""
        content = self.replaced.get(self.path.partition("?")[0].lstrip("/"))
        if content is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: Path, replaced: Mapping[str, bytes] = MappingProxyType({})) -> Iterator[str]:
    """Serve a folder on a free port; gives the address, with a slash at its end.

    `replaced` maps the paths of files to what is served in their place.
    """
    handler = partial(_Handler, directory=str(site), replaced=replaced)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def kinds_of_pages(site: Path) -> list[str]:
    """List an address of every kind of page: each index, the largest record of each section, the guide."""
    found = [""]
    for section in SECTIONS:
        pages = sorted(site.glob(f"{section}/*/index.html"), key=lambda page: (-page.stat().st_size, page))
        found += [f"{section}/", *(f"{page.parent.relative_to(site).as_posix()}/" for page in pages[:1])]
    found += [one for path in indexes() if (one := path.removesuffix("index.md")) not in set(found)]
    guide = sorted(page.parent.relative_to(site).as_posix() for page in site.glob("guide/**/index.html"))
    return found + [f"{page}/" for page in guide]
