"""The dossier: its records, and what ties them together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_dossier.dossier.lastreview import Reviewed
from mkdocs_dossier.dossier.located import Located
from mkdocs_dossier.model.changelog import Change
from mkdocs_dossier.model.recordparts import Locator, Reply, Reported, Sourced, Withdrawn
from mkdocs_dossier.model.records import Actor, Claim, Event, Place, Record, Source, Statement
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.model.walk import parts
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import SECTIONS, Path, Ref, Section

# For a record that nobody names.
_NAMED: Mapping[Reverse, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a record takes from a source: the fragments of a quote, of a passage, or of both.

    `path` leads from the record, the `owner`, to the part that has the words; it is empty for the first
    report of a statement. `source` is the id of the source.
    """

    owner: Ref
    path: Path
    source: str
    quote: tuple[str, ...]
    passage: tuple[str, ...]


@dataclass(frozen=True)
class Dossier:
    """All records by id, in the order of their ids, with what ties them together.

    The speakers and sources of each of the `statements` are valid records. Where one of them is not, the
    statement is among the `unattributed`: an error says so, its words are looked up all the same, and nothing
    follows from it. `texts` maps the id of a source to its archived text. `backlinks` maps a record to its
    reverses, each with the ids of the records that name it; `mentions` maps it to the records whose prose
    links to it. `redirects` maps old addresses of records to those of today.

    `versions` are all texts of a source, the oldest first, None for one that could not be read; the last is
    that in `texts`. `locators` say, version by version, on which page or at what time each part of it
    stands. `changes` are those of `changes.yaml`, by day, the last day first. `reviews`
    are the last reviews of records that were reviewed: those in `reviews.csv`.

    `gone` are the records that were withdrawn, and `missed` says which of them a record names. In a dossier
    that is published, its sections list none of them; who looks for one by its id finds a record of that id
    with nothing in it.
    """

    settings: Settings
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    statements: Mapping[str, Statement]
    unattributed: Mapping[str, Statement]
    texts: Mapping[str, SourceText]
    backlinks: Mapping[Ref, Mapping[Reverse, tuple[str, ...]]]
    mentions: Mapping[Ref, tuple[Ref, ...]]
    redirects: Mapping[Ref, Ref]
    versions: Mapping[str, tuple[SourceText | None, ...]] = field(default_factory=dict)
    gone: Mapping[Ref, Withdrawn] = field(default_factory=dict)
    missed: Mapping[Ref, tuple[Ref, ...]] = field(default_factory=dict)
    locators: Located = field(default_factory=dict)
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    reviews: Mapping[Ref, Reviewed] = field(default_factory=dict)

    def section(self, section: Section) -> Mapping[str, Record]:
        """Return all records of a section, by id."""
        records: Mapping[str, Record] = getattr(self, section)
        return records

    def text_in(self, source: str, version: int | None) -> SourceText | None:
        """Return a version of a source's text, by its number from 0; None if there is none."""
        return None if version is None else self.versions[source][version]

    def located(self, source: str, version: int | None, offset: int) -> Locator | None:
        """Return the page, time or section of a character in a version of a source, if that is known."""
        of_versions = self.locators.get(source)
        found = None if of_versions is None or version is None else of_versions[version]
        return None if found is None else found.at(offset)

    def all_records(self) -> Iterator[tuple[Ref, Record]]:
        """List all records, section by section, and the statements that were left out of theirs."""
        for section in SECTIONS:
            yield from ((Ref(section, key), record) for key, record in self.section(section).items())
        yield from ((Ref("statements", key), one) for key, one in self.unattributed.items())

    def naming(self, section: Section, identifier: str, reverse: Reverse) -> tuple[str, ...]:
        """Return the ids of the records that name this one in the way of a reverse, sorted."""
        return self.backlinks.get(Ref(section, identifier), _NAMED).get(reverse, ())

    def language_of(self, report: Reported) -> str:
        """Return the language of the quote of a report, as a tag: its own, else that of the source."""
        return report.language or self.source_language(report.source)

    def source_language(self, identifier: str) -> str:
        """Return the language of a source, as a tag: its own, else the dossier's."""
        return self.sources[identifier].language or self.settings.language

    def date_of(self, statement: Statement) -> EdtfDate | None:
        """Return the date that a statement counts from: when it was said, else up to its publication."""
        if statement.said is not None:
            return statement.said
        # A statement may have thousands of reports, and is asked for its date again and again.
        if statement.id not in self._dates:
            self._dates[statement.id] = self._published(statement)
        return self._dates[statement.id]

    @cached_property
    def _dates(self) -> dict[str, EdtfDate | None]:
        return {}

    def _published(self, statement: Statement) -> EdtfDate | None:
        published = (self.sources[report.source].published for report in statement.reports)
        bounds = [bound for date in published if date and (bound := date.until())]
        return min(bounds, key=lambda bound: bound.sort_key, default=None)

    @cached_property
    def parts_taken(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """As what an actor took part in an event, by the ids of both, the event's first."""
        found: dict[tuple[str, str], list[str]] = {}
        for event in self.events.values():
            for one in event.participants:
                found.setdefault((event.id, one.actor), []).append(one.role)
        return found

    @cached_property
    def posts(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """The titles of the posts that an actor has at a body, by the ids of both, the actor's first."""
        found: dict[tuple[str, str], list[str]] = {}
        for actor in self.actors.values():
            for one in actor.roles:
                found.setdefault((actor.id, one.at), []).append(one.title)
        return found

    @cached_property
    def relations(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """The places, among the relations of an actor, of those to another, by the ids of both."""
        found: dict[tuple[str, str], list[int]] = {}
        for actor in self.actors.values():
            for index, one in enumerate(actor.relations):
                found.setdefault((actor.id, one.to), []).append(index)
        return found


def reports_of(statement: Statement) -> Iterator[tuple[Path, Reported]]:
    """List the reports of a statement, each with the way to it; that to the first one is empty."""
    yield (), statement
    yield from ((("also_in", index), report) for index, report in enumerate(statement.also_in))


def quotations(ref: Ref, record: Record) -> Iterator[Quotation]:
    """List the words that a record takes from sources."""
    if isinstance(record, Statement):
        for path, report in reports_of(record):
            yield Quotation(ref, path, report.source, report.quote or (), report.passage or ())
    for path, part in parts(record):
        if isinstance(part, Reply) and part.source is not None and part.text is not None:
            yield Quotation(ref, path, part.source, (part.text,), ())
        if isinstance(part, Sourced) and part.source is not None and part.passage is not None:
            yield Quotation(ref, path, part.source, (), part.passage)
