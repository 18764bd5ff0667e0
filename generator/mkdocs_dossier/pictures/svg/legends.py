"""The rows of legends that several pictures share."""

from collections.abc import Iterable

from mkdocs_dossier.pictures.svg import glyphs
from mkdocs_dossier.pictures.svg.picture import Key
from mkdocs_dossier.pictures.svg.svg import Markup, tag
from mkdocs_dossier.pictures.ties.ties import TieKind
from mkdocs_dossier.pictures.time.spans import Span
from mkdocs_dossier.pictures.time.timescale import Scale
from mkdocs_dossier.words import Words


def mark_key(shape: str, meaning: str) -> Key:
    """Explain a shape."""
    return Key(tag("g", glyphs.shape(shape), transform="translate(9 8) scale(.85)"), meaning, 18)


def line_key(cls: str, meaning: str) -> Key:
    """Explain a line."""
    return Key(Markup(f'<path class="{cls}" d="M1 8H27"/>'), meaning)


def arc_key(meaning: str) -> Key:
    """Explain an arc with its arrow."""
    arrow = (
        '<g class="d-arrow" transform="translate(24 14) scale(.8)"><path d="M0 0-3.5-7 0-5.5 3.5-7z"/></g>'
    )
    return Key(Markup(f'<path class="d-arc" d="M3 14C3 1 24 1 24 9"/>{arrow}'), meaning)


def box_key(cls: str, meaning: str) -> Key:
    """Explain a bar or an area."""
    return Key(Markup(f'<rect class="{cls}" x="1" y="4" width="26" height="8"/>'), meaning)


def extent_key(meaning: str) -> Key:
    """Explain an area that is no spot."""
    return Key(Markup('<circle class="d-extent" cx="9" cy="8" r="7"/>'), meaning, 18)


def break_key(words: Words) -> Key:
    """Explain a break of the axis."""
    sign = Markup('<text class="d-break-sign" x="9" y="13" text-anchor="middle">//</text>')
    return Key(sign, words.say("time left out"), 18)


def date_keys(spans: Iterable[Span], scale: Scale, shapes: set[str], words: Words) -> list[Key]:
    """Explain bars, fading ends, the dashes of vague dates and breaks of the axis, where there are any."""
    known = list(spans)
    keys = []
    if any(span.lasts and span.is_stretch for span in known):
        keys.append(box_key("d-lasts d-event", words.say("for how long")))
    if any(not span.lasts and span.is_stretch for span in known):
        keys.append(box_key("d-range d-event", words.say("at some time within")))
    if shapes & {"before", "after"}:
        open_end = '<path class="d-open" d="M11 3 6 8 11 13"/>'
        keys.append(Key(Markup(open_end), words.say("open or unknown end"), 18))
    if "vague" in shapes:
        ring = tag("g", glyphs.shape("vague"), transform="translate(9 8) scale(.68)")
        keys.append(Key(ring, words.say("uncertain or approximate"), 18))
    return [*keys, break_key(words)] if scale.breaks else keys


def tie_keys(kinds: Iterable[TieKind], words: Words) -> list[Key]:
    """Explain the lines of ties, of the kinds that there are."""
    used = set(kinds)
    meanings: dict[TieKind, str] = {
        "part": words.say("part of"),
        "speaks": words.say("speaks for"),
        "role": words.say("holds a post at"),
    }
    keys = [line_key(f"d-tie d-{kind}", meaning) for kind, meaning in meanings.items() if kind in used]
    if "relation" in used:
        arrow = '<path class="d-arrow" d="M27 8 20 4.5 21.5 8 20 11.5z"/>'
        line = '<path class="d-tie d-relation" d="M1 8H21"/>'
        keys.append(Key(Markup(line + arrow), words.say("other relation, as it is called")))
    return keys
