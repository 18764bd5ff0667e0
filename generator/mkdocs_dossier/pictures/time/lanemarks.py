"""Draws lanes that `lanes` has laid out: bands, labels, marks with their captions, open and vague dates."""

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_dossier.pictures.svg import glyphs
from mkdocs_dossier.pictures.svg.lettering import width, written
from mkdocs_dossier.pictures.svg.svg import Markup, join, line, link, percent, rect, tag, text, use
from mkdocs_dossier.pictures.time.lanes import HEADING, Lane, Mark, Placed, Room
from mkdocs_dossier.words import Words

_INSET, _LARGE = 8.0, 14.5
_LASTING, _RANGE, _RIM = 12.0, 5.0, 0.8
_NAMES_IN_TITLE = 6


def shapes_of(placed: Iterable[Placed]) -> set[str]:
    """List the shapes that marks need, for `glyphs.define`."""
    needed = set()
    for mark in (mark for lane in placed for mark in lane.marks):
        needed.add("count" if len(mark.items) > 1 else mark.item.glyph)
        if len(mark.items) == 1:
            needed |= {"vague"} if mark.is_vague else set()
            needed |= {"before"} if mark.is_cut[0] else set()
            needed |= {"after"} if mark.is_cut[1] else set()
            needed |= {f"fade-{_fading(mark)}"} if any(mark.is_cut) else set()
    return needed


def bands(placed: Sequence[Placed]) -> Markup:
    """Draw a band behind each group of lanes."""
    return join(_bands(placed))


def rules(placed: Sequence[Placed]) -> Markup:
    """Draw a line between lanes."""
    return join(line(0, lane.top, 100, lane.top, "d-rule") for lane in placed)


def labels(placed: Sequence[Placed], room: Room, words: Words) -> Markup:
    """Write the headings of groups and the labels of lanes."""
    return join(part for lane in placed for part in _labels(lane, room, words))


def _bands(placed: Sequence[Placed]) -> Iterator[Markup]:
    starts = [lane for lane in placed if lane.lane.heading]
    ends = [lane.top for lane in starts[1:]] + [placed[-1].bottom]
    for lane, bottom in zip(starts, ends, strict=True):
        yield rect(0, lane.top + 3, 100, bottom - lane.top - 3, "d-band")


def _labels(placed: Placed, room: Room, words: Words) -> Iterator[Markup]:
    lane = placed.lane
    if lane.heading:
        yield from _heading(lane, placed.top + HEADING - 6, room, words)
    if not lane.label:
        return
    cls = "d-lane d-own" if lane.is_main else "d-lane"
    parts = [
        at_start(part, placed.label, cls + extra, room, words)
        for part, extra in written(lane.label, 13, room.narrow - 2 * _INSET, room.wide - 2 * _INSET)
    ]
    yield link(lane.target, lane.label, *parts) if lane.target else join(parts)


def _heading(lane: Lane, y: float, room: Room, words: Words) -> Iterator[Markup]:
    """Write a group's heading, and what is said beside it where there is room for both."""
    aside = width(lane.beside) + 2 * _INSET
    fits = width(lane.heading, _LARGE) + aside <= room.narrow - 2 * _INSET
    rooms = room.narrow - 2 * _INSET, room.wide - 2 * _INSET - aside
    for part, extra in written(lane.heading, _LARGE, *rooms):
        yield at_start(part, y, "d-heading" + extra, room, words)
    if lane.beside:
        yield at_end(lane.beside, y, "d-beside" if fits else "d-beside d-wide", room, words)


def at_start(label: str, y: float, cls: str, room: Room, words: Words) -> Markup:
    """Write a label on the side where lines of the dossier's language start."""
    inset = _INSET * 100 / room.wide
    if words.direction == "rtl":
        return text(label, x=percent(100 - inset), y=y, cls=cls, anchor="end")
    return text(label, x=percent(inset), y=y, cls=cls)


