"""The plugin in projects of other people: what it adds to their site, what stops it, what it leaves alone."""

import gc
import json
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.pages import Page

from tests.sites import Site, mkdocs_build, project_of

CONFIG = """\
site_name: Another project
site_url: https://example.org/news/
theme: {name: mkdocs}
plugins:
  - search
  - dossier: {source: news}
"""
DOSSIER = {
    "dossier.yaml": "title: Our dossier\n",
    "records.yaml": """\
sources:
  gazette:
    {title: Town news, text: gazette.txt, url: "https://example.org/gazette",
      sha256: a1abf637b40118a953a03e123443438a9fa7974bf139b36ed3bfd3d5c4874222}
actors:
  ada-quill: {name: Ada Quill, kind: person, names: {ar: آدا}}
  ben-sorrel: {name: Ben Sorrel, kind: person}
claims:
  it-is-over: {text: It is over.}
statements:
  quill-over:
    speaker: ada-quill
    said: 2024-02-05
    source: gazette
    quote: It is over
    positions: {it-is-over: asserts}
  sorrel-not:
    speaker: ben-sorrel
    said: 2024-02-06
    source: gazette
    quote: It is not over
    positions: {it-is-over: denies}
""",
    "gazette.txt": "“It is over,” said Ada Quill. “It is not over,” said Ben Sorrel.\n",
}


def built(
    folder: Path, files: Mapping[str, str] = DOSSIER, config: str = CONFIG, *, strict: bool = True
) -> Site:
    """Build a site by MkDocs' own functions."""
    project_of(folder, config, {path: content.encode() for path, content in files.items()})
    loaded = load_config(str(folder / "mkdocs.yml"), strict=strict)
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    return Site(folder / "site", base="/news/")


def changed(path: str, old: str, new: str) -> dict[str, str]:
    assert DOSSIER[path].count(old) == 1
    return {**DOSSIER, path: DOSSIER[path].replace(old, new)}


WITH_ERROR = changed("records.yaml", "quote: It is over\n", "quote: It is done\n")
WITH_WARNING = changed("records.yaml", "claims:\n", "claims:\n  of-no-interest: {text: Nobody says so.}\n")


