"""What the search of a site gets: cards in place of our pages, by the search plugin that the site has."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_dossier.plugin import cardindex, pagefinding, searching
from tests.sites import Site, project_of

CONFIG = """\
site_name: Another project
theme: {{name: {theme}{more}}}
plugins: [{plugins}]
"""
DOSSIER = {
    "dossier.yaml": b"title: Our dossier\n",
    "records.yaml": """\
sources:
  gazette: {title: Town news}
actors:
  ada-quill: {name: Ada <b>Quill</b>, kind: person, names: {ar: آدا}}
claims:
  it-is-over: {text: It is over.}
statements:
  quill-over:
    speaker: ada-quill
    said: 2024-02-05
    source: gazette
    quote: It is over
    positions: {it-is-over: asserts}
""".encode(),
}
needs_pagefind = pytest.mark.skipif(
    pagefinding.version() is None, reason='Pagefind is not installed: "mkdocs-dossier[search]"'
)


def built(folder: Path, theme: str, plugins: str) -> Site:
    """Build a site by MkDocs' own functions."""
    more = ", font: false" if theme == "material" else ""
    project_of(folder, CONFIG.format(theme=theme, more=more, plugins=plugins), DOSSIER)
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return Site(folder / "site")


def dossier(kind: str = "auto") -> str:
    return f"search, dossier: {{source: news, search: {kind}}}"


def index(site: Site) -> list[dict[str, Any]]:
    docs: list[dict[str, Any]] = json.loads((site.root / "search/search_index.json").read_text("utf-8"))[
        "docs"
    ]
    return docs


def settings(site: Site) -> dict[str, Any]:
    first = (site.root / "assets/dossier/ahead.js").read_text("utf-8").splitlines()[0]
    found: dict[str, Any] = json.loads(first.removeprefix("window.dossierSearch = ").removesuffix(";"))
    return found


def said(caplog: pytest.LogCaptureFixture) -> str:
    return "\n".join(one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING)


def test_a_small_site_has_an_entry_a_record_beside_those_of_hand_written_pages(tmp_path: Path) -> None:
    site = built(tmp_path, "material", dossier())
    entries = {one["location"]: one for one in index(site)}
    assert len(entries) == len(index(site))
    assert entries["actors/ada-quill/"]["title"] == "Ada &lt;b&gt;Quill&lt;/b&gt;"
    assert "آدا" in entries["actors/ada-quill/"]["names"]
    assert "timeline/#day-2024-02-05" in entries
    assert entries["about/"]["text"] == "<p>Written by hand.</p>"
    assert not [one for one in entries if one.startswith("claims/it-is-over/#")]
    assert settings(site)["large"] is False
    assert len(settings(site)["separator"]) > 20


def test_our_script_runs_before_that_of_the_theme_on_every_page(tmp_path: Path) -> None:
    site = built(tmp_path, "material", dossier())
    for path in [*site.pages(), "404.html"]:
        html = (site.root / path).read_text("utf-8")
        if "javascripts/bundle." in html:
            assert 0 < html.find("assets/dossier/ahead.js") < html.find("javascripts/bundle."), path
    assert site.broken_links() == []


def test_mkdocs_own_search_finds_each_record_once_and_by_its_other_names(tmp_path: Path) -> None:
    site = built(tmp_path, "mkdocs", dossier())
    found = [one for one in index(site) if "آدا" in one["text"]]
    assert [one["location"] for one in found] == ["actors/ada-quill/"]
    assert found[0]["title"] == "Ada <b>Quill</b>"
    locations = [one["location"] for one in index(site)]
    assert len([one for one in locations if one.startswith("actors/ada-quill/")]) == 1
    assert {"", "about/"} <= set(locations)
    assert not (site.root / "assets/dossier/ahead.js").exists()


def test_a_site_without_search_has_none_of_it(tmp_path: Path) -> None:
    site = built(tmp_path, "material", "dossier: {source: news}")
    assert not (site.root / "assets/dossier/ahead.js").exists()
    assert not (site.root / "search").exists()
    assert "ahead.js" not in (site.root / "index.html").read_text("utf-8")


