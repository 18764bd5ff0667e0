"""Every rule by its own examples, and the manual against the rules."""

from pathlib import Path

import pytest

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.load import load
from mkdocs_dossier.problems import Level, Problem
from mkdocs_dossier.rules.allowances import ALLOWANCE_RULES
from mkdocs_dossier.rules.manual import manual
from mkdocs_dossier.rules.registry import CHECKS
from mkdocs_dossier.rules.rule import EXAMPLE_PATH, Example, Rule

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "guide" / "rules.md"
RULES: tuple[Rule[...], ...] = (*CHECKS, *ALLOWANCE_RULES)
each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])


def problems_of(example: Example) -> tuple[Problem, ...]:
    return load(Folder(yaml=example.files, texts=example.text_files)).problems


@each_rule
def test_the_failing_example_gives_that_problem_at_its_line_and_no_other(rule: Rule[...]) -> None:
    (problem,) = problems_of(rule.failing)
    assert (problem.rule, problem.level) == (rule.name, rule.level)
    assert (problem.location.path, problem.location.line) == (EXAMPLE_PATH, rule.failing.line)


@each_rule
def test_the_passing_example_gives_no_problem(rule: Rule[...]) -> None:
    assert problems_of(rule.passing) == ()


@each_rule
def test_a_page_of_the_manual_has_a_summary_a_reason_and_what_to_do(rule: Rule[...]) -> None:
    paragraphs = rule.page.split("\n\n")
    assert len(paragraphs) >= 3
    assert paragraphs[0] == f"Find {rule.summary[0].lower()}{rule.summary[1:]}"
    assert rule.summary.endswith(".")


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


def test_only_what_would_make_what_is_derived_wrong_is_an_error() -> None:
    assert [rule.name for rule in RULES if rule.level is Level.ERROR] == ["ends-before-start", "circle"]


def test_the_page_of_the_manual_is_the_one_that_the_rules_write() -> None:
    rewrite = "from mkdocs_dossier.checks import manual; print(manual(), end='')"
    assert MANUAL.read_text(encoding="utf-8") == manual(), f'run: python -c "{rewrite}" > {MANUAL}'


def test_the_dossier_of_the_project_itself_has_no_problem() -> None:
    assert load(read_folder(ROOT / "seeds")).problems == ()
