"""The headline and the standfirst of a page, and where they come into the text."""

import pytest

from mkdocs_dossier.authoring.intake.heading import headed, headline, standfirst

html = pytest.importorskip("lxml.html", reason="the extra `html` is not installed")

TEXT = "The council closed the bridge on Monday, after an inspection that had been put off twice.\nMore.\n"
START = TEXT.partition("\n")[0]


@pytest.mark.parametrize(
    ("text", "title", "under", "whole"),
    [
        ("One.\nTwo.", "Title", "", "Title\nOne.\nTwo."),
        ("One.\nTwo.", "Title", "Under", "Title\nUnder\nOne.\nTwo."),
        ("TITLE!\nOne.", "Title", "Under", "Title\nUnder\nOne."),
        ("Kicker\nTitle\nOne.", "Title", "Under", "Kicker\nTitle\nUnder\nOne."),
        ("A ti\ntle\nOne.", "A title", "", "A title\nOne."),
        ("One.", "", "Under", "Under\nOne."),
        ("One.", "…", "", "…\nOne."),
        ("1\n2\n3\n4\n5\n6\nTitle", "Title", "", "Title\n1\n2\n3\n4\n5\n6\nTitle"),
    ],
)
def test_a_headline_stands_once_and_the_standfirst_below_it(
    text: str, title: str, under: str, whole: str
) -> None:
    assert headed(text, title, under) == whole


@pytest.mark.parametrize(
    ("body", "titles", "found"),
    [
        ("<h1>Gazette</h1><h2>Bridge closed</h2>", ["Bridge closed"], "Bridge closed"),
        (
            "<h1>Bridge closed</h1><h1>Bridge closed again</h1>",
            ["Bridge closed again"],
            "Bridge closed again",
        ),
        ("<h2>Bridge</h2><h1 itemprop=headline>Nobody told us</h1>", ["Bridge closed"], "Nobody told us"),
        ("<h1>Gazette</h1><main><h1>Nobody told us</h1></main>", ["Bridge closed"], "Nobody told us"),
        ("<h2>Lennburg</h2><h1>Nobody told us</h1>", ["Lennburg closure: all you need"], "Nobody told us"),
        ("<h1>One</h1><h1>Two</h1>", ["Bridge closed"], None),
        ("<aside><h1>Bridge closed</h1></aside>", ["Bridge closed"], None),
        ("<div class=related-news><h2>Bridge closed</h2></div>", ["Bridge closed"], None),
        ("<p>On: <b>Bridge closed</b></p>", ["Bridge closed"], "Bridge closed"),
        ("<h1></h1>", [], None),
    ],
)
def test_the_headline_is_the_heading_that_metadata_or_markup_mark(
    body: str, titles: list[str], found: str | None
) -> None:
    heading = headline(html.fromstring(f"<html><body>{body}</body></html>"), titles, "Gazette")
    assert (None if heading is None else heading.text_content()) == found


@pytest.mark.parametrize(
    ("under", "found"),
    [
        ("<p class='article-standfirst'>What the council says.</p>", "What the council says."),
        ("<h2 itemprop=alternativeHeadline>What the <br>council says.</h2>", "What the council says."),
        ("<p class=subtitle>Too short.</p>", ""),
        ("<p class=lead-image-caption>The bridge on Monday morning.</p>", ""),
        ("<p class=misleading>What the council says.</p>", ""),
        ("<aside><p class=lead>What the council says.</p></aside>", ""),
        (f"<p>{START}</p><p class=lead>What the council says.</p>", ""),
        ("<p class=lead>More of it, and more.</p>", "More of it, and more."),
        (f"<p class=lead>{START}</p>", ""),
    ],
)
def test_the_standfirst_is_what_is_marked_as_such_between_headline_and_text(under: str, found: str) -> None:
    page = html.fromstring(
        f"<html><body><article><h1>Bridge</h1>{under}<p>{START}</p></article></body></html>"
    )
    assert standfirst(page.find(".//h1"), TEXT) == found
