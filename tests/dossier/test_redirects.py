"""Reading `redirects.csv`: where old addresses lead, and what is wrong with a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.dossier.redirects import parse_redirects
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section

RECORDS: dict[Section, set[str]] = {
    **{section: set() for section in SECTIONS},
    "claims": {"here", "there"},
    "actors": {"ada"},
}


def test_chains_collapse_and_comments_do_not_count() -> None:
    content = b"\xef\xbb\xbf# old,new\n\nclaims/a,claims/b\r\n claims/b , claims/here\nactors/x,actors/ada\n"
    assert parse_redirects(content, RECORDS) == (
        {
            Ref("actors", "x"): Ref("actors", "ada"),
            Ref("claims", "a"): Ref("claims", "here"),
            Ref("claims", "b"): Ref("claims", "here"),
        },
        [],
    )


@pytest.mark.parametrize(
    ("content", "rule", "line"),
    [
        ("claims/a", "invalid-redirect", 1),
        ("\nclaims/a,claims/here,x", "invalid-redirect", 2),
        ("claim/a,claims/here", "invalid-redirect", 1),
        ("claims/../a,claims/here", "invalid-redirect", 1),
        ("claims/a,https://example.org", "invalid-redirect", 1),
        ("claims/a,claims/gone", "redirect-nowhere", 1),
        ("claims/a,claims/here\nclaims/a,claims/there", "duplicate-redirect", 2),
        ("claims/here,claims/there", "redirect-taken", 1),
        ("claims/a,claims/a", "redirect-circle", 1),
    ],
)
def test_what_is_wrong_is_said_at_its_line(content: str, rule: str, line: int) -> None:
    _, problems = parse_redirects(content.encode(), RECORDS)
    assert [(problem.rule, problem.location.line) for problem in problems] == [(rule, line)]


def test_the_address_of_a_record_leads_nowhere_else() -> None:
    redirects, problems = parse_redirects(b"claims/here,claims/there\nclaims/a,claims/here\n", RECORDS)
    assert [problem.rule for problem in problems] == ["redirect-taken"]
    assert Ref("claims", "here") not in redirects


def test_a_circle_is_said_of_each_line_that_runs_into_it() -> None:
    redirects, problems = parse_redirects(
        b"claims/a,claims/b\nclaims/b,claims/c\nclaims/c,claims/b\n", RECORDS
    )
    assert redirects == {}
    assert [problem.rule for problem in problems] == ["redirect-circle"] * 3


def test_what_is_not_utf_8_is_a_problem() -> None:
    assert [problem.rule for problem in parse_redirects(b"\xff", RECORDS)[1]] == ["not-utf8"]


@given(st.binary(max_size=60) | st.text(alphabet="claims/ab,\n# ", max_size=60).map(str.encode))
def test_any_bytes_give_redirects_to_records_only(content: bytes) -> None:
    redirects, _ = parse_redirects(content, RECORDS)
    assert {ref.address for ref in redirects.values()} <= {"claims/here", "claims/there", "actors/ada"}
