"""Pagefind's index of cards, where something is in the way."""

from pathlib import Path

import pytest

from mkdocs_dossier.plugin import pagefinding
from mkdocs_dossier.plugin.cardindex import CardIndex, EarlyIndex
from mkdocs_dossier.plugin.pagefinding import PagefindError, key_of, version
from tests.cards.dealt import small

needs_pagefind = pytest.mark.skipif(
    version() is None, reason='Pagefind is not installed: "mkdocs-dossier[search]"'
)


def index(folder: Path) -> CardIndex:
    (folder / "cache").mkdir(exist_ok=True)
    return CardIndex(folder / "site" / "pagefind", folder / "cache", "en", directory_urls=True)


def test_the_cards_of_pages_come_back_in_the_next_build(tmp_path: Path) -> None:
    cards = tuple(small().values())
    assert index(tmp_path).last_pages() is None
    index(tmp_path).remember(cards)
    assert index(tmp_path).last_pages() == cards
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert index(tmp_path).last_pages() is None


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way", "ascii")
    kept = CardIndex(tmp_path / "pagefind", tmp_path / "cache", "en", directory_urls=True)
    kept.remember(tuple(small().values()))
    assert kept.last_pages() is None


@needs_pagefind
def test_what_was_begun_is_done_again_in_the_same_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = list(small().values())
    early = EarlyIndex(index(tmp_path), lambda: cards, len(cards), ())
    with monkeypatch.context() as patch, pytest.raises(PagefindError, match="did not run"):
        patch.setattr(pagefinding, "_command", lambda: [str(tmp_path / "nothing")])
        early._make(at_once=True)
    early.begin(1, at_once=True)
    assert early.write(())
    assert key_of(tmp_path / "site" / "pagefind") is not None


@needs_pagefind
def test_a_wrong_guess_puts_nothing_in_place(tmp_path: Path) -> None:
    cards = list(small().values())
    early = EarlyIndex(index(tmp_path), lambda: cards[1:], len(cards), cards[:1]).begin(1, at_once=False)
    assert not early.write(())
    assert key_of(tmp_path / "site" / "pagefind") is None


@needs_pagefind
def test_a_disk_that_is_full_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(PagefindError, match="No space left on device"):
        index(tmp_path).write(list(small().values()))
