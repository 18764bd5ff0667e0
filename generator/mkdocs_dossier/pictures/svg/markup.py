"""Writes SVG; all text and attributes are escaped here."""

import re
from functools import cache, lru_cache
from typing import NewType

from mkdocs_dossier.text.languages import direction_of

Markup = NewType("Markup", str)
Value = str | float | None

# `xlink:href`, not `href`: Material's script assigns to the `href` of every element that has one, which
# fails for SVG elements. HTML parsers know the prefix without a declaration.
_NAMES = {"cls": "class", "link": "xlink:href"}
# Braces mean nothing in SVG, but something in Jinja, which some sites run over their pages.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "{": "&#123;", "}": "&#125;"}
)
# Most values have nothing to escape; this spares them the rest.
_PLAIN = re.compile(r"[\w./%#,:;()-]+(?: [\w./%#,:;()-]+)*")
_WHITE = re.compile(r"\s+")
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@lru_cache(maxsize=8192)
def escaped(text: str) -> Markup:
    """Escape text on one line; a character that XML 1.0 cannot hold becomes U+FFFD."""
    if _PLAIN.fullmatch(text):
        return Markup(text)
    legal = _NOT_XML.sub("\ufffd", text)
    return Markup(_WHITE.sub(" ", legal).strip().translate(_ESCAPES))


def tag(name: str, *children: Markup, **attributes: Value) -> Markup:
    """Write an element; an attribute whose value is None or "" is left out.

    Of the attributes' names, `cls` stands for `class`, `link` for `xlink:href`, and any `_` for `-`.
    """
    written = ""
    for key, value in attributes.items():
        if value is not None and value != "":
            said = escaped(value) if isinstance(value, str) else number(value)
            written += f' {_attribute(key)}="{said}"'
    return Markup(f"<{name}{written}>{''.join(children)}</{name}>")


@cache
def _attribute(key: str) -> str:
    return _NAMES.get(key) or key.replace("_", "-")


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """Write a number of pixels, to a tenth."""
    text = f"{value + 0.0:.1f}"  # without the sign that a zero may have
    return text[:-2] if text.endswith(".0") else text


@lru_cache(maxsize=4096)
def percent(value: float) -> str:
    """Write a percentage of the picture's width or height, from 0 to 100, to a hundredth."""
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".") + "%"


def text(
    words: str, *, x: Value, y: Value, cls: str = "", anchor: str = "", dx: Value = None, dy: Value = None
) -> Markup:
    """Write a line of text: to the right of `x`, or with the anchor `end` to its left, `middle` around it.

    `anchor` is the same in every script, unlike SVG's `text-anchor`, whose `start` is the right end of a
    right-to-left text.
    """
    direction = ""
    if direction_of(words) == "rtl":
        direction, anchor = "rtl", {"": "end", "end": "start"}.get(anchor, anchor)
    # There are thousands of texts in a site's pictures: this is `tag` for one of them.
    places = "".join(
        [
            f' {name}="{escaped(value) if isinstance(value, str) else number(value)}"'
            for name, value in (("x", x), ("y", y), ("dx", dx), ("dy", dy))
            if value is not None
        ]
    )
    styled = f' class="{escaped(cls)}"' if cls else ""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    turned = f' direction="{direction}"' if direction else ""
    return Markup(f"<text{places}{styled}{anchored}{turned}>{escaped(words)}</text>")


def link(target: str, title: str, *children: Markup) -> Markup:
    """Link marks to a page; `title` is shown under the pointer, and read by screen readers."""
    return tag("a", tag("title", escaped(title)), *children, link=target)


def line(x1: float, y1: float, x2: float, y2: float, cls: str) -> Markup:
    """Draw a straight line; x in percent, y in pixels."""
    ends = f'x1="{percent(x1)}" y1="{number(y1)}" x2="{percent(x2)}" y2="{number(y2)}"'
    return Markup(f'<line {ends} class="{cls}"/>')


def rect(x: float, y: float, width: float, height: float, cls: str) -> Markup:
    """Draw a rectangle; x and width in percent, y and height in pixels."""
    box = f'x="{percent(x)}" y="{number(y)}" width="{percent(width)}" height="{number(height)}"'
    return Markup(f'<rect {box} class="{cls}"/>')
