"""Draws the lanes of a chart: labels, marks with captions, bars whose open ends fade, and their legend."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.pictures.svg.lettering import width, written
from mkdocs_dossier.pictures.svg.markup import Markup, link, number, percent, rect, tag, text
from mkdocs_dossier.pictures.svg.picture import MARK, Key, Site
from mkdocs_dossier.pictures.time.items import Lane, Mark, Room, Stop
from mkdocs_dossier.pictures.time.lanes import HEADING, Chart
from mkdocs_dossier.words import Words

# In pixels: what labels keep free at the picture's side; the sizes of a lane's label and of a group's
# heading.
_INSET, _SMALL, _LARGE = 8.0, 13.0, 14.5
# In pixels: the heights of a bar for what lasted, and of one for a range; in percent: an arrowhead from the
# side.
_LASTING, _RANGE, _RIM = 12.0, 5.0, 0.8
_RING = 6.0  # in pixels: how far a caption is from a mark with a ring
_NAMES_IN_TITLE = 3
# In pixels: the height of the pill behind a long number, and what it is wider than the number.
_PILL, _AROUND = 17.0, 9.0
_FIGURE = 11.0  # the size of a number


def labels(chart: Chart, words: Words) -> Iterator[Markup]:
    """Write the headings of groups and the labels of lanes, on the side where the language's lines start."""
    room, is_right = chart.room, words.direction == "rtl"
    wide = room.wide if room.shown_wide == "d-wide" else room.narrow
    rooms = room.narrow - 2 * _INSET, wide - 2 * _INSET
    for placed in chart.lanes:
        lane = placed.lane
        if lane.heading:
            yield from _heading(lane, placed.top + HEADING - 6, room, is_right=is_right)
        if lane.label:
            cls = "d-lane d-own" if lane.is_main else "d-lane"
            parts = [
                _at_side(part, placed.label, cls + extra, room, is_right=is_right)
                for part, extra in written(lane.label, _SMALL, *rooms)
            ]
            yield from [link(lane.target, lane.label, *parts)] if lane.target else parts


def _heading(lane: Lane, y: float, room: Room, *, is_right: bool) -> Iterator[Markup]:
    """Write a group's heading, and on the other side the text beside it, on screens with room for both."""
    aside = width(lane.beside) + 2 * _INSET
    fits = width(lane.heading, _LARGE) + aside <= room.narrow - 2 * _INSET
    rooms = room.narrow - 2 * _INSET, room.wide - 2 * _INSET - aside
    for part, extra in written(lane.heading, _LARGE, *rooms):
        yield _at_side(part, y, "d-heading" + extra, room, is_right=is_right)
    if lane.beside:
        yield _at_side(lane.beside, y, "d-beside" if fits else "d-beside d-wide", room, is_right=not is_right)


def _at_side(label: str, y: float, cls: str, room: Room, *, is_right: bool) -> Markup:
    inset = _INSET * 100 / room.wide
    if is_right:
        return text(label, x=percent(100 - inset), y=y, cls=cls, anchor="end")
    return text(label, x=percent(inset), y=y, cls=cls)


def marks(chart: Chart, site: Site) -> Iterator[Markup]:
    """Draw the marks as links to their pages; one that counts several links to their day in the list."""
    for mark in chart.marks:
        yield _count(mark, site) if mark.is_count else _mark(mark, site, chart.room.shown_wide)


def _count(mark: Mark, site: Site) -> Markup:
    """Draw a mark for several items, with their number."""
    names = [item.title for item in mark.items]
    title = "; ".join(names[:_NAMES_IN_TITLE])
    if len(names) > _NAMES_IN_TITLE:
        title = site.words.say("{names} and {n} more", names=title, n=len(names) - _NAMES_IN_TITLE)
    stops = sorted((item.stop for item in mark.items if item.stop), key=lambda stop: stop.day)
    if stops:
        title = site.words.say("{day}: {names}", day=_days(stops, site.words), names=title)
    counted = str(len(mark.items))
    wide = width(counted, _FIGURE) + _AROUND
    sign = site.use("count", mark.x, mark.y) if wide <= _PILL + 1 else _pill(mark, wide)
    figure = text(counted, x=percent(mark.x), y=mark.y + 4, cls="d-figure", anchor="middle")
    return link(stops[0].target if stops else site.more, title, sign, figure)


