"""Pages that keep the library busy, fill the memory or break it: each gives an article or is refused."""

import gzip
import random
from collections.abc import Callable

import pytest

from mkdocs_dossier.authoring.articles import read_article
from mkdocs_dossier.authoring.bounded import Limits
from mkdocs_dossier.authoring.refusal import RefusedError

SENTENCE = "<p>The clerk said that nobody had been told before the sluice was opened, by day or by night.</p>"
ALL = 16_000_000
MANY = 300_000


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body><article>{body}{SENTENCE * 5}".encode()


def meta(name: str, value: str) -> bytes:
    return page("", f'<meta property="{name}" content="{value}">')


def noise() -> bytes:
    return b"<html>" + random.Random(4).randbytes(ALL)  # noqa: S311 - no secret


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{one + 1} "{f"&a{one};" * 10}">' for one in range(12))
    return f'<!DOCTYPE html [<!ENTITY a0 "ha">{entities}]><html><body><p>&a12;</p>{SENTENCE}'.encode()


PAGES: dict[str, Callable[[], bytes]] = {
    "short paragraphs": lambda: page("<p>Short.</p>" * 1_000_000),
    "paragraphs that are not closed": lambda: page("<p>a" * (ALL // 4)),
    "deep blocks": lambda: page("<div>" * (ALL // 5)),
    "deep spans in a row": lambda: page((("<span>" * 240) + "x" + "</span>" * 240) * 1_000),
    "deep tables": lambda: page("<table><tr><td>" * 50_000),
    "a wide table": lambda: page("<table>" + ("<tr>" + "<td>1</td>" * 1_000 + "</tr>") * 1_000),
    "cells over many columns": lambda: page("<table><td colspan=1000000000 rowspan=1000000000>x" * 1_000),
    "many attributes": lambda: page(f"<div {' '.join(f'a{one}=1' for one in range(1_000_000))}>"),
    "an attribute without an end": lambda: page('<a href="' + "a' " * (ALL // 3)),
    "one line": lambda: page("<p>" + "word " * (ALL // 5)),
    "spaces": lambda: page("<p>a" + " " * ALL + "b"),
    "marks on one letter": lambda: page("<p>a" + "\u0315\u0300" * (ALL // 4)),
    "character references": lambda: page("<p>" + "&#x1F600;" * (ALL // 9)),
    "entities of entities": laughs,
    "a bomb of zeros": lambda: gzip.compress(b"<html>" + bytes(200_000_000)),
    "links": lambda: page("".join(f"<a href='/{one}'>x</a> " for one in range(MANY))),
    "list items": lambda: page("<ul>" + "<li>x</li>" * 1_000_000),
    "line breaks": lambda: page("<p>" + "a<br>" * 3_000_000),
    "headings": lambda: page("<h2>x</h2>" * MANY),
    "dates": lambda: page("".join(f'<time datetime="2021-01-{one % 28 + 1:02}">' for one in range(MANY))),
    "a date of 10 MB": lambda: meta("article:published_time", "2021-" * 2_000_000),
    "an author of 9 MB": lambda: meta("author", "by and, " * 1_100_000),
    "many metadata": lambda: page("", '<meta name="date" content="2021-01-01">' * MANY),
    "JSON without an end": lambda: page(
        "", '<script type="application/ld+json">' + '"author":[{"@type":"Person","name":"' * 100_000
    ),
    "deep JSON": lambda: page("", '<script type="application/ld+json">' + "[" * 1_000_000 + "</script>"),
    "parts that are comments": lambda: page("<div class=comments>" * MANY + "x"),
    "banners": lambda: page("<div id=consent-banner>x</div>" * MANY),
    "headings in a row": lambda: page("<h1>x</h1>" * MANY + "<h2><a href=x>y</a></h2>" * MANY),
    "a headline of 10 MB": lambda: page("<h1>" + "word " * 2_000_000 + "</h1>"),
    "many articles in JSON": lambda: page(
        "",
        '<script type="application/ld+json">['
        + '{"@type":"NewsArticle","headline":"x"},' * MANY
        + "{}]</script>",
    ),
    "names of classes without an end": lambda: page(f'<div class="{"comments " * 1_500_000}">x</div>'),
    "standfirsts": lambda: page("<h1>Title</h1>" + "<p class=lead>x</p>" * MANY),
    "comments": lambda: page("<!---->" * 1_000_000),
    "a comment without an end": lambda: page("<!--" + "-- >" * (ALL // 4)),
    "zeros": lambda: b"<html><p>" + bytes(ALL),
    "noise": noise,
    "an encoding that is none": lambda: b"<html><meta charset=x-none><p>" + bytes(range(128, 256)) * 100_000,
    "an encoding that it is not in": lambda: b'<?xml version="1.0" encoding="utf-32"?>' + page(""),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", PAGES)
def test_any_page_ends_within_its_limits_with_an_article_or_a_line_that_says_why_not(kind: str) -> None:
    content = PAGES[kind]()
    try:
        article = read_article("page.html", content, Limits(seconds=5, memory=256 << 20))
    except RefusedError as refused:
        told = ("page.html is too large or too deep", "page.html is no article: ", "page.html is a list ")
        assert refused.message.startswith((*told, "No article is found"))
        assert "a .txt file" in refused.hint
        return
    assert article.text.strip()
