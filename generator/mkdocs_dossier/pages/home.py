"""The home page: what is in dispute, who says what of it, and what was said last."""

from collections.abc import Iterator

from mkdocs_dossier.document.compose import container, heading, join, paragraph, span, stack, text, unsearched
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.findings.found import LabelName
from mkdocs_dossier.model.records import Claim, Statement
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages import badges, parts, utterances, uttered
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages.kinds import PageKind
from mkdocs_dossier.pages.longprose import prose_list
from mkdocs_dossier.pages.openings import first_sentences
from mkdocs_dossier.pages.ordering import by_dispute
from mkdocs_dossier.pages.sides import sides
from mkdocs_dossier.pages.summing import named, summed_up
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.values.refs import SECTIONS, Section

_LATEST = 6
"""How many of the latest statements the page shows, and how many contested claims."""
_MOST_EDITORS = 30
_POSITIONS = 2
"""On how many claims a statement's positions are named."""


def _pages(view: View) -> Iterator[Page]:
    """Write the home page."""
    here = view.here("index.md")
    settings = view.dossier.settings
    first, rest = first_sentences(settings.summary or "")
    lead = view.dossier.claims[view.findings.lead] if view.findings.lead else None
    blocks = (
        heading(1, here.own(settings.title), "dossier"),
        _drafts(here),
        container(here.prose(first), cls="dossier-intro") if first else (),
        _lead(here, lead) if lead else (),
        _others(here),
        parts.part(here.say("Timeline"), "timeline", pictures.of_strip(here), paragraph(_all_dates(here)))
        if view.dossier.events or view.dossier.statements
        else (),
        _latest(here),
        parts.part(
            here.say("About this dossier"),
            "about",
            *_prose(here, rest),
            _counts(here),
            _imprint(here),
        ),
    )
    description = _description(here, lead)
    yield Page(here.path, settings.title, description, stack(*blocks), hide=("navigation", "toc"))


def _drafts(here: Here) -> Block:
    """Lead the author to what waits for approval; a built site has no drafts."""
    number = len(here.view.drafts)
    if not number:
        return ()
    waiting = text(here.words.count("{n} draft waits for approval", "{n} drafts wait for approval", number))
    return paragraph(here.section("drafts", waiting))


def _description(here: Here, lead: Claim | None) -> str:
    """Describe the site for those who share it: by its summary, else by the claim that it opens with."""
    settings = here.dossier.settings
    if settings.summary:
        return here.plain(settings.summary)
    return lead.question or lead.text if lead else settings.title


def _lead(here: Here, claim: Claim) -> Block:
    """Show the lead claim: what is asked, who says yes and who no, and when."""
    standing = badges.label(here, here.view.findings.labels[claim.id])
    more = here.record("claims", claim.id, here.say("Who says what, and where it contradicts"))
    return container(
        heading(2, here.record("claims", claim.id), "lead"),
        paragraph(standing, cls="dossier-kicker"),
        paragraph(summed_up(here, claim), cls="dossier-summary"),
        utterances.lead_columns(here, claim),
        pictures.of_positions(here, claim),
        paragraph(more, cls="dossier-more-link"),
        cls="dossier-lead",
        name="section",
    )


def _others(here: Here) -> Block:
    """List the other contested claims, the most disputed first, each with its sides; or else other claims."""
    findings = here.view.findings
    keys = [key for key in findings.labels if key != findings.lead]
    if not keys:
        return ()
    contested = [key for key in keys if findings.labels[key].name is LabelName.CONTESTED]

    rows = (_row(here, here.dossier.claims[key]) for key in by_dispute(findings, contested or keys)[:_LATEST])
    title = here.say("Also contested") if contested else here.say("Other claims")
    everything = paragraph(here.section("claims", here.say("All claims, with where each stands")))
    return parts.part(
        title,
        "contested",
        unsearched(*rows, cls="dossier-rows-list"),
        everything,
    )


