"""However many of something a record has, no page grows without bound, and nothing is lost."""

import functools
import gc
import posixpath
import re
import sys
import zlib
from collections.abc import Iterator, Mapping
from functools import cache, partial

import pytest

from mkdocs_dossier.document.html import built, opening, write
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.pages.navigation import indexes
from mkdocs_dossier.site import make_site
from tests.lopsided import LOPSIDED
from tests.pages.test_reverses import named
from tests.thorough import weekly

LARGEST, COMPRESSED = 275_000, 34_000
"""The bytes of a page's HTML; the theme adds some 25,000, compressed 6,000."""


_QUICK = ("place_of_events", "sections_of_many")
EACH = [pytest.param(one, marks=[] if one in _QUICK else [pytest.mark.slow, weekly]) for one in LOPSIDED]

Pages = Mapping[str, str]
"""The HTML of pages by their addresses; that of the home page is empty."""


@cache
def _made(name: str, count: int) -> tuple[Dossier, Pages]:
    loaded = LOPSIDED[name].make(count).loaded()
    pages = make_site(loaded).pages
    return loaded.dossier, {posixpath.dirname(one.path): _written(one) for one in pages}


def _written(page: Page) -> str:
    address = partial(built, path=page.path, directory_urls=True)
    return write(page.blocks, lambda target: opening(address(target))).html


def _too_large(name: str, count: int) -> list[tuple[str, int, int]]:
    encoded = ((path, html.encode()) for path, html in _made(name, count)[1].items())
    sizes = ((path, len(content), len(zlib.compress(content))) for path, content in encoded)
    return [one for one in sizes if one[1] > LARGEST or one[2] > COMPRESSED]


@cache
def _links(name: str) -> Mapping[str, set[str]]:
    """Map each page of a dossier to those that it leads to."""
    pages = _made(name, LOPSIDED[name].few)[1]
    return {path: set(_targets(path, html)) & set(pages) for path, html in pages.items()}


def _targets(path: str, html: str) -> Iterator[str]:
    for href in set(re.findall(r'(?:href|link)="([^"#]+)', html)):
        yield posixpath.normpath(posixpath.join(path, href)).removeprefix(".")


@pytest.mark.parametrize("name", EACH)
def test_no_page_is_too_large(name: str) -> None:
    assert _too_large(name, LOPSIDED[name].few) == []


@pytest.mark.slow
@weekly
@pytest.mark.parametrize("name", LOPSIDED)
def test_no_page_of_a_very_large_dossier_is_too_large(name: str) -> None:
    assert _too_large(name, LOPSIDED[name].many) == []


@pytest.mark.slow
@weekly
@pytest.mark.parametrize("name", LOPSIDED)
def test_twice_as_many_records_make_no_more_than_twice_as_many_pages(name: str) -> None:
    once, twice = (len(_made(name, times * LOPSIDED[name].few)[1]) for times in (1, 2))
    assert twice <= 2 * once + 10


@pytest.mark.parametrize("name", EACH)
def test_links_lead_to_every_page(name: str) -> None:
    links = _links(name)
    found: set[str] = set()
    ahead = {"", *map(posixpath.dirname, indexes())} & set(links)
    while ahead:
        found |= ahead
        ahead = {target for path in ahead for target in links[path]} - found
    assert set(links) - found == set()


@pytest.mark.parametrize("name", EACH)
def test_each_record_leads_to_all_that_it_names_and_to_all_that_name_it(name: str) -> None:
    dossier = _made(name, LOPSIDED[name].few)[0]
    leads: dict[str, set[str]] = {}
    for path, targets in _links(name).items():
        leads.setdefault("/".join(path.split("/")[:2]), set()).update(targets)
    pairs = {pair for one in named(dossier) for pair in (one, one[::-1])}
    assert {(path, other) for path, other in pairs if other not in leads[path]} == set()


@pytest.mark.slow
@weekly
@pytest.mark.parametrize("name", LOPSIDED)
def test_twice_as_many_records_take_no_more_than_about_twice_as_many_steps(name: str) -> None:
    once, twice = (_steps(LOPSIDED[name].make(times * LOPSIDED[name].few).loaded()) for times in (1, 2))
    assert twice <= 2.3 * once


def _steps(loaded: Loaded) -> int:
    """Count the calls of functions that it takes to make a site."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper):
            one.cache_clear()
    # What is the same for all dossiers is made before.
    list(make_site(LOPSIDED["sections_of_many"].make(1).loaded()).pages)
    steps = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        list(make_site(loaded).pages)
    finally:
        sys.setprofile(None)
    return steps
