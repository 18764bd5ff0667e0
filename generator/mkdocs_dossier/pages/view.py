"""What every page is written from: the dossier with its findings (`View`), and the page's path (`Here`)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from typing import TypeVar, TypeVarTuple, Unpack

from mkdocs_dossier.document.compose import join, link, span, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.document.prose import Turned, plain, prose
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.naming import name_of
from mkdocs_dossier.findings.found import Checked, Findings, Opposition
from mkdocs_dossier.model.proselinks import ProseLink, targets
from mkdocs_dossier.model.records import Record, Source, Statement
from mkdocs_dossier.pages.editing import Repository
from mkdocs_dossier.pages.inlines import among, dated, isolated, pieces
from mkdocs_dossier.pages.tracing import Keeper, Notes
from mkdocs_dossier.pages.tying import ties_of
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.pictures.ties.graph import Ties
from mkdocs_dossier.pictures.ties.graphviz import Layout
from mkdocs_dossier.problems import Location
from mkdocs_dossier.terms import term
from mkdocs_dossier.text.languages import Direction, direction, direction_of
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.text.shortening import cut_long, cut_words
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section
from mkdocs_dossier.words import Words

_Key = TypeVarTuple("_Key")
_Made = TypeVar("_Made")
_From = TypeVar("_From")
_To = TypeVar("_To")

SUMMARY_LENGTH = 160
"""Characters of prose that a page's description, or a row of a list, holds."""
TITLE_LENGTH = 90
"""Characters of a quotation that stands for a statement's title."""
_LABEL = 200
"""Characters of a record's title where others link to it; its own page has the whole."""
_MOST_SPEAKERS = 8
"""How many of those who made a statement together are named; its own page names all."""
NO_SPEAKER = mark("Speaker not found")
"""What stands for the speaker of words of which a program could not tell who says them."""
WITHDRAWN = mark("Withdrawn record")
"""What stands for a record that was withdrawn, wherever it is named."""
SEPARATORS = (mark(", "), mark("; "), mark(": "))
"""The separators of lists; the catalogues have those of other languages, such as the Arabic comma."""


