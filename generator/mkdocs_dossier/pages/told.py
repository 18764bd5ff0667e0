"""In which sources a statement stands, from whom these have it, and what was taken back of it by whom."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.document.compose import join, outside_link, paragraph, span, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.found import Checked, weakest
from mkdocs_dossier.model.recordparts import Locator, Reported
from mkdocs_dossier.model.records import Source, Statement
from mkdocs_dossier.model.vocabulary import Translator
from mkdocs_dossier.pages.textfragment import passage_url
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.quotes.search import Tier

_NAMED = 3
"""How many further sources of a statement are named in one line."""

Told = tuple[Reported, Checked]
"""A report of a statement, and what was found of its words."""


def reports(here: Here, statement: Statement) -> list[Told]:
    """Return the reports of a statement, each with what was found of its words; the first one first."""
    known = here.view.findings.reports[statement.id]
    return [(report, one.checked) for report, one in zip(statement.reports, known, strict=True)]


def origin(here: Here, checked: Checked) -> Inline:
    """Say where words come from: their source, who published it when, how they were verified, a link."""
    return _origin(here, checked, None, ())


def _origin(here: Here, checked: Checked, locator: Locator | None, more: Sequence[Inline]) -> Inline:
    source = here.dossier.sources[checked.source]
    locator = locator or _locator_of(here, checked)
    parts = [
        here.record("sources", checked.source),
        *_published(here, source),
        *more,
        *_located(here, locator),
        tier(here, weakest(checked.shown)),
        *_fate(here, checked),
        *_original(here, source, checked, locator),
    ]
    return span(join(parts, " · "), cls="dossier-origin")


def _locator_of(here: Here, checked: Checked) -> Locator | None:
    """Return the page or the time at which the first words stand, if the source says where its parts are."""
    first = next((one.match for one in checked.shown if one.match), None)
    return here.dossier.located(*checked.place, first.start) if first else None


def _fate(here: Here, checked: Checked) -> Iterator[Inline]:
    """Say which versions of the source have the words, and which have not, where that is not all the same."""
    if not any(checked.fate) or all(checked.fate):
        return
    source = here.dossier.sources[checked.source]
    has = [version_name(here, source, at) for at, found in enumerate(checked.fate) if found]
    lacks = [version_name(here, source, at) for at, found in enumerate(checked.fate) if not found]
    within = here.join(has[-_NAMED:], ", ")
    without = here.join(lacks[-_NAMED:], ", ")
    if checked.is_dropped:
        said = here.fill(
            "in the version of {these}; no longer in that of {those}", these=within, those=without
        )
    else:
        said = here.fill("in the version of {these}; not in that of {those}", these=within, those=without)
    yield span(said, cls="dossier-fate")


def version_name(here: Here, source: Source, number: int) -> Inline:
    """Name a version of a source by when it was retrieved; by its number, from 1, where nobody says."""
    retrieved = source.versions[number].retrieved
    return here.moment(retrieved) if retrieved else text(here.words.number(number + 1))


def published_by(here: Here, source: str) -> Inline:
    """Say who published a source, and when, as far as that is known: "Rudaw, 5 Feb 2024"."""
    record = here.dossier.sources[source]
    publisher = [here.title("actors", record.publisher)] if record.publisher else []
    return here.join([*publisher, *([here.brief(record.published)] if record.published else [])], ", ")


def cited(here: Here, source: str) -> Inline:
    """Link to a source by who published it, and when; by its title where the publisher is not known."""
    return here.once(_cited, source)


def _cited(here: Here, source: str) -> Inline:
    issue = published_by(here, source)
    if not here.dossier.sources[source].publisher:
        issue = here.join([here.title("sources", source), issue], ", ")
    return here.record("sources", source, issue)


def verified_in(here: Here, checked: Checked) -> Inline:
    """Say how words agree with their source, and which that is: "word for word in Rudaw, 5 Feb 2024"."""
    value = weakest(checked.shown)
    if value is Tier.UNVERIFIED:
        return here.join([cited(here, checked.source), tier(here, value)], "; ")
    return here.fill("{words} in {source}", words=tier(here, value), source=cited(here, checked.source))


def also_in(here: Here, statement: Statement) -> Inline:
    """Name the further sources that report a statement, the first few of them."""
    further = list(dict.fromkeys(one.source for one in statement.reports))[1:]
    if not further:
        return ()
    shown = here.join((cited(here, one) for one in further[:_NAMED]), "; ")
    rest = len(further) - _NAMED
    more = [text(here.words.count("{n} more", "{n} more", rest))] if rest > 0 else []
    return here.fill("also in {sources}", sources=here.join([shown, *more], "; "))


def tier(here: Here, value: Tier) -> Inline:
    """Write the tier by which a quotation was verified, as a badge."""
    cls = f"dossier-tier dossier-tier--{value}"
    return span(here.say(value.message), cls=cls, title=here.words.say(value.explanation))


def report_line(here: Here, told: Told) -> Inline:
    """Say where a report of a statement comes from, and from whom its source has it."""
    report, checked = told
    more = []
    if report.via:
        more.append(here.fill("via {actor}", actor=here.actor(report.via)))
    # Of a translation that is shown, it is said there.
    if report.translated_by and not report.translation:
        more.append(_translated_by(here, report.translated_by))
    return _origin(here, checked, report.locator, more)


def taken_back(here: Here, statement: Statement, claim: str | None = None) -> Block:
    """Say when and by which statement one was taken back, if it was; with `claim`, only as to that one."""
    findings = here.view.findings
    found = findings.withdrawn.get(statement.id)
    if found is None:
        return ()
    key = found.by if claim is None else findings.taken_back_by(statement.id, claim)
    if key is None:
        return ()
    by = here.dossier.statements[key]
    whom = here.record("statements", key, here.speakers(by, linked=False))
    date = here.dossier.date_of(by)
    if date:
        said = here.fill("Taken back {date} by {statement}", date=here.moment(date), statement=whom)
    else:
        said = here.fill("Taken back by {statement}", statement=whom)
    left = [key for key in statement.positions if key not in found.claims]
    on = [here.record("claims", key) for key in found.claims if left and claim is None]
    limited = [here.fill("as to {claims}", claims=here.join(on, "; "))] if on else []
    return paragraph(join([said, *limited]), cls="dossier-taken-back")


def _published(here: Here, source: Source) -> Iterator[Inline]:
    if source.publisher:
        yield here.actor(source.publisher)
    if source.published:
        yield here.date(source.published)


def _located(here: Here, locator: Locator | None) -> Iterator[Inline]:
    if locator is None:
        return
    if locator.page:
        yield here.fill("page {page}", page=here.own(locator.page))
    if locator.time:
        yield here.fill("at {time}", time=text(locator.time.text))
    if locator.section:
        yield here.fill("section {section}", section=here.own(locator.section))


def _original(here: Here, source: Source, checked: Checked, locator: Locator | None) -> Iterator[Inline]:
    """Link to the source where it stands, at the passage if the address can say so; and to its copies."""
    found = next((one.match for one in checked.shown if one.match), None)
    if source.url:
        url = passage_url(source.url, found, locator)
        said = here.say("original at this passage") if url != source.url else here.say("original")
        yield outside_link(said, url)
    if locator and (locator.page or locator.time):
        for address in source.archived:
            yield outside_link(here.say("archived copy"), passage_url(address, None, locator))


def _translated_by(here: Here, value: str) -> Inline:
    match value:
        case Translator.SOURCE:
            return here.say("translated by the source")
        case Translator.DOSSIER:
            return here.say("translated by the dossier")
    return here.fill("translated by {actor}", actor=here.actor(value))
