"""Reads an article, its text and what is known about it, from any of the formats that articles come in."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from mkdocs_dossier.authoring.bounded import Limits, OverrunError, bounded
from mkdocs_dossier.authoring.intake.answering import tidied
from mkdocs_dossier.authoring.intake.sniffing import Format, format_of
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.text.shortening import cut_line
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_verbatim
from mkdocs_dossier.yaml.files import MAX_BYTES, decode_text, position

_NAMED = 3  # characters that a note names
_INTAKE = "mkdocs_dossier.authoring.intake"
_READERS = {
    Format.PAGE: "mkdocs_dossier.authoring.extraction",
    Format.PDF: f"{_INTAKE}.pdfpages",
    Format.SUBTITLES: f"{_INTAKE}.subtitles",
    Format.ARCHIVE: f"{_INTAKE}.webarchives",
}
_EXTRAS = {"pypdf": "pdf", "webvtt": "subtitles", "warcio": "warc"}  # that of all other modules is `html`
_PACKAGES = {"webvtt": "webvtt-py"}  # that are not called as their modules are
# All of an archive may have to be gone through, and a document may have thousands of pages.
_LIMITS = {Format.ARCHIVE: Limits(seconds=60), Format.PDF: Limits(seconds=60)}
_AT_POSITION = re.compile(r", at position (\d+)$| at position (\d+)$")
_COPY = "Copy the article’s text into a .txt file, and store that."
_LONGEST_SENTENCE = 2_000  # characters of what a process says for the author
_LOCATED = ("page", "time")
# Characters that nobody sees, but that are part of words or steer how words are shown, and that the
# extraction may drop: the soft hyphen, joiners and spaces of no width, marks of direction, controls.
_UNSEEN = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
    "\ufffe\uffff"
) | {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r\f\x85"}


@dataclass(frozen=True, slots=True)
class Article:
    """The text of an article, and what its page says about it: unchecked, and empty if it says nothing.

    `captured` is when a crawler took the page from its address, and `tool` the crawler. `locators` say where
    in a long source the text stands: pairs of an offset in it (in code points) and a page or a time, as
    `located` says. `notes` are sentences on what the author should know of the text. `by_item` are the fields
    that are not the page's, but those of a bibliography.
    """

    text: str
    title: str = ""
    url: str = ""
    published: str = ""
    authors: str = ""
    language: str = ""
    site: str = ""
    updated: str = ""
    kind: str = ""
    retrieved: str = ""
    captured: str = ""
    tool: str = ""
    located: str = ""
    locators: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()
    by_item: frozenset[str] = frozenset()


_SAID = tuple(field.name for field in fields(Article) if field.type == "str" or field.type is str)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which article is meant, where a file holds several.

    `url` is the address of one in a web archive. `path` is where such an archive stands that is too large to
    be given as bytes: then these are only its beginning.
    """

    url: str = ""
    path: str = ""


_ANY = Chosen()


def read_article(name: str, content: bytes, limits: Limits | None = None, chosen: Chosen = _ANY) -> Article:
    """Read an article from the content of a file.

    `name` is the file's name, whose ending may say what it is; `limits` are for taking it apart. Raises
    `RefusedError` if there is no text in it, or a text that a dossier cannot hold.
    """
    form = format_of(name, content)
    if len(content) > form.most:
        raise RefusedError(f"{name} has more than {form.most:,} bytes: more than an article.", _COPY)
    if form is Format.TEXT:
        article = Article(tidied(_plain(name, content)))
    else:
        article = _taken_apart(form, name, content, limits or _LIMITS.get(form, Limits()), chosen)
    if not article.text.strip():
        raise RefusedError(f"No text is found in {name}.", _COPY)
    if (size := len(article.text.encode(errors="replace"))) > MAX_BYTES:
        raise RefusedError(f"The text of {name} has {size:,} bytes; at most {MAX_BYTES:,} can be stored.")
    return article


def _plain(name: str, content: bytes) -> str:
    text, problems = decode_text(name, content)
    if text is None:
        first = problems[0]
        raise RefusedError(f"{first.location}: {first.message}", first.hint)
    if fault := _unfit(text):
        index, what = fault
        more = text.count(text[index]) - 1
        again = f" (and {more:,} more of it)" if more else ""
        raise RefusedError(
            f"{position(name, text, index)}: the text {what}{again}: no quotation could hold it.",
            "Remove it; where it stands between two words, write a space instead.",
        )
    return text


def _unfit(text: str) -> tuple[int, str] | None:
    """Find a character that no quotation could hold: its index, and what is wrong; None if there is none."""
    try:
        parse_verbatim(f"x{text}x")  # what stands at its ends is not to be stripped off
    except InvalidValue as trouble:
        found = _AT_POSITION.search(trouble.message)
        # The position counts from 1, and an `x` comes first.
        at = int(found[1] or found[2]) - 2 if found else 0
        return at, _AT_POSITION.sub("", trouble.message)
    return None


