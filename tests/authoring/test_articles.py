"""Reading an article from plain text and from an HTML page."""

import builtins
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.authoring.articles import Article, read_article, tidied
from mkdocs_dossier.authoring.refusal import RefusedError

PAGE = """\
<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Sluice opened | Gazette</title>
<meta property="og:title" content="Sluice &quot;opened&quot; # at: night">
<meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2021-03-09T10:44:00+03:00">
<meta name="author" content="Ada Quill">
<link rel="canonical" href="https://www.gazette.example/news/sluice?x=1#y">
</head><body><nav><a href="/">Home</a></nav><article><h1>Sluice opened</h1>
<p>“It’s over – at last,” said the mayor on Monday evening, in a sentence that is long enough to count.</p>
<p>The clerk said that nobody had been told before the sluice was opened, neither by day nor by night.</p>
</article><footer>Copyright 1999</footer></body></html>
"""


def test_plain_text_keeps_its_characters() -> None:
    content = "\ufeffOne \u201ctwo\u201d\u00a0e\u0301  \r\n\r\nthree\t\rfour\n\n\n".encode()
    assert read_article("a.txt", content) == Article("One “two”\u00a0e\u0301\n\nthree\nfour\n")


def test_a_page_gives_text_and_metadata() -> None:
    article = read_article("page.html", PAGE.encode())
    assert "“It’s over – at last,” said the mayor" in article.text
    assert "Home" not in article.text
    assert (article.title, article.site) == ('Sluice "opened" # at: night', "The Gazette")
    assert article.url == "https://www.gazette.example/news/sluice?x=1#y"
    assert (article.published, article.authors, article.language) == ("2021-03-09", "Ada Quill", "en-GB")


def test_a_page_is_known_by_its_beginning_where_the_name_does_not_tell() -> None:
    assert read_article("-", PAGE.encode()) == read_article("page.html", PAGE.encode())
    assert read_article("-", b"Prices <html> rose").text == "Prices <html> rose\n"


def test_a_date_in_the_text_is_not_taken_for_that_of_publication() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2021-03-09T10:44:00+03:00">', "")
    assert read_article("page.html", page.encode()).published == ""


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"\xff\xfe", "not UTF-8"),
        ("a.txt", b" \n\t\n", "No text"),
        ("a.html", b"", "No article"),
        ("a.html", b"<html><body></body></html>", "No"),
        ("a.html", b"\x00\xff<", "No article"),
        ("a.html", b"<div>" * 100_000 + b"x", "No article"),
    ],
)
def test_what_holds_no_text_is_refused(name: str, content: bytes, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        read_article(name, content)


def test_without_the_library_a_page_is_refused_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ordinary = builtins.__import__

    def without(name: str, *others: Any) -> Any:
        if name.startswith("trafilatura"):
            raise ImportError(name)
        return ordinary(name, *others)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(RefusedError) as refused:
        read_article("page.html", PAGE.encode())
    assert "mkdocs-dossier[html]" in refused.value.hint


@given(st.text())
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)
    assert "\r" not in tidied(text)


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<meta ",
        "content=",
        '"',
        "<script>",
        "<!--",
        "<html lang=",
        "&#0;",
        "&#xD800;",
        "\x00",
        "é",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES | st.text(max_size=9), max_size=30))
def test_any_page_gives_an_article_or_is_refused(pieces: list[str]) -> None:
    page = f"<html><body><article><p>{'A long sentence for the text. ' * 9}{''.join(pieces)}"
    try:
        article = read_article("page.html", page.encode(errors="replace"))
    except RefusedError:
        return
    assert article.text.strip()
