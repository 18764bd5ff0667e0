"""The shapes of marks, drawn about their middle; `visuals.css` gives them their colours.

A shape says what it says without its colour, and so do its sign and the word beside it.
"""

from collections.abc import Iterable

from mkdocs_dossier.pictures.svg.svg import Markup, tag

SIZE = 16.0
"""How wide and high the largest shape is, in pixels."""

_SHAPES = {
    "asserts": '<circle r="8"/><path class="d-sign" d="M-4 0H4M0-4V4"/>',
    "denies": '<rect x="-7.5" y="-7.5" width="15" height="15" rx="1.5"/><path class="d-sign" d="M-4 0H4"/>',
    "qualifies": '<path d="M0-9 9 0 0 9-9 0z"/><path class="d-sign" d="M-3-1.5H3M0-4.5V1.5M-3 4H3"/>',
    "declines": '<circle r="7"/>',
    "unaware": '<path d="M0-8 8.5 7H-8.5z"/><text class="d-query" y="5.5" text-anchor="middle">?</text>',
    "event": '<circle r="6"/>',
    "main": '<circle r="6"/><circle class="d-ring" r="9"/>',
    "statement": '<path d="M-6-5.5H6V3H0l-4 4V3H-6z"/>',
    "count": '<circle r="8.5"/>',
    "vague": '<circle r="11"/>',
    "arrow": '<path d="M0 0-3.5-7 0-5.5 3.5-7z"/>',
    "arrow-up": '<path d="M0 0 3.5 7 0 5.5-3.5 7z"/>',
    "tip-left": '<path d="M0 0 7-3.5 5.5 0 7 3.5z"/>',
    "tip-right": '<path d="M0 0-7-3.5-5.5 0-7 3.5z"/>',
    "before": '<path d="M5-5 0 0 5 5"/>',
    "after": '<path d="M-5-5 0 0-5 5"/>',
}
_FADES = {
    "fade-before": ((0, 0.08), (1, 1)),
    "fade-after": ((0, 1), (1, 0.08)),
    "fade-both": ((0, 0.08), (0.5, 1), (1, 0.08)),
}
"""How much of a bar shows where across it."""


def shape(name: str) -> Markup:
    """Give a shape by its name, to be drawn in place, in its colour."""
    return tag("g", Markup(_SHAPES[name]), cls=f"d-{name}")


def define(prefix: str, names: Iterable[str]) -> Markup:
    """Define shapes, and fades for open ends, once a picture; `use` them by `prefix-name`."""
    known = sorted(set(names))
    shapes = [tag("g", Markup(_SHAPES[name]), id=f"{prefix}-{name}") for name in known if name in _SHAPES]
    fades = [_fade(f"{prefix}-{name}", _FADES[name]) for name in known if name in _FADES]
    return tag("defs", *shapes, *fades) if known else Markup("")


def _fade(identifier: str, stops: Iterable[tuple[float, float]]) -> Markup:
    """Define a mask that lets a bar fade out towards a side where its end is open."""
    written = "".join(
        f'<stop offset="{offset:g}" stop-color="#fff" stop-opacity="{shown:g}"/>' for offset, shown in stops
    )
    return Markup(
        f'<linearGradient id="{identifier}-g">{written}</linearGradient>'
        f'<mask id="{identifier}" maskContentUnits="objectBoundingBox">'
        f'<rect width="1" height="1" fill="url(#{identifier}-g)"/></mask>'
    )
