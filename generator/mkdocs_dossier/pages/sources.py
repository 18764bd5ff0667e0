"""Sources: the index, and a page for each with all that the dossier takes from it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mkdocs_dossier.document.compose import (
    bullets,
    code,
    container,
    details,
    heading,
    lines,
    outside_link,
    paragraph,
    span,
    stack,
    table,
    text,
)
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.findings.found import Checked, Fragment
from mkdocs_dossier.findings.origins import origin_of_source
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import parts, told
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index
from mkdocs_dossier.pages.largest import Lists, fitting
from mkdocs_dossier.pages.lengths import FEWER_ROWS
from mkdocs_dossier.pages.linkeddata import linked_data
from mkdocs_dossier.pages.longlists import (
    LongList,
    events_list,
    first_rows,
    further_pages,
    in_line,
    mentions_list,
    named_list,
    records_in_line,
    records_list,
    statements_list,
)
from mkdocs_dossier.pages.marking import marked
from mkdocs_dossier.pages.ordering import date_order
from mkdocs_dossier.pages.replies import replied_in
from mkdocs_dossier.pages.versions import captured, versions_list
from mkdocs_dossier.pages.view import Here, View, record_path
from mkdocs_dossier.quotes.excerpts import Span, merged_parts
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref


def _items(view: View) -> list[str]:
    found = view.dossier.sources.values()
    return [one.id for one in sorted(found, key=lambda one: date_order(one.published, one.id))]


def _listed(here: Here, keys: Sequence[str]) -> Block:
    """List sources: publisher, and how many of the quoted passages are verified."""
    sources = [here.dossier.sources[key] for key in keys]
    rows = [
        [
            here.date(source.published) if source.published else (),
            _titled(here, source),
            here.actor(source.publisher) if source.publisher else (),
            _verified_count(here, here.view.taken.get(source.id, ())),
        ]
        for source in sources
    ]
    head = [here.say("Published"), here.say("Source"), here.say("Publisher"), here.say("Quoted passages")]
    return table(here.say("Sources"), head, rows, row_head=1)


def _titled(here: Here, source: Source) -> Inline:
    """Name a source, and what it republishes."""
    title = here.record("sources", source.id)
    if not source.republishes:
        return title
    original = here.fill("republishes {source}", source=here.record("sources", source.republishes))
    return lines([title, span(original, cls="dossier-known")])


def _fragments(taken: Sequence[Checked]) -> list[Fragment]:
    return [fragment for one in taken for fragment in one.fragments]


def _verified_count(here: Here, taken: Sequence[Checked]) -> Inline:
    fragments = _fragments(taken)
    verified = sum(one.match is not None for one in fragments)
    return text(
        here.words.say(
            "{verified} of {all} verified",
            verified=here.words.number(verified),
            all=here.words.number(len(fragments)),
        )
    )


def _page(view: View, key: str) -> Iterator[Page]:
    """Write a source's page: what it is, what quotes it, and how its passages were verified."""
    source, taken = view.dossier.sources[key], view.taken.get(key, ())
    ref = Ref("sources", source.id)
    here = view.here(record_path("sources", source.id))
    lists = [
        _lists(view, source),
        [versions_list(view, source, taken)],
        [_whole_text(view, source, taken)],
        [mentions_list(view, ref)],
    ]
    blocks, written = fitting(lists, partial(_blocks, here, source, taken))
    publisher = view.title("actors", source.publisher) if source.publisher else ""
    date = view.words.date(source.published) if source.published else ""
    description = view.words.say(", ").join(part for part in (publisher, date) if part)
    title = view.title("sources", source.id)
    yield Page(here.path, title, description or title, blocks)
    yield from further_pages(view, ref, *written, *_named(view, source))


