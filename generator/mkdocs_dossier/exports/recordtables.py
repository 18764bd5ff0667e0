"""The tables of records: one a section, with a row for each record and a column for each single field."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.tabular import (
    ORIGIN_COLUMNS,
    Column,
    Row,
    Table,
    date_cells,
    dated,
    decimal,
    each,
    flag,
    origin_cells,
    section_of,
)
from mkdocs_dossier.findings.found import weakest
from mkdocs_dossier.findings.origins import origin_of_source
from mkdocs_dossier.model.records import Actor, Claim, Event, Place, Record, Source, Statement
from mkdocs_dossier.model.vocabulary import ActorKind, PlaceKind, Rights, SourceKind
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.values.refs import SINGULAR, Ref

_R = TypeVar("_R", bound=Record)


def _settings(published: Published) -> Iterator[Row]:
    settings = published.dossier.settings
    written = {
        "language": settings.language,
        "lead": settings.lead,
        "licence": settings.licence,
        "summary": settings.summary,
        "title": settings.title,
        "updated": settings.updated.text if settings.updated else None,
    }
    yield from ((f"editor.{number}", name) for number, name in enumerate(settings.editors))
    yield from ((name, value) for name, value in written.items() if value is not None)


def _section(
    model: type[_R], columns: tuple[Column, ...], cells: Callable[[Published, _R], Row], about: str
) -> Table:
    """Return the table of a section. Of a record that was withdrawn, a row has the id and nothing else."""
    section = section_of(model)

    def rows(published: Published) -> Iterator[Row]:
        records = {record.id: record for record in each(published, model)}
        gone = {ref.id for ref in published.dossier.gone if ref.section == section}
        for key in sorted({*published.dossier.section(section), *gone}):
            record = records.get(key)
            if record is None:
                yield (key, True, *(None for _ in columns), None)
            else:
                yield (key, False, *cells(published, record), published.page(Ref(section, key)))

    around = (
        Column("id", f"The id of the {SINGULAR[section]}."),
        flag("withdrawn", "Whether it was withdrawn: then all else is blank."),
        *columns,
        Column("page", "The address of its page."),
    )
    return Table(section, about, 1, around, rows)


def _source(published: Published, record: Source) -> Row:
    versions = record.versions
    return (
        record.title,
        record.kind,
        record.publisher,
        record.agency,
        record.republishes,
        *date_cells(record.published),
        *date_cells(record.updated),
        *date_cells(record.retrieved),
        record.url,
        published.dossier.source_language(record.id),
        record.dateline,
        record.rights,
        bool(versions),
        versions[-1].sha256 if versions else None,
        *origin_cells(origin_of_source(published.dossier, record.id)),
    )


def _actor(_: Published, record: Actor) -> Row:
    return record.name, record.kind, record.description, record.wikidata


def _place(_: Published, record: Place) -> Row:
    return record.name, record.kind, record.within, record.lat, record.lon, record.wikidata


def _event(_: Published, record: Event) -> Row:
    return (
        record.name,
        record.kind,
        *date_cells(record.when),
        record.when_note,
        record.part_of,
        record.summary,
    )


def _claim(_: Published, record: Claim) -> Row:
    return record.text, record.question, record.note


def _statement(published: Published, record: Statement) -> Row:
    findings = published.findings
    taken_back = findings.withdrawn.get(record.id)
    return (
        published.title(Ref("statements", record.id)),
        " […] ".join(record.quote or record.passage or ()),
        bool(record.quote),
        weakest(findings.words_of(record.id).shown),
        record.summary,
        *date_cells(record.said),
        record.said_note,
        record.medium,
        record.during,
        record.corrects,
        taken_back.by if taken_back else None,
    )


SETTINGS = Table(
    "settings",
    "What the dossier says of itself: a row for each setting.",
    1,
    (Column("name", "The name of the setting."), Column("value", "Its value.")),
    _settings,
)
_SOURCES = _section(
    Source,
    (
        Column("title", "The title as published."),
        Column("kind", "What it is.", choices=tuple(SourceKind)),
        Column("publisher", "Who published it.", names="actors"),
        Column("agency", "The news agency that it credits.", names="actors"),
        Column("republishes", "The source that it reprints or translates.", names="sources"),
        *dated("published", "When it was first published."),
        *dated("updated", "When its publisher last changed it."),
        *dated("retrieved", "When the archived text was taken from it."),
        Column("url", "Where the original stands."),
        Column("language", "The language that it is in, as a BCP 47 tag."),
        Column("dateline", "The place that it was written from, as it says.", names="places"),
        Column("rights", "Whether all of its text may be shown, or only quotations.", choices=tuple(Rights)),
        flag("has_text", "Whether the dossier holds its text, in which quotations are looked up."),
        Column("sha256", "The SHA-256 of that text’s bytes; of several versions, of the last."),
        *ORIGIN_COLUMNS,
    ),
    _source,
    "What the dossier draws on: articles, transcripts, posts.",
)
_ACTORS = _section(
    Actor,
    (
        Column("name", "The name in the dossier’s language."),
        Column("kind", "What the actor is.", choices=tuple(ActorKind)),
        Column("description", "Who or what this is, in Markdown."),
        Column("wikidata", "The item at Wikidata."),
    ),
    _actor,
    "People and bodies that speak, act or are acted upon.",
)
_PLACES = _section(
    Place,
    (
        Column("name", "The name in the dossier’s language."),
        Column("kind", "What the place is.", choices=tuple(PlaceKind)),
        Column("within", "The place around it.", names="places"),
        decimal("lat", "Latitude in degrees (WGS 84), north positive; of an area, of its middle."),
        decimal("lon", "Longitude in degrees (WGS 84), east positive; of an area, of its middle."),
        Column("wikidata", "The item at Wikidata."),
    ),
    _place,
    "Places that something happened at, or that are around such places.",
)
_EVENTS = _section(
    Event,
    (
        Column("name", "What happened."),
        Column("kind", "The sort of event."),
        *dated("happened", "When it happened."),
        Column("when_note", "How the date is known."),
        Column("part_of", "The larger event that it belongs to.", names="events"),
        Column("summary", "What happened, in Markdown."),
    ),
    _event,
    "What happened, as sources report it.",
)
_CLAIMS = _section(
    Claim,
    (
        Column("text", "The proposition, in neutral words."),
        Column("question", "The same as a question."),
        Column("note", "What a reader must know to read it rightly, in Markdown."),
    ),
    _claim,
    "Propositions that statements assert, deny or qualify; `labels` says where each stands.",
)
_STATEMENTS = _section(
    Statement,
    (
        Column("title", "Who says what, in a line."),
        Column("words", "The words in the first report, with […] between fragments."),
        flag("is_quote", "Whether these are the speaker’s own words, not those of who reports them."),
        Column("tier", "How closely these words agree with the source’s text.", choices=tuple(Tier)),
        Column("summary", "One line in the dossier’s words."),
        *dated("said", "When it was said."),
        Column("said_note", "How the date is known."),
        Column("medium", "How it was said."),
        Column("during", "The event at which it was said.", names="events"),
        Column("corrects", "The earlier statement that this takes back.", names="statements"),
        Column("taken_back_by", "The first statement that takes some of it back.", names="statements"),
    ),
    _statement,
    "What somebody said on one occasion; `reports` says where that stands.",
)
SECTION_TABLES = (_SOURCES, _ACTORS, _PLACES, _EVENTS, _CLAIMS, _STATEMENTS)
