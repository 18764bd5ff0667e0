"""The table of all checks."""

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.findings.found import Findings
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


def run_checks(dossier: Dossier, findings: Findings, places: SourceMap, *, is_whole: bool) -> list[Problem]:
    """Run all checks, in the order of the table.

    `is_whole`: every file of the dossier could be read, and every record in it. Where not, no rule runs that
    reports what is not there.
    """
    context = Context(dossier, findings, places)
    return [
        problem
        for rule in CHECKS
        if is_whole or not rule.looks_for_absence
        for problem in rule.check(context)
    ]
