"""Where the parts of a text begin, read from a file beside it, and shown of words that say nothing of it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.document.markdown import write_page
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.site import make_site
from tests.otherfiles import GivenFiles
from tests.support import errors, folder_of
from tests.thorough import times

TEXT = "The first page.\nIt rained, Mara Voss said.\n"
RECORDS = """\
sources:
  s: {title: S, text: s.txt, url: "https://example.org/s.pdf", locators: s.csv}
actors:
  voss: {name: Mara Voss, kind: person}
statements:
  rain: {speaker: voss, source: s, passage: It rained}
  first: {speaker: voss, source: s, passage: The first page, locator: {page: cover}}
"""
ALLOWED = {"bad-locators", "not-utf8", "statement-without-position", "source-without-hash"}
PAGES = "start,page\n0,i\n16,ii\n"


def folder(content: bytes, records: str = RECORDS) -> Folder:
    return replace(folder_of(records, {"s.txt": TEXT}), others=GivenFiles({"s.csv": content}))


def page(made: Folder, path: str) -> str:
    return next(write_page(one) for one in make_site(load(made)).pages if one.path == path)


def test_words_are_shown_with_the_page_that_they_stand_on() -> None:
    made = folder(PAGES.encode())
    assert errors(load(made)) == []
    assert "page ii" in page(made, "statements/rain/index.md")


def test_what_the_author_says_wins() -> None:
    shown = page(folder(PAGES.encode()), "statements/first/index.md")
    assert "page cover" in shown
    assert "page i " not in shown


def test_a_time_leads_into_the_recording() -> None:
    shown = page(folder(b"start,time\n0,00:00\n16,1:02:03\n"), "statements/rain/index.md")
    assert "at 1:02:03" in shown.replace("&#58;", ":")


def test_what_stands_before_all_parts_is_on_none() -> None:
    assert "page" not in page(folder(b"start,page\n30,ii\n"), "statements/rain/index.md").split("## ")[0]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"page,start\n", 1),
        (b"start,chapter\n0,1\n", 1),
        (b"start,page,more\n", 1),
        (b"start,page\n0\n", 2),
        (b"start,page\n-1,2\n", 2),
        ("start,page\n٣,2\n".encode(), 2),
        (b"start,page\n0,1\n9999999999,2\n", 3),
        (b"start,page\n5,1\n4,2\n", 3),
        (b"start,page\n0,1\n44,2\n", 3),
        (b"start,page\n0,\n", 2),
        (b"start,time\n0,noon\n", 2),
        (b'start,page\n0,"1\n', 2),
    ],
)
def test_a_line_that_cannot_be_read_is_named(content: bytes, line: int) -> None:
    found = [(one.rule, one.location.path, one.location.line) for one in errors(load(folder(content)))]
    assert found == [("bad-locators", "s.csv", line)]


@pytest.mark.parametrize(
    ("path", "rule"), [("t.csv", "bad-locators"), ("../s.csv", "text-outside"), ("s.txt", "bad-locators")]
)
def test_a_file_that_is_none_of_the_folder_is_an_error(path: str, rule: str) -> None:
    made = folder(PAGES.encode(), RECORDS.replace("locators: s.csv", f"locators: {path}"))
    assert [one.rule for one in errors(load(made))] == [rule]


@settings(max_examples=times(300, 25))
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    found = load(folder(b"start,page\n" + content)).problems
    assert {one.rule for one in found} <= ALLOWED
