"""The dossier as data, for programs: one module a format, each listed in `EXPORTS`."""

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_dossier.dossier.link import Dossier
from mkdocs_dossier.exports import dossier_json
from mkdocs_dossier.findings.derive import Findings
from mkdocs_dossier.findings.verification import Verified
from mkdocs_dossier.words import mark


@dataclass(frozen=True, slots=True)
class Export:
    """A file below `/data/`: its name, what it is for, and what writes it."""

    name: str
    purpose: str
    write: Callable[[Dossier, Verified, Findings], bytes]


EXPORTS: tuple[Export, ...] = (
    Export(
        "dossier.json",
        mark("Everything: all records as written, and all that is derived."),
        dossier_json.write,
    ),
)
