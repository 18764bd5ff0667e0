"""Drafts under `mkdocs serve`: each has a page, and an edit gives what a server from nothing gives."""

import json
import logging
import shutil
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_dossier.pages.tracing import Notes, Piece
from mkdocs_dossier.plugin import made
from mkdocs_dossier.plugin import serve as serving
from tests.drafts import DRAFTS, REVIEWED, TEXT
from tests.sites import Site, project_of

CONFIG = """\
site_name: T
site_url: https://example.org/news/
theme: {name: THEME}
validation: {links: {anchors: warn, not_found: warn}}
plugins: [search, {dossier: {source: news}}]
"""
BANNER = "Draft: nobody has approved this yet. It is not in a built site."
PAGES = {
    "drafts/index.html",
    "sources/wire/index.html",
    "actors/agency/index.html",
    "actors/cara/index.html",
    "places/south/index.html",
    "events/fire/index.html",
    "claims/silent/index.html",
    "statements/ada-lie/index.html",
    "statements/cara-not/index.html",
    "statements/somebody-lie/index.html",
}
# What has the time in it, or a list of all pages, which a server shows to nobody but the author.
ASIDE = {"sitemap.xml", "sitemap.xml.gz"}


class Server:
    """A project as `mkdocs serve` builds it, again and again, each time into an empty folder."""

    def __init__(self, folder: Path, theme: str = "material") -> None:
        self.folder = folder
        self.files = {"dossier.yaml": "title: T\n", "records.yaml": REVIEWED, "gazette.txt": TEXT}
        self.config = CONFIG.replace("THEME", theme)
        self.plugins: dict[str, object] = {}

    def build(self) -> dict[str, bytes]:
        """Build the site again, and return its files."""
        # MkDocs keeps the plugins of a process, which is that of one server.
        kept = MkDocsConfig.plugins.plugin_cache  # type: ignore[attr-defined]
        kept.clear()
        kept.update(self.plugins)
        shutil.rmtree(self.folder / "news", ignore_errors=True)
        content = {path: text.encode() for path, text in self.files.items()}
        config = load_config(str(project_of(self.folder, self.config, content) / "mkdocs.yml"))
        config.plugins.on_startup(command="serve", dirty=False)
        plugin: Any = config.plugins["dossier"]
        site, last = self.folder / "site", plugin.last_site
        with serving._kept(site, last) if site.exists() else nullcontext():
            build(config)
        self.plugins = dict(kept)
        kept.clear()
        found = (path for path in site.rglob("*") if path.is_file())
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}

    def fresh(self) -> dict[str, bytes]:
        """Build the site as a server that was just started."""
        shutil.rmtree(self.folder / "site", ignore_errors=True)
        self.plugins = {}
        return self.build()


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path)


def comparable(site: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in site.items() if path not in ASIDE}


def test_each_draft_has_a_page_and_nothing_else_changes_but_a_line_on_the_home_page(
    server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    without = server.build()
    server.files["drafts.yaml"] = DRAFTS
    with_drafts = server.fresh()
    assert with_drafts.keys() - without.keys() == PAGES
    assert without.keys() <= with_drafts.keys()
    changed = {path for path in without if without[path] != with_drafts[path]}
    assert changed - ASIDE == {"index.html"}
    site = Site(tmp_path / "site", "/news/")
    assert "9 drafts wait for approval" in site.page("index.html").words()
    for path in PAGES - {"drafts/index.html"}:
        assert BANNER in site.page(path).words()
    assert not any(BANNER in site.page(path).words() for path in {*site.pages()} - PAGES)
    assert site.broken_links() == []
    assert "Speaker not found" in site.page("statements/somebody-lie/index.html").words()
    said = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert [one for one in said if "link" in one or "anchor" in one] == []


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_search_finds_no_draft(tmp_path: Path, theme: str) -> None:
    server = Server(tmp_path, theme)
    server.files["drafts.yaml"] = DRAFTS
    server.build()
    index = json.loads((tmp_path / "site" / "search" / "search_index.json").read_text("utf-8"))
    found = {one["location"].partition("#")[0] for one in index["docs"]}
    assert "claims/told/" in found
    assert {path.removesuffix("index.html") for path in PAGES}.isdisjoint(found)


def test_a_draft_with_an_error_is_said_above_the_last_good_pages(server: Server) -> None:
    server.files["drafts.yaml"] = DRAFTS
    server.build()
    server.files["drafts.yaml"] = DRAFTS.replace("quote: They lie", "quote: They fly")
    page = server.build()["claims/told/index.html"].decode()
    assert "this is the last good site" in page
    assert "They fly" in page
    assert "unreviewed" not in page
    server.files["drafts.yaml"] = DRAFTS
    assert "dossier-problems" not in server.build()["statements/ben-not/index.html"].decode()


def approved(files: str, *identifiers: str) -> str:
    """Remove the lines `review: draft` of some records; those of one line have it at their ends."""
    lines = []
    inside = ""
    for line in files.splitlines():
        if line.startswith("  ") and not line.startswith("   "):
            inside = line.strip().partition(":")[0]
        if inside in identifiers:
            if line.strip() == "review: draft":
                continue
            lines.append(line.replace(", review: draft", ""))
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


@pytest.mark.slow
def test_an_edit_gives_what_a_server_from_nothing_gives(server: Server, tmp_path: Path) -> None:
    other = Server(tmp_path / "other")
    some, more = ["agency", "cara"], ["wire", "agency", "south", "fire", "silent", "cara"]
    all_but_one = approved(DRAFTS, *more, "cara-not", "ada-lie")
    steps = [DRAFTS, approved(DRAFTS, *some), approved(DRAFTS, *more), all_but_one, approved(DRAFTS, *more)]
    for step in [*steps, DRAFTS, "", DRAFTS.replace("Cara Vale", "Cara Dale"), DRAFTS]:
        for one in (server, other):
            one.files["drafts.yaml"] = step
        assert comparable(server.build()) == comparable(other.fresh())


def test_an_edit_writes_only_what_it_changes(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.files["drafts.yaml"] = DRAFTS
    server.build()
    written: set[str] = set()
    whole = made._Pen.piece

    def piece(pen: made._Pen, one: Piece, notes: Notes) -> made._Fresh:
        written.add(one.name)
        return whole(pen, one, notes)

    monkeypatch.setattr(made._Pen, "piece", piece)
    server.files["drafts.yaml"] = DRAFTS.replace("name: Southtown", "name: Southport")
    pages = server.build()
    assert "Southport" in pages["places/south/index.html"].decode()
    assert "drafts/places/south" in written
    assert {"drafts/actors/agency", "claims/told", "/", "places/"}.isdisjoint(written)
