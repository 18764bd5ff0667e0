"""Whatever date is accepted, the dossier that has it is checked, reported on and built."""

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.loading import load
from mkdocs_dossier.reports.formats import REPORTS
from mkdocs_dossier.reports.outcome import Outcome
from mkdocs_dossier.reports.summary import summarise
from mkdocs_dossier.site import build
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.invalid import InvalidValue
from tests.support import RECORDS, errors, folder_of
from tests.thorough import times

WORDS = {"s.txt": "w on Friday"}
RECORDS_OF_DATES = """\
sources:
  s: {{title: S, text: s.txt, published: "{0}", updated: "{1}", retrieved: "{2}"}}
  t: {{title: T, text: s.txt, published: "{3}"}}
actors:
  a:
    name: A
    kind: person
    part_of: [{{actor: b, from: "{1}"}}]
    roles: [{{title: H, at: b, from: "{0}", speaks_for: true}}]
    relations: [{{to: b, kind: k, until: "{2}"}}]
  b: {{name: B, kind: state}}
events:
  e:
    name: E
    kind: k
    when: "{0}"
    figures:
      - {{measure: m, value: 5, source: s, passage: w}}
      - {{measure: m, value: 9, source: t, passage: w}}
    evidence: [{{source: s, passage: on Friday}}]
  f: {{name: F, kind: k, when: "{2}", part_of: e, responds_to: [e]}}
claims:
  c: {{text: C, about: [event/e]}}
statements:
  x: {{speaker: a, source: s, passage: w on Friday, said: "{0}", positions: {{c: asserts}}}}
  y: {{speaker: b, source: t, passage: w, positions: {{c: denies}}}}
  z: {{speaker: b, source: t, passage: w, said: "{3}", during: f, positions: {{c: denies}}}}
"""

LIMITS = [
    *("0001-01-01T14:00:00+14:00", "9999-12-31T11:59:59-12:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00Z"),
    *("0000", "0000-02-29", "0000-24", "-0001-24", "-9999-01-01", "9999-12-31", "9999-24", "00XX", "-99XX"),
    *("000X", "-001X", "Y10000", "Y-10000", "Y999999999", "Y-999999999", "Y-999999999/Y999999999"),
    *("2024/Y170000002", "Y170000002/..", "../Y-17000", "/0000", "0000/", "../0001-01-01", "9999-12-31/.."),
    *("2024-02-05", "2024-02~", "0001-01-01?", "2024-24/9999-24"),
]


def accepted(text: str) -> bool:
    try:
        EdtfDate.parse(text)
    except InvalidValue:
        return False
    return True


two = st.integers(0, 99).map("{:02}".format)
years = st.one_of(
    st.sampled_from(["0000", "0001", "9999", "-0001", "-9999", "2024", "Y10000", "Y-99999", "Y999999999"]),
    st.integers(0, 9999).map("{:04}".format),
)
days = st.builds("{}-{}-{}".format, years, st.integers(0, 13).map("{:02}".format), two)
moments = st.builds(
    "{}T{:02}:{:02}:{:02}{}{:02}:{:02}".format,
    days,
    st.integers(0, 24),
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from("+-"),
    st.integers(0, 15),
    st.integers(0, 60),
)
marks = st.sampled_from(["", "?", "~", "%"])
singles = st.builds(str.__add__, st.one_of(years, days, st.builds("{}-{}".format, years, two)), marks)
ends = st.one_of(singles, st.sampled_from(["", ".."]))
dates = st.one_of(
    st.sampled_from(LIMITS),
    moments,
    singles,
    st.builds("{}/{}".format, ends, ends),
    st.text("0123456789-XY/."),
)


def carried_through(*written: str) -> None:
    """Check, report on and build a dossier with these dates; each that is no date is told as such."""
    folder = folder_of(RECORDS_OF_DATES.format(*(written * 4)[:4]), WORDS)
    loaded = load(folder)
    told = Outcome(
        loaded.problems,
        folder.yaml,
        summarise(loaded),
        "seeds",
        "seeds",
    )
    assert all(report(told) for report in REPORTS.values())
    if all(map(accepted, written)):
        assert {one.rule for one in errors(loaded)} <= {"ends-before-start"}
        assert max(map(len, build(loaded).values())) < 1_000_000
    else:
        assert {one.rule for one in errors(loaded)} >= {"invalid-value"}


@pytest.mark.parametrize("text", LIMITS)
def test_the_first_and_the_last_dates_of_all_are_carried_through(text: str) -> None:
    assert accepted(text)
    carried_through(text)
    carried_through("2024-02-05", text)


@pytest.mark.parametrize("examples", [20, pytest.param(times(3000, 150), marks=pytest.mark.slow)])
def test_any_date_is_refused_or_carried_through(examples: int) -> None:
    calm = settings(max_examples=examples, suppress_health_check=list(HealthCheck))

    def check(one: str, other: str) -> None:
        carried_through(one, other)

    calm(given(dates, dates)(check))()


@pytest.mark.parametrize("form", REPORTS)
def test_the_command_tells_a_date_beyond_the_calendar_in_every_form(form: str, tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("title: T\n")
    (tmp_path / "s.txt").write_text(WORDS["s.txt"])
    (tmp_path / RECORDS).write_text(RECORDS_OF_DATES.format(*["0001-01-01T00:00:00+14:00"] * 4))
    with contextlib.redirect_stdout(io.StringIO()) as said:
        assert run(["check", str(tmp_path), "--format", form]) == 1
    assert "outside the years 1 to 9999" in said.getvalue()
