"""Disputed statements: the index, and a page for each claim."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from mkdocs_dossier.document.compose import (
    bullets,
    container,
    heading,
    join,
    link,
    paragraph,
    span,
    stack,
    table,
    text,
    unsearched,
)
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.document.plain import words
from mkdocs_dossier.findings.found import Kind, Label, LabelName, Opposition
from mkdocs_dossier.model.records import Claim
from mkdocs_dossier.model.vocabulary import Reverse, Stance
from mkdocs_dossier.pages import badges, disputes, matrix, parts, utterances
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index
from mkdocs_dossier.pages.lengths import FEWER_ROWS
from mkdocs_dossier.pages.linkeddata import linked_data
from mkdocs_dossier.pages.longlists import (
    LongList,
    first_rows,
    further_pages,
    list_links,
    mentions_list,
    named_list,
    records_in_line,
)
from mkdocs_dossier.pages.longprose import opening_prose, prose_list
from mkdocs_dossier.pages.ordering import by_dispute
from mkdocs_dossier.pages.replies import replies_list
from mkdocs_dossier.pages.summing import summed_up
from mkdocs_dossier.pages.view import Here, View, record_path
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref

_IN_MATRIX = 40
"""How many statements the matrix of a claim has."""
_MOST_OTHERS = 8
"""How many other claims of the same events a claim's page lists."""

_HEADINGS = {
    LabelName.CONTESTED: mark("Contested"),
    LabelName.CORROBORATED: mark("Corroborated"),
    LabelName.SINGLE_ORIGIN: mark("Single origin"),
    LabelName.SINGLE_VOICE: mark("Single voice"),
    LabelName.OPEN: mark("Open"),
}


def _items(view: View) -> list[str]:
    """List the claims by label, the contested ones first; within a label, the most disputed first."""
    return by_dispute(view.findings, view.findings.labels)


def _listed(here: Here, keys: Sequence[str]) -> Block:
    """List claims, grouped by label."""
    labels = here.view.findings.labels
    groups = [(name, [key for key in keys if labels[key].name is name]) for name in LabelName]
    return stack(*(_group(here, name, members) for name, members in groups if members))


