"""The HTML that we write is what Python-Markdown makes of the Markdown that we write."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from markdown import Markdown

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.document import compose as make
from mkdocs_dossier.document import html, markdown
from mkdocs_dossier.document.nodes import Block, Page
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.site import make_site
from tests.document.documents import blocks
from tests.hostile import folder_of, hostile
from tests.rendering import Tree, elements, parsed, tree_of
from tests.support import ROOT, seeds
from tests.synthetic import synthetic

RENDER = Markdown(extensions=["attr_list", "md_in_html", "tables"])
_BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "summary"}


def trimmed(tree: Tree) -> Tree:
    """Leave out what says nothing: white space at the ends of a block, the value of what is there or not."""
    name, written, children = tree
    attributes = tuple((key, "" if value == key else value) for key, value in written)
    kept = [trimmed(one) if isinstance(one, tuple) else one for one in children]
    if kept and name in _BLOCKS:
        kept[0] = kept[0].lstrip(" ") if isinstance(kept[0], str) else kept[0]
        kept[-1] = kept[-1].rstrip(" ") if isinstance(kept[-1], str) else kept[-1]
    return name, attributes, tuple(one for one in kept if one)


def of_markdown(document: Block) -> Tree:
    return trimmed(tree_of(markdown.write(document), RENDER))


def of_html(document: Block) -> Tree:
    return trimmed(parsed(html.write(document).html))


@given(blocks())
def test_a_document_is_the_same_written_either_way(document: Block) -> None:
    assert of_html(document) == of_markdown(document)


DOSSIERS: dict[str, Callable[[], Folder]] = {
    "seeds": seeds,
    "arabic": lambda: read_folder(Path(ROOT / "tests" / "arabic" / "dossier")),
    "english": lambda: read_folder(Path(ROOT / "tests" / "arabic" / "english")),
    "hostile": lambda: folder_of(hostile(150)),
    "synthetic": lambda: folder_of(synthetic(100)),
}


def pages(folder: Folder) -> Iterator[Page]:
    return iter(make_site(load(folder)).pages)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] if name in ("hostile", "synthetic", "seeds") else [])
        for name in DOSSIERS
    ],
)
def test_every_page_of_every_dossier_is_the_same_written_either_way(name: str) -> None:
    count = 0
    for page in pages(DOSSIERS[name]()):
        assert of_html(page.blocks) == of_markdown(page.blocks), page.path
        count += 1
    assert count > 20


def test_the_target_of_a_link_is_turned_into_its_address() -> None:
    document = make.paragraph(make.link(make.text("A"), "../a/index.md"))
    written = html.write(document, lambda target: html.opening(target.removesuffix("index.md")))
    assert written.html == '<p><a href="../a/">A</a></p>'


def test_text_is_escaped_in_elements_and_in_attributes() -> None:
    hard = "<script>\"&'"
    tree = parsed(html.write(make.paragraph(make.span(make.text(hard), title=hard))).html)
    span = next(one for one in elements(tree) if one[0] == "span")
    assert span == ("span", (("title", hard),), (hard,))


@pytest.mark.parametrize(
    ("target", "path", "as_folder", "as_file"),
    [
        ("../../claims/b/index.md", "claims/a/index.md", "../b/", "../b/index.html"),
        ("../../actors/b/index.md", "claims/a/index.md", "../../actors/b/", "../../actors/b/index.html"),
        ("../../claims/index.md", "claims/a/index.md", "../", "../index.html"),
        ("../../index.md", "claims/a/index.md", "../../", "../../index.html"),
        ("../../claims/a/index.md", "claims/a/index.md", "./", "index.html"),
        ("claims/a/index.md", "index.md", "claims/a/", "claims/a/index.html"),
        ("index.md", "index.md", "./", "index.html"),
        ("../../claims/b/index.md#c", "claims/a/index.md", "../b/#c", "../b/index.html#c"),
        ("#b", "claims/a/index.md", "#b", "#b"),
        ("../data/dossier.json", "data/index.md", "dossier.json", "dossier.json"),
        ("../an-index.md", "a/index.md", "../an-index.md", "../an-index.md"),
    ],
)
def test_a_link_leads_to_what_is_built_of_a_page_by_the_shortest_way(
    target: str, path: str, as_folder: str, as_file: str
) -> None:
    assert html.built(target, path, directory_urls=True) == as_folder
    assert html.built(target, path, directory_urls=False) == as_file


def test_what_a_builder_asks_of_a_page_is_noted() -> None:
    document = make.stack(
        make.heading(1, make.text("A & B"), "a"),
        make.paragraph(make.link(make.text("x"), "../b/index.md#c")),
        make.paragraph(make.element("i", make.text("y"), {"id": "y"})),
        make.figure('<figure id="picture"></figure>'),
    )
    written = html.write(document, permalink=make.text)
    assert written.headings == (html.Headline(1, "a", "A &amp; B"),)
    assert (written.anchors, written.links) == (("a", "y"), ("../b/index.md#c",))
    assert '<h1 id="a">A &amp; Ba</h1>' in written.html
