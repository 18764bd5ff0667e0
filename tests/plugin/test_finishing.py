"""What the finished HTML of a page gets, or loses."""

from types import SimpleNamespace
from typing import Any

import pytest

from mkdocs_dossier.plugin.finishing import with_feed, with_single_title
from mkdocs_dossier.words import Words


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("", "data/feed.xml"),
        ("claims/x/", "../../data/feed.xml"),
        ("claims/x/index.html", "../../data/feed.xml"),
    ],
)
def test_each_head_says_where_the_feed_is(url: str, address: str) -> None:
    page: Any = SimpleNamespace(url=url)
    link = f'<link rel="alternate feed" type="application/atom+xml" title="Changes" href="{address}">'
    assert with_feed("<head></head></head>", page, Words()) == f"<head>{link}</head></head>"
    assert with_feed("nothing", page, Words()) == "nothing"


def test_a_title_that_page_and_site_share_is_said_once() -> None:
    assert (
        with_single_title("<title>Who said what? - Who said what?</title>") == "<title>Who said what?</title>"
    )


def test_other_titles_stay() -> None:
    picture = "<title>Ada</title><svg><title>B - B</title></svg>"
    for html in ("<title>Ada - Who said what?</title>", "<title>A - A - B</title>", picture, "no title"):
        assert with_single_title(html) == html