def _taken_apart(form: Format, name: str, content: bytes, limits: Limits, chosen: Chosen) -> Article:
    """Have a process take a file apart, and read what it answers. Raises `RefusedError`."""
    given = content
    if form is Format.ARCHIVE:
        head = json.dumps({"url": chosen.url, "path": chosen.path})
        given = head.encode() + b"\n" + (b"" if chosen.path else content)
    try:
        said = bounded(_READERS[form], given, limits)
    except OverrunError as over:
        message = f"{name} is too large or too deep to be taken apart {over.within}".rstrip()
        raise RefusedError(f"{message}.", _COPY) from None
    except OSError as trouble:
        message = f"No process can be started to take {name} apart: {trouble.strerror}."
        raise RefusedError(message, _COPY) from trouble
    article = _article_of(form, name, said)
    if fault := _unfit(article.text):
        raise RefusedError(f"The text that is found in {name} {fault[1]}: no quotation could hold it.", _COPY)
    lost = _left_out(name, content, article.text) if form is Format.PAGE else ()
    return replace(article, notes=(*article.notes, *lost))


def _article_of(form: Format, name: str, said: object) -> Article:
    """Read what the process answered, without trusting it. Raises `RefusedError`."""
    answer = said if isinstance(said, dict) else {}
    texts = {key: _sound(value) for key, value in answer.items() if isinstance(value, str)}
    if module := texts.get("missing"):
        raise _missing(form, module, texts.get("why", ""))
    if reason := texts.get("refused"):
        hint = cut_line(visible(texts.get("hint", "")), _LONGEST_SENTENCE)
        raise RefusedError(f"{name} {cut_line(visible(reason), _LONGEST_SENTENCE)}.", hint or _COPY)
    if not texts.get("text"):
        raise RefusedError(f"No article is found in {name}.", _COPY)
    found = {key: texts[key] for key in _SAID if key in texts}
    text = tidied(found["text"])
    remarks = answer.get("remarks")
    listed = remarks[:_NAMED] if isinstance(remarks, list) else []
    notes = tuple(cut_line(visible(one), _LONGEST_SENTENCE) for one in listed if isinstance(one, str))
    locators = tuple(_locators(answer.get("locators"), len(text))) if text == found["text"] else ()
    located = found.get("located", "") if locators and found.get("located") in _LOCATED else ""
    made: dict[str, Any] = {**found, "text": text, "located": located}
    return Article(**made, locators=locators if located else (), notes=notes)


def _sound(text: str) -> str:
    """Return a text with a question mark for each half of a character, which no file can hold."""
    return text.encode(errors="replace").decode()


def _locators(said: object, length: int) -> Iterator[tuple[int, str]]:
    """List what a process says of where its text stands; nothing from the first that cannot be."""
    before = -1
    for one in said if isinstance(said, list) else ():
        match one:
            case [int(start), str(label)] if (
                before < start < length and label.strip() and not isinstance(start, bool)
            ):
                before = start
                yield start, cut_line(visible(_sound(label)), 40)
            case _:
                return


def _missing(form: Format, module: str, why: str) -> RefusedError:
    """Say which module is missing to read a file, or broken (`why`), and how to install it."""
    name = module.partition(".")[0]
    package = _PACKAGES.get(name, name.replace("_", "-"))
    otherwise = "or copy the article’s text into a .txt file, and store that."
    if why:
        reason = " ".join(why.split())
        again = f"`uv pip install --reinstall {package}`, or `pip install --force-reinstall {package}`"
        return RefusedError(
            f"Reading {form} takes the module {module}, which is broken here: {reason.rstrip('.')}.",
            f"Install it anew with {again}; {otherwise}",
        )
    extra = f"mkdocs-dossier[{_EXTRAS.get(name, 'html')}]"
    return RefusedError(
        f"Reading {form} takes the module {module}, which is not installed.",
        f"Install it with `uv add '{extra}'`, or `pip install '{extra}'`; {otherwise}",
    )


def _left_out(name: str, content: bytes, text: str) -> tuple[str, ...]:
    """Say which unseen characters of a page are not in the text taken from it, if its encoding is UTF-8."""
    page, _ = decode_text(name, content)
    if page is None:
        return ()
    lost = sorted(_UNSEEN.intersection(page).difference(text))
    if not lost:
        return ()
    named = [f"{_named(one)}, first at {position(name, page, page.index(one))}" for one in lost[:_NAMED]]
    listed = "; ".join([*named, f"and {len(lost) - _NAMED} more"] if len(lost) > _NAMED else named)
    return (
        f"The page has characters that cannot be seen, and the text has none of them: {listed}. "
        "Where they belong to words of the article, store its text from a .txt file instead.",
    )


def _named(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name})"
