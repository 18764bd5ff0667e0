"""Fields that are missing beside those that are written: said where, what, and what to write."""

import pytest

from tests.support import RECORDS, dossier_of, errors, marked, places, sound

Case = tuple[str, str, str]
"""What is written under `⟨rule⟩` where it is wrong, the message, and the hint."""

CASES: dict[str, Case] = {
    "a statement without words": (
        "statements:\n  ⟨missing-field⟩x: {speaker: a, source: s}",
        "The statement `x` has neither `quote` nor `passage`.",
        "Add the words from the source, verbatim.",
    ),
    "a latitude alone": (
        "places:\n  p: {name: P, lat: ⟨missing-field⟩33.3}",
        "`lat` stands here without `lon`.",
        "Write both, or neither.",
    ),
    "a longitude alone": (
        "places:\n  p: {name: P, lon: ⟨missing-field⟩44.4}",
        "`lon` stands here without `lat`.",
        "Write both, or neither.",
    ),
    "a longitude alone, of zero": (
        "places:\n  p: {name: P, lon: ⟨missing-field⟩0}",
        "`lon` stands here without `lat`.",
        "Write both, or neither.",
    ),
    "a digest without its text": (
        f"places: {{}}\nsources:\n  t: {{title: T, sha256: ⟨missing-field⟩{'ab' * 32}}}",
        "`sha256` stands here without `text`.",
        "Name the text file in `text`.",
    ),
    "a role's passage without a source": (
        "actors:\n  b:\n    name: B\n    kind: person\n"
        "    roles: [{title: T, at: a}, {title: U, at: a, passage: ⟨missing-field⟩p}]",
        "`passage` stands here without `source`.",
        "Name the source that the words stand in.",
    ),
    "a relation's passage without a source": (
        "actors:\n  b: {name: B, kind: person, relations: [{to: a, kind: k, passage: ⟨missing-field⟩p}]}",
        "`passage` stands here without `source`.",
        "Name the source that the words stand in.",
    ),
}

WHOLE = [
    "statements:\n  x: {speaker: a, source: s, quote: q}",
    "statements:\n  x: {speaker: a, source: s, passage: p}",
    "places:\n  p: {name: P, lat: 0, lon: 0}\n  q: {name: Q}",
    (
        "actors:\n  b:\n    name: B\n    kind: person\n"
        "    roles: [{title: T, at: a, source: s, passage: p}, {title: U, at: a, source: s}]"
    ),
]


def records(written: str) -> dict[str, str]:
    """Put what a case writes beside a source and an actor."""
    beside = "sources: {s: {title: S}}\nactors: {a: {name: A, kind: person}}\n"
    return {RECORDS: written + "\n", "beside.yaml": beside}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_field_that_is_missing_is_named_where_what_needs_it_stands(case: Case) -> None:
    written, expected = marked(case[0])
    loaded = dossier_of(records(written))
    assert places(loaded) == expected
    (problem,) = errors(loaded)
    assert (problem.location.path, problem.message, problem.hint) == (RECORDS, *case[1:])


@pytest.mark.parametrize("written", WHOLE)
def test_what_is_written_whole_is_no_error(written: str) -> None:
    sound(records(written))


def test_each_missing_field_of_a_record_is_named() -> None:
    written, expected = marked(
        "actors:\n  b:\n    name: B\n    kind: person\n"
        "    roles: [{title: T, at: a, passage: ⟨missing-field⟩p}]\n"
        "    relations: [{to: a, kind: k, passage: ⟨missing-field⟩p}]\n"
    )
    assert places(dossier_of(records(written))) == expected
