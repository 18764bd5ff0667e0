"""Says what is known of an article: by its author, or else by its page; and writes that as a record.

All that the author says is checked before anything is done, and all that is wrong is told at once.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlsplit

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.introducing import Cast, NewActor, together
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.sourcerecord import Known
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.model.vocabulary import ActorKind, SourceKind
from mkdocs_dossier.text.folding import folded
from mkdocs_dossier.values.choices import parse_choice
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.ids import ID_LENGTH, parse_id, slugged
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.values.refs import SECTIONS, Ref
from mkdocs_dossier.values.tags import parse_tag
from mkdocs_dossier.values.urls import parse_url

_IN_ID = 30
"""How many characters of a title or of a site's name an id gets."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPTIONS = {"title", "url", "published", "language", "kind", "retrieved"}
_LONGEST = 300  # characters of a title
_LONGEST_OF_ANY = 8_000  # what is longer is no value of any kind, and not worth the time to look at it
# Parts of a host that say nothing of whose site it is, before the last: `bbc.co.uk`.
_SECOND_LEVEL = {"ac", "co", "com", "edu", "gov", "net", "org"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the author says of an article; each is empty if it is left to the page, or not known."""

    id: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    publisher: str = ""
    language: str = ""
    kind: str = ""
    authors: tuple[str, ...] = ()
    agency: str = ""
    republishes: str = ""
    retrieved: str = ""
    archived: tuple[str, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class Facts(Known):
    """What is known of an article, and by their ids the actors that the dossier does not have yet."""

    new_actors: Mapping[str, NewActor] = field(default_factory=dict)

    @property
    def home(self) -> str:
        """The publisher's name in ids and paths: its id, or else the name of its site."""
        return self.publisher or _site_name(self.url) or _first_words(self.site)

    @property
    def day(self) -> str:
        """The day of publication; "" if it is not known to the day."""
        found = _DAY.match(self.published)
        return found[0] if found else ""


def described(
    dossier: Dossier, places: SourceMap, article: Article, wanted: Wanted, *, asks: bool
) -> tuple[Facts, tuple[str, ...]]:
    """Take each value from the author, or else from the page; return the values, and notes for the author.

    A value of the page that is not valid is left out, and noted. Actors of whom only an id is known are
    refused, unless the author is there to be asked (`asks`). Raises `RefusedError` with all that is wrong.
    """
    checks = _Checks(wanted, article.by_item)
    cast = Cast(dossier, {ref.id for ref in places.entries if ref.section == "actors"})
    title = checks.page("title", _one_line, article.title)
    site = checks.page("site", _one_line, article.site)
    publisher = checks.actor(cast, "publisher", wanted.publisher, ActorKind.MEDIA)
    agency = checks.actor(cast, "agency", wanted.agency, ActorKind.MEDIA)
    authors = [checks.actor(cast, "authors", one, ActorKind.PERSON) for one in wanted.authors]
    facts = Facts(
        id=checks.author("id", parse_id),
        title=title or ("" if wanted.title else checks.page("title", _one_line, _first_line(article.text))),
        kind=checks.page("kind", lambda text: parse_choice(text, tuple(SourceKind)), article.kind),
        publisher=publisher or ("" if wanted.publisher else _medium_called(dossier, site)),
        republishes=checks.source(places),
        agency=agency,
        authors=tuple(dict.fromkeys(one for one in authors if one)),
        published=checks.page("published", _date, article.published),
        updated=checks.page("updated", _date, article.updated),
        retrieved=(retrieved := checks.page("retrieved", _date, article.retrieved)),
        url=checks.page("url", parse_url, article.url),
        archived=tuple(checks.each("archived", parse_url)),
        language=checks.page("language", parse_tag, article.language),
        page_authors=checks.page("authors", _one_line, article.authors),
        site=site,
        by=checks.author("by", _one_line),
        tool=checks.page("tool", _one_line, article.tool),
        at=checks.page("captured", _date, article.captured) or (retrieved if wanted.retrieved else ""),
        new_actors=checks.new_actors(cast, asks=asks),
    )
    checks.refuse()
    return facts, tuple(checks.notes)


class _Checks:
    """Checks values one by one, and remembers what is wrong with the author's and with the page's."""

    def __init__(self, wanted: Wanted, by_item: Collection[str] = ()) -> None:
        """Begin with what the author says; `by_item` names what is not the page's, but a bibliography's."""
        self.wanted, self.by_item = wanted, by_item
        self.notes: list[str] = []
        self.wrong: list[RefusedError] = []
        self.actors: list[NewActor] = []

    def refuse(self) -> None:
        """Raise `RefusedError` with all that is wrong with what the author says."""
        if self.wrong:
            first, *others = self.wrong
            raise RefusedError(first.message, first.hint, [str(one) for one in others])

    def author(self, name: str, parse: Callable[[str], str]) -> str:
        """Read a value that only the author can give."""
        value = getattr(self.wanted, name)
        return self.parsed(name, parse, value) if value else ""

    def each(self, name: str, parse: Callable[[str], str]) -> Iterator[str]:
        for value in getattr(self.wanted, name):
            if read := self.parsed(name, parse, value):
                yield read

    def parsed(self, name: str, parse: Callable[[str], str], value: str) -> str:
        try:
            return parse(_short(value))
        except InvalidValue as trouble:
            self.wrong.append(RefusedError(f"--{name} {trouble.message}.", trouble.advice))
            return ""

    def page(self, name: str, parse: Callable[[str], str], by_page: str) -> str:
        """Read a value from the author, or else from the page."""
        if name in _OPTIONS and (by_author := getattr(self.wanted, name)):
            return self.parsed(name, parse, by_author)
        value = " ".join(by_page.split())
        try:
            return parse(_short(value)) if value else ""
        except InvalidValue as trouble:
            instead = f" Give it with --{name}." if name in _OPTIONS else ""
            whence = "what --csl gives" if name in self.by_item else "the page"
            self.notes.append(
                f"`{name}` is not taken from {whence}: what it says {trouble.message}.{instead}"
            )
            return ""

    def actor(self, cast: Cast, option: str, said: str, kind: ActorKind) -> str:
        """Return the id of an actor that the author names; one that is new is remembered."""
        if not said.strip():
            return ""
        try:
            found = cast.find(option, _short(said), kind)
        except InvalidValue as trouble:
            self.wrong.append(RefusedError(f"--{option} {trouble.message}."))
            return ""
        except RefusedError as trouble:
            self.wrong.append(trouble)
            return ""
        if isinstance(found, str):
            return found
        same = (one for one in self.actors if one.name and folded(one.name) == folded(found.name))
        self.actors.append(next(same, found))
        return self.actors[-1].id

    def new_actors(self, cast: Cast, *, asks: bool) -> dict[str, NewActor]:
        """Return the actors that are new, each once."""
        try:
            found = together(self.actors)
        except RefusedError as trouble:
            self.wrong.append(trouble)
            return {}
        if not asks:
            self.wrong += [cast.nameless(one) for one in found.values() if not one.name]
        return found

    def source(self, places: SourceMap) -> str:
        """Read the id of the source that this one republishes, which must be there."""
        identifier = self.author("republishes", parse_id)
        known = {ref.id for ref in places.entries if ref.section == "sources"}
        if identifier and identifier not in known:
            close = nearest(identifier, known)
            hint = f"Did you mean `{close}`?" if close else "Store that one first."
            self.wrong.append(RefusedError(f"--republishes: there is no source `{identifier}`.", hint))
        return identifier


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


def _short(value: str) -> str:
    if len(value) > _LONGEST_OF_ANY:
        raise InvalidValue(f"has {len(value):,} characters")
    return value


def _one_line(value: str) -> str:
    """Read a line of text that is short enough for a title. Raises `InvalidValue`."""
    line = parse_text(value)
    if len(line) > _LONGEST:
        raise InvalidValue(f"has {len(line)} characters", f"use at most {_LONGEST}")
    return line


def _date(value: str) -> str:
    return EdtfDate.parse(value).text


def _medium_called(dossier: Dossier, site: str) -> str:
    """Return the id of the one medium that has the name of the page's site; "" if there is none."""
    called = [
        identifier
        for identifier, actor in dossier.actors.items()
        if actor.kind is ActorKind.MEDIA
        and site.casefold() in {actor.name.casefold(), *map(str.casefold, actor.aliases)}
    ]
    return called[0] if len(called) == 1 else ""


def _site_name(url: str) -> str:
    """Return the name of a site from an address: its host without what all hosts have."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    labels = [label for label in host.split(".") if label]
    if len(labels) > 1 and not labels[-1].isdigit():
        labels.pop()
        if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
            labels.pop()
    return _first_words(".".join(labels))


def _first_words(text: str) -> str:
    """Return the first words of a text as a part of an id, cut between words where that is possible."""
    slug = slugged(text)
    if len(slug) <= _IN_ID:
        return slug
    return slug[: _IN_ID + 1].rpartition("-")[0] or slug[:_IN_ID]


def short_id(dossier: Dossier, places: SourceMap, facts: Facts, name: str) -> str:
    """Make an id that is short and telling: of the publisher, or else the site or the title, and the day.

    `name` is that of the article's file. Where another record has the id, it ends in `-2` and so on. An
    article that is there already, with another text, has the id that it has there.
    """
    title = _first_words(facts.title) or slugged(re.sub(r"\.[A-Za-z]{1,5}$", "", name)[:_IN_ID]) or "source"
    parts = [facts.home, facts.day or title] if facts.home else [title, facts.day]
    base = "-".join(filter(None, parts))[: ID_LENGTH - 5].strip("-")
    for number in count(1):
        identifier = base if number == 1 else f"{base}-{number}"
        there = dossier.sources.get(identifier)
        if there and (there.url == facts.url if there.url and facts.url else there.title == facts.title):
            return identifier
        is_taken = any(Ref(section, identifier) in places.entries for section in SECTIONS)
        if not is_taken and identifier not in facts.new_actors:
            return identifier
    raise AssertionError  # it counts without end


def is_elsewhere(source: Source, facts: Facts) -> bool:
    """Tell whether an article with the very text of a source stands elsewhere, and so is a source of its own.

    A reprint has the words of another paper. The author may say so, or the publisher or the site differs;
    another address on the same site is no other article.
    """
    sites = (_site_name(source.url or ""), _site_name(facts.url))
    publishers = (source.publisher or "", facts.publisher)
    return (
        facts.republishes not in ("", source.republishes)
        or (all(publishers) and publishers[0] != publishers[1])
        or (all(sites) and sites[0] != sites[1])
    )
