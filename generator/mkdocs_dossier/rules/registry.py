"""The table of all checks."""

from mkdocs_dossier.dossier.link import Dossier
from mkdocs_dossier.findings.derive import Findings
from mkdocs_dossier.findings.verification import Verified
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.rules.rule import Context, Rule
from mkdocs_dossier.rules.slips import (
    circles,
    dates,
    figures,
    links,
    names,
    quotation,
    speaker,
    terms,
    verdicts,
    voices,
)
from mkdocs_dossier.yaml.parse import Node

CHECKS: tuple[Rule[[Context]], ...] = (
    *quotation.RULES,
    *speaker.RULES,
    *dates.RULES,
    *figures.RULES,
    *voices.RULES,
    *terms.RULES,
    *links.RULES,
    *names.RULES,
    *circles.RULES,
    *verdicts.RULES,
)
"""Every rule beyond the format, in the order of the manual."""


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
