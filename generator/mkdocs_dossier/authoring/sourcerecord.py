"""Writes the record of a source: what is known of it, and what only its author can know, to be filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.authoring.edits import scalar
from mkdocs_dossier.authoring.layout import in_brackets
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text

_LONGEST_NAME = 300  # characters of a file's name in a comment


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article; each value is valid for its field, or empty.

    `page_authors` and `site` are what the page calls them, for a comment. `by`, `tool` and `at` say who made
    the file that the article is taken from, with what, and when.
    """

    id: str
    title: str
    kind: str
    publisher: str
    republishes: str
    agency: str
    authors: tuple[str, ...]
    published: str
    retrieved: str
    url: str
    archived: tuple[str, ...]
    language: str
    page_authors: str
    site: str
    updated: str = ""
    by: str = ""
    tool: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a source is kept beside its text: each value is valid for its field, or empty.

    `capture` is the name of the file that the text was taken from, without the path; `digest` its SHA-256.
    `by`, `tool` and `at` say who made it, with what, and when; `timestamp` is the name of the token of its
    time stamp. `locators` is the name of the file that says on which page, or at what time, each part of the
    text stands.
    """

    capture: str = ""
    digest: str = ""
    by: str = ""
    tool: str = ""
    at: str = ""
    timestamp: str = ""
    locators: str = ""


_NOTHING_KEPT = Kept()


def record(identifier: str, facts: Known, digest: str, name: str, kept: Kept = _NOTHING_KEPT) -> str:
    """Write the record; what only the author can know is left as a comment to fill in.

    `digest` is the SHA-256 of the text, `name` the name of the article's file, or "".
    """
    lines = [
        f"# From {_shown(name)}, by `dossier source`. Compare it with the original: it may be wrong.",
        "sources:",
        f"  {identifier}:",
    ]
    for key, value, comment in (*_about(identifier, facts), *_files(identifier, digest, kept)):
        if value:
            lines.append(f"    {key}: {value}".replace(": \n", ":\n", 1))
        elif comment:
            lines.append(f"    # {key}: {visible(comment)}")
    return "\n".join([*lines, ""])


_Line = tuple[str, str, str]
"""A field, its value as YAML, and a comment for where there is none."""


def _about(identifier: str, facts: Known) -> Iterator[_Line]:
    """List the fields that say what the article is."""
    site = f"; the page calls its site “{facts.site}”" if facts.site else ""
    page_authors = f"[the ids of actors]; the page names “{facts.page_authors}”" if facts.page_authors else ""
    yield "title", scalar(facts.title or identifier), ""
    yield "kind", facts.kind, ""
    yield "publisher", _scalar(facts.publisher), f"the id of the actor that published it{site}"
    yield "republishes", _scalar(facts.republishes), ""
    yield "agency", _scalar(facts.agency), ""
    authors = in_brackets([*map(scalar, facts.authors)], "[]") if facts.authors else ""
    yield "authors", authors, page_authors
    yield "published", _scalar(facts.published), "the day"
    yield "updated", _scalar(facts.updated), ""
    yield "retrieved", _scalar(facts.retrieved), ""
    yield "url", _scalar(facts.url), "where the original stands"
    yield "archived", "".join(f"\n      - {scalar(one)}" for one in facts.archived), ""
    yield "language", _scalar(facts.language), "its language, where that is not the dossier’s"


def _files(identifier: str, digest: str, kept: Kept) -> Iterator[_Line]:
    """List the fields that name the files of the source."""
    yield "text", f"{identifier}.txt", ""
    yield "sha256", digest, ""
    yield "locators", kept.locators, ""
    if kept.capture:
        told = {"by": kept.by, "tool": kept.tool, "at": kept.at, "timestamp": kept.timestamp}
        fields = {
            "file": kept.capture,
            "sha256": kept.digest,
            **{key: _scalar(one) for key, one in told.items()},
        }
        yield "capture", "".join(f"\n      {key}: {value}" for key, value in fields.items() if value), ""


def _scalar(value: str) -> str:
    return value and scalar(value)


def _shown(name: str) -> str:
    """Name a file for a comment; "a file" if its name has characters that a comment cannot hold."""
    try:
        line = parse_text(name) if name else "standard input"
    except InvalidValue:
        return "a file"
    return visible(line) if len(line) <= _LONGEST_NAME else "a file"
