"""How much of what a dossier holds: its records, quotations, disputes and problems in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_dossier.dossier.link import Dossier
from mkdocs_dossier.findings.derive import Findings, Kind, LabelName
from mkdocs_dossier.findings.verification import Checked, Verified
from mkdocs_dossier.model.fields import SECTIONS, SINGULAR
from mkdocs_dossier.problems import Level, Problem
from mkdocs_dossier.quotes.hits import Tier

NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers by name, in the order in which they are told; what there is none of is left out.

    `records` by kind, `quotations` by tier (and those not found), `contradictions` by kind, `claims` by
    label, `problems` by level; `conflicts` counts the pairs of figures that cannot both be true.
    """

    records: Mapping[str, int]
    quotations: Mapping[str, int]
    contradictions: Mapping[str, int]
    claims: Mapping[str, int]
    conflicts: int
    problems: Mapping[str, int]


def summarise(
    dossier: Dossier, verified: Verified, findings: Findings, problems: Iterable[Problem]
) -> Summary:
    """Count what a dossier holds, as far as it could be read."""
    return Summary(
        records={
            SINGULAR[section]: len(dossier.section(section))
            for section in SECTIONS
            if dossier.section(section)
        },
        quotations=_counted(
            (_tier(dossier, checked) for checked in verified.values() if checked.quote or checked.passage),
            (*Tier, NOT_FOUND),
        ),
        contradictions=_counted(
            (found.kind for each in findings.contradictions.values() for found in each), Kind
        ),
        claims=_counted((label.name for label in findings.labels.values()), LabelName),
        conflicts=sum(map(len, findings.conflicts.values())),
        problems=_counted((problem.level for problem in problems), Level),
    )


def _counted(names: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    counts = Counter(map(str, names))
    return {str(name): counts[str(name)] for name in order if counts[str(name)]}


def _tier(dossier: Dossier, checked: Checked) -> str:
    """Give a quotation's tier, telling what is not in its text from what has no text to look in."""
    missing = None in (*checked.quote, *checked.passage)
    return NOT_FOUND if missing and checked.quotation.source in dossier.texts else checked.tier
