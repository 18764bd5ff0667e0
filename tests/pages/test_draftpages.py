"""Pages of drafts, each marked, with no link that leads nowhere."""

import posixpath
from collections.abc import Iterator

import pytest

from mkdocs_dossier import site
from mkdocs_dossier.document.compose import link, paragraph, text
from mkdocs_dossier.document.nodes import Link, Page, Paragraph
from mkdocs_dossier.document.plain import lines
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.pages.draftpages import draft_pieces
from mkdocs_dossier.pages.navigation import paged, writing
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.words import Words
from tests.drafts import DRAFTS, REVIEWED, TEXT
from tests.support import RECORDS, sound

BANNER = "Draft: nobody has approved this yet. It is not in a built site."


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return sound({RECORDS: REVIEWED, "drafts.yaml": DRAFTS}, {"gazette.txt": TEXT})


def test_the_pages_of_drafts_and_no_others_begin_with_what_they_are(loaded: Loaded) -> None:
    pages = list(site.make_site(loaded, with_drafts=True).pages)
    marked = {page.path for page in pages if BANNER in list(lines(page.blocks))[:1]}
    assert {path.rpartition("/")[0] for path in marked} == {
        "sources/wire",
        "actors/agency",
        "actors/cara",
        "places/south",
        "events/fire",
        "claims/silent",
        "statements/somebody-lie",
        "statements/ada-lie",
        "statements/cara-not",
    }
    assert not any(BANNER in list(lines(page.blocks)) for page in pages if page.path not in marked)


def test_without_being_asked_for_no_page_of_a_draft_is_written(loaded: Loaded) -> None:
    paths = {page.path for page in site.make_site(loaded).pages} | site.make_site(loaded).files.keys()
    assert not any("silent" in path or path.startswith("drafts") for path in paths)


@pytest.mark.parametrize(
    ("written", "led"),
    [
        ("claims/told/index.md#said-somebody-lie", "claims/told/index.md"),
        ("claims/told/statements/2/index.md", "claims/told/index.md"),
        ("statements/ada-lie/index.md#context", "statements/ada-lie/index.md#context"),
        ("actors/cara/pages/2/index.md#x", "actors/cara/pages/2/index.md#x"),
        ("claims/index.md#open", "claims/index.md"),
        ("timeline/index.md#day-2024-02-04", "timeline/index.md"),
        ("timeline/pages/2/index.md", None),
        ("network/index.md", "network/index.md"),
        ("data/index.md", "data/index.md"),
        ("index.md", "index.md"),
    ],
)
def test_a_link_leads_to_what_is_there_or_nowhere(loaded: Loaded, written: str, led: str | None) -> None:
    here = "events/fire/index.md"

    def write(_: View, __: str) -> Iterator[Page]:
        yield Page(here, "Fire", "", paragraph(link(text("there"), f"../../{written}")))

    common = {"words": Words(), "outlines": site._outlines()}
    drafts = {Ref("events", "fire"): "a", Ref("statements", "ada-lie"): "a", Ref("actors", "cara"): "a"}
    whole = View(loaded.dossier, loaded.findings, **common, drafts=drafts, realm="drafts/")  # type: ignore[arg-type]
    reviewed = View(loaded.reviewed.dossier, loaded.reviewed.findings, **common)  # type: ignore[arg-type]
    pieces = draft_pieces(whole, reviewed, paged(), dict.fromkeys(writing(), write))
    (page,) = next(one for one in pieces if one.name == "drafts/events/fire").write()
    said = page.blocks[-1]
    assert isinstance(said, Paragraph)
    found = [one.target for one in said.content if isinstance(one, Link)]
    assert [posixpath.normpath(posixpath.join("events/fire", one)) for one in found] == ([led] if led else [])


def test_an_index_of_nothing_is_not_led_to() -> None:
    empty = sound({RECORDS: "places:\n  a: {name: A, review: draft}\n"})
    made = site.make_site(empty, with_drafts=True)
    assert [page.path for page in made.pages] == [
        "index.md",
        "data/index.md",
        "drafts/index.md",
        "places/a/index.md",
    ]
