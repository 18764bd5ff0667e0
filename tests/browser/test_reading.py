"""Every kind of page as a reader meets it: light and dark, on a phone and at a desk."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.browser.serving import kinds_of_pages

# A rule is on or off by default; all are on here. `target-size` (WCAG 2.2, 2.5.8) is off by default.
ALL = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
WIDTHS = (360, 1280)
PATIENCE = 120_000
"""Milliseconds after which a page is taken to hang: far more than any takes on a busy machine."""
UNREADY = ".dossier-cite:not([data-ready]), .dossier-table:not([data-ready])"
WIDEST = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Watch:
    """Notes what goes wrong while pages are open."""

    def __init__(self, page: Page, host: str) -> None:
        self.host = host
        self.found: list[str] = []
        page.on("pageerror", lambda error: self.found.append(f"{page.url}: script error: {error}"))
        page.on("console", self._said)
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.found.append(f"{message.location['url']}: {message.text}")

    def _asked(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("http", "https") and url.netloc != self.host:
            self.found.append(f"a request to another host: {request.url}")


def _open(browser: Browser, scheme: str, width: int, *, scripts: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def show(page: Page, url: str) -> None:
    """Open an address, and wait until all is loaded and, if scripts run, drawn."""
    page.goto(url, wait_until="load")
    if page.evaluate("'dossierWords' in window"):
        page.wait_for_function(f"!document.querySelector('{UNREADY}')")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.slow
@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_every_kind_of_page_opens_without_fault(
    browser: Browser, built: Path, address: str, scheme: str, width: int
) -> None:
    page = _open(browser, scheme, width)
    watch = Watch(page, urlsplit(address).netloc)
    for path in kinds_of_pages(built):
        show(page, address + path)
        if page.evaluate(WIDEST) > 0:
            watch.found.append(f"{path}: scrolls sideways")
        results = Axe().run(page, context=".md-content", options=ALL)
        watch.found += [
            f"{path}: {fault['id']}: {fault['help']}: {node['html'][:160]}"
            for fault in results.response["violations"]
            for node in fault["nodes"][:3]
        ]
        page.wait_for_load_state("networkidle")  # what is asked for late counts as well
    page.context.close()
    assert watch.found == []


def test_the_home_page_opens_without_fault(browser: Browser, address: str) -> None:
    page = _open(browser, "light", 1280)
    watch = Watch(page, urlsplit(address).netloc)
    show(page, address)
    assert page.evaluate(WIDEST) == 0
    page.wait_for_load_state("networkidle")
    page.context.close()
    assert watch.found == []


# Text by text: between two blocks, there may be no blank.
WORDS = """() => {
    const content = document.querySelector('.md-content article.md-content__inner');
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode.data);
    return found.join(' ');
}"""


@pytest.mark.slow
def test_without_scripts_every_page_still_says_all(browser: Browser, built: Path, address: str) -> None:
    lively, still = _open(browser, "light", 1280), _open(browser, "light", 1280, scripts=False)
    for path in kinds_of_pages(built):
        said = []
        for page in (lively, still):
            show(page, address + path)
            # What only scripts can do is no part of what the page says.
            page.evaluate("document.querySelector('.dossier-finder')?.remove()")
            said.append(page.evaluate(WORDS).split())
        missing = set(said[0]) - set(said[1]) - {"Filter", "Copy", "Copied"}
        assert missing == set(), path
    lively.context.close()
    still.context.close()


@pytest.mark.slow
@pytest.mark.parametrize("path", ["", "claims/iraq-informed-before/", "actors/"])
def test_the_keyboard_alone_reaches_everything(browser: Browser, address: str, path: str) -> None:
    page = _open(browser, "light", 1280)
    show(page, address + path)
    wanted = page.evaluate(
        """() => {
            const seen = (one) => one.getClientRects().length > 0 && one.tabIndex >= 0;
            const found = document.querySelectorAll(
                '.md-content :is(a[href], a[*|href], button, input, summary)');
            window.wanted = Array.from(found).filter(seen);
            return window.wanted.length;
        }"""
    )
    page.evaluate("() => { window.reached = new Set(); }")
    for _ in range(wanted + 120):
        page.keyboard.press("Tab")
        page.evaluate("() => window.reached.add(document.activeElement)")
    missed = page.evaluate("() => window.wanted.filter(o => !window.reached.has(o)).map(o => o.outerHTML)")
    page.context.close()
    assert wanted > 5
    assert missed == []


def test_a_table_sorts_and_filters(browser: Browser, address: str) -> None:
    page = _open(browser, "light", 1280)
    page.goto(address + "actors/", wait_until="load")
    names = page.locator(".dossier-table tbody tr td:first-child")
    page.locator(".dossier-sort", has_text="Name").click()
    page.locator(".dossier-sort", has_text="Name").click()
    falling = names.all_text_contents()
    assert falling == sorted(falling, key=str.casefold, reverse=True)
    page.goto(address + "sources/rudaw-2024-02-05/", wait_until="load")
    page.get_by_role("searchbox", name="Filter").fill("kirby")
    rows = page.locator(".dossier-table", has=page.get_by_role("searchbox")).locator("tbody tr:visible")
    assert [row for row in rows.all_text_contents() if "Kirby" not in row] == []
    assert rows.count() >= 1
    page.context.close()


def test_a_citation_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "statements/kirby-informed-prior/", wait_until="load")
    page.locator(".dossier-copy").first.click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    context.close()
    assert copied.startswith("John Kirby")
    assert "US did not inform Iraq" in copied
