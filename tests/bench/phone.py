"""Measures the first view of pages on a slow phone: bytes over the wire, largest paint, shifts of the layout.

uv run python -m tests.bench.phone            # a synthetic dossier of 300 records
uv run python -m tests.bench.phone 2000

The phone is that of Lighthouse's simulation: a processor four times as slow as this one, 1.6 megabits a
second, 150 milliseconds to the server and back. Files come compressed, as from GitHub Pages. What the search
fetches is counted apart.
"""

import argparse
import gzip
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import IO

from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import ARGUMENTS, chromium
from tests.screenshots import project
from tests.sites import mkdocs_build

DOWN, LATENCY, SLOWER = 1_600_000 / 8, 150, 4
SEARCH = ("search_index.json", "workers/search")
# What the browser says of its own accord, once the page stands still.
OBSERVE = """
window.seen = {paint: 0, shift: 0, largest: ''};
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
    window.seen.paint = one.startTime;
    window.seen.largest = one.element ? one.element.tagName : '';
})).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
    if (!one.hadRecentInput) window.seen.shift += one.value;
})).observe({type: 'layout-shift', buffered: true});
"""


class _Compressed(SimpleHTTPRequestHandler):
    """Serves files compressed."""

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]  # any file will do
        """Answer with a file, compressed."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def first_view(browser: Browser, url: str) -> str:
    """Open an address as on a slow phone; say what it cost."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, device_scale_factor=2)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    network = {"offline": False, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": DOWN}
    session.send("Network.emulateNetworkConditions", network)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    asked: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on(
        "Network.responseReceived", lambda one: asked.update({one["requestId"]: one["response"]["url"]})
    )
    session.on(
        "Network.loadingFinished", lambda one: sizes.update({one["requestId"]: one["encodedDataLength"]})
    )
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(500)
    seen = page.evaluate("window.seen")
    context.close()
    search = sum(size for key, size in sizes.items() if any(one in asked.get(key, "") for one in SEARCH))
    weight = sum(sizes.values()) - search
    return (
        f"{weight / 1024:6.0f} KB  search {search / 1024:5.0f} KB  "
        f"largest paint {seen['paint'] / 1000:5.2f} s ({seen['largest']})  shift {seen['shift']:.3f}"
    )


def main() -> None:
    """Build a site and measure its home page, its largest claim, and an index."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("records", type=int, nargs="?", default=300)
    records = options.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        project(Path(folder), records)
        done = mkdocs_build(Path(folder))
        if done.returncode:
            raise SystemExit(done.stderr)
        root = Path(folder) / "site"
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(root)))
        Thread(target=server.serve_forever, daemon=True).start()
        claims = sorted(root.glob("claims/*/index.html"), key=lambda one: (-one.stat().st_size, one))
        pages = ["", f"{claims[0].parent.relative_to(root).as_posix()}/", "statements/", "timeline/"]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
            for page in pages:
                said = first_view(browser, f"http://127.0.0.1:{server.server_port}/{page}")
                size = (root / page / "index.html").stat().st_size / 1024
                print(f"{page or 'home':24} {said}  HTML {size:.0f} KB")
            browser.close()


if __name__ == "__main__":
    main()
