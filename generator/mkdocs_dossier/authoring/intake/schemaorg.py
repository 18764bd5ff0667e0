"""Reads what a page says of its article in JSON-LD, in the words of schema.org; trusts none of it."""

import json
from collections.abc import Iterator, Mapping
from html import unescape

from mkdocs_dossier.authoring.intake.elements import Element

Item = Mapping[str, object]
"""A thing that a page describes, by the names of its properties."""

_SCRIPTS, _LONGEST, _ITEMS = 40, 2_000_000, 2_000  # what is beyond is no description of an article
_DEEPEST = 4
_OTHER_ARTICLES = {"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report"}
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage")


def items(page: Element) -> list[Item]:
    """List the things that a page describes at the outermost, in its order; not what is only mentioned."""
    found: list[Item] = []
    for script in page.xpath("//script[contains(@type, 'ld+json')]")[:_SCRIPTS]:
        written = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip()
        if len(written) > _LONGEST:
            continue
        try:
            read = json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _outermost(read, _DEEPEST):
            if len(found) < _ITEMS:
                found.append(item)
    return found


def _outermost(read: object, deeper: int) -> Iterator[Item]:
    if deeper and isinstance(read, list):
        for one in read:
            yield from _outermost(one, deeper - 1)
    elif deeper and isinstance(read, dict):
        if set(read) - {"@context", "@graph"}:
            yield read
        for name in _NESTED:
            yield from _outermost(read.get(name), deeper - 1)


def types(item: Item) -> set[str]:
    """Return the types of a thing, without the address of schema.org."""
    said = item.get("@type")
    names = said if isinstance(said, list) else [said]
    return {name.rpartition("/")[2] for name in names if isinstance(name, str)}


def is_article(item: Item) -> bool:
    """Tell whether a thing is an article: `NewsArticle`, `Report` and the like."""
    return any(name.endswith("Article") or name in _OTHER_ARTICLES for name in types(item))


def said(item: Item | None, name: str) -> str:
    """Return a property of a thing that is one text or number, in one line; "" for anything else."""
    value = item.get(name) if item else None
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(unescape(str(value)).split()) if isinstance(value, str | int) else ""


def names(item: Item | None, name: str, known: list[Item]) -> list[str]:
    """List the names of the persons or bodies in a property; one may stand by its `@id` among the known."""
    value = item.get(name) if item else None
    found = []
    for one in value[:_SCRIPTS] if isinstance(value, list) else [value]:
        if isinstance(one, str):
            found.append(" ".join(unescape(one).split()))
        elif isinstance(one, dict):
            meant = next((other for other in known if said(other, "@id") == said(one, "@id") != ""), one)
            found.append(said(one, "name") or said(meant, "name"))
    return [called for called in dict.fromkeys(found) if called]


def address(item: Item, name: str) -> str:
    """Return an address in a property, which may be the `@id` of a thing."""
    value = item.get(name)
    return said(value, "@id") if isinstance(value, dict) else said(item, name)
