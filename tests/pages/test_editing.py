"""Addresses in a site's repository: where an error is reported, and where a record is changed."""

import pytest

from mkdocs_dossier.pages.editing import Repository, edit_url, issue_url, repository_of
from mkdocs_dossier.problems import Location
from mkdocs_dossier.site import make_site
from tests.support import sound

HUB = "https://github.com/us/news"


@pytest.mark.parametrize(
    ("url", "edit_uri", "docs", "dossier", "edit"),
    [
        # The folder of hand-written pages is replaced by that of the dossier.
        (HUB, "edit/main/docs/", "docs", "seeds", f"{HUB}/edit/main/seeds/"),
        (f"{HUB}/", "edit/main/docs", "docs", "seeds/", f"{HUB}/edit/main/seeds/"),
        (HUB, "edit/main/site/docs/", "docs", "./seeds", f"{HUB}/edit/main/site/seeds/"),
        (HUB, "edit/main/docs/", "docs", "docs/news", f"{HUB}/edit/main/docs/news/"),
        (HUB, "edit/main/docs/", "docs", "my news", f"{HUB}/edit/main/my%20news/"),
        (HUB, "edit/main/docs/", "docs", ".", f"{HUB}/edit/main/"),
        (HUB, "https://code.example/us/_edit/docs/", "docs", "seeds", "https://code.example/us/_edit/seeds/"),
        (HUB, "?edit=main/docs/", "docs", "seeds", f"{HUB}?edit=main/seeds/"),
        # Where the place of the dossier does not follow, nothing is guessed.
        (HUB, "edit/main/pages/", "docs", "seeds", None),
        (HUB, "edit/main/mydocs/", "docs", "seeds", None),
        (HUB, "edit/main/docs/", "docs", "../seeds", None),
        (HUB, "edit/main/docs/", "docs", "/home/me/seeds", None),
        (HUB, "", "docs", "seeds", None),
        (HUB, None, "docs", "seeds", None),
    ],
)
def test_the_dossier_is_edited_where_its_folder_stands_beside_that_of_the_pages(
    url: str, edit_uri: str | None, docs: str, dossier: str, edit: str | None
) -> None:
    assert repository_of(url, edit_uri, docs, dossier) == Repository(f"{HUB}/", edit)


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "us/news", "ftp://github.com/us"])
def test_without_an_address_on_the_web_there_is_no_repository(url: str | None) -> None:
    assert repository_of(url, "edit/main/docs/", "docs", "seeds") is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/us/news/", "https://github.com/us/news/issues/new?title=Who%3F%20%26%20why"),
        ("https://codeberg.org/us/news/", "https://codeberg.org/us/news/issues/new?title=Who%3F%20%26%20why"),
        (
            "https://gitlab.com/us/news/",
            "https://gitlab.com/us/news/-/issues/new?issue[title]=Who%3F%20%26%20why",
        ),
        (
            "https://gitlab.example.org/n/",
            "https://gitlab.example.org/n/-/issues/new?issue[title]=Who%3F%20%26%20why",
        ),
        ("https://example.org/us/news/", None),
    ],
)
def test_an_error_is_reported_where_the_host_is_known(url: str, expected: str | None) -> None:
    assert issue_url(Repository(url), "Who? & why") == expected


def test_a_record_is_edited_at_its_line() -> None:
    place = Location("rudaw/of day.yaml", 12, 3)
    assert edit_url(Repository(HUB, f"{HUB}/edit/main/seeds/"), place) == (
        f"{HUB}/edit/main/seeds/rudaw/of%20day.yaml#L12"
    )
    assert edit_url(Repository(HUB), place) is None


RECORDS = """\
sources:
  s: {title: S}
actors:
  ann: {name: "Ann & <Co>", kind: person}
claims:
  c: {text: They were told.}
statements:
  x: {speaker: ann, source: s, quote: A, positions: {c: asserts}}
places:
  p: {name: P, kind: city}
events:
  e: {name: E, kind: raid, places: [p]}
"""


def pages(repository: Repository | None) -> dict[str, str]:
    made = make_site(sound(RECORDS), repository=repository)
    return {page.path: str(page.blocks) for page in made.pages}


@pytest.mark.parametrize(
    ("path", "line"),
    [("sources/s", 2), ("actors/ann", 4), ("statements/x", 8), ("places/p", 10), ("events/e", 12)],
)
def test_a_records_page_leads_to_its_lines(path: str, line: int) -> None:
    page = pages(Repository(f"{HUB}/", f"{HUB}/edit/main/seeds/"))[f"{path}/index.md"]
    assert f"{HUB}/edit/main/seeds/records.yaml#L{line}" in page
    assert f"{HUB}/issues/new?title=" in page
    assert f"{path.replace('/', '%2F')}%29" in page


def test_without_a_repository_no_page_offers_to_edit() -> None:
    assert [path for path, page in pages(None).items() if "Report an error" in page] == []


def test_a_name_does_not_end_the_address_that_reports_an_error() -> None:
    page = pages(Repository(f"{HUB}/"))["actors/ann/index.md"]
    assert "title=Ann%20%26%20%3CCo%3E%20%28actors%2Fann%29" in page
    assert "Edit this record" not in page
