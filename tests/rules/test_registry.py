"""Every rule by its own examples, the names of rules in the whole program, and rules of other packages."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_dossier
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.extensions import ExtensionError
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level, Problem, Purpose
from mkdocs_dossier.rules.registry import rules_by_name, summary_of
from mkdocs_dossier.rules.rule import Example, Rule
from tests.otherfiles import GivenFiles
from tests.support import SEEDS

RULES = rules_by_name()
PACKAGE = Path(mkdocs_dossier.__file__).parent
NOT_SHOWN = {
    "control-character",
    "file-too-large",
    "internal-error",
    "linked-folder",
    "no-folder",
    "not-utf8",
    "too-many-contradictions",
    "too-many-figures",
    "timestamp-unchecked",
    "timestamp-untrusted",
    "too-many-implied",
    "unreadable",
}
"""What no page can show: what cannot be seen, is too much, or is not in the files."""

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
each_shown = pytest.mark.parametrize("name", sorted(RULES.keys() - NOT_SHOWN))


def problems_of(example: Example) -> tuple[Problem, ...]:
    files = {path: text.encode() for path, text in example.files.items()}
    yaml = {path: content for path, content in files.items() if path.endswith(".yaml")}
    texts = {path: content for path, content in files.items() if path.endswith(".txt")}
    redirects, reviews = (files.pop(name, b"") for name in ("redirects.csv", "reviews.csv"))
    others = {path: files[path] for path in files.keys() - yaml.keys() - texts.keys()}
    content = Folder(yaml, texts, redirects=redirects, others=GivenFiles(others), reviews=reviews)
    return load(content).problems


def found(rule: Rule, example: Example | None) -> list[tuple[str, int, Level]]:
    """List where a rule reports an example, and at which level; what others report is their own affair."""
    assert example is not None
    problems = [one for one in problems_of(example) if one.rule == rule.name]
    return [(one.location.path, one.location.line, one.level) for one in problems]


@each_shown
def test_the_failing_example_is_reported_at_its_line(name: str) -> None:
    rule = RULES[name]
    assert rule.failing is not None
    at, *others = found(rule, rule.failing)
    assert at == (rule.failing.path, rule.failing.line, rule.level_for(Purpose.CHECK))
    # Both lines of a circle are reported.
    assert len(others) == (name == "redirect-circle")


@each_shown
def test_the_passing_example_is_not(name: str) -> None:
    assert found(RULES[name], RULES[name].passing) == []


@each_rule
def test_a_page_of_the_manual_has_a_summary_a_reason_and_what_to_do(rule: Rule) -> None:
    summary, *rest = rule.page.split("\n\n")
    assert len(rest) >= 2
    assert rule.summary == summary_of(rule.name)
    assert summary in (rule.summary, f"Find {rule.summary[0].lower()}{rule.summary[1:]}")
    assert rule.summary[0].isupper()
    assert rule.summary.endswith(".")
    assert "\n" not in summary


def test_what_is_no_rule_is_described_by_its_name() -> None:
    assert summary_of("no-such-rule") == "no-such-rule"


def test_only_what_cannot_be_shown_has_no_example() -> None:
    assert {name for name, rule in RULES.items() if rule.failing is None or rule.passing is None} == NOT_SHOWN


def test_every_slip_is_in_a_module_of_its_name() -> None:
    modules = {path.stem for path in (PACKAGE / "rules" / "slips").glob("*.py")}
    assert {name.replace("-", "_") for name, rule in RULES.items() if rule.find} <= modules


def test_only_what_would_make_what_is_derived_wrong_is_an_error() -> None:
    slips = [rule for rule in RULES.values() if rule.find]
    assert [rule.name for rule in slips if rule.level is Level.ERROR] == [
        "circle",
        "claim-against-itself",
        "draft-referred-to",
        "ends-before-start",
        "speaker-not-found",
        "unreviewed",
    ]


LEVELS = {"error": Level.ERROR, "refuse": Level.ERROR, "warning": Level.WARNING, "Problem": None}


def rules_in(module: Path) -> Iterator[tuple[str, Level | None]]:
    """Find the rules that a module's problems bear: the first argument that has the form of one."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            maker = getattr(node.func, "id", getattr(node.func, "attr", ""))
            texts = [str(text.value) for text in node.args if isinstance(text, ast.Constant)]
            for name in [text for text in texts if text.replace("-", "").isalnum()][:1]:
                if maker in LEVELS:
                    yield name, LEVELS[maker]


