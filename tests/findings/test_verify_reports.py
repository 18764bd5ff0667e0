"""Each report of a statement is looked up in its own source, and what is not there is told at its place."""

import pytest

from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.values.refs import Ref
from tests.support import dossier_of, errors, sound

GAZETTE = "“We informed every shop on the quay a week before,” Mara Voss said on Tuesday."
COURIER = "Mara Voss told reporters: “We informed all 40 shops – a week before; we didn’t wait.” She left."
RECORDS = """\
sources:
  gazette: {title: G, text: g.txt}
  courier: {title: C, text: c.txt}
  unseen: {title: U}
actors:
  voss: {name: Mara Voss, kind: person}
claims:
  told: {text: They were told.}
statements:
  x:
    speaker: voss
    source: gazette
    quote: We informed every shop
    positions: {told: asserts}
    also_in:
      - source: unseen
        quote: We informed everyone
      - source: courier
        quote: FRAGMENT
        passage: Mara Voss told reporters
"""
FILES = {"g.txt": GAZETTE, "c.txt": COURIER}


@pytest.mark.parametrize(
    ("fragment", "tier"),
    [
        ("We informed all 40 shops", Tier.EXACT),
        ("We informed all 40 shops - a week before; we didn't wait.", Tier.TYPOGRAPHIC),
        ("'We informed […] a week before'", Tier.ELIDED),
    ],
)
def test_each_report_is_verified_in_its_own_source(fragment: str, tier: Tier) -> None:
    findings = sound(RECORDS.replace("FRAGMENT", fragment), FILES).findings
    first, unseen, last = findings.reports["x"]
    assert [one.checked.source for one in (first, unseen, last)] == ["gazette", "unseen", "courier"]
    assert [one.checked.path for one in (first, unseen, last)] == [(), ("also_in", 0), ("also_in", 1)]
    assert first.checked.quote[0].tier is Tier.EXACT
    assert unseen.checked.quote[0].tier is Tier.UNVERIFIED
    assert last.checked.quote[0].tier is tier
    assert last.checked.passage[0].tier is Tier.EXACT
    assert findings.words_of("x") is first.checked
    assert findings.quotations[Ref("statements", "x"), ("also_in", 1)] is last.checked


@pytest.mark.parametrize(
    "tampered",
    [
        "We informed all 41 shops",  # another number
        "We informed all 4 shops",  # a part of it
        "We informed all shops",  # a word left out
        "We informed all the 40 shops",  # a word put in
        "We informed All 40 shops",  # another case
        "we informed all 40 shops",
        "We informed all 40 shops.",  # a sign that is not there
        "we did wait",  # a negation cut off
        "We informed every shop",  # the words of the other source
        "a week before […] We informed",  # in another order
        "'We informed [none]: a week'",
        "'[not] informed every'",
    ],
)
def test_a_report_that_was_tampered_with_is_an_error_at_its_place(tampered: str) -> None:
    loaded = dossier_of(RECORDS.replace("FRAGMENT", tampered), FILES)
    (found,) = errors(loaded)
    assert found.rule == "quote-not-found"
    assert (found.location.line, found.location.column) == (19, 16)
    assert "`courier`" in found.message
