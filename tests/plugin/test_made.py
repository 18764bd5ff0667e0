"""Pages are made for MkDocs: their HTML where that will do, their Markdown where somebody may ask for it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest

from mkdocs_dossier import site
from mkdocs_dossier.document.compose import figure, heading, link, paragraph, stack, text
from mkdocs_dossier.document.nodes import Block, Page
from mkdocs_dossier.pages.tracing import Notes, Piece, ReadTable
from mkdocs_dossier.plugin.made import Kept, Known, Made, with_pictures
from mkdocs_dossier.plugin.shortcut import Permalink, Shortcut
from tests.support import loaded_seeds

QUIET, WATCHED, SLOW = Shortcut(""), Shortcut("", watched=True), Shortcut("of something")


def kept(way: Shortcut, *blocks: Block) -> Kept:
    pages = [Page(f"a/p{number}/index.md", "T", "", block) for number, block in enumerate(blocks)]
    return made_of([Piece("x", lambda: pages)], way)


def made_of(pieces: Sequence[Piece], way: Shortcut, processes: int = 1) -> Kept:
    made = Kept(way, processes=processes)
    made.add(pieces, {}, ReadTable(), Notes())
    return made


def content(made: Kept, path: str) -> str:
    return made.content(path)


def test_nobody_s_markdown_is_not_written() -> None:
    made = kept(QUIET, paragraph(text("x"))).pages["a/p0/index.md"]
    assert made.markdown == ""
    assert made.content is not None


def test_what_python_markdown_is_to_make_is_not_made() -> None:
    made = kept(SLOW, paragraph(text("x"))).pages["a/p0/index.md"]
    assert "\nx\n" in made.markdown
    assert made.content is None


@pytest.mark.parametrize("way", [WATCHED, SLOW])
def test_every_picture_of_the_seeds_comes_back_as_it_was(way: Shortcut) -> None:
    whole = site.build(loaded_seeds())
    made = made_of(site.make_site(loaded_seeds()).pieces, way)
    assert made.pages.keys() == {path for path in whole if path.endswith(".md")}
    for path, page in made.pages.items():
        assert "<svg" not in page.markdown
        assert with_pictures(page.markdown, page.pictures) == whole[path].decode()
    assert sum(len(page.pictures) for page in made.pages.values()) > 30


def test_pictures_stand_in_the_content_where_nobody_looks() -> None:
    made = kept(QUIET, figure("<figure>a</figure>"))
    assert content(made, "a/p0/index.md") == "<figure>a</figure>"
    assert made.pages["a/p0/index.md"].pictures == []


def test_each_page_gets_its_own_pictures_in_their_order() -> None:
    drawn = [f"<figure>{one}</figure>" for one in "abc"]
    made = kept(WATCHED, stack(*map(figure, drawn)), figure("<figure>d</figure>"))
    assert [one.pictures for one in made.pages.values()] == [drawn, ["<figure>d</figure>"]]
    written = content(made, "a/p0/index.md")
    assert "<figure" not in written
    assert with_pictures(written, drawn).split() == drawn


def test_a_text_that_looks_like_the_place_of_a_picture_stays_as_it_is() -> None:
    made = kept(
        WATCHED, stack(paragraph(text("<div data-dossier-picture='0'></div>")), figure("<figure>a</figure>"))
    )
    assert with_pictures(content(made, "a/p0/index.md"), ["!"]).endswith("&lt;/div&gt;</p>\n!")


def test_links_between_records_preview_their_targets() -> None:
    made = kept(QUIET, paragraph(link(text("b"), "../../b/index.md")), paragraph(link(text("c"), "#c")))
    assert content(made, "a/p0/index.md") == '<p><a data-preview href="../../b/">b</a></p>'
    assert content(made, "a/p1/index.md") == '<p><a href="#c">c</a></p>'


def test_it_is_known_where_links_lead() -> None:
    links = ("../../b/index.md", "../../b/index.md#d", "#e")
    page = kept(QUIET, stack(*(paragraph(link(text("x"), one)) for one in links))).pages["a/p0/index.md"]
    assert page.linked == {"b/index.md", "a/p0/index.md"}
    assert page.pointed == (("b/index.md", "d", links[1]), ("a/p0/index.md", "e", "#e"))


def test_a_heading_ends_with_the_site_s_permalink() -> None:
    way = Shortcut("", permalink=Permalink("¶", "headerlink", "To here"))
    made = kept(way, heading(2, text("A"), "a"))
    assert content(made, "a/p0/index.md") == (
        '<h2 id="a">A<a class="headerlink" href="#a" title="To here">¶</a></h2>'
    )


def test_pages_keep_their_order_by_any_number_of_processes() -> None:
    pieces = [Piece(str(number), partial(_piece, number)) for number in range(120)]
    alone = made_of(pieces, QUIET)
    assert len(alone.pages) > 200
    for number in (2, 3):
        shared = made_of(pieces, QUIET, number)
        assert list(shared.pages) == list(alone.pages)
        assert [content(shared, path) for path in shared.pages] == [
            content(alone, path) for path in alone.pages
        ]


def _piece(number: int) -> list[Page]:
    """Write some pages, none now and then."""
    words = paragraph(text(f"piece {number}"))
    return [Page(f"{number}/{at}/index.md", "T", "", words) for at in range(number % 5)]


def test_a_known_piece_is_written_only_when_its_content_is_asked_for() -> None:
    written: list[int] = []

    def write(number: int) -> list[Page]:
        written.append(number)
        return _piece(number)

    pieces = [Piece(str(number), partial(write, number)) for number in range(4)]
    before = made_of(pieces, QUIET)
    known = {
        name: Known((), tuple(_unplaced(page) for page in one.pages)) for name, one in before.pieces.items()
    }
    del known["1"], written[:]
    after = Kept(QUIET)
    after.add(pieces, known, ReadTable(), Notes())
    assert written == [1]
    assert list(after.pages) == list(before.pages)
    assert content(after, "2/0/index.md") == content(before, "2/0/index.md")
    assert content(after, "2/1/index.md") == content(before, "2/1/index.md")
    assert written == [1, 2]
    after.complete(after.pages)
    assert written == [1, 2, 3]


def _unplaced(page: Made) -> Made:
    return replace(page, content=None)
