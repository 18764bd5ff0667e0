"""Every kind of page for those who use a keyboard, a screen reader, a finger, or colours of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import kinds_of_pages
from tests.browser.test_reading import PATIENCE, WIDTHS, show

pytestmark = pytest.mark.slow

# Headings of the text in their order: each is at most one level below the one before, and one is the first.
SKIPPED = """() => {
    const found = [];
    let before = 0;
    for (const one of document.querySelectorAll('.md-content :is(h1, h2, h3, h4, h5, h6)')) {
        const level = Number(one.tagName[1]);
        if (level > before + 1) found.push(`h${level} after h${before}: ${one.textContent.slice(0, 60)}`);
        before = level;
    }
    if (document.querySelectorAll('.md-content h1').length !== 1) found.push('there is not one h1');
    return found;
}"""


@pytest.fixture(scope="module", params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def _on_each(page: Page, built: Path, address: str, faults: Callable[[Page], list[str]]) -> list[str]:
    found = []
    for path in kinds_of_pages(built):
        show(page, address + path)
        found += [f"{path}: {fault}" for fault in faults(page)]
    return found


def _nameless(page: Page) -> list[str]:
    """Say which pictures and which of their links have no name, or one that is said twice, in Chromium."""
    found = []
    for node, above in _tree(page):
        role, name = (node.get(key, {}).get("value", "") for key in ("role", "name"))
        if role in ("figure", "region", "group") and node.get("description", {}).get("value"):
            found.append(f"{role} {name[:60]!r} is described a second time")
        if role == "group" and {"figure", "region"} & {*above} and not name:
            found.append("a picture without a name")
        if role == "link" and "figure" in above and not name:
            found.append("a link in a picture without a name")
    figures = page.locator("figure.dossier-figure:visible").count()
    said = [role for node, _ in _tree(page) if (role := node["role"]["value"]) == "figure"]
    return (
        found if len(said) == figures else [*found, f"{figures} pictures, of which {len(said)} are figures"]
    )


def _tree(page: Page) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """List what a screen reader meets, each with the roles around it."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    waiting: list[tuple[str, tuple[str, ...]]] = [(next(iter(nodes)), ())]
    while waiting:
        key, above = waiting.pop()
        node = nodes[key]
        if not node.get("ignored"):
            yield node, above
            above = (*above, node["role"]["value"])
        waiting += [(child, above) for child in reversed(node.get("childIds", ())) if child in nodes]


# Where a picture scrolls sideways, its area can be reached by keyboard and has a name.
SCROLLING = """() => Array.from(document.querySelectorAll('.dossier-scroll'))
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .filter((one) => one.tabIndex !== 0 || one.getAttribute('role') !== 'region' || !one.ariaLabel)
    .map((one) => one.closest('figure').className)"""

# On paper no picture is wider than the page.
CUT = """() => Array.from(document.querySelectorAll('svg.dossier-picture'))
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.closest('figure').className)"""


def _all(page: Page) -> list[str]:
    said = [*page.evaluate(SKIPPED), *(f"{kind} scrolls without a name" for kind in page.evaluate(SCROLLING))]
    return [*said, *_nameless(page)]


def test_headings_skip_no_level_and_each_picture_has_a_name_that_is_said_once(
    page: Page, built: Path, address: str
) -> None:
    assert _on_each(page, built, address, _all) == []


def test_pictures_fit_the_paper(browser: Browser, built: Path, address: str) -> None:
    # A4 less its margins: 180 mm.
    context = browser.new_context(viewport={"width": 680, "height": 960})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.emulate_media(media="print")
    found = _on_each(page, built, address, lambda page: list(page.evaluate(CUT)))
    context.close()
    assert found == []


# What is drawn in the colour that it stands on, where a reader has forced their colours.
UNSEEN = """() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const found = new Set();
    const drawn = 'svg.dossier-picture :is(text, line, path, circle, rect, use)';
    for (const one of document.querySelectorAll(drawn)) {
        if (!one.getClientRects().length || one.closest('defs, [mask]')) continue;
        const { fill, stroke } = getComputedStyle(one);
        const seen = (paint) => paint !== 'none' && paint !== paper && paint !== 'rgba(0, 0, 0, 0)';
        const still = one.matches('.d-sea, .d-land, .d-target, .d-band, .d-break, .d-fill, .d-plate');
        if (!seen(fill) && !seen(stroke) && !still) found.add(one.getAttribute('class') || one.tagName);
    }
    return Array.from(found);
}"""


def test_marks_lines_and_words_stay_visible_in_colours_that_a_reader_has_forced(
    browser: Browser, built: Path, address: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, forced_colors="active")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    found = _on_each(page, built, address, lambda page: list(page.evaluate(UNSEEN)))
    context.close()
    assert found == []
