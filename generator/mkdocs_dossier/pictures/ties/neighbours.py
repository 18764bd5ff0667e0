"""Draws an actor among its neighbours: the bodies above and below it, who speaks for it, other relations.

The bodies above stand in levels of boxes over the actor; the rest in pairs of boxes, left and right of a
line down from the actor. Horizontal places are percentages, so that the picture fits a phone and fills a
page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.pictures.svg.lettering import folded, written
from mkdocs_dossier.pictures.svg.markup import Markup, line, percent, text
from mkdocs_dossier.pictures.svg.picture import NARROW, Frame, Href, Picture, Site, framed
from mkdocs_dossier.pictures.ties.graph import Actor, Tie, Ties, actor_box, merged, said, tie_keys
from mkdocs_dossier.words import Words

MOST = 24
"""How many boxes a picture has, and how many ties its summary names."""

_MOST_LEVELS, _ACROSS = 5, 2  # levels above the actor, and boxes in each of them
_WIDE = 560  # pixels that the picture takes at most: boxes as wide as a page would be empty
# In pixels: the height of a box; the gap between levels, without and with a label; the gap between rows
# below; a line of text.
_HIGH, _GAP, _LABEL_GAP, _ROW_GAP, _LINE = 40.0, 18.0, 34.0, 10.0, 15.0
# In percent: the middles of a box alone, left and right; the width of one of two boxes, and of one alone.
_MIDDLE, _LEFT, _RIGHT = 50.0, 23.75, 76.25
_HALF, _ALONE = 46.5, 70.0
# In pixels: what a box keeps free of text; the size of a name (`pictures.css`), and of what is under it.
_INSET, _SIZE, _SMALL = 14.0, 13.5, 11.5
_TOP = 2.0  # above the first box, for its outline
_TIPS = ("tip-left", "tip-right", "arrow", "arrow-up")


@dataclass(frozen=True, slots=True)
class _Box:
    """An actor's box: its middle and width in percent, its top and height in pixels.

    `names` are the lines of its name on a narrow screen and on a wide one, `unders` those of the text `under`
    them.
    """

    actor: Actor
    x: float
    y: float
    width: float
    names: tuple[tuple[str, ...], tuple[str, ...]]
    high: float = _HIGH
    under: str = ""
    unders: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    is_main: bool = False

    @property
    def middle(self) -> float:
        """The middle of its height, in pixels."""
        return self.y + self.high / 2


@dataclass(frozen=True, slots=True)
class _Branch:
    """A neighbour beside the line down from the actor; `is_outward`: the tie leads from the actor to it."""

    actor: Actor
    tie: Tie
    is_outward: bool


def draw(main: str, ties: Ties, *, href: Href, words: Words, more: str) -> Picture | None:
    """Draw an actor and its neighbours; None if it has no ties. `more` is the address of the list of ties."""
    if not ties.touching(main):
        return None
    site = Site(href, words, "neighbours", more)
    sides = (_RIGHT, _LEFT) if words.direction == "rtl" else (_LEFT, _RIGHT)
    levels, beyond, rising = _levels(main, ties)
    above = _above(main, levels, {tie.second for tie in rising if tie.label}, sides, ties)
    branches = list(_branches(main, {*above}, ties))
    shown = branches[: max(0, MOST - len(above))]
    left_out = beyond + len(branches) - len(shown)
    start = above[main].y + _HIGH
    beside = _beside(shown, start, sides)
    boxes = [*above.values(), *beside]
    frame = Frame(
        "neighbours",
        words.say("Ties of {actor}", actor=ties.actors[main].name),
        _summary(main, ties, words),
        height=max(box.y + box.high for box in boxes) + _TOP,
        most=_WIDE,
        shapes=_TIPS if any(branch.tie.kind == "relation" for branch in shown) else (),
        legend=tie_keys((*rising, *(branch.tie for branch in shown)), words),
        listed=_left_out(left_out, words),
        left_out=left_out,
    )
    lines = (*_risers(rising, above), *_trunk(shown, beside, start, site))
    return framed(frame, site, *lines, *(_drawn(box, site) for box in boxes))


def _levels(main: str, ties: Ties) -> tuple[list[list[str]], int, list[Tie]]:
    """List the bodies above an actor by level, the nearest first, and the ties from each to the one above.

    Also count the bodies without room in their level.
    """
    levels: list[list[str]] = []
    rising: list[Tie] = []
    seen, current, beyond = {main}, [main], 0
    while current and len(levels) < _MOST_LEVELS:
        upwards = [tie for actor in current for tie in ties.upwards(actor)]
        # A body that is above in several ways stands on the level nearest to the actor.
        fresh = [body for body in dict.fromkeys(tie.second for tie in upwards) if body not in seen]
        seen.update(fresh)
        current = fresh[:_ACROSS]
        beyond += len(fresh) - len(current)
        rising += [tie for tie in upwards if tie.second in current]
        if current:
            levels.append(current)
    return levels, beyond, rising


def _above(
    main: str, levels: Sequence[Sequence[str]], labelled: set[str], sides: tuple[float, float], ties: Ties
) -> dict[str, _Box]:
    """Place the bodies above an actor, and the actor below them; lines to those `labelled` bear a label."""
    boxes: dict[str, _Box] = {}
    y = _TOP
    for level in reversed(levels):
        places = [(_MIDDLE, _ALONE)] if len(level) == 1 else [(side, _HALF) for side in sides]
        for key, (x, wide) in zip(level, places, strict=True):
            boxes[key] = _Box(ties.actors[key], x, y, wide, _lines(ties.actors[key].name, wide))
        y += _HIGH + (_LABEL_GAP if labelled & {*level} else _GAP)
    actor = ties.actors[main]
    boxes[main] = _Box(actor, _MIDDLE, y, _ALONE, _lines(actor.name, _ALONE), is_main=True)
    return boxes


def _lines(words: str, wide: float, size: float = _SIZE) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Break a text into lines for a box of a width in percent, on a narrow screen and on a wide one."""
    narrow, room = (wide * pixels / 100 - _INSET for pixels in (NARROW, _WIDE))
    return folded(words, narrow, size), folded(words, room, size)


