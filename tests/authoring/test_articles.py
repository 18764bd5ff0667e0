"""Reading an article from plain text and from an HTML page."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.authoring import articles
from mkdocs_dossier.authoring.articles import Article, read_article
from mkdocs_dossier.authoring.bounded import Limits, OverrunError
from mkdocs_dossier.authoring.extraction import extracted
from mkdocs_dossier.authoring.intake import sniffing
from mkdocs_dossier.authoring.intake.answering import lacking, tidied
from mkdocs_dossier.authoring.refusal import RefusedError
from tests.authoring.pages_said import article_said

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
    assert article.text.startswith("Sluice opened\n")
    assert (article.title, article.site) == ("Sluice opened", "The Gazette")
    assert article.url == "https://www.gazette.example/news/sluice?x=1#y"
    assert (article.published, article.authors, article.language) == ("2021-03-09", "Ada Quill", "en-GB")


def test_a_page_is_known_by_its_beginning_where_the_name_does_not_tell() -> None:
    assert read_article("-", PAGE.encode()) == read_article("page.html", PAGE.encode())
    assert read_article("-", b"Prices <html> rose").text == "Prices <html> rose\n"


def test_a_date_in_the_text_is_not_taken_for_that_of_publication() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2021-03-09T10:44:00+03:00">', "")
    assert article_said(extracted(page.encode())).published == ""


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"\xff\xfe", "not UTF-8"),
        ("a.txt", b" \n\t\n", "No text"),
    ],
)
def test_what_holds_no_text_is_refused(name: str, content: bytes, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        read_article(name, content)


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<html><body></body></html>",
        b"\x00\xff<",
        b"<div>" * 100_000 + b"x",
    ],
)
def test_a_page_without_an_article_is_refused(page: bytes) -> None:
    with pytest.raises(RefusedError, match=r"No article is found in page\.html"):
        article_said(extracted(page))


@pytest.mark.parametrize(
    ("trouble", "missing", "why"),
    [
        (ModuleNotFoundError("No module named 'trafilatura'", name="trafilatura"), "trafilatura", ""),
        (ModuleNotFoundError("No module named 'lxml.html'", name="lxml.html"), "lxml.html", ""),
        (
            ImportError("libxslt.so.1: cannot open", name="lxml.etree"),
            "lxml.etree",
            "ImportError: libxslt.so.1: cannot open",
        ),
        (ImportError("nothing more is said"), "trafilatura", "ImportError: nothing more is said"),
        (AttributeError("no such name"), "trafilatura", "AttributeError: no such name"),
    ],
)
def test_the_module_that_is_missing_or_broken_is_known_by_what_its_import_raised(
    trouble: Exception, missing: str, why: str
) -> None:
    assert lacking(trouble, "trafilatura") == {"missing": missing, "why": why}


def test_a_module_is_known_to_be_missing_behind_the_words_of_the_one_that_takes_it() -> None:
    def import_in_other_words() -> None:
        try:
            raise ModuleNotFoundError("No module named 'lxml_html_clean'", name="lxml_html_clean")
        except ImportError:
            raise ImportError("lxml.html.clean is a project of its own now.") from None

    with pytest.raises(ImportError) as trouble:
        import_in_other_words()
    assert lacking(trouble.value, "trafilatura") == {"missing": "lxml_html_clean", "why": ""}


@pytest.mark.parametrize(
    ("said", "message", "commands"),
    [
        (
            {"missing": "lxml_html_clean", "why": ""},
            "Reading an HTML page takes the module lxml_html_clean, which is not installed.",
            "`uv add 'mkdocs-dossier[html]'`, or `pip install 'mkdocs-dossier[html]'`",
        ),
        (
            {"missing": "lxml_html_clean.clean", "why": "ImportError: lib.so:\nno such file."},
            "Reading an HTML page takes the module lxml_html_clean.clean, which is broken here: "
            "ImportError: lib.so: no such file.",
            "`uv pip install --reinstall lxml-html-clean`, or `pip install --force-reinstall lxml-html-cl",
        ),
    ],
)
def test_without_all_of_the_library_a_page_is_refused_with_the_command_that_brings_it(
    said: dict[str, str], message: str, commands: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        article_said(said)
    assert refused.value.message == message
    assert commands in refused.value.hint
    assert "a .txt file" in refused.value.hint


@pytest.mark.parametrize(
    ("name", "module", "reading", "extra", "package"),
    [
        ("a.pdf", "pypdf", "a PDF document", "pdf", "pypdf"),
        ("a.vtt", "webvtt", "subtitles", "subtitles", "webvtt-py"),
        ("a.warc", "warcio", "a web archive", "warc", "warcio"),
        ("a.warc", "lxml.html", "a web archive", "html", "lxml"),
        ("a.wacz", "pypdf", "a web archive", "pdf", "pypdf"),
    ],
)
def test_each_format_names_what_it_needs(
    name: str, module: str, reading: str, extra: str, package: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        article_said({"missing": module, "why": ""}, name=name)
    assert refused.value.message == f"Reading {reading} takes the module {module}, which is not installed."
    assert f"`uv add 'mkdocs-dossier[{extra}]'`" in refused.value.hint
    with pytest.raises(RefusedError) as refused:
        article_said({"missing": module, "why": "OSError: x"}, name=name)
    assert f"`uv pip install --reinstall {package}`" in refused.value.hint


def test_the_module_that_is_missing_is_named_and_not_the_one_that_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml_html_clean.py").write_text("raise ModuleNotFoundError(name=__name__)")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(RefusedError, match="takes the module lxml_html_clean, which is not installed"):
        read_article("page.html", PAGE.encode())


def test_a_page_that_takes_too_long_is_refused_with_its_limit_and_what_to_do() -> None:
    with pytest.raises(RefusedError) as refused:
        read_article("page.html", PAGE.encode(), Limits(seconds=0.05))
    assert (
        refused.value.message == "page.html is too large or too deep to be taken apart within 0.05 seconds."
    )
    assert "a .txt file" in refused.value.hint


@pytest.mark.parametrize(
    ("over", "message"),
    [
        (
            OverrunError("within 8 MB of memory"),
            "page.html is too large or too deep to be taken apart within 8 MB of memory.",
        ),
        (OverrunError(), "page.html is too large or too deep to be taken apart."),
        (
            BlockingIOError(11, "Try again later"),
            "No process can be started to take page.html apart: Try again later.",
        ),
    ],
)
def test_whatever_becomes_of_the_process_is_said_in_a_line(
    over: Exception, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise over

    monkeypatch.setattr(articles, "bounded", fail)
    with pytest.raises(RefusedError) as refused:
        read_article("page.html", PAGE.encode())
    assert refused.value.message == message


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["text", "title", "missing", "why", "notes"]), inner)
    ),
)


@given(JSON)
def test_whatever_the_process_says_gives_an_article_or_is_refused(said: object) -> None:
    try:
        article = article_said(said)
    except RefusedError:
        return
    assert all(isinstance(getattr(article, name), str) for name in ("text", "title", "url", "site"))
    assert article.notes == ()
    article.text.encode()


@pytest.mark.parametrize(
    ("text", "said", "kept"),
    [
        ("One\nTwo\n", [[0, "1"], [4, "ii"]], 2),
        ("One\nTwo \n", [[0, "1"], [4, "ii"]], 0),  # the text is another than they were counted in
        ("One\nTwo\n", [[0, "1"], [0, "2"], [4, "3"]], 1),
        ("One\nTwo\n", [[0, "1"], [8, "2"]], 1),
        ("One\nTwo\n", [[-1, "1"]], 0),
        ("One\nTwo\n", [[True, "1"], [4, "2"]], 0),
        ("One\nTwo\n", [["0", "1"]], 0),
        ("One\nTwo\n", [[0, " "]], 0),
        ("One\nTwo\n", [[0, "1", 2]], 0),
        ("One\nTwo\n", {"0": "1"}, 0),
    ],
)
def test_of_places_in_a_text_those_are_kept_that_can_be(text: str, said: object, kept: int) -> None:
    article = article_said({"text": text, "located": "page", "locators": said})
    assert article.locators == tuple(tuple(one) for one in list(said)[:kept])  # type: ignore[call-overload]
    assert article.located == ("page" if kept else "")


def test_places_of_no_known_kind_are_left_out() -> None:
    assert article_said({"text": "One\n", "located": "shelf", "locators": [[0, "1"]]}).locators == ()


def test_what_a_process_says_for_the_author_is_one_line_that_steers_nothing() -> None:
    with pytest.raises(RefusedError) as refused:
        article_said({"refused": "is\u202e " + "long\n" * 9_000, "hint": "a\x1bb"})
    assert refused.value.message.startswith("page.html is<U+202E> long")
    assert "\n" not in str(refused.value)
    assert len(refused.value.message) < 2_100
    assert refused.value.hint == "a<U+001B>b"
    assert article_said({"text": "One", "remarks": ["a\nb", 7, None, "c"]}).notes == ("a<U+000A>b",)


def test_half_a_character_that_a_page_is_said_to_hold_becomes_a_question_mark() -> None:
    article = article_said({"text": "One\ud800", "title": "\udfffOne"})
    assert (article.text, article.title) == ("One?\n", "?One")


@pytest.mark.parametrize(
    ("text", "place", "character"),
    [
        ("One\n\ntw\x00o\n", "a.txt:3:3", "a control character, U+0000"),
        ("\x08One\n", "a.txt:1:1", "a control character, U+0008"),
        ("One\r\ntwo\x1b", "a.txt:2:4", "a control character, U+001B"),
        ("One\rtwo\r\x1f", "a.txt:3:1", "a control character, U+001F"),
        ("One\x0c", "a.txt:1:4", "a line break, U+000C"),
        ("On\ue000e\x9f", "a.txt:1:5", "a control character, U+009F"),
        ("\ufeffOne\ufffe", "a.txt:1:4", "a code that is no character, U+FFFE"),
        ("One\n\u202eTwo", "a.txt:2:1", "RLO (U+202E)"),
        ("One\n\u2066Two", "a.txt:2:1", "never closed, LRI (U+2066)"),
        ("One \u2069Two", "a.txt:1:5", "closes nothing, PDI (U+2069)"),
    ],
)
def test_a_character_that_no_quotation_could_hold_is_named_with_its_place(
    text: str, place: str, character: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        read_article("a.txt", text.encode())
    assert refused.value.message.startswith(f"{place}: the text has ")
    assert f"{character}: no quotation" in refused.value.message
    assert refused.value.hint.startswith("Remove it")


def test_how_often_such_a_character_stands_there_is_said() -> None:
    with pytest.raises(RefusedError, match=r"U\+000C \(and 2 more of it\): no"):
        read_article("a.txt", b"One\x0ctwo\x0cthree\x0c")


def test_marks_of_direction_that_are_closed_are_kept() -> None:
    text = "\u2067شارع\u2069 \u200fone\u200c \u202aTwo\u202c\n"
    assert read_article("a.txt", text.encode()).text == text


def test_a_file_that_is_not_utf_8_is_refused_with_the_place() -> None:
    with pytest.raises(RefusedError, match=r"^a\.txt:2:2: This file is not UTF-8"):
        read_article("a.txt", b"One\nT\xff")


def test_unseen_characters_that_taking_a_page_apart_leaves_out_are_named() -> None:
    page = "One\ntw\u200co \u00adthr\x08ee\n"
    (note,) = article_said({"text": "One\ntwo three\n"}, page.encode()).notes
    assert "U+0008 (a control character), first at page.html:2:10; U+00AD (soft hyphen), first at " in note
    assert "; U+200C (zero width non-joiner), first at page.html:2:3. Where" in note
    everything = "".join(map(chr, range(1, 9)))
    (note,) = article_said({"text": "One\n"}, everything.encode()).notes
    assert "U+0003 (a control character), first at page.html:1:3; and 5 more. Where" in note
    without_control = page.replace("\x08", "")
    assert article_said({"text": without_control}, without_control.encode()).notes == ()
    assert article_said({"text": "One"}, page.encode("utf-16")).notes == ()


def test_what_is_left_out_of_a_page_is_told_with_its_article() -> None:
    article = read_article("page.html", PAGE.replace("the mayor", "the\u200c mayor", 1).encode())
    assert "said the mayor" in article.text
    assert "U+200C" in article.notes[0]


def test_a_text_from_a_page_that_no_quotation_could_hold_is_refused() -> None:
    with pytest.raises(
        RefusedError, match=r"found in page\.html has an unseen bidi control .*RLO \(U\+202E\)"
    ):
        article_said({"text": "One\u202etwo"})


def test_a_text_grows_too_large_neither_by_its_last_line_nor_by_its_encoding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(articles, "MAX_BYTES", 1_000)
    monkeypatch.setattr(sniffing, "MAX_BYTES", 1_000)
    assert len(read_article("a.txt", b"a" * 999).text) == 1_000
    with pytest.raises(RefusedError, match="has 1,001 bytes; at most 1,000 can be stored"):
        read_article("a.txt", b"a" * 1_000)
    with pytest.raises(RefusedError, match="has more than 1,000 bytes"):
        read_article("a.txt", b"a" * 1_001)
    with pytest.raises(RefusedError, match="has 1,001 bytes; at most"):
        article_said({"text": "é" * 500})


@pytest.mark.parametrize(
    "content",
    [
        b"a" + b" " * 100_000 + b"b",
        b"<!---->" * 27 + b"a",
        b"\n" * 100_000 + b"a" + b"\n" * 100_000,
        "\u2066\u2069".encode() * 50_000,
        b"Short.\n\n" * 100_000,
    ],
    ids=["spaces", "comments", "lines", "marks", "paragraphs"],
)
def test_the_work_on_a_plain_text_grows_with_its_length_only(content: bytes) -> None:
    """Each would take from half a minute to hours if anything were tried again for each character."""
    before = process_time()
    read_article("standard input", content)
    assert process_time() - before < 5


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
        article = article_said(extracted(page.encode(errors="replace")))
    except RefusedError:
        return
    assert article.text.strip()