def _blocks(here: Here, source: Source, taken: Sequence[Checked], lists: Lists) -> Block:
    ref = Ref("sources", source.id)
    standing, (versions,), (whole,), (mentions,) = lists
    return stack(
        heading(1, here.foreign(source.title, here.dossier.source_language(source.id)), "source"),
        _record(here, source),
        *(first_rows(here, ref, one) for one in standing),
        parts.part(here.say("Verification"), "verification", _verification(here, source, taken)),
        first_rows(here, ref, versions),
        first_rows(here, ref, whole),
        details(here.say("For machines"), _machines(here, source), cls="dossier-fold"),
        further(here, ref),
        first_rows(here, ref, mentions),
        parts.report_or_edit(here, ref),
        linked_data(here, ref),
    )


def _lists(view: View, source: Source) -> list[LongList[Any]]:
    """List what stands in a source: statements, events and actors; and what republishes it."""
    say, naming = view.words.say, partial(view.dossier.naming, "sources", source.id)
    events = {*naming(Reverse.EVIDENCE_FOR), *naming(Reverse.FIGURES)}
    actors = {*naming(Reverse.ROLES), *naming(Reverse.RELATIONS)}
    again = naming(Reverse.REPUBLISHED_BY)
    return [
        statements_list(view, "statements", say("Statements"), naming(Reverse.STATEMENTS), source=source.id),
        events_list(view, "events", say("Events"), events),
        records_list(view, "actors", say("Actors"), "actors", actors),
        records_list(view, "republished", say("Republished by"), "sources", again),
        replied_in(view, source.id),
    ]


def _named(view: View, source: Source) -> tuple[LongList[str], LongList[str], LongList[str]]:
    """List who wrote a source, from whom it has some of what it reports, and copies of it."""
    say = view.words.say
    return (
        named_list("authors", say("Authors"), "actors", source.authors),
        named_list("via", say("Some of it via"), "actors", _via(view, source)),
        LongList("archived", say("Archived"), source.archived, _addresses, kept=FEWER_ROWS),
    )


def _addresses(here: Here, urls: Sequence[str]) -> Block:
    return bullets(_address(here, url) for url in urls)


def _record(here: Here, source: Source) -> Block:
    ref = Ref("sources", source.id)
    authors, via, archived = _named(here.view, source)
    tag = here.dossier.source_language(source.id)
    return parts.facts(
        [
            (here.say("Kind"), here.say(source.kind.message)),
            (here.say("Publisher"), here.actor(source.publisher) if source.publisher else None),
            (here.say("Authors"), records_in_line(here, ref, authors, "actors")),
            (here.say("Agency"), here.actor(source.agency) if source.agency else None),
            (
                here.say("Republishes"),
                here.record("sources", source.republishes) if source.republishes else None,
            ),
            (here.say("Origin"), here.record(*origin_of_source(here.dossier, source.id))),
            (here.say("Some of it via"), records_in_line(here, ref, via, "actors")),
            (here.say("Published"), here.date(source.published) if source.published else None),
            (here.say("Updated"), here.date(source.updated) if source.updated else None),
            (here.say("Retrieved"), here.date(source.retrieved) if source.retrieved else None),
            (here.say("Written from"), here.record("places", source.dateline) if source.dateline else None),
            (here.say("Language"), text(here.words.language_name(tag))),
            (here.say("Original"), _address(here, source.url) if source.url else None),
            (
                here.say("Archived"),
                in_line(here, ref, archived, (_address(here, url) for url in archived.rows_of(1)), ", "),
            ),
            (here.say("Drafted"), _drafted(here, source)),
        ]
    )


def _drafted(here: Here, source: Source) -> Inline:
    """Say what drafted the records of a source, if a program did."""
    drafted = source.drafted
    if drafted is None:
        return ()
    return here.fill(
        "Drafted by {program}, {date}; each record was then approved by a person.",
        program=here.own(drafted.by),
        date=here.date(drafted.on),
    )


