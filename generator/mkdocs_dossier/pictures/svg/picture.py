"""What a picture is: a figure with a drawing, the shapes that mark things in it, and a legend."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.pictures.svg.markup import Markup, escaped, number, percent, tag
from mkdocs_dossier.values.refs import Section
from mkdocs_dossier.words import Words

MARK = 16.0
"""How wide and high the largest mark is, in pixels."""

NARROW, WIDE = 328.0, 690.0
"""How wide pictures are on most phones, and on a page of a wide screen, in pixels."""

Href = Callable[[Section, str], str]
"""Returns the address of a record's page, relative to the page that the picture is on."""

_SHRUNK = 0.85  # how far a picture with a `view` may shrink: text of 13 pixels to 11

# SVG around the origin; `pictures.css` gives the colours. Each stance can be told by its shape and sign
# alone, for readers who see no colours.
_SHAPES = {
    "asserts": '<circle r="8"/><path class="d-sign" d="M-4 0H4M0-4V4"/>',
    "denies": '<rect x="-7.5" y="-7.5" width="15" height="15" rx="1.5"/><path class="d-sign" d="M-4 0H4"/>',
    "qualifies": '<path d="M0-9 9 0 0 9-9 0z"/><path class="d-sign" d="M-3-1.5H3M0-4.5V1.5M-3 4H3"/>',
    "declines": '<circle r="7"/>',
    "no-reply": '<circle r="7.5"/><text class="d-query" y="3" text-anchor="middle">…</text>',
    "unaware": '<path d="M0-8 8.5 7H-8.5z"/><text class="d-query" y="5.5" text-anchor="middle">?</text>',
    "event": '<circle r="6"/>',
    "main": '<circle r="6"/><circle class="d-ring" r="9"/>',
    "statement": '<path d="M-6-5.5H6V3H0l-4 4V3H-6z"/>',
    "statement-small": '<path d="M-4-4H4V2H0l-2.5 2.5V2H-4z"/>',
    "count": '<circle r="8.5"/>',
    "vague": '<circle r="11"/>',
    "vague-small": '<circle r="6"/>',
    "arrow": '<path d="M0 0-3.5-7 0-5.5 3.5-7z"/>',
    "arrow-up": '<path d="M0 0 3.5 7 0 5.5-3.5 7z"/>',
    "tip-left": '<path d="M0 0 7-3.5 5.5 0 7 3.5z"/>',
    "tip-right": '<path d="M0 0-7-3.5-5.5 0-7 3.5z"/>',
    "before": '<path d="M5-5 0 0 5 5"/>',
    "after": '<path d="M-5-5 0 0-5 5"/>',
    # Voices that give numbers: solid or hollow, and no shape twice among the solid or the hollow ones.
    "voice-1": '<circle r="4.5"/>',
    "voice-2": '<rect x="-4" y="-4" width="8" height="8"/>',
    "voice-3": '<path d="M0-5.5 5.5 0 0 5.5-5.5 0z"/>',
    "voice-4": '<rect x="-3.5" y="-3.5" width="7" height="7"/>',
    "voice-5": '<path d="M0-5.5 5.2 4H-5.2z"/>',
    "voice-6": '<path d="M0-5 5 0 0 5-5 0z"/>',
    "voice-none": '<circle r="3.8"/>',
}
# Masks that let the open ends of a bar fade: pairs of a place along the bar and the opacity there, from 0
# to 1. Places are from left to right, and in bars that stand upright from the top down.
_FADES = {
    "fade-before": ((0, 0.08), (1, 1)),
    "fade-after": ((0, 1), (1, 0.08)),
    "fade-both": ((0, 0.08), (0.5, 1), (1, 0.08)),
    "fade-up": ((0, 0.08), (1, 1)),
    "fade-down": ((0, 1), (1, 0.08)),
}
_UPRIGHT = {"fade-up", "fade-down"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, ready for a page.

    `svg` is a block of HTML without blank lines: a figure with the drawing, its legend and notes. `title` and
    `summary` (one or two sentences that say in words what it shows) are in it as well, for screen readers.
    `left_out` counts the records that have no mark of their own.
    """

    svg: str
    title: str
    summary: str
    left_out: int


@dataclass(frozen=True, slots=True)
class Site:
    """What a picture needs to know of the page that it is on.

    `prefix` starts all ids in the picture, so no two pictures of a page may have the same. `more` is the
    address of the list that says all that the picture shows.
    """

    href: Href
    words: Words
    prefix: str
    more: str

    def on(self, screen: str) -> "Site":
        """Return the same for the drawing that screens of one width show: its ids are its own."""
        return replace(self, prefix=f"{self.prefix}-{screen}")

    def use(self, shape: str, x: float, y: float | str, cls: str = "") -> Markup:
        """Draw one of the frame's shapes, centred at `x` percent and `y` pixels (or a `y` with its unit).

        The class is made of the shape's name unless `cls` gives another.
        """
        down = y if isinstance(y, str) else number(y)
        place = f'x="{percent(x)}" y="{down}"'
        return Markup(f'<use xlink:href="#{self.prefix}-{shape}" {place} class="{cls or f"d-{shape}"}"/>')


@dataclass(frozen=True, slots=True)
class Key:
    """A row of a legend: a small drawing, 16 pixels high, and what it stands for.

    The class is `d-narrow` or `d-wide` where only narrow or wide pictures have what it explains.
    """

    drawing: Markup
    meaning: str
    width: int = 28
    cls: str = ""

    @classmethod
    def of_mark(cls, shape: str, meaning: str, *, size: str = ".85") -> "Key":
        """Explain a shape; `size` is the factor by which it is drawn smaller."""
        return cls(tag("g", _shape(shape), transform=f"translate(9 8) scale({size})"), meaning, 18)

    @classmethod
    def of_line(cls, style: str, meaning: str) -> "Key":
        """Explain a line of a class."""
        return cls(Markup(f'<path class="{style}" d="M1 8H27"/>'), meaning)

    @classmethod
    def of_steps(cls, shape: str, meaning: str) -> "Key":
        """Explain a line of steps, with the shape of its marks in its middle."""
        mark = tag("g", _shape(shape), transform="translate(22 8)")
        return cls(Markup(f'<path class="d-steps d-{shape}" d="M1 8H43"/>{mark}'), meaning, 44)

    @classmethod
    def of_arc(cls, meaning: str) -> "Key":
        """Explain the line with an arrow that leads from a mark to another."""
        arrow = tag("g", Markup(_SHAPES["arrow"]), cls="d-arrow", transform="translate(23 15) scale(.8)")
        return cls(Markup(f'<path class="d-arc" d="M4 2V7H23V11"/>{arrow}'), meaning)

    @classmethod
    def of_box(cls, style: str, meaning: str) -> "Key":
        """Explain a bar or an area of a class."""
        return cls(Markup(f'<rect class="{style}" x="1" y="4" width="26" height="8"/>'), meaning)


@dataclass(frozen=True, slots=True)
class Frame:
    """All of a figure except its drawing.

    Its size is one of three: a `height` in pixels at any width; a `ratio` of width to height; or a `view`, a
    width and height in pixels, which shrinks a little before it scrolls. With `least`, it scrolls if it has
    fewer pixels of width than that; with `most`, it takes no more than that.
    `shapes` are the names of all shapes that `Site.use` draws in it, and of the masks by which bars fade:
    `fade-before`, `fade-after`, `fade-both`, `fade-up`, `fade-down`. `listed` are sentences on what
    only the page's list has, `notes` other sentences.
    """

    kind: str
    title: str
    summary: str
    height: float = 0
    ratio: str = ""
    least: int = 0
    most: int = 0
    view: tuple[float, float] | None = None
    shapes: Iterable[str] = ()
    legend: Sequence[Key] = ()
    listed: Sequence[str] = ()
    notes: Sequence[str] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn for screens of one width: its parts, its height in pixels, and the shapes it uses."""

    parts: Sequence[Markup]
    height: float
    shapes: Iterable[str] = ()


def framed(frame: Frame, site: Site, *drawing: Markup) -> Picture:
    """Put a drawing into its frame, with the definitions of the shapes that it uses.

    The figure is named by the title, the drawing in it by the summary, so that a screen reader says each
    once: elements `title` and `desc` it would say again, as a description. A drawing is a group and no image:
    an image would hide the links in it. The legend is no `figcaption`, which would name the figure.
    """
    return _figure(frame, site, [("", _svg(frame, site, drawing))])


def framed_for(frame: Frame, site: Site, drawings: Iterable[tuple[str, Drawing]]) -> Picture:
    """Put several drawings of one thing into a frame, of which a screen shows the one that it has room for.

    Each comes with the name of its screens: `below-600`, `from-600`, `600-900`, `from-900`, in pixels of the
    picture's width. It is made with `Site.on` that name. The others are not displayed, so no keyboard reaches
    them and no screen reader tells them.
    """
    each = [
        (
            f" d-{screen}",
            _svg(replace(frame, height=one.height, shapes=one.shapes), site.on(screen), one.parts),
        )
        for screen, one in drawings
    ]
    return _figure(frame, site, each)


def _svg(frame: Frame, site: Site, drawing: Iterable[Markup]) -> Markup:
    """Write a drawing with its name and the shapes that it uses."""
    return tag(
        "svg",
        _definitions(site.prefix, sorted(set(frame.shapes))),
        *drawing,
        cls="dossier-picture",
        role="group",
        aria_label=frame.summary,
        width="100%",
        height=frame.height or None,
        viewBox=f"0 0 {number(frame.view[0])} {number(frame.view[1])}" if frame.view else "",
        direction="ltr",
        style=_style(frame),
    )


def _figure(frame: Frame, site: Site, drawings: Iterable[tuple[str, Markup]]) -> Picture:
    """Put drawings, each with the class of its screens, into a figure with its legend."""
    # What scrolls must be reached by keyboard, and so has a name; the figure around it then needs none.
    scrolls = bool(frame.least or frame.view)
    named = {"id": f"{site.prefix}-title", "aria_label": frame.title}
    region = {"role": "region", "tabindex": "0", **named} if scrolls else {}
    figure = tag(
        "figure",
        *(tag("div", one, cls=f"dossier-scroll{screen}", **region) for screen, one in drawings),
        _caption(frame, site),
        cls=f"dossier-figure dossier-{frame.kind}",
        data_search_exclude="true",
        **({} if scrolls else named),
    )
    return Picture(figure, frame.title, frame.summary, frame.left_out)


def _style(frame: Frame) -> str:
    if frame.view:
        wide = frame.view[0]
        return f"height:auto;width:clamp({number(wide * _SHRUNK)}px,100%,{number(wide)}px)"
    size = f"aspect-ratio:{frame.ratio}" if frame.ratio else f"height:{number(frame.height)}px"
    if frame.most:
        return f"{size};width:min(100%,{frame.most}px)"
    return f"{size};min-width:{frame.least}px" if frame.least else size


def _caption(frame: Frame, site: Site) -> Markup:
    """Write what is below a drawing: its legend, its notes, and a link to what says the same in words."""
    keys = [
        tag("li", _sample(key), Markup(" "), tag("span", escaped(key.meaning)), cls=key.cls)
        for key in frame.legend
    ]
    legend = tag("ul", *keys, cls="dossier-legend") if keys else Markup("")
    notes = [tag("p", tag("a", escaped(note), href=site.more or None)) for note in frame.listed]
    if site.more and not notes:
        notes.append(tag("p", _as_list(site)))
    notes += [tag("p", escaped(note)) for note in frame.notes]
    return tag("div", legend, *notes, cls="dossier-caption") if keys or notes else Markup("")


def _as_list(site: Site) -> Markup:
    # Its name ends with the picture's title, which tells the links of several pictures apart.
    own = f"{site.prefix}-more"
    said = escaped(site.words.say("As a list"))
    return tag("a", said, id=own, aria_labelledby=f"{own} {site.prefix}-title", href=site.more)


def _sample(key: Key) -> Markup:
    box = f"0 0 {key.width} 16"
    style = f"height:16px;width:{key.width}px"
    return tag("svg", key.drawing, cls="dossier-key", viewBox=box, style=style, aria_hidden="true")


def _shape(name: str) -> Markup:
    return tag("g", Markup(_SHAPES[name]), cls=f"d-{name}")


def _definitions(prefix: str, names: Sequence[str]) -> Markup:
    shapes = [tag("g", Markup(_SHAPES[name]), id=f"{prefix}-{name}") for name in names if name in _SHAPES]
    fades = [
        _fade(f"{prefix}-{name}", _FADES[name], is_upright=name in _UPRIGHT)
        for name in names
        if name in _FADES
    ]
    return tag("defs", *shapes, *fades) if names else Markup("")


def _fade(identifier: str, stops: Iterable[tuple[float, float]], *, is_upright: bool) -> Markup:
    direction = ' x2="0" y2="1"' if is_upright else ""
    written = "".join(
        f'<stop offset="{offset:g}" stop-color="#fff" stop-opacity="{shown:g}"/>' for offset, shown in stops
    )
    return Markup(
        f'<linearGradient id="{identifier}-g"{direction}>{written}</linearGradient>'
        f'<mask id="{identifier}" maskContentUnits="objectBoundingBox">'
        f'<rect width="1" height="1" fill="url(#{identifier}-g)"/></mask>'
    )
