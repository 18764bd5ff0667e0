"""What is known of an article: what the author of the dossier says, else what its page says and is valid."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.reading import Reading
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.ids import slugged
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.values.tags import parse_tag
from mkdocs_dossier.values.urls import parse_url

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPTIONS = {"title", "url", "published", "language"}
_LONGEST = 300
_LONGEST_OF_ANY = 8_000  # what is longer is no value of any kind, and not worth the time to look at it


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the author says of an article; each empty where they leave it to the page."""

    id: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    publisher: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article, each value valid by its field's type or empty."""

    title: str
    url: str
    published: str
    publisher: str
    language: str
    authors: str
    site: str

    @property
    def home(self) -> str:
        """What names the publisher in ids and paths: its id, else its domain, else its site's name."""
        host = urlsplit(self.url).hostname or ""
        return self.publisher or slugged(host.removeprefix("www.")) or slugged(self.site)

    @property
    def day(self) -> str:
        """The day of publication, empty where it is not known to the day."""
        found = _DAY.match(self.published)
        return found[0] if found else ""


def known(reading: Reading, article: Article, wanted: Wanted) -> tuple[Facts, tuple[str, ...]]:
    """Take each value from the author, else from the page.

    What the page says and is not valid is left out, and said in the second result. Raises `RefusedError` for
    what the author says and is not valid.
    """
    notes: list[str] = []

    def valid(name: str, parse: Callable[[str], str], by_page: str, by_author: str = "") -> str:
        value = by_author or " ".join(by_page.split())
        try:
            return parse(_short(value)) if value else ""
        except InvalidValue as trouble:
            if by_author:
                raise RefusedError(f"--{name} {trouble.message}.", trouble.advice) from trouble
            instead = f" Give it with --{name}." if name in _OPTIONS else ""
            notes.append(f"`{name}` is not taken from the page: what it says {trouble.message}.{instead}")
            return ""

    title = valid("title", one_line, article.title, wanted.title)
    site = valid("site", one_line, article.site)
    facts = Facts(
        title=title or valid("title", one_line, article.text.strip().partition("\n")[0]),
        url=valid("url", parse_url, article.url, wanted.url),
        published=valid("published", _date, article.published, wanted.published),
        publisher=_publisher(reading, wanted.publisher, site),
        language=valid("language", parse_tag, article.language, wanted.language),
        authors=valid("authors", one_line, article.authors),
        site=site,
    )
    return facts, tuple(notes)


def _short(value: str) -> str:
    if len(value) > _LONGEST_OF_ANY:
        raise InvalidValue(f"has {len(value):,} characters")
    return value


def one_line(value: str) -> str:
    """Read a line of text that is short enough for a title. Raises `InvalidValue`."""
    line = parse_text(value)
    if len(line) > _LONGEST:
        raise InvalidValue(f"has {len(line)} characters", f"use at most {_LONGEST}")
    return line


def _date(value: str) -> str:
    return EdtfDate.parse(value).text


def _publisher(reading: Reading, wanted: str, site: str) -> str:
    """Find the actor that published an article: the one named, else the one medium that is called so."""
    actors = reading.dossier.actors
    if wanted:
        if wanted not in actors:
            raise RefusedError(f"There is no actor `{wanted}`.", "Write its record first, or leave it out.")
        return wanted
    called = [
        identifier
        for identifier, actor in actors.items()
        if actor.kind == "media"
        and site.casefold() in {actor.name.casefold(), *map(str.casefold, actor.aliases)}
    ]
    return called[0] if len(called) == 1 else ""
