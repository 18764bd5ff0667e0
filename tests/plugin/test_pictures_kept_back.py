"""Pictures are kept back while MkDocs builds a page, and put back as they were."""

from types import SimpleNamespace
from typing import Any

from mkdocs_dossier import site
from mkdocs_dossier.document.compose import figure, paragraph, stack, text
from mkdocs_dossier.document.nodes import Block, Page
from mkdocs_dossier.plugin.hooks import DossierPlugin, _handed_over
from tests.support import loaded_seeds


def put_back(path: str, written: str, pictures: list[str], *, shown: bool = True) -> str:
    """Let the plugin finish a page as if MkDocs had left it as it was written."""
    plugin = DossierPlugin()
    plugin.pictures = {path: pictures}
    plugin.shown = {path} if shown else set()
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri=path), title="T", meta={}, canonical_url=None)
    config: Any = None
    return plugin.on_post_page(written, page=page, config=config)


def site_of(*blocks: Block) -> site.Site:
    pages = tuple(Page(f"p{number}.md", "T", "", block) for number, block in enumerate(blocks))
    return site.Site(pages, {"data/x.json": b"{}"})


def test_every_picture_of_the_seeds_comes_back_as_it_was() -> None:
    whole = site.build(loaded_seeds())
    files, pictures = _handed_over(site.make_site(loaded_seeds()), directory_urls=True)
    assert files.keys() == whole.keys()
    assert pictures.keys() == {path for path in whole if path.endswith(".md")}
    for path, kept in pictures.items():
        page = files[path].decode()
        assert "<figure" not in page
        assert "<svg" not in page
        assert put_back(path, page, kept) == whole[path].decode()
    assert sum(map(len, pictures.values())) > 30


def test_what_is_no_page_is_handed_over_as_it_is() -> None:
    files, pictures = _handed_over(site_of(()), directory_urls=True)
    assert files["data/x.json"] == b"{}"
    assert pictures == {"p0.md": []}


def test_a_page_without_pictures_stays_as_it_is() -> None:
    blocks = paragraph(text("with a figure: <figure> & a <div data-dossier-picture='0'></div>"))
    files, pictures = _handed_over(site_of(blocks), directory_urls=True)
    assert pictures["p0.md"] == []
    page = files["p0.md"].decode()
    assert "&#60;figure" in page
    assert put_back("p0.md", page, []) == page


def test_each_page_gets_its_own_pictures_in_their_order() -> None:
    drawn = [f"<figure>{one}</figure>" for one in "abc"]
    files, pictures = _handed_over(
        site_of(stack(*map(figure, drawn)), figure("<figure>d</figure>")), directory_urls=True
    )
    assert pictures == {"p0.md": drawn, "p1.md": ["<figure>d</figure>"]}
    page = put_back("p0.md", files["p0.md"].decode(), pictures["p0.md"])
    assert page.split("\n\n")[-3:] == [*drawn[:2], f"{drawn[2]}\n"]


def test_a_hand_written_page_in_place_of_ours_gets_none() -> None:
    files, pictures = _handed_over(site_of(figure("<figure>a</figure>")), directory_urls=True)
    page = files["p0.md"].decode()
    assert put_back("p0.md", page, pictures["p0.md"], shown=False) == page