def _branches(main: str, placed: set[str], ties: Ties) -> Iterator[_Branch]:
    """List what is below an actor, by kind of tie, then its relations in both directions."""
    inward = merged(tie for tie in ties.leading_to.get(main, ()) if tie.kind != "relation")
    for tie in inward:
        if tie.first not in placed:
            yield _Branch(ties.actors[tie.first], tie, is_outward=False)
    for tie in ties.touching(main):
        if tie.kind == "relation":
            other = tie.second if tie.first == main else tie.first
            yield _Branch(ties.actors[other], tie, is_outward=tie.first == main)


def _beside(branches: Sequence[_Branch], start: float, sides: tuple[float, float]) -> list[_Box]:
    """Place neighbours in pairs left and right of the line; a single one stands on it."""
    if len(branches) == 1:
        return [_placed(branches[0], _MIDDLE, start + _LABEL_GAP, _ALONE)]
    boxes: list[_Box] = []
    y = start + _GAP
    for first in range(0, len(branches), 2):
        pair = [
            _placed(branch, x, y, _HALF)
            for branch, x in zip(branches[first : first + 2], sides, strict=False)
        ]
        high = max(box.high for box in pair)
        boxes += [replace(box, high=high) for box in pair]
        y += high + _ROW_GAP
    return boxes


def _placed(branch: _Branch, x: float, y: float, wide: float) -> _Box:
    """Place a neighbour: a box is higher if it has to hold more than two lines."""
    label = branch.tie.label
    names, unders = _lines(branch.actor.name, wide), _lines(label, wide, _SMALL) if label else ((), ())
    lines = max(len(name) + len(under) for name, under in zip(names, unders, strict=True))
    return _Box(branch.actor, x, y, wide, names, _HIGH + _LINE * max(0, lines - 2), label, unders)


