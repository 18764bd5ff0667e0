"""The manual's page of rules against the rules."""

from mkdocs_dossier.rules.manual import manual
from mkdocs_dossier.rules.registry import rules_by_name
from tests.support import ROOT

MANUAL = ROOT / "docs" / "guide" / "rules.md"
REWRITE = "from mkdocs_dossier.rules.manual import manual; print(manual(), end='')"


def test_the_page_of_the_manual_is_the_one_that_the_rules_write() -> None:
    assert MANUAL.read_text(encoding="utf-8") == manual(), f'run: uv run python -c "{REWRITE}" > {MANUAL}'


def test_every_rule_has_a_heading_and_stands_in_the_contents_once() -> None:
    lines = manual().splitlines()
    for name in rules_by_name():
        assert lines.count(f"### {name}") == 1
        assert sum(line.startswith(f"- [`{name}`](#{name}): ") for line in lines) == 1
