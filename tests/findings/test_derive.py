"""What follows from a dossier, all in one value: no pairs of what is crowded, and the words found."""

import pytest

from mkdocs_dossier.findings import bounds
from mkdocs_dossier.findings.derive import derive
from mkdocs_dossier.findings.found import Findings, Fragment
from mkdocs_dossier.values.refs import Ref
from tests.findings.two_states import WORLD, statement_of
from tests.support import sound

RECORDS = """\
sources: {s: {title: S}}
actors:
  ann: {name: Ann, kind: person}
  bob: {name: Bob, kind: person}
events:
  raid:
    name: Raid
    kind: k
    figures:
      - {measure: hurt, of: bob, value: 3, source: s, passage: p}
      - {measure: killed, of: ann, value: 1, source: s, passage: p}
      - {measure: killed, of: ann, value: 2, source: s, passage: p}
claims: {c: {text: C}}
statements:
  x: {speaker: ann, source: s, quote: q, said: 2024-01, positions: {c: asserts}}
  y: {speaker: bob, source: s, quote: q, said: 2024-02, positions: {c: denies}}
  z: {speaker: bob, source: s, quote: q, said: 2024-03, positions: {c: qualifies}}
"""


def test_no_pairs_are_listed_of_the_claims_and_events_that_are_crowded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded = sound(RECORDS)
    found = loaded.findings
    assert (len(found.contradictions["c"]), len(found.tensions["c"])) == (1, 2)
    assert (len(found.conflicts["raid"]), found.crowded) == (1, {})
    monkeypatch.setattr(bounds, "MOST_PAIRS", 2)
    none = derive(loaded.dossier, found.quotations)
    assert (none.contradictions, none.tensions) == ({"c": ()}, {"c": ()})
    assert (len(none.conflicts["raid"]), none.crowded) == (1, {Ref("claims", "c"): 3})
    monkeypatch.setattr(bounds, "MOST_PAIRS", 0)
    none = derive(loaded.dossier, found.quotations)
    assert none.conflicts == {"raid": ()}
    assert none.crowded == {Ref("claims", "c"): 3, Ref("events", "raid"): 1}


def test_the_same_dossier_gives_the_same_findings_and_all_of_them() -> None:
    loaded = sound(RECORDS)
    findings: Findings = derive(loaded.dossier, loaded.findings.quotations)
    assert findings == loaded.findings
    assert [*findings.voices] == ["x", "y", "z"]
    assert [*findings.contradictions] == [*findings.tensions] == [*findings.labels] == ["c"]
    assert [*findings.conflicts] == ["raid"]


def test_the_words_of_a_statement_are_those_that_were_looked_up() -> None:
    findings = sound(RECORDS).findings
    found = findings.words_of("y")
    assert (found.owner, found.path, found.source) == (Ref("statements", "y"), (), "s")
    assert (found.quote, found.passage) == ((Fragment("q", None),), ())
    assert found is findings.quotations[Ref("statements", "y"), ()]


@pytest.mark.parametrize(
    ("settings", "statements", "lead"),
    [
        ("lead: d", ["x ann asserts", "y zoe denies"], "d"),
        ("", ["x ann asserts", "y zoe denies"], "c"),
        ("", [], "c"),
    ],
)
def test_the_lead_is_the_one_set_else_the_contested_claim_with_most_statements(
    settings: str, statements: list[str], lead: str
) -> None:
    text = WORLD + "".join(statement_of(*one.split()) for one in statements)
    assert sound({"dossier.yaml": f"title: T\n{settings}\n", "r.yaml": text}).findings.lead == lead
