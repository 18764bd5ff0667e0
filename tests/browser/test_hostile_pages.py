"""Sites whose every text is hostile, in a browser: nothing runs, and nothing is asked of another host."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request

import yaml
from mkdocs_dossier.authoring.starting import PLACES, new_files
from mkdocs_dossier.model.json_schema import changes_schema, records_schema, settings_schema
from mkdocs_dossier.site import words_in
from tests.browser.serving import served
from tests.hostile import hostile
from tests.hostile_settings import HARD, Text, all_at_once, in_turn, material, page_of, settings_of
from tests.payloads import ON_ONE_LINE, PAYLOADS
from tests.sites import mkdocs_build, project_of
from tests.thorough import times, weekly

pytestmark = pytest.mark.slow

# Whatever calls one of these has been run by the page.
NOTED = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox', 'open'])
    window[name] = (...given) => { window.ran.push(`${name}(${given})`); };
"""
# What would run on a click or a touch, and what only a payload could have brought into the page.
ARMED = """() => {
    const found = window.ran || ['no scripts ran'];
    for (const one of document.querySelectorAll('*')) {
        for (const {name, value} of one.attributes) {
            if (/^on/i.test(name)) found.push(`${one.tagName} ${name}`);
            if (/^(xlink:)?href$|^src$|^srcdoc$|action$|^data$|^values$/.test(name)
                && /^[\\x00-\\x20]*(java|vb)[\\t\\n\\r]*script:/i.test(value)
                && value !== 'javascript:void(0)')  // Material's own
                found.push(`${one.tagName} ${name}=${value}`);
        }
        if (/^(iframe|frame|object|embed|applet|base|math|video|audio|marquee|portal)$/i.test(one.tagName))
            found.push(one.tagName);
    }
    return found;
}"""
# Each page would make the whole index anew, which takes longer than all else together.
NOTHING_TO_FIND = {
    "search/search_index.json": json.dumps(
        {"config": {"lang": ["en"], "separator": " ", "pipeline": [], "fields": {}}, "docs": []}
    ).encode()
}
PROBES = (
    *("script", "alert", "onerror", "payload", "img src", "javascript"),
    *('"><img src=x onerror=alert(1)>', "<script>alert(1)</script>", "'-alert(1)-'", "{{ 7*7 }}", "</title>"),
)


