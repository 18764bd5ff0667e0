"""Derive all that follows from the records, in one value."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from mkdocs_dossier.dossier.linked import Dossier, reports_of
from mkdocs_dossier.findings.bounds import MOST_STEPS, crowded
from mkdocs_dossier.findings.contradictions import CONTRADICTING, IN_TENSION, Compared, Pair, oppositions
from mkdocs_dossier.findings.figures import Relation, pairs_of
from mkdocs_dossier.findings.found import (
    FigurePair,
    FigurePairs,
    Findings,
    KnownFrom,
    Opposition,
    Positions,
    Quotations,
)
from mkdocs_dossier.findings.hidden import hidden_in, kept_apart
from mkdocs_dossier.findings.implications import Implications, implied_by_each
from mkdocs_dossier.findings.origins import origin_of_report
from mkdocs_dossier.findings.positions import positions_by_claim, statement_order
from mkdocs_dossier.findings.standing import Known, default_lead, label_of
from mkdocs_dossier.findings.voices import Sides, sides_of
from mkdocs_dossier.findings.withdrawals import day_said, fallen_by_claim, withdrawals
from mkdocs_dossier.values.refs import Ref


def derive(dossier: Dossier, quotations: Quotations) -> Findings:
    """Derive all findings from a dossier and its looked-up quotations; the same ones give the same findings.

    Where more follows than can be listed, nothing is listed, and `crowded` says so: these are errors, which
    stop a build.
    """
    hidden = hidden_in(dossier, quotations)
    quotations = kept_apart(quotations, hidden)
    sides, logic = Sides(dossier), Implications(dossier.claims)
    reports = {key: _known_from(dossier, quotations, key) for key in dossier.statements}
    voices = {key: sides.voices(key) for key in dossier.statements}
    in_order = sorted(dossier.statements, key=lambda key: statement_order(dossier, key))
    order = {key: at for at, key in enumerate(in_order)}
    implied, left_out = implied_by_each(logic, dossier.statements, MOST_STEPS)
    withdrawn = dict(withdrawals(dossier, voices, implied, logic.led_to, order))
    positions = positions_by_claim(dossier, implied, order)
    attributed = _attributed(dossier, positions)
    crowds = crowded(dossier, positions)
    said = {key: day_said(dossier, key) for key in dossier.statements}
    compared = Compared(sides.kind, said, fallen_by_claim(dossier, withdrawn))
    contradictions, tensions = (
        _oppositions(attributed, pairs, compared, crowds) for pairs in (CONTRADICTING, IN_TENSION)
    )
    known = Known(dossier, _by_speaker(dossier, sides), reports, withdrawn, order)
    labels = {key: label_of(known, key, attributed[key], contradictions[key]) for key in dossier.claims}
    figures = _figures(dossier, crowds)
    return Findings(
        quotations=quotations,
        hidden=hidden,
        reports=reports,
        voices=voices,
        sides={key: sides_of(dossier, one) for key, one in dossier.statements.items()},
        implied=implied,
        withdrawn=withdrawn,
        positions=positions,
        contradictions=contradictions,
        tensions=tensions,
        labels=labels,
        conflicts=figures[Relation.CONFLICT],
        revisions=figures[Relation.REVISION],
        developments=figures[Relation.DEVELOPMENT],
        lead=dossier.settings.lead or default_lead(dossier, labels),
        crowded={Ref("statements", key): steps for key, steps in left_out.items()} | crowds,
    )


def _attributed(dossier: Dossier, positions: Mapping[str, Positions]) -> Mapping[str, Positions]:
    """Return the positions of those who are known: nothing is set against words that nobody is known to say.

    Only drafts have such words; where there are none, the very same positions are returned.
    """
    nameless = {key for key, one in dossier.statements.items() if not one.speakers}
    if not nameless:
        return positions
    return {
        claim: {key: one for key, one in taken.items() if key not in nameless}
        for claim, taken in positions.items()
    }


def _oppositions(
    positions: Mapping[str, Positions], pairs: Sequence[Pair], compared: Compared, crowds: Container[Ref]
) -> dict[str, tuple[Opposition, ...]]:
    """Pair the statements on each claim that is not crowded."""
    return {
        key: ()
        if Ref("claims", key) in crowds
        else tuple(one for pair in pairs for one in oppositions(key, taken, pair, compared))
        for key, taken in positions.items()
    }


def _by_speaker(dossier: Dossier, sides: Sides) -> dict[str, tuple[frozenset[str], ...]]:
    return {key: tuple(map(frozenset, sides.by_speaker(key))) for key in dossier.statements}


def _known_from(dossier: Dossier, quotations: Quotations, key: str) -> tuple[KnownFrom, ...]:
    return tuple(
        KnownFrom(quotations[Ref("statements", key), path], origin_of_report(dossier, report))
        for path, report in reports_of(dossier.statements[key])
    )


def _figures(dossier: Dossier, crowds: Mapping[Ref, int]) -> dict[Relation, FigurePairs]:
    found: dict[Relation, dict[str, list[FigurePair]]] = {one: defaultdict(list) for one in Relation}
    for key, event in dossier.events.items():
        if Ref("events", key) not in crowds:
            for relation, pair in pairs_of(dossier, event):
                found[relation][key].append(pair)
    return {relation: {key: tuple(pairs[key]) for key in dossier.events} for relation, pairs in found.items()}
