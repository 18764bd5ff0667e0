"""Disputed statements: the index, and a page for each claim."""

from collections import Counter
from collections.abc import Iterator, Sequence

from mkdocs_dossier.document.compose import bullets, container, heading, join, paragraph, stack, table, text
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.findings.found import Kind, Label, LabelName, Opposition, Positions
from mkdocs_dossier.model.records import Claim
from mkdocs_dossier.model.vocabulary import Reverse, Stance
from mkdocs_dossier.pages import badges, matrix, parts
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index, index_pages
from mkdocs_dossier.pages.view import Here, PageKind, View, record_path
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref

MOST_SHOWN = 40
"""How many contradictions a page shows side by side; the rest are in a table."""


_HEADINGS = {
    LabelName.CONTESTED: mark("Contested"),
    LabelName.CORROBORATED: mark("Corroborated"),
    LabelName.SINGLE_ORIGIN: mark("Single origin"),
    LabelName.SINGLE_VOICE: mark("Single voice"),
    LabelName.OPEN: mark("Open"),
}


def _pages(view: View) -> Iterator[Page]:
    """Write the index of claims and a page for each."""
    yield from index_pages(view, _index(view))
    for claim in view.dossier.claims.values():
        yield _page(view, claim)


def _index(view: View) -> Index[str]:
    """List the claims by label, the contested ones first; within a label, the most disputed first."""
    order = list(LabelName)
    labels, found = view.findings.labels, view.findings.contradictions

    def weight(key: str) -> tuple[int, int, int, str]:
        return order.index(labels[key].name), -len(found[key]), -len(view.findings.positions[key]), key

    return Index(
        "claims",
        view.words.say("Disputed statements"),
        view.words.say(
            "What the sources assert and deny. Whether a claim is contested follows from who says what; "
            "the dossier does not say who is right."
        ),
        sorted(labels, key=weight),
        _listed,
    )


def _listed(here: Here, keys: Sequence[str]) -> Block:
    """List claims, grouped by label."""
    labels = here.view.findings.labels
    groups = [(name, [key for key in keys if labels[key].name is name]) for name in LabelName]
    return stack(*(_group(here, name, members) for name, members in groups if members))


def _group(here: Here, name: LabelName, keys: Sequence[str]) -> Block:
    found = here.view.findings.contradictions
    labels = here.view.findings.labels
    rows = [
        [
            here.record("claims", key),
            badges.standing(here, labels[key]),
            _kinds(here, found[key]),
            _stances(here, key),
        ]
        for key in keys
    ]
    head = [here.say("Claim"), here.say("Where it stands"), here.say("Contradictions"), here.say("Positions")]
    return parts.part(
        here.say(_HEADINGS[name]), name.replace(" ", "-"), table(here.say(_HEADINGS[name]), head, rows)
    )


def _kinds(here: Here, found: Sequence[Opposition]) -> Inline:
    """Count contradictions by kind."""
    words = here.words
    counted = Counter(one.kind for one in found)
    between, within, reversed_ = (counted[kind] for kind in (Kind.BETWEEN, Kind.WITHIN, Kind.REVERSAL))
    told = {
        words.count("{n} between two sides", "{n} between two sides", between): between,
        words.count("{n} within one side", "{n} within one side", within): within,
        words.count("{n} reversal", "{n} reversals", reversed_): reversed_,
    }
    said = [text(message) for message, number in told.items() if number]
    corrected = sum(one.corrected for one in found)
    if corrected:
        said.append(text(words.count("{n} of them corrected", "{n} of them corrected", corrected)))
    return here.join(said, ", ") if said else text("–")


def _stances(here: Here, key: str) -> Inline:
    counted = Counter(one.stance for one in here.view.findings.positions[key].values())
    return here.join(
        [
            join([badges.stance(here, one), text(here.words.number(counted[one]))])
            for one in Stance
            if counted[one]
        ],
        ", ",
    )


def _page(view: View, claim: Claim) -> Page:
    """Write a claim's page: who takes which position, and what contradicts what."""
    here = view.here(record_path("claims", claim.id))
    title = view.title("claims", claim.id)
    taken = view.findings.positions[claim.id]
    found = view.findings.contradictions[claim.id]
    blocks = (
        heading(1, here.own(title), "claim"),
        paragraph(here.own(claim.text), cls="dossier-claim-text") if claim.question else (),
        _standing(here, claim),
        here.prose(claim.note) if claim.note else (),
        parts.part(
            here.say("Positions"),
            "positions",
            pictures.of_positions(here, claim),
            matrix.matrix(here, claim, taken),
        ),
        _contradictions(here, found),
        _tensions(here, view.findings.tensions[claim.id]),
        _unopposed(here, claim, taken, found),
        parts.part(here.say("What follows from it"), "logic", _logic(here, claim)),
        parts.part(here.say("About"), "about", _about(here, claim)),
        further(here, Ref("claims", claim.id)),
        parts.mentions(here, Ref("claims", claim.id)),
    )
    return Page(here.path, title, claim.text, stack(*blocks), boost=2.0, hide=("navigation", "toc"))


