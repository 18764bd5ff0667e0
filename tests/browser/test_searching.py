"""Search as a reader types it."""

import pytest
from playwright.sync_api import Browser


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
def test_a_record_is_found(browser: Browser, address: str, typed: str, first: str) -> None:
    page = browser.new_page()
    page.goto(address, wait_until="load")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(typed)
    page.keyboard.press("End")
    page.locator(".md-search-result__item h1").first.wait_for(timeout=120_000)
    titles = [title.strip() for title in page.locator(".md-search-result__item h1").all_text_contents()]
    page.close()
    assert titles[0] == first


def test_what_is_found_is_no_row_of_a_generated_table(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address, wait_until="load")
    index = page.evaluate("() => fetch('search/search_index.json').then(answer => answer.json())")
    page.close()
    entries = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert "part of" not in entries["actors/"]
    assert "pre-notification" in entries["statements/patel-no-pre-notification/"]
