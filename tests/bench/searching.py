"""Measures what a search fetches, before the box is touched and to the first hit, in both kinds of search.

uv run python -m tests.bench.searching                    # 1,000 and 10,000 records
uv run python -m tests.bench.searching --records 5000

The index is made of the cards of a synthetic dossier, and put into the built site of the project's own one,
whose pages ask for it as theirs; so no site of thousands of pages has to be built. Files come compressed, as
from GitHub Pages. Pagefind, the extra `search`, has to be installed.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.indexentries import material_entries
from mkdocs_dossier.cards.ofdays import day_cards
from mkdocs_dossier.cards.ofrecords import record_cards
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.plugin.cardindex import CardIndex
from mkdocs_dossier.words import Words
from tests.bench.measuring import show
from tests.bench.phone import _Compressed
from tests.browser.asking import type_query
from tests.browser.serving import ARGUMENTS, build, chromium
from tests.synthetic import synthetic

SIZES = (1000, 10_000)
SEARCHED = ("search/", "pagefind/", "workers/", "dossier/ahead.js")


def deck(records: int) -> tuple[Card, ...]:
    """Make the cards of a synthetic dossier."""
    files = synthetic(records)
    texts = {path: content for path, content in files.items() if path.endswith(".txt")}
    loaded = load(Folder({path: files[path] for path in files.keys() - texts.keys()}, texts))
    view = View(loaded.dossier, loaded.findings, Words(), Outlines((), ()))
    return (*record_cards(view), *day_cards(view))


def whole(site: Path, found: tuple[Card, ...]) -> str:
    """Put the theme's index of cards into a site; say how long that took."""
    start = perf_counter()
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    index["docs"] = material_entries(found, directory_urls=True)
    (site / "search" / "search_index.json").write_text(json.dumps(index, separators=(",", ":")), "utf-8")
    return f"{perf_counter() - start:.1f} s"


def in_parts(site: Path, found: tuple[Card, ...]) -> str:
    """Put Pagefind's index of cards into a site; say how long its command took."""
    start = perf_counter()
    with tempfile.TemporaryDirectory() as cache:
        CardIndex(site / "pagefind", Path(cache), "en", directory_urls=True).write(found)
    return f"{perf_counter() - start:.1f} s"


def fetched(browser: Browser, url: str, typed: str) -> tuple[int, int]:
    """Open a page and search; give the bytes that search fetched before that, and to the first hit."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on(
        "Network.responseReceived", lambda one: asked.update({one["requestId"]: one["response"]["url"]})
    )
    session.on(
        "Network.loadingFinished", lambda one: sizes.update({one["requestId"]: one["encodedDataLength"]})
    )
    page.goto(url, wait_until="networkidle")
    before = _of_search(asked, sizes)
    page.locator(".md-search__input").click()
    type_query(page, typed, patience=60_000)
    page.locator(".md-search-result__item").first.wait_for()
    page.wait_for_timeout(300)
    after = _of_search(asked, sizes)
    context.close()
    return before, after


def _of_search(asked: dict[str, str], sizes: dict[str, int]) -> int:
    return sum(size for key, size in sizes.items() if any(part in asked.get(key, "") for part in SEARCHED))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure both kinds of search, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, action="append", help="a size; may be given again")
    sizes = parser.parse_args(arguments).records or SIZES
    rows = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        plain = build(Path(folder) / "plain")
        for records in sizes:
            found = deck(records)
            # Of a person: two words.
            name = next(card.title for card in found if card.facts.startswith("person"))
            for kind, put in (("material", whole), ("pagefind", in_parts)):
                site = Path(folder) / f"{kind}-{records}"
                shutil.copytree(plain, site)
                taken = put(site, found)
                _choose(site, is_large=kind == "pagefind")
                server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site)))
                Thread(target=server.serve_forever, daemon=True).start()
                before, after = fetched(browser, f"http://127.0.0.1:{server.server_port}/", name)
                server.shutdown()
                server.server_close()
                rows.append([f"{records:,}", kind, taken, f"{before / 1024:.1f}", f"{after / 1024:.0f}"])
        browser.close()
    show(["records", "search", "index", "KB before", "KB to the first hit"], rows)


def _choose(site: Path, *, is_large: bool) -> None:
    """Tell the script of a site which search it has."""
    script = site / "assets" / "dossier" / "ahead.js"
    written = script.read_text("utf-8").replace('"large": false', f'"large": {json.dumps(is_large)}')
    script.write_text(written, "utf-8")


if __name__ == "__main__":
    main()
