"""Search as a reader types it: both kinds, on the project's own site and on one in Arabic."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.htmlcards import _key
from mkdocs_dossier.cards.indexentries import material_entries
from mkdocs_dossier.plugin import pagefinding
from mkdocs_dossier.plugin.cardindex import CardIndex
from mkdocs_dossier.text.typing import as_typed
from tests.browser.asking import hits, opened, place_of_right, type_query
from tests.browser.queries import ARABIC, SEEDS, Query
from tests.browser.serving import ROOT, build, served
from tests.sites import mkdocs_build

needs_pagefind = pytest.mark.skipif(
    pagefinding.version() is None, reason='Pagefind is not installed: "mkdocs-dossier[search]"'
)
IN_ARABIC = """
site_name: سد الشلال
theme: {name: material, font: false, features: [navigation.instant, search.highlight, search.share]}
markdown_extensions: [toc: {permalink: true}]
plugins: [search, {dossier: {source: %s, search: %s}}]
"""
KINDS = [pytest.param("material", id="small"), pytest.param("pagefind", id="large", marks=needs_pagefind)]

Sites = Callable[[str, str], Path]


def seeds_site(folder: Path, kind: str) -> Path:
    """Build the project's own site with a kind of search."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    written = (ROOT / "mkdocs.yml").read_text("utf-8")
    chosen = f"  - dossier: {{source: {ROOT / 'seeds'}, search: {kind}}}\n"
    (folder / "mkdocs.yml").write_text(written.replace("  - dossier\n", chosen), "utf-8")
    return build(folder / "site", config=folder / "mkdocs.yml")


def arabic_site(folder: Path, kind: str) -> Path:
    (folder / "docs").mkdir(parents=True)
    written = IN_ARABIC % (ROOT / "tests" / "arabic" / "dossier", kind)
    (folder / "mkdocs.yml").write_text(written, "utf-8")
    done = mkdocs_build(folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Give a site by its language and its kind of search; each is built once."""
    made: dict[tuple[str, str], Path] = {}

    def site(language: str, kind: str) -> Path:
        if (language, kind) not in made:
            folder = tmp_path_factory.mktemp(f"{language}-{kind}") / "project"
            folder.mkdir()
            made[language, kind] = (arabic_site if language == "ar" else seeds_site)(folder, kind)
        return made[language, kind]

    return site


@pytest.fixture(params=KINDS)
def searched(request: pytest.FixtureRequest, browser: Browser, sites: Sites) -> Iterator[tuple[Page, str]]:
    """Open the project's own site, of each kind, and touch its search."""
    with served(sites("en", request.param)) as base:
        page = browser.new_page()
        yield opened(page, base), base
        page.close()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_readers_find_what_they_look_for(browser: Browser, sites: Sites, kind: str) -> None:
    places: dict[str, int | None] = {}
    asked: Mapping[str, list[Query]] = {"en": SEEDS, "ar": ARABIC}
    for language, queries in asked.items():
        with served(sites(language, kind)) as base:
            page = opened(browser.new_page(), base)
            places |= {one.typed: place_of_right(page, base, one) for one in queries}
            page.close()
    missed = {typed: place for typed, place in places.items() if place != 1}
    assert len(places) >= 60
    assert sum(place is not None and place <= 3 for place in places.values()) >= 0.95 * len(places), missed
    assert sum(place == 1 for place in places.values()) >= 0.85 * len(places), missed


@pytest.mark.slow
def test_nothing_is_fetched_for_search_before_it_is_touched(
    searched: tuple[Page, str], browser: Browser
) -> None:
    _, base = searched
    page = browser.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(base)))
    page.goto(base, wait_until="networkidle")
    ours = ("search/", "pagefind/", "assets/javascripts/workers/")
    assert [one for one in fetched if one.startswith(ours)] == []
    page.locator(".md-search__input").focus()
    type_query(page, "Kirby")
    assert [one for one in fetched if one.startswith(ours)]
    assert all(one.startswith(("http:", "blob:")) is False for one in fetched), "from elsewhere"
    page.close()


@pytest.mark.slow
def test_a_hit_says_its_kind_and_a_statement_who_and_when(searched: tuple[Page, str]) -> None:
    page, _ = searched
    type_query(page, "there was not a pre-notification")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("h1")).to_have_text("Vedant Patel: Iraq was not notified before the strikes.")
    expect(first.locator(".dossier-hit-kind")).to_have_text("Statement · 5 February 2024 · Rudaw")
    expect(first.locator(".dossier-hit-words")).to_contain_text("“As for this specific response on Friday")
    kinds = page.locator(".dossier-hit-kind > span").all_inner_texts()
    assert kinds
    assert all(kinds)


@pytest.mark.slow
def test_a_name_spelt_otherwise_is_found_marked_and_nothing_is_said_to_be_missing(
    searched: tuple[Page, str],
) -> None:
    page, _ = searched
    for typed, marked in (("Kerby", "Kirby"), ("عوادي", ""), ("Hewler", "")):
        type_query(page, typed)
        first = page.locator(".md-search-result__item").first
        assert page.locator(".md-search-result__terms").count() == 0
        if marked:
            expect(first.locator("h1 mark")).to_have_text(marked)
        shown = page.locator(".md-search-result__list").inner_text()
        assert "bsm" not in shown
        assert "Also written" not in shown