def _days(stops: Sequence[Stop], words: Words) -> str:
    """Name the first and the last of the days under which items stand."""
    first, last = stops[0].name, stops[-1].name
    return first if first == last else words.say("{first} to {last}", first=first, last=last)


def _pill(mark: Mark, wide: float) -> Markup:
    return tag(
        "rect",
        x=percent(mark.x),
        y=mark.y - _PILL / 2,
        width=wide,
        height=_PILL,
        rx=_PILL / 2,
        transform=f"translate({number(-wide / 2)})",
        cls="d-count",
    )


def _mark(mark: Mark, site: Site, shown_wide: str) -> Markup:
    """Draw a mark for one item: a bar for what lasted, otherwise its glyph, over the bar of its range."""
    parts = list(stretch(mark, site))
    # A bar for what lasted needs no glyph on it; one for a range only says where the glyph may be.
    if not (mark.lasts and parts):
        if mark.is_vague:
            parts.append(site.use(mark.ring, mark.x, mark.y))
        parts.append(site.use(mark.glyph, mark.x, mark.y))
    if mark.dx:
        parts = [tag("g", *parts, transform=f"translate({number(mark.dx)})")]
    if mark.caption:
        parts.append(_caption(mark, shown_wide))
    return link(mark.item.target, mark.item.title, *parts)


def stretch(mark: Mark, site: Site) -> Iterator[Markup]:
    """Draw a bar for the time that something lasted, or a thin one for the time within which it was."""
    span = mark.item.span
    if span is None or mark.left == mark.right:
        return
    high, kind = (_LASTING, "lasts") if span.lasts else (_RANGE, "range")
    cls = f"d-{kind} d-{mark.item.glyph}" + (" d-dashed" if span.vague else "")
    # At least 0.4 percent wide, so that a short bar shows.
    box = rect(mark.left, mark.y - high / 2, max(mark.right - mark.left, 0.4), high, cls)
    yield tag("g", box, mask=f"url(#{site.prefix}-{mark.fade})") if mark.fade else box
    before, after = mark.is_cut
    if before:
        yield site.use("before", max(_RIM, mark.left), mark.y, "d-open")
    if after:
        yield site.use("after", min(100 - _RIM, mark.right), mark.y, "d-open")


def _caption(mark: Mark, shown_wide: str) -> Markup:
    """Write a caption beside its mark or in its bar, some pixels away from it at any width."""
    off = MARK / 2 + (_RING if mark.item.glyph == "main" else 3)
    x, dx, anchor, cls = {
        "left": (mark.left, -off, "end", ""),
        "right": (mark.right, off, "", ""),
        "inside": (mark.left, off + 8 if mark.is_cut[0] else off, "", " d-inside"),
        "inside-end": (mark.right, -(off + 8 if mark.is_cut[1] else off), "end", " d-inside"),
    }[mark.caption]
    cls = (f"d-caption {shown_wide}" if mark.is_wide else "d-caption") + cls
    at = max(0.0, min(100.0, x))
    return text(mark.item.caption, x=percent(at), y=mark.y + 4, dx=dx + mark.dx, cls=cls, anchor=anchor)


def date_keys(chart: Chart, words: Words) -> Iterator[Key]:
    """Make a legend for bars, fading ends, rings of vague dates and breaks of the axis, if there are any."""
    items = [item for mark in chart.marks for item in mark.items]
    stretches = {item.span.lasts for item in items if item.span and item.span.is_stretch}
    shapes = chart.shapes
    if True in stretches:
        yield Key.of_box("d-lasts d-event", words.say("for how long"))
    if False in stretches:
        yield Key.of_box("d-range d-event", words.say("at some time within"))
    if shapes & {"before", "after"}:
        open_end = Markup('<path class="d-open" d="M11 3 6 8 11 13"/>')
        yield Key(open_end, words.say("open or unknown end"), 18)
    if shapes & {"vague", "vague-small"}:
        yield Key.of_mark("vague", words.say("uncertain or approximate"), size=".68")
    if chart.scale.changes:
        yield Key(Markup('<path class="d-change" d="M9 1V15"/>'), words.say("the scale changes here"), 18)
    if chart.scale.breaks:
        sign = Markup('<text class="d-break-sign" x="9" y="13" text-anchor="middle">//</text>')
        yield Key(sign, words.say("time left out"), 18)
