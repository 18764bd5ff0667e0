import pytest

from mkdocs_dossier.cli.readingcommands import _Format
from mkdocs_dossier.problems import Location, error
from mkdocs_dossier.reports.formats import REPORTS
from tests.reports.outcomes import outcome

FOUND = outcome(
    error(Location("a.yaml", 1, 1), "tag", "One."), error(Location("b.yaml", 1, 1), "tag", "Two.")
)


def test_the_command_line_offers_every_format() -> None:
    assert [str(form) for form in _Format] == list(REPORTS)


@pytest.mark.parametrize("form", REPORTS)
def test_a_report_keeps_the_order_of_the_problems_and_ends_its_last_line(form: str) -> None:
    printed = REPORTS[form](FOUND)
    assert printed.index("One.") < printed.index("Two.")
    assert printed.endswith("\n")
