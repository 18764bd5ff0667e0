"""The tables of what records have several of: names, ties between them, figures, reports, positions.

A row has the id of the record, then its place in the list, from 0: together its key.
"""

from collections.abc import Iterator
from itertools import chain

from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.tabular import (
    Column,
    Row,
    date_cells,
    dated,
    decimal,
    flag,
    listed,
)
from mkdocs_dossier.model.recordparts import Figure, Reply
from mkdocs_dossier.model.records import Actor, Claim, Event, Place, Source, Statement

_SAYS_SO = Column("source", "What says so; its words are in `quotations`.", names="sources")
_WHILE = (*dated("since", "Since when."), *dated("until", "Until when."))


def _other_names(_: Published, record: Actor | Place) -> Iterator[Row]:
    yield from ((name, language) for language, name in record.names.items())
    yield from ((alias, None) for alias in record.aliases)


def _versions(_: Published, record: Source) -> Iterator[Row]:
    for one in record.versions:
        capture = one.capture
        kept = (capture.sha256 if capture else None, *date_cells(capture.at if capture else None))
        yield (one.sha256, *date_cells(one.retrieved), one.note, *kept)


def _memberships(_: Published, record: Actor) -> Iterator[Row]:
    for one in record.part_of:
        yield (one.actor, *date_cells(one.from_), *date_cells(one.until))


def _roles(_: Published, record: Actor) -> Iterator[Row]:
    for one in record.roles:
        yield (
            one.title,
            one.at,
            one.speaks_for,
            one.source,
            *date_cells(one.from_),
            *date_cells(one.until),
        )


def _relations(_: Published, record: Actor) -> Iterator[Row]:
    for one in record.relations:
        yield (one.kind, one.to, one.source, *date_cells(one.from_), *date_cells(one.until))


def _figures(_: Published, record: Event) -> Iterator[Row]:
    return map(_figure, record.figures)


def _figure(one: Figure) -> Row:
    low, high = one.value.low, one.value.high
    return (
        one.measure,
        one.of,
        one.value.text,
        None if low is None else float(low),
        one.value.low_open,
        None if high is None else float(high),
        one.value.high_open,
        one.value.about,
        one.unit,
        one.attributed_to,
        *date_cells(one.as_of),
        one.source,
    )


def _replies(_: Published, record: Claim | Statement) -> Iterator[Row]:
    return map(_reply, record.replies)


def _reply(one: Reply) -> Row:
    return (one.actor, *date_cells(one.on), one.text, one.source)


def _subjects(_: Published, record: Claim) -> Iterator[Row]:
    for one in record.about:
        yield (one.id if one.section == "events" else None, one.id if one.section == "actors" else None)


