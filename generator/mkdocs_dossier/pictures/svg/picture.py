"""What a picture is, and the frame that every picture stands in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_dossier.model.fields import Section
from mkdocs_dossier.pictures.svg.svg import Markup, escaped, join, number, tag
from mkdocs_dossier.words import Words

Href = Callable[[Section, str], str]
"""Gives the address of a record's page, relative to the page that the picture stands on."""


_SHRUNK = 0.82  # of its size; a smaller text would be hard to read


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for a page.

    `svg` is a block of HTML without blank lines: a figure with the picture, its legend and what it leaves
    out. `title` and `summary`, one or two sentences that say the same in words, stand in it too, for those
    who cannot see it. `left_out` counts the records that have no mark of their own.
    """

    svg: str
    title: str
    summary: str
    left_out: int


@dataclass(frozen=True, slots=True)
class Site:
    """What a picture needs of the page it stands on.

    Addresses, words, the start of the picture's ids, and where the list stands that says all the picture
    does: `more`.
    """

    href: Href
    words: Words
    prefix: str
    more: str


@dataclass(frozen=True, slots=True)
class Key:
    """A row of a legend: a small drawing, 16 pixels high, and what it stands for."""

    drawing: Markup
    meaning: str
    width: int = 28


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a figure around its drawing.

    `prefix` starts the ids in it, so no two pictures on a page may share one. A picture has a `height` in
    pixels and any width, from `least` pixels up, below which it scrolls; or a `ratio` of width to height; or
    a `view` of that many pixels, which shrinks a little before it scrolls. `listed` says what it leaves
    out and the list at `more` has; `notes` say other things.
    """

    prefix: str
    kind: str
    title: str
    summary: str
    height: float = 0
    ratio: str = ""
    least: int = 0
    view: tuple[float, float] | None = None
    legend: Sequence[Key] = ()
    listed: Sequence[str] = ()
    more: str = ""
    notes: Sequence[str] = ()


def framed(frame: Frame, *drawing: Markup, left_out: int = 0) -> Picture:
    """Put a drawing into its frame."""
    picture = tag(
        "svg",
        tag("title", escaped(frame.title), id=f"{frame.prefix}-title"),
        tag("desc", escaped(frame.summary), id=f"{frame.prefix}-desc"),
        *drawing,
        cls="dossier-picture",
        role="group",
        aria_labelledby=f"{frame.prefix}-title",
        aria_describedby=f"{frame.prefix}-desc",
        width="100%",
        height=frame.height or None,
        viewBox=f"0 0 {number(frame.view[0])} {number(frame.view[1])}" if frame.view else "",
        direction="ltr",
        style=_style(frame),
    )
    figure = tag(
        "figure",
        tag("div", picture, cls="dossier-scroll", tabindex="0" if frame.least or frame.view else ""),
        _caption(frame),
        cls=f"dossier-figure dossier-{frame.kind}",
        data_search_exclude="true",
    )
    return Picture(figure, frame.title, frame.summary, left_out)


def _style(frame: Frame) -> str:
    if frame.view:
        wide = frame.view[0]
        return f"height:auto;width:clamp({number(wide * _SHRUNK)}px,100%,{number(wide)}px)"
    size = f"aspect-ratio:{frame.ratio}" if frame.ratio else f"height:{number(frame.height)}px"
    return f"{size};min-width:{frame.least}px" if frame.least else size


def _caption(frame: Frame) -> Markup:
    keys = [tag("li", _sample(key), Markup(" "), tag("span", escaped(key.meaning))) for key in frame.legend]
    legend = tag("ul", *keys, cls="dossier-legend") if keys else Markup("")
    notes = [tag("p", tag("a", escaped(note), href=frame.more or None)) for note in frame.listed]
    notes += [tag("p", escaped(note)) for note in frame.notes]
    return tag("figcaption", legend, join(notes)) if keys or notes else Markup("")


def _sample(key: Key) -> Markup:
    box = f"0 0 {key.width} 16"
    style = f"height:16px;width:{key.width}px"
    return tag("svg", key.drawing, cls="dossier-key", viewBox=box, style=style, aria_hidden="true")
