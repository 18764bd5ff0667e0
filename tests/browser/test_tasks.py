"""What a reader wants to know, on a phone of 360 by 800: in how many clicks, and how far down."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.serving import served
from tests.screenshots import project
from tests.sites import mkdocs_build

WIDTH, HEIGHT = 360, 800
SCROLLING = """() => Array.from(document.querySelectorAll('.md-content *')).filter(one => {
    const style = getComputedStyle(one);
    return one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1
        && ['auto', 'scroll'].includes(style.overflowX);
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, has_touch=True)
    yield context.new_page()
    context.close()


def bottom(found: Locator) -> float:
    box = found.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_who_contradicted_kirby_is_on_the_second_screen_of_home(phone: Page, address: str) -> None:
    phone.goto(address)
    for name, words in (
        ("John Kirby", "informed"),
        ("Basim al-Awadi", "denied it"),
        ("Vedant Patel", "there was"),
    ):
        card = phone.locator(".dossier-lead .dossier-utterance").filter(has_text=words).first
        assert name in card.inner_text()
        assert bottom(card) <= 2 * HEIGHT


def test_awadis_words_stand_in_their_passage_after_two_clicks(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator(".dossier-lead .dossier-utterance").filter(has_text="Awadi").locator(
        ".dossier-words a"
    ).click()
    phone.wait_for_url("**/statements/**")
    assert "Awadi stated on Saturday" in phone.locator(".dossier-context").inner_text()
    assert phone.locator(".dossier-context mark").count() > 0


def test_what_was_said_on_a_day_is_one_click_from_home(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator(".dossier-days a").filter(has_text="3 February 2024").click()
    phone.wait_for_url("**/timeline/#day-2024-02-03")
    day = phone.locator(".dossier-day").filter(has=phone.locator("#day-2024-02-03"))
    assert day.locator(".dossier-entry--statement").count() == 5
    heading = day.locator("h2")
    phone.wait_for_function(
        "one => { const y = one.getBoundingClientRect().top; return y >= 0 && y < innerHeight; }",
        arg=heading.element_handle(),
    )


def test_a_link_to_a_contradiction_opens_at_it(phone: Page, address: str) -> None:
    phone.goto(address + "claims/iraq-informed-before/")
    link = phone.locator(".dossier-dispute .dossier-permalink").first
    href = "#" + str(link.get_attribute("href")).partition("#")[2]
    phone.goto("about:blank")
    phone.goto(f"{address}claims/iraq-informed-before/{href}")
    pair = phone.locator(href)
    pair.wait_for(state="visible")
    phone.wait_for_function(
        "h => { const y = document.querySelector(h).getBoundingClientRect().top;"
        " return y >= 0 && y < innerHeight; }",
        arg=href,
    )
    assert "Kirby" in pair.inner_text()


def test_a_link_into_what_is_folded_away_unfolds_it(phone: Page, address: str) -> None:
    phone.goto(address + "claims/iraq-informed-before/")
    phone.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
    pair = phone.locator("details.dossier-dispute [id]").first
    anchor = pair.get_attribute("id")
    assert not pair.is_visible()
    phone.evaluate("id => { location.hash = id; }", anchor)
    pair.wait_for(state="visible")


def check_first_screens(page: Page) -> None:
    """Hold that the first two screens show a voice of each side: words, name, body, date, publisher."""
    for stance in ("asserts", "denies"):
        card = page.locator(f".dossier-side-column--{stance} .dossier-utterance").first
        assert bottom(card) <= 2 * HEIGHT, page.url
        for part in (".dossier-who a", ".dossier-words", ".dossier-source time", ".dossier-source a"):
            assert card.locator(part).first.inner_text().strip(), (page.url, part)


def check_no_scrolling(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH, page.url
    assert page.evaluate(SCROLLING) == [], page.url


def test_the_first_screens_of_the_seeds_dispute_show_both_sides(phone: Page, address: str) -> None:
    phone.goto(address + "claims/iraq-informed-before/")
    check_first_screens(phone)
    check_no_scrolling(phone)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Serve the site of a dossier of 300 records."""
    folder = tmp_path_factory.mktemp("large")
    project(folder, 300)
    done = mkdocs_build(folder)
    assert done.returncode == 0, done.stderr
    with served(folder / "site") as url:
        yield folder / "site", url


@pytest.mark.slow
def test_every_contested_claim_of_300_records_shows_both_sides_on_two_screens(
    phone: Page, large: tuple[Path, str]
) -> None:
    _, url = large
    phone.goto(url + "claims/")
    links = phone.locator("#contested + .dossier-table tbody th a").evaluate_all(
        "all => all.map(a => a.href)"
    )
    assert len(links) > 5
    for link in links:
        phone.goto(link)
        check_first_screens(phone)
        check_no_scrolling(phone)
        # The claim with most contradictions is among them.
        assert phone.evaluate("document.documentElement.scrollHeight") <= 15 * HEIGHT


@pytest.mark.slow
def test_a_claim_takes_two_sheets_of_paper(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "claims/iraq-informed-before/")
    printed = page.pdf(format="A4", margin={"top": "15mm", "right": "15mm", "bottom": "15mm", "left": "15mm"})
    page.close()
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page/") in (1, 2)
