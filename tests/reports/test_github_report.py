import re

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.problems import Location, error, warning
from mkdocs_dossier.reports.github import report
from tests.reports.outcomes import outcome


def test_a_problem_is_a_workflow_command() -> None:
    found = outcome(error(Location("a.yaml", 3, 7), "unknown-field", "There is no field `x`.", "Remove it."))
    assert report(found) == (
        "::error file=seeds/a.yaml,line=3,col=7,title=unknown-field::There is no field `x`.%0ARemove it.\n"
    )


def test_a_warning_is_one_and_has_no_empty_line_for_a_hint() -> None:
    found = outcome(warning(Location("a.yaml"), "tag", "Perhaps."))
    assert report(found) == "::warning file=seeds/a.yaml,line=1,col=1,title=tag::Perhaps.\n"


def test_what_delimits_properties_is_escaped_in_them_and_stands_in_the_message() -> None:
    found = outcome(error(Location("a,b:c%.yaml"), "tag", "100 %: a, b"))
    assert report(found) == "::error file=seeds/a%2Cb%3Ac%25.yaml,line=1,col=1,title=tag::100 %25: a, b\n"


@given(st.text(), st.text(), st.text(min_size=1))
def test_no_text_of_a_dossier_makes_a_second_command(message: str, hint: str, path: str) -> None:
    printed = report(outcome(error(Location(path, 1, 1), "tag", message, hint)))
    assert re.fullmatch(r"::error file=[^:,\r\n]*,line=1,col=1,title=tag::[^\r\n]*\n", printed)
