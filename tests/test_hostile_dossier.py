"""A dossier full of markup, scripts and templates: each text is shown as it was written, none is obeyed."""

import posixpath
import re
from functools import cache
from pathlib import Path

import pytest

from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.site import build
from tests.hostile import expected, folder_of, hostile
from tests.rendering import folded, renderer, tree_of, words_in
from tests.sites import Site, mkdocs_build, project_of

CONFIG = """\
site_name: Another project
site_url: https://example.org/news/desk/
theme: {theme}
plugins:
  - search
  - dossier:
      source: news
{more}"""
MATERIAL = "{name: material, font: false}"


@cache
def loaded(records: int) -> Loaded:
    return load(folder_of(hostile(records)))


def body_of(markdown: bytes) -> str:
    """Leave out a page's front matter."""
    return markdown.decode().split("\n---\n", 1)[1]


def test_the_dossier_is_large_and_free_of_problems() -> None:
    assert loaded(300).problems == ()
    assert len(loaded(300).source_map.entries) == 300


def test_the_dossier_is_the_same_for_a_seed() -> None:
    assert hostile(40) == hostile(40)
    assert hostile(40) != hostile(40, seed=1)


@pytest.mark.parametrize(
    "more",
    [False, pytest.param(True, marks=pytest.mark.slow)],
    ids=["the project's extensions", "many more extensions"],
)
def test_each_record_is_shown_as_it_was_written(more: bool) -> None:
    render = renderer(more=more)
    files = build(loaded(60))
    for path, texts in expected(loaded(60).dossier).items():
        tree = tree_of(body_of(files[posixpath.join(path, "index.md")]), render)
        shown = folded(words_in(tree))
        assert [text for text in texts if text not in shown] == []


@pytest.mark.slow
def test_no_template_language_finds_anything_in_a_page() -> None:
    pages = {path: content for path, content in build(loaded(300)).items() if path.endswith(".md")}
    assert [path for path, content in pages.items() if re.search(rb"{{|{%|{#", content)] == []


# Built by MkDocs, in a project of its own


def built(folder: Path, *, theme: str = MATERIAL, more: str = "") -> Site:
    config = CONFIG.format(theme=theme, more=more)
    project = project_of(folder, config, hostile(300))
    done = mkdocs_build(project, "--strict")
    assert done.returncode == 0, done.stderr[-3000:]
    assert "WARNING -" not in done.stderr
    return Site(project / "site", base="/news/desk/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("material"))


@pytest.fixture(scope="module")
def flat_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("flat"), more="use_directory_urls: false\n")


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("plain"), theme="mkdocs")


@pytest.fixture(params=["site", "flat_site", "plain_site"])
def each_site(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


@pytest.mark.slow
def test_each_built_page_shows_its_texts_as_they_were_written(each_site: Site) -> None:
    missing = [
        (path, text)
        for path, texts in expected(loaded(300).dossier).items()
        for text in texts
        if text not in each_site.page(f"{path}index.html").words()
    ]
    assert missing == []


@pytest.mark.slow
def test_nothing_in_a_built_page_is_obeyed(each_site: Site) -> None:
    assert [(path, found) for path in each_site.pages() if (found := each_site.page(path).obeyed())] == []


@pytest.mark.slow
def test_no_table_is_broken(each_site: Site) -> None:
    found = {path: each_site.page(path).uneven_tables() for path in each_site.pages()}
    assert {path: one for path, one in found.items() if one} == {}


@pytest.mark.slow
def test_no_link_and_no_anchor_is_broken(each_site: Site) -> None:
    assert each_site.broken_links() == []


@pytest.mark.slow
def test_no_id_stands_twice_on_a_page(each_site: Site) -> None:
    found = {path: each_site.page(path).repeated_ids() for path in each_site.pages()}
    assert {path: one for path, one in found.items() if one} == {}


@pytest.mark.slow
def test_the_hand_written_page_is_part_of_the_site(each_site: Site) -> None:
    path = "about.html" if (each_site.root / "about.html").exists() else "about/index.html"
    assert "Written by hand." in each_site.page(path).words()
    assert any(href.startswith("about") for href in each_site.page("index.html").addresses())


@pytest.mark.slow
def test_titles_are_text(each_site: Site) -> None:
    dossier = loaded(300).dossier
    for key, actor in dossier.actors.items():
        title = each_site.page(f"actors/{key}/index.html").tree.find(".//title")
        assert title is not None
        assert folded(actor.name) in folded(title.text or "")
