"""Reads what a program for references, such as Zotero, knows of an article: one item of CSL-JSON.

The names of the fields are those of the Citation Style Language 1.0.2 (docs.citationstyles.org).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.yaml.files import MAX_BYTES, decode_text

_KINDS = {
    "article-newspaper": "article",
    "article-magazine": "article",
    "article-journal": "article",
    "article": "article",
    "webpage": "article",
    "broadcast": "transcript",
    "interview": "transcript",
    "speech": "transcript",
    "report": "report",
    "post": "post",
    "post-weblog": "post",
    "motion_picture": "video",
    "document": "document",
    "legislation": "document",
    "legal_case": "document",
    "bill": "document",
    "treaty": "document",
}
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|span)(?: [^<>]{0,80})?>")  # what CSL allows within a title
_ENTRIES = 20  # names that are listed, and items
_DAY_PARTS = 3
_Item = Mapping[str, object]


def with_item(article: Article, content: bytes, url: str) -> Article:
    """Fill in what an item of CSL-JSON says of an article; what it does not say stays as the page has it.

    `url` is the address that the author gives. Of several items, that of the article's address is meant.
    Raises `RefusedError` if none is, or if this is no CSL-JSON.
    """
    item = _meant(_items(content), (url, article.url))
    said = {
        "title": _MARKUP.sub("", _text(item, "title")),
        "url": _text(item, "URL"),
        "published": _date(item, "issued"),
        "retrieved": _date(item, "accessed"),
        "site": _text(item, "container-title") or _text(item, "publisher"),
        "authors": ", ".join(_names(item)),
        "language": _text(item, "language"),
        "kind": _KINDS.get(_text(item, "type"), ""),
    }
    found = {name: value for name, value in said.items() if value}
    return replace(article, **found, by_item=frozenset(found))  # type: ignore[arg-type]


def _items(content: bytes) -> list[_Item]:
    if len(content) > MAX_BYTES:
        raise RefusedError(f"What --csl names has more than {MAX_BYTES:,} bytes.", "Export the one item.")
    text, problems = decode_text("CSL-JSON", content)
    if text is None:
        raise RefusedError(f"What --csl names cannot be read: {problems[0].message}", problems[0].hint)
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        read = None
    items = read.get("items", [read]) if isinstance(read, dict) else read
    if not isinstance(items, list) or not items or not all(isinstance(one, dict) for one in items):
        hint = "In Zotero: Export Item…, with the format CSL JSON."
        raise RefusedError("What --csl names is no item of CSL-JSON.", hint)
    return items


def _meant(items: list[_Item], urls: tuple[str, ...]) -> _Item:
    if len(items) == 1:
        return items[0]
    wanted = {_plain(url) for url in urls if url}
    found = [one for one in items if _plain(_text(one, "URL")) in wanted]
    if len(found) == 1:
        return found[0]
    which = "none of them has" if not found else f"{len(found)} of them have"
    message = f"What --csl names has {len(items):,} items, and {which} the address of the article."
    raise RefusedError(message, "Export the one item, or name its address with --url.")


def _plain(url: str) -> str:
    """Return an address without what differs between two ways to write it."""
    return re.sub(r"^https?://(?:www\.)?", "", url.partition("#")[0]).rstrip("/").casefold()


def _text(item: _Item, name: str) -> str:
    value = item.get(name)
    is_text = isinstance(value, str | int) and not isinstance(value, bool)
    return " ".join(unescape(str(value)).split()) if is_text else ""


def _date(item: _Item, name: str) -> str:
    """Return a date of an item in EDTF; "" if it has none, or one in words only."""
    value = item.get(name)
    if not isinstance(value, dict):
        return ""
    match value.get("date-parts"):
        case [[*parts]] if 0 < len(parts) <= _DAY_PARTS:
            numbers = [str(one) for one in parts]
            if all(
                one.isascii() and one.isdecimal() and len(one) <= (2 if at else 4)
                for at, one in enumerate(numbers)
            ):
                return "-".join(one.zfill(2 if at else 4) for at, one in enumerate(numbers))
        case [[*first], [*last]] if first and last:
            start = _date({name: {"date-parts": [first]}}, name)
            end = _date({name: {"date-parts": [last]}}, name)
            return f"{start}/{end}" if start and end else ""
    return _text(value, "raw") or _text(value, "literal")


def _names(item: _Item) -> list[str]:
    found = []
    authors = item.get("author")
    for one in authors[:_ENTRIES] if isinstance(authors, list) else []:
        if isinstance(one, dict):
            parts = (
                _text(one, name) for name in ("given", "dropping-particle", "non-dropping-particle", "family")
            )
            found.append(_text(one, "literal") or " ".join(filter(None, parts)))
    return [name for name in found if name]