def test_every_problem_bears_the_name_and_level_of_a_rule_and_every_rule_is_used() -> None:
    used = {one for module in PACKAGE.rglob("*.py") for one in rules_in(module)}
    assert used == {(rule.name, rule.level) for rule in RULES.values() if not rule.find}


def test_the_dossier_of_the_project_itself_has_no_problem() -> None:
    assert load(read_folder(SEEDS)).problems == ()


ADDED = """
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def find(context):
    '''Find places without a kind.

    Why, and what to do.
    '''
    for place in context.dossier.places.values():
        if place.kind is None:
            message = f"`{place.id}` has no kind." + "x" * 2000
            yield Finding(context.place("places", place.id), message, "Add it.")


RULE = Rule("{name}", Level.WARNING, find, passing=Example("places: {}"), failing=Example("places: {}"))
"""
PLACES = """\
places:
  iraq: {name: Iraq, within: iran}
  iran: {name: Iran, within: asia} # dossier: allow place-without-kind: nobody agrees on it
  asia: {name: Asia, kind: area}
"""


def package(root: Path, module: str, point: str = "wants_kinds:RULE") -> Path:
    """Make a folder of packages with one in it that adds a rule."""
    info = root / "wants_kinds-1.0.dist-info"
    info.mkdir()
    (root / "wants_kinds.py").write_text(module)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: wants-kinds\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[mkdocs_dossier.rules]\nkinds = {point}\n")
    return root


def with_package(
    monkeypatch: pytest.MonkeyPatch, root: Path, module: str, point: str = "wants_kinds:RULE"
) -> None:
    """Install a package for one test."""
    monkeypatch.syspath_prepend(str(package(root, module, point)))
    monkeypatch.delitem(sys.modules, "wants_kinds", raising=False)
    rules_by_name.cache_clear()


@pytest.fixture(autouse=True)
def _own_rules_again() -> Iterator[None]:
    yield
    rules_by_name.cache_clear()
    sys.modules.pop("wants_kinds", None)


def test_a_package_adds_a_rule_whose_problems_are_reported_and_can_be_allowed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_package(monkeypatch, tmp_path, ADDED.replace("{name}", "place-without-kind"))
    problems = load(Folder({"dossier.yaml": b"title: T", "a.yaml": PLACES.encode()}, {})).problems
    (problem,) = (one for one in problems if one.rule not in RULES)
    assert (problem.rule, problem.level, problem.location.line) == ("place-without-kind", Level.WARNING, 2)
    assert problem.message.startswith("`iraq` has no kind.")
    assert len(problem.message) < 1100
    assert problem.hint == "Add it."
    assert summary_of("place-without-kind") == "Places without a kind."
    assert "bad-allowance" not in {one.rule for one in problems}


@pytest.mark.parametrize(
    ("module", "point", "said"),
    [
        (
            "import no_such_module",
            "wants_kinds:RULE",
            "wants-kinds adds `kinds` to mkdocs_dossier.rules, and importing it fails: No module named",
        ),
        ("RULE = 'a rule'", "wants_kinds:RULE", "and wants_kinds:RULE is no Rule."),
        ("", "wants_kinds:RULE", "and importing it fails: module 'wants_kinds' has no attribute 'RULE'"),
        (ADDED.replace("{name}", "circle"), "wants_kinds:RULE", "Two rules bear the name `circle`"),
    ],
)
def test_a_package_whose_rule_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, module: str, point: str, said: str
) -> None:
    with_package(monkeypatch, tmp_path, module, point)
    with pytest.raises(ExtensionError) as refused:
        rules_by_name()
    assert said in str(refused.value)
