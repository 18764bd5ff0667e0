"""The home page: what the dossier is about, what is in dispute, and what was said last."""

from collections.abc import Iterator

from mkdocs_dossier.document.compose import bullets, container, heading, join, paragraph, span, stack, text
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.findings.found import LabelName
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages import badges, parts
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages.view import Here, PageKind, View

LATEST = 6
"""How many of the latest statements the page lists, and how many contested claims."""
MOST_QUOTED = 4
"""How many statements each column of the lead claim shows."""


def _pages(view: View) -> Iterator[Page]:
    """Write the home page."""
    here = view.here("index.md")
    settings = view.dossier.settings
    blocks = (
        heading(1, here.own(settings.title), "dossier"),
        here.prose(settings.summary) if settings.summary else (),
        _lead(here),
        pictures.of_strip(here),
        _counts(here),
        _contested(here),
        _latest(here),
        _imprint(here),
    )
    description = here.plain(settings.summary) if settings.summary else settings.title
    yield Page(here.path, settings.title, description, stack(*blocks), hide=("navigation", "toc"))


def _lead(here: Here) -> Block:
    """Show the lead claim, with those who assert it beside those who deny it."""
    key = here.view.findings.lead
    if key is None:
        return ()
    taken = here.view.findings.positions[key]
    columns = [
        _column(here, key, [one for one in taken if taken[one].stance == stance], stance)
        for stance in (Stance.ASSERTS, Stance.DENIES)
    ]
    label = badges.standing(here, here.view.findings.labels[key])
    found = here.view.findings.contradictions[key]
    # Many contradictions may be of few kinds; each kind is named once.
    kinds = [parts.kind_and_fate(here, one) for one in found]
    unique = list(dict.fromkeys(kinds))
    why = [here.fill("Contradictions: {kinds}", kinds=here.join(unique, "; "))] if unique else []
    more = here.record("claims", key, here.say("Who says what, and when"))
    return container(
        heading(2, here.record("claims", key), "lead"),
        paragraph(join([label, *why, more], " · "), cls="dossier-standing"),
        container(*columns, cls="dossier-columns"),
        cls="dossier-lead",
        name="section",
    )


def _column(here: Here, claim: str, keys: list[str], stance: Stance) -> Block:
    head = paragraph(badges.stance(here, stance), cls="dossier-column-head")
    if not keys:
        return container(
            head, paragraph(here.say("Nobody, in the sources of this dossier.")), cls="dossier-column"
        )
    cards = [
        parts.statement_card(here, here.dossier.statements[key], claim=claim) for key in keys[:MOST_QUOTED]
    ]
    rest = len(keys) - MOST_QUOTED
    more = []
    if rest > 0:
        label = text(here.words.count("{n} more statement", "{n} more statements", rest))
        more = [paragraph(here.record("claims", claim, label))]
    return container(head, *cards, *more, cls="dossier-column")


def _counts(here: Here) -> Block:
    """Count the records; each count links to the index of its section."""
    words, dossier = here.words, here.dossier
    contested = sum(one.name is LabelName.CONTESTED for one in here.view.findings.labels.values())
    counted: list[tuple[str, str]] = [
        ("claims", words.count("{n} claim", "{n} claims", len(dossier.claims))),
        ("claims", words.count("{n} contested", "{n} contested", contested)),
        ("statements", words.count("{n} statement", "{n} statements", len(dossier.statements))),
        ("actors", words.count("{n} actor", "{n} actors", len(dossier.actors))),
        ("events", words.count("{n} event", "{n} events", len(dossier.events))),
        ("places", words.count("{n} place", "{n} places", len(dossier.places))),
        ("sources", words.count("{n} source", "{n} sources", len(dossier.sources))),
    ]
    return paragraph(
        join((here.section(to, text(said)) for to, said in counted), " · "), cls="dossier-counts"
    )


def _contested(here: Here) -> Block:
    findings = here.view.findings
    keys = [
        key
        for key, label in findings.labels.items()
        if label.name is LabelName.CONTESTED and key != findings.lead
    ]
    keys.sort(key=lambda key: (-len(findings.contradictions[key]), key))
    items = [join([here.record("claims", key), _number(here, key)]) for key in keys[:LATEST]]
    everything = here.section("claims", here.say("All claims, with where each stands"))
    if not items:
        return paragraph(everything)

    return parts.part(here.say("Also contested"), "contested", bullets(items), paragraph(everything))


def _number(here: Here, key: str) -> Inline:
    number = len(here.view.findings.contradictions[key])
    said = here.words.count("{n} contradiction", "{n} contradictions", number)
    return span(text(f"({said})"), cls="dossier-count")


def _latest(here: Here) -> Block:
    ordered = parts.in_order(here.dossier, here.dossier.statements)
    latest = [one.id for one in ordered[-LATEST:]]
    return parts.part(
        here.say("Latest statements"), "latest", parts.statement_table(here, latest, newest_first=True)
    )


def _imprint(here: Here) -> Block:
    settings = here.dossier.settings
    return parts.facts(
        [
            (here.say("Last brought up to date"), here.date(settings.updated) if settings.updated else None),
            (here.say("Editors"), here.join((here.own(one) for one in settings.editors), ", ")),
            (
                here.say("Licence of the dossier's own words"),
                here.own(settings.licence) if settings.licence else None,
            ),
        ]
    )


HOME = PageKind(0, "", "", _pages)
