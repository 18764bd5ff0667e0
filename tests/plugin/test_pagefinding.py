"""Pagefind's command, which runs only where the cards have changed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_dossier.cards.htmlcards import html_cards
from mkdocs_dossier.plugin import pagefinding
from mkdocs_dossier.plugin.pagefinding import PagefindError, key_of, make, put, version
from tests.cards.dealt import small

pytestmark = pytest.mark.skipif(
    version() is None, reason='Pagefind is not installed: "mkdocs-dossier[search]"'
)
PAGE = b"<!doctype html><html><body data-pagefind-body><p>One word</p></body></html>"
PAGES = {"a.html": PAGE}
BESIDE = {"names.json": b"[]"}


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def index(folder: Path, pages: Mapping[str, bytes] = PAGES, language: str = "en") -> Path:
    folder.mkdir()
    make(pages, BESIDE, folder, language)
    return folder


def test_an_index_is_made_and_says_of_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = index(tmp_path / "made")
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "names.json"} <= files(made)
    assert not [one for one in files(made) if "ui" in one or "highlight" in one or ".html" in one]

    def unexpected(*_: object) -> None:
        raise AssertionError("run again")

    monkeypatch.setattr(pagefinding, "_run", unexpected)
    assert make(PAGES, BESIDE, tmp_path, "en", there=key_of(made)) == key_of(made)
    for pages, beside, language in (
        ({"a.html": PAGE + b" "}, BESIDE, "en"),
        (PAGES, {"names.json": b"[1]"}, "en"),
        (PAGES, BESIDE, "ar"),
    ):
        with pytest.raises(AssertionError, match="run again"):
            make(pages, beside, tmp_path, language, there=key_of(made))


def test_what_two_indexes_have_in_common_stays_when_one_takes_the_place_of_the_other(tmp_path: Path) -> None:
    two = {**PAGES, "b.html": PAGE.replace(b"One", b"Another")}
    other = {**PAGES, "b.html": PAGE.replace(b"One", b"A third")}
    target = tmp_path / "site" / "pagefind"
    put(index(tmp_path / "first", two), target)
    assert files(target) == files(tmp_path / "first")
    before = {path: (target / path).stat().st_mtime_ns for path in files(target)}
    put(index(tmp_path / "second", other), target)
    assert {path: (target / path).read_bytes() for path in files(target)} == {
        path: (tmp_path / "second" / path).read_bytes() for path in files(tmp_path / "second")
    }
    kept = [path for path in files(target) if before.get(path) == (target / path).stat().st_mtime_ns]
    assert len([path for path in kept if path.startswith("fragment/")]) == 1
    assert "pagefind.js" in kept
    assert key_of(target) == key_of(tmp_path / "second")


def test_where_nothing_was_made_nothing_is_put(tmp_path: Path) -> None:
    put(index(tmp_path / "made"), tmp_path / "site")
    (tmp_path / "empty").mkdir()
    put(tmp_path / "empty", tmp_path / "site")
    assert files(tmp_path / "site") == files(tmp_path / "made")


def test_an_index_that_was_not_put_whole_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(index(tmp_path / "made"), tmp_path / "site")

    def full(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(pagefinding, "copyfile", full)
    with pytest.raises(PagefindError, match="cannot be written: no space"):
        put(index(tmp_path / "other", {"b.html": PAGE.replace(b"One", b"Two")}), tmp_path / "site")
    assert key_of(tmp_path / "site") is None


def test_two_indexes_of_the_same_cards_have_the_same_bytes(tmp_path: Path) -> None:
    pages = html_cards(small().values(), directory_urls=True)
    for name in ("one", "other"):
        index(tmp_path / name, pages)
    assert files(tmp_path / "one") == files(tmp_path / "other")
    for path in files(tmp_path / "one"):
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "other" / path).read_bytes(), path


def test_a_language_that_pagefind_does_not_know_is_indexed_as_it_stands(tmp_path: Path) -> None:
    assert any(one.startswith("fragment/") for one in files(index(tmp_path / "made", language="ckb")))


def test_what_pagefind_says_of_a_failure_is_passed_on(tmp_path: Path) -> None:
    with pytest.raises(PagefindError, match="Pagefind failed"):
        index(tmp_path / "made", {})


def test_what_is_in_the_way_of_the_index_goes(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("in the way", "ascii")
    put(index(tmp_path / "made"), tmp_path / "site")
    assert (tmp_path / "site" / "pagefind.js").is_file()
