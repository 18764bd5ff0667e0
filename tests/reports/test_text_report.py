from mkdocs_dossier.problems import Location, Problem, error, warning
from mkdocs_dossier.reports.outcome import Outcome
from mkdocs_dossier.reports.readable import lines, report
from tests.reports.outcomes import NOTHING, outcome, seeds_summary


def problem_lines(found: Outcome) -> list[str]:
    """Give what is printed before the summary."""
    return report(found).partition("Records: ")[0].splitlines()


BAD_KIND = error(Location("actors.yaml", 3, 11), "invalid-value", "`kind` is bad.", "Write “person”.")


def test_a_problem_is_told_with_its_place_its_line_a_mark_and_what_to_do() -> None:
    found = outcome(BAD_KIND, actors_yaml="actors:\n  a:\n    kind: persn\n")
    assert problem_lines(found) == [
        "seeds/actors.yaml:3:11: error: `kind` is bad. [invalid-value]",
        "        kind: persn",
        "              ^~~~~",
        "    Write “person”.",
        "",
    ]


def test_a_problem_without_a_hint_or_a_line_is_told_in_one_line() -> None:
    found = outcome(warning(Location("dossier.yaml"), "no-settings", "There is none."))
    assert problem_lines(found) == ["seeds/dossier.yaml:1:1: warning: There is none. [no-settings]", ""]


def test_a_place_below_the_last_line_quotes_nothing() -> None:
    found = outcome(error(Location("a.yaml", 9, 1), "yaml-syntax", "It ends."), a_yaml="a: b\n")
    assert problem_lines(found) == ["seeds/a.yaml:9:1: error: It ends. [yaml-syntax]", ""]


def test_a_fault_of_syntax_is_marked_at_one_character() -> None:
    found = outcome(error(Location("a.yaml", 1, 4), "yaml-syntax", "Open."), a_yaml='a: "open\n')
    assert problem_lines(found)[1:3] == ['    a: "open', "       ^"]


def test_the_folder_itself_is_named_as_it_was_written() -> None:
    problem = error(Location("."), "no-folder", "There is none.")
    assert problem_lines(outcome(problem, folder="some/where"))[0].startswith("some/where:1:1: ")
    assert problem_lines(outcome(problem, folder="."))[0].startswith(".:1:1: ")


def test_a_dossier_in_the_working_directory_needs_no_folder_before_its_paths() -> None:
    assert problem_lines(outcome(BAD_KIND, folder="."))[0].startswith("actors.yaml:3:11: error: ")


def test_nothing_from_a_dossier_reaches_the_terminal_raw() -> None:
    problem = Problem(
        Location("a\x1b[2J\n.yaml"), BAD_KIND.level, "rule\x1b", "red \x1b[31m\nnext", "hint \u202e\x07"
    )
    printed = report(Outcome((problem,), {"a\x1b[2J\n.yaml": b"x: \x1b[31m\xe2\x80\xae\n"}, NOTHING))
    assert {character for character in printed if not character.isprintable()} == {"\n"}
    assert "red <U+001B>[31m<U+000A>next" in printed


def test_markup_in_a_dossier_is_text() -> None:
    problem = error(Location("a.yaml"), "tag", "[bold red]No[/] [link=x]", "[blink]hint[/blink]")
    assert problem_lines(outcome(problem))[0] == ("seeds/a.yaml:1:1: error: [bold red]No[/] [link=x] [tag]")


def test_levels_differ_in_style() -> None:
    levels = (BAD_KIND, warning(Location("b.yaml"), "tag", "Perhaps."))
    styles = {line[1].text: line[1].style for line in lines(outcome(*levels)) if len(line) == 4}
    assert styles == {"error: ": "bold red", "warning: ": "bold yellow"}


def test_the_summary_tells_what_the_dossier_holds() -> None:
    summary = seeds_summary()
    printed = report(Outcome((), {}, summary)).splitlines()
    assert printed[0].startswith("Records: 1 source, ")
    assert printed[1] == f"Quotations: {summary.quotations['exact']} exact"
    assert printed[2].startswith("Contradictions: ")
    assert printed[3].startswith("Claims: 1 contested, ")
    assert printed[-1] == "Problems: none"


def test_the_summary_counts_problems_by_level() -> None:
    found = Outcome((), {}, NOTHING)
    assert report(found).splitlines()[0] == "Records: none"
    summary = type(NOTHING)(
        {"source": 1, "actor": 2_000}, {"exact": 3}, {}, {}, 1, {"error": 1, "warning": 2}
    )
    assert report(Outcome((), {}, summary)).splitlines() == [
        "Records: 1 source, 2,000 actors",
        "Quotations: 3 exact",
        "Contradictions: none",
        "Claims: none",
        "Figures in conflict: 1",
        "Problems: 1 error, 2 warnings",
    ]
