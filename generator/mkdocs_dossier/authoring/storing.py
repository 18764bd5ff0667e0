"""`dossier source`: puts the text of an article into a dossier, with a record of its source."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from urllib.parse import urlsplit

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.edits import Change, narrowed, scalar
from mkdocs_dossier.authoring.edits import replace as replaced
from mkdocs_dossier.authoring.reading import Reading, read, written
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH
from mkdocs_dossier.dossier.texts import text_path as path_of_text
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.ids import ID_LENGTH, parse_id, slugged
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.values.tags import parse_tag
from mkdocs_dossier.values.urls import parse_url
from mkdocs_dossier.yaml.tree import MapNode, TextNode

_TITLE_IN_ID = 40
_ELSEWHERE = "articles"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPTIONS = {"title", "url", "published", "language"}
_LONGEST = 300  # characters of a title
_LONGEST_OF_ANY = 8_000  # what is longer is no value of any kind, and not worth the time to look at it


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the author says of an article; each is empty if it is left to the page."""

    id: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    publisher: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """What is to be written: new files and changed ones, by path; and what the author should know."""

    id: str
    new: Mapping[str, bytes] = field(default_factory=dict)
    changed: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def store(folder: Folder, article: Article, name: str, wanted: Wanted) -> Stored:
    """Put an article into a dossier; `name` is the name of its file, or "".

    Storing the same text again changes nothing. Raises `RefusedError` if what the author wants is not valid,
    if the id belongs to another source, or if a text would change that a record quotes.
    """
    if SETTINGS_PATH not in folder.yaml:
        raise RefusedError(
            f"The folder has no {SETTINGS_PATH}, so it is no dossier.", "Start one with `dossier new`."
        )
    reading = read(folder)
    facts, notes = _known(reading, article, wanted)
    text = article.text.encode(errors="replace")
    stored = _stored_already(reading, text)
    if stored and wanted.id in ("", stored):
        return Stored(stored, notes=(f"The text is there already, as that of the source `{stored}`.",))
    identifier = _valid_id(wanted.id) if wanted.id else _new_id(reading, facts, name)
    if Ref("sources", identifier) in reading.entries:
        return _replaced(reading, identifier, text, on_purpose=bool(wanted.id))
    return replace(_added(reading, identifier, facts, text, name), notes=(*article.notes, *notes))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of an article; each value is valid for its field, or empty."""

    title: str
    url: str
    published: str
    publisher: str
    language: str
    authors: str
    site: str

    @property
    def home(self) -> str:
        """The publisher's name in ids and paths: its id, or else its domain, or else the name of its site."""
        host = urlsplit(self.url).hostname or ""
        return self.publisher or slugged(host.removeprefix("www.")) or slugged(self.site)

    @property
    def day(self) -> str:
        """The day of publication; "" if it is not known to the day."""
        found = _DAY.match(self.published)
        return found[0] if found else ""


def _known(reading: Reading, article: Article, wanted: Wanted) -> tuple[_Facts, tuple[str, ...]]:
    """Take each value from the author, or else from the page; return the values, and notes for the author.

    A value of the page that is not valid is left out, and noted. Raises `RefusedError` for one of the
    author's.
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

    title = valid("title", _one_line, article.title, wanted.title)
    site = valid("site", _one_line, article.site)
    facts = _Facts(
        title=title or valid("title", _one_line, article.text.strip().partition("\n")[0]),
        url=valid("url", parse_url, article.url, wanted.url),
        published=valid("published", _date, article.published, wanted.published),
        publisher=_publisher(reading, wanted.publisher, site),
        language=valid("language", parse_tag, article.language, wanted.language),
        authors=valid("authors", _one_line, article.authors),
        site=site,
    )
    return facts, tuple(notes)


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


def _publisher(reading: Reading, wanted: str, site: str) -> str:
    """Return the id of the publisher: the actor named, or else the one medium of the site's name."""
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


def _valid_id(value: str) -> str:
    try:
        return parse_id(value)
    except InvalidValue as trouble:
        raise RefusedError(f"--id {trouble.message}.", trouble.advice) from trouble


def _stored_already(reading: Reading, text: bytes) -> str:
    """Return the id of the source that has this very text; "" if there is none."""
    paths = {path for path, content in reading.folder.texts.items() if content == text}
    return next((identifier for identifier, path in _texts_of_sources(reading) if path in paths), "")


def _texts_of_sources(reading: Reading) -> Iterator[tuple[str, str]]:
    """List the ids of the sources that have a text, each with the path of the text in the dossier."""
    for identifier, source in reading.dossier.sources.items():
        if source.text is not None:
            place = reading.entries[Ref("sources", identifier)].key.location.path
            yield identifier, path_of_text(source.text, place) or ""


def _new_id(reading: Reading, facts: _Facts, name: str) -> str:
    """Make an id from the publisher and the day, or else from what is known; always the same for an article.

    If another article of that publisher and day has the id (its address differs), the title is added.
    """
    stem = re.sub(r"\.[A-Za-z]{1,5}$", "", name)
    title = slugged(facts.title)[:_TITLE_IN_ID]
    base = facts.home or slugged(stem) or title or "source"
    parts = [base, facts.day] if facts.day else [base, title] if facts.home else [base]
    identifier = _joined(parts)
    there = reading.dossier.sources.get(identifier)
    if there and there.url and facts.url and there.url != facts.url:
        return _joined([base, facts.day, title])
    return identifier


def _joined(parts: list[str]) -> str:
    return "-".join(filter(None, parts))[:ID_LENGTH].strip("-")


