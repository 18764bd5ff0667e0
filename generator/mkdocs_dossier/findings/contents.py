"""A dossier with all that follows from it."""

from dataclasses import dataclass

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Findings


@dataclass(frozen=True)
class Content:
    """A dossier, and what follows from it."""

    dossier: Dossier
    findings: Findings
