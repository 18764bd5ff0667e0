"""An article's text and what is said of it, from plain text or from an HTML page."""

import logging
import re
from dataclasses import dataclass

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.textfiles import MAX_BYTES, decode_text

_HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_SNIFFED = 4096
_LINE_BREAK = re.compile(r"\r\n?")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Article:
    """A text, and what the page that it is from says of it: unchecked, each empty where it says nothing."""

    text: str
    title: str = ""
    url: str = ""
    published: str = ""
    authors: str = ""
    language: str = ""
    site: str = ""


def read_article(name: str, content: bytes) -> Article:
    """Read an article from the content of a file; `name` is the file's name, and tells HTML by its ending.

    Raises `RefusedError` where there is no text in it.
    """
    if len(content) > MAX_BYTES:
        raise RefusedError(f"{name} has {len(content):,} bytes: more than an article.")
    is_page = _HTML_NAME.search(name) or _HTML_START.match(content[:_SNIFFED].removeprefix(b"\xef\xbb\xbf"))
    article = _from_page(name, content) if is_page else Article(_plain(name, content))
    if not article.text.strip():
        raise RefusedError(f"No text is found in {name}.", "Copy the article’s text into a .txt file.")
    return article


def _plain(name: str, content: bytes) -> str:
    text, problems = decode_text(name, content)
    if text is None:
        raise RefusedError(problems[0].message, problems[0].hint)
    return tidied(text)


def tidied(text: str) -> str:
    r"""Give a text the ends of line `\n`, none of them after spaces, and one at its end; no other change."""
    lines = _TRAILING.sub("", _LINE_BREAK.sub("\n", text))
    return lines.rstrip("\n") + "\n"


def _from_page(name: str, content: bytes) -> Article:
    """Take the article out of an HTML page, by trafilatura, with what the page's metadata say.

    Its dates come from metadata and the address only: a date in the text may be anything's.
    """
    try:
        from trafilatura import bare_extraction, load_html  # noqa: PLC0415 - an extra, and heavy
        from trafilatura.settings import Document  # noqa: PLC0415
    except ImportError as trouble:
        hint = "Install it with `uv add 'mkdocs-dossier[html]'`, or copy the article’s text into a .txt file."
        raise RefusedError("Reading an HTML page takes a library that is not installed.", hint) from trouble
    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    page = load_html(content)
    found = None
    if page is not None:
        dates = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
        found = bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=dates
        )
    if page is None or not isinstance(found, Document):
        raise RefusedError(f"No article is found in {name}.", "Copy the article’s text into a .txt file.")
    return Article(
        text=tidied(found.text or ""),
        title=found.title or "",
        url=found.url or "",
        published=found.date or "",
        authors=found.author or "",
        language=page.get("lang") or "",
        site=found.sitename or "",
    )
