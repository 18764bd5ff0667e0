"""Draws an actor among its neighbours: the bodies above and below it, who speaks for it, other relations.

The bodies above stand in levels of boxes over the actor; the rest in pairs of boxes, left and right of a
line down from the actor. Horizontal places are percentages, so that the picture fits a phone and fills a
page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.pictures.svg.lettering import folded, written
from mkdocs_dossier.pictures.svg.markup import Markup, line, percent, text
from mkdocs_dossier.pictures.svg.picture import NARROW, WIDE, Frame, Href, Picture, Site, framed
from mkdocs_dossier.pictures.ties.graph import Actor, Tie, Ties, actor_box, merged, tie_keys
from mkdocs_dossier.words import Words

MOST = 24
"""How many boxes a picture has, and how many ties its summary names."""

_MOST_LEVELS, _ACROSS = 5, 2  # levels above the actor, and boxes in each of them
# In pixels: the height of a box; the gap between levels, without and with a label; the gap between rows
# below.
_HIGH, _GAP, _LABEL_GAP, _ROW_GAP = 40.0, 18.0, 34.0, 10.0
# In percent: the middles of a box alone, left and right; the width of one of two boxes, and of one alone.
_MIDDLE, _LEFT, _RIGHT = 50.0, 23.75, 76.25
_HALF, _ALONE = 46.5, 70.0
# In pixels: what a box keeps free of text; the size of a name (`pictures.css`), and of what is under it.
_INSET, _SIZE, _SMALL = 14.0, 13.5, 11.5
_TOP = 2.0  # above the first box, for its outline
_TIPS = ("tip-left", "tip-right", "arrow", "arrow-up")


@dataclass(frozen=True, slots=True)
class _Box:
    """An actor's box: its middle and width in percent, its top in pixels, the text under the name."""

    actor: Actor
    x: float
    y: float
    width: float
    under: str = ""
    is_main: bool = False


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
    levels, beyond = _levels(main, ties)
    above = _above(main, levels, ties)
    rising = list(_rising(main, levels, ties))
    branches = list(_branches(main, {*above}, ties))
    shown = branches[: max(0, MOST - len(above))]
    left_out = beyond + len(branches) - len(shown)
    start = above[main].y + _HIGH
    beside = _beside(shown, start)
    boxes = [*above.values(), *beside]
    frame = Frame(
        "neighbours",
        words.say("Ties of {actor}", actor=ties.actors[main].name),
        _summary(main, ties, words),
        height=max(box.y for box in boxes) + _HIGH + _TOP,
        shapes=_TIPS if any(branch.tie.kind == "relation" for branch in shown) else (),
        legend=tie_keys((*rising, *(branch.tie for branch in shown)), words),
        listed=_left_out(left_out, words),
        left_out=left_out,
    )
    lines = (*_risers(rising, above), *_trunk(shown, beside, start, site))
    return framed(frame, site, *lines, *(_drawn(box, site) for box in boxes))


def _upwards(actor: str, ties: Ties) -> list[Tie]:
    """List the ties from an actor to the bodies that it is part of, or holds a post at."""
    return merged(tie for tie in ties.leading_from.get(actor, ()) if tie.kind != "relation")


def _levels(main: str, ties: Ties) -> tuple[list[list[str]], int]:
    """List the bodies above an actor by level, the nearest first, and count those without room in theirs."""
    levels: list[list[str]] = []
    seen, current, beyond = {main}, [main], 0
    while current and len(levels) < _MOST_LEVELS:
        # A body that is above in several ways stands on the level nearest to the actor.
        bodies = dict.fromkeys(tie.second for actor in current for tie in _upwards(actor, ties))
        fresh = [body for body in bodies if body not in seen]
        seen.update(fresh)
        current = fresh[:_ACROSS]
        beyond += len(fresh) - len(current)
        if current:
            levels.append(current)
    return levels, beyond


def _rising(main: str, levels: Sequence[Sequence[str]], ties: Ties) -> Iterator[Tie]:
    """List the ties from each level to the one above it."""
    for lower, upper in zip([[main], *levels], levels, strict=False):
        for actor in lower:
            yield from (tie for tie in _upwards(actor, ties) if tie.second in upper)


def _above(main: str, levels: Sequence[Sequence[str]], ties: Ties) -> dict[str, _Box]:
    """Place the bodies above an actor, and the actor below them."""
    labelled = {tie.second for tie in _rising(main, levels, ties) if tie.label}
    boxes: dict[str, _Box] = {}
    y = _TOP
    for level in reversed(levels):
        places = [(_MIDDLE, _ALONE)] if len(level) == 1 else [(_LEFT, _HALF), (_RIGHT, _HALF)]
        for actor, (x, wide) in zip(level, places, strict=True):
            boxes[actor] = _Box(ties.actors[actor], x, y, wide)
        y += _HIGH + (_LABEL_GAP if labelled & {*level} else _GAP)
    boxes[main] = _Box(ties.actors[main], _MIDDLE, y, _ALONE, is_main=True)
    return boxes


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


