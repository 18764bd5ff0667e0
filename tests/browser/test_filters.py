"""The filter of an index: what it finds, what it shows, and what stands in the address."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from mkdocs_dossier.document.html import built, opening, write
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.site import make_site
from mkdocs_dossier.text.folding import folded, script
from mkdocs_dossier.text.spellings import spellings
from tests.browser.serving import served
from tests.support import ROOT, sound
from tests.synthetic import synthetic

pytestmark = pytest.mark.slow

SCRIPTS = ROOT / "generator" / "mkdocs_dossier" / "assets" / "scripts"
FRAME = """<!doctype html><html lang="en"><head><title>x</title><meta charset="utf-8">
<link rel="stylesheet" href="/assets/dossier/dossier.css">
<script src="/assets/dossier/dossier.js"></script></head>
<body><main class="md-typeset">{}</main></body></html>"""

HOSTILE = """
sources:
  paper: {title: A paper, published: 2024-02-05}
actors:
  ada:
    name: '<img src=x onerror="window.obeyed=1">'
    kind: person
    aliases: ['<script>window.obeyed=1</script>']
  ben: {name: Ben, kind: person}
"""

FOLDED = [
    ("Basīm al-ʿAwādī", None, "basim al-awadi"),
    ("Straße", "strasse", "strasse"),
    ("ΣΊΣΥΦΟΣ", "σισυφοσ", "σισυφοσ"),
    ("DİYARBAKIR Iğdır", "diyarbakir igdir", "diyarbakir igdir"),
    ("ＡＢＣ ﬁn", "abc fin", "abc fin"),
    ("Ёлка", "елка", "елка"),
    ("شَرْقٌ ـــ غَرب", "شرق  غرب", "شرق  غرب"),
    ("أحمد إبراهيم آمال مؤمن رئيس", "احمد ابراهيم امال مومن رييس", "احمد ابراهيم امال مومن رييس"),
    ("שָׁלוֹם", "שלום", "שלום"),
    # What Python's search handles elsewhere, or not at all.
    ("مصطفى غزة ٱلشرق", None, "مصطفي غزه الشرق"),
    ("کرکوک یزد", None, "كركوك يزد"),
    ("٣ ۴", None, "3 4"),
    ("Biden’s", None, "bidens"),
]
"""Texts, what `text.folding` makes of each where the two do the same, and what the script makes of it."""

NAMES = [
    "John Kirby",
    "Baghdad",
    "Basim al-Awadi",
    "Iran",
    "Iraq",
    "أحمد العوادي",
    "مصطفى",
    "غزة",
    "北京市",
    "U.S. Navy",
]
FOUND = [
    ("Kerby", ["John Kirby"]),
    ("Kirbi", ["John Kirby"]),
    ("Jonh", ["John Kirby"]),
    ("Bagdad", ["Baghdad"]),
    ("Bahgdda", ["Baghdad"]),
    ("Bogdod", []),
    ("Irn", []),
    ("Iran", ["Iran"]),
    ("awad", ["Basim al-Awadi"]),
    ("AL-ʿAWĀDĪ, basīm", ["Basim al-Awadi"]),
    ("awadi kirby", []),
    ("العوادي", ["أحمد العوادي"]),
    ("عوادي", ["أحمد العوادي"]),
    ("والعوادي", ["أحمد العوادي"]),
    ("للعوادي", ["أحمد العوادي"]),
    ("لاحمد", ["أحمد العوادي"]),
    ("احمد", ["أحمد العوادي"]),
    ("إحمَد", ["أحمد العوادي"]),
    ("مصطفي", ["مصطفى"]),
    ("بغزه", ["غزة"]),
    ("北京", ["北京市"]),
    ("US", ["U.S. Navy"]),
    ("u.s.", ["U.S. Navy"]),
]
THE_DAY = [
    "3 February 2024",
    "3rd February 2024",
    "February 3, 2024",
    "Feb 3",
    "3 feb",
    "2024-02-03",
    "2024/2/3",
    "03.02.2024",
    "3.2.2024",
    "3. Februar 2024",
    "3 février 2024",
    "3 de febrero de 2024",
    "٣ فبراير ٢٠٢٤",
    "٣ شباط ٢٠٢٤",
    "2024年2月3日",
    "3 февраля 2024",
]
DAYS = {
    "the month": [["2024-02-01", "2024-02-29"]],
    "the day": [["2024-02-03"]],
    "the day after": [["2024-02-04"]],
    "a year before": [["2023-02-04"]],
    "the next month": [["2024-03-01", "2024-03-31"]],
    "no day": [],
}


def run(page: Page, body: str, value: object) -> Any:
    """Run a function of the scripts on a value."""
    scripts = "".join((SCRIPTS / f"{name}.js").read_text("utf-8") for name in ("start", "matching"))
    return page.evaluate(f"(value) => {{ {scripts} {{ {body} }} }}", value)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def names_found(page: Page, names: Sequence[str], typed: str) -> list[str]:
    body = """
        const words = new Words();
        value.names.forEach((name, at) => words.add(at, 0, name));
        const found = words.of(termsOf(value.typed, monthsOf(["en"])), new Set());
        return value.names.filter((_, at) => found.has(at));
    """
    return list(run(page, body, {"names": list(names), "typed": typed}))


def days_found(page: Page, typed: str) -> list[str]:
    body = """
        const words = new Words();
        const names = Object.keys(value.days);
        names.forEach((name, at) => words.addDays(at, value.days[name]));
        const found = words.of(termsOf(value.typed, monthsOf(value.languages)), new Set());
        const order = names.filter((_, at) => found.has(at));
        return order.sort((one, other) => found.get(names.indexOf(one)) - found.get(names.indexOf(other)));
    """
    languages = ["en", "ar", "fr", "de", "es", "ru", "no-such-language-at-all"]
    return list(run(page, body, {"days": DAYS, "typed": typed, "languages": languages}))


@pytest.mark.parametrize(("text", "by_python", "by_script"), FOLDED)
def test_the_script_folds_text_as_the_program_does(
    page: Page, text: str, by_python: str | None, by_script: str
) -> None:
    assert run(page, "return fold(value);", text) == by_script
    if by_python is not None:
        assert folded(text) == by_python


@pytest.mark.parametrize(("typed", "found"), FOUND)
def test_a_name_is_found_as_it_is_typed(page: Page, typed: str, found: list[str]) -> None:
    assert names_found(page, NAMES, typed) == found


@pytest.mark.parametrize("name", ["Basīm al-ʿAwādī", "أحمد العوادي", "مصطفى الراوي", "Müller", "آمال"])
def test_each_spelling_that_search_lists_finds_the_name(page: Page, name: str) -> None:
    # Those in Latin letters stand in the filter's file where no name is.
    known = [one for one in spellings([name]) if script(one) == script(name)]
    assert len(known) > 1
    assert [one for one in known if names_found(page, [name], one) == []] == []


@pytest.mark.parametrize("typed", THE_DAY)
def test_a_day_is_found_as_it_is_typed(page: Page, typed: str) -> None:
    # The month may mean this day, and comes after it.
    assert days_found(page, typed) == ["the day", "the month"]


@pytest.mark.parametrize("typed", ["2024-02", "February 2024", "feb 2024", "شباط ٢٠٢٤", "2024年2月"])
def test_a_month_finds_its_days(page: Page, typed: str) -> None:
    assert days_found(page, typed) == ["the day", "the day after", "the month"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2023", ["a year before"]),
        ("2023-", ["a year before"]),
        ("4 February", ["the day after", "a year before", "the month"]),
        ("February", ["the month", "the day", "the day after", "a year before"]),
        # Some write the day first, some the month.
        ("3/2/2024", ["the day", "the month", "the next month"]),
        ("2/3/2024", ["the day", "the month", "the next month"]),
        ("30 February 2024", []),
        ("2024-13-01", []),
        ("3 February 2025", []),
    ],
)
def test_other_times_are_found(page: Page, typed: str, found: list[str]) -> None:
    assert days_found(page, typed) == found


def test_a_month_s_name_is_a_word_too(page: Page) -> None:
    assert names_found(page, ["Theresa May", "Ben"], "May") == ["Theresa May"]


def _opened(target: str, *, path: str) -> str:
    return opening(built(target, path, directory_urls=True))


def site_of(loaded: Loaded, folder: Path) -> Path:
    """Write the indexes of a dossier with its script and its styles, without a theme around them."""
    made = make_site(loaded)
    for path, content in made.files.items():
        if path.startswith("assets/") or path.endswith("filter.json"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content())
    for one in made.pages:
        if one.path.count("/") in (1, 3):
            target = (folder / one.path).with_suffix(".html")
            target.parent.mkdir(parents=True, exist_ok=True)
            opened = partial(_opened, path=one.path)
            html = write(one.blocks, opened).html
            target.write_text(FRAME.format(html), "utf-8")
    return folder


def loaded_synthetic(records: int) -> Loaded:
    files = synthetic(records)
    texts = {path: content for path, content in files.items() if path.endswith(".txt")}
    return load(Folder({path: files[path] for path in files.keys() - texts.keys()}, texts))


@pytest.fixture(scope="module")
def dossier() -> Loaded:
    return loaded_synthetic(300)


@pytest.fixture(scope="module")
def indexes(dossier: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(site_of(dossier, tmp_path_factory.mktemp("indexes"))) as url:
        yield url


def rows(page: Page) -> list[str]:
    """List the ids of the records that the filter shows, once it has answered."""
    page.locator(".dossier-finder-status:not(:empty)").wait_for()
    hrefs = page.locator(".dossier-hits a").evaluate_all(
        "links => links.map(one => one.getAttribute('href'))"
    )
    return [href.rstrip("/").rpartition("/")[2] for href in hrefs]


def find_a_statement_of_a_later_page(page: Page, address: str, loaded: Loaded) -> None:
    """Find a statement by its speaker's name in Arabic, in Latin letters, and misspelt."""
    ids = json.loads(make_site(loaded).files["statements/filter.json"]())["columns"]["ids"]
    people = loaded.dossier.actors
    key, speaker = next(
        (key, person)
        for key in ids[len(ids) * 2 // 3 :]
        for person in [people[loaded.dossier.statements[key].speakers[0]]]
        if "ar" in person.names
    )
    given, family = speaker.name.split()
    misspelt = f"{given} {family[:2]}{family[2]}{family[2:]}"
    page.goto(f"{address}statements/")
    field = page.get_by_role("searchbox")
    for typed in (speaker.names["ar"], speaker.name, misspelt, f"{family} {given}".upper()):
        field.fill(typed)
        assert key in rows(page), typed
        assert page.locator(f'a[href$="/statements/{key}/"]:visible').count() == 1
    assert page.locator(".dossier-index-list").is_hidden()


def test_a_statement_of_another_page_is_found_by_its_speaker(
    page: Page, indexes: str, dossier: Loaded
) -> None:
    find_a_statement_of_a_later_page(page, indexes, dossier)


def test_a_statement_is_found_among_two_thousand_records(page: Page, tmp_path: Path) -> None:
    loaded = loaded_synthetic(2000)
    with served(site_of(loaded, tmp_path)) as address:
        find_a_statement_of_a_later_page(page, address, loaded)


def test_the_file_is_fetched_when_it_is_needed(page: Page, indexes: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{indexes}statements/pages/2/", wait_until="networkidle")
    assert page.get_by_role("searchbox").is_visible()
    assert [url for url in asked if url.endswith(".json")] == []
    page.get_by_role("searchbox").focus()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith(".json")] == [f"{indexes}statements/filter.json"]


def test_what_is_chosen_stands_in_the_address_and_opens_again(page: Page, indexes: str) -> None:
    page.goto(f"{indexes}claims/?from=elsewhere#part")
    page.get_by_role("button", name="contested").click()
    page.get_by_role("searchbox").fill("point 2")
    found = rows(page)
    assert found
    page.wait_for_function("location.search === '?from=elsewhere&find=point+2&label=contested'")
    assert page.url.endswith("#part")
    status = page.locator(".dossier-finder-status").text_content()
    page.goto("about:blank")
    page.goto(f"{indexes}claims/?from=elsewhere&find=point+2&label=contested#part")
    assert rows(page) == found
    assert page.locator(".dossier-finder-status").text_content() == status
    assert page.get_by_role("button", name="contested", pressed=True).count() == 1
    assert page.get_by_role("searchbox").input_value() == "point 2"


def test_escape_brings_the_list_of_the_page_back(page: Page, indexes: str) -> None:
    page.goto(f"{indexes}statements/pages/2/?stance=denies")
    assert rows(page)
    assert page.locator(".dossier-index-list").is_hidden()
    page.get_by_role("searchbox").press("Escape")
    page.locator(".dossier-index-list").wait_for(state="visible")
    assert page.locator(".dossier-hits").is_hidden()
    assert "stance" not in page.url
    assert page.get_by_role("status").text_content() == ""
    page.get_by_role("button", name="asserts").click()
    rows(page)
    page.get_by_role("button", name="Show all").click()
    page.locator(".dossier-index-list").wait_for(state="visible")


def test_a_link_to_the_index_itself_shows_all_of_it(page: Page, indexes: str) -> None:
    page.goto(f"{indexes}claims/?label=contested")
    assert rows(page)
    # Material answers such a link by itself, and does nothing where only the query differs.
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    page.evaluate("document.body.insertAdjacentHTML('afterbegin', '<a href=./>Claims</a>')")
    page.get_by_role("link", name="Claims", exact=True).click()
    page.locator(".dossier-index-list").wait_for(state="visible", timeout=5000)
    assert page.url == f"{indexes}claims/"
    assert page.get_by_role("button", pressed=True).count() == 0


def test_chips_count_what_they_would_leave(page: Page, indexes: str, dossier: Loaded) -> None:
    page.goto(f"{indexes}statements/")
    chip = page.locator(".dossier-chip", has_text="denies")
    statements = dossier.dossier.statements.values()
    denied = sum("denies" in one.positions.values() for one in statements)
    assert (chip.text_content() or "").split()[-1] == str(denied)
    chip.click()
    assert len(rows(page)) == min(denied, 100)
    assert (page.get_by_role("status").text_content() or "").startswith(f"{denied} of {len(statements)}")
    # Values of one facet are alternatives; facets are conditions.
    page.locator(".dossier-chip", has_text="qualifies").click()
    both = sum(bool({"denies", "qualifies"} & set(one.positions.values())) for one in statements)
    page.wait_for_function(f"document.querySelector('[role=status]').textContent.startsWith('{both} of ')")
    page.locator(".dossier-chips", has_text="Side").locator(".dossier-chip").first.click()
    shown = int((page.get_by_role("status").text_content() or "").split()[0])
    side = page.locator(".dossier-chip[aria-pressed=true]").first.text_content() or ""
    assert shown == int(side.split()[-1]) < both


def test_no_more_than_eight_chips_are_shown_until_more_are_asked_for(page: Page, indexes: str) -> None:
    page.goto(f"{indexes}statements/")
    sides = page.locator(".dossier-chips", has_text="Side")
    for width, most in ((1280, 8), (360, 4)):
        page.set_viewport_size({"width": width, "height": 900})
        assert sides.locator(".dossier-chip:visible").count() == most
    sides.get_by_role("button", name="more").click()
    sides.locator(".dossier-chip").nth(11).wait_for(state="visible")
    assert sides.get_by_role("button", name="fewer").get_attribute("aria-expanded") == "true"
    assert page.get_by_role("group", name="Year").count() == 0
    page.get_by_role("button", name="More filters").click()
    assert page.get_by_role("group", name="Year").is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_near_spelling_is_said_to_be_one(page: Page, indexes: str) -> None:
    page.goto(f"{indexes}events/?find=delivvery")
    assert rows(page)
    assert "near" in (page.get_by_role("status").text_content() or "")
    page.goto(f"{indexes}events/?find=delivery")
    assert rows(page)
    assert "near" not in (page.get_by_role("status").text_content() or "")


def test_what_an_address_asks_for_that_there_is_not_is_left_out(page: Page, indexes: str) -> None:
    page.goto(f"{indexes}claims/?label=contested")
    contested = rows(page)
    page.goto(f"{indexes}claims/?label=contested&side=nobody&kind=person&stance=")
    assert rows(page) == contested
    page.goto(f"{indexes}claims/?side=nobody&kind=person", wait_until="networkidle")
    assert page.locator(".dossier-index-list").is_visible()
    assert page.get_by_role("status").text_content() == ""


def test_where_nothing_is_found_nothing_but_that_is_said(page: Page, indexes: str) -> None:
    page.goto(f"{indexes}statements/?find=nowhere+to+be+found")
    assert rows(page) == []
    assert page.get_by_role("status").text_content() == "Nothing found"
    assert page.locator(".dossier-chips:visible, .dossier-hits:visible").count() == 0
    assert page.get_by_role("button", name="Show all").is_visible()


def test_a_filter_that_cannot_be_loaded_leaves_the_list(browser: Browser, indexes: str) -> None:
    page = browser.new_page()
    page.route("**/filter.json", lambda route: route.abort())
    page.goto(f"{indexes}claims/?label=contested")
    page.get_by_text("could not be loaded").wait_for()
    assert page.locator(".dossier-index-list").is_visible()
    page.close()


def test_without_scripts_the_pages_stay_as_they_are(browser: Browser, indexes: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{indexes}statements/?stance=denies")
    assert page.locator("tbody tr:visible").count() == 100
    assert page.locator("[data-facet]:visible, [data-value]:visible").count() == 0
    context.close()


def test_text_of_a_dossier_is_shown_and_not_obeyed(page: Page, tmp_path: Path) -> None:
    with served(site_of(sound(HOSTILE), tmp_path)) as address:
        page.goto(f"{address}actors/?find=script")
        assert rows(page) == ["ada"]
        assert page.locator(".dossier-hits a").text_content() == '<img src=x onerror="window.obeyed=1">'
        assert page.evaluate("window.obeyed") is None
        assert page.locator(".dossier-hits img").count() == 0


def test_every_control_is_large_enough(page: Page, indexes: str) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"{indexes}claims/?label=contested")
    rows(page)
    page.get_by_role("button", name="More filters").click()
    sizes = page.locator(".dossier-finder :is(button, input):visible").evaluate_all(
        "all => all.map(one => [one.textContent, one.getBoundingClientRect().height])"
    )
    assert len(sizes) > 8
    assert [one for one in sizes if one[1] < 24] == []
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_misspelt_name_is_shown_as_it_is_spelt(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}statements/?find=Kerby")
    assert "kirby-informed-prior" in rows(page)
    assert (page.locator(".dossier-finder-status").text_content() or "").endswith(": Kirby")
    page.goto(f"{address}places/?find=Bagdad")
    assert rows(page) == ["baghdad"]
    page.close()


def test_contested_claims_about_a_government_are_two_clicks_from_home(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.get_by_role("link", name="Disputed statements").first.click()
    page.get_by_role("button", name="US government").click()
    assert rows(page)[0] == "iraq-informed-before"
    assert page.locator(".dossier-hits li").first.locator(".dossier-label--contested").count() == 1
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_active_filter_is_accessible(browser: Browser, address: str, scheme: Any) -> None:
    for width in (360, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.goto(f"{address}claims/?about=us-government")
        rows(page)
        page.get_by_role("button", name="More filters").click()
        results = Axe().run(page, context=".md-content")
        assert [fault["id"] for fault in results.response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.close()
