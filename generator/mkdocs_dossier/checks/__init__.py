"""The rules beyond the format: what is most often a slip, though the format allows it.

Each rule is a small generator over the whole dossier, listed in `CHECKS` with its level and two examples;
its docstring is its page in the manual. Comments in the YAML turn a rule off for one record.
"""

from mkdocs_dossier.checks.allowances import ALLOWANCE_RULES, apply_allowances
from mkdocs_dossier.checks.manual import manual
from mkdocs_dossier.checks.rule import Context, Example, Rule
from mkdocs_dossier.checks.table import CHECKS
from mkdocs_dossier.derive import Findings
from mkdocs_dossier.dossier import Dossier
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.verify import Verified
from mkdocs_dossier.yamlsource import Node

__all__ = [
    "ALLOWANCE_RULES",
    "CHECKS",
    "Context",
    "Example",
    "Rule",
    "apply_allowances",
    "manual",
    "run_checks",
]


def run_checks(
    dossier: Dossier,
    verified: Verified,
    findings: Findings,
    *,
    settings: Node | None = None,
    is_whole: bool = True,
) -> list[Problem]:
    """Run all checks, in the order of the table.

    `settings` is the tree of dossier.yaml, for places in it. `is_whole`: every file of the dossier could be
    read, and every record in it. Where not, no rule runs that reports what is not there.
    """
    context = Context(dossier, verified, findings, settings)
    return [
        problem
        for rule in CHECKS
        if is_whole or not rule.looks_for_absence
        for problem in rule.check(context)
    ]
