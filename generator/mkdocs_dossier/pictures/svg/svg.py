"""Writes SVG; every text and attribute passes through here, and is escaped here."""

import re
from typing import NewType

from mkdocs_dossier.text.languages import direction_of

Markup = NewType("Markup", str)
Value = str | float | None

# Braces are nothing to SVG, but to the template languages that some sites run over their pages.
# `xlink:href` in place of `href`: Material's script sets the `href` of all that has one, and an SVG
# element's cannot be set. An HTML parser knows the prefix without a declaration.
_NAMES = {"cls": "class", "link": "xlink:href"}
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "{": "&#123;", "}": "&#125;"}
)
_PLAIN = re.compile(r"[\w./%#,:;()-]+(?: [\w./%#,:;()-]+)*")
_WHITE = re.compile(r"\s+")
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def escaped(text: str) -> Markup:
    """Write text on one line; what XML 1.0 cannot hold becomes U+FFFD."""
    if _PLAIN.fullmatch(text):
        return Markup(text)
    legal = _NOT_XML.sub("\ufffd", text)
    return Markup(_WHITE.sub(" ", legal).strip().translate(_ESCAPES))


def tag(name: str, *children: Markup, **attributes: Value) -> Markup:
    """Write an element. `cls` is its class, `_` in a name is `-`; an attribute of None or "" is left out."""
    written = ""
    for key, value in attributes.items():
        if value is not None and value != "":
            written += f' {_NAMES.get(key) or key.replace("_", "-")}="{_value(value)}"'
    return Markup(f"<{name}{written}>{''.join(children)}</{name}>")


def number(value: float) -> str:
    """Write a length in pixels, to a tenth."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def percent(value: float) -> str:
    """Write a share of the picture's width or height, from 0 to 100, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _value(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else number(value)


def text(
    words: str, *, x: Value, y: Value, cls: str = "", anchor: str = "", dx: Value = None, dy: Value = None
) -> Markup:
    """Write a line of text that reaches to the right of `x`, or as `anchor` says to the left or both ways.

    For a right-to-left text SVG counts `start` and `end` from the right; `anchor` here never does.
    """
    direction = ""
    if direction_of(words) == "rtl":
        direction, anchor = "rtl", {"": "end", "end": "start"}.get(anchor, anchor)
    return tag(
        "text", escaped(words), x=x, y=y, dx=dx, dy=dy, cls=cls, text_anchor=anchor, direction=direction
    )


def link(target: str, title: str, *children: Markup) -> Markup:
    """Link marks to a page, with the words that a pointer or a screen reader finds."""
    return tag("a", tag("title", escaped(title)), *children, link=target)


def line(x1: float, y1: float, x2: float, y2: float, cls: str) -> Markup:
    """Draw a straight line; across in percent, down in pixels."""
    ends = f'x1="{percent(x1)}" y1="{number(y1)}" x2="{percent(x2)}" y2="{number(y2)}"'
    return Markup(f'<line {ends} class="{cls}"/>')


def rect(x: float, y: float, width: float, height: float, cls: str) -> Markup:
    """Draw a box; across in percent, down in pixels."""
    box = f'x="{percent(x)}" y="{number(y)}" width="{percent(width)}" height="{number(height)}"'
    return Markup(f'<rect {box} class="{cls}"/>')
