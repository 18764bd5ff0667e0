"""The table of all checks."""

from mkdocs_dossier.checks import (
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
from mkdocs_dossier.checks.rule import Context, Rule

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