def _standing(here: Here, claim: Claim) -> Block:
    """Write the claim's label, and the statements that it rests on."""
    standing = here.view.findings.labels[claim.id]
    named = [here.record("statements", key, _speaker_and_date(here, key)) for key in standing.statements]
    why = join([_reason(here, standing), here.join(named, "; ")])
    said = join([badges.standing(here, standing), why], " · ")
    return stack(paragraph(said, cls="dossier-standing"), _ended(here, standing))


def _reason(here: Here, standing: Label) -> Inline:
    """Say why a claim has its label, before the statements that make it so."""
    is_joint = len(standing.statements) == 1 and _is_joint(here, standing.statements[0])
    match standing.name:
        case LabelName.CONTESTED if standing.ended:
            return here.say("Some asserted it and others denied it:")
        case LabelName.CONTESTED:
            return here.say("Some assert it and others deny it:")
        case LabelName.CORROBORATED:
            return here.say("Sides that have nobody in common say the same, and it is known independently:")
        case LabelName.SINGLE_ORIGIN:
            return here.say("Sides that have nobody in common say the same, but all through one origin:")
        case LabelName.SINGLE_VOICE if is_joint:
            return here.say("One joint statement:")
        case LabelName.SINGLE_VOICE:
            return here.say("Only one side takes a position, or all who do speak for one body:")
    return here.say("Nobody asserts or denies it, or all who did took it back.")


def _is_joint(here: Here, key: str) -> bool:
    return len(here.dossier.statements[key].speakers) > 1


def _ended(here: Here, standing: Label) -> Block:
    """Say by which statement a claim's contradictions ended, if they did, and what all say that is left."""
    if standing.ended is None:
        return ()
    by = here.record("statements", standing.ended.by, _speaker_and_date(here, standing.ended.by))
    ended = here.fill(
        "No contradiction stands any more: the last one was ended by {statement}.", statement=by
    )
    return paragraph(join([ended, _left(here, standing)], " "))


def _left(here: Here, standing: Label) -> Inline:
    """Say what all statements say that were not taken back, where they agree."""
    sides = {stance for stance, count in standing.sides.items() if count}
    if sides == {Stance.ASSERTS}:
        return here.say("What was not taken back asserts it.")
    if sides == {Stance.DENIES}:
        return here.say("What was not taken back denies it.")
    return ()


def _speaker_and_date(here: Here, key: str) -> Inline:
    statement = here.dossier.statements[key]
    date = here.dossier.date_of(statement)
    named = here.speakers(statement, linked=False)
    return here.join([named, here.moment(date)], ", ") if date else named


def _contradictions(here: Here, found: Sequence[Opposition]) -> Block:
    shown = [parts.contradiction(here, one) for one in found[:MOST_SHOWN]]
    rest = found[MOST_SHOWN:]
    more = _opposition_table(here, rest) if rest else ()
    return parts.part(here.say("Contradictions"), "contradictions", *shown, more)


def _tensions(here: Here, found: Sequence[Opposition]) -> Block:
    if not found:
        return ()
    said = here.say("One statement qualifies what the other asserts or denies; this is no contradiction.")
    return parts.part(
        here.say("Tensions"), "tensions", paragraph(said), _opposition_table(here, found, is_tension=True)
    )


def _opposition_table(here: Here, found: Sequence[Opposition], *, is_tension: bool = False) -> Block:
    def row(one: Opposition) -> Sequence[Inline]:
        kind = parts.kind_and_fate(here, one, is_tension=is_tension)
        return [kind, *parts.both_stances(here, one)]

    head = [here.say("Kind"), here.say("Earlier statement"), here.say("Later statement")]
    caption = here.say("Tensions") if is_tension else here.say("Contradictions")
    return parts.limited(here, caption, head, found, row)


def _unopposed(here: Here, claim: Claim, taken: Positions, found: Sequence[Opposition]) -> Block:
    """Show the statements that are in no contradiction shown above."""
    shown = {key for one in found[:MOST_SHOWN] for key in (one.first, one.second)}
    rest = [here.dossier.statements[key] for key in taken if key not in shown]
    title = here.say("Other statements") if shown else here.say("Statements")
    cards = [parts.statement_card(here, one, claim=claim.id) for one in rest[:MOST_SHOWN]]
    more = parts.statement_table(here, [one.id for one in rest[MOST_SHOWN:]])
    return parts.part(title, "statements", container(*cards, cls="dossier-cards"), more)


def _logic(here: Here, claim: Claim) -> Block:
    """List the claims that this one implies, is implied by, and excludes."""
    naming = here.dossier.naming
    excluded = {*claim.excludes, *naming("claims", claim.id, Reverse.EXCLUDED_BY)}
    return parts.facts(
        [
            (here.say("Implies"), here.records("claims", claim.implies, "; ")),
            (
                here.say("Is implied by"),
                here.records("claims", naming("claims", claim.id, Reverse.IMPLIED_BY), "; "),
            ),
            (here.say("Excludes"), here.records("claims", sorted(excluded), "; ")),
        ]
    )


def _about(here: Here, claim: Claim) -> Block:
    return bullets(here.record(*one) for one in claim.about)


CLAIMS = PageKind(10, "claims", mark("Disputed statements"), _pages)
