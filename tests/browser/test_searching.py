"""Search as a reader types it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(scope="module")
def searched(browser: Browser, address: str) -> Iterator[Page]:
    """Open the search, whose index is fetched once."""
    page = browser.new_page()
    page.goto(address, wait_until="load")
    page.locator(".md-search__input").click()
    yield page
    page.close()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("باسم العوادي", "Basim al-Awadi"),
        ("العوادي", "Basim al-Awadi"),
        ("Basim al-Awadi", "Basim al-Awadi"),
        ("Basīm al-ʿAwādī", "Basim al-Awadi"),
        ("Bassem", "Basim al-Awadi"),
        ("هەولێر", "Erbil"),
        ("pre-notification", "Vedant Patel: Iraq was not notified before the strikes."),
    ],
)
def test_a_record_is_found(searched: Page, typed: str, first: str) -> None:
    searched.locator(".md-search__input").fill(typed)
    searched.keyboard.press("End")
    expect(searched.locator(".md-search-result__item h1").first).to_have_text(first, timeout=30_000)


def test_what_is_found_is_no_row_of_a_generated_table(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address, wait_until="load")
    index = page.evaluate("() => fetch('search/search_index.json').then(answer => answer.json())")
    page.close()
    entries = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert "part of" not in entries["actors/"]
    assert "pre-notification" in entries["statements/patel-no-pre-notification/"]