def at_end(label: str, y: float, cls: str, room: Room, words: Words) -> Markup:
    """Write a label on the side where lines of the dossier's language end."""
    inset = _INSET * 100 / room.wide
    if words.direction == "rtl":
        return text(label, x=percent(inset), y=y, cls=cls)
    return text(label, x=percent(100 - inset), y=y, cls=cls, anchor="end")


def marks(placed: Sequence[Placed], prefix: str, more: str, words: Words) -> Markup:
    """Draw the marks; a count links to the list of all at `more`."""
    return join(
        _count(mark, prefix, more, words) if len(mark.items) > 1 else _mark(mark, prefix)
        for lane in placed
        for mark in lane.marks
    )


def _count(mark: Mark, prefix: str, more: str, words: Words) -> Markup:
    """Draw one mark for several, with their number."""
    names = [item.title for item in mark.items]
    title = "; ".join(names[:_NAMES_IN_TITLE])
    if len(names) > _NAMES_IN_TITLE:
        title = words.say("{names} and {n} more", names=title, n=len(names) - _NAMES_IN_TITLE)
    figure = text(str(len(names)), x=percent(mark.x), y=mark.y + 4, cls="d-figure", anchor="middle")
    return link(more, title, use(f"{prefix}-count", x=percent(mark.x), y=mark.y, cls="d-count"), figure)


def _mark(mark: Mark, prefix: str) -> Markup:
    item = mark.item
    parts = list(_stretch(mark, prefix))
    if not (item.span and item.span.lasts and parts):
        if mark.is_vague:
            parts.append(use(f"{prefix}-vague", x=percent(mark.x), y=mark.y, cls="d-vague"))
        parts.append(use(f"{prefix}-{item.glyph}", x=percent(mark.x), y=mark.y, cls=f"d-{item.glyph}"))
    if mark.caption:
        parts.append(_caption(mark))
    return link(item.target, item.title, *parts)


def _stretch(mark: Mark, prefix: str) -> Iterator[Markup]:
    """Draw a bar for what lasted, a thin one for when something may have been; open ends fade."""
    item = mark.item
    if item.span is None or mark.left == mark.right:
        return
    high = _LASTING if item.span.lasts else _RANGE
    cls = f"d-{'lasts' if item.span.lasts else 'range'} d-{item.glyph}"
    cls += " d-dashed" if item.span.vague else ""
    box = rect(mark.left, mark.y - high / 2, max(mark.right - mark.left, 0.4), high, cls)
    yield tag("g", box, mask=f"url(#{prefix}-fade-{_fading(mark)})") if any(mark.is_cut) else box
    before, after = mark.is_cut
    if before:
        yield use(f"{prefix}-before", x=percent(max(_RIM, mark.left)), y=mark.y, cls="d-open")
    if after:
        yield use(f"{prefix}-after", x=percent(min(100 - _RIM, mark.right)), y=mark.y, cls="d-open")


def _fading(mark: Mark) -> str:
    """Name the side or sides to which a bar fades out."""
    return {(True, False): "before", (False, True): "after"}.get(mark.is_cut, "both")


def _caption(mark: Mark) -> Markup:
    """Write a caption beside its mark, or in its bar; shifted by pixels, whatever the width."""
    offset = glyphs.SIZE / 2 + 3
    cls = "d-caption d-wide" if mark.is_wide else "d-caption"
    y = mark.y + 4
    if mark.caption == "inside":
        offset += 8 if mark.is_cut[0] else 0
        return text(mark.item.caption, x=percent(mark.left), y=y, dx=offset, cls=f"{cls} d-inside")
    if mark.caption == "left":
        return text(mark.item.caption, x=percent(mark.left), y=y, dx=-offset, cls=cls, anchor="end")
    return text(mark.item.caption, x=percent(mark.right), y=y, dx=offset, cls=cls)


def divider(x: float, top: float, bottom: float) -> Markup:
    """Draw the line before marks that have no date."""
    return line(x, top, x, bottom, "d-divider")
