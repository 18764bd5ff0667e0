"""What changed, in the forms of `dossier diff`: whatever a dossier says, it stays text."""

import json

import pytest
from markdown_it import MarkdownIt

from mkdocs_dossier.changes.changedrecords import difference
from mkdocs_dossier.changes.shortened import short
from mkdocs_dossier.model.changelog import Difference, What
from mkdocs_dossier.reports.changereports import DIFFERENCES
from mkdocs_dossier.values.refs import Ref
from tests.payloads import PAYLOADS

PLACE = Ref("places", "river")


def renamed(words: str) -> Difference:
    return difference(PLACE, What.NAME, was=short(words), now="x")


def markdown(words: str) -> str:
    return DIFFERENCES["markdown"]([renamed(words)], lambda _: words)


@pytest.mark.parametrize("words", ["@ann", "a@b", "org/team@x", "@org/team", "#12", "repo#12", "x/y#12"])
def test_a_comment_calls_nobody_and_links_to_no_issue(words: str) -> None:
    written = markdown(words)
    shown = MarkdownIt().render(written)
    # GitHub looks for names and numbers in what is left of the text between two tags or comments.
    assert "<!-- -->" in shown
    assert not any(mark + rest in shown for mark in "@#" for rest in ("ann", "b", "x", "org", "12"))


@pytest.mark.parametrize("words", PAYLOADS)
def test_markup_stays_text(words: str) -> None:
    shown = MarkdownIt().render(markdown(words)).replace("<!-- -->", "")
    shown = shown.partition("</h3>")[2]
    for tag in ("ul", "/ul", "li", "/li", "br", "p", "/p"):
        shown = shown.replace(f"<{tag}>", "").replace(f"<{tag} />", "")
    assert "<" not in shown


def test_a_long_comment_is_cut_with_how_many_more() -> None:
    written = DIFFERENCES["markdown"]([renamed("name " * 40)] * 1000, lambda _: "title " * 30)
    assert len(written) < 65_536
    assert written.rstrip().endswith("more.")
    assert "… and" in written


def test_text_shows_what_nobody_sees() -> None:
    assert DIFFERENCES["text"]([renamed("a")], lambda _: "\u202eriver\x1b[31m") == (
        "<U+202E>river<U+001B>[31m — name changed: “a” → “x”\n"
    )


def test_json_is_ascii() -> None:
    written = DIFFERENCES["json"]([renamed("نهر")], lambda _: "نهر")
    assert written.isascii()
    assert json.loads(written)[0]["was"] == "نهر"
