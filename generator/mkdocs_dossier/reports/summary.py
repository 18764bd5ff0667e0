"""Counts what is in a dossier: records, quotations, contradictions and problems."""

from collections import Counter
from collections.abc import Iterable

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Checked, Kind, LabelName, weakest
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.problems import Level
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.reports.outcome import Summary
from mkdocs_dossier.values.refs import SECTIONS, SINGULAR

_NOT_FOUND = "not found"


def summarise(loaded: Loaded) -> Summary:
    """Count what is in a dossier, as far as it could be read, without drafts."""
    dossier, findings = loaded.reviewed.dossier, loaded.reviewed.findings
    return Summary(
        records={
            SINGULAR[section]: len(dossier.section(section))
            for section in SECTIONS
            if dossier.section(section)
        },
        quotations=_counted(
            (_tier(dossier, checked) for checked in findings.quotations.values() if checked.fragments),
            (*Tier, _NOT_FOUND),
        ),
        contradictions=_counted(
            (found.kind for each in findings.contradictions.values() for found in each), Kind
        ),
        claims=_counted((label.name for label in findings.labels.values()), LabelName),
        conflicts=sum(map(len, findings.conflicts.values())),
        problems=_counted((problem.level for problem in loaded.problems), Level),
    )


def _counted(names: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    counts = Counter(map(str, names))
    return {str(name): counts[str(name)] for name in order if counts[str(name)]}


def _tier(dossier: Dossier, checked: Checked) -> str:
    """Return a quotation's tier; one that is not in its text is "not found", unlike one without a text."""
    tier = weakest(checked.fragments)
    return _NOT_FOUND if tier is Tier.UNVERIFIED and checked.source in dossier.texts else tier
