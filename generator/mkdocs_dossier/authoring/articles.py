"""Reads an article, its text and what is known about it, from plain text or an HTML page."""

import re
import unicodedata
from dataclasses import dataclass, fields, replace

from mkdocs_dossier.authoring.bounded import Limits, OverrunError, bounded
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_verbatim
from mkdocs_dossier.yaml.files import MAX_BYTES, decode_text, position

_HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
# With possessive quantifiers, so that nothing is matched a second way: many comments in a row would take
# for ever.
_HTML_START = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_SNIFFED = 4096  # bytes in which to look for the start of an HTML page
_NAMED = 3  # characters that a note names
_EXTRACTION = "mkdocs_dossier.authoring.extraction"
_LINE_BREAK = re.compile(r"\r\n?")
_AT_POSITION = re.compile(r", at position (\d+)$| at position (\d+)$")
_COPY = "Copy the article’s text into a .txt file, and store that."
# Characters that nobody sees, but that are part of words or steer how words are shown, and that the
# extraction may drop: the soft hyphen, joiners and spaces of no width, marks of direction, controls.
_UNSEEN = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
    "\ufffe\uffff"
) | {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r\f\x85"}


@dataclass(frozen=True, slots=True)
class Article:
    """The text of an article, and what its page says about it: unchecked, and empty if it says nothing.

    `notes` are sentences on what the author should know of the text.
    """

    text: str
    title: str = ""
    url: str = ""
    published: str = ""
    authors: str = ""
    language: str = ""
    site: str = ""
    notes: tuple[str, ...] = ()


_SAID = tuple(field.name for field in fields(Article) if field.name != "notes")


def read_article(name: str, content: bytes, limits: Limits | None = None) -> Article:
    """Read an article from the content of a file.

    `name` is the file's name, whose ending may say that it is HTML; `limits` are for taking a page apart.
    Raises `RefusedError` if there is no text in it, or a text that a dossier cannot hold.
    """
    if len(content) > MAX_BYTES:
        raise RefusedError(f"{name} has more than {MAX_BYTES:,} bytes: more than an article.", _COPY)
    if _HTML_NAME.search(name) or _HTML_START.match(content[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")):
        article = _from_page(name, content, limits or Limits())
    else:
        article = Article(_tidied(_plain(name, content)))
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


def _tidied(text: str) -> str:
    r"""End each line with `\n`, without blanks before it, and the text with one; change nothing else."""
    lines = "\n".join(line.rstrip(" \t") for line in _LINE_BREAK.sub("\n", text).split("\n"))
    return lines.rstrip("\n") + "\n"


def _from_page(name: str, content: bytes, limits: Limits) -> Article:
    """Extract the article from an HTML page. Raises `RefusedError`."""
    try:
        said = bounded(_EXTRACTION, content, limits)
    except OverrunError as over:
        message = f"{name} is too large or too deep to be taken apart {over.within}".rstrip()
        raise RefusedError(f"{message}.", _COPY) from None
    except OSError as trouble:
        message = f"No process can be started to take {name} apart: {trouble.strerror}."
        raise RefusedError(message, _COPY) from trouble
    article = _article_of(name, said)
    if fault := _unfit(article.text):
        raise RefusedError(f"The text that is found in {name} {fault[1]}: no quotation could hold it.", _COPY)
    return replace(article, notes=_left_out(name, content, article.text))


def _article_of(name: str, said: object) -> Article:
    """Read what the extracting process answered, without trusting it. Raises `RefusedError`."""
    texts = said if isinstance(said, dict) else {}
    texts = {key: value for key, value in texts.items() if isinstance(value, str)}
    if module := texts.get("missing"):
        raise _missing(module, texts.get("why", ""))
    if not texts.get("text"):
        raise RefusedError(f"No article is found in {name}.", _COPY)
    found = {key: texts[key].encode(errors="replace").decode() for key in _SAID if key in texts}
    return Article(**{**found, "text": _tidied(found["text"])})


def _missing(module: str, why: str) -> RefusedError:
    """Say which module is missing to read an HTML page, or broken (`why`), and how to install it."""
    package = module.partition(".")[0].replace("_", "-")
    if why:
        reason = " ".join(why.split())
        again = f"`uv pip install --reinstall {package}`, or `pip install --force-reinstall {package}`"
        return RefusedError(
            f"Reading an HTML page takes the module {module}, which is broken here: {reason.rstrip('.')}.",
            f"Install it anew with {again}; or copy the article’s text into a .txt file, and store that.",
        )
    extra = "`uv add 'mkdocs-dossier[html]'`, or `pip install 'mkdocs-dossier[html]'`"
    return RefusedError(
        f"Reading an HTML page takes the module {module}, which is not installed.",
        f"Install it with {extra}; or copy the article’s text into a .txt file, and store that.",
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