def test_the_dossiers_pages_stand_beside_the_hand_written_ones(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert "Our dossier" in site.page("index.html").words()
    assert "It is not over" in site.page("claims/it-is-over/index.html").words()
    assert "Written by hand." in site.page("about/index.html").words()
    assert json.loads((site.root / "data/dossier.json").read_text("utf-8"))["claims"]
    assert site.broken_links() == []
    assert site.page("claims/it-is-over/index.html").repeated_ids() == []


def test_nothing_is_written_into_the_project(tmp_path: Path) -> None:
    built(tmp_path)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {path for path in written if not path.startswith(("site/", ".cache/"))} == {
        "mkdocs.yml",
        "docs/about.md",
        *(f"news/{path}" for path in DOSSIER),
    }


@pytest.mark.parametrize("path", ["index.md", "claims/it-is-over/index.md"])
def test_a_hand_written_page_stands_in_place_of_ours(tmp_path: Path, path: str) -> None:
    (tmp_path / "docs" / path).parent.mkdir(parents=True)
    (tmp_path / "docs" / path).write_text("# Mine\n\nMy own words.\n", "utf-8")
    site = built(tmp_path)
    assert "My own words." in site.page(path.replace(".md", ".html")).words()
    # A link to a place in the page that it replaces leads to its head.
    assert [href for _, href in site.broken_links() if "#says-" not in href] == []


@pytest.mark.parametrize("path", ["README.md", "claims/it-is-over.md"])
def test_a_hand_written_page_that_has_the_address_of_ours_is_not_lost_in_silence(
    tmp_path: Path, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "docs" / path).parent.mkdir(parents=True)
    (tmp_path / "docs" / path).write_text("# Mine\n\nMy own words.\n", "utf-8")
    with pytest.raises((Abort, PluginError)):
        built(tmp_path)
    assert f"{path} has the address of the dossier's page" in caplog.text


def test_a_problem_stops_a_build_and_leaves_the_last_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = built(tmp_path)
    index = (before.root / "index.html").read_bytes()
    with caplog.at_level(logging.INFO), pytest.raises((Abort, PluginError)):
        built(tmp_path, WITH_ERROR, strict=False)
    assert (before.root / "index.html").read_bytes() == index
    said = [record.getMessage() for record in caplog.records if record.name.startswith("mkdocs_dossier")]
    line = WITH_ERROR["records.yaml"].partition("It is done")[0].count("\n") + 1
    assert any(one.startswith(f"news/records.yaml:{line}:12: error: “It is done” is not") for one in said)


def test_a_warning_stops_a_strict_build_only(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        site = built(tmp_path, WITH_WARNING, strict=False)
    assert "of-no-interest" in caplog.text
    assert (site.root / "claims/of-no-interest/index.html").exists()
    with pytest.raises((Abort, PluginError)):
        built(tmp_path, WITH_WARNING, strict=True)


@pytest.mark.parametrize("source", ["nothing", "mkdocs.yml", "docs"])
def test_a_source_that_is_no_dossier_stops_the_build(tmp_path: Path, source: str) -> None:
    with pytest.raises((Abort, PluginError)):
        built(tmp_path, config=CONFIG.replace("news}", f"{source}}}"), strict=False)


def test_an_unknown_option_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Abort):
        built(tmp_path, config=CONFIG.replace("{source: news}", "{sources: news}"))


def test_the_folder_is_named_from_the_place_of_mkdocs_yml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    assert (built(tmp_path).root / "actors/ada-quill/index.html").exists()


def test_an_author_may_set_the_navigation(tmp_path: Path) -> None:
    nav = "nav:\n  - Start: index.md\n  - Who: actors/index.md\n  - The claim: claims/it-is-over/index.md\n"
    site = built(tmp_path, config=CONFIG + nav, strict=False)
    shown = "".join(site.page("index.html").tree.itertext())
    assert "The claim" in shown
    assert site.broken_links() == []


EMPTY = ("events", "places", "map", "network")
"""The sections of which the dossier above has nothing."""


def test_a_section_of_which_there_is_nothing_has_no_page(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert [one for one in EMPTY if (site.root / one / "index.html").exists()] == []
    assert (site.root / "actors" / "index.html").exists()


def test_a_navigation_may_name_a_section_of_which_there_is_nothing_yet(tmp_path: Path) -> None:
    nav = "nav:\n  - index.md\n  - Where:\n    - Places: places/index.md\n    - map/index.md\n"
    site = built(tmp_path, config=CONFIG + nav, strict=False)
    assert "This dossier has none." in site.page("places/index.html").words()
    assert (site.root / "map" / "index.html").exists()
    assert not (site.root / "events" / "index.html").exists()


def test_a_record_is_edited_in_the_repository_of_the_site(tmp_path: Path) -> None:
    site = built(tmp_path, config=CONFIG + "repo_url: https://github.com/us/paper\n")
    addresses = site.page("actors/ada-quill/index.html").addresses()
    assert "https://github.com/us/paper/edit/master/news/records.yaml#L6" in addresses
    assert any(
        one.startswith("https://github.com/us/paper/issues/new?title=Ada%20Quill") for one in addresses
    )


def test_extensions_that_the_author_set_are_kept(tmp_path: Path) -> None:
    extensions = "markdown_extensions:\n  - footnotes\n  - toc: {permalink: true}\n"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "note.md").write_text("# N\n\nA[^1].\n\n[^1]: Note.\n", "utf-8")
    site = built(tmp_path, config=CONFIG + extensions)
    assert any("footnote" in one.get("class", "") for one in site.page("note/index.html").elements())
    assert site.page("claims/it-is-over/index.html").uneven_tables() == []


def test_a_real_build_ends_with_an_exit_code_and_the_place_of_the_problem(tmp_path: Path) -> None:
    project_of(tmp_path, CONFIG, {path: content.encode() for path, content in WITH_ERROR.items()})
    done = mkdocs_build(tmp_path)
    assert done.returncode == 1
    assert "news/records.yaml:" in done.stderr
    assert "It is done" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


# Under `mkdocs serve`


class Served:
    """A project as `mkdocs serve` builds it, again and again, by one instance of the plugin."""

    def __init__(self, folder: Path, config: str = CONFIG) -> None:
        self.folder = folder
        project_of(folder, config, {path: content.encode() for path, content in DOSSIER.items()})
        self.site = folder / "served"

    def config(self) -> MkDocsConfig:
        return load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.site))

    def build(self) -> str:
        """Build, and give the page of an actor, or the home page where there is none."""
        config = self.config()
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/news/")
        page = self.site / "actors/ada-quill/index.html"
        return (page if page.exists() else self.site / "index.html").read_text("utf-8")

    def edit(self, old: str, new: str) -> None:
        records = DOSSIER["records.yaml"]
        assert old in records
        (self.folder / "news" / "records.yaml").write_text(records.replace(old, new), "utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    # MkDocs keeps the plugins of a process, which is that of one server.
    kept = MkDocsConfig.plugins.plugin_cache  # type: ignore[attr-defined]
    kept.clear()
    yield Served(tmp_path)
    kept.clear()


def test_under_a_server_an_error_leaves_the_last_good_pages_with_a_box_above_each(served: Served) -> None:
    assert "dossier-problems" not in served.build()
    served.edit("quote: It is over\n", "quote: It is done\n")
    page = served.build()
    assert "this is the last good site" in page
    assert "It is done" in page
    served.edit("name: Ada Quill", "name: Ada Reed")
    page = served.build()
    assert "Ada Reed" in page
    assert "dossier-problems" not in page


def test_under_a_server_a_fault_of_the_program_leaves_the_last_good_pages(
    served: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    served.build()
    served.edit("name: Ada Quill", "name: Ada Reed")
    with monkeypatch.context() as patch:
        patch.setattr("mkdocs_dossier.site.make_site", _faulty)
        page = served.build()
    assert "Ada Quill" in page
    assert "RecursionError in test_plugin.py, line" in page
    assert "Traceback" not in capfd.readouterr().err
    assert "Ada Reed" in served.build()


def _faulty(*_: object, **_more: object) -> None:
    raise RecursionError("no end of it")


@pytest.mark.parametrize("part", ["read", "read_folder", "make_site", "Kept", "words_in", "entries"])
def test_a_fault_of_the_program_stops_a_build_with_a_line_to_report(
    tmp_path: Path, part: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    named = {
        "read": "plugin.hooks",
        "Kept": "plugin.making",
        "read_folder": "plugin.watched",
        "entries": "pages.filterfiles",
    }
    where = named.get(part, "site")
    monkeypatch.setattr(f"mkdocs_dossier.{where}.{part}", _faulty)
    with pytest.raises((Abort, PluginError)):
        built(tmp_path)
    assert "RecursionError in test_plugin.py, line" in caplog.text
    assert "please report" in caplog.text


def test_the_whole_story_of_a_fault_is_told_on_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mkdocs_dossier.plugin.hooks.read", _faulty)
    monkeypatch.setenv("DOSSIER_DEBUG", "1")
    with pytest.raises((Abort, PluginError)):
        built(tmp_path)
    assert "Traceback" in capsys.readouterr().err


def test_under_a_server_a_dossier_that_is_not_there_yet_is_waited_for(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    news, away = served.folder / "news", served.folder / "away"
    news.rename(away)
    page = served.build()
    assert "There is no folder" in page
    assert "it cannot be shown yet" in page
    assert "not found" not in caplog.text  # of the sections, in the navigation
    news.mkdir()
    assert "has no file dossier.yaml" in served.build()
    news.rmdir()
    away.rename(news)
    page = served.build()
    assert "Ada Quill" in page
    assert "dossier-problems" not in page
    news.rename(away)
    assert "this is the last good site" in served.build()


def test_under_a_server_a_dossier_that_is_wrong_at_the_start_is_not_waited_for(served: Served) -> None:
    served.edit("quote: It is over\n", "quote: It is done\n")
    with pytest.raises((Abort, PluginError)):
        served.build()


@pytest.mark.slow
def test_nothing_of_the_pages_before_the_last_is_kept(served: Served) -> None:
    def pages() -> int:
        gc.collect()
        return sum(isinstance(one, Page) for one in gc.get_objects())

    before = pages()
    served.build()
    first = pages() - before
    assert first < 100
    for name in ("Ada Reed", "Ada Weed"):
        served.edit("name: Ada Quill", f"name: {name}")
        assert name in served.build()
        assert pages() - before <= first