def test_a_record_whose_page_is_written_by_hand_has_no_card(tmp_path: Path) -> None:
    page = tmp_path / "docs/claims/it-is-over/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Mine\n\nMy own words.\n", "utf-8")
    entries = [
        one
        for one in index(built(tmp_path, "material", dossier()))
        if one["location"] == "claims/it-is-over/"
    ]
    assert [one["text"] for one in entries] == ["<p>My own words.</p>"]


@pytest.mark.slow
@needs_pagefind
def test_pagefind_has_all_where_it_is_asked_for(tmp_path: Path) -> None:
    site = built(tmp_path, "material", dossier("pagefind"))
    assert index(site) == []
    assert settings(site)["large"] is True
    entry = json.loads((site.root / "pagefind/pagefind-entry.json").read_text("utf-8"))
    names = {one.name for one in (site.root / "pagefind").iterdir()}
    assert {"names.json", "days.json", "facets.json"} <= names
    # All that the theme's index would have, but for the day, which stands in a table.
    all_of_them = index(built(tmp_path / "small", "material", dossier()))
    assert entry["languages"]["en"]["page_count"] == len(all_of_them) - 1


@needs_pagefind
def test_pagefind_is_chosen_for_a_large_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "_LARGE", 4)
    assert (built(tmp_path, "material", dossier()).root / "pagefind").is_dir()
    assert not (built(tmp_path, "material", dossier("material")).root / "pagefind").exists()


def test_where_pagefind_is_missing_one_message_says_so_and_the_theme_searches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(pagefinding, "version", lambda: None)
    site = built(tmp_path, "material", dossier("pagefind"))
    assert said(caplog).count('"mkdocs-dossier[search]"') == 1
    assert settings(site)["large"] is False
    assert any(one["location"] == "actors/ada-quill/" for one in index(site))


def test_where_pagefind_fails_the_theme_searches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise pagefinding.PagefindError("Pagefind failed: no space.")

    monkeypatch.setattr(pagefinding, "version", lambda: "pagefind 1")
    monkeypatch.setattr(cardindex, "make", fail)
    site = built(tmp_path, "material", dossier("pagefind"))
    assert said(caplog).count("Pagefind failed: no space. The search of the theme is used.") == 1
    assert settings(site)["large"] is False
    assert any(one["location"] == "actors/ada-quill/" for one in index(site))


def test_a_site_to_be_read_from_files_has_the_search_of_the_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefinding, "version", lambda: "pagefind 1")
    site = built(tmp_path, "material", f"{dossier('pagefind')}, offline")
    assert settings(site)["large"] is False
    assert "ada-quill" in (site.root / "search/search_index.js").read_text("utf-8")


@needs_pagefind
def test_a_server_makes_the_index_once_and_shows_edits_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    make = pagefinding.make

    def counted(pages: Mapping[str, bytes], *more: Any, **named: Any) -> str:
        made.append(len(pages))
        return make(pages, *more, **named)

    monkeypatch.setattr(cardindex, "make", counted)
    folder = project_of(
        tmp_path, CONFIG.format(theme="material", more=", font: false", plugins=dossier("pagefind")), DOSSIER
    )
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    records = (folder / "news/records.yaml").read_text("utf-8")
    (folder / "news/records.yaml").write_text(records.replace("It is over.", "It is done."), "utf-8")
    build(config)
    assert len(made) == 1
    assert (folder / "site/pagefind/pagefind.js").is_file()
    # What a server has to show is in the site.
    assert "It is done." in (folder / "site/claims/it-is-over/index.html").read_text("utf-8")


def test_a_build_again_by_the_same_server_lists_nothing_twice(tmp_path: Path) -> None:
    project_of(tmp_path, CONFIG.format(theme="material", more=", font: false", plugins=dossier()), DOSSIER)
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    found: list[list[str]] = []
    for _ in range(2):
        build(config)
        found.append([one["location"] for one in index(Site(tmp_path / "site"))])
    assert sorted(found[0]) == sorted(found[1])
    assert config.extra["polyfills"] == ["assets/dossier/ahead.js"]
