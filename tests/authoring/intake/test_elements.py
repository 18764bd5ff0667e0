"""What stands where in a page: its titles, and the parts that are no article."""

import pytest

from mkdocs_dossier.authoring.intake.elements import (
    is_like,
    is_part,
    same_words,
    stands_aside,
    title_of,
    without_article,
)

html = pytest.importorskip("lxml.html", reason="the extra `html` is not installed")


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("<h1> Old\n <em>Bridge</em>&nbsp;closed </h1>", "Old Bridge closed"),
        ("<h1>Old<br>Bridge</h1>", "Old Bridge"),
        ("<h1><span>Lennburg:</span><span>Old</span> <span>Bridge</span></h1>", "Lennburg: Old Bridge"),
        ("<h1><span>O</span>ld</h1>", "Old"),
        (
            "<h1>Old<button>Share</button><script>x</script><style>y</style><svg><title>z</title></svg></h1>",
            "Old",
        ),
    ],
)
def test_a_title_is_what_a_reader_sees_of_a_heading(heading: str, words: str) -> None:
    assert title_of(html.fromstring(heading)) == words


@pytest.mark.parametrize(
    ("one", "other", "like", "part"),
    [
        ("Old Bridge closed", "OLD BRIDGE: closed!", True, True),
        ("Old Bridge closed", "Old Bridge closed after all", True, True),
        ("Lennburg", "Lennburg closure", False, True),
        ("One two", "Three four", False, False),
        ("إغلاق الجسر", "إغلاقُ الجِسر", True, True),
        ("", "x", False, False),
    ],
)
def test_titles_are_compared_by_their_words(one: str, other: str, like: bool, part: bool) -> None:
    assert (is_like(one, other), is_like(other, one)) == (like, like)
    assert (is_part(one, other), is_part(other, one)) == (part, part)
    assert same_words("Old: Bridge", "old bridge")
    assert not same_words("Old Bridge", "Bridge, old")


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("<div id=comments>x</div><section class='a comment-list'>y</section>", ["comments", "comments"]),
        ("<div id=onetrust-consent-sdk><div class=comments>x</div></div>", ["consent"]),
        ("<amp-consent>x</amp-consent>", ["consent"]),
        ("<article class=comments><p>x</p></article><main id=comments>y</main>", []),
        ("<div class=comments><h1>A headline</h1><p>x</p></div>", []),
        ("<div class=comments><div itemprop=articleBody>x</div></div>", []),
        ("<div class=commentary>x</div>", []),
        ("<div itemscope itemtype='https://schema.org/Comment'>x</div>", ["comments"]),
    ],
)
def test_comments_and_banners_are_told_from_what_only_sounds_like_them(body: str, kinds: list[str]) -> None:
    page = html.fromstring(f"<html><body>{body}</body></html>")
    assert [kind for kind, _ in without_article(page)] == kinds


@pytest.mark.parametrize(
    ("body", "is_aside"),
    [
        ("<aside><p><b>x</b></p></aside>", True),
        ("<figure><figcaption><b>x</b></figcaption></figure>", True),
        ("<div class=related-stories><b>x</b></div>", True),
        ("<div class='post sidebar-left'><b>x</b></div>", True),
        ("<article class=related><b>x</b></article>", False),
        ("<header><b>x</b></header>", False),
    ],
)
def test_what_stands_beside_an_article_is_known_by_where_it_is(body: str, is_aside: bool) -> None:
    page = html.fromstring(f"<html><body class=sidebar-right>{body}</body></html>")
    assert stands_aside(page.find(".//b")) is is_aside