def _row(here: Here, claim: Claim) -> Block:
    """Write a claim as a row: its question, where it stands, and which sides say yes or no."""
    found = sides(here, claim.id)
    chips = []
    for stance in (Stance.ASSERTS, Stance.DENIES):
        bodies = [one.body for one in found if stance in one.stands]
        if bodies:
            chip = join([utterances.head(here, stance, claim), named(here, bodies)], here.words.say(": "))
            chips.append(span(chip, cls=f"dossier-side-chip dossier-side-chip--{stance}"))
    label = here.view.findings.labels[claim.id]
    # That the others here are contested stands above them.
    said = [badges.label(here, label)] if label.ended or label.name is not LabelName.CONTESTED else []
    return container(
        paragraph(here.record("claims", claim.id), cls="dossier-row-title"),
        paragraph(join([*chips, *said])),
        cls="dossier-row",
    )


def _all_dates(here: Here) -> Inline:
    return here.section("timeline", here.say("All events and statements by date"))


def _latest(here: Here) -> Block:
    """Show what was said last, as cards with words."""
    ordered = parts.in_order(here.dossier, here.dossier.statements)
    cards = [_latest_card(here, one) for one in reversed(ordered[-_LATEST:])]
    return parts.part(
        here.say("Said last"),
        "latest",
        unsearched(*cards, cls="dossier-cards"),
    )


def _latest_card(here: Here, statement: Statement) -> Block:
    """Write a statement as a card: who, what, on which claims, when, in which source."""
    taken = [
        join([badges.position(here, key, statement.id), here.record("claims", key)])
        for key in list(statement.positions)[:_POSITIONS]
    ]
    return container(
        uttered.byline(here, statement),
        *(paragraph(one, cls="dossier-on") for one in taken),
        cls="dossier-utterance",
        name="article",
    )


def _prose(here: Here, prose: str) -> list[Block]:
    """Write the rest of the summary; of a very long one, say that the data has the whole."""
    listed = prose_list(here.view, "about", prose)
    if not listed.items:
        return []
    left = len(listed.items) - listed.kept_rows
    return [listed.listed(here, listed.rows_of(1)), *parts.rest_in_data(here, left)]


def _counts(here: Here) -> Block:
    """Count the records; each count links to the index of its section."""
    words, dossier = here.words, here.dossier
    contested = sum(one.name is LabelName.CONTESTED for one in here.view.findings.labels.values())
    numbers = {section: len(dossier.section(section)) for section in SECTIONS}
    counted: list[tuple[Section, int, str]] = [
        ("claims", numbers["claims"], words.count("{n} claim", "{n} claims", numbers["claims"])),
        ("claims", contested, words.count("{n} contested", "{n} contested", contested)),
        (
            "statements",
            numbers["statements"],
            words.count("{n} statement", "{n} statements", numbers["statements"]),
        ),
        ("actors", numbers["actors"], words.count("{n} actor", "{n} actors", numbers["actors"])),
        ("events", numbers["events"], words.count("{n} event", "{n} events", numbers["events"])),
        ("places", numbers["places"], words.count("{n} place", "{n} places", numbers["places"])),
        ("sources", numbers["sources"], words.count("{n} source", "{n} sources", numbers["sources"])),
    ]
    said = (here.section(to, text(one)) for to, number, one in counted if number)
    return paragraph(join(said, " · "), cls="dossier-counts")


def _imprint(here: Here) -> Block:
    settings = here.dossier.settings
    return parts.facts(
        [
            (here.say("Last brought up to date"), here.date(settings.updated) if settings.updated else None),
            (here.say("Editors"), here.join(_editors(here), ", ")),
            (
                here.say("Licence of the dossier's own words"),
                here.own(settings.licence) if settings.licence else None,
            ),
        ]
    )


def _editors(here: Here) -> list[Inline]:
    """Name the editors, the first of very many."""
    named = [here.own(one) for one in here.dossier.settings.editors[:_MOST_EDITORS]]
    rest = len(here.dossier.settings.editors) - len(named)
    return [*named, *([text(here.words.count("{n} more", "{n} more", rest))] if rest else [])]


HOME = PageKind(0, "", "", _pages)
