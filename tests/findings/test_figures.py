"""Figures of an event: which of them cannot both be true."""

import pytest

from mkdocs_dossier.findings.found import Conflict
from tests.findings.two_states import WORLD
from tests.support import sound


def found(*written: str) -> tuple[Conflict, ...]:
    """Find conflicts of figures, each `value [measure] [of]`."""
    items = []
    for one in written:
        value, measure, of = [*one.split(), *["killed", ""][len(one.split()) - 1 :]]
        of_whom = f"of: {of}, " if of else ""
        items.append(f"{{measure: {measure}, {of_whom}value: '{value}', source: s, passage: p}}")
    text = WORLD.replace("e: {name: E, kind: k}", f"e: {{name: E, kind: k, figures: [{', '.join(items)}]}}")
    conflicts = sound(text).findings.conflicts
    assert [*conflicts] == ["e"]
    return conflicts["e"]


def figures(*written: str) -> list[tuple[int, int]]:
    """List which figures are in conflict, by their indexes."""
    return [(one.first, one.second) for one in found(*written)]


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("16", "16", False),
        ("16", "17", True),
        (">=16", "17", False),
        (">=16", "15", True),
        (">16", "16", True),
        ("<40", "40", True),
        ("<=40", "40", False),
        ("16-20", "18", False),
        ("16-20", "21", True),
        ("16-20", "20-30", False),
        (">85", "<80", True),
        ("~30", "33", False),
        ("0", ">0", True),
    ],
)
def test_figures_conflict_where_they_cannot_both_be_true(first: str, second: str, conflict: bool) -> None:
    assert figures(first, second) == ([(0, 1)] if conflict else [])
    assert figures(second, first) == ([(0, 1)] if conflict else [])


def test_only_figures_of_one_measure_and_of_the_same_actor_conflict() -> None:
    assert figures("1 killed", "2 wounded") == []
    assert figures("1 killed ann", "2 killed bob") == []
    assert figures("1 killed ann", "2 killed") == []
    assert figures("1 killed ann", "5 killed", "2 killed ann", "5 killed", "3 killed ann") == [
        (0, 2),
        (0, 4),
        (2, 4),
    ]


def test_a_conflict_names_its_event_and_what_was_counted_of_whom() -> None:
    assert found("3 hurt bob", "1 killed ann", "2 killed ann") == (Conflict("e", "killed", "ann", 1, 2),)
    assert found("1", "2") == (Conflict("e", "killed", None, 0, 1),)