def _risers(rising: Sequence[Tie], boxes: dict[str, _Box]) -> Iterator[Markup]:
    """Draw the lines up to the bodies above, and over them the posts that they stand for."""
    for tie in rising:
        lower, upper = boxes[tie.first], boxes[tie.second]
        yield line(lower.x, lower.y, upper.x, upper.y + upper.high, f"d-tie d-{tie.kind}")
    for tie in rising:
        upper = boxes[tie.second]
        if tie.label:
            yield from _text(tie.label, upper, upper.y + upper.high + 21, _SMALL, "d-tie-name")


def _trunk(branches: Sequence[_Branch], boxes: Sequence[_Box], start: float, site: Site) -> Iterator[Markup]:
    """Draw the line down from an actor, and one from it to each box; arrows say how a relation reads."""
    if not boxes:
        return
    if len(boxes) == 1:
        yield from _drop(branches[0], boxes[0].y, start, site)
        return
    yield line(_MIDDLE, start, _MIDDLE, boxes[-1].middle, "d-tie")
    for branch, box in zip(branches, boxes, strict=True):
        is_left = box.x < _MIDDLE
        edge = box.x + box.width / 2 if is_left else box.x - box.width / 2
        y = box.middle
        yield line(_MIDDLE, y, edge, y, f"d-tie d-{branch.tie.kind}")
        if branch.tie.kind == "relation":
            tip = "tip-left" if is_left == branch.is_outward else "tip-right"
            yield site.use(tip, edge if branch.is_outward else _MIDDLE, y, "d-arrow")


def _drop(branch: _Branch, end: float, start: float, site: Site) -> Iterator[Markup]:
    """Draw the line down to a single neighbour."""
    yield line(_MIDDLE, start, _MIDDLE, end, f"d-tie d-{branch.tie.kind}")
    if branch.tie.kind == "relation":
        # An inward relation points up to the actor.
        tip, y = ("arrow", end) if branch.is_outward else ("arrow-up", start)
        yield site.use(tip, _MIDDLE, y, "d-arrow")


def _drawn(box: _Box, site: Site) -> Markup:
    """Draw a box with the name of its actor and the label of the tie."""
    return actor_box(
        box.actor,
        site,
        *_label(box),
        x=percent(box.x - box.width / 2),
        y=box.y,
        width=percent(box.width),
        height=box.high,
        under=box.under,
        is_main=box.is_main,
    )


def _label(box: _Box) -> Iterator[Markup]:
    """Write a name, and under it the text that it has; in the middle of the box together."""
    narrow, wide = (
        [*((part, "d-name") for part in name), *((part, "d-under") for part in under)]
        for name, under in zip(box.names, box.unders, strict=True)
    )
    for lines, extra in [(narrow, "")] if narrow == wide else [(narrow, " d-narrow"), (wide, " d-wide")]:
        # Half a line up for each further line, and from the middle of a line down to its base line.
        first = box.middle + 4.5 - _LINE * (len(lines) - 1) / 2
        for index, (part, cls) in enumerate(lines):
            yield text(part, x=percent(box.x), y=first + _LINE * index, cls=cls + extra, anchor="middle")


def _text(words: str, box: _Box, y: float, size: float, cls: str) -> Iterator[Markup]:
    rooms = tuple(box.width * pixels / 100 - _INSET for pixels in (NARROW, _WIDE))
    for part, extra in written(words, size, *rooms):
        yield text(part, x=percent(box.x), y=y, cls=cls + extra, anchor="middle")


def _summary(main: str, ties: Ties, words: Words) -> str:
    """Say the ties in words, the first `MOST` of them."""
    parts = []
    for tie in merged(ties.touching(main))[:MOST]:
        first, second = ties.actors[tie.first].name, ties.actors[tie.second].name
        parts.append(said(tie, first, second, words))
    return " ".join(parts)


def _left_out(left_out: int, words: Words) -> list[str]:
    if not left_out:
        return []
    return [words.count("{n} more tie is in the list only.", "{n} more ties are in the list only.", left_out)]
