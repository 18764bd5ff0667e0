"""The labels of maps, measured where they are drawn: at each width, in each script, light and dark."""

from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import build, served
from tests.hostile import flow
from tests.sites import project_of

pytestmark = pytest.mark.slow

WIDTHS = (312, 320, 360, 480, 600, 640, 700, 768, 900, 1024, 1100, 1280, 1600, 1920, 2560)
CONFIG = """\
site_name: Maps
theme: {name: material, font: false, palette: [{media: '(prefers-color-scheme: light)'},
  {media: '(prefers-color-scheme: dark)', scheme: slate}]}
plugins: [search, dossier: {source: news}]
"""
ARTICLE = b"There were raids in these places.\n"
THREE = [
    ("Lennburg", 52.64, 9.47),
    ("Altenkirchen an der Wied", 52.8, 7.92),
    ("Oststadt", 52.48, 10.54),
]
NAMES = (
    *(
        "Lennburg",
        "Altenkirchen an der Wied",
        "Al",
        "MMM WWW",
        "Санкт-Петербург",
        "北京市朝阳区",
        "उत्तर प्रदेश",
    ),
    *(
        "محافظة الأنبار",
        "سلێمانی",
        "ירושלים",
        "กรุงเทพมหานคร",
        "Đà Nẵng",
        "ភ្នំពេញ",
        "The place by the old river mill",
    ),
)
# What two rectangles share beyond half a pixel, which is a matter of rounding.
FAULTS = """() => {
    const found = [];
    for (const svg of document.querySelectorAll('.dossier-map svg.dossier-picture')) {
        const all = (kind) => Array.from(svg.querySelectorAll(kind)).filter(
            (one) => one.getClientRects().length && !one.closest('defs, symbol'));
        const box = (one) => one.getBoundingClientRect();
        const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
        // Marks are round.
        const apart = (a, b) => Math.hypot(a.x + a.width / 2 - b.x - b.width / 2,
            a.y + a.height / 2 - b.y - b.height / 2) - (a.width + b.width) / 2;
        const texts = all('text:not(.d-figure)'), marks = all('use, .d-count, .d-extent'), frame = box(svg);
        for (const number of all('.d-figure')) {
            const own = box(number), ring = box(number.parentNode.querySelector('.d-count, .d-extent'));
            if (own.left < ring.left + 1 || own.right > ring.right - 1)
                found.push(`${number.textContent} is wider than its ring`);
        }
        marks.forEach((one, index) => {
            for (const other of marks.slice(index + 1))
                if (apart(box(one), box(other)) < 0) found.push('a mark on a mark');
        });
        texts.forEach((one, index) => {
            const own = box(one);
            if (own.left < frame.left - 0.5 || own.right > frame.right + 0.5
                || own.top < frame.top - 0.5 || own.bottom > frame.bottom + 0.5)
                found.push(`${one.textContent} is cut off`);
            for (const other of texts.slice(index + 1))
                if (meet(own, box(other))) found.push(`${one.textContent} on ${other.textContent}`);
            for (const mark of marks)
                if (meet(own, box(mark))) found.push(`${one.textContent} on a mark`);
        });
    }
    return found;
}"""
SHOWN = """() => Array.from(document.querySelectorAll('.dossier-map .d-place'))
    .filter((one) => one.getClientRects().length).map((one) => one.textContent)"""


def many(count: int) -> list[tuple[str, float, float]]:
    random = Random(count)  # noqa: S311 - not for secrets
    return [
        (f"{random.choice(NAMES)} {number}", random.uniform(29, 38), random.uniform(38, 49))
        for number in range(count)
    ]


def places_of(count: int) -> list[tuple[str, float, float]]:
    return THREE if count == len(THREE) else many(count)


def site_of(folder: Path, places: list[tuple[str, float, float]], language: str) -> Path:
    """Build a site with a map of places, each with an event or more."""
    tree: dict[str, dict[str, Any]] = {
        "sources": {"news": {"title": "News", "text": "news.txt", "sha256": sha256(ARTICLE).hexdigest()}},
        "places": {
            f"p{number}": {"name": name, "kind": "city", "lat": f"{lat:.4f}", "lon": f"{lon:.4f}"}
            for number, (name, lat, lon) in enumerate(places)
        },
        "events": {
            f"e{number}": {
                "name": f"Raid {number}",
                "kind": "raid",
                "places": [f"p{number % len(places)}"],
                "evidence": [{"source": "news", "passage": "There were raids"}],
            }
            for number in range(len(places) * 3 // 2)
        },
    }
    files = {
        "dossier.yaml": f"title: Maps\nlanguage: {language}\n".encode(),
        "records.yaml": "".join(f"{section}: {flow(one)}\n" for section, one in tree.items()).encode(),
        "news.txt": ARTICLE,
    }
    return build(folder / "site", config=project_of(folder, CONFIG, files) / "mkdocs.yml")


@pytest.fixture(
    scope="module",
    params=[(3, "en"), (30, "en"), (30, "ar"), (300, "en")],
    ids=lambda param: "{} places, {}".format(*param),
)
def places_and_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[list[tuple[str, float, float]], Path, str]]:
    count, language = request.param
    places = places_of(count)
    site = site_of(tmp_path_factory.mktemp("maps"), places, language)
    with served(site) as address:
        yield places, site, address


def opened(browser: Browser, scheme: str) -> Page:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    return context.new_page()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_label_covers_another_or_a_mark_and_none_is_cut_off(
    browser: Browser, places_and_site: tuple[list[tuple[str, float, float]], Path, str], scheme: str
) -> None:
    places, site, address = places_and_site
    page = opened(browser, scheme)
    page.goto(f"{address}map/", wait_until="load")
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(80)
        if faults := page.evaluate(FAULTS):
            found[width] = faults
    shown = page.evaluate(SHOWN)
    page.context.close()
    assert found == {}
    assert len(shown) >= min(len(places), 8)
    # A list that is long goes on on further pages.
    listed = " ".join(unescape(part.read_text("utf-8")) for part in site.glob("map/**/index.html"))
    assert [name for name, _, _ in places if name not in listed] == []
