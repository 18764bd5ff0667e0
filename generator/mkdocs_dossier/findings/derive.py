"""Derive all that follows from the records, in one value."""

from collections.abc import Container

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.contradictions import CONTRADICTING, IN_TENSION, oppositions
from mkdocs_dossier.findings.figures import conflicts_of
from mkdocs_dossier.findings.found import Findings, Quotations
from mkdocs_dossier.findings.positions import positions_on
from mkdocs_dossier.findings.standing import default_lead, label_of
from mkdocs_dossier.findings.voices import Sides
from mkdocs_dossier.values.refs import Ref


def derive(dossier: Dossier, quotations: Quotations, crowded: Container[Ref] = ()) -> Findings:
    """Derive all findings from a dossier and its looked-up quotations; the same ones give the same findings.

    Of the claims and events in `crowded`, no pairs are listed: they are errors, which stop a build.
    """
    sides = Sides(dossier)
    voices = {key: sides.voices(key) for key in dossier.statements}
    contradictions, tensions, labels = {}, {}, {}
    for key, claim in dossier.claims.items():
        taken = positions_on(dossier, claim)
        is_listed = Ref("claims", key) not in crowded
        contradictions[key], tensions[key] = (
            tuple(one for pair in pairs for one in oppositions(dossier, key, taken, pair, sides.kind))
            for pairs in (CONTRADICTING if is_listed else (), IN_TENSION if is_listed else ())
        )
        labels[key] = label_of(taken, contradictions[key], voices)
    conflicts = {
        key: () if Ref("events", key) in crowded else tuple(conflicts_of(event))
        for key, event in dossier.events.items()
    }
    lead = dossier.settings.lead or default_lead(dossier, labels)
    return Findings(quotations, voices, contradictions, tensions, labels, conflicts, lead)
