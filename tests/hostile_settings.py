"""A site's settings, and heads of pages, whose every text is hostile."""

from collections.abc import Callable
from typing import Any

import yaml
from tests.payloads import PAYLOADS

Text = Callable[[], str]
"""Gives the next text."""

HARD = "\"'><script>alert(1)</script></title></script><img src=x onerror=alert(1)><!-- A & B &lt; {{ 7*7 }}"
"""Ways out of each place where a theme puts a text."""


def settings_of(text: Text, theme: dict[str, Any], many: int) -> dict[str, Any]:
    """Fill every text of a site's settings that a theme prints; lists have `many` entries."""
    each = range(many)
    tags = ["tags"] if theme["name"] == "material" else []
    return {
        "site_name": text(),
        "site_url": f"https://a.invalid/{text()}",
        "site_description": text(),
        "site_author": text(),
        "repo_name": text(),
        "repo_url": f"https://a.invalid/{text()}",
        "edit_uri": f"{text()}/",
        "copyright": "A &copy; <b>B</b>",
        "theme": theme,
        "plugins": ["search", *tags, {"dossier": {"source": "news"}}],
        "markdown_extensions": [{"toc": {"title": text()}}],
        "nav": [
            "index.md",
            {text(): "about.md"},
            {text(): [{text(): "other.md"}]},
            *({text(): f"https://a.invalid/{text()}"} for _ in each),
        ],
        "extra": {
            "homepage": text(),
            "scope": text(),
            "status": {one: text() for one in ("x", HARD, " ".join(PAYLOADS), *PAYLOADS)},
            "tags": {"y": text()},
            "social": [{"icon": "material/web", "link": text(), "name": text()} for _ in each],
            # Material asks for the map of each of these sites, so they are parts of this one.
            "alternate": [{"name": text(), "link": f"./{text()}", "lang": text()} for _ in each],
            "consent": {
                "title": text(),
                "description": "A <b>word</b>",
                "cookies": {text(): {"name": text()}, "analytics": text()},
            },
            "analytics": {
                "provider": "custom",
                "feedback": {
                    "title": text(),
                    "ratings": [
                        {"icon": "material/web", "name": text(), "data": text(), "note": "<b>Thanks</b>"}
                    ],
                },
            },
        },
    }


def material(text: Text) -> dict[str, Any]:
    toggle = {"icon": "material/web", "name": text()}
    return {
        "name": "material",
        "custom_dir": "own",
        "font": {"text": text(), "code": text()},
        "logo": text(),
        "favicon": text(),
        "direction": text(),
        "features": ["navigation.footer", "navigation.path", "navigation.tabs", "content.action.edit"],
        "palette": [
            {"media": text(), "scheme": text(), "primary": text(), "accent": text(), "toggle": toggle}
        ],
    }


def other(name: str) -> Callable[[Text], dict[str, Any]]:
    def theme(text: Text) -> dict[str, Any]:
        return {"name": name, "custom_dir": "own", "logo": text(), "analytics": {"gtag": text()}}

    return theme


THEMES = {"material": material, "mkdocs": other("mkdocs"), "readthedocs": other("readthedocs")}


def page_of(text: Text, body: str) -> str:
    names = ("title", "description", "author", "subtitle")
    head = {**{name: text() for name in names}, "tags": [text(), "y"], "status": text()}
    return f"---\n{yaml.safe_dump(head)}---\n{body}\n"


def in_turn() -> Text:
    """Give the payloads one by one, and after the last the first again."""
    count = iter(range(10**9))
    return lambda: PAYLOADS[next(count) % len(PAYLOADS)]


def all_at_once() -> Text:
    joined = " ".join(PAYLOADS)
    return lambda: joined


def few_at_once() -> Text:
    """Give the ways out of each place where a theme puts a text."""
    return lambda: HARD
