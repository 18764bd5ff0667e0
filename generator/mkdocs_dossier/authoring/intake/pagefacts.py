"""What an HTML page says of its article in its metadata, and which of it may be believed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from mkdocs_dossier.authoring.intake.elements import (
    Element,
    is_like,
    is_part,
    same_words,
    stands_aside,
    title_of,
)
from mkdocs_dossier.authoring.intake.heading import headline
from mkdocs_dossier.authoring.intake.publication import Moment, agreed, contradiction, moment
from mkdocs_dossier.authoring.intake.schemaorg import Item, address, is_article, items, names, said, types

_METAS = 500
_SURE = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date.issued",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "publication_date",
    "publishdate",
    "publish-date",
    "pubdate",
)
# What some sites write for the publication, and others for whatever day it is.
_UNSURE = ("dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "date")
_CHANGED = ("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified")
_BETWEEN = (" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ")


@dataclass(frozen=True)
class Page:
    """A page as it was read, with the metadata in it; nothing of it is checked."""

    tree: Element

    @cached_property
    def metas(self) -> Mapping[str, list[str]]:
        """The contents of its meta elements, by their names in lower case."""
        found: dict[str, list[str]] = {}
        for element in self.tree.xpath("//meta[@content]")[:_METAS]:
            for key in ("property", "name", "http-equiv"):
                if name := element.get(key):
                    found.setdefault(name.lower(), []).append(" ".join(element.get("content").split()))
        return found

    def meta(self, *wanted: str) -> str:
        """Return the first content of the first of some meta elements that has any."""
        return next((one for name in wanted for one in self.metas.get(name, ()) if one), "")

    @cached_property
    def described(self) -> list[Item]:
        """What the page describes in JSON-LD."""
        return items(self.tree)

    @cached_property
    def titles(self) -> list[str]:
        """What its meta elements call the article, the site's name at their end left out."""
        shown = self.tree.xpath("string((//head/title | //title[not(ancestor::svg)])[1])")
        told = [
            self.meta("og:title"),
            self.meta("twitter:title"),
            self.meta("dc.title"),
            " ".join(shown.split()),
        ]
        cleaned = [self._without_site(one) for one in told]
        return list(dict.fromkeys(one for one in cleaned if one and not same_words(one, self.site)))

    def _without_site(self, title: str) -> str:
        for sign in _BETWEEN:
            before, found, after = title.rpartition(sign)
            is_site = is_part(after, self.site) if self.site else len(after) < len(before) / 2
            if found and before and is_site:
                return before.strip()
        return title

    @cached_property
    def site(self) -> str:
        """The name of the site."""
        publishers = [
            name for one in self.described if is_article(one) for name in self._names(one, "publisher")
        ]
        return self.meta("og:site_name", "application-name") or next(iter(publishers), "")

    def _names(self, item: Item | None, name: str) -> list[str]:
        return names(item, name, self.described)

    @cached_property
    def url(self) -> str:
        """The address that the page says it has."""
        links = self.tree.xpath("//link[@rel='canonical']/@href")
        told = [*links[:1], self.meta("og:url"), *([address(self.article, "url")] if self.article else [])]
        return next((one.strip() for one in told if one.strip().startswith(("http:", "https:"))), "")

    @cached_property
    def article(self) -> Item | None:
        """The article that the page describes; None if it describes none, or only others."""
        found = [one for one in self.described if is_article(one)]
        meant = [one for one in found if self._is_meant(one)]
        return meant[0] if meant else found[0] if len(found) == 1 and not self._is_other(found[0]) else None

    def _is_meant(self, item: Item) -> bool:
        own = self.tree.xpath("//link[@rel='canonical']/@href")[:1] or [self.meta("og:url")]
        there = {_path(address(item, name)) for name in ("url", "mainEntityOfPage", "@id")} - {""}
        if own[0] and _path(own[0]) in there:
            return True
        called = said(item, "headline") or said(item, "name")
        return bool(called) and any(is_like(called, title) for title in self.titles)

    def _is_other(self, item: Item) -> bool:
        """Tell whether the one article that a page describes has an address and a title of its own."""
        called = said(item, "headline") or said(item, "name")
        return bool(called and self.titles and address(item, "url"))

    @cached_property
    def heading(self) -> Element | None:
        """The heading that is the article's."""
        told = [said(self.article, "headline"), *self.titles]
        return headline(self.tree, [one for one in told if one], self.site)

    @cached_property
    def title(self) -> str:
        """The headline as it stands in the page, or else in its metadata."""
        told = title_of(self.heading) if self.heading is not None else said(self.article, "headline")
        return told or next(iter(self.titles), "")

    @property
    def authors(self) -> str:
        """Who wrote it, as far as metadata tell."""
        told = [one for one in self._names(self.article, "author") if "://" not in one]
        return ", ".join(told) or self.meta("author", "parsely-author", "dc.creator")

    @property
    def language(self) -> str:
        """The language that the page says it is in."""
        return str(self.tree.get("lang") or "") or said(self.article, "inLanguage")

    @cached_property
    def is_published(self) -> bool:
        """Tell whether the page says that it is an article: in JSON-LD, or by a date or a type."""
        return bool(
            self.article or self.meta("og:type").lower() == "article" or self.metas.keys() & {*_SURE[:4]}
        )

    def published(self) -> tuple[str, str]:
        """Return the day of publication, as 2024-02-05, and a sentence for the author; each may be empty."""
        for told in (self._sure(), self._by_metas(_UNSURE)):
            moments = list(told)
            if moments:
                found = agreed(moments)
                return (found.day.isoformat(), "") if found else ("", contradiction(moments))
        return "", ""

    def _sure(self) -> Iterator[Moment]:
        pages = [one for one in self.described if "WebPage" in types(one) and not is_article(one)]
        described = self.article or (pages[0] if len(pages) == 1 else None)
        if found := moment("JSON-LD", said(described, "datePublished")):
            yield found
        yield from self._by_metas(_SURE)
        for written in self._near("@itemprop='datePublished' or self::time[@pubdate]"):
            if found := moment("the line under the headline", written):
                yield found

    def _by_metas(self, wanted: tuple[str, ...]) -> Iterator[Moment]:
        for name in wanted:
            for written in self.metas.get(name, ()):
                if found := moment(name, written):
                    yield found

    def _near(self, condition: str) -> Iterator[str]:
        """List the dates of some elements in the part of the page that has the headline."""
        near = _around(self.heading)
        for element in self.tree.xpath(f"//*[{condition}]")[:20]:
            if (near is None or near in element.iterancestors()) and not stands_aside(element):
                yield element.get("datetime") or element.get("content") or ""

    def updated(self, published: str) -> str:
        """Return the day on which it was last changed, if that is after its publication."""
        by_metas = (self.meta(name) for name in _CHANGED)
        told = [said(self.article, "dateModified"), *by_metas, *self._near("@itemprop='dateModified'")]
        found = next((one for written in told if (one := moment("", written))), None)
        day = found.day.isoformat() if found else ""
        return day if day > published else ""


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""


def _around(heading: Element | None) -> Element | None:
    """Return the article that a heading is the headline of, if the page marks it as one."""
    for above in heading.iterancestors() if heading is not None else ():
        if above.tag in ("article", "main") or above.get("itemtype", "").endswith(("Article", "Posting")):
            return above
    return None
