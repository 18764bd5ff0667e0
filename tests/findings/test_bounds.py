"""Claims and events with more pairs than can be listed are refused, and cost nothing."""

import time

import pytest

from mkdocs_dossier.findings import bounds as crowding
from mkdocs_dossier.loading import Loaded
from tests.support import dossier_of, errors, sound

HEAD = """\
sources: {s: {title: S}}
actors:
  a: {name: A, kind: person}
  b: {name: B, kind: person}
"""


def said(claim: str, asserts: int, denies: int, qualifies: int = 0) -> str:
    stances = ["asserts"] * asserts + ["denies"] * denies + ["qualifies"] * qualifies
    fields = "source: s, quote: q, positions"
    return "".join(
        f"  {claim}-{number}: {{speaker: {'ab'[number % 2]}, {fields}: {{{claim}: {stance}}}}}\n"
        for number, stance in enumerate(stances)
    )


def counted(event: str, figures: int, measure: str = "killed") -> str:
    written = "".join(
        f"      - {{measure: {measure}, value: {number}, source: s, passage: p}}\n"
        for number in range(figures)
    )
    return f"  {event}:\n    name: E\n    kind: k\n    figures:\n{written}"


def found(loaded: Loaded) -> list[tuple[str, int]]:
    return [(one.rule, one.location.line) for one in errors(loaded)]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowding, "MOST_PAIRS", 20)
    monkeypatch.setattr(crowding, "MOST_PAIRS_IN_ALL", 50)


def test_as_many_as_the_bound_are_listed() -> None:
    loaded = sound(HEAD + "claims: {c: {text: C}}\nstatements:\n" + said("c", 4, 5))
    assert len(loaded.findings.contradictions["c"]) == 20


def test_more_are_refused_at_the_claim_with_their_number_and_none_is_listed() -> None:
    loaded = dossier_of(HEAD + "claims:\n  c: {text: C}\nstatements:\n" + said("c", 3, 7))
    assert found(loaded) == [("too-many-contradictions", 6)]
    assert "in 21 pairs: more than the 20" in errors(loaded)[0].message
    assert "narrower scope" in errors(loaded)[0].hint
    assert loaded.findings.contradictions["c"] == ()


def test_tensions_count_as_well() -> None:
    loaded = dossier_of(HEAD + "claims:\n  c: {text: C}\nstatements:\n" + said("c", 2, 3, 3))
    assert found(loaded) == [("too-many-contradictions", 6)]
    assert loaded.findings.tensions["c"] == ()


def test_figures_of_one_measure_are_refused_at_their_event() -> None:
    loaded = dossier_of(HEAD + "events:\n" + counted("e", 7))
    assert found(loaded) == [("too-many-figures", 6)]
    assert loaded.findings.conflicts["e"] == ()


def test_figures_of_other_measures_are_not_compared() -> None:
    events = counted("e", 5) + counted("x", 5, "wounded").partition("figures:\n")[2]
    assert len(sound(HEAD + "events:\n" + events).findings.conflicts["e"]) == 20


def test_the_largest_are_refused_where_all_together_are_too_many() -> None:
    claims = "claims:\n  c: {text: C}\n  d: {text: D}\n  e: {text: E}\n"
    statements = said("c", 4, 4) + said("d", 4, 5) + said("e", 4, 4)
    loaded = dossier_of(HEAD + claims + "statements:\n" + statements)
    assert found(loaded) == [("too-many-contradictions", 7)]
    assert "more than the 50 that can be listed, with those of all other records" in errors(loaded)[0].message
    assert [len(loaded.findings.contradictions[key]) for key in "cde"] == [16, 0, 16]


@pytest.mark.slow
def test_a_claim_of_thousands_of_statements_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    yaml = HEAD + "claims:\n  c: {text: C}\nstatements:\n" + said("c", 1500, 1500)
    start = time.process_time()
    assert found(dossier_of(yaml)) == [("too-many-contradictions", 6)]
    assert time.process_time() - start < 10  # about 0.5 s on an idle machine