class Watch:
    """Notes all that a hostile text could bring about while pages are open."""

    def __init__(self, page: Page, host: str) -> None:
        self.host, self.found = host, list[str]()
        page.add_init_script(NOTED)
        page.on("request", self._asked)
        page.on("dialog", self._opened)
        page.on("pageerror", lambda error: self._failed(page.url, error))
        page.on("console", self._said)
        page.on("popup", lambda popup: self.found.append(f"{page.url}: a window of {popup.url}"))

    def _failed(self, url: str, error: Error) -> None:
        """Note an error of a script, but not the theme's own: its script trips where a page goes too soon."""
        if "/assets/javascripts/bundle." not in (error.stack or ""):
            self.found.append(f"{url}: script error: {error}")

    def _asked(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws", "wss") and url.netloc != self.host:
            self.found.append(f"a request to another host: {request.url}")

    def _opened(self, dialog: Dialog) -> None:
        self.found.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _said(self, message: ConsoleMessage) -> None:
        # The page for what is not found has its parts below the address of the site, which is not this one.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.found.append(f"{message.location['url']}: {message.text}")


def settings(text: Text, many: int) -> dict[str, Any]:
    theme = {**material(text), "font": False, "logo": HARD, "favicon": HARD}
    theme["features"] += [
        "search.suggest",
        "search.highlight",
        "search.share",
        "navigation.top",
        "toc.follow",
    ]
    return settings_of(text, theme, many)


def built(folder: Path, written: dict[str, Any], dossier: dict[str, bytes], pages: int) -> Path:
    """Build a site with the real command, with so many pages that have payloads in their heads."""
    own = folder / "own" / "partials" / "integrations" / "analytics"
    own.mkdir(parents=True)
    (own / "custom.html").write_text("", "utf-8")
    project_of(folder, yaml.safe_dump(written, sort_keys=False), dossier)
    text = in_turn()
    for number in range(pages):
        (folder / "docs" / f"page-{number}.md").write_text(page_of(text, "A payload in its head."), "utf-8")
    for name in ("about", "other"):
        (folder / "docs" / f"{name}.md").write_text(page_of(text, "## A part\n\nIts words."), "utf-8")
    done = mkdocs_build(folder)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "site"


def one_after_the_other(folder: Path) -> Path:
    dossier = {
        "dossier.yaml": b"title: A title\n",
        "records.yaml": b"actors: {a: {name: Ada, kind: person}}\n",
    }
    return built(folder, settings(in_turn(), len(PAYLOADS)), dossier, pages=1)


def all_together(folder: Path) -> Path:
    dossier = hostile(times(150, 60), wholes=ON_ONE_LINE)
    return built(folder, settings(all_at_once(), 1), dossier, pages=len(PAYLOADS) // 4 + 1)


def begun(*titles: str) -> Callable[[Path], Path]:
    """Give how to build what `dossier new` writes for a title."""

    def build(folder: Path) -> Path:
        templates = {name: (files("mkdocs_dossier") / "templates" / name).read_bytes() for name in PLACES}
        schemas = records_schema(), settings_schema(), changes_schema()
        for path, content in new_files(templates, schemas, words_in, " ".join(titles), "en").items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        done = mkdocs_build(folder, "--strict")
        assert done.returncode == 0, done.stderr[-3000:]
        return folder / "site"

    return build


SITES = {
    "settings, one after the other": one_after_the_other,
    "all together": all_together,
    "a new dossier": begun(*ON_ONE_LINE),
    "a new dossier, from the other end": begun(*reversed(ON_ONE_LINE)),
    "a new dossier, hard": begun(HARD),
}


# The first has all that the others have, in one site: it takes longer than they together. The second has the
# texts of one that is tried each time, in another order.
LONG = ("all together", "a new dossier, from the other end")
PARAMS = [
    pytest.param(build, id=name, marks=[weekly] if name in LONG else []) for name, build in SITES.items()
]


@pytest.fixture(scope="module", params=PARAMS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = request.param(tmp_path_factory.mktemp("hostile"))
    return folder


def opened(browser: Browser, address: str) -> tuple[Page, Watch]:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    return page, Watch(page, urlsplit(address).netloc)


def test_nothing_in_any_page_runs_or_is_asked_of_another_host(browser: Browser, site: Path) -> None:
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    with served(site, replaced=NOTHING_TO_FIND) as address:
        page, watch = opened(browser, address)
        for path in pages:
            page.goto(address + path, wait_until="load")
            page.wait_for_timeout(30)
            watch.found += [f"{path}: {one}" for one in page.evaluate(ARMED)]
            if len(watch.found) > 20:
                break
        page.context.close()
    # Of the smallest dossier, each page that it has.
    assert {"index.html", "404.html", "about/index.html", "actors/index.html", "data/index.html"} <= set(
        pages
    )
    assert watch.found == []


def test_nothing_that_search_shows_runs(browser: Browser, site: Path) -> None:
    with served(site) as address:
        page, watch = opened(browser, address)
        shown = searched_for_all(page, watch, address)
        page.context.close()
    assert shown > 0
    assert watch.found == []


def searched_for_all(page: Page, watch: Watch, address: str) -> int:
    """Search for each probe, and count what is found."""
    page.goto(address + "index.html", wait_until="load")
    field = page.locator(".md-search__input")
    # Out of the way, and still there: the theme's script shows it a moment after the page is loaded.
    page.add_style_tag(content=".md-consent { display: none !important; }")
    field.click()
    shown = 0
    for probe in PROBES:
        field.fill(probe)
        page.keyboard.press("End")
        page.wait_for_timeout(700)
        shown += page.locator(".md-search-result__item").count()
        for summary in page.locator(".md-search-result__more > summary").all()[:3]:
            summary.dispatch_event("click")
        watch.found += [f"{probe}: {one}" for one in page.evaluate(ARMED)]
    return shown
