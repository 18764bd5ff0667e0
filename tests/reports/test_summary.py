from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.reports.outcome import Summary
from mkdocs_dossier.reports.summary import summarise
from mkdocs_dossier.values.refs import SINGULAR
from tests.reports.outcomes import seeds_summary


def summary_of(yaml: str, **texts: str) -> Summary:
    """Summarise a dossier of one file of records."""
    files = {"dossier.yaml": b"title: T\n", "records.yaml": yaml.encode()}
    loaded = load(Folder(files, {f"{name}.txt": text.encode() for name, text in texts.items()}))
    return summarise(loaded)


STATEMENT = """
sources:
  s: {title: S, text: s.txt} # dossier: allow source-without-hash: its text is that of each test
  bare: {title: B}
actors:
  a: {name: A, kind: person}
  b: {name: B, kind: person}
claims:
  c: {text: It is so.}
statements:
  one: {speaker: a, source: s, passage: it is so, positions: {c: asserts}}
  two: {speaker: b, source: bare, passage: it is not so, positions: {c: denies}}
"""


def test_records_are_counted_by_kind_in_the_order_of_the_format() -> None:
    counted = list(seeds_summary().records)
    assert counted == [name for name in SINGULAR.values() if name in counted]


def test_quotations_disputes_and_claims_are_counted() -> None:
    summary = summary_of(STATEMENT, s="They said that it is so.")
    assert summary.quotations == {"exact": 1, "unverified": 1}
    assert summary.contradictions == {"between": 1}
    assert summary.claims == {"contested": 1}
    assert summary.problems == {}


def test_what_is_not_in_its_text_is_told_from_what_has_no_text() -> None:
    summary = summary_of(STATEMENT, s="Nothing of the kind.")
    assert summary.quotations == {"unverified": 1, "not found": 1}
    assert summary.problems == {"error": 1}


def test_figures_that_cannot_both_be_true_are_counted() -> None:
    figure = "{measure: killed, value: %s, source: bare, passage: x}"
    events = f"events:\n  e:\n    name: E\n    kind: k\n    figures: [{figure % 3}, {figure % 16}]\n"
    assert summary_of(STATEMENT + events, s="it is so").conflicts == 1
