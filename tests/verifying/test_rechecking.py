"""A published dossier is looked up and derived again from its data alone, and what was changed is named."""

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from random import Random
from typing import Any

import pytest

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.site import make_site
from mkdocs_dossier.verifying.rechecking import recheck
from tests.hostile import folder_of as hostile_folder
from tests.hostile import hostile
from tests.support import ROOT, seeds, sound
from tests.synthetic import synthetic
from tests.thorough import times

OLD, NEW = "“We told all of them,” Mara Voss said. It rained.\n", "Mara Voss spoke. It rained on Friday.\n"
CHANGED = """\
sources:
  s:
    title: S
    texts:
      - {text: old.txt, sha256: OLD, retrieved: 2024-02-05}
      - {text: new.txt, sha256: NEW, retrieved: 2024-02-06}
  gone: {title: Gone, withdrawn: {on: 2024-02-07, why: It was another.}}
actors:
  voss: {name: Mara Voss, kind: person}
  who: {name: Gone, kind: anonymous, withdrawn: {on: 2024-02-07, why: Nobody.}}
claims:
  c: {text: They were told., replies: [{actor: voss, text: It rained, source: s}], implies: [d]}
  d: {text: Gone., withdrawn: {on: 2024-02-07, why: Wrong.}}
statements:
  a: {speaker: voss, source: s, quote: "We […] of them", positions: {c: asserts, d: denies}}
  b: {speaker: [voss, who], source: s, passage: It rained, positions: {c: denies}, corrects: e}
  e: {speaker: voss, source: s, passage: It rained, withdrawn: {on: 2024-02-07, why: Not said.}}
"""


def digest(text: str | bytes) -> str:
    return sha256(text.encode() if isinstance(text, str) else text).hexdigest()


@cache
def dossiers() -> dict[str, tuple[Loaded, dict[str, bytes]]]:
    written = CHANGED.replace("OLD", digest(OLD)).replace("NEW", digest(NEW))
    folders = {
        "seeds": seeds(),
        "Arabic": read_folder(ROOT / "tests/arabic/dossier"),
        "hostile": hostile_folder(hostile(60)),
        "synthetic": _of(synthetic(120)),
    }
    found = {name: (load(folder), dict(folder.texts)) for name, folder in folders.items()}
    changed = sound(written, {"old.txt": OLD, "new.txt": NEW})
    found["changed"] = (changed, {"old.txt": OLD.encode(), "new.txt": NEW.encode()})
    return found


def _of(files: dict[str, bytes]) -> Folder:
    texts = {path: content for path, content in files.items() if path.endswith(".txt")}
    return Folder({path: one for path, one in files.items() if path.endswith(".yaml")}, texts)


NAMES = ("seeds", "Arabic", "hostile", "synthetic", "changed")
each = pytest.mark.parametrize("name", NAMES)


@cache
def published(name: str) -> bytes:
    return make_site(dossiers()[name][0]).files["data/dossier.json"]()


def texts(name: str) -> dict[str, bytes]:
    return {digest(content): content for content in dossiers()[name][1].values()}


@each
def test_an_untouched_dossier_has_no_fault_with_the_texts_and_without_them(name: str) -> None:
    alone, compared = recheck(published(name), {}), recheck(published(name), texts(name))
    assert (alone.faults, compared.faults) == ([], [])
    assert alone.is_derived
    assert alone.by_text == 0
    # The hostile one has no SHA-256 by which a text could be known.
    known = name != "hostile"
    assert compared.texts == (compared.sources if known else 0)
    assert (compared.by_text, compared.by_passage) == (
        (alone.by_passage, 0) if known else (0, alone.by_passage)
    )
    assert alone.by_passage > 0
    assert compared.unverified == alone.unverified


def values(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """List the ways to all single values."""
    if isinstance(data, dict):
        for key, one in data.items():
            yield from values(one, (*way, key))
    elif isinstance(data, list):
        for at, one in enumerate(data):
            yield from values(one, (*way, at))
    else:
        yield way


def replaced(data: Any, way: tuple[Any, ...]) -> bytes:
    """Return the data with another value of the same type at the end of a way."""
    again = json.loads(json.dumps(data))
    inner = again
    for step in way[:-1]:
        inner = inner[step]
    old = inner[way[-1]]
    inner[way[-1]] = (
        (not old) if isinstance(old, bool) else old + 1 if isinstance(old, int) else f"{old or ''}x"
    )
    return json.dumps(again).encode()


# Without its texts, what is published around the words of the hostile one can only be believed.
@pytest.mark.parametrize(
    "name", ["seeds", "Arabic", "changed", pytest.param("synthetic", marks=pytest.mark.slow)]
)
def test_each_derived_value_that_is_changed_is_named(name: str) -> None:
    data = json.loads(published(name))
    derived = [way for way in values(data) if "derived" in way and "locator" not in way]
    chosen = Random(name).sample(  # noqa: S311 - which are tried
        derived, min(len(derived), times(400, 30))
    )
    for way in chosen:
        with_texts = recheck(replaced(data, way), texts(name))
        assert with_texts.faults, way
        assert way[1] in with_texts.faults[0]


@pytest.mark.slow
@pytest.mark.parametrize(("section", "kind"), [("statements", "statement"), ("claims", "claim")])
def test_words_that_are_changed_are_not_in_the_text_nor_in_what_is_published_of_it(
    section: str, kind: str
) -> None:
    data = json.loads(published("seeds"))
    quoted = [way for way in values(data[section]) if way[1] in ("quote", "passage")]
    for way in quoted:
        changed = replaced(data, (section, *way))
        for known in ({}, texts("seeds")):
            [first, *_] = recheck(changed, known).faults
            assert first.startswith(f"{kind}/{way[0]}: ")
    assert quoted or section == "claims"


def test_a_record_that_was_left_out_is_named_by_what_led_to_it() -> None:
    data = json.loads(published("seeds"))
    gone = next(iter(data["statements"]))
    del data["statements"][gone]
    assert recheck(json.dumps(data).encode(), {}).faults


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"dossier": 1}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"claims": {"x": 1}}',
        b'{"withdrawn": {"x": 1, "claim/y": {}, "actor/../z": {"on": "2024", "why": "W"}}}',
    ],
)
def test_what_is_no_dossier_is_a_fault(content: bytes) -> None:
    found = recheck(content, {})
    assert found.faults
    assert not found.is_derived


@each
def test_hostile_values_anywhere_are_faults_and_no_crash(name: str) -> None:
    data = json.loads(published(name))
    random = Random(name)  # noqa: S311 - which are tried
    ways = random.sample(list(values(data)), 20)
    for way in ways:
        again = json.loads(json.dumps(data))
        inner = again
        for step in way[:-1]:
            inner = inner[step]
        before = inner[way[-1]]
        inner[way[-1]] = random.choice(
            [None, [], {}, -1, 1e308, "\x00", "\ud800", True, [[]], {"a": []}, 10**30]
        )
        if inner[way[-1]] != before:
            recheck(json.dumps(again).encode(), texts(name))
