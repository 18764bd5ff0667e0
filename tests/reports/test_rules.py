import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_dossier
from mkdocs_dossier.reports.rules import CHECKED_RULES, FORMAT_RULES, description

PACKAGE = Path(mkdocs_dossier.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if PACKAGE / "rules" not in path.parents)
MAKERS = ("error", "warning", "refuse", "Problem")


def rules_in(module: Path) -> Iterator[str]:
    """Find the rules that a module's problems bear: the first argument that has the form of one."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in MAKERS:
            texts = [text.value for text in node.args if isinstance(text, ast.Constant)]
            yield from [str(text) for text in texts if str(text).replace("-", "").isalnum()][:1]


def test_every_rule_of_the_format_is_described_and_no_other() -> None:
    assert sorted({rule for module in MODULES for rule in rules_in(module)}) == sorted(FORMAT_RULES)


def test_no_check_bears_the_name_of_a_rule_of_the_format() -> None:
    assert FORMAT_RULES.keys() & CHECKED_RULES.keys() == set()


@pytest.mark.parametrize("rule", [*FORMAT_RULES, *CHECKED_RULES])
def test_a_description_is_one_sentence(rule: str) -> None:
    assert description(rule)[0].isupper()
    assert description(rule).endswith(".")
    assert "\n" not in description(rule)