def _replaced(reading: Reading, identifier: str, text: bytes, *, on_purpose: bool) -> Stored:
    """Replace the text of a source from which nothing is quoted.

    Raises `RefusedError` if something is quoted, or if the author did not name the id (`on_purpose`).
    """
    path = dict(_texts_of_sources(reading)).get(identifier, "")
    another = "For another article, name another id with --id."
    if path not in reading.folder.texts:
        place = reading.entries[Ref("sources", identifier)].key.location
        raise RefusedError(f"There is a source `{identifier}` already, at {place}.", another)
    if reading.folder.texts[path] == text:
        return Stored(identifier, notes=(f"The text is there already, as {path}.",))
    sources = [source for source, other in _texts_of_sources(reading) if other == path]
    _refuse_quoted(reading, path, sources)
    if not on_purpose:
        hint = f"To put this text in its place, since nothing is quoted from it: --id {identifier}. {another}"
        raise RefusedError(f"There is a source `{identifier}` already, with another text.", hint)
    changes = _hashes(reading, sources, text)
    files, made = written(reading, changes)
    if len(made) < sum(map(len, changes.values())):
        raise RefusedError(f"The SHA-256 of {path} cannot be replaced.", "Remove the line, and try again.")
    note = f"The text of `{identifier}` is another now; its record is as it was, but for the SHA-256."
    return Stored(identifier, changed={path: text, **files}, notes=(note,))


def _refuse_quoted(reading: Reading, path: str, sources: Sequence[str]) -> None:
    """Raise `RefusedError` if a record quotes a text, or if nobody knows because records cannot be read."""
    if reading.unread:
        first = min(reading.unread)
        message = f"Not all of the dossier can be read, first at {first.location}: {first.message}"
        raise RefusedError(message, f"Mend it first: it is not known who quotes {path}.")
    owners = (checked.owner for checked in reading.quotations.values() if checked.source in sources)
    quoting = dict.fromkeys(f"{owner.kind} `{owner.id}`" for owner in owners)
    if quoting:
        raise RefusedError(
            f"The text {path} is quoted, so it stays as it is: by {', '.join(quoting)}.",
            "Store the new text under another id, with --id; or remove what is quoted from the old one.",
        )


def _hashes(reading: Reading, sources: Sequence[str], text: bytes) -> dict[str, list[Change]]:
    """Plan the change of the SHA-256 in the records of all sources that share a text."""
    changes: dict[str, list[Change]] = {}
    for identifier in sources:
        entry = reading.entries[Ref("sources", identifier)]
        node = entry.node.items.get("sha256") if isinstance(entry.node, MapNode) else None
        if isinstance(node, TextNode):
            path = node.location.path
            edits = narrowed(node.value, sha256(text).hexdigest())
            changes.setdefault(path, []).append(replaced(reading.texts[path], node, edits))
    return changes


def _added(reading: Reading, identifier: str, facts: _Facts, text: bytes, name: str) -> Stored:
    """Make the two files of a new source, its text and its record, and prove that they can be read."""
    folder = reading.folder
    home = facts.home or _ELSEWHERE
    text_path = f"{home}/{identifier}.txt"
    # The very same text may be left from a record that was removed, and is used again.
    if folder.texts.get(text_path, text) != text:
        sources = [source for source, path in _texts_of_sources(reading) if path == text_path]
        _refuse_quoted(reading, text_path, sources)
        raise RefusedError(f"Another text stands at {text_path}.", "Name another id with --id.")
    record_path = f"{home}/{facts.day or identifier}.yaml"
    if record_path in folder.yaml:
        record_path = f"{home}/{identifier}.yaml"
    if record_path in folder.yaml:
        raise RefusedError(f"There is a file {record_path} already.", "Name another id with --id.")
    record = _record(identifier, facts, text, name).encode()
    texts = {**folder.texts, text_path: text}
    after = read(Folder({**folder.yaml, record_path: record}, texts, folder.problems))
    if identifier not in after.dossier.sources:
        raise RefusedError(f"The record of `{identifier}` cannot be written.", "Write it by hand.")
    new = {record_path: record, text_path: text}
    return Stored(identifier, {path: new[path] for path in new if path not in folder.texts})


def _record(identifier: str, facts: _Facts, text: bytes, name: str) -> str:
    """Write the record; what only the author can know is left as a comment to fill in."""
    site = f"; the page calls its site “{facts.site}”" if facts.site else ""
    fields = (
        ("title", facts.title or identifier, ""),
        ("publisher", facts.publisher, f"the id of the actor that published it{site}"),
        ("authors", "", f"[the ids of actors]; the page names “{facts.authors}”" if facts.authors else ""),
        ("published", facts.published, "the day"),
        ("url", facts.url, "where the original stands"),
        ("language", facts.language, "its language, where that is not the dossier’s"),
        ("text", f"{identifier}.txt", ""),
        ("sha256", sha256(text).hexdigest(), ""),
    )
    lines = [
        f"# From {_shown(name)}, by `dossier source`. Compare it with the original: it may be wrong.",
        "sources:",
        f"  {identifier}:",
    ]
    for key, value, comment in fields:
        if value:
            lines.append(f"    {key}: {scalar(value)}")
        elif comment:
            lines.append(f"    # {key}: {visible(comment)}")
    return "\n".join([*lines, ""])


def _shown(name: str) -> str:
    """Name a file for a comment; "a file" if its name has characters that a comment cannot hold."""
    try:
        return visible(_one_line(name)) if name else "standard input"
    except InvalidValue:
        return "a file"
