"""`dossier source`: puts the text of an article into a dossier, with a record of its source."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.describing import Facts, Wanted, described, is_elsewhere, short_id
from mkdocs_dossier.authoring.edits import Change, narrowed
from mkdocs_dossier.authoring.edits import replace as replaced
from mkdocs_dossier.authoring.introducing import Cast, NewActor, with_actors
from mkdocs_dossier.authoring.keeping import Beside, Original, beside, with_files
from mkdocs_dossier.authoring.reading import Reading, encoded, read, written
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.sourcerecord import Kept, record
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.paths import path_inside as path_of_text
from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH
from mkdocs_dossier.problems import Level
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.tree import MapNode, TextNode

_ELSEWHERE = "articles"


@dataclass(frozen=True, slots=True)
class Stored:
    """What is to be written: new files and changed ones, by path; and what the author should know.

    `copied` maps the path that the given file is to be copied to, to its SHA-256, where the file is too large
    to be among the new ones.
    """

    id: str
    new: Mapping[str, bytes] = field(default_factory=dict)
    changed: Mapping[str, bytes] = field(default_factory=dict)
    copied: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


Ask = Callable[[str, str, str | None], str]
"""Asks for the name of an actor that is new: given the option, its id, and the id of one that it may be."""


def store(
    folder: Folder,
    article: Article,
    name: str,
    wanted: Wanted,
    ask: Ask | None = None,
    *,
    original: Original | None = None,
) -> Stored:
    """Put an article into a dossier; `name` is the name of its file, or "".

    The `original` is kept as the capture of the source, unless it is the text itself, or there is none.

    Actors that the author names and that are not there yet are written, too; where only the id of one is
    given, `ask` is called for its name. Storing the same text again changes nothing. Raises `RefusedError` if
    what the author wants is not valid, if the id belongs to another source, or if a text would change that a
    record quotes.
    """
    if SETTINGS_PATH not in folder.yaml:
        raise RefusedError(
            f"The folder has no {SETTINGS_PATH}, so it is no dossier.", "Start one with `dossier new`."
        )
    if wanted.by and original is None:
        raise RefusedError("--by says who made the copy that is kept, and none is.", "Leave it out.")
    reading = read(folder)
    facts, notes = described(reading.dossier, reading.source_map, article, wanted, asks=ask is not None)
    text = article.text.encode(errors="replace")
    stored = _stored_already(reading, text)
    if stored and (
        stored == wanted.id or not (wanted.id or is_elsewhere(reading.dossier.sources[stored], facts))
    ):
        note = f"The text is there already, as that of the source `{stored}`, whose record stays."
        return Stored(stored, notes=(f"{note} For a source of its own, name its id with --id.",))
    identifier = facts.id or short_id(reading.dossier, reading.source_map, facts, name)
    if Ref("sources", identifier) in reading.entries:
        _refuse_kept(reading, identifier, article, original)
        return _replaced(reading, identifier, text, on_purpose=bool(wanted.id))
    facts = replace(facts, new_actors=_all_named(reading, facts.new_actors, ask))
    added = _added(reading, identifier, facts, article, name, original=original)
    return replace(added, notes=(*article.notes, *notes))


def _all_named(reading: Reading, actors: Mapping[str, NewActor], ask: Ask | None) -> dict[str, NewActor]:
    """Ask for the names that the author has not given."""
    cast = Cast(reading.dossier, {ref.id for ref in reading.entries if ref.section == "actors"})
    named = dict(actors)
    for identifier, actor in actors.items():
        if not actor.name and ask is not None:
            close = nearest(identifier, reading.dossier.actors)
            answer = ask(actor.option, identifier, close)
            found = cast.with_id(actor.option, identifier, answer, actor.kind)
            named[identifier] = found if isinstance(found, NewActor) else actor
    return named


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


def _refuse_kept(reading: Reading, identifier: str, article: Article, original: Original | None) -> None:
    """Raise `RefusedError` if what is kept of a source, or is to be kept, would not belong to its text."""
    source = reading.dossier.sources.get(identifier)
    path = dict(_texts_of_sources(reading)).get(identifier, "")
    if source is None or reading.folder.texts.get(path) == article.text.encode(errors="replace"):
        return
    if source.capture or source.locators or original is not None or article.locators:
        raise RefusedError(
            f"There is a source `{identifier}` already, with another text, and one of them has a capture.",
            "Store this one under another id, with --id; or, with --no-capture, put its text in that place.",
        )


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
            "Put the new text beside it, and name both in `texts`; or store it as another source, with --id.",
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


def _added(
    reading: Reading, identifier: str, facts: Facts, article: Article, name: str, *, original: Original | None
) -> Stored:
    """Make the files of a new source, its text and its record, and prove that they can be read."""
    folder, text = reading.folder, article.text.encode(errors="replace")
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
    files = beside(folder, f"{home}/{identifier}", article, original)
    kept = _kept(files, facts, original)
    made = record(identifier, facts, sha256(text).hexdigest(), name, kept).encode()
    written = {record_path: made, **_introduced(reading, facts.new_actors)}
    after = read(with_files(folder, written, {text_path: text}, files))
    _prove(reading, after, identifier, facts)
    new = {path: content for path, content in written.items() if path not in folder.yaml} | dict(files.new)
    changed = {path: content for path, content in written.items() if path in folder.yaml}
    if text_path not in folder.texts:
        new[text_path] = text
    return Stored(identifier, new, changed, files.copied)


def _kept(files: Beside, facts: Facts, original: Original | None) -> Kept:
    """Say for the record which files are kept, and what is known of them."""
    locators = files.locators.rpartition("/")[2]
    if original is None:
        return Kept(locators=locators)
    name = files.capture.rpartition("/")[2]
    stamp = files.timestamp.rpartition("/")[2]
    return Kept(name, original.digest, facts.by, facts.tool, facts.at, stamp, locators)


def _introduced(reading: Reading, actors: Mapping[str, NewActor]) -> dict[str, bytes]:
    """Write the actors that are new to the file that has most of those that are there."""
    if not actors:
        return {}
    if reading.unread:
        first = min(reading.unread)
        message = f"Not all of the dossier can be read, first at {first.location}: {first.message}"
        raise RefusedError(message, "Mend it first: it is not known which actors are there already.")
    path, text = with_actors(reading.texts, reading.folder.yaml, reading.source_map, list(actors.values()))
    return {path: encoded(reading, path, text)}


def _prove(before: Reading, after: Reading, identifier: str, facts: Facts) -> None:
    """Raise `RefusedError` unless the source and the new actors are there, and nothing new is an error."""
    there = after.dossier.sources.keys() >= {*before.dossier.sources, identifier}
    names = {key: actor.name for key, actor in after.dossier.actors.items()}
    wanted = {key: actor.name for key, actor in before.dossier.actors.items()}
    wanted |= {key: actor.name for key, actor in facts.new_actors.items()}
    if not there or names != wanted:
        raise RefusedError(f"The record of `{identifier}` cannot be written.", "Write it by hand.")
    # Not by their places, which change as lines are added.
    known = {(one.rule, one.message) for one in before.loaded.problems}
    for problem in after.loaded.problems:
        # As where a link in prose would mean an actor or something else of the same id.
        if problem.level is Level.ERROR and (problem.rule, problem.message) not in known:
            raise RefusedError(
                f"With `{identifier}`, this would be an error: {problem.message}", problem.hint
            )