def _machines(here: Here, source: Source) -> Block:
    """Write what a program needs to tell that it has the same text."""
    return parts.facts(
        [
            (here.own("SHA-256"), code(source.sha256) if source.sha256 else None),
            (here.say("Copy that is kept"), captured(here, source.capture)),
        ]
    )


def _via(view: View, source: Source) -> list[str]:
    """List the actors from whom a source has some of what it reports, sorted."""
    naming = view.dossier.naming("sources", source.id, Reverse.STATEMENTS)
    reports = (one for key in naming for one in view.dossier.statements[key].reports)
    return sorted({one.via for one in reports if one.source == source.id and one.via})


def _address(here: Here, url: str) -> Inline:
    return outside_link(here.own(url), url)


def _verification(here: Here, source: Source, taken: Sequence[Checked]) -> Block:
    if source.id not in here.dossier.texts:
        return paragraph(
            here.say("The dossier holds no text of this source: nothing quoted from it could be verified.")
        )
    counted = Counter(one.tier for one in _fragments(taken))
    rows = [
        [
            told.tier(here, tier),
            text(here.words.number(counted[tier])),
            here.say(tier.explanation),
        ]
        for tier in Tier
        if counted[tier]
    ]
    head = [here.say("Verification"), here.say("Passages"), here.say("What it means")]
    return stack(table(here.say("Verification"), head, rows), paragraph(text(_share(here, source, taken))))


def _share(here: Here, source: Source, taken: Sequence[Checked]) -> str:
    """Say what share of a source's text the site quotes."""
    whole = len(here.dossier.texts[source.id].text)
    spans = _quoted_now(source, taken)
    quoted = sum(end - start for start, end in spans)
    # Rounded up, so that it never says less than it is.
    percent = -(-100 * quoted // whole) if whole else 0
    return here.words.say(
        "The passages quoted from it are {percent} of its text.", percent=here.words.percent(percent)
    )


def _quoted_now(source: Source, taken: Sequence[Checked]) -> list[Span]:
    """Return what is quoted of the newest version of a source's text."""
    newest = len(source.versions) - 1
    return merged_parts(match for one in taken if one.version == newest for match in one.matches)


def _whole_text(view: View, source: Source, taken: Sequence[Checked]) -> LongList[Span]:
    """List the paragraphs of the whole text, if its `rights` allow that, with all quoted passages marked."""
    archived, title = view.dossier.texts.get(source.id), view.words.say("Text")
    if archived is None or source.rights != "publish":
        return LongList("text", title, (), lambda _, __: ())
    quoted = _quoted_now(source, taken)
    listed = partial(_paragraphs, source.id, archived, quoted)
    pieces = [piece for one in archived.paragraphs for piece in _pieces(archived.text, *one)]
    return LongList("text", title, pieces, listed, _ALL, _ALL, weigh=partial(_weight, archived.text))


_ALL = 1 << 30
"""As many paragraphs as there are: only their length ends a page."""
_PIECE = 10_000
"""How many characters of a paragraph stand on one page for sure; a longer one may go on on the next."""


def _weight(text: str, span: Span) -> int:
    return len(text[slice(*span)].encode())


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Part a very long paragraph between its words."""
    while end - start > _PIECE:
        cut = text.rfind(" ", start + 1, start + _PIECE)
        cut = cut if cut > 0 else start + _PIECE
        yield start, cut
        start = cut
    yield start, end


def _paragraphs(
    source: str, archived: SourceText, quoted: Sequence[Span], here: Here, spans: Sequence[Span]
) -> Block:
    tag = here.dossier.source_language(source)
    paragraphs = (paragraph(marked(archived, start, end, quoted)) for start, end in spans)
    return container(*paragraphs, cls="dossier-text", attributes={"lang": tag, "dir": direction(tag)})


SOURCES = Index(
    "sources",
    mark("Sources"),
    mark("What the dossier draws on. Every quotation is looked up in the archived text."),
    _items,
    _listed,
).kind(50, _page)