_OTHER_NAME = (
    Column("name", "The name."),
    Column("language", "Its language, as a BCP 47 tag; blank for a further name or spelling."),
)
_REPLY = (
    Column("actor", "Who answered.", names="actors"),
    *dated("answered", "When."),
    Column("text", "The words of the answer."),
    Column("source", "Where it stands; blank where it was sent to the dossier.", names="sources"),
)
_OF_SOURCES = (
    listed(
        Source,
        "source_authors",
        "Who wrote a source.",
        "authors",
        (Column("actor", "Who wrote it.", names="actors"),),
        cells=lambda _, one: [(actor,) for actor in one.authors],
    ),
    listed(
        Source,
        "source_copies",
        "Copies of a source that archives keep.",
        "copies",
        (Column("url", "Where the copy stands."),),
        cells=lambda _, one: [(url,) for url in one.archived],
    ),
    listed(
        Source,
        "source_versions",
        "The versions of a source’s text, the oldest first.",
        "versions",
        (
            Column("sha256", "The SHA-256 of the text’s bytes."),
            *dated("retrieved", "When it was taken from there."),
            Column("note", "What changed."),
            Column("capture_sha256", "The SHA-256 of the copy that the text was taken from."),
            *dated("captured", "When that copy was made."),
        ),
        cells=_versions,
    ),
)
_OF_ACTORS = (
    listed(Actor, "actor_names", "Further names of an actor.", "names", _OTHER_NAME, cells=_other_names),
    listed(
        Actor,
        "actor_links",
        "Pages about an actor elsewhere.",
        "links",
        (Column("url", "The address."),),
        cells=lambda _, one: [(url,) for url in one.links],
    ),
    listed(
        Actor,
        "memberships",
        "The bodies that an actor is a part of.",
        "bodies",
        (
            Column("body", "The body.", names="actors"),
            *_WHILE,
        ),
        cells=_memberships,
    ),
    listed(
        Actor,
        "roles",
        "The posts that a person holds or held.",
        "posts",
        (
            Column("title", "The post."),
            Column("body", "The body that it is at.", names="actors"),
            flag("speaks_for", "Whether what this person says, the body says."),
            _SAYS_SO,
            *_WHILE,
        ),
        cells=_roles,
    ),
    listed(
        Actor,
        "relations",
        "Other ties between two actors.",
        "ties",
        (
            Column("kind", "What ties them, read from this actor to the other."),
            Column("other", "The other actor.", names="actors"),
            _SAYS_SO,
            *_WHILE,
        ),
        cells=_relations,
    ),
)
_OF_PLACES = (
    listed(Place, "place_names", "Further names of a place.", "names", _OTHER_NAME, cells=_other_names),
)
_FIGURE = (
    Column("measure", "What is counted."),
    Column("counted_of", "Whom it is counted of.", names="actors"),
    Column("value", "The number as written: 85, >85, >=16, 16-20, ~30, dozens."),
    decimal("low", "The least number that it may mean."),
    flag("low_open", "Whether it means more than that."),
    decimal("high", "The greatest number that it may mean."),
    flag("high_open", "Whether it means less than that."),
    flag("about", "Whether it is about a number."),
    Column("unit", "What it is counted in."),
    Column("attributed_to", "Whose number it is.", names="actors"),
    *dated("as_of", "The day that it holds for."),
    _SAYS_SO,
)
_OF_EVENTS = (
    listed(
        Event,
        "event_places",
        "Where an event happened.",
        "places",
        (Column("place", "The place.", names="places"),),
        cells=lambda _, one: [(place,) for place in one.places],
    ),
    listed(
        Event,
        "participants",
        "Who took part in an event, and as what.",
        "participants",
        (
            Column("actor", "Who.", names="actors"),
            Column("role", "As what."),
        ),
        cells=lambda _, one: [(part.actor, part.role) for part in one.participants],
    ),
    listed(
        Event,
        "event_answers",
        "What an event came in answer to.",
        "events that it answers",
        (Column("answers", "The earlier event.", names="events"),),
        cells=lambda _, one: [(other,) for other in one.responds_to],
    ),
    listed(
        Event, "figures", "The numbers that sources give for an event.", "figures", _FIGURE, cells=_figures
    ),
    listed(
        Event,
        "evidence",
        "The sources that report an event; their words are in `quotations`.",
        "passages",
        (Column("source", "Where it stands.", names="sources"),),
        cells=lambda _, one: [(part.source,) for part in one.evidence],
    ),
)
_OF_CLAIMS = (
    listed(
        Claim,
        "claim_subjects",
        "What a claim is about: an event or an actor.",
        "subjects",
        (
            Column("event", "The event.", names="events"),
            Column("actor", "The actor.", names="actors"),
        ),
        cells=_subjects,
    ),
    listed(
        Claim,
        "claim_implies",
        "The claims that follow from a claim.",
        "claims that follow",
        (Column("implied", "What follows.", names="claims"),),
        cells=lambda _, one: [(other,) for other in one.implies],
    ),
    listed(
        Claim,
        "claim_excludes",
        "The claims that do not go together with a claim; read both ways.",
        "claims that are excluded",
        (Column("excluded", "The other.", names="claims"),),
        cells=lambda _, one: [(other,) for other in one.excludes],
    ),
    listed(
        Claim, "claim_replies", "What those concerned answered to a claim.", "answers", _REPLY, cells=_replies
    ),
)
_OF_STATEMENTS = (
    listed(
        Statement,
        "statement_speakers",
        "Who made a statement.",
        "speakers",
        (Column("actor", "The speaker.", names="actors"),),
        cells=lambda _, one: [(actor,) for actor in one.speakers],
    ),
    listed(
        Statement,
        "statement_addressees",
        "To whom a statement was made.",
        "addressees",
        (Column("actor", "To whom.", names="actors"),),
        cells=lambda _, one: [(actor,) for actor in one.to],
    ),
    listed(
        Statement,
        "statement_replies",
        "What those concerned answered to a statement.",
        "answers",
        _REPLY,
        cells=_replies,
    ),
)
TIE_TABLES = tuple(chain(_OF_SOURCES, _OF_ACTORS, _OF_PLACES, _OF_EVENTS, _OF_CLAIMS, _OF_STATEMENTS))