@dataclass(frozen=True)
class View(Keeper):
    """All that pages are written from.

    `outlines` are those of countries. `layout` lays out a graph, if anything does. `directory_urls` says
    whether a page is published as `x/` or as `x/index.html`. `written` says where in the dossier's files each
    record stands, `repository` where these are kept, if that is known. `notes` are told what pages read of
    all this: the mappings may be such as note it. `drafts` are the files of the drafts that a server shows
    beside the dossier, which need not be in it; a built site has none. `realm` tells two views of one site
    apart.
    """

    dossier: Dossier
    findings: Findings
    words: Words
    outlines: Outlines
    layout: Layout | None = None
    directory_urls: bool = True
    written: Mapping[Ref, Location] = field(default_factory=dict)
    repository: Repository | None = None
    notes: Notes = field(default_factory=Notes)
    drafts: Mapping[Ref, str] = field(default_factory=dict)
    realm: str = ""

    @cached_property
    def dates(self) -> dict[tuple[str, str], Inline]:
        """Dates by how they are written and by their EDTF text, which say all that there is to know."""
        return {}

    @cached_property
    def said(self) -> dict[str, Inline]:
        """What the program says, by its messages."""
        return {}

    def title(self, section: Section, identifier: str) -> str:
        """Return a record's title in plain text, as it is named elsewhere: a very long one is cut."""
        return self.once(View._called, section, identifier)

    def _called(self, section: Section, identifier: str) -> str:
        if Ref(section, identifier) in self.dossier.gone:
            return self.words.say(WITHDRAWN)
        return cut_long(self._title(self.dossier.section(section)[identifier]), _LABEL)

    def _title(self, record: Record) -> str:
        if isinstance(record, Statement):
            return self.words.say(": ").join([self.speakers(record), self.gist(record)])
        return name_of(record)

    def speakers(self, statement: Statement) -> str:
        """Name who made a statement; of a joint one, all of them, or of very many the first."""
        if not statement.speakers:
            return self.words.say(NO_SPEAKER)
        few = statement.speakers[:_MOST_SPEAKERS]
        names = self.words.say(", ").join(self.title("actors", key) for key in few)
        rest = len(statement.speakers) - len(few)
        if not rest:
            return names
        more = self.words.count("{n} more", "{n} more", rest)
        return self.words.say("{names} and {more}", names=names, more=more)

    def gist(self, statement: Statement) -> str:
        """Say in one line what a statement says: its summary, or else the beginning of its words."""
        if statement.summary:
            return cut_long(statement.summary, _LABEL)
        quoted = self.words.say("“{words}”", words=_beginning(statement))
        # Without a quotation these are the source's words, not the speaker's.
        return quoted if statement.quote else self.words.say("as reported, {words}", words=quoted)

    @cached_property
    def ties(self) -> Ties:
        """The ties between all actors; what is read of them is noted actor by actor."""
        with self.notes.left_out():
            found = ties_of(self.dossier.actors, self.words, partial(self.title, "actors"))
        return Ties(
            self.derived("tied", lambda: found.actors),
            self.derived("ties_from", lambda: found.leading_from),
            self.derived("ties_to", lambda: found.leading_to),
        )

    @cached_property
    def direction(self) -> Direction:
        """The direction of the dossier's language."""
        return direction(self.dossier.settings.language)

    @property
    def spoken_for(self) -> Mapping[str, Sequence[str]]:
        """The ids of the statements that others made on an actor's behalf, by the actor's id."""
        return self.derived("spoken_for", self._spoken_for)

    def _spoken_for(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for key, voices in self.findings.voices.items():
            for actor in voices:
                if actor not in self.dossier.statements[key].speakers:
                    found.setdefault(actor, []).append(key)
        return found

    @property
    def taken(self) -> Mapping[str, Sequence[Checked]]:
        """What was found of all that is quoted from a source, by its id."""
        return self.derived("taken", self._taken)

    def _taken(self) -> Mapping[str, Sequence[Checked]]:
        found: dict[str, list[Checked]] = {}
        for checked in self.findings.quotations.values():
            found.setdefault(checked.source, []).append(checked)
        return found

    @property
    def opposed(self) -> Mapping[str, Sequence[Opposition]]:
        """The contradictions that a statement is part of, by the statement's id."""
        return self.derived("opposed", self._opposed)

    def _opposed(self) -> Mapping[str, Sequence[Opposition]]:
        found: dict[str, list[Opposition]] = {}
        for oppositions in self.findings.contradictions.values():
            for one in oppositions:
                found.setdefault(one.first, []).append(one)
                found.setdefault(one.second, []).append(one)
        return found

    def here(self, path: str) -> "Here":
        """Return a writer for the page at a path below the site's root, such as `claims/x/index.md`."""
        return Here(self, path)


def _beginning(statement: Statement) -> str:
    """Return the beginning of a statement's words, as long as a title."""
    return cut_words(" … ".join(statement.quote or statement.passage or ()), TITLE_LENGTH)


def record_path(section: Section, identifier: str) -> str:
    """Return the path of a record's page, `section/id/index.md`; its address is `/section/id/`."""
    return f"{section}/{identifier}/index.md"


def index_path(section: str) -> str:
    """Return the path of the index of a section."""
    return f"{section}/index.md"


@dataclass(frozen=True)
class Here:
    """Writes text, links and names for one page: links are relative to it, and directions are its own."""

    view: View
    path: str

    @property
    def words(self) -> Words:
        """The program's own words."""
        return self.view.words

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.view.dossier

    def target(self, path: str) -> str:
        """Return the relative path to another file of the site, given below the site's root."""
        return "../" * self.path.count("/") + path

    def address(self, section: Section, identifier: str) -> str:
        """Return the relative address of a record's built page, for markup that MkDocs does not rewrite."""
        return self.index_address(f"{section}/{identifier}")

    def index_address(self, section: str) -> str:
        """Return the relative address of the built index of a section."""
        return self.target(f"{section}/") + ("" if self.view.directory_urls else "index.html")

    def say(self, message: str, **values: object) -> Inline:
        """Say a message of the program's own, in the dossier's language."""
        if values:
            return text(self.words.say(message, **values))
        said = self.view.said
        if message not in said:
            said[message] = text(self.words.say(message))
        return said[message]

    def fill(self, message: str, **parts: Inline) -> Inline:
        """Say a message with inlines put into its places, such as `by {name}`."""
        return self._filled(self.words.say(message), parts)

    def fill_count(self, one: str, many: str, number: int, **parts: Inline) -> Inline:
        """Say a message about a number of things, in its plural form, with inlines put into its places."""
        places = {name: f"{{{name}}}" for name in parts}
        return self._filled(self.words.count(one, many, number, **places), parts)

    def _filled(self, message: str, parts: Mapping[str, Inline]) -> Inline:
        return tuple(chain.from_iterable(parts.get(name, written) for name, written in pieces(message)))

    def term(self, identifier: str) -> Inline:
        """Name a kind of event or a measure, by its id."""
        return self.own(term(identifier, self.words))

    def join(self, parts: Iterable[Inline], separator: str) -> Inline:
        """Join parts by one of `SEPARATORS`, as the dossier's language writes it."""
        return join(parts, self.words.say(separator))

    def own(self, value: str) -> Inline:
        """Write text of the dossier, marked with its direction if that is not the page's."""
        return among(value, self.view.direction)

    def foreign(self, value: str, tag: str) -> Inline:
        """Write text in a language (a BCP 47 tag), marked with it unless it is the dossier's own."""
        if tag == self.dossier.settings.language:
            return self.own(value)
        return span(text(value), lang=tag, direction=direction(tag))

    def quoted(self, words: str, tag: str) -> Inline:
        """Write words in a language between quotation marks."""
        return self.fill("“{words}”", words=self.foreign(words, tag))

    def turned(self, content: Inline, tag: str) -> Inline:
        """Write a quotation, marks included, in the direction of its language: it may have several lines."""
        way = direction(tag)
        return content if way == self.view.direction else span(content, direction=way)

    def gist(self, statement: Statement) -> Inline:
        """Write in one line what a statement says: its summary, or else the beginning of its words."""
        if statement.summary:
            return self.own(self.view.gist(statement))
        tag = self.dossier.language_of(statement) if statement.quote else None
        tag = tag or self.dossier.source_language(statement.source)
        quoted = self.turned(self.quoted(_beginning(statement), tag), tag)
        return quoted if statement.quote else self.fill("as reported, {words}", words=quoted)

    def title(self, section: Section, identifier: str) -> Inline:
        """Write a record's title, each part marked with its own language and direction."""
        return self.once(Here._title, section, identifier)

    def _title(self, section: Section, identifier: str) -> Inline:
        if Ref(section, identifier) in self.dossier.gone:
            return self.say(WITHDRAWN)
        match self.dossier.section(section)[identifier]:
            case Statement() as statement:
                return self.join([self.speakers(statement, linked=False), self.gist(statement)], ": ")
            case Source() as source:
                title = self.view.title("sources", source.id)
                return self.foreign(title, self.dossier.source_language(source.id))
        return self.own(self.view.title(section, identifier))

    def record(self, section: Section, identifier: str, label: Inline | None = None) -> Inline:
        """Link to a record's page, by its title unless a label is given."""
        if label is not None:
            return link(label, self.target(record_path(section, identifier)))
        return self.once(_record_link, section, identifier)

    def once(self, make: Callable[["Here", Unpack[_Key]], _Made], *key: *_Key) -> _Made:
        """Write what `make` makes of a key, once for all pages as deep in the site: links are relative.

        It depends on nothing but the view and the key.
        """
        made: _Made = self.view.kept.made((make, self.path.count("/"), *key), partial(make, self, *key))
        return made

    def records(self, section: Section, identifiers: Iterable[str], separator: str) -> Inline:
        """Link to several records of a section, joined by one of `SEPARATORS`."""
        return self.join((self.record(section, key) for key in identifiers), separator)

    def actor(self, identifier: str) -> Inline:
        """Link to an actor's page, by the actor's name."""
        return self.record("actors", identifier)

    def speakers(self, statement: Statement, *, linked: bool = True) -> Inline:
        """Name who made a statement, with links; of a joint one all of them, or of very many the first."""
        if not statement.speakers:
            return self.say(NO_SPEAKER)
        few = statement.speakers[:_MOST_SPEAKERS]
        written = self.actor if linked else partial(self.title, "actors")
        names = self.join(map(written, few), ", ")
        rest = len(statement.speakers) - len(few)
        if not rest:
            return names
        more = text(self.words.count("{n} more", "{n} more", rest))
        return self.fill("{names} and {more}", names=names, more=more)

    def section(self, section: str, label: Inline) -> Inline:
        """Link to the index of a section, of which the dossier has something: else there is none."""
        return link(label, self.target(index_path(section)))

    def date(self, value: EdtfDate) -> Inline:
        """Write a date, as a `time` that programs can read if it is one day."""
        return self._once("date", value, self.words.date)

    def moment(self, value: EdtfDate) -> Inline:
        """Write the date of a statement: of an interval, it was made on one day."""
        return self._once("moment", value, self.words.moment) if value.is_interval else self.date(value)

    def brief(self, value: EdtfDate) -> Inline:
        """Write the date of a statement or a source in small print."""
        return self._once("brief", value, self.words.brief)

    def _once(self, how: str, value: EdtfDate, say: Callable[[EdtfDate], str]) -> Inline:
        dates, key = self.view.dates, (how, value.text)
        if key not in dates:
            dates[key] = dated(value, say(value))
        return dates[key]

    def prose(self, value: str) -> Block:
        """Write a prose field."""
        return prose(
            value,
            self._prose_link,
            lambda words: isolated(words, self.view.direction),
            turned=self._turned,
        )

    def _turned(self, words: str) -> Turned | None:
        """Say how to write a paragraph, if its words do not run in the page's direction."""
        way = direction_of(words, self.view.direction)
        if way == self.view.direction:
            return None
        return Turned(way, lambda written: self._prose_link(written, way), lambda piece: isolated(piece, way))

    def plain(self, value: str) -> str:
        """Return the words of a prose field in plain text, cut to `SUMMARY_LENGTH`."""
        return self.once(Here._plain, value)

    def _plain(self, value: str) -> str:
        return cut_words(plain(value, self._prose_label), SUMMARY_LENGTH)

    def _prose_link(self, written: ProseLink, way: Direction | None = None) -> Inline:
        section, identifier = self._meant(written)
        label = written.label or self.view.title(section, identifier)
        if section == "claims" and not written.label:
            # A claim is a sentence; its full stop would end the one that it is named in.
            label = label.rstrip(".")
        return self.record(section, identifier, among(label, way or self.view.direction))

    def _prose_label(self, written: ProseLink) -> str:
        return self.view.title(*self._meant(written))

    def _meant(self, written: ProseLink) -> Ref:
        # A link that means no record, or several, is an error, with which no page is written.
        records = {section: self.dossier.section(section) for section in SECTIONS}
        return targets(written, records)[0]


def _record_link(here: Here, section: Section, identifier: str) -> Inline:
    return link(here.title(section, identifier), here.target(record_path(section, identifier)))