def _beside(branches: Sequence[_Branch], start: float) -> list[_Box]:
    """Place neighbours in pairs left and right of the line; a single one stands on it."""
    if len(branches) == 1:
        return [_Box(branches[0].actor, _MIDDLE, start + _LABEL_GAP, _ALONE, branches[0].tie.label)]
    boxes = []
    for index, branch in enumerate(branches):
        row, column = divmod(index, 2)
        y = start + _GAP + row * (_HIGH + _ROW_GAP)
        boxes.append(_Box(branch.actor, (_LEFT, _RIGHT)[column], y, _HALF, branch.tie.label))
    return boxes


def _risers(rising: Sequence[Tie], boxes: dict[str, _Box]) -> Iterator[Markup]:
    """Draw the lines up to the bodies above, and over them the posts that they stand for."""
    for tie in rising:
        lower, upper = boxes[tie.first], boxes[tie.second]
        yield line(lower.x, lower.y, upper.x, upper.y + _HIGH, f"d-tie d-{tie.kind}")
    for tie in rising:
        upper = boxes[tie.second]
        if tie.label:
            yield from _text(tie.label, upper, upper.y + _HIGH + 21, _SMALL, "d-tie-name")


def _trunk(branches: Sequence[_Branch], boxes: Sequence[_Box], start: float, site: Site) -> Iterator[Markup]:
    """Draw the line down from an actor, and one from it to each box; arrows say how a relation reads."""
    if not boxes:
        return
    if len(boxes) == 1:
        yield from _drop(branches[0], boxes[0].y, start, site)
        return
    yield line(_MIDDLE, start, _MIDDLE, boxes[-1].y + _HIGH / 2, "d-tie")
    for branch, box in zip(branches, boxes, strict=True):
        is_left = box.x < _MIDDLE
        edge = box.x + box.width / 2 if is_left else box.x - box.width / 2
        y = box.y + _HIGH / 2
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
        height=_HIGH,
        under=box.under,
        is_main=box.is_main,
    )


def _label(box: _Box) -> Iterator[Markup]:
    """Write a name, with the text under it; without such text, in two lines if one has no room."""
    if box.under:
        yield from _text(box.actor.name, box, box.y + 17.5, _SIZE, "d-name")
        yield from _text(box.under, box, box.y + 32, _SMALL, "d-under")
        return
    narrow, wide = (
        folded(box.actor.name, box.width * pixels / 100 - _INSET, _SIZE) for pixels in (NARROW, WIDE)
    )
    for lines, extra in [(narrow, "")] if narrow == wide else [(narrow, " d-narrow"), (wide, " d-wide")]:
        first = box.y + (24.5 if len(lines) == 1 else 17)
        for index, part in enumerate(lines):
            yield text(part, x=percent(box.x), y=first + 15 * index, cls="d-name" + extra, anchor="middle")


def _text(words: str, box: _Box, y: float, size: float, cls: str) -> Iterator[Markup]:
    rooms = tuple(box.width * pixels / 100 - _INSET for pixels in (NARROW, WIDE))
    for part, extra in written(words, size, *rooms):
        yield text(part, x=percent(box.x), y=y, cls=cls + extra, anchor="middle")


def _summary(main: str, ties: Ties, words: Words) -> str:
    """Say the ties in words, the first `MOST` of them."""
    parts = []
    for tie in merged(ties.touching(main))[:MOST]:
        first, second = ties.actors[tie.first].name, ties.actors[tie.second].name
        parts.append(_said(tie, first, second, words))
    return " ".join(parts)


def _said(tie: Tie, first: str, second: str, words: Words) -> str:
    """Say a tie in words."""
    match tie.kind:
        case "part":
            return words.say("{part} is part of {body}.", part=first, body=second)
        case "speaks":
            return words.say(
                "{person} speaks for {body} ({post}).", person=first, body=second, post=tie.label
            )
        case "role":
            return words.say("{person}: {post}, {body}.", person=first, body=second, post=tie.label)
        case _:
            return words.say("{first}: {relation}: {second}.", first=first, relation=tie.label, second=second)


def _left_out(left_out: int, words: Words) -> list[str]:
    if not left_out:
        return []
    return [words.count("{n} more tie is in the list only.", "{n} more ties are in the list only.", left_out)]
