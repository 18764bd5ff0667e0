"""What a check found, written out: one module a format, each a pure function from an `Outcome` to text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from mkdocs_dossier.reports import github, jsonlist, sarif, text
from mkdocs_dossier.reports.outcome import Outcome
from mkdocs_dossier.reports.summary import Summary, summarise

REPORTS: Mapping[str, Callable[[Outcome], str]] = MappingProxyType(
    {
        "text": text.report,
        "json": jsonlist.report,
        "github": github.report,
        "sarif": sarif.report,
    }
)

__all__ = ["REPORTS", "Outcome", "Summary", "summarise"]
