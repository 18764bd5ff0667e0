"""`feed.xml`: what changed in the dossier, the newest first, for programs that read feeds.

It is Atom (RFC 4287), written by the XML of the standard library. What follows from a change stands in the
entry of that change.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1
from itertools import islice
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mkdocs_dossier.changes.changesentences import nested, shown
from mkdocs_dossier.changes.plainchanges import plain_sentence
from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.model.changelog import Change, is_one_day
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref

FEED = "data/feed.xml"
"""The path of the feed, below the root of the site."""

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST, _MOST_LINES = 100, 50
"""How many entries the feed has, and how many sentences an entry, at most."""
_AUTHORITY = re.compile(
    r"https?://(?:[^/@]*@)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::[0-9]+)?(/[!-~]*)", re.IGNORECASE
)
_NO_DAY = "1970-01-01"
"""The day of a feed without entries, of a dossier of which nobody says when it was brought up to date."""
# What stands in no id of ours, though an author may write it.
_OTHER = re.compile("[^A-Za-z0-9-]+")
# What XML 1.0 cannot have (section 2.2).
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class _Entry:
    """A change, and those that follow from it."""

    first: Change
    following: list[Change]


def _write(published: Published) -> Iterator[bytes]:
    """Write the feed; with no change in the dossier, one without entries."""
    entries = list(islice(_entries(published), _MOST))
    settings = published.dossier.settings
    feed = Element("feed", {"xmlns": _ATOM, _LANG: settings.language})
    _add(feed, "id", published.file("feed.xml") if published.address else _uuid(published, "feed"))
    _add(feed, "title", settings.title)
    updated = settings.updated.at("day") if settings.updated else None
    day = updated.text if updated and is_one_day(updated) else _NO_DAY
    day = entries[0].first.on.text if entries else day
    _add(feed, "updated", _moment(day))
    for name in settings.editors or (settings.title,):
        _add(SubElement(feed, "author"), "name", name)
    if settings.licence:
        _add(feed, "rights", settings.licence)
    # Relative where nobody knows the site's address: as seen from the folder of the feed.
    root = published.address or "../"
    ending = "" if published.directory_urls else "index.html"
    # Without changes there is no page of them.
    page = f"{root}{'changes/' if entries else ''}{ending}"
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": page})
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{root}{FEED}"})
    taken: dict[str, int] = {}
    for entry in entries:
        _add_entry(feed, published, entry, taken)
    indent(feed)
    yield tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"


def _entries(published: Published) -> Iterator[_Entry]:
    dossier = published.dossier
    for changes in dossier.changes.values():
        entry: _Entry | None = None
        for depth, one in nested(shown(changes, dossier)):
            if depth and entry:
                entry.following.append(one)
                continue
            if entry:
                yield entry
            entry = _Entry(one, [])
        if entry:
            yield entry


def _add_entry(feed: Element, published: Published, entry: _Entry, taken: dict[str, int]) -> None:
    one = entry.first
    written = SubElement(feed, "entry")
    about = "/".join([*map(str, one.by), _OTHER.sub("-", one.about or "")]).strip("/")
    name = "/".join(filter(None, (one.record.address if one.record else "", one.what, about)))
    # Several of one day may be about the same: they are told apart by their order.
    taken[f"{one.on.text} {name}"] = number = taken.get(f"{one.on.text} {name}", 0) + 1
    name = name if number == 1 else f"{name}/{number}"
    _add(written, "id", _identifier(published, name, one.on.text))
    _add(written, "title", _said(published, one))
    _add(written, "updated", _moment(one.on.text))
    ref = _there(published, one.record) if one.record else None
    if ref is not None:
        href = published.page(ref) if published.address else f"../{published.page(ref)}"
        SubElement(written, "link", {"rel": "alternate", "type": "text/html", "href": href})
    sentences = [_said(published, each) for each in [one, *entry.following[:_MOST_LINES]]]
    if (rest := len(entry.following) - _MOST_LINES) > 0:
        sentences.append(published.words.count("{n} more", "{n} more", rest))
    _add(written, "content", "\n".join(sentences)).set("type", "text")


def _said(published: Published, one: Change) -> str:
    def title(ref: Ref) -> str | None:
        there = _there(published, ref)
        return published.title(there) if there else None

    return plain_sentence(one, published.words, title)


def _there(published: Published, ref: Ref) -> Ref | None:
    """Return the record of today that an address means; None if there is none."""
    dossier = published.dossier
    today = dossier.redirects.get(ref, ref)
    return today if today.id in dossier.section(today.section) or today in dossier.gone else None


def _add(parent: Element, name: str, words: str) -> Element:
    element = SubElement(parent, name)
    element.text = _UNFIT.sub("\ufffd", words)
    return element


def _moment(day: str) -> str:
    """Write a day as a moment (RFC 3339): nobody knows more of it, and Atom wants one."""
    return f"{day}T00:00:00Z"


def _identifier(published: Published, name: str, day: str) -> str:
    """Return an id of an entry that no other feed has and that stays the same.

    Where the site's address is known it is a tag (RFC 4151), of the host and the day.
    """
    if found := _AUTHORITY.fullmatch(published.address):
        return f"tag:{found[1].lower()},{day}:{found[2]}{name}"
    return _uuid(published, f"{day}\n{name}")


def _uuid(published: Published, name: str) -> str:
    """Return a UUID that is made of a name and the dossier's title, as those of version 5 are (RFC 9562)."""
    named = f"{published.dossier.settings.title}\n{name}".encode()
    digest = bytearray(sha1(named, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


FEED_XML = Export(
    "feed.xml",
    mark("What changed, the newest first, for programs that read feeds (Atom)."),
    _write,
    "feed",
)
