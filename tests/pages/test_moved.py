"""The pages at old addresses of records, which lead on to those of today."""

from xml.etree.ElementTree import Element

import html5lib

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.pages.moved import _redirect_page
from mkdocs_dossier.site import build, words_in
from mkdocs_dossier.words import Words

RECORDS = b"claims:\n  here: {text: 'Was it <so>?'}\nactors:\n  ada: {name: Ada, kind: person}\n"
REDIRECTS = b"claims/a,claims/b\nclaims/b,claims/here\nactors/x,actors/ada\n"


def found(page: Element, path: str) -> Element:
    element = page.find(path)
    assert element is not None
    return element


def test_a_page_leads_on_by_a_relative_address() -> None:
    page = html5lib.parse(_redirect_page("claims/a", "claims/here", "Was it?"), namespaceHTMLElements=False)
    assert found(page, ".//link[@rel='canonical']").get("href") == "../here/"
    assert found(page, ".//meta[@http-equiv='refresh']").get("content") == "0; url=../here/"
    assert found(page, ".//a").get("href") == "../here/"
    assert found(page, ".//a").text == "Was it?"


def test_addresses_without_folders_are_relative_as_well() -> None:
    assert 'href="../here/index.html"' in _redirect_page("claims/a", "claims/here", "x", directory_urls=False)


def test_a_label_is_shown_and_never_obeyed() -> None:
    label = "</title><script>alert(1)</script>\"'"
    page = html5lib.parse(_redirect_page("claims/a", "claims/here", label), namespaceHTMLElements=False)
    assert page.findall(".//script") == []
    assert found(page, ".//title").text == label


def redirects(words: Words | None = None, *, directory_urls: bool = True) -> dict[str, str]:
    """Build a dossier with redirects, and return its pages in HTML, which are those that lead on."""
    folder = Folder({"dossier.yaml": b"title: T\n", "records.yaml": RECORDS}, {}, (), REDIRECTS)
    files = build(load(folder), words, directory_urls=directory_urls)
    return {path: content.decode() for path, content in files.items() if path.endswith(".html")}


def test_a_page_stands_at_each_old_address_and_leads_to_the_record_by_its_title() -> None:
    assert redirects() == {
        "actors/x/index.html": _redirect_page("actors/x", "actors/ada", "Ada"),
        "claims/a/index.html": _redirect_page("claims/a", "claims/here", "Was it <so>?"),
        "claims/b/index.html": _redirect_page("claims/b", "claims/here", "Was it <so>?"),
    }


def test_the_pages_are_written_for_the_site_that_they_stand_in() -> None:
    words = words_in("ar")
    page = html5lib.parse(redirects(words)["actors/x/index.html"], namespaceHTMLElements=False)
    assert page.get("lang") == "ar"
    notice = words.say("This page has moved:")
    assert notice != "This page has moved:"
    assert (found(page, ".//p").text or "").strip() == notice
    assert 'url=../ada/index.html"' in redirects(directory_urls=False)["actors/x/index.html"]
