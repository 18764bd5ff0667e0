"""Types into the search of a site as a reader does, and reads what comes."""

from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

from tests.browser.queries import Query

_HITS = """() => Array.from(document.querySelectorAll('.md-search-result__item'), (item) => {
    const links = Array.from(item.querySelectorAll('a'));
    const scored = links.map((a) => Number(a.querySelector('article').dataset.mdScore));
    // A page that stands there only for one of its places has the score 0.
    return links.filter((_, at) => scored[at] > 0 || links.length === 1).map((a) => a.href);
}).flat()"""


def type_query(page: Page, typed: str, patience: int = 5000) -> None:
    """Put a query into the box, and wait for its answer."""
    box = page.locator(".md-search__input")
    box.fill(typed)
    # The theme listens for keys; what is typed in another script comes without any.
    box.press("Shift")
    page.wait_for_function(
        "(q) => document.querySelector('.md-search-result').dataset.dossierTyped === q",
        arg=typed,
        timeout=patience,
    )


def hits(page: Page, base: str) -> list[str]:
    """List the addresses of the hits below the site's root, in their order, without what is marked there."""
    found: list[str] = page.evaluate(_HITS)
    return [_below(one, base) for one in found]


def _below(url: str, base: str) -> str:
    parts = urlsplit(unquote(url))
    path = parts.path.removeprefix(urlsplit(base).path)
    return path + (f"#{parts.fragment}" if parts.fragment else "")


def is_right(address: str, answers: Sequence[str]) -> bool:
    """Tell whether a hit answers a query; `#` at the end of an answer stands for any place on the page."""
    return any(
        address == answer or (answer.endswith("#") and address.partition("#")[0] == answer[:-1])
        for answer in answers
    )


def place_of_right(page: Page, base: str, query: Query) -> int | None:
    """Give the place of the first right hit from 1, None where there is none."""
    type_query(page, query.typed)
    found = hits(page, base)
    return next((at for at, one in enumerate(found, 1) if is_right(one, query.answers)), None)


def opened(page: Page, base: str) -> Page:
    """Open a site's home page and touch its search."""
    page.goto(base, wait_until="load")
    page.locator(".md-search__input").click()
    return page
