"""The forms of a report, by the names that the command line takes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from mkdocs_dossier.reports import github, jsonlist, readable, sarif
from mkdocs_dossier.reports.outcome import Outcome

REPORTS: Mapping[str, Callable[[Outcome], str]] = MappingProxyType(
    {
        "text": readable.report,
        "json": jsonlist.report,
        "github": github.report,
        "sarif": sarif.report,
    }
)