@pytest.mark.slow
def test_a_hit_is_opened_by_keys_and_its_words_are_marked_there(searched: tuple[Page, str]) -> None:
    page, base = searched
    type_query(page, "pre-notification")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}statements/patel-no-pre-notification/**")
    page.locator("mark[data-md-highlight]").first.wait_for()
    # The theme has put another page in place of the first; its search is still the same.
    page.keyboard.press("s")
    type_query(page, "Erbil")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("Erbil")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.slow
def test_a_search_can_be_shared_and_opened(searched: tuple[Page, str], browser: Browser) -> None:
    _, base = searched
    page = browser.new_page()
    page.goto(f"{base}?q=Bagdad", wait_until="load")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("Baghdad")
    page.close()


@pytest.mark.slow
def test_a_search_is_narrowed_with_keys(searched: tuple[Page, str]) -> None:
    page, _ = searched
    type_query(page, "iraq strikes")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    kind = page.get_by_label("Kind")
    kind.wait_for()
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Tab")
    expect(kind).to_be_focused()
    page.keyboard.type("Claim")
    page.wait_for_function(
        "() => { const all = [...document.querySelectorAll('.dossier-hit-kind > span')];"
        " return all.length > 2 && all.every(one => one.textContent === 'Claim'); }"
    )
    page.get_by_label("Where it stands").select_option("contested")
    expect(page.locator(".dossier-hit-kind")).to_have_text(["Claim · contested"])
    kind.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.slow
def test_the_words_of_a_sentence_may_be_typed_one_letter_after_the_other(searched: tuple[Page, str]) -> None:
    page, _ = searched
    page.locator(".md-search__input").press_sequentially("john kirb", delay=15)
    expect(page.locator(".md-search-result__item h1").first).to_have_text("John Kirby")


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_site_below_a_path_is_searched_from_any_page_of_it(
    browser: Browser, sites: Sites, kind: str, tmp_path: Path
) -> None:
    shutil.copytree(sites("en", kind), tmp_path / "news" / "desk")
    with served(tmp_path) as address:
        base = f"{address}news/desk/"
        page = browser.new_page()
        page.goto(f"{base}claims/iraq-informed-before/", wait_until="load")
        page.locator(".md-search__input").click()
        type_query(page, "Pentagon")
        assert hits(page, base)[0] == "actors/us-department-of-defense/"
        page.close()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_hits_run_from_right_to_left_where_the_site_does(browser: Browser, sites: Sites, kind: str) -> None:
    with served(sites("ar", kind)) as base:
        page = opened(browser.new_page(), base)
        type_query(page, "one fax")
        first = page.locator(".md-search-result__item").first
        title = first.locator("h1")
        assert title.evaluate("one => getComputedStyle(one).direction") == "rtl"
        words = first.locator(".dossier-hit-words > span")
        assert words.evaluate("one => getComputedStyle(one).direction") == "ltr"
        page.close()


HOSTILE = '<img src=x onerror="window.obeyed = 1"> & "probe" <b>bold</b> {{ 7 * 7 }}'


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_hit_shows_is_text_and_nothing_more(
    browser: Browser, sites: Sites, kind: str, tmp_path: Path
) -> None:
    card = Card(
        "claims/x/index.md", HOSTILE, HOSTILE, 'en" onclick="x', facts=HOSTILE, lines=(HOSTILE, HOSTILE * 9)
    )
    site = tmp_path / "site"
    shutil.copytree(sites("en", kind), site)
    if kind == "pagefind":
        CardIndex(site / "pagefind", tmp_path, "en", directory_urls=True).write([card])
    else:
        index = json.loads((site / "search/search_index.json").read_text("utf-8"))
        index["docs"] = material_entries([card], directory_urls=True)
        (site / "search/search_index.json").write_text(json.dumps(index), "utf-8")
    with served(site) as base:
        page = opened(browser.new_page(), base)
        type_query(page, "probe")
        first = page.locator(".md-search-result__item").first
        assert first.locator("h1").inner_text() == HOSTILE
        assert HOSTILE in first.locator(".dossier-hit-kind").inner_text()
        assert first.locator("img, b, script, [onclick], [onerror]").count() == 0
        assert page.evaluate("window.obeyed") is None
        page.close()


SAMPLES = [
    "Basīm al-ʿAwādī",
    "U.S. Army",
    "أربيل",
    "هەولێر",
    "حكومة سهلان",
    "٢٠٢٤",
    "Straße",
    "Łódź",
    "北京",
    "O’Brien",
]


@pytest.mark.slow
def test_python_and_the_script_have_one_form_and_one_key_for_a_name(browser: Browser) -> None:
    folder = ROOT / "generator" / "mkdocs_dossier" / "assets" / "scripts"
    names = ("start", "matching", "ranking", "largesearch")
    script = "\n".join((folder / f"{name}.js").read_text("utf-8") for name in names)
    page = browser.new_page()
    found = page.evaluate(
        f"(all) => {{ {script}; return all.map(one => [fold(one), keyOfName(one)]); }}", SAMPLES
    )
    assert found == [[as_typed(one), _key(one)] for one in SAMPLES]
    page.close()
