"""Escapes the texts of `mkdocs.yml` and of pages' metadata, which themes print as they are.

MkDocs' templates escape nothing by themselves. So each text is handed to them as `Markup`: HTML that shows
the text as it was written, in an element as in an attribute, and that neither `|e` nor a second run escapes
again.

What Material documents as HTML stays HTML: `copyright`, the description of `extra.consent`, and the notes of
`extra.analytics.feedback`. Whatever else an author puts into `extra`, for templates of their own, is left
alone.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import Any

from jinja2 import Environment
from jinja2.filters import do_striptags, do_urlencode
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

_TEXTS = ("site_name", "site_description", "site_author", "repo_name")
_ADDRESSES = ("site_url", "repo_url", "edit_uri", "edit_uri_template")
_LINKS = ("social", "alternate")
_EXTRA_ADDRESSES = ("homepage", "scope")
_HEAD = ("title", "description", "author", "subtitle", "status")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# No valid address has any of these unescaped, and each could end an attribute or a string in a script.
_UNSAFE = re.compile("[\x00-\x20\x7f\"'<>\\\\^`|\ud800-\udfff]")
_IGNORED = re.compile("[\x00-\x20]")  # what a browser leaves out before it reads a scheme
_SCRIPTS = ("javascript:", "vbscript:", "data:text/", "data:application/")
_ABSOLUTE = re.compile("[A-Za-z][A-Za-z0-9+.-]*:|/")
_NOWHERE = "#"


def shown(value: object) -> Any:
    """Return a text as HTML that shows it, also inside lists and mappings; other values as they are."""
    match value:
        case Markup():
            return value
        case str():
            return escape(_UNSEEN.sub("\ufffd", value))
        case list() | tuple():
            return [shown(one) for one in value]
        case dict():
            return {shown(key): shown(inner) for key, inner in value.items()}
    return value


def plain(value: object) -> Any:
    """Undo `shown`, for places that take plain text."""
    match value:
        case Markup():
            return value.unescape()
        case list() | tuple():
            return [plain(one) for one in value]
        case dict():
            return {plain(key): plain(inner) for key, inner in value.items()}
    return value


def _address(value: str) -> str:
    """Return an address without characters that could end an attribute; "#" if it is a script."""
    text: str = plain(value)
    if _IGNORED.sub("", text).casefold().startswith(_SCRIPTS):
        return _NOWHERE
    safe = _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", text.strip())
    if _ABSOLUTE.match(safe):
        return safe
    # In a relative address too: MkDocs shortens "./javascript:x" to "javascript:x".
    path = re.split("[?#]", safe, maxsplit=1)[0]
    return path.replace(":", "%3A") + safe[len(path) :]


def settle_addresses(config: MkDocsConfig) -> Iterator[str]:
    """Make the site's addresses safe, before MkDocs makes those of pages from them.

    Yields a warning for each that is a script; it is left out. Nothing is done until it is iterated over.
    """
    yield from _settle_each(config, _ADDRESSES, "", None)
    extra = config.extra
    yield from _settle_each(extra, _EXTRA_ADDRESSES, "extra: ", None)
    for name in _LINKS:
        listed = extra.get(name)
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict):
                yield from _settle_each(one, ("link",), f"extra: {name}: ", _NOWHERE)


def _settle_each(
    values: MutableMapping[str, Any], names: Iterable[str], where: str, nowhere: object
) -> Iterator[str]:
    for name in names:
        if isinstance(value := values.get(name), str) and value:
            safe = _address(value)
            if safe == _NOWHERE != value:
                yield f"mkdocs.yml: {where}{name} is a script, not an address; it is left out."
            values[name] = nowhere if safe == _NOWHERE else safe


def settle_tags(page: Page) -> None:
    """Escape those tags of a page that HTML could act on, before a plugin reads them."""
    if isinstance(tags := page.meta.get("tags"), list):
        page.meta["tags"] = [
            shown(one) if isinstance(one, str) and set(one) & set("<>\"'") else one for one in tags
        ]


def settle(config: MkDocsConfig, env: Environment, nav: Navigation | None) -> None:
    """Escape what templates print of the configuration and the navigation, and adapt their filters."""
    for name in (*_TEXTS, *_ADDRESSES):
        if config.get(name):
            config[name] = shown(config[name])
    for name in list(config.theme):
        config.theme[name] = shown(config.theme[name])
    toc = config.mdx_configs.get("toc") or {}
    if toc.get("title"):
        toc["title"] = shown(toc["title"])
    _settle_extra(config.extra)
    for item in nav.items if nav else ():
        _settle_item(item)
    _settle_filters(env)


def _settle_extra(extra: MutableMapping[str, Any]) -> None:
    """Escape what Material prints of `extra`."""
    for name in (*_LINKS, *_EXTRA_ADDRESSES, "status"):
        if extra.get(name):
            extra[name] = shown(extra[name])
    if isinstance(tags := extra.get("tags"), dict):
        # The names stay: a page's tag is looked up by them.
        extra["tags"] = {name: shown(kind) for name, kind in tags.items()}
    if isinstance(consent := extra.get("consent"), dict):
        extra["consent"] = _shown_but("description", consent)
    if isinstance(analytics := extra.get("analytics"), dict):
        extra["analytics"] = _shown_but("feedback", analytics)
        if isinstance(feedback := analytics.get("feedback"), dict):
            rated = [_shown_but("note", one) for one in feedback.get("ratings") or ()]
            extra["analytics"]["feedback"] = {**shown(feedback), "ratings": rated}


def _shown_but(html: str, values: dict[Any, Any]) -> dict[Any, Any]:
    """Escape the texts of a mapping except the one under the key `html`, which is HTML."""
    return {key: value if key == html else shown(value) for key, value in values.items()}


def _settle_item(item: object) -> None:
    """Escape the titles of sections and the titles and addresses of links, in an item of the navigation."""
    if isinstance(item, Link):
        item.title, item.url = shown(item.title), shown(_address(item.url))
    elif isinstance(item, Section):
        item.title = shown(item.title)
        for child in item.children:
            _settle_item(child)


def settle_page(page: Page, *, ours: bool) -> None:
    """Escape the title of a page, its metadata and its addresses; `ours`: its texts are escaped already."""
    # A title that MkDocs took from the page's first heading is HTML as well.
    title, own = page.title, page.meta.get("title")
    from_heading = own is None and title == getattr(page, "_title_from_render", None)
    if (ours and title == own) or (from_heading and isinstance(title, str)):
        page.title = _as_html(title)
    else:
        page.title = shown(title)
    for name in _HEAD:
        if name in page.meta:
            page.meta[name] = _as_html(page.meta[name]) if ours else shown(page.meta[name])
    if isinstance(page.meta.get("location"), str):
        page.meta["location"] = shown(_address(page.meta["location"]))
    page.edit_url = shown(page.edit_url and _address(page.edit_url))
    page.canonical_url = shown(page.canonical_url and _address(page.canonical_url))


def _as_html(value: object) -> Any:
    """Return a text that is escaped for elements as `Markup` that is escaped for attributes too."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    # A brace becomes a reference: some sites run Jinja over what they built.
    text = Markup(value).unescape()  # noqa: S704 - to read it, not to print it
    return Markup(str(escape(text)).replace("{", "&#123;"))  # noqa: S704 - escaped a moment ago


def _settle_filters(env: Environment) -> None:
    """Adapt the filters that return or take plain text to texts that are HTML."""
    # `striptags` returns plain text, which themes print as HTML; the other two take text, not HTML.
    env.filters["striptags"] = lambda value: escape(do_striptags(value))
    env.filters["urlencode"] = lambda value: do_urlencode(plain(value))
    env.policies["json.dumps_function"] = _dumps(env.policies["json.dumps_function"] or json.dumps)


def _dumps(dumps: Callable[..., str]) -> Callable[..., str]:
    return lambda value, **options: dumps(plain(value), **options)
