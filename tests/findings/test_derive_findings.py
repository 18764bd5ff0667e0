"""What a finding says, whole; what is left out of it; and which claim leads."""

import pytest

from mkdocs_dossier.findings.derive import Conflict, Kind, Opposition, bodies_above, derive
from tests.support import dossier_of, sound

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


def test_an_opposition_names_its_claim_and_both_statements() -> None:
    findings = sound(RECORDS).findings
    assert findings.contradictions == {"c": (Opposition("c", Kind.BETWEEN, None, False, "x", "y"),)}
    assert findings.tensions == {
        "c": (
            Opposition("c", Kind.BETWEEN, None, False, "x", "z"),
            Opposition("c", Kind.REVERSAL, None, False, "y", "z"),
        )
    }


def test_a_conflict_names_its_event_and_what_was_counted_of_whom() -> None:
    assert sound(RECORDS).findings.conflicts == {"raid": (Conflict("raid", "killed", "ann", 1, 2),)}


def test_no_pairs_are_listed_of_the_claims_and_events_that_are_crowded() -> None:
    dossier = sound(RECORDS).dossier
    of_claim = derive(dossier, {("claims", "c")})
    assert (of_claim.contradictions, of_claim.tensions) == ({"c": ()}, {"c": ()})
    assert len(of_claim.conflicts["raid"]) == 1
    of_event = derive(dossier, {("events", "raid")})
    assert of_event.conflicts == {"raid": ()}
    assert (len(of_event.contradictions["c"]), len(of_event.tensions["c"])) == (1, 2)


def test_a_body_that_is_no_record_is_an_error_and_stops_nothing_else() -> None:
    loaded = dossier_of(
        RECORDS.replace("ann: {name: Ann, kind: person}", "ann: {name: Ann, kind: person, part_of: club}")
    )
    assert [one.rule for one in loaded.problems if "club" in one.message] == ["unknown-reference"]
    assert bodies_above(loaded.dossier, "ann", None) == ("club",)
    assert loaded.findings.voices["x"] == ("ann", "club")
    assert len(loaded.findings.contradictions["c"]) == 1


@pytest.mark.parametrize(
    ("statements", "lead"),
    [
        # Nothing is contested: the claim with most statements, then the first id.
        ({"a": ["asserts"], "b": ["asserts", "asserts"]}, "b"),
        ({"b": ["asserts"], "a": ["asserts"]}, "a"),
        ({"a": [], "b": ["declines"]}, "b"),
        # One is: it leads, whatever its id and however few its statements.
        ({"a": ["asserts"] * 5, "b": ["asserts", "denies"]}, "b"),
        ({"a": ["asserts", "denies"], "b": ["denies", "asserts", "unaware"]}, "b"),
    ],
)
def test_the_lead_is_the_claim_that_most_was_said_on_among_the_contested(
    statements: dict[str, list[str]], lead: str
) -> None:
    claims = "".join(f"  {key}: {{text: T}}\n" for key in statements)
    said = "".join(
        f"  {key}-{number}: {{speaker: {'ann' if stance == 'asserts' else 'bob'}, source: s, quote: q, "
        f"positions: {{{key}: {stance}}}}}\n"
        for key, stances in statements.items()
        for number, stance in enumerate(stances)
    )
    head = RECORDS.partition("events:")[0]
    assert sound(f"{head}claims:\n{claims}statements:\n{said}").findings.lead == lead
