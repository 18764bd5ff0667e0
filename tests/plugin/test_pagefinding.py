"""Pagefind's command, which runs only where the cards have changed."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_dossier.cards.htmlcards import html_cards
from mkdocs_dossier.plugin import pagefinding
from mkdocs_dossier.plugin.pagefinding import PagefindError, keep, place, version
from tests.cards.dealt import small

pytestmark = pytest.mark.skipif(
    version() is None, reason='Pagefind is not installed: "mkdocs-dossier[search]"'
)
PAGES = {"a.html": b"<!doctype html><html><body data-pagefind-body><p>One word</p></body></html>"}


def make(pages: Mapping[str, bytes], target: Path, cache: Path, language: str) -> None:
    keep(pages, {"names.json": b"[]"}, cache, language)
    assert place(target, cache)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_index_is_made_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, cache = tmp_path / "site" / "pagefind", tmp_path / ".cache"
    make(PAGES, target, cache, "en")
    first = files(target)
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "names.json"} <= first
    assert not [one for one in first if "ui" in one or "highlight" in one]
    assert [path.name for path in cache.iterdir()] == ["pagefind"]

    def unexpected(*_: object) -> None:
        raise AssertionError("run again")

    monkeypatch.setattr(pagefinding, "_run", unexpected)
    shutil.rmtree(target)
    make(PAGES, target, cache, "en")
    assert files(target) == first
    for pages, language in (({"a.html": PAGES["a.html"] + b" "}, "en"), (PAGES, "ar")):
        with pytest.raises(AssertionError, match="run again"):
            make(pages, target, cache, language)


def test_two_indexes_of_the_same_cards_have_the_same_bytes(tmp_path: Path) -> None:
    pages = html_cards(small().values(), directory_urls=True)
    for name in ("one", "other"):
        make(pages, tmp_path / name, tmp_path / f"{name}-cache", "en")
    assert files(tmp_path / "one") == files(tmp_path / "other")
    for path in files(tmp_path / "one"):
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "other" / path).read_bytes(), path


def test_a_language_that_pagefind_does_not_know_is_indexed_as_it_stands(tmp_path: Path) -> None:
    make(PAGES, tmp_path / "site", tmp_path / "cache", "ckb")
    assert any(one.startswith("fragment/") for one in files(tmp_path / "site"))


def test_what_pagefind_says_of_a_failure_is_passed_on(tmp_path: Path) -> None:
    with pytest.raises(PagefindError, match="Pagefind failed"):
        make({}, tmp_path / "site", tmp_path / "cache", "en")


def test_what_is_in_the_way_of_the_index_goes(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "pagefind").write_text("in the way", "ascii")
    make(PAGES, tmp_path / "site", tmp_path / "cache", "en")
    assert (tmp_path / "site" / "pagefind.js").is_file()
