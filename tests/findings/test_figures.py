"""Figures of an event: which hold for different days, which were revised, which cannot both be true."""

import pytest

from mkdocs_dossier.findings.found import FigurePair
from tests.findings.two_states import WORLD
from tests.support import sound

Found = dict[str, list[tuple[int, int]]]


def found(*written: str) -> dict[str, tuple[FigurePair, ...]]:
    """Find pairs of figures, each `value [measure] [of:id] [unit:text] [as_of:date] [by:id] [source:id]`."""
    items = []
    for one in written:
        value, *more = one.split()
        fields = {"measure": "killed", "source": "s"} | dict(part.split(":") for part in more if ":" in part)
        for part in more:
            fields |= {} if ":" in part else {"measure": part}
        if "by" in fields:
            fields["attributed_to"] = fields.pop("by")
        given = ", ".join(f"{name}: {content}" for name, content in fields.items())
        items.append(f"{{value: '{value.replace('_', ' ')}', {given}, passage: p}}")
    text = WORLD.replace("e: {name: E, kind: k}", f"e: {{name: E, kind: k, figures: [{', '.join(items)}]}}")
    findings = sound(text).findings
    kinds = {
        "conflict": findings.conflicts,
        "revision": findings.revisions,
        "development": findings.developments,
    }
    assert all([*pairs] == ["e"] for pairs in kinds.values())
    return {name: pairs["e"] for name, pairs in kinds.items()}


def pairs(*written: str) -> Found:
    """List which figures are paired, by their indexes, by kind; kinds without a pair are left out."""
    return {name: [(one.first, one.second) for one in each] for name, each in found(*written).items() if each}


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
    expected: Found = {"conflict": [(0, 1)]} if conflict else {}
    assert pairs(first, second) == expected
    assert pairs(second, first) == expected


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        # for different days: a development, whoever says so, and even if both could be true
        ("5 as_of:2024-02-01", "9 as_of:2024-02-02", "development"),
        ("5 as_of:2024-02-01", "5 as_of:2024-02-02", "development"),
        ("5 as_of:2024-01 source:daily", "9 as_of:2024-02-02 source:weekly", "development"),
        ("5 as_of:2024-02-01 by:ann", "9 as_of:2024-02-02 by:zoe", "development"),
        # for days that may be the same
        ("5 as_of:2024-02", "9 as_of:2024-02-02", "conflict"),
        ("5 as_of:2024-02-02", "9 as_of:2024-02-02", "conflict"),
        ("5 as_of:2024-02-02", "9", "conflict"),
        ("5 as_of:2024-02", ">3 as_of:2024-02-02", None),
        # one voice in sources of different days: a revision
        ("123 source:daily", "166 source:sunday", "revision"),
        ("123 by:ann source:daily", "166 by:ann source:weekly", "revision"),
        ("123 by:paper source:weekly", "166 source:sunday", "revision"),
        ("123 as_of:2024-02 source:daily", "166 as_of:2024-02 source:sunday", "revision"),
        # one voice, and both numbers can be true
        (">100 source:daily", "166 source:sunday", None),
        # one voice in one source, or on one day
        ("123 source:daily", "166 source:daily", "conflict"),
        ("123 by:ann source:daily", "166 by:ann source:wired", "conflict"),
        # one voice, and nobody knows the day of one source
        ("123 by:ann source:undated", "166 by:ann source:weekly", "conflict"),
        # two voices, or none that is known
        ("123 source:daily", "166 source:weekly", "conflict"),
        ("123 by:ann source:daily", "166 by:zoe source:sunday", "conflict"),
        ("123 source:s", "166 source:undated", "conflict"),
    ],
)
def test_two_figures_are_a_development_a_revision_or_a_conflict(
    first: str, second: str, kind: str | None
) -> None:
    expected: Found = {kind: [(0, 1)]} if kind else {}
    assert pairs(first, second) == expected
    assert pairs(second, first) == expected


def test_only_figures_of_one_measure_unit_and_actor_are_compared() -> None:
    assert pairs("1 killed", "2 wounded") == {}
    assert pairs("1 of:ann", "2 of:bob") == {}
    assert pairs("1 of:ann", "2") == {}
    assert pairs("40 unit:percent", "2000") == {}
    assert pairs("40 unit:percent", "50 unit:percent") == {"conflict": [(0, 1)]}
    assert pairs("1 of:ann", "5", "2 of:ann", "5", "3 of:ann") == {"conflict": [(0, 2), (0, 4), (2, 4)]}


def test_a_pair_names_its_event_and_what_was_counted_of_whom_in_what() -> None:
    given = found("3 hurt of:bob", "1 of:ann unit:percent", "2 of:ann unit:percent")
    assert given["conflict"] == (FigurePair("e", "killed", "ann", "percent", 1, 2),)
    assert found("1", "2")["conflict"] == (FigurePair("e", "killed", None, None, 0, 1),)
