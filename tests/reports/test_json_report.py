import json

from mkdocs_dossier.problems import Location, error, warning
from mkdocs_dossier.reports.jsonlist import report
from tests.reports.outcomes import outcome


def test_a_sound_dossier_is_an_empty_list() -> None:
    assert json.loads(report(outcome())) == []


def test_each_problem_has_the_seven_members_and_no_others() -> None:
    found = outcome(
        error(
            Location("rudaw/a.yaml", 3, 7), "unknown-reference", "There is no actor `x`.", "Did you mean `y`?"
        ),
        warning(Location("b.yaml"), "tag", "باسم \x1b \u202e \udcff"),
    )
    assert json.loads(report(found)) == [
        {
            "path": "rudaw/a.yaml",
            "line": 3,
            "column": 7,
            "level": "error",
            "rule": "unknown-reference",
            "message": "There is no actor `x`.",
            "hint": "Did you mean `y`?",
        },
        {
            "path": "b.yaml",
            "line": 1,
            "column": 1,
            "level": "warning",
            "rule": "tag",
            "message": "باسم \x1b \u202e \udcff",
            "hint": "",
        },
    ]


def test_it_is_written_in_ascii_so_that_every_encoding_carries_it() -> None:
    assert report(outcome(error(Location("ب.yaml"), "tag", "\x1b漢"))).isascii()
