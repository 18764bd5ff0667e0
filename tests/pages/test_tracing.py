"""What is read of a dossier is noted, by whichever way it is read; and told apart by what it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from mkdocs_dossier.loading import load
from mkdocs_dossier.pages import tracing
from mkdocs_dossier.pages.tracing import Digests, Notes, Remembered, mappings, watched
from mkdocs_dossier.site import build
from tests.hostile import folder_of
from tests.synthetic import synthetic


@dataclass(frozen=True)
class Held:
    one: dict[str, int]
    other: str = "x"


def held() -> tuple[Held, Notes]:
    notes = Notes()
    return watched(Held({"a": 1, "b": 2}), notes), notes


def noted(read: Callable[[Any], object]) -> set[tuple[str, str]]:
    seen, notes = held()
    with notes.taken() as found:
        read(seen.one)
    return set(notes.named(found))


@pytest.mark.parametrize(
    ("read", "key"),
    [
        (lambda one: one["a"], "a"),
        (lambda one: one.get("a"), "a"),
        (lambda one: one.get("z", 3), "z"),
        (lambda one: "z" in one, "z"),
        (list, "<whole>"),
        (len, "<whole>"),
        (lambda one: one.items(), "<whole>"),
        (lambda one: one.keys() & {"a"}, "a"),
        (lambda one: list(one.keys()), "<whole>"),
        (lambda one: list(one.values()), "<whole>"),
        (lambda one: one == {"a": 1}, "<whole>"),
        (bool, "<any>"),
    ],
)
def test_every_way_of_reading_is_noted(read: Callable[[Any], object], key: str) -> None:
    assert ("Held.one", key) in noted(read)


def test_who_gets_what_was_made_before_has_read_what_it_was_made_of() -> None:
    seen, notes = held()
    kept: Remembered[str, int] = Remembered(notes)
    for _ in range(2):
        with notes.taken() as found:
            assert kept.made("sum", lambda: seen.one["a"] + seen.one["b"]) == 3
        assert notes.named(found) == (("Held.one", "a"), ("Held.one", "b"))


def test_what_is_left_out_is_not_noted() -> None:
    seen, notes = held()
    with notes.taken() as found, notes.left_out():
        assert seen.one["a"] == 1
    assert found == set()


def digests(one: dict[str, int]) -> Digests:
    return Digests(mappings(Held(one)), lambda _: None)


def test_a_digest_changes_with_what_it_is_of_and_with_nothing_else() -> None:
    first, second = digests({"a": 1, "b": 2}), digests({"a": 1, "b": 3})
    assert first.of("Held.one", "a") == second.of("Held.one", "a")
    assert first.of("Held.one", "b") != second.of("Held.one", "b")
    assert first.of("Held.one", "<whole>") != second.of("Held.one", "<whole>")
    assert (
        first.of("Held.one", "<any>") == second.of("Held.one", "<any>") != digests({}).of("Held.one", "<any>")
    )
    assert first.of("Held.one", "c") == second.of("Held.one", "c") != digests({"c": 1}).of("Held.one", "c")


def test_the_order_of_a_whole_mapping_counts() -> None:
    assert digests({"a": 1, "b": 2}).of("Held.one", "<whole>") != digests({"b": 2, "a": 1}).of(
        "Held.one", "<whole>"
    )


def test_of_very_many_values_those_of_single_records_are_let_go_and_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tracing, "_MOST", 3)
    seen, notes = held()
    kept: Remembered[tuple[object, ...], int] = Remembered(notes)
    made: list[object] = []

    def make(*key: object) -> int:
        made.append(key)
        return seen.one["a"]

    keys: list[tuple[object, ...]] = [("all",), ("f", 1, "a"), ("f", 1, "b"), ("f", 1, "c"), ("f", 1, "a")]
    for key in keys:
        with notes.taken() as read:
            assert kept.made(key, lambda key=key: make(*key)) == 1  # type: ignore[misc]  # bound at once
        assert notes.named(read) == (("Held.one", "a"),)
    assert made == keys
    assert ("all",) in kept
    assert len(kept) <= 3


@pytest.mark.slow
def test_a_site_is_the_same_however_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = load(folder_of(synthetic(120)))
    whole = build(loaded)
    monkeypatch.setattr(tracing, "_MOST", 20)
    assert build(loaded) == whole