def _group(here: Here, name: LabelName, keys: Sequence[str]) -> Block:
    found = here.view.findings.contradictions
    rows = [
        [
            here.record("claims", key),
            badges.standing(here, key),
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
        words.count("{n} inside one side", "{n} inside one side", within): within,
        words.count("{n} reversal", "{n} reversals", reversed_): reversed_,
    }
    said = [text(message) for message, number in told.items() if number]
    corrected = sum(one.corrected for one in found)
    if corrected:
        said.append(
            text(words.count("{n} of them later taken back", "{n} of them later taken back", corrected))
        )
    return here.join(said, ", ")


def _stances(here: Here, key: str) -> Inline:
    counted = Counter(one.stance for one in here.view.findings.positions[key].values())
    return here.join(
        [
            join([badges.stance(here, one), text(here.words.number(counted[one]))], "\N{NO-BREAK SPACE}")
            for one in Stance
            if counted[one]
        ],
        ", ",
    )


def _page(view: View, key: str) -> Iterator[Page]:
    """Write a claim's page, in the order in which a reader asks: what, who says what, when, against whom."""
    claim = view.dossier.claims[key]
    here = view.here(record_path("claims", claim.id))
    ref = Ref("claims", claim.id)
    standing, summary = view.findings.labels[claim.id], summed_up(here, claim)
    more = _further_statements(here, claim)
    note, mentions = prose_list(view, "note", claim.note), mentions_list(view, ref)
    replies = replies_list(view, ref, claim)
    title = view.title("claims", claim.id)
    blocks = (
        # Shown above the heading; the theme's search takes what is before that for a page of its own.
        heading(1, here.own(claim.question or claim.text), "claim"),
        paragraph(join([_kind(here, claim), badges.standing(here, claim.id)], " · "), cls="dossier-kicker"),
        paragraph(summary, cls="dossier-summary"),
        _in_words(here, claim),
        utterances.columns(here, claim),
        first_rows(here, ref, more),
        first_rows(here, ref, replies),
        _opposed(here, claim),
        parts.part(here.say("What follows from it"), "logic", _logic(here, claim)),
        parts.part(here.say("About"), "about", _about(here, claim)),
        container(
            parts.part(here.say("Other questions on the same event"), "others", _others(here, claim)),
            first_rows(here, ref, mentions),
            cls="dossier-onward",
        ),
        container(
            parts.part(here.say("By side and date"), "matrix", _matrix(here, claim)),
            cls="dossier-wide-only",
        ),
        further(here, ref),
        parts.report_or_edit(here, ref),
        linked_data(here, ref),
    )
    description = _description(here, standing, summary)
    yield Page(here.path, title, description, stack(*blocks), boost=2.0, hide=("navigation", "toc"))
    yield from further_pages(view, ref, more, replies, note, mentions, *_tied(view, claim))


def _further_statements(here: Here, claim: Claim) -> LongList[str]:
    """List the statements on a claim that its page has no room for."""
    left_out = list(utterances.left_out(here, claim))
    return LongList("statements", here.words.say("Further statements"), left_out, _rows, kept=0)


def _matrix(here: Here, claim: Claim) -> Block:
    """Write the matrix of the positions on a claim; of many, those that the page has above."""
    taken = here.view.findings.positions[claim.id]
    shown = utterances.shown(here, claim.id)
    if len(taken) <= _IN_MATRIX:
        return matrix.matrix(here, claim, taken)
    kept = dict(islice(((key, one) for key, one in taken.items() if key in shown), _IN_MATRIX))
    rest = text(here.words.count("{n} more", "{n} more", len(taken) - len(kept)))
    where = link(here.say("Further statements"), "#statements") if len(shown) < len(taken) else ()
    said = here.fill("{number}: in {place}", number=rest, place=where) if where else rest
    return stack(matrix.matrix(here, claim, kept), paragraph(said))


def _opposed(here: Here, claim: Claim) -> Block:
    """Draw who said so when, and list what contradicts what."""
    findings, shown = here.view.findings, utterances.shown(here, claim.id)
    return stack(
        parts.part(here.say("Who said so, and when"), "positions", pictures.of_positions(here, claim)),
        parts.part(
            here.say("Contradictions"),
            "contradictions",
            _why(here, findings.labels[claim.id]),
            disputes.disputes(here, findings.contradictions[claim.id], shown),
        ),
        parts.part(
            here.say("Tensions"), "tensions", disputes.tensions(here, findings.tensions[claim.id], shown)
        ),
    )


def _kind(here: Here, claim: Claim) -> Inline:
    """Say what the heading is: a question or a statement, in dispute or not."""
    is_disputed = here.view.findings.labels[claim.id].name is LabelName.CONTESTED
    if claim.question:
        return here.say("Disputed question") if is_disputed else here.say("Question")
    return here.say("Disputed statement") if is_disputed else here.say("Statement at issue")


def _in_words(here: Here, claim: Claim) -> Block:
    """Write the sentence that is asserted or denied, marked as such: it must not read as the answer."""
    if not claim.question:
        return ()
    said = here.fill("The claim: “{text}”", text=here.own(claim.text))
    return paragraph(said, cls="dossier-claim-text")


def _description(here: Here, standing: Label, summary: Inline) -> str:
    """Describe the page for those who share it: where the claim stands, and what both sides say."""
    said = here.join([badges.label_words(here, standing), summary], ": ")
    return words(said)


def _why(here: Here, standing: Label) -> Block:
    """Say by which statement a claim's contradictions ended, if they did."""
    if standing.ended is None:
        return ()
    by = here.record("statements", standing.ended.by, _speaker_and_date(here, standing.ended.by))
    ended = here.fill(
        "No contradiction stands any more: the last one was ended by {statement}.", statement=by
    )
    return paragraph(ended)


def _speaker_and_date(here: Here, key: str) -> Inline:
    statement = here.dossier.statements[key]
    date = here.dossier.date_of(statement)
    named = here.speakers(statement, linked=False)
    return here.join([named, here.moment(date)], ", ") if date else named


def _rows(here: Here, keys: Sequence[str]) -> Block:
    return parts.rows_of_statements(here, keys)


def _logic(here: Here, claim: Claim) -> Block:
    """List the claims that this one implies, is implied by, and excludes."""
    ref = Ref("claims", claim.id)
    *tied, _ = _tied(here.view, claim)
    return parts.facts((text(one.title), records_in_line(here, ref, one, "claims", "; ")) for one in tied)


def _tied(view: View, claim: Claim) -> Iterator[LongList[Any]]:
    """List the claims that one implies, is implied by, and excludes; and what it is about."""
    naming, say = view.dossier.naming, view.words.say
    excluded = {*claim.excludes, *naming("claims", claim.id, Reverse.EXCLUDED_BY)}
    yield named_list("implies", say("Implies"), "claims", claim.implies)
    implying = naming("claims", claim.id, Reverse.IMPLIED_BY)
    yield named_list("implied", say("Is implied by"), "claims", implying)
    yield named_list("excludes", say("Excludes"), "claims", sorted(excluded))
    yield LongList("about", say("About"), claim.about, _links, kept=FEWER_ROWS)


def _links(here: Here, refs: Sequence[Ref]) -> Block:
    return bullets(here.record(*one) for one in refs)


def _about(here: Here, claim: Claim) -> Block:
    ref = Ref("claims", claim.id)
    *_, about = _tied(here.view, claim)
    note = opening_prose(here, ref, prose_list(here.view, "note", claim.note))
    return stack(note, _links(here, about.rows_of(1)), list_links(here, ref, about, 1))


def _others(here: Here, claim: Claim) -> Block:
    """List other claims about the events that this one is about, the contested ones first."""
    labels = here.view.findings.labels
    events = tuple(one.id for one in claim.about if one.section == "events")
    ordered = here.view.once(_on_events, events)
    others = [key for key in ordered[: _MOST_OTHERS + 1] if key != claim.id][:_MOST_OTHERS]
    items = [join([here.record("claims", key), span(badges.label(here, labels[key]))]) for key in others]
    rest = len(ordered) - 1 - _MOST_OTHERS
    if rest > 0:
        items.append(here.section("claims", text(here.words.count("{n} more", "{n} more", rest))))
    return unsearched(bullets(items))


def _on_events(view: View, events: tuple[str, ...]) -> Sequence[str]:
    """List the claims about some events, the contested ones first."""
    found = {key for one in events for key in view.dossier.naming("events", one, Reverse.CLAIMS)}
    return by_dispute(view.findings, found)


CLAIMS = Index(
    "claims",
    mark("Disputed statements"),
    mark(
        "What the sources assert and deny. Whether a claim is contested follows from who says what; "
        "the dossier does not say who is right."
    ),
    _items,
    _listed,
).kind(10, _page)
